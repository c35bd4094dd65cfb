//! Certificates for who made a request: what is kept of it, and what is not.

#[path = "common/registers.rs"]
mod registers;
#[path = "common/support.rs"]
mod support;

use certwright::{
    Error,
    authority::{Addresses, Holder, Settings, Template},
    pki::{
        Algorithm, Attribute, AttributeType, Extension, ExtensionValue, KeyUsage, LeftOut, Name,
        Request, Uri,
    },
};
use registers::*;
use support::openssl;

const CONFIG: &str = "[req]
distinguished_name=dn
prompt=no
req_extensions=v3
attributes=at
[dn]
C=US
O=Their Own
CN=www.example.com
[at]
challengePassword=secret password
[v3]
basicConstraints=critical,CA:true
keyUsage=critical,digitalSignature,keyCertSign
extendedKeyUsage=codeSigning
subjectAltName=DNS:www.example.com,IP:192.0.2.7,otherName:1.2.3;UTF8:x
nameConstraints=permitted;DNS:example.com
certificatePolicies=1.2.3.4
subjectKeyIdentifier=hash
tlsfeature=status_request
1.2.3.4.5=ASN1:UTF8String:hello
";

fn template(extensions: Vec<Extension>) -> Template {
    Template {
        name: "of the house".into(),
        subject: Name::default()
            .with(Attribute::new(AttributeType::Country, "CN").unwrap())
            .with(Attribute::new(AttributeType::Organization, "Acme").unwrap()),
        extensions,
        algorithm: Algorithm::P256,
        signature: None,
        days: 90,
    }
}

fn request(config: &str) -> Request {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "r.cnf", config);
    let command = "req -new -config r.cnf -newkey rsa:2048 -nodes -keyout r.key -out r.pem";
    openssl(folder.path(), command).expect("a request");
    Request::from_pem(&std::fs::read_to_string(folder.path().join("r.pem")).unwrap()).unwrap()
}

fn kept(asked: &[(Extension, bool)]) -> Vec<String> {
    let kept = asked.iter().filter(|(_, kept)| *kept);
    kept.map(|(it, _)| it.oid().to_string()).collect()
}

