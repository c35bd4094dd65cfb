//! The seam between the page and the keys: requests, responses and the state machine between them.
//!
//! [`Engine`] performs no input or output. It is told what happened (the page asked, a searcher
//! found something, a key is ready, a worker crashed) and answers with [`Effect`]s, which the program
//! around it carries out. So every story is a native test, and the browser's part stays thin.

mod codec;
mod desk;
mod hunt;
mod keys;
mod message;
pub mod office;
mod work;

pub use codec::{decode, encode};
pub use desk::{
    AccountFacts, Answer, Ask, CertificateFacts, Challenge, Content, Contents, Inquiry, Inspection,
    ItemSummary, JudgedPath, KeyFacts, MOST_PATHS, Member, Outline, RequestFacts,
    RevocationListFacts, Upload, Verdict, Writing,
};
pub use hunt::{Command, Effort, News, Report};
pub use keys::{Order, Outcome, Product};
pub use message::{
    CertificateSummary, Export, FileSummary, KeySource, Progress, Request, Response, Stage, Summary,
};

use core::fmt;
use std::rc::Rc;

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{
    Error,
    authority::{KeyPair, Set},
    pki::{self, Application, Format, Object, PrivateKey, SignatureAlgorithm, Time},
    vault::{self, StorageFault, StretchedKey, Transaction, Written},
};
use desk::Desk;
use office::{Deed, Office, Stretch, Subject};
use work::{Finished, Task, Work};

/// How often a worker may crash over one job before the job is given up.
pub const RESTARTS: u32 = 2;

/// What the archive with all files is saved as.
pub const ARCHIVE: &str = "certificates.zip";

/// What the program around the engine is to do next, in this order.
#[allow(clippy::large_enum_variant, reason = "there are only a few at a time")]
#[derive(Debug)]
pub enum Effect {
    /// Send this to the page.
    Respond(Response),
    /// Have a key worker fulfil this order.
    MakeKey(Order),
    /// Tell this to the searcher of this number.
    Tell(usize, Command),
    /// Stop every key worker and searcher that is busy: terminate it. A fresh one takes its place, a
    /// searcher's with the next command.
    StopKeys,
    /// Call [`Engine::sign`]. It is a step of its own so that the page hears of it before it
    /// begins.
    Sign,
    /// Offer this file to the page as a download.
    Offer(Download),
    /// Read what is stored that was written after this revision, and tell [`Engine::read`].
    Read {
        /// The revision; everything after 0.
        since: u64,
    },
    /// Store this, all of it or nothing, and tell [`Engine::written`].
    Write(Transaction),
    /// Remove everything that is stored, and tell [`Engine::erased`].
    Erase,
    /// Have a key worker turn a passphrase into a key, and tell [`Engine::stretched`].
    Stretch(Stretch),
}

impl Effect {
    /// Something that was asked for is refused.
    pub(crate) fn refused(job: u32, error: Error) -> Self {
        Self::Respond(Response::Refused { job, error })
    }

    /// Something that was asked for is given up.
    pub(crate) fn cancelled(job: u32) -> Self {
        Self::Respond(Response::Cancelled { job })
    }
}

/// A file on its way to the user.
#[derive(Clone)]
pub struct Download {
    /// What it is saved as.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds, which may be a private key.
    pub contents: Rc<Zeroizing<Vec<u8>>>,
}

impl Download {
    /// A file with these contents.
    pub(crate) fn new(
        name: impl Into<String>,
        media_type: &'static str,
        contents: Zeroizing<Vec<u8>>,
    ) -> Self {
        Self {
            name: name.into(),
            media_type,
            contents: Rc::new(contents),
        }
    }
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

/// The state machine. It holds the set that was made last and what lies on the desk, since only it
/// may read the private keys again.
#[derive(Default)]
pub struct Engine {
    searchers: usize,
    work: Option<Work>,
    set: Option<Set>,
    desk: Desk,
    office: Office,
}

impl Engine {
    /// An engine with so many searchers, numbered from 0. Without any, key workers make RSA keys
    /// whole.
    pub fn new(searchers: usize) -> Self {
        Self {
            searchers,
            ..Self::default()
        }
    }

    /// To be called once, at the start: has what is stored read.
    pub fn start(&mut self) -> Vec<Effect> {
        self.office.start()
    }

    /// What is stored was read.
    pub fn read(
        &mut self,
        contents: Result<vault::Contents, StorageFault>,
        now: Time,
        mut rng: &mut dyn CryptoRng,
    ) -> Vec<Effect> {
        self.office.read(contents, &mut self.desk, now, &mut rng)
    }

    /// A transaction came to its end.
    pub fn written(
        &mut self,
        outcome: Result<Written, StorageFault>,
        now: Time,
        mut rng: &mut dyn CryptoRng,
    ) -> Vec<Effect> {
        self.office.written(outcome, &mut self.desk, now, &mut rng)
    }

    /// What was stored was removed, or not.
    pub fn erased(
        &mut self,
        outcome: Result<(), StorageFault>,
        now: Time,
        mut rng: &mut dyn CryptoRng,
    ) -> Vec<Effect> {
        self.office.erased(outcome, &mut self.desk, now, &mut rng)
    }

