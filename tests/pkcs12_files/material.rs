//! A root, a leaf and its key by OpenSSL, other programs, and DER by hand.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use certwright::pki::{
    AlgorithmName, Certificate, Oid, Password, Pkcs12, PrivateKey,
    pkcs12::{Bag, Content},
};
use tempfile::TempDir;

use crate::support::*;

pub struct Material {
    pub folder: TempDir,
    pub key: Vec<u8>,
    pub leaf: Vec<u8>,
    pub root: Vec<u8>,
}

impl Material {
    /// With `leaf.key`, `leaf.pem` and `root.pem` in its folder.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc";
        for command in [
            format!("req -x509 {key} -keyout root.key -out root.pem -subj /CN=Root -days 30"),
            format!(
                "req -x509 {key} -keyout leaf.key -out leaf.pem -subj /CN=leaf.example -days 30 \
                 -CA root.pem -CAkey root.key"
            ),
            "pkcs8 -topk8 -nocrypt -in leaf.key -outform DER -out leaf.p8".into(),
            "x509 -in leaf.pem -outform DER -out leaf.der".into(),
            "x509 -in root.pem -outform DER -out root.der".into(),
        ] {
            openssl(path, &command).expect(&command);
        }
        let read = |name| fs::read(path.join(name)).unwrap();
        let (key, leaf, root) = (read("leaf.p8"), read("leaf.der"), read("root.der"));
        Self {
            folder,
            key,
            leaf,
            root,
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Makes a file by `openssl pkcs12 -export`, of the key, its certificate and the root.
    pub fn export(&self, password: &str, options: &[&str]) -> Vec<u8> {
        fs::write(self.path().join("password"), format!("{password}\n")).unwrap();
        let fixed = "pkcs12 -export -inkey leaf.key -in leaf.pem -certfile root.pem -out made.p12 \
                     -passout file:password";
        let arguments: Vec<_> = fixed
            .split_whitespace()
            .chain(options.iter().copied())
            .collect();
        openssl_with(self.path(), &arguments).expect(&arguments.join(" "));
        fs::read(self.path().join("made.p12")).unwrap()
    }

    pub fn identity(&self, name: &str) -> Vec<Bag> {
        let key = PrivateKey::from_pkcs8_der(&self.key).unwrap();
        let [leaf, root] = [&self.leaf, &self.root].map(|der| Certificate::from_der(der).unwrap());
        Bag::identity(&key, &leaf, &[root], Some(name)).unwrap()
    }
}

pub fn text(text: &str) -> Password {
    Password::new(text.into()).unwrap()
}

pub fn keys(file: &Pkcs12) -> Vec<&Bag> {
    let is_key = |bag: &&Bag| matches!(bag.content, Content::PrivateKey(_));
    file.bags().iter().filter(is_key).collect()
}

pub fn certificates(file: &Pkcs12) -> Vec<&[u8]> {
    let is_certificate = |bag: &&Bag| matches!(bag.content, Content::Certificate(_));
    file.bags()
        .iter()
        .filter(is_certificate)
        .map(octets)
        .collect()
}

pub fn octets(bag: &Bag) -> &[u8] {
    match &bag.content {
        Content::PrivateKey(der) => der,
        Content::Certificate(der) | Content::RevocationList(der) => der,
        Content::Other(name) => panic!("a bag with {name}"),
    }
}

/// An algorithm as errors name it.
pub fn algorithm(dotted: &str) -> AlgorithmName {
    let oid = Oid::parse(dotted).unwrap();
    AlgorithmName {
        oid: Some(oid),
        name: oid.name().expect(dotted).into(),
    }
}

/// Runs a program that may not be there; says so then.
pub fn run(folder: &Path, program: &str, arguments: &[&str]) -> Option<Outcome> {
    let mut command = Command::new(program);
    let command = command.args(arguments).current_dir(folder);
    let run = command
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output();
    let Ok(output) = run else {
        say(&format!(
            "SKIPPED, NOT TESTED: there is no {program} on the PATH"
        ));
        return None;
    };
    let text = [output.stdout, output.stderr];
    Some(Outcome {
        ok: output.status.success(),
        text: text
            .map(|octets| String::from_utf8_lossy(&octets).into_owned())
            .concat(),
    })
}

/// Runs Python with `cryptography`; `None`, loudly, where that is not installed.
pub fn python(folder: &Path, script: &str) -> Option<String> {
    let probe = run(folder, "python3", &["-c", "import cryptography"])?;
    if !probe.ok {
        say("SKIPPED, NOT TESTED: Python cannot import cryptography");
        return None;
    }
    let outcome = run(folder, "python3", &["-c", script])?;
    Some(outcome.expect("Python"))
}

/// An element in DER; longer than 65 535 octets only for nothing here.
pub fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let value = parts.concat();
    let length = value.len();
    let mut octets = vec![tag];
    match length {
        0..=0x7F => octets.push(length as u8),
        0x80..=0xFF => octets.extend([0x81, length as u8]),
        _ => octets.extend([0x82, (length >> 8) as u8, length as u8]),
    }
    octets.extend(value);
    octets
}

pub fn oid(dotted: &str) -> Vec<u8> {
    let oid = der::asn1::ObjectIdentifier::new_unwrap(dotted);
    tlv(6, &[oid.as_bytes()])
}

/// The header's length, and the whole element's.
pub fn lengths(der: &[u8]) -> (usize, usize) {
    match der[1] {
        0x82 => (4, 4 + usize::from(der[2]) * 256 + usize::from(der[3])),
        0x81 => (3, 3 + usize::from(der[2])),
        short => (2, 2 + usize::from(short)),
    }
}

/// The elements in an element's contents.
pub fn children(der: &[u8]) -> Vec<&[u8]> {
    let (header, end) = lengths(der);
    let mut rest = &der[header..end];
    let mut children = Vec::new();
    while !rest.is_empty() {
        let (child, after) = rest.split_at(lengths(rest).1);
        children.push(child);
        rest = after;
    }
    children
}

/// The same in BER as NSS and Windows like it: indefinite lengths, octet strings in parts. What is
/// in octet strings stays.
pub fn to_ber(der: &[u8]) -> Vec<u8> {
    let (header, end) = lengths(der);
    let value = &der[header..end];
    let parts: Vec<u8> = match der[0] {
        4 => value
            .chunks(100)
            .flat_map(|chunk| tlv(4, &[chunk]))
            .collect(),
        // [0] IMPLICIT OCTET STRING.
        0x80 => value
            .chunks(50)
            .flat_map(|chunk| tlv(4, &[chunk]))
            .collect(),
        tag if tag & 0x20 != 0 => children(der).into_iter().flat_map(to_ber).collect(),
        _ => return der[..end].to_vec(),
    };
    [&[der[0] | 0x20, 0x80], &*parts, &[0, 0]].concat()
}
