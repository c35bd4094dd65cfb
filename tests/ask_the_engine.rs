//! The engine as the page sees it: requests in, effects out, no browser.

#[path = "common/support.rs"]
mod support;

use certwright::{
    Error,
    authority::{Language, Role},
    engine::{
        ARCHIVE, Download, Effect, Engine, Export, Order, Outcome, Product, Progress, RESTARTS,
        Request, Response, Stage, decode, encode,
    },
    pki::{Algorithm, Password, PrivateKey},
};
use support::{now, password, plan, rng};

/// The keys of a set are in the order of [`Role::ALL`].
const SERVER: usize = Role::Server as usize;
const CLIENT: usize = Role::Client as usize;

/// Begins a set and gives the orders for its keys.
fn begin(engine: &mut Engine, job: u32, password: Option<Password>) -> Vec<Order> {
    let plan = plan(Algorithm::P256);
    orders(engine.handle(
        Request::CreateSet {
            job,
            plan,
            password,
        },
        now(),
        &mut rng(1),
    ))
}

fn orders(effects: Vec<Effect>) -> Vec<Order> {
    let order = |effect| {
        if let Effect::MakeKey(order) = effect {
            Some(order)
        } else {
            None
        }
    };
    effects.into_iter().filter_map(order).collect()
}

/// Makes a whole set.
fn finish(engine: &mut Engine, orders: Vec<Order>, seed: u8) -> Vec<Effect> {
    let rng = &mut rng(seed);
    let mut last = Vec::new();
    for order in orders {
        last = engine.key_ready(order.fulfil(rng));
    }
    assert!(matches!(last.last(), Some(Effect::Sign)), "{last:?}");
    engine.sign(now(), rng)
}

fn export(engine: &mut Engine, export: Export) -> Download {
    match engine
        .handle(Request::Export(export), now(), &mut rng(1))
        .pop()
    {
        Some(Effect::Offer(download)) => download,
        other => panic!("{other:?}"),
    }
}

#[test]
fn three_keys_are_ordered_at_once_and_the_set_follows_the_last() {
    let mut engine = Engine::default();
    let orders = begin(&mut engine, 7, None);
    assert_eq!(
        orders.iter().map(|order| order.index).collect::<Vec<_>>(),
        [0, 1, 2]
    );

    // They come back in any order.
    let rng = &mut rng(1);
    let mut progress = Vec::new();
    for order in orders.into_iter().rev() {
        for effect in engine.key_ready(order.fulfil(rng)) {
            if let Effect::Respond(Response::Progress {
                job: 7,
                progress: at,
            }) = effect
            {
                progress.push(at);
            }
        }
    }
    let keys = |keys| Progress {
        stage: Stage::Keys,
        keys,
        restarts: 0,
        search: None,
    };
    assert_eq!(
        progress,
        [
            keys(1),
            keys(2),
            Progress {
                stage: Stage::Signatures,
                keys: 3,
                restarts: 0,
                search: None,
            }
        ]
    );

    let effects = engine.sign(now(), rng);
    let [Effect::Respond(Response::Created { job: 7, summary })] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(summary.certificates.len(), 3);
    assert_eq!(
        summary.certificates[0].subject,
        "C=CN, O=\"Acme, Gänse & Söhne\", CN=Acme Root"
    );
    assert_eq!(summary.certificates[1].alt_names.len(), 4);
}

#[test]
fn the_page_never_gets_a_private_key() {
    let mut engine = Engine::default();
    let orders = begin(&mut engine, 1, None);
    for effect in finish(&mut engine, orders, 2) {
        if let Effect::Respond(response) = effect {
            let octets = encode(&response).unwrap();
            assert!(!octets.windows(11).any(|window| window == b"PRIVATE KEY"));
            assert!(octets.windows(11).any(|window| window == b"CERTIFICATE"));
        }
    }
    let Download { name, contents, .. } = export(&mut engine, Export::File("cakey.pem".into()));
    assert_eq!(name, "cakey.pem");
    assert!(contents.starts_with(b"-----BEGIN PRIVATE KEY-----"));
}

#[test]
fn with_a_password_no_key_leaves_in_plain() {
    let mut engine = Engine::default();
    let orders = begin(&mut engine, 1, Some(password()));
    finish(&mut engine, orders, 3);
    for name in ["cakey.pem", "key.pem", "clientkey.pem"] {
        let pem = String::from_utf8(
            export(&mut engine, Export::File(name.into()))
                .contents
                .to_vec(),
        )
        .unwrap();
        assert!(
            pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"),
            "{name}"
        );
        PrivateKey::from_pem(&pem, Some(&password())).unwrap();
    }
    let archive = export(&mut engine, Export::Archive(Language::ZhHans));
    assert_eq!(archive.name, ARCHIVE);
    assert!(archive.contents.starts_with(b"PK\x03\x04"));
}

#[test]
fn cancel_stops_the_keys_and_keeps_the_set_before() {
    let mut engine = Engine::default();
    let first = begin(&mut engine, 1, None);
    finish(&mut engine, first, 4);
    let second = begin(&mut engine, 2, None);

    assert!(
        engine
            .handle(Request::Cancel { job: 1 }, now(), &mut rng(1))
            .is_empty(),
        "not the set in the making"
    );
    let effects = engine.handle(Request::Cancel { job: 2 }, now(), &mut rng(1));
    assert!(
        matches!(
            effects[..],
            [
                Effect::StopKeys,
                Effect::Respond(Response::Cancelled { job: 2 })
            ]
        ),
        "{effects:?}"
    );

    // A key that was finished in that very moment changes nothing.
    for order in second {
        assert!(engine.key_ready(order.fulfil(&mut rng(5))).is_empty());
    }
    assert!(engine.sign(now(), &mut rng(5)).is_empty());
    export(&mut engine, Export::File("cacert.pem".into()));
}

