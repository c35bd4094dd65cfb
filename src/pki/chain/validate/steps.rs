//! The steps that need no state.

use super::super::{Fault, Question, view::View};
use crate::pki::KeyUsage;

/// Who may sign lists in an issuer's place: authorities of the path, and those of the others whom one of
/// them has certified (section 6.3.3 (f) asks for a path to the same anchor).
pub(super) fn list_signers<'v, 'q>(
    question: &Question<'_>,
    path: &[&'v View<'q>],
    others: &[&'v View<'q>],
) -> Vec<&'v View<'q>> {
    let above = &path[..path.len().saturating_sub(1)];
    let is_certified = |view: &&View<'_>| {
        let by = |authority: &&View<'_>| {
            view.issuer().is_same(authority.subject())
                && signature(question, view, authority).is_ok()
        };
        validity(question, view).is_ok() && above.iter().any(by)
    };
    let certified = others.iter().copied().filter(is_certified);
    above.iter().copied().chain(certified).collect()
}

/// (a)(1)
pub(super) fn signature(
    question: &Question<'_>,
    view: &View<'_>,
    issuer: &View<'_>,
) -> Result<(), Fault> {
    let (algorithm, name) = view.algorithm();
    let Some(algorithm) = algorithm else {
        return Err(Fault::Algorithm { algorithm: name });
    };
    let key = issuer
        .certificate
        .public_key()
        .map_err(|_| Fault::IssuerKey)?;
    if !view.is_signed_by(key) {
        return Err(Fault::Signature);
    }
    match algorithm.is_weak() && !question.allows_weak_algorithms {
        true => Err(Fault::WeakAlgorithm { algorithm: name }),
        false => Ok(()),
    }
}

/// (a)(2)
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

/// 6.1.4 (k). Version 1 has no extensions, and nothing that would say that it is an authority.
pub(super) fn basic_constraints(view: &View<'_>) -> Result<(), Fault> {
    match &view.extensions.basic_constraints {
        Some(_) if view.is_authority() => Ok(()),
        Some(_) => Err(Fault::NotAuthority),
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
