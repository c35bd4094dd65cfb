//! The hunt as the engine leads it: searchers of every kind, honest, lying, late and dying, and what
//! becomes of the key.

#[path = "common/support.rs"]
mod support;

use certwright::{
    Error,
    engine::{
        Ask, Command, Download, Effect, Engine, News, Order, RESTARTS, Report, Request, Response,
        Writing,
    },
    pki::{Algorithm, Encoding, PrivateForm, PrivateKey},
    primes::{Kernel, Portable, Search},
};
use crypto_bigint::{BoxedUint, Odd};
use rand_chacha::ChaCha20Rng;
use support::{now, openssl, password, plan, rng};

/// Searchers that do what they are told, a step at a time, and the engine's side of it.
struct Crew<K> {
    engine: Engine,
    searchers: Vec<Searcher<K>>,
    orders: Vec<Order>,
    responses: Vec<Response>,
    stopped: usize,
    rng: ChaCha20Rng,
}

struct Searcher<K> {
    search: Search<K>,
    told: Option<Command>,
    commands: Vec<&'static str>,
    tests: u64,
}

impl<K: Kernel + Default> Searcher<K> {
    fn new() -> Self {
        // All keys here are of 2048 bits.
        Self {
            search: Search::new(1024, K::default()),
            told: None,
            commands: Vec::new(),
            tests: 0,
        }
    }
}

impl<K: Kernel + Default> Crew<K> {
    fn of(searchers: usize, seed: u8) -> Self {
        Self {
            engine: Engine::new(searchers),
            searchers: (0..searchers).map(|_| Searcher::new()).collect(),
            orders: Vec::new(),
            responses: Vec::new(),
            stopped: 0,
            rng: rng(seed),
        }
    }

    fn ask(&mut self, request: Request) {
        let effects = self.engine.handle(request, now(), &mut self.rng);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Tell(searcher, command) => {
                    let searcher = &mut self.searchers[searcher];
                    searcher.commands.push(match command {
                        Command::Seek { .. } => "seek",
                        Command::Prove { .. } => "prove",
                        Command::Rest => "rest",
                    });
                    searcher.told = Some(command);
                }
                Effect::MakeKey(order) => self.orders.push(order),
                Effect::Respond(response) => self.responses.push(response),
                Effect::StopKeys => {
                    self.stopped += 1;
                    self.searchers.iter_mut().for_each(|it| it.told = None);
                }
                other => panic!("{other:?}"),
            }
        }
    }

    /// What the searcher comes to in one step, if it does anything.
    fn step(&mut self, index: usize) -> Option<Report> {
        let rng = &mut self.rng;
        let searcher = &mut self.searchers[index];
        let (hunt, news) = match searcher.told.clone()? {
            Command::Seek { hunt, .. } => match searcher.search.step(rng) {
                Some(candidate) => (hunt, News::Found(candidate)),
                None => (hunt, News::Seeking),
            },
            Command::Prove { hunt, candidate } => {
                searcher.told = None;
                (hunt, News::Judged(candidate.prove(rng)))
            }
            Command::Rest => return None,
        };
        let tests = (searcher.search.tests() - searcher.tests) as u32;
        searcher.tests = searcher.search.tests();
        Some(Report { hunt, tests, news })
    }

    /// Everybody works in turn until there is nothing to do.
    fn work(&mut self) {
        for _ in 0..1_000_000 {
            let mut idle = true;
            for index in 0..self.searchers.len() {
                if let Some(report) = self.step(index) {
                    idle = false;
                    let effects = self.engine.report(index, report);
                    self.carry_out(effects);
                }
            }
            if idle {
                return;
            }
        }
        panic!("no end of it");
    }

    fn key(&mut self) -> PrivateKey {
        let Some(Response::KeyCreated { key, .. }) = self.responses.last() else {
            panic!("no key");
        };
        let writing = Writing::PrivateKey {
            item: key.id,
            form: PrivateForm::Pkcs8,
            encoding: Encoding::Pem,
            protection: None,
        };
        let save = Request::Ask {
            job: 99,
            ask: Ask::Save(writing),
        };
        let effects = self.engine.handle(save, now(), &mut self.rng);
        let [Effect::Offer(Download { contents, .. }), _] = &effects[..] else {
            panic!("{effects:?}");
        };
        PrivateKey::from_pem(core::str::from_utf8(contents).unwrap(), None).unwrap()
    }
}

