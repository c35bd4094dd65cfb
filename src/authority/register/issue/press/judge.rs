//! What is judged before a certificate is signed, and once more when it is.

use crate::{
    Error,
    authority::register::{
        Issuance,
        refuse::{Place, not_proven},
    },
    pki::{
        Algorithm, Certificate, PublicKey, Time,
        chain::{self, Policies, Purpose, Question, Revocation, Rules},
        issuing::Content,
    },
};

/// The first reason against it.
pub(super) fn refuse(
    place: &Place<'_>,
    issuance: &Issuance,
    algorithm: Algorithm,
    now: Time,
) -> Result<(), Error> {
    let reasons = place.reasons(issuance, algorithm, now);
    reasons.into_iter().next().map_or(Ok(()), Err)
}

/// Whether the finished certificate is what was meant, and the issuer's.
pub(super) fn check(
    certificate: &Certificate,
    content: &Content<'_>,
    issuer: &PublicKey,
) -> Result<(), Error> {
    let is_meant = certificate.public_key()? == content.key
        && certificate.serial() == content.serial
        && certificate.validity() == content.validity;
    if !is_meant {
        return Err(not_proven("X509_V_ERR_UNSPECIFIED"));
    }
    let verdict = certificate.verify(issuer);
    verdict.map_err(|_| not_proven("X509_V_ERR_CERT_SIGNATURE_FAILURE"))
}

/// Whether the whole path is valid, up to the last authority that is here.
pub(super) fn prove(
    certificate: &Certificate,
    above: &[Certificate],
    now: Time,
) -> Result<(), Error> {
    let validity = certificate.validity();
    let (pool, roots) = above.split_at(above.len().saturating_sub(1));
    let answer = chain::verify(&Question {
        leaf: certificate,
        pool,
        roots,
        lists: &[],
        revocation: Revocation::Ignored,
        time: now.max(validity.not_before).min(validity.not_after),
        purpose: Purpose::Any,
        peer: None,
        rules: Rules::Path,
        policies: Policies::default(),
        max_depth: None,
        // Those above are as they are; by what this one is signed was judged before.
        allows_weak_algorithms: true,
    });
    if answer.is_valid() {
        return Ok(());
    }
    let fault = answer.paths.first().and_then(|path| path.faults().next());
    let name = fault.map_or("X509_V_ERR_UNSPECIFIED", |(_, fault)| fault.openssl_name());
    Err(not_proven(name))
}
