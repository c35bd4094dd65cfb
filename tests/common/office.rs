//! An engine with its storage and its workers, as one program: requests in, responses out.

#![allow(dead_code, reason = "not every story uses all of it")]

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use certwright::{
    Error,
    authority::{Filter, Issuance, Query, Row, Sort},
    engine::{
        Answer, Ask, Contents, Download, Effect, Engine, Request, Response, Upload,
        office::{CaFacts, Certified, OfficeAnswer, OfficeAsk, Order, Subject, VaultFacts},
    },
    pki::{
        Algorithm, AltName, Application, Attribute, AttributeType, Extension, ExtensionValue,
        KeyUsage, Name, Oid, Password, Time, Validity,
    },
    vault::{self, Memory, Storage, StorageFault, Transaction, Written},
};
use rand_chacha::ChaCha20Rng;
use zeroize::Zeroizing;

/// A storage that several programs share, and that can be made to fail.
#[derive(Clone, Default)]
pub struct Disk(Rc<RefCell<DiskState>>);

#[derive(Default)]
struct DiskState {
    memory: Memory,
    /// How many writes go well before one fails, and how.
    failing: Option<(u32, StorageFault)>,
    writes: u32,
}

impl Disk {
    /// After so many more writes the next one fails; those after it go well again.
    pub fn fail_after(&self, writes: u32, fault: StorageFault) {
        self.0.borrow_mut().failing = Some((writes, fault));
    }

    /// How many writes were asked for.
    pub fn writes(&self) -> u32 {
        self.0.borrow().writes
    }

    /// All that is stored.
    pub fn contents(&self) -> vault::Contents {
        self.0.borrow().memory.read(0).expect("memory")
    }

    /// Puts other octets in the header's place, unnoticed.
    pub fn put_header(&self, octets: &[u8]) {
        let memory = &mut self.0.borrow_mut().memory;
        let written = memory.write(&Transaction {
            expects: memory.read(0).expect("memory").revision,
            header: Some(octets.to_vec()),
            records: Vec::new(),
        });
        assert_eq!(written, Ok(Written::Done));
    }

    /// Puts other octets in a record's place, unnoticed.
    pub fn put(&self, id: u32, octets: Vec<u8>) {
        let memory = &mut self.0.borrow_mut().memory;
        let expects = memory.read(0).expect("memory").revision;
        let records = vec![(id, Some(octets))];
        let written = memory.write(&Transaction {
            expects,
            header: None,
            records,
        });
        assert_eq!(written, Ok(Written::Done));
    }

    /// Removes everything. The revision goes on, as it does in the browser.
    fn erase(&self) {
        let memory = &mut self.0.borrow_mut().memory;
        let last = memory.read(0).expect("memory").revision;
        *memory = Memory::default();
        for expects in 0..=last {
            let nothing = Transaction {
                expects,
                header: None,
                records: Vec::new(),
            };
            assert_eq!(memory.write(&nothing), Ok(Written::Done));
        }
    }

    fn write(&self, transaction: &Transaction) -> Result<Written, StorageFault> {
        let state = &mut *self.0.borrow_mut();
        state.writes += 1;
        match state.failing.take() {
            Some((0, fault)) => return Err(fault),
            Some((writes, fault)) => state.failing = Some((writes - 1, fault)),
            None => {}
        }
        state.memory.write(transaction)
    }
}

/// A tab.
pub struct Tab {
    pub engine: Engine,
    pub disk: Disk,
    pub now: Time,
    pub rng: ChaCha20Rng,
    pub downloads: Vec<Download>,
    pub responses: Vec<Response>,
    /// Effects that are not carried out yet: what a tab that is killed had still to do.
    pub pending: VecDeque<Effect>,
    job: u32,
}

impl Tab {
    /// Opens a tab on what is stored.
    pub fn open(disk: &Disk, seed: u8, now: Time) -> Self {
        use rand_chacha::rand_core::SeedableRng;
        let mut tab = Self {
            engine: Engine::new(0),
            disk: disk.clone(),
            now,
            rng: ChaCha20Rng::from_seed([seed; 32]),
            downloads: Vec::new(),
            responses: Vec::new(),
            pending: VecDeque::new(),
            job: 0,
        };
        tab.pending = tab.engine.start().into();
        tab.run();
        tab
    }

