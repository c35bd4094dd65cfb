//! An ACME account's key: what it signs, what it answers to challenges, and what it is kept apart
//! from.

#[path = "common/support.rs"]
mod support;

#[path = "common/rfc_keys.rs"]
mod rfc_keys;

use std::{fs, path::Path};

use certwright::{
    DnsFault, Error, HeaderFault, TokenFault,
    pki::{
        Algorithm, AltName, DnsName, EmailAddress, Key, PrivateKey, Request,
        acme::{self, AccountKey, Note, Token},
        jwk,
        jws::{self, Jws},
        profile,
    },
};
use der::{Encode, asn1::UintRef};
use rand_chacha::ChaCha20Rng;
use rfc_keys::*;
use support::*;

const KINDS: [Algorithm; 5] = [
    Algorithm::Rsa(2048),
    Algorithm::P256,
    Algorithm::P384,
    Algorithm::P521,
    Algorithm::Ed25519,
];

/// RFC 8555, section 8.4's.
const TOKEN: &str = "evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA";

#[test]
fn the_rfcs_signatures_are_made_and_verified() {
    let rng = &mut rng(1);
    let claims =
        "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
    // RFC 7515, appendix A.2: PKCS #1 v1.5 has one signature only.
    let key = private(RFC_7515_A2);
    let jws = Jws::sign(&key, r#"{"alg":"RS256"}"#, claims.as_bytes(), rng).unwrap();
    assert_eq!(jws.protected, "eyJhbGciOiJSUzI1NiJ9");
    assert_eq!(jws.payload, CLAIMS);
    assert_eq!(jws.signature, RFC_7515_A2_SIGNATURE);
    // RFC 8037, appendix A.4: so has Ed25519.
    let key = private(RFC_8037);
    let payload = b"Example of Ed25519 signing";
    let jws = Jws::sign(&key, r#"{"alg":"EdDSA"}"#, payload, rng).unwrap();
    assert_eq!(
        jws.signing_input(),
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
    );
    assert_eq!(
        jws.signature,
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
    );
    // RFC 7515, appendices A.3 and A.4: ECDSA's can only be verified.
    for (key, protected, payload, signature) in [
        (
            RFC_7515_A3,
            "eyJhbGciOiJFUzI1NiJ9",
            CLAIMS,
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
        ),
        (
            RFC_7515_A4,
            "eyJhbGciOiJFUzUxMiJ9",
            "UGF5bG9hZA",
            "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7\
             XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolL\
             zeO_Jn",
        ),
    ] {
        let [protected, payload, signature] = [protected, payload, signature].map(String::from);
        let jws = Jws {
            protected,
            payload,
            signature,
        };
        let key = private(key).public_key();
        assert!(jws.is_by(&key));
        let payload = jws.payload.replace('i', "j").replace('U', "V");
        assert!(!Jws { payload, ..jws }.is_by(&key));
    }
}

/// RFC 9964: no account's, but signatures all the same.
#[test]
fn ml_dsa_keys_sign() {
    let rng = &mut rng(8);
    for algorithm in [Algorithm::MlDsa44, Algorithm::MlDsa65, Algorithm::MlDsa87] {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let header = format!("{{\"alg\":\"{algorithm}\"}}");
        let jws = Jws::sign(&key, &header, b"x", rng).unwrap();
        assert!(jws.is_by(&key.public_key()));
        let payload = base64url(b"y");
        assert!(!Jws { payload, ..jws }.is_by(&key.public_key()));
    }
}

#[test]
fn openssl_verifies_every_kind_of_account_key() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(2);
    for algorithm in KINDS {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let account = AccountKey::new(key.clone()).unwrap();
        let header = r#"{"nonce":"n","url":"https://ca.example/new-acct"}"#;
        // Some ECDSA numbers start with zeros, and their length has to be the same.
        for payload in 0..20 {
            let payload = format!("{{\"n\":{payload}}}");
            let message = account.sign(header, payload.as_bytes(), rng).unwrap();
            assert_eq!(message.notes, [Note::AlgorithmAdded, Note::KeyAdded]);
            let jwk = account.public_key().to_compact_jwk().unwrap();
            let name = jws::algorithm_name(algorithm);
            let full = format!(
                r#"{{"nonce":"n","url":"https://ca.example/new-acct","alg":"{name}","jwk":{jwk}}}"#
            );
            assert_eq!(message.header, full);
            assert_eq!(decode(&message.jws.protected), full.as_bytes());
            assert_eq!(decode(&message.jws.payload), payload.as_bytes());
            assert!(message.jws.is_by(&account.public_key()));
            let signature = decode(&message.jws.signature);
            verify(
                folder.path(),
                &key,
                &message.jws.signing_input(),
                &signature,
            );
        }
    }
}

/// By `openssl dgst`, or `pkeyutl` for Ed25519; ECDSA's two numbers put into DER here.
fn verify(folder: &Path, key: &PrivateKey, input: &str, signature: &[u8]) {
    let write = |name: &str, octets: &[u8]| fs::write(folder.join(name), octets).unwrap();
    write("key.pem", key.public_key().to_pem().unwrap().as_bytes());
    write("input", input.as_bytes());
    let (length, digest) = match key.algorithm() {
        Algorithm::P256 => (64, "-sha256"),
        Algorithm::P384 => (96, "-sha384"),
        Algorithm::P521 => (132, "-sha512"),
        Algorithm::Ed25519 => (64, ""),
        _ => (256, "-sha256"),
    };
    assert_eq!(signature.len(), length);
    let (r, s) = signature.split_at(length / 2);
    let pair = [r, s].map(|number| UintRef::new(number).unwrap());
    match key.algorithm().is_ecdsa() {
        true => write("signature", &pair.to_vec().to_der().unwrap()),
        false => write("signature", signature),
    }
    let command = match digest {
        "" => "pkeyutl -verify -pubin -inkey key.pem -rawin -in input -sigfile signature".into(),
        _ => format!("dgst {digest} -verify key.pem -signature signature input"),
    };
    openssl(folder, &command).expect("openssl's verification");
}

#[test]
fn a_pasted_header_is_signed_as_it_stands() {
    let rng = &mut rng(3);
    let account = AccountKey::new(private(RFC_7515_A3)).unwrap();
    let full = "{\n  \"alg\": \"ES256\",\n  \"kid\": \"https://ca.example/acct/1\", \"nonce\":\"x\", \
                \"url\":\"u\" }\n";
    // POST-as-GET.
    let message = account.sign(full, b"", rng).unwrap();
    assert_eq!(message.header, full);
    assert_eq!(decode(&message.jws.protected), full.as_bytes());
    assert_eq!(message.jws.payload, "");
    assert_eq!(message.notes, []);
    let json = message.jws.to_json();
    assert!(json.starts_with(&format!(
        "{{\n  \"protected\": \"{}\",\n  \"payload\": \"\",\n  \"signature\": \"",
        message.jws.protected
    )));
    // What is missing comes last.
    let message = account.sign("{ }", b"no JSON", rng).unwrap();
    let jwk = account.public_key().to_compact_jwk().unwrap();
    assert_eq!(
        message.header,
        format!("{{\"alg\":\"ES256\",\"jwk\":{jwk}}}")
    );
    use Note::*;
    assert_eq!(
        message.notes,
        [AlgorithmAdded, KeyAdded, NoNonce, NoUrl, NotJson]
    );
    let own = format!("{{\"jwk\":{jwk},\"nonce\":\"\",\"url\":\"\"}}");
    let message = account.sign(&own, &[0xff], rng).unwrap();
    assert_eq!(message.notes, [AlgorithmAdded, NotJson]);
    // RFC 9864's name for the same.
    let account = AccountKey::new(private(RFC_8037)).unwrap();
    let message = account.sign(r#"{"alg":"Ed25519","kid":"1"}"#, b"{}", rng);
    assert_eq!(message.unwrap().notes, [NoNonce, NoUrl]);
}

#[test]
fn headers_that_cannot_be_signed_have_their_exact_errors() {
    let rng = &mut rng(4);
    let key = private(RFC_7515_A3);
    let account = AccountKey::new(key.clone()).unwrap();
    let (own, whole) = (
        key.public_key().to_compact_jwk().unwrap(),
        key.to_jwk(None).unwrap(),
    );
    let algorithm = |given: &str| HeaderFault::Algorithm {
        given: given.into(),
        expected: "ES256".into(),
    };
    let duplicate = |member: &str| HeaderFault::Duplicate {
        member: member.into(),
    };
    let extension = |member: &str| HeaderFault::Extension {
        member: member.into(),
    };
    for (header, fault) in [
        ("", HeaderFault::NotAnObject),
        ("[]", HeaderFault::NotAnObject),
        ("\"alg\"", HeaderFault::NotAnObject),
        ("{\"alg\":\"ES256\"", HeaderFault::NotAnObject),
        ("{'alg':'ES256'}", HeaderFault::NotAnObject),
        (r#"{"alg":"ES256","alg":"ES256"}"#, duplicate("alg")),
        (r#"{"url":"a","kid":"b","url":"c"}"#, duplicate("url")),
        (r#"{"alg":"RS256","kid":"1"}"#, algorithm("RS256")),
        (r#"{"alg":"none","kid":"1"}"#, algorithm("none")),
        (r#"{"alg":"HS256","kid":"1"}"#, algorithm("HS256")),
        (r#"{"alg":null,"kid":"1"}"#, algorithm("")),
        (
            r#"{"alg":"ES256","kid":"1","b64":false,"crit":["b64"]}"#,
            extension("crit"),
        ),
        (r#"{"kid":"1","b64":false}"#, extension("b64")),
        (r#"{"kid":1}"#, HeaderFault::KeyIdentifier),
        (r#"{"jwk":"x"}"#, HeaderFault::OtherKey),
        (r#"{"jwk":{}}"#, HeaderFault::OtherKey),
        (
            &format!("{{\"kid\":\"1\",\"jwk\":{own}}}"),
            HeaderFault::BothKeys,
        ),
        (&format!("{{\"jwk\":{RFC_7638}}}"), HeaderFault::OtherKey),
        // The private key does not belong into a message.
        (&format!("{{\"jwk\":{}}}", *whole), HeaderFault::OtherKey),
    ] {
        let error = account.sign(header, b"", rng).unwrap_err();
        assert_eq!(error, Error::JwsHeader { fault }, "{header}");
    }
}

#[test]
fn challenges_are_answered_as_the_rfc_says() {
    let folder = tempfile::tempdir().unwrap();
    let account = AccountKey::new(private(RFC_7515_A2)).unwrap();
    let token = Token::parse(&format!(" {TOKEN}\n")).unwrap();
    assert!(!token.is_short());
    let authorization = account.key_authorization(&token).unwrap();
    assert_eq!(
        authorization,
        format!("{TOKEN}.{}", account.thumbprint().unwrap())
    );
    fs::write(folder.path().join("authorization"), &authorization).unwrap();
    openssl(
        folder.path(),
        "dgst -sha256 -binary -out digest authorization",
    )
    .expect("dgst");
    let digest = fs::read(folder.path().join("digest")).unwrap();
    assert_eq!(account.dns_01_value(&token).unwrap(), base64url(&digest));
    assert_eq!(
        acme::http_01_path(&token),
        format!("/.well-known/acme-challenge/{TOKEN}")
    );
    let name = |text: &str| acme::dns_01_name(&DnsName::parse(text).unwrap());
    for (domain, record) in [
        ("www.Example.org.", "_acme-challenge.www.example.org"),
        ("*.example.org", "_acme-challenge.example.org"),
        ("例え.example", "_acme-challenge.xn--r8jz45g.example"),
    ] {
        assert_eq!(name(domain).unwrap(), record);
    }
    let long = [&*"a".repeat(60); 4].join(".");
    let error = name(&long).unwrap_err();
    let fault = DnsFault::NameTooLong { length: 259 };
    assert!(matches!(error, Error::DnsName { fault: f, .. } if f == fault));
}

#[test]
fn tokens_are_checked() {
    let character = |character| TokenFault::Character { character };
    for (text, fault) in [
        ("", TokenFault::Empty),
        (" \n", TokenFault::Empty),
        ("abc/../def", character('/')),
        ("abc=", character('=')),
        ("abc+", character('+')),
        ("a b", character(' ')),
        ("abc.def", character('.')),
        ("ａbc", character('ａ')),
    ] {
        let error = Token::parse(text).unwrap_err();
        let text = text.trim().into();
        assert_eq!(error, Error::Token { text, fault });
    }
    let error = Token::parse(&"a".repeat(2_000)).unwrap_err();
    let (text, length, limit) = ("a".repeat(64), 2_000, 1_024);
    let fault = TokenFault::TooLong { length, limit };
    assert_eq!(error, Error::Token { text, fault });
    assert!(Token::parse(&"a".repeat(21)).unwrap().is_short());
    assert!(!Token::parse(&"a".repeat(22)).unwrap().is_short());
}

#[test]
fn account_keys_are_of_kinds_that_authorities_take() {
    let rng = &mut rng(5);
    for algorithm in [
        Algorithm::Rsa(1024),
        Algorithm::MlDsa44,
        Algorithm::MlDsa65,
        Algorithm::MlDsa87,
    ] {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let error = AccountKey::new(key).unwrap_err();
        assert_eq!(error, Error::AccountKeyKind { algorithm });
    }
    for algorithm in KINDS {
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let account = AccountKey::new(key).unwrap();
        let everywhere = !matches!(algorithm, Algorithm::P521 | Algorithm::Ed25519);
        assert_eq!(account.is_taken_everywhere(), everywhere);
        assert_eq!(
            format!("{account:?}"),
            format!("AccountKey({algorithm}, [elided])")
        );
        assert!(!account.jwk().unwrap().contains("\"d\""));
    }
}

#[test]
fn an_account_key_is_no_certificate_key() {
    let rng = &mut rng(6);
    let key = PrivateKey::generate(Algorithm::P256, rng).unwrap();
    let account = AccountKey::new(key.clone()).unwrap();
    let error = account.check_certificate_key(&key.public_key());
    assert_eq!(error, Err(Error::AccountKeyAsCertificateKey));
    let other = PrivateKey::generate(Algorithm::P256, rng).unwrap();
    assert!(!account.is_same(&other.public_key()));
    assert_eq!(account.check_certificate_key(&other.public_key()), Ok(()));
}

#[test]
fn a_request_has_domain_names_only() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(7);
    let names = |names: &[&str]| -> Vec<AltName> {
        let names = names.iter().map(|name| AltName::server(name).unwrap());
        names.collect()
    };
    let long = format!("{}.example.org", "a".repeat(60));
    let text = |names: &[AltName], email: Option<&EmailAddress>, rng: &mut ChaCha20Rng| {
        let profile = profile::Acme::new(names, email).unwrap();
        let key = PrivateKey::generate(Algorithm::P256, rng).unwrap();
        let request = Request::sign(&profile, &key, rng).unwrap();
        request.verify().unwrap();
        fs::write(folder.path().join("csr"), request.pem().unwrap()).unwrap();
        openssl(folder.path(), "req -in csr -noout -verify -text").expect("openssl req")
    };
    let email = EmailAddress::parse("ming@example.org").unwrap();
    let all = names(&[&long, "例え.example", "*.example.org", "例え.example"]);
    let said = text(&all, Some(&email), rng);
    assert!(said.contains("Subject: CN = xn--r8jz45g.example, emailAddress = ming@example.org"));
    let alternatives = format!("DNS:{long}, DNS:xn--r8jz45g.example, DNS:*.example.org\n");
    assert!(said.contains(&alternatives), "{said}");
    assert_eq!(said.matches("X509v3").count(), 1, "{said}");
    assert!(!said.contains("critical"));
    // No common name: the subject is empty, and the extension critical (RFC 5280, 4.2.1.6).
    let said = text(&names(&[&long]), None, rng);
    assert!(said.contains("Subject: \n"), "{said}");
    assert!(said.contains("X509v3 Subject Alternative Name: critical"));
    let refused = |names: &[AltName]| profile::Acme::new(names, None).unwrap_err();
    assert_eq!(refused(&[]), Error::NoServerName);
    let name = |name: &str| Error::OnlyDomainNames { name: name.into() };
    assert_eq!(
        refused(&names(&["a.example", "192.0.2.7"])),
        name("192.0.2.7")
    );
    assert_eq!(refused(&[AltName::Email(email)]), name("ming@example.org"));
}

fn private(text: &str) -> PrivateKey {
    match jwk::read(text).unwrap().remove(0).key {
        Ok(Key::Private(key)) => key,
        other => panic!("{other:?}"),
    }
}

const CLAIMS: &str = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const RFC_7515_A2_SIGNATURE: &str = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
