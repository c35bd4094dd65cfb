//! What lies on the desk: files opened, unlocked, saved in other forms, put together, and the account
//! keys that nothing else may use.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::{
    Damage, Error,
    engine::{
        Answer, Ask, Content, Contents, Download, Effect, Engine, ItemSummary, KeySource, Request,
        Response, Upload, Writing,
    },
    pki::{
        self, Algorithm, AltName, Application, Encoding, Encryption, Extension, ExtensionValue,
        Format, Name, Password, PrivateForm, Protection, PublicForm, Secrets, SignatureAlgorithm,
        pkcs12::Target,
    },
    random::{Notation, Recipe},
};
use rand_chacha::ChaCha20Rng;
use support::{now, openssl, rng};
use zeroize::Zeroizing;

fn run(folder: &Path, command: &str) -> String {
    openssl(folder, command).expect(command)
}

struct Desk {
    engine: Engine,
    rng: ChaCha20Rng,
}

impl Desk {
    fn new(seed: u8) -> Self {
        Self {
            engine: Engine::default(),
            rng: rng(seed),
        }
    }

    fn effects(&mut self, request: Request) -> Vec<Effect> {
        self.engine.handle(request, now(), &mut self.rng)
    }

    fn ask(&mut self, ask: Ask) -> Result<Answer, Error> {
        match &self.effects(Request::Ask { job: 5, ask })[..] {
            [.., Effect::Respond(Response::Answered { job: 5, answer })] => Ok(answer.clone()),
            [Effect::Respond(Response::Refused { job: 5, error })] => Err(error.clone()),
            other => panic!("{other:?}"),
        }
    }

    fn open(&mut self, name: &str, octets: &[u8]) -> Vec<ItemSummary> {
        let upload = Upload {
            name: name.into(),
            contents: Contents::Here(Zeroizing::new(octets.to_vec())),
        };
        match self.ask(Ask::Open(vec![upload])) {
            Ok(Answer::Opened(items)) => items,
            other => panic!("{other:?}"),
        }
    }

    fn save(&mut self, writing: Writing) -> (String, Vec<u8>) {
        let ask = Ask::Save(writing);
        match &self.effects(Request::Ask { job: 5, ask })[..] {
            [
                Effect::Offer(Download { name, contents, .. }),
                Effect::Respond(Response::Answered {
                    answer: Answer::Saved,
                    ..
                }),
            ] => (name.clone(), contents.to_vec()),
            other => panic!("{other:?}"),
        }
    }

    fn new_key(&mut self, algorithm: Algorithm) -> ItemSummary {
        let effects = self.effects(Request::CreateKey { job: 9, algorithm });
        let order = effects.into_iter().find_map(|effect| match effect {
            Effect::MakeKey(order) => Some(order),
            _ => None,
        });
        let product = order.unwrap().fulfil(&mut self.rng);
        match &self.engine.key_ready(product)[..] {
            [Effect::Respond(Response::KeyCreated { job: 9, key })] => key.clone(),
            other => panic!("{other:?}"),
        }
    }
}

fn plain(item: u32) -> Writing {
    Writing::PrivateKey {
        item,
        form: PrivateForm::Pkcs8,
        encoding: Encoding::Pem,
        protection: None,
    }
}

fn password(text: &str) -> Password {
    Password::new(text.into()).unwrap()
}

fn application() -> Application {
    let subject = Name::parse("/CN=a.example").unwrap();
    let names = vec![AltName::server("a.example").unwrap()];
    Application {
        extensions: vec![Extension::of(
            ExtensionValue::SubjectAltName(names),
            &subject,
        )],
        subject,
        ..Application::default()
    }
}