    /// Sends a request and carries out one effect after the other until there is none.
    pub fn send(&mut self, request: Request) {
        self.begin(request);
        self.run();
    }

    /// Sends a request; its effects wait.
    pub fn begin(&mut self, request: Request) {
        let effects = self.engine.handle(request, self.now, &mut self.rng);
        self.pending.extend(effects);
    }

    /// Carries out what waits.
    pub fn run(&mut self) {
        while self.step() {}
    }

    /// Carries out one effect; false when there is none.
    pub fn step(&mut self) -> bool {
        let Some(effect) = self.pending.pop_front() else {
            return false;
        };
        let (now, rng) = (self.now, &mut self.rng);
        let effects = match effect {
            Effect::Respond(response) => {
                self.responses.push(response);
                Vec::new()
            }
            Effect::MakeKey(order) => {
                let product = order.fulfil(rng);
                self.engine.key_ready(product)
            }
            Effect::Sign => self.engine.sign(now, rng),
            Effect::Offer(file) => {
                self.downloads.push(file);
                Vec::new()
            }
            Effect::Read { since } => {
                let contents = self.disk.0.borrow().memory.read(since);
                self.engine.read(contents, now, rng)
            }
            Effect::Write(transaction) => {
                let outcome = self.disk.write(&transaction);
                self.engine.written(outcome, now, rng)
            }
            Effect::Erase => {
                self.disk.erase();
                self.engine.erased(Ok(()), now, rng)
            }
            Effect::Stretch(stretch) => self.engine.stretched(stretch.fulfil(), now, rng),
            Effect::Tell(..) | Effect::StopKeys => Vec::new(),
        };
        self.pending.extend(effects);
        true
    }

    /// The number of the next request.
    pub fn next_job(&mut self) -> u32 {
        self.job += 1;
        self.job
    }

    /// Asks, and hears the answer.
    pub fn ask(&mut self, ask: OfficeAsk) -> Result<OfficeAnswer, Error> {
        let job = self.next_job();
        let ask = Ask::Office(Box::new(ask));
        self.send(Request::Ask { job, ask });
        self.answer(job)
    }

    /// What was answered to a request.
    pub fn answer(&self, job: u32) -> Result<OfficeAnswer, Error> {
        let mut answers = self.responses.iter().rev();
        let answer = answers.find_map(|response| match response {
            Response::Answered {
                job: of,
                answer: Answer::Office(answer),
            } if *of == job => Some(Ok((**answer).clone())),
            Response::Refused { job: of, error } if *of == job => Some(Err(error.clone())),
            _ => None,
        });
        answer.expect("an answer")
    }

    /// Issues, and hears what came about.
    pub fn issue(&mut self, issuance: Issuance, subject: Subject) -> Result<Certified, Error> {
        let job = self.next_job();
        let order = Box::new(Order { issuance, subject });
        self.send(Request::Issue { job, order });
        self.certified(job).expect("an answer")
    }

    /// What came of an order; nothing yet, perhaps.
    pub fn certified(&self, job: u32) -> Option<Result<Certified, Error>> {
        let mut responses = self.responses.iter().rev();
        responses.find_map(|response| match response {
            Response::Issued { job: of, certified } if *of == job => Some(Ok(certified.clone())),
            Response::Refused { job: of, error } if *of == job => Some(Err(error.clone())),
            _ => None,
        })
    }

    /// Makes a vault of what is in memory, or puts another passphrase in the old one's place.
    pub fn set_passphrase(&mut self, old: Option<&str>, new: &str) -> Result<VaultFacts, Error> {
        let old = old.map(passphrase);
        let new = passphrase(new);
        vault(self.ask(OfficeAsk::SetPassphrase { old, new })?)
    }

    pub fn unlock(&mut self, text: &str) -> Result<VaultFacts, Error> {
        vault(self.ask(OfficeAsk::Unlock(passphrase(text)))?)
    }

    /// A root with a name, ten years long; its number.
    pub fn root(&mut self, name: &str) -> u32 {
        let issuance = authority(None, name, self.now, 3650, None);
        let certified = self.issue(issuance, Subject::New(Algorithm::P256));
        certified.expect("a root").authority.expect("an authority")
    }

