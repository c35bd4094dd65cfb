//! The steps that need no state.

use super::{
    super::{Fault, Question, view::View},
    Asked,
};
use crate::pki::KeyUsage;

/// 6.1.3 (a)(1)
pub(super) fn signature(
    asked: &Asked<'_, '_>,
    view: &View<'_>,
    issuer: &View<'_>,
) -> Result<(), Fault> {
    let (algorithm, name) = view.algorithm();
    let Some(algorithm) = algorithm else {
        return Err(Fault::Algorithm { algorithm: name });
    };
    if issuer.certificate.public_key().is_err() {
        return Err(Fault::IssuerKey);
    }
    if !asked.work.has_signed(view.certificate.der(), issuer) {
        return Err(Fault::Signature);
    }
    match algorithm.is_weak() && !asked.question.takes_weak_algorithms() {
        true => Err(Fault::WeakAlgorithm { algorithm: name }),
        false => Ok(()),
    }
}

/// 6.1.3 (a)(2)
pub(super) fn validity(question: &Question<'_>, view: &View<'_>) -> Result<(), Fault> {
    let validity = view.certificate.validity();
    if question.time < validity.not_before {
        let not_before = validity.not_before;
        return Err(Fault::NotYetValid { not_before });
    }
    match question.time <= validity.not_after {
        true => Ok(()),
        false => Err(Fault::Expired {
            not_after: validity.not_after,
        }),
    }
}

/// 6.1.3 (a)(4)
pub(super) fn issuer_name(view: &View<'_>, issuer: &View<'_>) -> Result<(), Fault> {
    match view.issuer == issuer.subject {
        true => Ok(()),
        false => Err(Fault::IssuerName {
            issuer: view.issuer().to_string(),
            subject: issuer.subject().to_string(),
        }),
    }
}

/// 6.1.4 (k). Certificates of versions 1 and 2 have no extensions, and nothing that would say that they are
/// authorities: of an anchor the user says it.
pub(super) fn basic_constraints(view: &View<'_>, is_anchor: bool) -> Result<(), Fault> {
    match &view.extensions.basic_constraints {
        Some(_) if view.is_authority() => Ok(()),
        Some(_) => Err(Fault::NotAuthority),
        None if is_anchor && view.version < 3 && view.extensions.all.is_empty() => Ok(()),
        None => Err(Fault::NoBasicConstraints),
    }
}

/// 6.1.4 (n)
pub(super) fn cert_sign(view: &View<'_>) -> Result<(), Fault> {
    match &view.extensions.key_usage {
        Some(found) if !found.value.contains(KeyUsage::KeyCertSign) => Err(Fault::NoCertSign),
        _ => Ok(()),
    }
}

/// 6.1.4 (o), and 6.1.5 (f)
pub(super) fn extensions(view: &View<'_>) -> Result<(), Fault> {
    let extensions = &view.extensions;
    let first = |oids: &[crate::pki::Oid]| oids.first().copied();
    let repeated = first(&extensions.repeated).map(|oid| Fault::RepeatedExtension { oid });
    let broken = first(&extensions.broken).map(|oid| Fault::BrokenExtension { oid });
    let unknown = first(&extensions.unknown).map(|oid| Fault::UnknownExtension { oid });
    repeated.or(broken).or(unknown).map_or(Ok(()), Err)
}
