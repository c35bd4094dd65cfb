//! What is among the certificates of a question.

use std::collections::{HashMap, HashSet};

use super::super::{list::List, view::View, work::Work};
use crate::pki::{Certificate, KeyUsage, decoded::DirectoryName};

/// Each certificate once.
pub(super) fn different(certificates: &[Certificate]) -> impl Iterator<Item = View<'_>> {
    let mut seen = HashSet::new();
    let new = certificates.iter().filter(move |it| seen.insert(it.der()));
    new.filter_map(View::of)
}

/// Whether both say which key it is, and it is another.
pub(super) fn is_other_key(child: &View<'_>, issuer: &View<'_>) -> bool {
    let (wanted, own) = (child.issuer_key(), issuer.own_key());
    wanted.is_some() && own.is_some() && wanted != own
}

pub(super) fn list_signers(
    views: &[View<'_>],
    lists: &[List<'_>],
    by_subject: &HashMap<DirectoryName, Vec<usize>>,
    work: &Work,
) -> Vec<usize> {
    let names: HashSet<&DirectoryName> = lists.iter().map(|it| &it.issuer).collect();
    let named = names.into_iter().filter_map(|name| by_subject.get(name));
    let may_sign = |index: &&usize| {
        let usage = views[**index].extensions.key_usage.as_ref();
        usage.is_some_and(|found| found.value.contains(KeyUsage::CrlSign))
    };
    let mut signers: Vec<usize> = named.flatten().filter(may_sign).copied().collect();
    signers.sort_unstable();
    if signers.len() > MOST_LIST_SIGNERS {
        work.cut();
        signers.truncate(MOST_LIST_SIGNERS);
    }
    signers
}

/// How many certificates are tried for revocation lists' signatures.
const MOST_LIST_SIGNERS: usize = 16;