#[test]
fn a_crashed_key_worker_is_replaced_a_few_times() {
    let mut engine = Engine::default();
    let mut waiting = begin(&mut engine, 1, None);
    for restart in 1..=RESTARTS {
        let effects = engine.key_crashed(1, SERVER);
        let [
            Effect::Respond(Response::Progress { progress, .. }),
            Effect::MakeKey(order),
        ] = &effects[..]
        else {
            panic!("{effects:?}");
        };
        assert_eq!((progress.restarts, order.index), (restart, SERVER));
        waiting[SERVER] = order.clone();
    }
    let effects = finish(&mut engine, waiting, 6);
    assert!(
        matches!(effects[..], [Effect::Respond(Response::Created { .. })]),
        "{effects:?}"
    );
}

#[test]
fn a_key_worker_that_keeps_crashing_ends_the_work_with_a_reason() {
    let mut engine = Engine::default();
    begin(&mut engine, 1, None);
    let last = (0..=RESTARTS)
        .map(|_| engine.key_crashed(1, CLIENT))
        .last()
        .unwrap();
    let refused = Response::Refused {
        job: 1,
        error: Error::WorkerCrashed { restarts: RESTARTS },
    };
    assert!(
        matches!(&last[..], [Effect::StopKeys, Effect::Respond(response)] if *response == refused),
        "{last:?}"
    );
    assert!(engine.key_crashed(1, CLIENT).is_empty(), "the work is over");
}

#[test]
fn a_key_that_cannot_be_made_or_read_ends_the_work_with_its_reason() {
    let broken = [
        (
            Outcome::Failed(Error::KeyGeneration {
                algorithm: Algorithm::P256,
            }),
            Error::KeyGeneration {
                algorithm: Algorithm::P256,
            },
        ),
        (
            Outcome::Made(vec![1, 2, 3].into()),
            Error::Encoding {
                what: String::new(),
            },
        ),
    ];
    for (outcome, expected) in broken {
        let mut engine = Engine::default();
        begin(&mut engine, 1, None);
        let effects = engine.key_ready(Product {
            job: 1,
            index: SERVER,
            outcome,
        });
        let [
            Effect::StopKeys,
            Effect::Respond(Response::Refused { job: 1, error }),
        ] = &effects[..]
        else {
            panic!("{effects:?}");
        };
        assert_eq!(
            std::mem::discriminant(error),
            std::mem::discriminant(&expected)
        );
    }
}

#[test]
fn a_plan_that_cannot_be_carried_out_is_refused_before_any_key() {
    let mut plan = plan(Algorithm::P256);
    plan.authority_years = 1;
    let effects = Engine::default().handle(
        Request::CreateSet {
            job: 3,
            plan,
            password: None,
        },
        now(),
        &mut rng(1),
    );
    let [Effect::Respond(Response::Refused { job: 3, error })] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert!(matches!(error, Error::OutlivesIssuer { .. }), "{error:?}");
}

#[test]
fn a_new_set_takes_the_place_of_one_in_the_making() {
    let mut engine = Engine::default();
    let stale = begin(&mut engine, 1, None);
    let effects = engine.handle(
        Request::CreateSet {
            job: 2,
            plan: plan(Algorithm::P256),
            password: None,
        },
        now(),
        &mut rng(1),
    );
    assert!(matches!(effects[0], Effect::StopKeys));
    assert!(
        engine
            .key_ready(stale[0].clone().fulfil(&mut rng(7)))
            .is_empty()
    );
    assert!(engine.key_crashed(1, SERVER).is_empty());
    let effects = finish(&mut engine, orders(effects), 8);
    assert!(
        matches!(
            effects[..],
            [Effect::Respond(Response::Created { job: 2, .. })]
        ),
        "{effects:?}"
    );
}

#[test]
fn what_is_not_there_is_not_offered() {
    let mut engine = Engine::default();
    let gone =
        |effects: Vec<Effect>| matches!(effects[..], [Effect::Respond(Response::Unavailable(_))]);
    let key = || Request::Export(Export::File("key.pem".into()));
    assert!(gone(engine.handle(key(), now(), &mut rng(1))), "no set yet");
    let orders = begin(&mut engine, 1, None);
    finish(&mut engine, orders, 9);
    assert!(
        gone(engine.handle(
            Request::Export(Export::File("../key.pem".into())),
            now(),
            &mut rng(1)
        )),
        "no such file"
    );
}

#[test]
fn messages_cross_whole_and_secrets_are_not_printed() {
    let plan = plan(Algorithm::Rsa(3072));
    let request = Request::CreateSet {
        job: 1,
        plan: plan.clone(),
        password: Some(password()),
    };
    let octets = encode(&request).unwrap();
    let Request::CreateSet {
        job: 1,
        plan: read,
        password: Some(read_password),
    } = decode(&octets).unwrap()
    else {
        panic!("another request");
    };
    assert_eq!(read, plan);
    assert_eq!(read_password.as_bytes(), password().as_bytes());
    assert!(!format!("{request:?}").contains("horse"));

    for length in 0..octets.len() {
        assert!(
            decode::<Request>(&octets[..length]).is_err(),
            "cut at {length}"
        );
    }
}
