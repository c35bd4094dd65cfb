//! The templates that everybody has, extensions in RFC 5280's order.

use super::{
    Template,
    usages::{CLIENT_AUTH, CODE_SIGNING, EMAIL_PROTECTION, OCSP_SIGNING, SERVER_AUTH},
    usages::{OCSP_NO_CHECK, TIME_STAMPING},
};
use crate::pki::{
    Algorithm, Extension, ExtensionValue,
    KeyUsage::{self, CrlSign, DigitalSignature, KeyAgreement, KeyCertSign},
    Name, Oid,
};

pub(super) fn all() -> Vec<Template> {
    let authority: &[KeyUsage] = &[KeyCertSign, CrlSign];
    let signer: &[KeyUsage] = &[DigitalSignature];
    // Baseline Requirements, section 7.1.2.1.4: no path length in a root.
    let root = vec![usage(authority), constraints(true, None)];
    let intermediate = vec![usage(authority), constraints(true, Some(0))];
    let leaf = |usages, purposes: &[Oid]| {
        let purposes = ExtensionValue::ExtendedKeyUsage(purposes.to_vec());
        let purposes = Extension::not_critical(purposes);
        vec![usage(usages), constraints(false, None), purposes]
    };
    // Mail is also encrypted to the key: with a curve's, by agreeing on another (RFC 5753).
    let email = leaf(&[DigitalSignature, KeyAgreement], &[EMAIL_PROTECTION]);
    // RFC 3161, section 2.3: critical, and no other purpose.
    let stamper = ExtensionValue::ExtendedKeyUsage(vec![TIME_STAMPING]);
    let stamper = vec![
        usage(signer),
        constraints(false, None),
        Extension::critical(stamper),
    ];
    let mut responder = leaf(signer, &[OCSP_SIGNING]);
    responder.push(no_check());
    vec![
        template("root", root, 3_650),
        template("intermediate", intermediate, 1_825),
        template("server", leaf(signer, &[SERVER_AUTH]), 398),
        template("client", leaf(signer, &[CLIENT_AUTH]), 398),
        template("peer", leaf(signer, &[SERVER_AUTH, CLIENT_AUTH]), 398),
        template("email", email, 825),
        template("code-signing", leaf(signer, &[CODE_SIGNING]), 825),
        template("time-stamping", stamper, 1_825),
        template("ocsp-signer", responder, 90),
        template("custom", Vec::new(), 398),
    ]
}

fn template(name: &str, extensions: Vec<Extension>, days: u32) -> Template {
    Template {
        name: name.into(),
        subject: Name::default(),
        extensions,
        algorithm: Algorithm::P256,
        signature: None,
        days,
    }
}

fn usage(usages: &[KeyUsage]) -> Extension {
    let usages = usages.iter().copied().collect();
    Extension::critical(ExtensionValue::KeyUsage(usages))
}

/// Critical in all: see [`profile`](crate::pki::profile).
fn constraints(ca: bool, path_len: Option<u8>) -> Extension {
    Extension::critical(ExtensionValue::BasicConstraints { ca, path_len })
}

/// RFC 6960, section 4.2.2.2.1: `id-pkix-ocsp-nocheck` is NULL.
fn no_check() -> Extension {
    Extension::not_critical(ExtensionValue::Other {
        oid: OCSP_NO_CHECK,
        der: vec![5, 0],
    })
}