    /// A passphrase has become a key.
    pub fn stretched(
        &mut self,
        key: Result<StretchedKey, Error>,
        now: Time,
        mut rng: &mut dyn CryptoRng,
    ) -> Vec<Effect> {
        self.office.stretched(key, &mut self.desk, now, &mut rng)
    }

    /// Another tab has written.
    pub fn changed_elsewhere(&mut self) -> Vec<Effect> {
        self.office.changed_elsewhere()
    }

    /// Answers a request of the page.
    pub fn handle(
        &mut self,
        request: Request,
        now: Time,
        mut rng: &mut dyn CryptoRng,
    ) -> Vec<Effect> {
        match request {
            Request::CreateSet {
                job,
                plan,
                password,
            } => match plan.check(now) {
                Ok(()) => self.begin(Work::new(job, Task::Set(plan), password), now),
                Err(error) => vec![Effect::refused(job, error)],
            },
            Request::CreateKey { job, algorithm } => {
                self.begin(Work::new(job, Task::Key(algorithm), None), now)
            }
            Request::CreateRequest {
                job,
                application,
                key: KeySource::New(algorithm),
                signature,
            } => {
                let task = Task::Request(Box::new(application), algorithm, signature);
                self.begin(Work::new(job, task, None), now)
            }
            Request::CreateRequest {
                job,
                application,
                key: KeySource::Item(key),
                signature,
            } => {
                let response = self.apply_with(job, &application, key, signature, &mut rng);
                vec![Effect::Respond(response)]
            }
            Request::Issue { job, order } => match order.subject {
                Subject::New(algorithm) => {
                    self.begin(Work::new(job, Task::Issue(order, algorithm), None), now)
                }
                _ => match self.office.issue_now(*order, &self.desk) {
                    Ok(deed) => self.office.act(job, deed, &mut self.desk, now, &mut rng),
                    Err(error) => vec![Effect::refused(job, error)],
                },
            },
            Request::Batch { job, order } => {
                let before = self.work.take();
                let mut effects: Vec<Effect> =
                    before.map(|_| Effect::StopKeys).into_iter().collect();
                effects.extend(self.office.begin_batch(job, order, now));
                effects
            }
            Request::Ask {
                job,
                ask: Ask::Office(ask),
            } => self.office.answer(job, *ask, &mut self.desk, now, &mut rng),
            Request::Ask { job, ask } => self.desk.answer(job, ask, &mut rng),
            Request::Cancel { job } => match self.office.cancel(job, now) {
                Some(effects) => effects,
                None => self.cancel(job),
            },
            Request::Export(export) => self.export(export, now),
        }
    }

    /// Takes a searcher's report. After the last of the primes the key follows.
    pub fn report(&mut self, searcher: usize, report: Report) -> Vec<Effect> {
        let Some(work) = &mut self.work else {
            return Vec::new();
        };
        let (mut effects, complete) = work.report(searcher, report);
        if let Some(index) = complete {
            effects.extend(match work.assemble(index) {
                Some(pair) => self.take(index, pair),
                None => vec![Effect::MakeKey(work.order(index))],
            });
        }
        effects
    }

    /// Takes what a key worker made of its [`Order`]. After the last of a set's keys the signing
    /// follows.
    pub fn key_ready(&mut self, product: Product) -> Vec<Effect> {
        if self.office.is_batch(product.job) {
            return self.office.row_key(product);
        }
        if self
            .work
            .as_ref()
            .is_none_or(|work| work.job != product.job)
        {
            return Vec::new();
        }
        let pair = match product.outcome {
            Outcome::Made(bytes) => KeyPair::from_bytes(&bytes),
            Outcome::Failed(error) => Err(error),
        };
        self.take(product.index, pair)
    }

    /// Signs and checks the set, the request or the rows whose keys are ready.
    pub fn sign(&mut self, now: Time, mut rng: &mut dyn CryptoRng) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.office.has_batch() {
            effects = self.office.sign_rows(&mut self.desk, now, &mut rng);
        }
        // What was given up for it may still be signed.
        effects.extend(self.sign_work(now, &mut rng));
        effects
    }

    fn sign_work(&mut self, now: Time, rng: &mut impl CryptoRng) -> Vec<Effect> {
        let Some(work) = self.work.take_if(|work| work.is_complete()) else {
            return Vec::new();
        };
        let (job, plan, keys) = match work.finish() {
            Some(Finished::Set(job, plan, keys)) => (job, plan, keys),
            Some(Finished::Request(job, application, signature, pair)) => {
                let response = self.apply(job, &application, pair.key, signature, rng);
                return vec![Effect::Respond(response)];
            }
            Some(Finished::Issue(job, order, pair)) => {
                let deed = Deed::of_new_key(*order, pair.key);
                return self.office.act(job, deed, &mut self.desk, now, rng);
            }
            Some(Finished::Key(..)) | None => return Vec::new(),
        };
        let set = Set::create(&plan, keys, now, rng);
        match set.and_then(|set| Ok((Summary::of(&set)?, set))) {
            Ok((summary, set)) => {
                self.set = Some(set);
                vec![Effect::Respond(Response::Created { job, summary })]
            }
            Err(error) => vec![Effect::refused(job, error)],
        }
    }