fn a_key(job: u32) -> Request {
    Request::CreateKey {
        job,
        algorithm: Algorithm::Rsa(2048),
    }
}

#[test]
fn however_many_searchers_there_are_a_key_comes_of_it_that_openssl_accepts() {
    for searchers in [1, 2, 3, 8] {
        let mut crew = Crew::<Portable>::of(searchers, searchers as u8);
        crew.ask(a_key(1));
        crew.work();
        let [.., Response::KeyCreated { job: 1, key: made }] = &crew.responses[..] else {
            panic!("{:?}", crew.responses);
        };
        assert_eq!(made.key().unwrap().algorithm, Algorithm::Rsa(2048));
        let key = crew.key();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(
            folder.path().join("key.pem"),
            key.to_pem().unwrap().as_bytes(),
        )
        .unwrap();
        let says = openssl(folder.path(), "rsa -check -noout -in key.pem").expect("a good key");
        assert!(says.contains("RSA key ok"), "{says}");
    }
}

#[test]
fn all_seek_at_once_and_two_are_proved_side_by_side() {
    let mut crew = Crew::<Portable>::of(4, 9);
    crew.ask(a_key(1));
    assert!(crew.searchers.iter().all(|it| it.commands == ["seek"]));
    crew.work();
    let proving = crew
        .searchers
        .iter()
        .filter(|it| it.commands.contains(&"prove"));
    assert_eq!(proving.count(), 2, "each by another");
    for searcher in &crew.searchers {
        // Who proved has nothing to stop; the others were told.
        assert!(matches!(searcher.commands.last(), Some(&"prove" | &"rest")));
        assert!(!matches!(
            searcher.told,
            Some(Command::Seek { .. } | Command::Prove { .. })
        ));
    }
}

#[test]
fn the_effort_is_told_and_may_pass_what_was_expected() {
    let efforts = |crew: &Crew<Portable>| -> Vec<(u32, u32)> {
        let effort = |response: &Response| match response {
            Response::Progress { progress, .. } => {
                progress.search.map(|it| (it.tests, it.expected))
            }
            _ => None,
        };
        crew.responses.iter().filter_map(effort).collect()
    };
    let (mut more, mut less) = (0, 0);
    for seed in 0..8 {
        let mut crew = Crew::<Portable>::of(2, seed);
        crew.ask(a_key(1));
        crew.work();
        let efforts = efforts(&crew);
        assert!(efforts.is_sorted());
        let tested: u64 = crew.searchers.iter().map(|it| it.search.tests()).sum();
        let (tests, expected) = efforts[efforts.len() - 1];
        assert_eq!(u64::from(tests), tested);
        assert_eq!(expected, 64);
        match tests > expected {
            true => more += 1,
            false => less += 1,
        }
    }
    assert!(more > 0 && less > 0, "{more} and {less}");
}

/// Calls everything a prime.
#[derive(Default)]
struct Liar;

impl Kernel for Liar {
    fn fermat(&mut self, _: [&Odd<BoxedUint>; 2]) -> [bool; 2] {
        [true, true]
    }
}

