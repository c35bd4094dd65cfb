//! ACME accounts' keys on the desk: what they answer, and what they are kept apart from.

#[path = "common/support.rs"]
mod support;

use certwright::{
    Error,
    engine::{Answer, Ask, Contents, Effect, Engine, KeySource, Request, Response, Upload},
    pki::{Algorithm, Application, PrivateKey},
};
use support::{now, rng};
use zeroize::Zeroizing;

/// RFC 8555, section 8.4's.
const TOKEN: &str = "evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA";

#[test]
fn an_accounts_key_gets_no_certificate() {
    let mut engine = Engine::default();
    let key = PrivateKey::generate(Algorithm::P256, &mut rng(1)).unwrap();
    // The same key twice: it is the key that is refused, wherever it lies.
    let [account, copy] = [open(&mut engine, &key), open(&mut engine, &key)];
    let other = PrivateKey::generate(Algorithm::P256, &mut rng(2)).unwrap();
    let other = open(&mut engine, &other);
    assert_eq!(request(&mut engine, account), Ok(()));
    let facts = ask(&mut engine, Ask::Account { item: account });
    assert!(matches!(facts, Ok(Answer::Account(_))), "{facts:?}");
    for item in [account, copy] {
        let refused = request(&mut engine, item);
        assert_eq!(refused, Err(Error::AccountKeyAsCertificateKey));
    }
    assert_eq!(request(&mut engine, other), Ok(()));
}

#[test]
fn what_stands_on_the_page_is_what_the_key_says() {
    let mut engine = Engine::default();
    let key = PrivateKey::generate(Algorithm::P256, &mut rng(1)).unwrap();
    let item = open(&mut engine, &key);
    let Ok(Answer::Account(facts)) = ask(&mut engine, Ask::Account { item }) else {
        panic!("no account");
    };
    // RFC 7638, section 3.3: in order, without white space.
    let expected: String = facts.jwk.split_whitespace().collect();
    let mut members: Vec<&str> = expected[1..expected.len() - 1].split(',').collect();
    members.sort_unstable();
    assert_eq!(facts.canonical_jwk, format!("{{{}}}", members.join(",")));
    let token = TOKEN.into();
    let domain = "*.bücher.example".into();
    let Ok(Answer::Challenge(challenge)) = ask(
        &mut engine,
        Ask::Challenge {
            item,
            token,
            domain,
        },
    ) else {
        panic!("no challenge");
    };
    assert_eq!(
        challenge.key_authorization,
        format!("{TOKEN}.{}", facts.thumbprint)
    );
    assert_eq!(challenge.dns_name, "_acme-challenge.xn--bcher-kva.example");
    assert!(!challenge.is_short);
}

#[test]
fn keys_that_no_authority_takes_are_refused() {
    let mut engine = Engine::default();
    let key = PrivateKey::generate(Algorithm::MlDsa44, &mut rng(1)).unwrap();
    let item = open(&mut engine, &key);
    let algorithm = Algorithm::MlDsa44;
    let refused = ask(&mut engine, Ask::Account { item });
    assert_eq!(refused, Err(Error::AccountKeyKind { algorithm }));
    // It is none, and may be a certificate's.
    assert_eq!(request(&mut engine, item), Ok(()));
}

#[test]
fn a_public_text_is_offered_as_it_is() {
    let mut engine = Engine::default();
    let (name, text) = (TOKEN.to_owned(), format!("{TOKEN}.thumbprint"));
    let asked = Ask::SaveText { name, text };
    let effects = engine.handle(Request::Ask { job: 7, ask: asked }, now(), &mut rng(3));
    let [
        Effect::Offer(file),
        Effect::Respond(Response::Answered {
            job: 7,
            answer: Answer::Saved,
        }),
    ] = effects.as_slice()
    else {
        panic!("{effects:?}");
    };
    assert_eq!(file.name, TOKEN);
    assert_eq!(**file.contents, format!("{TOKEN}.thumbprint").into_bytes());
}

/// Puts a key on the desk, and tells its number.
fn open(engine: &mut Engine, key: &PrivateKey) -> u32 {
    let pem = key.to_pem().unwrap();
    let contents = Contents::Here(Zeroizing::new(pem.as_bytes().to_vec()));
    let name = "key.pem".into();
    match ask(engine, Ask::Open(vec![Upload { name, contents }])) {
        Ok(Answer::Opened(items)) => items[0].id,
        other => panic!("{other:?}"),
    }
}

fn ask(engine: &mut Engine, ask: Ask) -> Result<Answer, Error> {
    let effects = engine.handle(Request::Ask { job: 1, ask }, now(), &mut rng(3));
    match effects.into_iter().next_back() {
        Some(Effect::Respond(Response::Answered { answer, .. })) => Ok(answer),
        Some(Effect::Respond(Response::Refused { error, .. })) => Err(error),
        other => panic!("{other:?}"),
    }
}

/// Asks for a certificate with the key of this number.
fn request(engine: &mut Engine, item: u32) -> Result<(), Error> {
    let asked = Request::CreateRequest {
        job: 2,
        application: Application::default(),
        key: KeySource::Item(item),
        signature: None,
    };
    match engine.handle(asked, now(), &mut rng(4)).pop() {
        Some(Effect::Respond(Response::RequestCreated { .. })) => Ok(()),
        Some(Effect::Respond(Response::Refused { error, .. })) => Err(error),
        other => panic!("{other:?}"),
    }
}
