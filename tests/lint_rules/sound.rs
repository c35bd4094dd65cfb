//! What nothing is wrong with, for a public authority neither.

use super::material::*;

fn key_identifier(seed: u8) -> Vec<u8> {
    vec![seed; 20]
}

fn subject(common: &str) -> Vec<u8> {
    name(&[(C, PRINTABLE, "GB"), (O, UTF8, "Acme"), (CN, UTF8, common)])
}

fn ecdsa() -> Vec<u8> {
    sequence(&[oid(SHA256)])
}

/// Signed by itself.
pub fn root() -> Parts {
    let mut parts = Parts {
        version: 3,
        serial: [&[0x41; 16][..]].concat(),
        algorithm: ecdsa(),
        issuer: subject("Acme Root"),
        times: [utc("2026-01-01"), utc("2041-01-01")],
        subject: subject("Acme Root"),
        key: public(1),
        unique: Vec::new(),
        extensions: Vec::new(),
        has_empty_extensions: false,
        signer: 1,
    };
    parts.put(AKI, false, sequence(&[value(0x80, &key_identifier(1))]));
    parts.put(SKI, false, value(4, &key_identifier(1)));
    parts.uses(&[0x06]);
    parts.put(BASIC, true, sequence(&[vec![1, 1, 0xff]]));
    parts
}

/// Signed by the root.
pub fn middle() -> Parts {
    let mut parts = Parts {
        subject: subject("Acme Servers"),
        times: [utc("2026-02-01"), utc("2034-01-01")],
        key: public(2),
        serial: vec![0x42; 16],
        ..root()
    };
    parts.put(SKI, false, value(4, &key_identifier(2)));
    parts.put(POLICIES, false, policies(&["2.23.140.1.2.1"]));
    parts.put(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.1"]));
    parts.put(POINTS, false, points("http://acme.com/root.crl"));
    parts.put(
        AIA,
        false,
        info(&[("1.3.6.1.5.5.7.48.2", "http://acme.com/root.cer")]),
    );
    parts
}

/// A list of one timestamp (RFC 6962, section 3.2), of version 1.
fn timestamps() -> Vec<u8> {
    let log = [7; 32];
    let time = 1_780_272_000_000_u64.to_be_bytes();
    let signature = [4, 3, 0, 8, 0x30, 6, 2, 1, 1, 2, 1, 1];
    let one = [&[0][..], &log, &time, &[0, 0], &signature].concat();
    let length = u16::try_from(one.len()).unwrap();
    [&(length + 2).to_be_bytes()[..], &length.to_be_bytes(), &one].concat()
}

/// Signed by the intermediate.
pub fn server() -> Parts {
    let mut parts = Parts {
        issuer: subject("Acme Servers"),
        subject: name(&[(CN, UTF8, "www.acme.com")]),
        times: [utc("2026-06-01"), utc("2026-08-01")],
        key: public(3),
        serial: vec![0x43; 16],
        extensions: Vec::new(),
        signer: 2,
        ..root()
    };
    parts.put(AKI, false, sequence(&[value(0x80, &key_identifier(2))]));
    parts.put(SKI, false, value(4, &key_identifier(3)));
    parts.uses(&[0x80]);
    parts.put(POLICIES, false, policies(&["2.23.140.1.2.1"]));
    parts.put(SAN, false, dns(&["www.acme.com", "*.acme.com"]));
    parts.put(BASIC, true, sequence(&[]));
    parts.put(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.1"]));
    parts.put(POINTS, false, points("http://acme.com/1.crl"));
    parts.put(
        AIA,
        false,
        info(&[
            ("1.3.6.1.5.5.7.48.1", "http://ocsp.acme.com"),
            ("1.3.6.1.5.5.7.48.2", "http://acme.com/1.cer"),
        ]),
    );
    parts.put(SCTS, false, value(4, &timestamps()));
    parts
}

/// A person's.
pub fn client() -> Parts {
    let mut parts = server();
    parts.subject = name(&[(CN, UTF8, "Alice")]);
    parts.put(SAN, false, sequence(&[value(0x81, b"alice@acme.com")]));
    parts.put(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.2"]));
    parts
}

/// What a server asks for, by its own key.
pub fn request() -> Parts {
    let mut parts = server();
    for issuers in [AKI, POINTS, AIA, SCTS, POLICIES] {
        parts.drop(issuers);
    }
    parts.signer = 3;
    parts
}

/// The root's.
pub fn list() -> ListParts {
    let reason = Extension("2.5.29.21", false, vec![10, 1, 1]);
    let mut parts = ListParts {
        version: Some(1),
        inner: ecdsa(),
        outer: ecdsa(),
        issuer: subject("Acme Root"),
        this: utc("2026-06-01"),
        next: utc("2026-06-08"),
        entries: Some(vec![
            entry(7, "2026-05-01", None),
            entry(8, "2026-05-02", Some(reason)),
        ]),
        extensions: Vec::new(),
    };
    parts.put(AKI, false, sequence(&[value(0x80, &key_identifier(1))]));
    parts.put("2.5.29.20", false, value(2, &[5]));
    parts
}