#[test]
fn a_traditional_key_loses_its_password() {
    let folder = tempfile::tempdir().unwrap();
    run(
        folder.path(),
        "genrsa -aes256 -traditional -passout pass:secret -out old.pem 2048",
    );
    let mut desk = Desk::new(1);
    let items = desk.open("old.pem", &fs::read(folder.path().join("old.pem")).unwrap());
    let [locked] = &items[..] else {
        panic!("{items:?}");
    };
    let Content::Locked(algorithm) = &locked.content else {
        panic!("{locked:?}");
    };
    assert_eq!(
        algorithm.to_string(),
        "AES-256-CBC (2.16.840.1.101.3.4.1.42)"
    );
    let wrong = Ask::Unlock {
        item: locked.id,
        password: password("guess"),
    };
    assert!(matches!(desk.ask(wrong), Err(Error::WrongPassword { .. })));
    let right = Ask::Unlock {
        item: locked.id,
        password: password("secret"),
    };
    let Ok(Answer::Unlocked { was, items }) = desk.ask(right) else {
        panic!("not opened");
    };
    assert_eq!(was, locked.id);
    let (name, contents) = desk.save(plain(items[0].id));
    assert_eq!(
        name, "old-new.pem",
        "it does not take the place of the other"
    );
    fs::write(folder.path().join("new.pem"), contents).unwrap();
    assert!(run(folder.path(), "rsa -in new.pem -check -noout").contains("RSA key ok"));
    let gone = Ask::Unlock {
        item: locked.id,
        password: password("secret"),
    };
    assert_eq!(desk.ask(gone), Err(Error::NotOnDesk));
}

#[test]
fn every_form_that_is_saved_is_read_back_as_the_same_key() {
    let mut desk = Desk::new(2);
    for algorithm in [
        Algorithm::Rsa(2048),
        Algorithm::P256,
        Algorithm::P521,
        Algorithm::Ed25519,
        Algorithm::MlDsa65,
    ] {
        let key = desk.new_key(algorithm);
        for form in PrivateForm::ALL {
            for encoding in [Encoding::Pem, Encoding::Der] {
                for protected in [false, true] {
                    let encryption = match form {
                        PrivateForm::Traditional => Encryption::Traditional(pki::Cipher::Aes128Cbc),
                        _ => Encryption::Pbes2 {
                            kdf: pki::Kdf::Pbkdf2 {
                                digest: pki::Digest::Sha256,
                                rounds: 10_000,
                            },
                            cipher: pki::Cipher::Aes256Cbc,
                        },
                    };
                    let protection = protected.then(|| Protection {
                        password: password("p w"),
                        encryption,
                    });
                    let writing = Writing::PrivateKey {
                        item: key.id,
                        form,
                        encoding,
                        protection,
                    };
                    let possible = form.is_for(algorithm)
                        && (encoding == Encoding::Pem || form.has_der())
                        && (!protected || form.can_be_encrypted(encoding));
                    if !possible {
                        assert_eq!(
                            desk.ask(Ask::Save(writing)),
                            Err(Error::NoSuchForm { algorithm })
                        );
                        continue;
                    }
                    let (name, contents) = desk.save(writing);
                    let what = format!("{algorithm} {form:?} {encoding:?} {protected}");
                    let mut items = desk.open(&name, &contents);
                    assert_eq!(items.len(), 1, "{what}");
                    if protected {
                        assert!(matches!(items[0].content, Content::Locked(_)), "{what}");
                        let unlock = Ask::Unlock {
                            item: items[0].id,
                            password: password("p w"),
                        };
                        let Ok(Answer::Unlocked { items: opened, .. }) = desk.ask(unlock) else {
                            panic!("{what}");
                        };
                        items = opened;
                    }
                    assert!(matches!(items[0].content, Content::PrivateKey(_)), "{what}");
                    assert_eq!(items[0].key(), key.key(), "{what}");
                }
            }
        }
        for form in PublicForm::ALL
            .into_iter()
            .filter(|form| form.is_for(algorithm))
        {
            let writing = Writing::PublicKey {
                item: key.id,
                form,
                encoding: Encoding::Pem,
            };
            let Ok(Answer::Text(text)) = desk.ask(Ask::Copy(writing.clone())) else {
                panic!("{algorithm} {form:?}");
            };
            let (name, contents) = desk.save(writing);
            assert_eq!(text.as_bytes(), contents);
            assert_ne!(name, "key.pem");
            let items = desk.open(&name, &contents);
            assert_eq!(items[0].key(), key.key(), "{algorithm} {form:?}");
            assert!(matches!(items[0].content, Content::PublicKey(_)));
        }
    }
}

