//! One job in the making: its keys, and the hunt for their primes.

use super::{
    Effect, Order, Progress, RESTARTS, Report, Response, Stage,
    hunt::{Hunt, Orders},
    office,
};
use crate::{
    Error,
    authority::{KeyPair, Plan, Role},
    pki::{Algorithm, Application, Password, PrivateKey, SignatureAlgorithm},
    primes::Prime,
};

/// What becomes of the keys.
#[allow(clippy::large_enum_variant, reason = "there are only a few at a time")]
pub(super) enum Task {
    /// A set, with a key for each of [`Role::ALL`].
    Set(Plan),
    /// A single key.
    Key(Algorithm),
    /// A signing request, with a key for it.
    Request(Box<Application>, Algorithm, Option<SignatureAlgorithm>),
    /// A certificate, with a key for it.
    Issue(Box<office::Order>, Algorithm),
}

/// A job whose keys are all there.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub(super) enum Finished {
    Set(u32, Plan, [KeyPair; 3]),
    Key(u32, KeyPair),
    Request(u32, Box<Application>, Option<SignatureAlgorithm>, KeyPair),
    Issue(u32, Box<office::Order>, KeyPair),
}

pub(super) struct Work {
    pub job: u32,
    pub task: Task,
    pub keys: Vec<Option<KeyPair>>,
    password: Option<Password>,
    /// What the keys are made of, as far as it is found.
    primes: Vec<[Prime; 2]>,
    hunt: Option<Hunt>,
    restarts: u32,
}

impl Work {
    pub fn new(job: u32, task: Task, password: Option<Password>) -> Self {
        let keys = match task {
            Task::Set(_) => Role::ALL.len(),
            Task::Key(_) | Task::Request(..) | Task::Issue(..) => 1,
        };
        Self {
            job,
            task,
            keys: vec![None; keys],
            password,
            primes: Vec::new(),
            hunt: None,
            restarts: 0,
        }
    }

    /// Orders all keys, or sends so many searchers after their primes first.
    pub fn begin(&mut self, searchers: usize) -> Vec<Effect> {
        let keys = self.keys.len();
        match self.algorithm().rsa_bits() {
            Some(bits) if searchers > 0 => {
                let (hunt, orders) = Hunt::begin(self.job, bits / 2, keys, searchers);
                self.hunt = Some(hunt);
                self.after(orders)
            }
            _ => {
                let mut effects = vec![self.progress(Stage::Keys)];
                effects.extend((0..keys).map(|index| Effect::MakeKey(self.order(index))));
                effects
            }
        }
    }

    /// Passes a searcher's report on, and tells the index of the key whose primes are complete now.
    pub fn report(&mut self, searcher: usize, report: Report) -> (Vec<Effect>, Option<usize>) {
        // What was said of an earlier job may come late.
        let Some(hunt) = self.hunt.as_mut().filter(|_| report.hunt == self.job) else {
            return (Vec::new(), None);
        };
        let orders = hunt.hear(searcher, report);
        let complete = hunt.take_pair().map(|pair| {
            self.primes.push(pair);
            self.primes.len() - 1
        });
        (self.after(orders), complete)
    }

    /// Makes a key of its primes, which takes a moment; not when it is to be encrypted, which takes
    /// long.
    pub fn assemble(&self, index: usize) -> Option<Result<KeyPair, Error>> {
        let (None, Some(primes)) = (&self.password, self.primes.get(index)) else {
            return None;
        };
        let key = PrivateKey::from_primes(self.algorithm(), primes);
        Some(key.and_then(KeyPair::plain))
    }

    pub fn replaced(&mut self, searcher: usize) -> Vec<Effect> {
        self.restarts += 1;
        let orders = self.hunt.as_mut().map(|hunt| hunt.replaced(searcher));
        self.after(orders.unwrap_or_default())
    }

    pub fn order_again(&mut self, index: usize) -> Vec<Effect> {
        self.restarts += 1;
        vec![
            self.progress(Stage::Keys),
            Effect::MakeKey(self.order(index)),
        ]
    }

    pub fn may_restart(&self) -> bool {
        self.restarts < RESTARTS
    }

    pub fn is_complete(&self) -> bool {
        self.keys.iter().all(Option::is_some)
    }

    /// `None` while keys are missing.
    pub fn finish(self) -> Option<Finished> {
        let mut keys = self.keys.into_iter().collect::<Option<Vec<_>>>()?;
        Some(match self.task {
            Task::Set(plan) => Finished::Set(self.job, plan, keys.try_into().ok()?),
            Task::Key(_) => Finished::Key(self.job, keys.pop()?),
            Task::Issue(order, _) => Finished::Issue(self.job, order, keys.pop()?),
            Task::Request(application, _, signature) => {
                Finished::Request(self.job, application, signature, keys.pop()?)
            }
        })
    }

    pub fn progress(&self, stage: Stage) -> Effect {
        Effect::Respond(Response::Progress {
            job: self.job,
            progress: Progress {
                stage,
                keys: self.keys.iter().flatten().count() as u32,
                restarts: self.restarts,
                search: self.hunt.as_ref().map(Hunt::effort),
            },
        })
    }

    fn after(&self, orders: Orders) -> Vec<Effect> {
        // The searchers first: the page can wait a little.
        let tell = |(searcher, command)| Effect::Tell(searcher, command);
        let mut effects: Vec<Effect> = orders.into_iter().map(tell).collect();
        effects.push(self.progress(Stage::Keys));
        effects
    }

    pub fn order(&self, index: usize) -> Order {
        Order {
            job: self.job,
            index,
            algorithm: self.algorithm(),
            primes: self.primes.get(index).cloned(),
            password: self.password.clone(),
        }
    }

    fn algorithm(&self) -> Algorithm {
        match &self.task {
            Task::Set(plan) => plan.algorithm,
            Task::Key(algorithm) | Task::Request(_, algorithm, _) | Task::Issue(_, algorithm) => {
                *algorithm
            }
        }
    }
}
