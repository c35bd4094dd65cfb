//! From a leaf to roots: every way through a pool of certificates (RFC 4158), with bounded work.

use std::collections::{HashMap, HashSet};

use super::{Check, Fault, Path, Question, Step, list::List, validate::validate, view::View};
use crate::pki::KeyUsage;

/// A search. Certificates are numbered: the leaf, then the pool, then the roots.
pub(super) struct Search<'q> {
    question: &'q Question<'q>,
    views: Vec<View<'q>>,
    /// Whether the first is the leaf: it could be decoded.
    has_leaf: bool,
    /// The first of the roots.
    roots: usize,
    /// By subject's name, folded.
    by_subject: HashMap<Folded, Vec<usize>>,
    /// Whether the second signed the first.
    signed: HashMap<(usize, usize), bool>,
    steps: usize,
    /// Whether a bound was met.
    is_cut_short: bool,
    found: Vec<Path>,
    lists: Vec<List<'q>>,
    /// Those that have the name of a list's issuer and may sign lists.
    list_signers: Vec<usize>,
}

impl<'q> Search<'q> {
    pub(super) fn new(question: &'q Question<'q>) -> Self {
        let mut seen = HashSet::new();
        let mut views = Vec::new();
        let leaf = View::of(question.leaf);
        let has_leaf = leaf.is_some();
        views.extend(leaf);
        for certificate in question.pool {
            if seen.insert(certificate.der()) {
                views.extend(View::of(certificate));
            }
        }
        let roots = views.len();
        let mut seen = HashSet::new();
        for certificate in question.roots {
            if seen.insert(certificate.der()) {
                views.extend(View::of(certificate));
            }
        }
        let mut by_subject: HashMap<Folded, Vec<usize>> = HashMap::new();
        for (index, view) in views.iter().enumerate().skip(1) {
            let name = view.subject().folded();
            by_subject.entry(name).or_default().push(index);
        }
        let lists: Vec<List<'q>> = question.lists.iter().map(List::of).collect();
        let names: HashSet<Folded> = lists.iter().map(|it| it.list.issuer().folded()).collect();
        let named = names
            .iter()
            .filter_map(|name| by_subject.get(name))
            .flatten();
        let may_sign = |index: &&usize| {
            let usage = views[**index].extensions.key_usage.as_ref();
            usage.is_some_and(|found| found.value.contains(KeyUsage::CrlSign))
        };
        let mut list_signers: Vec<usize> = named.filter(may_sign).copied().collect();
        list_signers.sort_unstable();
        list_signers.truncate(MOST_LIST_SIGNERS);
        Self {
            question,
            views,
            has_leaf,
            roots,
            by_subject,
            signed: HashMap::new(),
            steps: 0,
            is_cut_short: false,
            found: Vec::new(),
            lists,
            list_signers,
        }
    }

    /// The paths, the first valid one alone; without one those that fail, the most telling first.
    pub(super) fn run(mut self) -> (Vec<Path>, bool) {
        // Without the leaf the first would be another.
        if self.has_leaf {
            let mut path = vec![0];
            self.extend(&mut path);
        }
        if let Some(valid) = self.found.iter().position(Path::is_valid) {
            return (vec![self.found.swap_remove(valid)], self.is_cut_short);
        }
        self.found.sort_by_key(Path::badness);
        self.found.truncate(MOST_SHOWN);
        (self.found, self.is_cut_short)
    }

    /// Goes on from the path's last; true when a valid path was found.
    fn extend(&mut self, path: &mut Vec<usize>) -> bool {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.found.len() >= MOST_PATHS {
            self.is_cut_short = true;
            return false;
        }
        let Some(&last) = path.last() else {
            return false;
        };
        if self.is_root(last) {
            return self.finish(path);
        }
        let issuers = self.issuers(last);
        let issuers: Vec<usize> = issuers
            .into_iter()
            .filter(|it| !self.is_in(path, *it))
            .collect();
        if issuers.is_empty() {
            self.dead_end(path, last);
            return false;
        }
        if path.len() >= LONGEST_PATH {
            self.stop(path, Fault::Depth);
            return false;
        }
        let signers: Vec<usize> = issuers
            .iter()
            .copied()
            .filter(|issuer| self.has_signed(last, *issuer))
            .collect();
        // With nobody who signed it the first says what is wrong.
        let next = match signers.is_empty() {
            true => &issuers[..1],
            false => &signers[..],
        };
        for issuer in next {
            path.push(*issuer);
            let is_valid = self.extend(path);
            path.pop();
            if is_valid {
                return true;
            }
        }
        false
    }