#[test]
fn a_kernel_that_lies_costs_time_and_never_makes_a_key_of_a_composite() {
    let mut crew = Crew::<Liar>::of(2, 20);
    crew.ask(a_key(1));
    crew.work();
    let proofs = crew
        .searchers
        .iter()
        .flat_map(|it| &it.commands)
        .filter(|it| **it == "prove");
    assert!(proofs.count() > 10, "one in thirty is prime");
    let folder = tempfile::tempdir().unwrap();
    let pem = crew.key().to_pem().unwrap();
    std::fs::write(folder.path().join("key.pem"), pem.as_bytes()).unwrap();
    // OpenSSL's check tests both for primality.
    openssl(folder.path(), "rsa -check -noout -in key.pem").expect("a good key");
}

#[test]
fn a_set_gets_three_keys_of_six_primes_and_encrypts_them_in_key_workers() {
    let mut crew = Crew::<Portable>::of(2, 30);
    crew.ask(Request::CreateSet {
        job: 1,
        plan: plan(Algorithm::Rsa(2048)),
        password: Some(password()),
    });
    crew.work();
    let orders = std::mem::take(&mut crew.orders);
    assert_eq!(
        orders.iter().map(|it| it.index).collect::<Vec<_>>(),
        [0, 1, 2]
    );
    let mut primes = Vec::new();
    let mut last = Vec::new();
    for order in orders {
        primes.extend(order.primes.iter().flatten().map(|it| it.to_uint()));
        last = crew.engine.key_ready(order.fulfil(&mut crew.rng));
    }
    assert!(matches!(last.last(), Some(Effect::Sign)), "{last:?}");
    primes.sort();
    primes.dedup();
    assert_eq!(primes.len(), 6);
    let effects = crew.engine.sign(now(), &mut crew.rng);
    assert!(
        matches!(
            effects[..],
            [Effect::Respond(Response::Created { job: 1, .. })]
        ),
        "{effects:?}"
    );
}

#[test]
fn a_cancelled_hunt_is_over_and_its_reports_come_too_late() {
    let mut crew = Crew::<Portable>::of(2, 40);
    crew.ask(a_key(1));
    // One has found something, and the word of it is on its way.
    let late = loop {
        match crew.step(0) {
            Some(report) if matches!(report.news, News::Found(_)) => break report,
            _ => {}
        }
    };
    crew.ask(Request::Cancel { job: 1 });
    assert_eq!(crew.stopped, 1);
    assert!(crew.engine.report(0, late.clone()).is_empty());

    crew.ask(a_key(2));
    assert!(crew.engine.report(0, late).is_empty(), "not of this hunt");
    crew.work();
    assert!(matches!(
        crew.responses.last(),
        Some(Response::KeyCreated { job: 2, .. })
    ));
}

#[test]
fn what_a_dying_searcher_was_proving_is_proved_by_another() {
    let mut crew = Crew::<Portable>::of(1, 50);
    crew.ask(a_key(1));
    let proving = loop {
        if let Some(command @ Command::Prove { .. }) = &crew.searchers[0].told {
            break command.clone();
        }
        let report = crew.step(0).unwrap();
        let effects = crew.engine.report(0, report);
        crew.carry_out(effects);
    };
    crew.searchers[0] = Searcher::new();
    let effects = crew.engine.searcher_crashed(0);
    crew.carry_out(effects);
    assert_eq!(crew.searchers[0].told, Some(proving));
    crew.work();
    assert!(matches!(
        crew.responses.last(),
        Some(Response::KeyCreated { .. })
    ));
}

#[test]
fn searchers_that_keep_dying_end_the_work_with_a_reason() {
    let mut crew = Crew::<Portable>::of(2, 60);
    crew.ask(a_key(1));
    for _ in 0..=RESTARTS {
        let effects = crew.engine.searcher_crashed(1);
        crew.carry_out(effects);
    }
    let error = Error::WorkerCrashed { restarts: RESTARTS };
    assert_eq!(
        crew.responses.last(),
        Some(&Response::Refused { job: 1, error })
    );
    assert_eq!(crew.stopped, 1);
    assert!(
        crew.engine.searcher_crashed(0).is_empty(),
        "the work is over"
    );
}
