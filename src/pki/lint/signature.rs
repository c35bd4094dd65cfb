//! By what it is signed.

use der::{
    asn1::{Any, Null},
    referenced::OwnedToRef,
};
use spki::AlgorithmIdentifierOwned;

use super::{
    Rule,
    extensions::called,
    report::Report,
    view::{Key, View},
};
use crate::pki::{Algorithm, Digest, Oid, SignatureAlgorithm};

/// What is known of who signs.
pub(super) struct Signer<'a> {
    pub(super) key: Option<&'a Key>,
    /// Nobody checks the signature: a root's, a request's.
    pub(super) is_itself: bool,
    pub(super) is_root: bool,
}

pub(super) fn check(view: &View, issuer: Option<&View>, report: &mut Report) {
    let Some(identifier) = &view.signature else {
        return;
    };
    let is_itself = issuer.is_none() && (!view.is_issued() || view.claims_to_sign_itself());
    let signer = Signer {
        key: issuer
            .or(is_itself.then_some(view))
            .map(|signer| &signer.key),
        is_itself,
        is_root: is_itself && view.is_root(),
    };
    identifier_of(identifier, &signer, report);
}

/// Of anything that is signed.
pub(super) fn identifier_of(
    identifier: &AlgorithmIdentifierOwned,
    signer: &Signer<'_>,
    report: &mut Report,
) {
    let oid = Oid(identifier.oid);
    let kind = KINDS.iter().find(|(known, ..)| *known == oid);
    let Some((_, form, strength)) = kind else {
        return report.say(Rule::SignatureUnusual, &called(oid));
    };
    strength_of(*strength, oid, signer, report);
    let parameters = identifier.parameters.as_ref();
    let algorithm = SignatureAlgorithm::of_identifier(&identifier.owned_to_ref());
    match form {
        Form::Null => {
            let is_null = parameters == Some(&Any::from(Null));
            report.unless(is_null, Rule::SignatureRsaParameters);
        }
        Form::Absent => report.unless(parameters.is_none(), Rule::SignatureParameters),
        Form::Pss => report.unless(algorithm.is_some(), Rule::PssParameters),
    }
    let digest = match algorithm {
        Some(SignatureAlgorithm::Ecdsa(digest)) => digest,
        _ => return,
    };
    let curve = signer.key.and_then(|key| key.algorithm);
    let is_own = match curve {
        Some(Algorithm::P256) => digest == Digest::Sha256,
        Some(Algorithm::P384) => digest == Digest::Sha384,
        Some(Algorithm::P521) => digest == Digest::Sha512,
        _ => true,
    };
    if !is_own && digest != Digest::Sha1 {
        report.say(Rule::EcdsaDigest, &digest.to_string());
    }
}

fn strength_of(strength: Strength, oid: Oid, signer: &Signer<'_>, report: &mut Report) {
    let rule = match strength {
        Strength::Good => return,
        Strength::New if signer.is_itself => return,
        Strength::New => Rule::SignatureNoBrowser,
        _ if signer.is_root => Rule::SignatureRootWeak,
        Strength::Md5 => Rule::SignatureMd5,
        Strength::Sha1 => Rule::SignatureSha1,
    };
    report.say(rule, &called(oid));
}

/// What parameters there have to be.
enum Form {
    Null,
    Absent,
    Pss,
}

#[derive(Clone, Copy)]
enum Strength {
    Md5,
    Sha1,
    Good,
    /// Good, and not known to browsers.
    New,
}

#[rustfmt::skip]
const KINDS: [(Oid, Form, Strength); 18] = [
    (Oid::of("1.2.840.113549.1.1.2"), Form::Null, Strength::Md5), // MD2
    (Oid::of("1.2.840.113549.1.1.3"), Form::Null, Strength::Md5), // MD4
    (Oid::of("1.2.840.113549.1.1.4"), Form::Null, Strength::Md5),
    (Oid::of("1.2.840.113549.1.1.5"), Form::Null, Strength::Sha1),
    (Oid::of("1.2.840.10045.4.1"), Form::Absent, Strength::Sha1),
    (Oid::of("1.2.840.10040.4.3"), Form::Absent, Strength::Sha1), // DSA
    (Oid::of("1.2.840.113549.1.1.11"), Form::Null, Strength::Good),
    (Oid::of("1.2.840.113549.1.1.12"), Form::Null, Strength::Good),
    (Oid::of("1.2.840.113549.1.1.13"), Form::Null, Strength::Good),
    (Oid::of("1.2.840.113549.1.1.10"), Form::Pss, Strength::Good),
    (Oid::of("1.2.840.10045.4.3.2"), Form::Absent, Strength::Good),
    (Oid::of("1.2.840.10045.4.3.3"), Form::Absent, Strength::Good),
    (Oid::of("1.2.840.10045.4.3.4"), Form::Absent, Strength::Good),
    (Oid::of("1.3.101.112"), Form::Absent, Strength::New),
    (Oid::of("1.3.101.113"), Form::Absent, Strength::New),
    (Oid::of("2.16.840.1.101.3.4.3.17"), Form::Absent, Strength::New),
    (Oid::of("2.16.840.1.101.3.4.3.18"), Form::Absent, Strength::New),
    (Oid::of("2.16.840.1.101.3.4.3.19"), Form::Absent, Strength::New),
];