    /// Those that have the issuer's name, the likeliest first.
    fn issuers(&self, of: usize) -> Vec<usize> {
        let child = &self.views[of];
        let mut found = self
            .by_subject
            .get(&child.issuer().folded())
            .cloned()
            .unwrap_or_default();
        found.retain(|index| *index != of);
        let wanted = child
            .extensions
            .authority_key
            .as_ref()
            .and_then(|it| it.value.key.as_deref());
        found.sort_by_key(|index| {
            let view = &self.views[*index];
            let own = view
                .extensions
                .subject_key
                .as_ref()
                .map(|it| it.value.as_slice());
            let is_other = wanted.is_some() && own.is_some() && own != wanted;
            let validity = view.certificate.validity();
            let time = self.question.time;
            let is_out_of_date = time < validity.not_before || time > validity.not_after;
            (
                is_other,
                !self.is_root(*index),
                is_out_of_date,
                core::cmp::Reverse(validity.not_before),
            )
        });
        found
    }

    /// By the same octets: a root may stand in the pool, too, or be the leaf.
    fn is_root(&self, index: usize) -> bool {
        let der = self.views[index].certificate.der();
        index >= self.roots
            || self.views[self.roots..]
                .iter()
                .any(|root| root.certificate.der() == der)
    }

    /// The same name with the same key leads in a circle, whatever the certificate (RFC 4158, section 2.4.1).
    fn is_in(&self, path: &[usize], index: usize) -> bool {
        let new = &self.views[index];
        path.iter().any(|index| {
            let view = &self.views[*index];
            view.key == new.key && view.subject().is_same(new.subject())
        })
    }

    fn has_signed(&mut self, child: usize, issuer: usize) -> bool {
        if let Some(known) = self.signed.get(&(child, issuer)) {
            return *known;
        }
        if self.signed.len() >= MOST_SIGNATURES {
            self.is_cut_short = true;
            return false;
        }
        let key = self.views[issuer].certificate.public_key();
        let has = key.is_ok_and(|key| self.views[child].is_signed_by(key));
        self.signed.insert((child, issuer), has);
        has
    }

    /// A whole path: judged.
    fn finish(&mut self, path: &[usize]) -> bool {
        let views: Vec<&View<'_>> = path.iter().rev().map(|index| &self.views[*index]).collect();
        let others = self.list_signers();
        let checks = validate(self.question, &views, &self.lists, &others);
        let is_valid = checks.iter().all(|check| check.outcome.is_ok());
        self.keep(path, checks, true);
        is_valid
    }

    fn dead_end(&mut self, path: &[usize], last: usize) {
        let view = &self.views[last];
        let fault = match view.is_self_signed() {
            true => Fault::SelfSigned,
            false => {
                let key = view
                    .extensions
                    .authority_key
                    .as_ref()
                    .and_then(|it| it.value.key.clone());
                Fault::NoIssuer {
                    issuer: view.issuer().to_string(),
                    key: key.map(|key| crate::pki::text::hex::upper(&key)),
                }
            }
        };
        self.stop(path, fault);
    }

    /// A path that leads nowhere: what is there is judged all the same.
    fn stop(&mut self, path: &[usize], fault: Fault) {
        let views: Vec<&View<'_>> = path.iter().rev().map(|index| &self.views[*index]).collect();
        let others = self.list_signers();
        let mut checks = vec![Check {
            at: 0,
            step: Step::Issuer,
            outcome: Err(fault),
        }];
        checks.extend(validate(self.question, &views, &self.lists, &others));
        self.keep(path, checks, false);
    }

    fn list_signers(&self) -> Vec<&View<'q>> {
        let signers = self.list_signers.iter();
        signers.map(|index| &self.views[*index]).collect()
    }

    fn keep(&mut self, path: &[usize], checks: Vec<Check>, is_whole: bool) {
        let certificates = path
            .iter()
            .rev()
            .map(|index| self.views[*index].certificate.clone());
        self.found.push(Path {
            certificates: certificates.collect(),
            checks,
            is_whole,
        });
    }
}

/// A name's attributes, folded.
type Folded = Vec<Vec<(String, String)>>;

/// In certificates.
const LONGEST_PATH: usize = 20;
/// How often a path is made longer by one.
const MOST_STEPS: usize = 5_000;
/// How many signatures are checked: a tenth of a millisecond each, of RSA and elliptic curves.
const MOST_SIGNATURES: usize = 1_000;
/// How many paths are judged.
const MOST_PATHS: usize = 200;
const MOST_SHOWN: usize = 10;
/// How many certificates are tried for revocation lists' signatures.
const MOST_LIST_SIGNERS: usize = 16;
