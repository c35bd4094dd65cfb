//! Who issued whom: by name and key identifier first, then by signature.

use std::collections::{HashMap, HashSet};

use super::{
    Issued, Listed, Missing, Relations,
    object::{Kind, View},
};
use crate::pki::text::hex;

/// The places of each certificate's issuers among the objects, the best known first; never itself.
pub(super) struct Issuers(Vec<Vec<usize>>);

impl Issuers {
    /// Finds them, and says what was found.
    pub(super) fn find(views: &[View<'_>], found: &mut Relations) -> Self {
        let mut search = Search::new(views);
        let mut issuers = vec![Vec::new(); views.len()];
        for (place, view) in views.iter().enumerate() {
            match view.kind {
                Kind::Certificate => {
                    let own = search.certificate(place, found);
                    if let Some(issuers) = issuers.get_mut(place) {
                        *issuers = own;
                    }
                }
                Kind::RevocationList => search.list(place, found),
                _ => {}
            }
        }
        found.is_cut_short |= search.is_cut_short;
        Self(issuers)
    }

    pub(super) fn of(&self, place: usize) -> &[usize] {
        self.0.get(place).map(Vec::as_slice).unwrap_or_default()
    }
}

struct Search<'v, 'o> {
    views: &'v [View<'o>],
    by_name: HashMap<u32, Vec<usize>>,
    by_name_and_key: HashMap<(u32, &'o [u8]), Vec<usize>>,
    checked: usize,
    related: usize,
    is_cut_short: bool,
}

/// What a look at a possible issuer has shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Proved,
    Named,
    Refuted,
}

impl<'v, 'o> Search<'v, 'o> {
    fn new(views: &'v [View<'o>]) -> Self {
        let mut by_name: HashMap<u32, Vec<usize>> = HashMap::new();
        let mut by_name_and_key: HashMap<(u32, &[u8]), Vec<usize>> = HashMap::new();
        let mut seen = HashSet::new();
        for (place, view) in views.iter().enumerate() {
            // The same certificate twice is one.
            if view.kind != Kind::Certificate || !seen.insert(&view.octets) {
                continue;
            }
            by_name.entry(view.subject).or_default().push(place);
            if let Some(key) = view.subject_key {
                let places = by_name_and_key.entry((view.subject, key));
                places.or_default().push(place);
            }
        }
        Self {
            views,
            by_name,
            by_name_and_key,
            checked: 0,
            related: 0,
            is_cut_short: false,
        }
    }

    fn certificate(&mut self, place: usize, found: &mut Relations) -> Vec<usize> {
        let Some(view) = self.views.get(place) else {
            return Vec::new();
        };
        let mut is_self_signed = false;
        if view.subject == view.issuer {
            is_self_signed = self.verdict(view, view) != Verdict::Refuted;
        }
        if is_self_signed {
            found.self_signed.push(view.id);
        }
        let (issuers, namesakes) = self.judged(view);
        for (issuer, verdict) in &issuers {
            if let Some(issuer) = self.views.get(*issuer) {
                found.issued.push(Issued {
                    issuer: issuer.id,
                    subject: view.id,
                    is_proved: *verdict == Verdict::Proved,
                });
            }
        }
        if issuers.is_empty() && !is_self_signed {
            let name = view.certificate.map(|it| it.issuer().to_string());
            found.missing.push(Missing {
                subject: view.id,
                issuer: name.unwrap_or_default(),
                key: view.authority_key.map(hex::upper),
                namesakes,
            });
        }
        issuers.into_iter().map(|(place, _)| place).collect()
    }

    fn list(&mut self, place: usize, found: &mut Relations) {
        let Some(view) = self.views.get(place) else {
            return;
        };
        for (issuer, verdict) in self.judged(view).0 {
            if let Some(issuer) = self.views.get(issuer) {
                found.lists.push(Listed {
                    list: view.id,
                    issuer: issuer.id,
                    is_proved: verdict == Verdict::Proved,
                });
            }
        }
    }

    /// Those that issued it, proved ones first, and those that have the name only.
    fn judged(&mut self, view: &View<'o>) -> (Vec<(usize, Verdict)>, Vec<u32>) {
        let (mut issuers, mut namesakes) = (Vec::new(), Vec::new());
        let mut by_key: HashMap<&[u8], Verdict> = HashMap::new();
        let (candidates, are_more) = self.candidates(view);
        for place in candidates {
            let Some(candidate) = self.views.get(place) else {
                continue;
            };
            let known = by_key.get(&*candidate.key).copied();
            let verdict = known.unwrap_or_else(|| self.verdict(view, candidate));
            by_key.insert(&candidate.key, verdict);
            if verdict == Verdict::Refuted {
                namesakes.push(candidate.id);
                continue;
            }
            self.related += 1;
            if self.related > MOST_RELATED {
                self.is_cut_short = true;
                break;
            }
            issuers.push((place, verdict));
        }
        self.is_cut_short |= are_more && issuers.is_empty();
        issuers.sort_by_key(|(place, verdict)| {
            let candidate = self.views.get(*place);
            let is_root = candidate.is_some_and(|it| it.subject == it.issuer);
            let times = candidate.and_then(View::times);
            (
                *verdict != Verdict::Proved,
                !is_root,
                core::cmp::Reverse(times),
            )
        });
        (issuers, namesakes)
    }

    /// Of the issuer's name, those of the issuer's key identifier first; and whether there are more.
    fn candidates(&self, view: &View<'o>) -> (Vec<usize>, bool) {
        let of_key = view.authority_key.and_then(|key| {
            let places = self.by_name_and_key.get(&(view.issuer, key));
            places.map(Vec::as_slice)
        });
        let named = self.by_name.get(&view.issuer).map(Vec::as_slice);
        let (of_key, named) = (of_key.unwrap_or_default(), named.unwrap_or_default());
        let mut candidates: Vec<usize> = Vec::new();
        // Some more than are kept: the certificate itself may be among them.
        for place in of_key.iter().chain(named).take(2 * MOST_CANDIDATES) {
            let is_itself = self
                .views
                .get(*place)
                .is_some_and(|it| it.octets == view.octets);
            if !is_itself && !candidates.contains(place) {
                candidates.push(*place);
            }
        }
        let are_more = candidates.len() > MOST_CANDIDATES || named.len() > 2 * MOST_CANDIDATES;
        candidates.truncate(MOST_CANDIDATES);
        (candidates, are_more)
    }

    fn verdict(&mut self, view: &View<'o>, candidate: &View<'o>) -> Verdict {
        if self.checked >= MOST_CHECKED {
            self.is_cut_short = true;
            return Verdict::Named;
        }
        let key = candidate.certificate.and_then(|it| it.public_key().ok());
        let Some(key) = key else {
            return Verdict::Named;
        };
        self.checked += 1;
        match view.is_signed_by(key) {
            Some(true) => Verdict::Proved,
            Some(false) => Verdict::Refuted,
            None => Verdict::Named,
        }
    }
}

/// Signatures: a tenth of a millisecond each, of RSA and elliptic curves.
const MOST_CHECKED: usize = 2_000;
/// Certificates of one name that are tried for one other.
const MOST_CANDIDATES: usize = 8;
const MOST_RELATED: usize = 100_000;
