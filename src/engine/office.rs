//! The office: authorities and what they keep, between the page, the [register](crate::authority::Register) and the
//! [vault](crate::vault).
//!
//! Every change is a deed: it looks at the register and answers with a change, the change is stored as one
//! transaction, and only then is it part of the register and does the page hear of it. If another tab has written in
//! between, the office reads what is new and does the deed once more. While something is being stored or read, what
//! changes waits its turn; questions are answered meanwhile.

mod answer;
mod ask;
mod attempt;
mod batch;
mod catch_up;
mod deed;
mod facts;
mod file;
mod safe;
mod secret;
mod summary;

use std::collections::VecDeque;

use rand_core::CryptoRng;

pub use ask::{
    BatchOrder, Certified, OfficeAnswer, OfficeAsk, OfficeFile, Order, RestoreMode, Subject,
};
pub use facts::{
    BatchFacts, BatchReport, CaFacts, EntryFacts, EventFacts, IssueFault, ListFacts, Safety,
    VaultFacts,
};
pub use secret::Stretch;

use super::{Answer, Download, Effect, Response, desk::Desk};
use crate::{
    Error, VaultFault,
    authority::Register,
    pki::Time,
    vault::{Contents, StorageFault, Written},
};
use batch::Batch;
pub(in crate::engine) use deed::Deed;
use deed::{Done, Then};
use safe::Safe;
use secret::Secret;

/// See the [module](self).
pub(super) struct Office {
    register: Register,
    safe: Safe,
    /// What was read of the storage last.
    revision: u64,
    hindrance: Option<StorageFault>,
    /// Whether another tab has removed the vault that was open here.
    is_orphaned: bool,
    /// Records that cannot be read, by this key or this program.
    unreadable: Vec<u32>,
    under_way: Option<UnderWay>,
    waiting: VecDeque<Waiting>,
    batch: Option<Batch>,
    /// A table that waits until what is signed of the one before is recorded.
    next_batch: Option<(u32, Box<BatchOrder>)>,
    /// What was made of the last table, so that a download that went wrong loses no key.
    archive: Option<Download>,
}

/// What the storage, or a key worker, was asked for.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
enum UnderWay {
    /// What is stored is read for the first time, or again after the vault was locked; the page hears of it then.
    Reading { job: Option<u32> },
    /// Another tab has written.
    CatchingUp { after: Option<Retry> },
    /// A change is being stored.
    Writing(Box<Writing>),
    /// A passphrase is becoming a key.
    Stretching { job: u32, secret: Box<Secret> },
    /// What is stored is read for a copy of it as it is.
    Copying { job: u32 },
    /// The vault is being removed.
    Erasing { job: u32 },
}

/// A deed that is to be done once more.
struct Retry {
    job: u32,
    deed: Deed,
    attempts: u32,
}

struct Writing {
    job: u32,
    done: Done,
    deed: Deed,
    attempts: u32,
    /// The safe as it is once this is stored, if that changes it.
    safe: Option<Safe>,
}

/// What waits until nothing is under way.
enum Waiting {
    Ask(u32, Box<OfficeAsk>),
    Deed(u32, Box<Deed>),
    CatchUp,
}

/// One that waits for what is stored.
impl Default for Office {
    fn default() -> Self {
        Self {
            register: Register::default(),
            safe: Safe::default(),
            revision: 0,
            hindrance: None,
            is_orphaned: false,
            unreadable: Vec::new(),
            under_way: Some(UnderWay::Reading { job: None }),
            waiting: VecDeque::new(),
            batch: None,
            next_batch: None,
            archive: None,
        }
    }
}

impl Office {
    /// Has what is stored read. To be called once, at the start.
    pub fn start(&mut self) -> Vec<Effect> {
        vec![Effect::Read { since: 0 }]
    }

    /// Answers, now or later.
    pub fn answer(
        &mut self,
        job: u32,
        ask: OfficeAsk,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        if let Some(answer) = self.at_once(&ask, desk, now) {
            return vec![reply(job, answer)];
        }
        if self.under_way.is_some() {
            self.waiting.push_back(Waiting::Ask(job, Box::new(ask)));
            return Vec::new();
        }
        let mut effects = self.begin(job, ask, desk, now, rng);
        effects.extend(self.go_on(desk, now, rng));
        effects
    }