#[test]
fn private_keys_are_saved_and_never_copied() {
    let mut desk = Desk::new(3);
    let key = desk.new_key(Algorithm::P256);
    assert!(desk.ask(Ask::Copy(plain(key.id))).is_err());
    assert!(
        desk.ask(Ask::Copy(Writing::Pem {
            items: vec![key.id]
        }))
        .is_err()
    );
    let Ok(Answer::Text(hidden)) = desk.ask(Ask::Text {
        item: key.id,
        secrets: Secrets::Hidden,
    }) else {
        panic!("no text");
    };
    assert!(hidden.contains("[hidden]") && hidden.contains("ASN1 OID: prime256v1"));
    let summary = format!("{key:?}");
    let Ok(Answer::Text(shown)) = desk.ask(Ask::Text {
        item: key.id,
        secrets: Secrets::Shown,
    }) else {
        panic!("no text");
    };
    let secret = shown.lines().nth(2).unwrap().trim();
    assert!(!summary.contains(secret) && !hidden.contains(secret));
    assert_eq!(desk.ask(Ask::Check { item: key.id }), Ok(Answer::Sound));
}

#[test]
fn a_request_with_a_key_that_lies_there_or_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(4);
    let key = desk.new_key(Algorithm::MlDsa65);
    let request = Request::CreateRequest {
        job: 6,
        application: application(),
        key: KeySource::Item(key.id),
        signature: None,
    };
    let [
        Effect::Respond(Response::RequestCreated {
            job: 6,
            request: made,
            key: used,
        }),
    ] = &desk.effects(request)[..]
    else {
        panic!("no request");
    };
    let (made, used) = (made.clone(), used.clone());
    assert_eq!((made.key(), used.id), (key.key(), key.id));
    let (name, contents) = desk.save(Writing::Object {
        item: made.id,
        encoding: Encoding::Pem,
    });
    assert_eq!(name, "request.csr");
    let items = desk.open(&name, &contents);
    let Content::Request(read) = &items[0].content else {
        panic!("{items:?}");
    };
    assert_eq!(
        (read.subject.as_str(), &read.signature),
        ("CN=a.example", &Ok(()))
    );
    let Ok(Answer::Like(like, left_out)) = desk.ask(Ask::Like { item: items[0].id }) else {
        panic!("nothing like it");
    };
    assert_eq!((like, left_out), (application(), vec![]));

    let request = Request::CreateRequest {
        job: 7,
        application: application(),
        key: KeySource::New(Algorithm::P384),
        signature: None,
    };
    let order = desk
        .effects(request)
        .into_iter()
        .find_map(|effect| match effect {
            Effect::MakeKey(order) => Some(order),
            _ => None,
        });
    let product = order.unwrap().fulfil(&mut desk.rng);
    assert!(matches!(
        desk.engine.key_ready(product).last(),
        Some(Effect::Sign)
    ));
    let effects = desk.engine.sign(now(), &mut desk.rng);
    let [
        Effect::Respond(Response::RequestCreated {
            job: 7,
            request,
            key,
        }),
    ] = &effects[..]
    else {
        panic!("{effects:?}");
    };
    let (request, key) = (request.id, key.id);
    let (_, csr) = desk.save(Writing::Object {
        item: request,
        encoding: Encoding::Pem,
    });
    let (_, pem) = desk.save(plain(key));
    fs::write(folder.path().join("r.csr"), csr).unwrap();
    fs::write(folder.path().join("k.pem"), pem).unwrap();
    let says = run(folder.path(), "req -in r.csr -verify -noout -text");
    assert!(says.contains("DNS:a.example"), "{says}");
    assert_eq!(
        run(folder.path(), "req -in r.csr -pubkey -noout"),
        run(folder.path(), "pkey -in k.pem -pubout")
    );
}

