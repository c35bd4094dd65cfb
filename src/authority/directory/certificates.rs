//! The certificates in a directory, and which of them is the authority's own.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    config::Hints,
    files::{File, Folder},
    index::Index,
};
use crate::{
    DirectoryFault, Error,
    pki::{Certificate, ExtensionValue, Object, PublicKey, RevocationList, reader},
};

pub(super) struct Found {
    pub(super) certificate: Certificate,
    /// Its subject and its issuer, so that names of the same party are equal.
    pub(super) subject: Name,
    pub(super) issuer: Name,
    /// Its file's name.
    pub(super) file: String,
    is_usual: bool,
    is_among_issued: bool,
}

type Name = Vec<Vec<(String, String)>>;

/// All certificates, each once, and all revocation lists. A file that cannot be read is left out.
pub(super) fn read(
    folder: &Folder,
    hints: &Hints,
    left_out: &mut Vec<(String, Error)>,
) -> (Vec<Found>, Vec<RevocationList>) {
    let (mut certificates, mut lists, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for file in folder.files.iter().filter(|file| is_public(file)) {
        for finding in reader::read(&file.octets) {
            match finding.object {
                Ok(Object::Certificate(certificate)) => {
                    if seen.insert(certificate.sha256_fingerprint()) {
                        certificates.push(Found::new(certificate, file, hints));
                    }
                }
                Ok(Object::RevocationList(list)) => lists.push(list),
                Ok(_) => {}
                Err(error) => left_out.push((format!("{}{}", folder.path, file.name), error)),
            }
        }
    }
    (certificates, lists)
}

/// Not files of keys, whatever else they have.
fn is_public(file: &File) -> bool {
    let base = file.base();
    let ending = base.rsplit_once('.').map(|(_, ending)| ending);
    let is_der = file.octets.first() == Some(&SEQUENCE)
        && matches!(ending, Some("cer" | "crt" | "der" | "crl" | "pem"));
    let is_pem = [CERTIFICATE, OTHER_CERTIFICATES, LIST]
        .iter()
        .any(|it| file.has(it));
    (is_der || is_pem) && !file.has("PRIVATE KEY-----")
}

impl Found {
    fn new(certificate: Certificate, file: &File, hints: &Hints) -> Self {
        let base = file.base();
        let is_hinted = hints.certificate.as_deref() == Some(base.as_str());
        Self {
            subject: certificate.subject().folded(),
            issuer: certificate.issuer().folded(),
            is_usual: is_hinted || USUAL.contains(&base.as_str()),
            is_among_issued: ISSUED.iter().any(|it| file.is_in(it)),
            file: file.name.clone(),
            certificate,
        }
    }

    /// Basic constraints say so; the oldest have none and sign themselves.
    fn is_authority(&self) -> bool {
        let Ok((application, _)) = self.certificate.application() else {
            return false;
        };
        let mut constraints = application
            .extensions
            .iter()
            .filter_map(|it| match it.value {
                ExtensionValue::BasicConstraints { ca, .. } => Some(ca),
                _ => None,
            });
        let is_old = application.extensions.is_empty() && self.subject == self.issuer;
        constraints.next().unwrap_or(is_old)
    }
}

/// Those that may be the authority's: with the key for the first of them, the likeliest first.
pub(super) fn candidates<'a>(all: &'a [Found], index: &Index) -> Vec<(usize, &'a Found)> {
    let mut issued: BTreeMap<&Name, usize> = BTreeMap::new();
    for found in all {
        if index.place(found.certificate.serial()).is_some() {
            *issued.entry(&found.issuer).or_default() += 1;
        }
    }
    let count = |found: &Found| issued.get(&found.subject).copied().unwrap_or_default();
    let is_likely = |found: &&Found| count(found) > 0 || found.is_usual || !found.is_among_issued;
    let likely = all.iter().filter(is_likely).filter(|it| it.is_authority());
    likely.map(|found| (count(found), found)).collect()
}

/// The authority's own: the one that signed most of what the index has, whose key is here, that is called as usual.
pub(super) fn chosen<'a>(
    candidates: &[(usize, &'a Found)],
    key: Option<&PublicKey>,
) -> Result<&'a Found, Error> {
    let has_key = |found: &Found| {
        let own = found.certificate.public_key().ok();
        own.is_some() && own == key
    };
    let likeliness = |(count, found): &&(usize, &Found)| {
        let not_before = found.certificate.validity().not_before;
        (
            *count,
            has_key(found),
            found.is_usual,
            !found.is_among_issued,
            not_before,
        )
    };
    let best = candidates.iter().max_by_key(likeliness);
    let best = best.map(|(_, found)| *found);
    best.ok_or_else(|| DirectoryFault::NoCertificate.into())
}

const SEQUENCE: u8 = 0x30;
const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----";
/// `X509 CERTIFICATE`, `TRUSTED CERTIFICATE`.
const OTHER_CERTIFICATES: &str = "ED CERTIFICATE-----";
const LIST: &str = "-----BEGIN X509 CRL-----";

/// What tutorials and programs call an authority's own certificate.
const USUAL: [&str; 12] = [
    "cacert.pem",
    "cacert.crt",
    "cacert.cer",
    "ca.crt",
    "ca.pem",
    "ca.cer",
    "ca.cert.pem",
    "ca-cert.pem",
    "ca_cert.pem",
    "rootca.crt",
    "rootca.pem",
    "intermediate.cert.pem",
];

/// Where what an authority issued is.
const ISSUED: [&str; 5] = [
    "newcerts",
    "certs_by_serial",
    "issued",
    "revoked",
    "renewed",
];
