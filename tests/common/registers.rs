//! Registers with authorities in them, and those who judge what comes out.

#![allow(dead_code, reason = "every story uses a part of it")]

use std::{fs, path::Path, time::Duration};

use certwright::{
    Error,
    authority::{Change, Holder, Issuance, Issued, Register},
    pki::{
        Algorithm, AltName, Application, Attribute, AttributeType, Certificate, Extension,
        ExtensionValue, KeyUsage, Name, Oid, PrivateKey, Time, Validity,
    },
};
use rand_chacha::ChaCha20Rng;
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use tempfile::TempDir;
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, anchor_from_trusted_cert};

use super::support::{NOW, now, openssl, rng};

pub fn server_auth() -> Oid {
    Oid::parse("1.3.6.1.5.5.7.3.1").unwrap()
}

pub fn client_auth() -> Oid {
    Oid::parse("1.3.6.1.5.5.7.3.2").unwrap()
}

/// A register, its clock and its randomness.
pub struct Office {
    pub register: Register,
    pub rng: ChaCha20Rng,
    pub now: Time,
}

impl Office {
    pub fn new(seed: u8) -> Self {
        Self {
            register: Register::default(),
            rng: rng(seed),
            now: now(),
        }
    }

    pub fn key(&mut self, algorithm: Algorithm) -> PrivateKey {
        PrivateKey::generate(algorithm, &mut self.rng).unwrap()
    }

    pub fn try_issue(&mut self, issuance: &Issuance, holder: &Holder) -> Result<Issued, Error> {
        let answer = self
            .register
            .issue(issuance, holder, self.now, &mut self.rng);
        let (change, issued) = answer?;
        self.apply(change);
        Ok(issued)
    }

    pub fn apply(&mut self, change: Change) {
        self.register.apply(change);
    }

    pub fn issue(&mut self, issuance: &Issuance, holder: &Holder) -> Issued {
        self.try_issue(issuance, holder).unwrap()
    }

    /// A root, or an authority below another, with a key of this kind.
    pub fn authority(
        &mut self,
        issuer: Option<u32>,
        label: &str,
        algorithm: Algorithm,
        more: &[Extension],
    ) -> u32 {
        let issuance = self.authority_issuance(issuer, label, None, more);
        let key = self.key(algorithm);
        let issued = self.issue(&issuance, &Holder::Key(key));
        issued.authority.unwrap()
    }

    /// As it would be issued; a root for 20 years, others for 10.
    pub fn authority_issuance(
        &self,
        issuer: Option<u32>,
        label: &str,
        path_len: Option<u8>,
        more: &[Extension],
    ) -> Issuance {
        let years = if issuer.is_none() { 20 } else { 10 };
        let mut issuance = issuance(
            issuer,
            name(label),
            authority_extensions(path_len),
            Validity::years(self.now, years).unwrap(),
        );
        issuance.application.extensions.extend_from_slice(more);
        issuance.label = Some(label.into());
        issuance
    }

    pub fn server(&mut self, issuer: u32, names: &[&str]) -> Issued {
        let issuance = server(issuer, names, self.now);
        let key = self.key(Algorithm::P256);
        self.issue(&issuance, &Holder::Key(key))
    }

    /// The chain's files: `leaf.pem`, `chain.pem` with those between, `root.pem`.
    pub fn files(&self, of: u32) -> TempDir {
        files(&self.register.chain(of).unwrap())
    }
}

pub fn files(chain: &[Certificate]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (leaf, above) = chain.split_first().unwrap();
    let (root, between) = match above.split_last() {
        Some((root, between)) => (root, between),
        None => (leaf, above),
    };
    let pem = |it: &Certificate| it.pem().unwrap();
    write(folder.path(), "leaf.pem", &pem(leaf));
    write(folder.path(), "root.pem", &pem(root));
    // OpenSSL wants one at least.
    let between: Vec<String> = between.iter().chain([root]).map(pem).collect();
    write(folder.path(), "chain.pem", &between.concat());
    folder
}

pub fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

pub fn name(common: &str) -> Name {
    Name::default().with(Attribute::new(AttributeType::CommonName, common).unwrap())
}

pub fn issuance(
    issuer: Option<u32>,
    subject: Name,
    extensions: Vec<Extension>,
    validity: Validity,
) -> Issuance {
    Issuance {
        issuer,
        application: Application {
            subject,
            extensions,
            ..Application::default()
        },
        validity,
        signature: None,
        profile: "test".into(),
        label: None,
        keeps_key: false,
        renews: None,
        serial: None,
    }
}

pub fn authority_extensions(path_len: Option<u8>) -> Vec<Extension> {
    let usages = [KeyUsage::KeyCertSign, KeyUsage::CrlSign];
    vec![
        Extension::critical(ExtensionValue::KeyUsage(usages.into_iter().collect())),
        Extension::critical(ExtensionValue::BasicConstraints { ca: true, path_len }),
    ]
}

pub fn purposes(purposes: &[Oid]) -> Extension {
    Extension::not_critical(ExtensionValue::ExtendedKeyUsage(purposes.to_vec()))
}

pub fn alt_names(names: Vec<AltName>) -> Extension {
    Extension::not_critical(ExtensionValue::SubjectAltName(names))
}

/// For 90 days; the first name is the common name, too.
pub fn server(issuer: u32, names: &[&str], now: Time) -> Issuance {
    let alt = names.iter().map(|name| AltName::server(name).unwrap());
    let usages = [KeyUsage::DigitalSignature].into_iter().collect();
    let extensions = vec![
        Extension::critical(ExtensionValue::KeyUsage(usages)),
        alt_names(alt.collect()),
        Extension::critical(ExtensionValue::BasicConstraints {
            ca: false,
            path_len: None,
        }),
        purposes(&[server_auth()]),
    ];
    let days = Validity::days(now, 90).unwrap();
    issuance(Some(issuer), name(names[0]), extensions, days)
}

/// `openssl verify` with strictness.
pub fn openssl_verdict(folder: &TempDir, more: &str) -> Result<(), String> {
    let command = format!(
        "verify -x509_strict -check_ss_sig -attime {NOW} {more} -CAfile root.pem -untrusted chain.pem leaf.pem"
    );
    let outcome = openssl(folder.path(), &command);
    if outcome.ok {
        return Ok(());
    }
    assert!(
        outcome.text.contains("verification failed"),
        "{}",
        outcome.text
    );
    Err(outcome.text)
}

pub fn webpki_verdict(chain: &[Certificate], host: &str) -> Result<(), webpki::Error> {
    let ders: Vec<CertificateDer<'_>> = chain
        .iter()
        .map(|it| CertificateDer::from(it.der()))
        .collect();
    let (leaf, above) = ders.split_first().unwrap();
    let (root, between) = above.split_last().unwrap();
    let leaf = EndEntityCert::try_from(leaf)?;
    leaf.verify_for_usage(
        ALL_VERIFICATION_ALGS,
        &[anchor_from_trusted_cert(root)?],
        between,
        UnixTime::since_unix_epoch(Duration::from_secs(NOW)),
        webpki::KeyUsage::server_auth(),
        None,
        None,
    )?;
    leaf.verify_is_valid_for_subject_name(&ServerName::try_from(host).unwrap())
}