/// SHA-1 is offered for old RSA systems. Such a request shows who holds its key; no certificate and no
/// list signed so is believed.
#[test]
fn sha_1_signs_requests_and_vouches_for_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(10);
    let key = desk.new_key(Algorithm::Rsa(2048));
    let request = Request::CreateRequest {
        job: 6,
        application: application(),
        key: KeySource::Item(key.id),
        signature: Some(SignatureAlgorithm::RsaPkcs1(pki::Digest::Sha1)),
    };
    let effects = desk.effects(request);
    let [Effect::Respond(Response::RequestCreated { request, .. })] = &effects[..] else {
        panic!("{effects:?}");
    };
    let Content::Request(facts) = &request.content else {
        panic!("{request:?}");
    };
    assert_eq!(facts.signature, Ok(()));
    let (_, csr) = desk.save(Writing::Object {
        item: request.id,
        encoding: Encoding::Der,
    });
    fs::write(folder.path().join("r.der"), &csr).unwrap();
    let says = run(
        folder.path(),
        "req -in r.der -inform DER -verify -noout -text",
    );
    assert!(says.contains("sha1WithRSAEncryption"), "{says}");
    let mut forged = csr;
    *forged.last_mut().unwrap() ^= 1;
    let items = desk.open("forged.der", &forged);
    let Content::Request(facts) = &items[0].content else {
        panic!("{items:?}");
    };
    assert_eq!(facts.signature, Err(Error::RequestSignature));

    run(
        folder.path(),
        "req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -subj /CN=old -days 9 -sha1",
    );
    let pem = fs::read_to_string(folder.path().join("c.pem")).unwrap();
    let certificate = pki::Certificate::from_pem(&pem).unwrap();
    let itself = certificate.public_key().unwrap();
    assert_eq!(certificate.verify(itself), Err(Error::CertificateSignature));
}

#[test]
fn an_accounts_key_is_nobodys_certificate_key() {
    let mut desk = Desk::new(5);
    let key = desk.new_key(Algorithm::P256);
    let (name, pem) = desk.save(plain(key.id));
    let Ok(Answer::Account(facts)) = desk.ask(Ask::Account { item: key.id }) else {
        panic!("no account");
    };
    assert_eq!(facts.thumbprint, key.key().unwrap().thumbprint);
    let refused = |desk: &mut Desk, item| {
        let request = Request::CreateRequest {
            job: 8,
            application: application(),
            key: KeySource::Item(item),
            signature: None,
        };
        let effects = desk.effects(request);
        let [Effect::Respond(Response::Refused { job: 8, error })] = &effects[..] else {
            panic!("{effects:?}");
        };
        error.clone()
    };
    assert_eq!(
        refused(&mut desk, key.id),
        Error::AccountKeyAsCertificateKey
    );
    // Nor when the same key is opened once more.
    let again = desk.open(&name, &pem).remove(0);
    assert_eq!(
        refused(&mut desk, again.id),
        Error::AccountKeyAsCertificateKey
    );
    let ml_dsa = desk.new_key(Algorithm::MlDsa44);
    assert_eq!(
        desk.ask(Ask::Account { item: ml_dsa.id }),
        Err(Error::AccountKeyKind {
            algorithm: Algorithm::MlDsa44
        })
    );
}