    /// A server of this authority; its entry's number.
    pub fn server(&mut self, issuer: u32, name: &str) -> Result<u32, Error> {
        let issuance = server(issuer, name, self.now);
        let certified = self.issue(issuance, Subject::New(Algorithm::P256))?;
        Ok(certified.entry.expect("an entry"))
    }

    /// The authorities that are there.
    pub fn authorities(&mut self) -> Vec<CaFacts> {
        match self.ask(OfficeAsk::Authorities).expect("authorities") {
            OfficeAnswer::Authorities(all) => all,
            other => panic!("{other:?}"),
        }
    }

    /// What the authorities are called.
    pub fn labels(&mut self) -> Vec<String> {
        let all = self.authorities().into_iter();
        all.map(|it| it.label).collect()
    }

    /// The certificates of all authorities, by name.
    pub fn rows(&mut self) -> Vec<Row> {
        let query = Query {
            authority: None,
            filter: Filter::All,
            profile: None,
            search: String::new(),
            sort: Sort::Name,
            is_descending: false,
            skip: 0,
            count: 1000,
        };
        match self.ask(OfficeAsk::Rows(query)).expect("rows") {
            OfficeAnswer::Rows(rows) => rows.rows,
            other => panic!("{other:?}"),
        }
    }

    /// What these certificates are for.
    pub fn names(&mut self) -> Vec<String> {
        let rows = self.rows().into_iter();
        rows.map(|it| it.name).collect()
    }

    /// The last file that was offered.
    pub fn file(&mut self) -> Download {
        self.downloads.pop().expect("a file")
    }
}

pub fn vault(answer: OfficeAnswer) -> Result<VaultFacts, Error> {
    match answer {
        OfficeAnswer::Vault(facts) => Ok(facts),
        other => panic!("{other:?}"),
    }
}

pub fn passphrase(text: &str) -> Password {
    Password::new(text.into()).expect("characters")
}

pub fn upload(name: &str, octets: &[u8]) -> Upload {
    Upload {
        name: name.into(),
        contents: Contents::Here(Zeroizing::new(octets.to_vec())),
    }
}

/// An authority's certificate, to be kept under its name.
pub fn authority(
    issuer: Option<u32>,
    name: &str,
    now: Time,
    days: u32,
    path_len: Option<u8>,
) -> Issuance {
    let usages = [KeyUsage::KeyCertSign, KeyUsage::CrlSign];
    let extensions = vec![
        Extension::critical(ExtensionValue::KeyUsage(usages.into_iter().collect())),
        Extension::critical(ExtensionValue::BasicConstraints { ca: true, path_len }),
    ];
    Issuance {
        label: Some(name.into()),
        ..issuance(issuer, name, extensions, now, days)
    }
}

/// A server's certificate.
pub fn server(issuer: u32, name: &str, now: Time) -> Issuance {
    let names = vec![AltName::server(name).expect("a name")];
    let extensions = vec![
        Extension::critical(ExtensionValue::KeyUsage(
            [KeyUsage::DigitalSignature].into_iter().collect(),
        )),
        Extension::not_critical(ExtensionValue::SubjectAltName(names)),
        Extension::critical(ExtensionValue::BasicConstraints {
            ca: false,
            path_len: None,
        }),
        Extension::not_critical(ExtensionValue::ExtendedKeyUsage(vec![
            Oid::parse("1.3.6.1.5.5.7.3.1").expect("an OID"),
        ])),
    ];
    issuance(Some(issuer), name, extensions, now, 90)
}

fn issuance(
    issuer: Option<u32>,
    name: &str,
    extensions: Vec<Extension>,
    now: Time,
    days: u32,
) -> Issuance {
    let name = Attribute::new(AttributeType::CommonName, name).expect("a name");
    Issuance {
        issuer,
        application: Application {
            subject: Name::default().with(name),
            extensions,
            ..Application::default()
        },
        validity: Validity::days(now, days).expect("days"),
        signature: None,
        profile: "server".into(),
        label: None,
        keeps_key: true,
        renews: None,
        serial: None,
    }
}