#[test]
fn what_authorities_decide_is_not_kept() {
    let mut office = Office::new(1);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let settings = Settings {
        addresses: Addresses {
            lists: vec![Uri::parse("http://crl.example/root.crl").unwrap()],
            ocsp: vec![Uri::parse("http://ocsp.example/").unwrap()],
            ..Addresses::default()
        },
        ..office.register.authorities()[&root].settings()
    };
    let change = office
        .register
        .configure(root, &settings, office.now)
        .unwrap();
    office.apply(change);
    let request = request(CONFIG);
    let usages = [KeyUsage::DigitalSignature].into_iter().collect();
    let own = vec![
        Extension::critical(ExtensionValue::KeyUsage(usages)),
        Extension::critical(ExtensionValue::BasicConstraints {
            ca: false,
            path_len: None,
        }),
        purposes(&[server_auth()]),
    ];
    let answer = office
        .register
        .from_request(root, &request, &template(own.clone()), office.now)
        .unwrap();
    assert_eq!(answer.asked.len(), 9);
    // Alternative names, and that answers are to be stapled.
    assert_eq!(kept(&answer.asked), ["2.5.29.17", "1.3.6.1.5.5.7.1.24"]);
    let added: Vec<_> = answer.added.iter().map(|it| it.oid().to_string()).collect();
    let want = [
        "2.5.29.15",
        "2.5.29.19",
        "2.5.29.37",
        "2.5.29.31",
        "1.3.6.1.5.5.7.1.1",
    ];
    assert_eq!(added, want);
    assert_eq!(answer.left_out, []);
    let subject = answer.issuance.application.subject.to_string();
    assert_eq!(subject, "C=CN, O=Acme, CN=www.example.com");
    assert!(answer.issuance.application.challenge_password.is_none());

    let issued = office.issue(&answer.issuance, &Holder::Request(request.clone()));
    assert_eq!(issued.certificate.public_key(), request.public_key());
    let chain = office.register.chain(issued.entry.unwrap()).unwrap();
    openssl_verdict(&files(&chain), "-purpose sslserver").unwrap();
    webpki_verdict(&chain, "www.example.com").unwrap();
    let text = openssl(files(&chain).path(), "x509 -in leaf.pem -noout -text").text;
    for part in [
        "CA:FALSE",
        "IP Address:192.0.2.7",
        "http://crl.example/root.crl",
        "status_request",
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
    for part in [
        "CA:TRUE",
        "Certificate Sign",
        "Code Signing",
        "1.2.3.4",
        "Name Constraints",
    ] {
        assert!(!text.contains(part), "{part} in {text}");
    }
    let text = office.register.entries()[&issued.entry.unwrap()]
        .profile
        .clone();
    assert_eq!(text, "of the house");
}

#[test]
fn where_the_template_says_nothing() {
    let mut office = Office::new(2);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let of = |usage: &str, purpose: &str, ca: &str| {
        let config = CONFIG
            .replace("digitalSignature,keyCertSign", usage)
            .replace("codeSigning", purpose)
            .replace("CA:true", ca);
        let request = request(&config);
        let answer = office
            .register
            .from_request(root, &request, &template(vec![]), office.now);
        kept(&answer.unwrap().asked)
    };
    let good = of("digitalSignature", "codeSigning", "CA:false");
    let want = [
        "2.5.29.19",
        "2.5.29.15",
        "2.5.29.37",
        "2.5.29.17",
        "1.3.6.1.5.5.7.1.24",
    ];
    assert_eq!(good, want);
    let names = ["2.5.29.17", "1.3.6.1.5.5.7.1.24"];
    // Who signs revocation lists, or answers in the authority's name, or is everything, is for nobody to ask.
    assert_eq!(
        of("digitalSignature,cRLSign", "OCSPSigning", "CA:true"),
        names
    );
    assert_eq!(
        of("keyCertSign", "serverAuth,anyExtendedKeyUsage", "CA:true"),
        names
    );
}

#[test]
fn who_does_not_hold_the_key() {
    let mut office = Office::new(3);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let good = request(CONFIG);
    let mut der = good.der().to_vec();
    *der.last_mut().unwrap() ^= 1;
    let bad = Request::from_der(&der).unwrap();
    let refused = office
        .register
        .from_request(root, &bad, &template(vec![]), office.now);
    assert_eq!(refused.unwrap_err(), Error::RequestSignature);
    let order = server(root, &["www.example.com"], office.now);
    let refused = office.try_issue(&order, &Holder::Request(bad)).unwrap_err();
    assert_eq!(refused, Error::RequestSignature);
}

#[test]
fn subjects() {
    let mut office = Office::new(4);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let mut free = template(vec![]);
    free.subject = Name::default();
    let request = request(CONFIG);
    let answer = office
        .register
        .from_request(root, &request, &free, office.now)
        .unwrap();
    let subject = answer.issuance.application.subject.to_string();
    assert_eq!(
        subject,
        "C=US, O=\"Their Own\", CN=www.example.com".replace('"', "")
    );
    // Too long for the authority that is left: only as long as that.
    free.days = 36_500;
    let answer = office
        .register
        .from_request(root, &request, &free, office.now)
        .unwrap();
    let end = office.register.authorities()[&root]
        .certificate
        .validity()
        .not_after;
    assert_eq!(answer.issuance.validity.not_after, end);
    assert!(
        !answer
            .left_out
            .iter()
            .any(|it| matches!(it, LeftOut::Extension { .. }))
    );
    assert_eq!(
        office
            .register
            .refusals(&answer.issuance, Algorithm::Rsa(2048), office.now),
        []
    );
}