    /// Does a deed, now or later.
    pub fn act(
        &mut self,
        job: u32,
        deed: Deed,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        if self.under_way.is_some() {
            self.waiting.push_back(Waiting::Deed(job, Box::new(deed)));
            return Vec::new();
        }
        let mut effects = self.attempt(job, deed, 0, desk, now, rng);
        effects.extend(self.go_on(desk, now, rng));
        effects
    }

    /// Another tab has written.
    pub fn changed_elsewhere(&mut self) -> Vec<Effect> {
        if self.under_way.is_some() {
            self.waiting.push_back(Waiting::CatchUp);
            return Vec::new();
        }
        self.catch_up(None)
    }

    /// What is stored was read.
    pub fn read(
        &mut self,
        contents: Result<Contents, StorageFault>,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        let mut effects = match self.under_way.take() {
            Some(UnderWay::Reading { job }) => self.opened(job, contents, now),
            Some(UnderWay::CatchingUp { after }) => self.caught_up(after, contents, desk, now, rng),
            Some(UnderWay::Copying { job }) => {
                let file = contents.map_err(storage).and_then(|it| safe::copy(&it));
                match file {
                    Ok(file) => vec![Effect::Offer(file), answered(job, OfficeAnswer::Saved)],
                    Err(error) => vec![Effect::refused(job, error)],
                }
            }
            other => {
                self.under_way = other;
                return Vec::new();
            }
        };
        effects.extend(self.go_on(desk, now, rng));
        effects
    }

    /// A transaction came to its end.
    pub fn written(
        &mut self,
        outcome: Result<Written, StorageFault>,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        let writing = match self.under_way.take() {
            Some(UnderWay::Writing(writing)) => *writing,
            other => {
                self.under_way = other;
                return Vec::new();
            }
        };
        let mut effects = match outcome {
            Ok(Written::Done) => {
                self.revision += 1;
                if let Some(safe) = writing.safe {
                    self.safe = safe;
                }
                self.finish(writing.job, writing.done, desk, now, rng)
            }
            Ok(Written::Conflict) if matches!(self.safe, Safe::Memory) => {
                let mut effects = self.catch_up(None);
                effects.push(Effect::refused(writing.job, VaultFault::Exists.into()));
                effects
            }
            Ok(Written::Conflict) => self.catch_up(Some(Retry {
                job: writing.job,
                deed: writing.deed,
                attempts: writing.attempts + 1,
            })),
            Err(fault) => self.failed(writing.job, &writing.deed, storage(fault), now),
        };
        effects.extend(self.go_on(desk, now, rng));
        effects
    }

    /// The vault was removed, or not.
    pub fn erased(
        &mut self,
        outcome: Result<(), StorageFault>,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        let Some(UnderWay::Erasing { job }) = self.under_way.take() else {
            return Vec::new();
        };
        let mut effects = match outcome {
            Ok(()) => {
                self.forget();
                self.under_way = Some(UnderWay::Reading { job: Some(job) });
                let mut effects = vec![Effect::Read { since: 0 }];
                effects.extend(safe::taken_back(desk));
                effects
            }
            Err(fault) => vec![Effect::refused(job, storage(fault))],
        };
        effects.extend(self.go_on(desk, now, rng));
        effects
    }

    /// What waits, once nothing is under way.
    fn go_on(&mut self, desk: &mut Desk, now: Time, rng: &mut impl CryptoRng) -> Vec<Effect> {
        let mut effects = Vec::new();
        while self.under_way.is_none() {
            effects.extend(match self.waiting.pop_front() {
                Some(Waiting::Ask(job, ask)) => match self.at_once(&ask, desk, now) {
                    Some(answer) => vec![reply(job, answer)],
                    None => self.begin(job, *ask, desk, now, rng),
                },
                Some(Waiting::Deed(job, deed)) => self.attempt(job, *deed, 0, desk, now, rng),
                Some(Waiting::CatchUp) => self.catch_up(None),
                None => break,
            });
        }
        effects
    }
}

pub(super) fn answered(job: u32, answer: OfficeAnswer) -> Effect {
    Effect::Respond(Response::Answered {
        job,
        answer: Answer::Office(Box::new(answer)),
    })
}

fn reply(job: u32, answer: Result<OfficeAnswer, Error>) -> Effect {
    match answer {
        Ok(answer) => answered(job, answer),
        Err(error) => Effect::refused(job, error),
    }
}

fn storage(fault: StorageFault) -> Error {
    VaultFault::Storage(fault).into()
}
