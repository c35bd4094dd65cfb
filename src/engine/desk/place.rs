//! Where things stand in their files, for commands, which name files.

use std::collections::HashMap;

use crate::{
    pki::{Finding, Format, Object, command::Place},
    saturated::saturated,
};

/// The places of all that a file has, in its order.
pub(super) fn places(findings: &[Finding]) -> Vec<Place> {
    let mut counts: HashMap<Kind, u32> = HashMap::new();
    for finding in findings {
        *counts.entry(Kind::of(finding)).or_default() += 1;
    }
    let mut seen: HashMap<Kind, u32> = HashMap::new();
    let mut place = |finding: &Finding| {
        let kind = Kind::of(finding);
        let before = seen.entry(kind).or_default();
        let place = Place {
            before: *before,
            of_kind: counts.get(&kind).copied().unwrap_or(1),
            of_all: saturated(findings.len()),
        };
        *before += 1;
        place
    };
    findings.iter().map(&mut place).collect()
}

/// What commands look for in a file.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    PrivateKey,
    PublicKey,
    Certificate,
    Request,
    RevocationList,
    Other,
}

impl Kind {
    fn of(finding: &Finding) -> Self {
        match &finding.object {
            Ok(Object::PrivateKey(_)) => Self::PrivateKey,
            Ok(Object::PublicKey(_)) => Self::PublicKey,
            Ok(Object::Certificate(_)) => Self::Certificate,
            Ok(Object::Request(_)) => Self::Request,
            Ok(Object::RevocationList(_)) => Self::RevocationList,
            // A command stops at what is locked or broken.
            Ok(Object::Locked(_)) | Err(_) => Self::named(finding.format),
        }
    }

    fn named(format: Format) -> Self {
        match format {
            Format::Pkcs1Private
            | Format::Sec1
            | Format::Pkcs8
            | Format::EncryptedPkcs8
            | Format::Traditional
            | Format::OpenSshPrivate => Self::PrivateKey,
            Format::Pkcs1Public | Format::Spki | Format::OpenSshPublic => Self::PublicKey,
            Format::Certificate => Self::Certificate,
            Format::Request => Self::Request,
            Format::RevocationList => Self::RevocationList,
            Format::Pem | Format::Jwk | Format::Pkcs7 | Format::Pkcs12 | Format::Unknown => {
                Self::Other
            }
        }
    }
}
