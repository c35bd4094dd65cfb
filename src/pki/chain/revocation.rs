//! Whether a certificate was revoked (RFC 5280, section 6.3).

mod signers;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{
    Fault, Rules,
    list::{List, ListFault, Reason},
    validate::Asked,
    view::View,
};
use crate::pki::{
    KeyUsage,
    decoded::{ALL_REASONS, DirectoryName, GeneralName, Point, PointName},
};
pub(super) use signers::Signer;

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
/// place.
///
/// The standard takes one list a distribution point. Here are all that somebody had at hand: of several by
/// the same signer about the same the newest counts, and what any of these revokes is revoked.
pub(super) fn check(
    asked: &Asked<'_, '_>,
    view: &View<'_>,
    issuer: &View<'_>,
    others: &[&View<'_>],
) -> Result<(), Fault> {
    if asked.question.revocation == Revocation::Ignored {
        return Ok(());
    }
    let mut known = 0;
    let mut fault = None;
    let mut counted: Vec<(&View<'_>, &List<'_>)> = Vec::new();
    let lists = asked.lists.iter();
    let lists: Vec<_> = lists
        .map(|list| (list, list.issuer == view.issuer))
        .collect();
    let under_its_name = under_its_name(view);
    for point in own_points(view).iter().chain([&under_its_name]) {
        for (list, is_issuers) in lists.iter().copied() {
            if !is_about(asked, list, is_issuers, point, view)?
                || is_by_other_key(asked, list, issuer, others)
            {
                continue;
            }
            let signer = match usable(asked, list, issuer, others) {
                Ok(signer) if !list.is_delta() => signer,
                Ok(_) => {
                    let has_base = asked.lists.iter().any(|complete| list.adds_to(complete));
                    fault = fault.or((!has_base).then_some(ListFault::NoBase));
                    continue;
                }
                Err(unusable) => {
                    fault.get_or_insert(unusable);
                    continue;
                }
            };
            let is_older = |(other, newer): &(&View<'_>, &List<'_>)| {
                other.is(signer) && newer.scope == list.scope && !core::ptr::eq(*newer, list)
            };
            if counted.iter().any(is_older) {
                continue;
            }
            counted.push((signer, list));
            revoked(asked, list, view, issuer, others)?;
            // (d), (e)
            known |=
                point.reasons.unwrap_or(ALL_REASONS) & list.scope.reasons.unwrap_or(ALL_REASONS);
        }
    }
    match (known == ALL_REASONS, fault, asked.question.revocation) {
        (true, ..) => Ok(()),
        (_, Some(fault), _) => Err(Fault::List(fault)),
        (_, None, Revocation::Required) => Err(Fault::NoList),
        (_, None, _) => Ok(()),
    }
}

/// (c), (i), (j): what the list, and the newest that adds to it, say.
fn revoked(
    asked: &Asked<'_, '_>,
    list: &List<'_>,
    view: &View<'_>,
    issuer: &View<'_>,
    others: &[&View<'_>],
) -> Result<(), Fault> {
    let deltas = asked.lists.iter().filter(|delta| delta.adds_to(list));
    let mut deltas = deltas.filter(|delta| usable(asked, delta, issuer, others).is_ok());
    let entry_of = |list: &List<'_>| list.entry(&view.issuer, &view.serial);
    let entry = deltas.next().and_then(entry_of).or_else(|| entry_of(list));
    match entry.filter(|entry| entry.reason != Reason::RemoveFromCrl) {
        Some(entry) => Err(Fault::Revoked {
            reason: entry.reason,
            date: entry.date,
        }),
        None => Ok(()),
    }
}

/// Where its lists are.
fn own_points<'v>(view: &'v View<'_>) -> &'v [Point] {
    let own = view.extensions.distribution_points.as_ref();
    own.map_or(&[], |found| found.value.as_slice())
}

/// What its issuer publishes under its own name, wherever that is.
fn under_its_name(view: &View<'_>) -> Point {
    let issuer = GeneralName::Directory(view.issuer.clone());
    Point {
        name: Some(PointName::Full(vec![issuer])),
        ..Point::default()
    }
}

/// Whether it is, by its own account and in truth, by another key than those of its issuer's name that may
/// sign here: as the list of an authority's former key is, which says nothing of what its new one signs.
///
/// Where it is not sure that none of them signed it, the list counts.
fn is_by_other_key(
    asked: &Asked<'_, '_>,
    list: &List<'_>,
    issuer: &View<'_>,
    others: &[&View<'_>],
) -> bool {
    let Some(key) = list.authority_key.as_deref() else {
        return false;
    };
    let mut named = named(list, issuer, others).peekable();
    let is_other = |view: &View<'_>| view.own_key().is_some_and(|own| own != key);
    named.peek().is_some()
        && named.all(|view| is_other(view) && !asked.work.has_signed(list.list.der(), view))
        && !asked.work.is_cut_short()
}

/// Those with the name of the list's issuer.
fn named<'v, 'a>(
    list: &List<'_>,
    issuer: &'v View<'a>,
    others: &[&'v View<'a>],
) -> impl Iterator<Item = &'v View<'a>> {
    let all = core::iter::once(issuer).chain(others.iter().copied());
    all.filter(|view| view.subject == list.issuer)
}

/// (b): whether the list is its issuer's, or somebody's in its place, and says something of such a
/// certificate.
///
/// # Errors
/// [`Fault::TooManyNames`]: what is not compared might be about it.
fn is_about(
    asked: &Asked<'_, '_>,
    list: &List<'_>,
    is_issuers: bool,
    point: &Point,
    view: &View<'_>,
) -> Result<bool, Fault> {
    let scope = &list.scope;
    let is_authority = view.is_authority();
    if scope.only_attributes
        || (scope.only_users && is_authority)
        || (scope.only_authorities && !is_authority)
    {
        return Ok(false);
    }
    let is_theirs = match &point.issuer {
        Some(names) if scope.is_indirect => {
            may_compare(asked, view.certificate.der().len())?;
            directories(names).any(|name| *name == list.issuer)
        }
        Some(_) => false,
        None => is_issuers,
    };
    Ok(is_theirs && is_of_point(asked, list, point, view)?)
}

/// (b)(2)(i): one of the list's names is one of the point's, or of its issuer's where that has none.
fn is_of_point(
    asked: &Asked<'_, '_>,
    list: &List<'_>,
    point: &Point,
    view: &View<'_>,
) -> Result<bool, Fault> {
    let Some(names) = &list.scope.name else {
        return Ok(true);
    };
    let is_relative = |name: &PointName| matches!(name, PointName::Relative(_));
    if point.name.iter().chain([names]).any(is_relative) {
        may_compare(asked, view.certificate.der().len())?;
    }
    let own = match (&point.name, &point.issuer) {
        (Some(name), issuer) => {
            let issuer = issuer.iter().flat_map(|names| directories(names)).next();
            name.names(issuer.unwrap_or(&view.issuer))
        }
        (None, Some(issuer)) => Cow::Borrowed(issuer.as_slice()),
        (None, None) => return Ok(false),
    };
    may_compare(asked, own.len().saturating_mul(list.scope_size))?;
    let names = names.names(&list.issuer);
    let mut names = names.iter();
    Ok(names.any(|name| own.iter().any(|other| name.is_same(other))))
}

/// Certificates and lists with thousands of names each are nobody's.
fn may_compare(asked: &Asked<'_, '_>, octets: usize) -> Result<(), Fault> {
    match asked.work.may_compare(octets) {
        true => Ok(()),
        false => Err(Fault::TooManyNames),
    }
}

fn directories(names: &[GeneralName]) -> impl Iterator<Item = &DirectoryName> {
    names.iter().filter_map(|name| match name {
        GeneralName::Directory(name) => Some(name),
        _ => None,
    })
}

/// Whether it is sound, of the time in question, and by somebody who may sign it: who that is.
fn usable<'v, 'a>(
    asked: &Asked<'_, '_>,
    list: &List<'_>,
    issuer: &'v View<'a>,
    others: &[&'v View<'a>],
) -> Result<&'v View<'a>, ListFault> {
    let of_profile = list
        .profile_fault
        .filter(|_| asked.question.rules != Rules::Path);
    if let Some(fault) = list.fault.or(of_profile) {
        return Err(fault);
    }
    let signer = named(list, issuer, others)
        .find(|view| asked.work.has_signed(list.list.der(), view))
        .ok_or(ListFault::Signature)?;
    if list.is_weak && !asked.question.takes_weak_algorithms() {
        return Err(ListFault::WeakAlgorithm);
    }
    // (f)
    let usage = signer.extensions.key_usage.as_ref();
    if usage.is_some_and(|found| !found.value.contains(KeyUsage::CrlSign)) {
        return Err(ListFault::NoCrlSign);
    }
    if asked.question.time < list.list.this_update() {
        return Err(ListFault::NotYetValid);
    }
    match list.list.next_update() {
        Some(next) if asked.question.time > next => Err(ListFault::Expired),
        _ => Ok(signer),
    }
}
