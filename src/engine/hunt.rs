//! The hunt for primes by many searchers at once: who does what, as a plain state machine.
//!
//! All searchers seek all primes. A search has no memory, so it makes no difference who finds which,
//! and one that comes second goes on with the next. When there are two for a key, they are
//! proved side by side, since a proof takes longer than a search does among many; whoever is left
//! seeks on for the next key.

use core::mem;

use serde::{Deserialize, Serialize};

use crate::primes::{Candidate, Prime, expected_tests};

/// What a searcher is told. It obeys the last command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Report one candidate after the other until told otherwise.
    Seek {
        /// Comes back in every report.
        hunt: u32,
        /// The primes' length in bits.
        bits: u32,
    },
    /// Have the library judge this one.
    Prove {
        /// Comes back in the report.
        hunt: u32,
        /// What may be a prime.
        candidate: Candidate,
    },
    /// Do nothing and forget the search.
    Rest,
}

/// What a searcher tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The command's number.
    pub hunt: u32,
    /// Candidates tested since its last report.
    pub tests: u32,
    /// What came of them.
    pub news: News,
}

/// What a searcher can have come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum News {
    /// It is still seeking.
    Seeking,
    /// This passed its test. It seeks on.
    Found(Candidate),
    /// The library has judged what it was given: a prime, or nothing.
    Judged(Option<Prime>),
}

/// How much of the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effort {
    /// Candidates tested so far.
    pub tests: u32,
    /// How many it takes on average. It is a matter of chance: half the time fewer are enough, and
    /// sometimes it takes twice as many.
    pub expected: u32,
}

/// One hunt, for the primes of some keys of one size.
#[derive(Debug)]
pub(super) struct Hunt {
    number: u32,
    bits: u32,
    /// Primes that nobody has found yet.
    missing: usize,
    /// Found, waiting for a second one or for a searcher.
    candidates: Vec<Candidate>,
    proved: Vec<Prime>,
    searchers: Vec<Task>,
    tests: u32,
    expected: u32,
}

#[derive(Debug, PartialEq)]
enum Task {
    Rest,
    Seek,
    Prove(Candidate),
}

/// A command and whose it is.
pub(super) type Orders = Vec<(usize, Command)>;

impl Hunt {
    /// Begins a hunt for the primes of so many keys. `bits` is the primes' length.
    pub fn begin(number: u32, bits: u32, keys: usize, searchers: usize) -> (Self, Orders) {
        let missing = PER_KEY * keys;
        let mut hunt = Self {
            number,
            bits,
            missing,
            candidates: Vec::new(),
            proved: Vec::new(),
            searchers: (0..searchers).map(|_| Task::Rest).collect(),
            tests: 0,
            expected: (expected_tests(bits) * missing as f64).round() as u32,
        };
        let orders = hunt.assign(0);
        (hunt, orders)
    }

    /// Takes a searcher's report; none of an earlier hunt.
    pub fn hear(&mut self, searcher: usize, report: Report) -> Orders {
        self.tests += report.tests;
        match report.news {
            News::Seeking => return Orders::new(),
            // One that was found when nothing was missing any more is not needed.
            News::Found(_) if self.missing == 0 => return Orders::new(),
            News::Found(candidate) => {
                self.missing -= 1;
                self.candidates.push(candidate);
            }
            News::Judged(verdict) => {
                self.searchers[searcher] = Task::Rest;
                match verdict {
                    Some(prime) => self.proved.push(prime),
                    None => self.missing += 1,
                }
            }
        }
        self.assign(searcher)
    }

    /// A searcher died and another took its place. What it was proving is not lost.
    pub fn replaced(&mut self, searcher: usize) -> Orders {
        if let Task::Prove(candidate) = mem::replace(&mut self.searchers[searcher], Task::Rest) {
            self.candidates.push(candidate);
        }
        self.assign(searcher)
    }

    /// Two primes for a key, once there are two.
    pub fn take_pair(&mut self) -> Option<[Prime; PER_KEY]> {
        let second = (self.proved.len() >= PER_KEY).then(|| self.proved.pop())??;
        self.proved.pop().map(|first| [first, second])
    }

    pub fn effort(&self) -> Effort {
        Effort {
            tests: self.tests,
            expected: self.expected,
        }
    }

    /// Gives everybody something to do. The one that spoke last listens at once, while another may
    /// be in the middle of a test, so it comes first.
    fn assign(&mut self, speaker: usize) -> Orders {
        let mut orders = Orders::new();
        let mut others: Vec<usize> = (0..self.searchers.len()).collect();
        others.sort_by_key(|i| (*i != speaker, self.searchers[*i] != Task::Rest));
        for i in others {
            if matches!(self.searchers[i], Task::Prove(_)) {
                continue;
            }
            let task = match self.next_to_prove() {
                Some(candidate) => Task::Prove(candidate),
                None if self.missing > 0 => Task::Seek,
                None => Task::Rest,
            };
            if task != self.searchers[i] {
                orders.push((i, self.command(&task)));
                self.searchers[i] = task;
            }
        }
        orders
    }

    /// A candidate waits until there is a second for the same key: until then there is more to gain
    /// from seeking.
    fn next_to_prove(&mut self) -> Option<Candidate> {
        let proving = |task: &&Task| matches!(task, Task::Prove(_));
        let others = self.proved.len() + self.searchers.iter().filter(proving).count();
        let in_pairs = (self.candidates.len() + others) / PER_KEY * PER_KEY;
        let is_due = self.missing == 0 || in_pairs > others;
        is_due.then(|| self.candidates.pop()).flatten()
    }

    fn command(&self, task: &Task) -> Command {
        let hunt = self.number;
        match task {
            Task::Rest => Command::Rest,
            Task::Seek => Command::Seek {
                hunt,
                bits: self.bits,
            },
            Task::Prove(candidate) => Command::Prove {
                hunt,
                candidate: candidate.clone(),
            },
        }
    }
}

const PER_KEY: usize = 2;
