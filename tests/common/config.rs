//! A request made from a configuration file, by `openssl` and by this library.

#![allow(dead_code, reason = "every story uses a part of it")]

use std::{fs, path::Path};

use certwright::pki::{
    Algorithm, Application, PrivateKey, Request,
    config::{Config, Filled},
};
use der::{Decode, Encode};
use x509_cert::request::CertReq;

use super::support::*;

/// A folder with a key in `key.pem`, to make requests in.
pub struct Bench {
    folder: tempfile::TempDir,
    key: PrivateKey,
}

impl Bench {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = PrivateKey::generate(Algorithm::P256, &mut rng(1)).unwrap();
        fs::write(folder.path().join("key.pem"), &**key.to_pem().unwrap()).unwrap();
        Self { folder, key }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn key(&self) -> &PrivateKey {
        &self.key
    }

    /// What `openssl req -new -batch` makes of the file.
    pub fn by_openssl(&self, file: &[u8], arguments: &str) -> Result<CertReq, String> {
        let _ = fs::remove_file(self.path().join("r.der"));
        fs::write(self.path().join("r.cnf"), file).unwrap();
        let command = "req -new -batch -config r.cnf -key key.pem -outform DER -out r.der";
        let outcome = openssl(self.path(), &format!("{command} {arguments}"));
        match outcome.ok {
            true => Ok(CertReq::from_der(&fs::read(self.path().join("r.der")).unwrap()).unwrap()),
            false => Err(outcome.text),
        }
    }

    pub fn by_us(&self, application: &Application) -> CertReq {
        let signature = Algorithm::P256.signature();
        let request = Request::apply(application, &self.key, signature, &mut rng(3));
        let request = request.unwrap_or_else(|error| panic!("{error}: {application:?}"));
        CertReq::from_der(request.der()).unwrap()
    }

    /// Both, octet for octet but for the signature: subject, key, attributes, extensions.
    pub fn compare(&self, file: &[u8]) -> Filled {
        let filled = fill(file);
        let theirs = self.by_openssl(file, "").unwrap_or_else(|text| {
            panic!("openssl: {text}\n{}", String::from_utf8_lossy(file));
        });
        let ours = self.by_us(&filled.application);
        assert_same(&ours, &theirs, file);
        filled
    }
}

pub fn fill(file: &[u8]) -> Filled {
    Config::parse(file).unwrap().fill(None)
}

pub fn assert_same(ours: &CertReq, theirs: &CertReq, file: &[u8]) {
    let text = String::from_utf8_lossy(file);
    assert_eq!(ours.info.subject, theirs.info.subject, "{text}");
    assert_eq!(extensions(ours), extensions(theirs), "{text}");
    let der = |request: &CertReq| request.info.to_der().unwrap();
    assert_eq!(der(ours), der(theirs), "{text}");
}

/// Identifier, criticality, value in hexadecimal.
pub fn extensions(request: &CertReq) -> Vec<(String, bool, String)> {
    let wanted = request.info.attributes.iter();
    let wanted = wanted.filter(|attribute| attribute.oid.to_string() == "1.2.840.113549.1.9.14");
    let mut all = Vec::new();
    for value in wanted.flat_map(|attribute| attribute.values.iter()) {
        let extensions: x509_cert::ext::Extensions = value.decode_as().unwrap();
        for extension in extensions {
            let octets = extension.extn_value.as_bytes();
            let hex = octets.iter().map(|octet| format!("{octet:02x}")).collect();
            all.push((extension.extn_id.to_string(), extension.critical, hex));
        }
    }
    all
}
