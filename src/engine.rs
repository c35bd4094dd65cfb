//! The seam between the page and the keys: requests, responses and the state machine between them.
//!
//! [`Engine`] performs no input or output. It is told what happened (the page asked, a key is
//! ready, a key worker crashed) and answers with [`Effect`]s, which the program around it carries
//! out. So every story is a native test, and the browser's part stays thin.

mod codec;
mod keys;
mod message;

pub use codec::{decode, encode};
pub use keys::{Order, Outcome, Product};
pub use message::{
    CertificateSummary, Export, FileSummary, Progress, Request, Response, Stage, Summary,
};

use core::fmt;

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{
    Error,
    authority::{KeyPair, Plan, Role, Set},
    pki::{Password, Time},
};

/// How often a key worker may crash over one set before the set is given up.
pub const RESTARTS: u32 = 2;

/// What the archive with all files is saved as.
pub const ARCHIVE: &str = "certificates.zip";

/// What the program around the engine is to do next, in this order.
#[derive(Debug)]
pub enum Effect {
    /// Send this to the page.
    Respond(Response),
    /// Have a key worker fulfil this order.
    MakeKey(Order),
    /// Stop every key worker that is busy: terminate it and start a fresh one.
    StopKeys,
    /// Call [`Engine::sign`]. It is a step of its own so that the page hears of it before it
    /// begins.
    Sign,
    /// Offer this file to the page as a download.
    Offer(Download),
}

/// A file on its way to the user.
pub struct Download {
    /// What it is saved as.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds, which may be a private key.
    pub contents: Zeroizing<Vec<u8>>,
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            media_type: _,
            contents: _,
        } = self;
        write!(f, "Download({name}, [elided])")
    }
}

/// The state machine. It holds the last set, since only it may read the private keys again.
#[derive(Default)]
pub struct Engine {
    work: Option<Work>,
    set: Option<Set>,
}

/// One set in the making.
struct Work {
    job: u32,
    plan: Plan,
    password: Option<Password>,
    keys: [Option<KeyPair>; Role::ALL.len()],
    restarts: u32,
}

impl Engine {
    /// Answers a request of the page.
    pub fn handle(&mut self, request: Request, now: Time) -> Vec<Effect> {
        match request {
            Request::CreateSet {
                job,
                plan,
                password,
            } => self.create_set(job, plan, password, now),
            Request::Cancel { job } => self.cancel(job),
            Request::Export(export) => self.export(export, now),
        }
    }

    /// Takes what a key worker made of its [`Order`]. After the last of the three keys the signing
    /// follows.
    pub fn key_ready(&mut self, product: Product) -> Vec<Effect> {
        let Some(work) = self.work.as_mut().filter(|work| work.job == product.job) else {
            return Vec::new();
        };
        let pair = match product.outcome {
            Outcome::Made(bytes) => KeyPair::from_bytes(&bytes),
            Outcome::Failed(error) => Err(error),
        };
        match pair {
            Ok(pair) => work.keys[product.role as usize] = Some(pair),
            Err(error) => return self.refuse(error),
        }
        if work.keys.iter().all(Option::is_some) {
            vec![work.progress(Stage::Signatures), Effect::Sign]
        } else {
            vec![work.progress(Stage::Keys)]
        }
    }

    /// Signs and checks the set whose keys are ready.
    pub fn sign(&mut self, now: Time, rng: &mut impl CryptoRng) -> Vec<Effect> {
        let Some(Work {
            job,
            plan,
            keys: [Some(authority), Some(server), Some(client)],
            ..
        }) = self.work.take()
        else {
            return Vec::new();
        };
        let set = Set::create(&plan, [authority, server, client], now, rng);
        match set.and_then(|set| Ok((Summary::of(&set)?, set))) {
            Ok((summary, set)) => {
                self.set = Some(set);
                vec![Effect::Respond(Response::Created { job, summary })]
            }
            Err(error) => vec![Effect::Respond(Response::Refused { job, error })],
        }
    }

    /// A key worker died at this order. It is given to a fresh one, [`RESTARTS`] times a set.
    pub fn key_crashed(&mut self, job: u32, role: Role) -> Vec<Effect> {
        let Some(work) = self.work.as_mut().filter(|work| work.job == job) else {
            return Vec::new();
        };
        if work.restarts == RESTARTS {
            return self.refuse(Error::WorkerCrashed { restarts: RESTARTS });
        }
        work.restarts += 1;
        vec![
            work.progress(Stage::Keys),
            Effect::MakeKey(work.order(role)),
        ]
    }

    fn create_set(
        &mut self,
        job: u32,
        plan: Plan,
        password: Option<Password>,
        now: Time,
    ) -> Vec<Effect> {
        if let Err(error) = plan.check(now) {
            return vec![Effect::Respond(Response::Refused { job, error })];
        }
        let mut effects = Vec::new();
        if self.work.is_some() {
            effects.push(Effect::StopKeys);
        }
        let work = Work {
            job,
            plan,
            password,
            keys: Default::default(),
            restarts: 0,
        };
        effects.push(work.progress(Stage::Keys));
        effects.extend(Role::ALL.map(|role| Effect::MakeKey(work.order(role))));
        self.work = Some(work);
        effects
    }

    fn cancel(&mut self, job: u32) -> Vec<Effect> {
        if self.work.as_ref().is_none_or(|work| work.job != job) {
            return Vec::new();
        }
        self.work = None;
        vec![
            Effect::StopKeys,
            Effect::Respond(Response::Cancelled { job }),
        ]
    }

    fn export(&self, export: Export, now: Time) -> Vec<Effect> {
        let Some(set) = &self.set else {
            return vec![Effect::Respond(Response::Unavailable(export))];
        };
        let download = match &export {
            Export::File(name) => set.file(name).map(|file| {
                file.map(|file| Download {
                    name: file.name.into(),
                    media_type: file.media_type,
                    contents: file.contents,
                })
            }),
            Export::Archive(language) => set.zip(*language, now).map(|contents| {
                Some(Download {
                    name: ARCHIVE.into(),
                    media_type: "application/zip",
                    contents,
                })
            }),
        };
        match download {
            Ok(Some(download)) => vec![Effect::Offer(download)],
            Ok(None) | Err(_) => vec![Effect::Respond(Response::Unavailable(export))],
        }
    }

    fn refuse(&mut self, error: Error) -> Vec<Effect> {
        match self.work.take() {
            Some(Work { job, .. }) => vec![
                Effect::StopKeys,
                Effect::Respond(Response::Refused { job, error }),
            ],
            None => Vec::new(),
        }
    }
}

impl Work {
    fn order(&self, role: Role) -> Order {
        Order {
            job: self.job,
            role,
            algorithm: self.plan.algorithm,
            password: self.password.clone(),
        }
    }

    fn progress(&self, stage: Stage) -> Effect {
        let keys = self.keys.iter().flatten().count() as u32;
        Effect::Respond(Response::Progress {
            job: self.job,
            progress: Progress {
                stage,
                keys,
                restarts: self.restarts,
            },
        })
    }
}
