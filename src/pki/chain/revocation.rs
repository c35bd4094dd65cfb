//! Whether a certificate was revoked (RFC 5280, section 6.3).

use serde::{Deserialize, Serialize};

use super::{
    Fault, Question, Rules,
    extensions::Point,
    general_name::GeneralName,
    list::{List, ListFault, Reason},
    view::View,
};
use crate::pki::KeyUsage;

/// What revocation lists are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Revocation {
    /// They are not looked at.
    Ignored,
    /// What is there has to be in order, and a certificate without a list is taken.
    #[default]
    IfThere,
    /// Each certificate needs one that says that it is not revoked.
    Required,
}

/// Section 6.3.3, for a certificate and the one that issued it. `others` may have signed lists in its
/// place: those with the name that a list says, signed by one of the path's authorities.
pub(super) fn check(
    question: &Question<'_>,
    lists: &[List<'_>],
    view: &View<'_>,
    issuer: &View<'_>,
    others: &[&View<'_>],
) -> Result<(), Fault> {
    if question.revocation == Revocation::Ignored {
        return Ok(());
    }
    let mut known = 0;
    let mut fault = None;
    for point in points(view) {
        let complete = lists.iter().filter(|list| !list.is_delta());
        for list in complete.filter(|list| is_about(list, &point, view)) {
            if let Err(unusable) = usable(question, list, issuer, others) {
                fault.get_or_insert(unusable);
                continue;
            }
            // (d), (e)
            let reasons = point.reasons.unwrap_or(ALL) & list.scope.reasons.unwrap_or(ALL);
            if reasons & !known == 0 {
                continue;
            }
            let deltas = lists.iter().filter(|delta| delta.adds_to(list));
            let deltas = deltas.filter(|delta| usable(question, delta, issuer, others).is_ok());
            let newest = deltas.max_by_key(|delta| delta.list.this_update());
            let entry_of = |list: &List<'_>| list.entry(view.issuer(), &view.serial);
            // (i), (j)
            let entry = newest.and_then(entry_of).or_else(|| entry_of(list));
            if let Some(entry) = entry.filter(|entry| entry.reason != Reason::RemoveFromCrl) {
                let (reason, date) = (entry.reason, entry.date);
                return Err(Fault::Revoked { reason, date });
            }
            known |= reasons;
        }
    }
    match (known == ALL, fault, question.revocation) {
        (true, ..) => Ok(()),
        (_, Some(fault), _) => Err(Fault::List(fault)),
        (_, None, Revocation::Required) => Err(Fault::NoList),
        (_, None, _) => Ok(()),
    }
}

/// Where its lists are; and what its issuer publishes under its own name, wherever that is.
fn points(view: &View<'_>) -> Vec<Point> {
    let own = view.extensions.distribution_points.as_ref();
    let mut points = own.map_or(Vec::new(), |found| found.value.clone());
    points.push(Point {
        names: Some(vec![GeneralName::Directory(view.issuer().clone())]),
        ..Point::default()
    });
    points
}

/// (b): whether the list is its issuer's, or somebody's in its place, and says something of such a
/// certificate.
fn is_about(list: &List<'_>, point: &Point, view: &View<'_>) -> bool {
    let scope = &list.scope;
    let is_issuers = match &point.issuer {
        Some(names) => {
            let own = GeneralName::Directory(list.list.issuer().clone());
            scope.is_indirect && names.iter().any(|name| name.is_same(&own))
        }
        None => list.list.issuer().is_same(view.issuer()),
    };
    let of_point = || point.names.iter().chain(&point.issuer).flatten();
    let is_of_point = scope.names.as_ref().is_none_or(|names| {
        names
            .iter()
            .any(|name| of_point().any(|other| name.is_same(other)))
    });
    let is_authority = view.is_authority();
    is_issuers
        && is_of_point
        && !(scope.only_users && is_authority)
        && (!scope.only_authorities || is_authority)
        && !scope.only_attributes
}

/// Whether it is sound, of the time in question, and by somebody who may sign it.
fn usable(
    question: &Question<'_>,
    list: &List<'_>,
    issuer: &View<'_>,
    others: &[&View<'_>],
) -> Result<(), ListFault> {
    let numbered = list
        .number_fault
        .filter(|_| question.rules == Rules::Profile);
    if let Some(fault) = list.fault.or(numbered) {
        return Err(fault);
    }
    let named = |view: &&View<'_>| view.subject().is_same(list.list.issuer());
    let mut signers = core::iter::once(issuer)
        .chain(others.iter().copied())
        .filter(named);
    let has_signed = |view: &View<'_>| {
        let key = view.certificate.public_key();
        key.is_ok_and(|key| list.is_by(key, question.allows_weak_algorithms))
    };
    let signer = signers
        .find(|view| has_signed(view))
        .ok_or(ListFault::Signature)?;
    // (f)
    let usage = signer.extensions.key_usage.as_ref();
    if usage.is_some_and(|found| !found.value.contains(KeyUsage::CrlSign)) {
        return Err(ListFault::NoCrlSign);
    }
    if question.time < list.list.this_update() {
        return Err(ListFault::NotYetValid);
    }
    match list.list.next_update() {
        Some(next) if question.time > next => Err(ListFault::Expired),
        _ => Ok(()),
    }
}

/// All of `ReasonFlags` but the first, which is not used.
const ALL: u16 = 0b1_1111_1110;