#[test]
fn bundles_for_those_that_are_to_read_them() {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=me -days 9",
        "req -x509 -newkey ed25519 -nodes -keyout ca.key -out ca.pem -subj /CN=CA -days 9",
    ] {
        run(folder.path(), command);
    }
    let mut desk = Desk::new(6);
    let mut open = |name: &str| {
        let octets = fs::read(folder.path().join(name)).unwrap();
        desk.open(name, &octets)[0].id
    };
    // The authority's certificate first, and the key last: the order is put right.
    let items = vec![open("ca.pem"), open("cert.pem"), open("key.pem")];
    for target in [Target::Modern, Target::OlderDevices] {
        let writing = Writing::Pkcs12 {
            items: items.clone(),
            name: "me".into(),
            password: password("secret"),
            target,
        };
        let (name, contents) = desk.save(writing);
        assert_eq!(name, "bundle.p12");
        fs::write(folder.path().join("b.p12"), contents).unwrap();
        let says = run(folder.path(), "pkcs12 -in b.p12 -passin pass:secret -nodes");
        assert_eq!(says.matches("BEGIN CERTIFICATE").count(), 2);
        assert_eq!(
            says.matches("friendlyName: me").count(),
            2,
            "the key's and its certificate's"
        );
        fs::write(folder.path().join("k.pem"), says).unwrap();
        assert_eq!(
            run(folder.path(), "pkey -in k.pem"),
            run(folder.path(), "pkey -in key.pem")
        );
    }
    let (name, bundle) = desk.save(Writing::Pkcs7 {
        items: items[..2].to_vec(),
        encoding: Encoding::Pem,
    });
    assert_eq!(name, "certificates.p7b");
    fs::write(folder.path().join("b.p7b"), bundle).unwrap();
    let says = run(folder.path(), "pkcs7 -in b.p7b -print_certs -noout");
    assert!(says.find("CN = CA").unwrap() < says.find("CN = me").unwrap());
    assert_eq!(
        desk.ask(Ask::Save(Writing::Pkcs7 {
            items,
            encoding: Encoding::Pem
        })),
        Err(Error::NotOnDesk),
        "a key has no place there"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_no_empty_one() {
    let mut desk = Desk::new(7);
    let upload = |name: &str, contents| Upload {
        name: name.into(),
        contents,
    };
    let empty = Contents::Here(Zeroizing::default());
    // The program around the engine fills in what it can read, and nothing else.
    let files = vec![
        upload("moved.pem", Contents::Attached),
        upload("empty.pem", empty),
    ];
    let Ok(Answer::Opened(items)) = desk.ask(Ask::Open(files)) else {
        panic!("not opened");
    };
    let file = "moved.pem".to_owned();
    assert_eq!(items[0].file, file);
    assert_eq!(
        items[0].content,
        Content::Broken(Error::Unreadable { file })
    );
    assert!(matches!(
        &items[1].content,
        Content::Broken(Error::Damaged { damage, .. }) if *damage == Damage::Empty
    ));
}

#[test]
fn what_is_taken_off_the_desk_is_gone() {
    let mut desk = Desk::new(7);
    let (a, b) = (desk.new_key(Algorithm::P256), desk.new_key(Algorithm::P256));
    assert_eq!(
        desk.ask(Ask::Forget(vec![a.id])),
        Ok(Answer::Forgotten(vec![a.id]))
    );
    assert_eq!(desk.ask(Ask::Save(plain(a.id))), Err(Error::NotOnDesk));
    desk.save(plain(b.id));
    let c = desk.new_key(Algorithm::P256);
    assert!(c.id > b.id, "no number is given twice");
}

#[test]
fn randomness_and_configuration_files() {
    let mut desk = Desk::new(8);
    let Ok(Answer::Text(hex)) = desk.ask(Ask::RandomText {
        count: 16,
        notation: Notation::Hex,
    }) else {
        panic!("no text");
    };
    assert_eq!(hex.trim().len(), 32);
    let Ok(Answer::Text(phrase)) = desk.ask(Ask::Passphrase(Recipe::Words(6))) else {
        panic!("no text");
    };
    assert_eq!(phrase.split('-').count(), 6);
    assert!(matches!(
        desk.ask(Ask::RandomText {
            count: 0,
            notation: Notation::Hex
        }),
        Err(Error::Amount { .. })
    ));
    let ask = Ask::SaveConfig {
        application: application(),
        algorithm: Algorithm::Rsa(3072),
        digest: None,
    };
    let effects = desk.effects(Request::Ask { job: 1, ask });
    let [Effect::Offer(Download { name, contents, .. }), _] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(name, "openssl.cnf");
    let text = String::from_utf8(contents.to_vec()).unwrap();
    let Ok(Answer::Filled(filled)) = desk.ask(Ask::ReadConfig {
        text,
        section: None,
    }) else {
        panic!("not read");
    };
    assert_eq!(
        (filled.application, filled.remarks),
        (application(), vec![])
    );
    assert_eq!(filled.algorithm, Some(Algorithm::Rsa(3072)));
}

#[test]
fn a_file_says_what_it_is_and_where_it_came_from() {
    let mut desk = Desk::new(9);
    let items = desk.open("notes.txt", b"nothing");
    assert!(matches!(items[0].content, Content::Broken(_)));
    assert_eq!(
        (items[0].file.as_str(), items[0].format),
        ("notes.txt", Format::Unknown)
    );
    let key = desk.new_key(Algorithm::Ed25519);
    assert_eq!(
        (key.file.as_str(), key.file_name().as_str()),
        ("", "key.pem")
    );
    assert_eq!(key.saved_as("-public.pem"), "key-public.pem");
}

/// Commands name files, so it matters what else is in one.
#[test]
fn everything_knows_its_place_in_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    run(path, "ecparam -genkey -name prime256v1 -noout -out ec.pem");
    run(
        path,
        "pkcs8 -topk8 -in ec.pem -passout pass:secret -out locked.pem",
    );
    run(path, "req -new -x509 -key ec.pem -subj /CN=1 -out 1.pem");
    run(path, "req -new -x509 -key ec.pem -subj /CN=2 -out 2.pem");
    let read = |name: &str| fs::read(path.join(name)).unwrap();
    let mut desk = Desk::new(20);
    let places = |items: &[ItemSummary]| -> Vec<(u32, u32, u32)> {
        let places = items.iter().map(|item| item.place);
        places
            .map(|it| (it.before, it.of_kind, it.of_all))
            .collect()
    };
    let all = [
        read("1.pem"),
        read("locked.pem"),
        read("2.pem"),
        read("ec.pem"),
    ]
    .concat();
    let items = desk.open("all.pem", &all);
    assert_eq!(places(&items), [(0, 2, 4), (0, 2, 4), (1, 2, 4), (1, 2, 4)]);
    // Still so when it is open, and when another is gone.
    let unlock = Ask::Unlock {
        item: items[1].id,
        password: password("secret"),
    };
    desk.ask(Ask::Forget(vec![items[0].id])).unwrap();
    let Ok(Answer::Unlocked { items: open, .. }) = desk.ask(unlock) else {
        panic!("not opened");
    };
    assert_eq!(places(&open), [(0, 2, 4)]);
    let locked_by = open[0].locked_by.as_ref().map(ToString::to_string);
    assert_eq!(
        locked_by.as_deref(),
        Some("AES-256-CBC (2.16.840.1.101.3.4.1.42)")
    );
    assert_eq!(items[3].locked_by, None);

    run(
        path,
        "pkcs12 -export -inkey ec.pem -in 1.pem -certfile 2.pem -passout pass:secret -out all.p12",
    );
    let items = desk.open("all.p12", &read("all.p12"));
    assert_eq!(places(&items), [(0, 1, 1)]);
    let unlock = Ask::Unlock {
        item: items[0].id,
        password: password("secret"),
    };
    let Ok(Answer::Unlocked { items: open, .. }) = desk.ask(unlock) else {
        panic!("not opened");
    };
    let mut found = places(&open);
    found.sort_unstable();
    assert_eq!(found, [(0, 1, 3), (0, 2, 3), (1, 2, 3)]);
    assert_eq!(places(&[desk.new_key(Algorithm::Ed25519)]), [(0, 1, 1)]);
}