    /// A key worker died at this order. It is given to a fresh one, [`RESTARTS`] times a job.
    pub fn key_crashed(&mut self, job: u32, index: usize) -> Vec<Effect> {
        if self.office.is_batch(job) {
            return self.office.row_key_again(index);
        }
        match self.work.as_mut().filter(|work| work.job == job) {
            Some(work) if work.may_restart() => work.order_again(index),
            Some(_) => self.refuse(Error::WorkerCrashed { restarts: RESTARTS }),
            None => Vec::new(),
        }
    }

    /// A searcher died, and a fresh one has its number. It gets something to do, [`RESTARTS`] times
    /// a job.
    pub fn searcher_crashed(&mut self, searcher: usize) -> Vec<Effect> {
        match &mut self.work {
            Some(work) if work.may_restart() => work.replaced(searcher),
            Some(_) => self.refuse(Error::WorkerCrashed { restarts: RESTARTS }),
            None => Vec::new(),
        }
    }

    /// Whoever asks for something gives up what is in the making.
    fn begin(&mut self, mut work: Work, now: Time) -> Vec<Effect> {
        let mut effects = self.office.give_way(now);
        if self.work.is_some() {
            effects.push(Effect::StopKeys);
        }
        effects.extend(work.begin(self.searchers));
        self.work = Some(work);
        effects
    }

    fn take(&mut self, index: usize, pair: Result<KeyPair, Error>) -> Vec<Effect> {
        let pair = match pair {
            Ok(pair) => pair,
            Err(error) => return self.refuse(error),
        };
        let Some(work) = &mut self.work else {
            return Vec::new();
        };
        work.keys[index] = Some(pair);
        match (work.is_complete(), &work.task) {
            (false, _) => vec![work.progress(Stage::Keys)],
            (true, Task::Set(_) | Task::Request(..) | Task::Issue(..)) => {
                vec![work.progress(Stage::Signatures), Effect::Sign]
            }
            (true, Task::Key(_)) => self.keep_key(),
        }
    }

    fn keep_key(&mut self) -> Vec<Effect> {
        let Some(Finished::Key(job, pair)) = self.work.take().and_then(Work::finish) else {
            return Vec::new();
        };
        let key = self.desk.put(Format::Pkcs8, Object::PrivateKey(pair.key));
        vec![Effect::Respond(Response::KeyCreated { job, key })]
    }

    /// Signs a request with a key that was made for it. The key is kept also when it cannot sign it.
    fn apply(
        &mut self,
        job: u32,
        application: &Application,
        key: PrivateKey,
        signature: Option<SignatureAlgorithm>,
        rng: &mut impl CryptoRng,
    ) -> Response {
        let key = self.desk.put(Format::Pkcs8, Object::PrivateKey(key));
        self.apply_with(job, application, key.id, signature, rng)
    }

    /// Signs a request with a key that lies on the desk.
    fn apply_with(
        &mut self,
        job: u32,
        application: &Application,
        key: u32,
        signature: Option<SignatureAlgorithm>,
        rng: &mut impl CryptoRng,
    ) -> Response {
        let request = self.desk.certificate_key(key).and_then(|key| {
            let signature = signature.unwrap_or(key.algorithm().signature());
            let request = pki::Request::apply(application, key, signature, rng)?;
            request.verify()?;
            Ok(request)
        });
        let request = request.and_then(|request| Ok((request, self.desk.summary(key)?)));
        match request {
            Ok((request, key)) => {
                let request = self.desk.put(Format::Request, Object::Request(request));
                Response::RequestCreated { job, request, key }
            }
            Err(error) => Response::Refused { job, error },
        }
    }

    fn cancel(&mut self, job: u32) -> Vec<Effect> {
        if self.work.as_ref().is_none_or(|work| work.job != job) {
            return Vec::new();
        }
        self.work = None;
        vec![Effect::StopKeys, Effect::cancelled(job)]
    }

    fn export(&self, export: Export, now: Time) -> Vec<Effect> {
        match self.download(&export, now) {
            Ok(Some(download)) => vec![Effect::Offer(download)],
            Ok(None) | Err(_) => vec![Effect::Respond(Response::Unavailable(export))],
        }
    }

    fn download(&self, export: &Export, now: Time) -> Result<Option<Download>, Error> {
        let set = self.set.as_ref();
        Ok(match export {
            Export::File(name) => {
                let file = set.map(|set| set.file(name)).transpose()?.flatten();
                file.map(|file| Download::new(file.name, file.media_type, file.contents))
            }
            Export::Archive(language) => {
                let archive = set.map(|set| set.zip(*language, now)).transpose()?;
                archive.map(|contents| Download::new(ARCHIVE, "application/zip", contents))
            }
        })
    }

    fn refuse(&mut self, error: Error) -> Vec<Effect> {
        match self.work.take() {
            Some(Work { job, .. }) => vec![Effect::StopKeys, Effect::refused(job, error)],
            None => Vec::new(),
        }
    }
}
