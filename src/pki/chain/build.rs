//! From a leaf to roots: every way through a pool of certificates (RFC 4158), with bounded work.

mod pool;

use core::cmp::Reverse;
use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use super::{
    Check, Fault, Path, Question, Step,
    list::List,
    validate::{Asked, Verdict, validate},
    view::View,
    work::Work,
};
use crate::pki::{Time, decoded::DirectoryName, text::hex};
use pool::{different, is_other_key, list_signers};

/// A search. Certificates are numbered: the leaf, then the pool, then the roots.
pub(super) struct Search<'q> {
    question: &'q Question<'q>,
    views: Vec<View<'q>>,
    /// Whether the first is the leaf: it could be decoded.
    has_leaf: bool,
    /// Of each, whether it is among the roots, octet by octet.
    is_root: Vec<bool>,
    by_subject: HashMap<DirectoryName, Vec<usize>>,
    /// Of those that were looked at.
    issuers: HashMap<usize, Rc<Issuers>>,
    steps: usize,
    work: Work,
    found: Vec<Path>,
    lists: Vec<List<'q>>,
    /// Those that have the name of a list's issuer and may sign lists.
    list_signers: Vec<usize>,
}

/// Those that have an issuer's name, the likeliest first.
#[derive(Default)]
struct Issuers {
    /// Those that signed.
    signers: Vec<usize>,
    /// The likeliest of the others, where it may be meant.
    other: Option<usize>,
}

impl<'q> Search<'q> {
    pub(super) fn new(question: &'q Question<'q>) -> Self {
        let work = Work::default();
        let leaf = View::of(question.leaf);
        let has_leaf = leaf.is_some();
        let mut views: Vec<View<'q>> = leaf.into_iter().collect();
        views.extend(different(question.pool));
        let roots = views.len();
        views.extend(different(question.roots));
        let trusted: HashSet<&[u8]> = views[roots..]
            .iter()
            .map(|it| it.certificate.der())
            .collect();
        let is_root = views
            .iter()
            .map(|it| trusted.contains(it.certificate.der()));
        let is_root = is_root.collect();
        let mut by_subject: HashMap<DirectoryName, Vec<usize>> = HashMap::new();
        for (index, view) in views.iter().enumerate().skip(usize::from(has_leaf)) {
            let of_name = by_subject.entry(view.subject.clone()).or_default();
            of_name.push(index);
        }
        let mut lists: Vec<List<'q>> = question
            .lists
            .iter()
            .take(MOST_LISTS)
            .map(List::of)
            .collect();
        if lists.len() < question.lists.len() {
            work.cut();
        }
        lists.sort_by_key(|it| Reverse(it.list.this_update()));
        let list_signers = list_signers(&views, &lists, &by_subject, &work);
        Self {
            question,
            views,
            has_leaf,
            is_root,
            by_subject,
            issuers: HashMap::new(),
            steps: 0,
            work,
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
        let is_cut_short = self.work.is_cut_short();
        if let Some(valid) = self.found.iter().position(Path::is_valid) {
            return (vec![self.found.swap_remove(valid)], is_cut_short);
        }
        self.found.sort_by_key(Path::badness);
        self.found.truncate(MOST_SHOWN);
        (self.found, is_cut_short)
    }

    /// Goes on from the path's last; true when a valid path was found.
    fn extend(&mut self, path: &mut Vec<usize>) -> bool {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.found.len() >= MOST_PATHS {
            self.work.cut();
            return false;
        }
        let Some(&last) = path.last() else {
            return false;
        };
        if self.is_root[last] {
            return self.finish(path);
        }
        let issuers = self.issuers(last);
        let mut next: Vec<usize> = issuers.signers.clone();
        next.retain(|issuer| !self.leads_in_a_circle(path, *issuer));
        if issuers.signers.is_empty() {
            // With nobody who signed it the likeliest says what is wrong.
            let other = issuers.other.into_iter();
            next.extend(other.filter(|issuer| !self.leads_in_a_circle(path, *issuer)));
        }
        if next.is_empty() {
            self.dead_end(path, last);
            return false;
        }
        if path.len() >= LONGEST_PATH {
            self.stop(path, Fault::Depth);
            return false;
        }
        for issuer in next {
            path.push(issuer);
            let is_valid = self.extend(path);
            path.pop();
            if is_valid {
                return true;
            }
        }
        false
    }

    fn issuers(&mut self, of: usize) -> Rc<Issuers> {
        if let Some(known) = self.issuers.get(&of) {
            return Rc::clone(known);
        }
        let child = &self.views[of];
        let named = self
            .by_subject
            .get(&child.issuer)
            .map_or(&[][..], Vec::as_slice);
        let named = named.iter().filter(|index| !self.views[**index].is(child));
        let mut named: Vec<usize> = named.copied().collect();
        named.sort_by_cached_key(|index| self.likelihood(child, *index));
        if named.len() > MOST_ISSUERS {
            self.work.cut();
            named.truncate(MOST_ISSUERS);
        }
        let has_signed = |index: &usize| {
            let der = child.certificate.der();
            self.work.has_signed(der, &self.views[*index])
        };
        let signers: Vec<usize> = named.iter().copied().filter(has_signed).collect();
        // Where both say which key it is, and it is another, the issuer is missing.
        let may_be = |index: &&usize| !is_other_key(child, &self.views[**index]);
        let other = named.iter().find(may_be).copied();
        let found = Rc::new(Issuers { signers, other });
        self.issuers.insert(of, Rc::clone(&found));
        found
    }

    /// The smaller, the likelier.
    fn likelihood(&self, child: &View<'_>, index: usize) -> (bool, bool, bool, Reverse<Time>) {
        let view = &self.views[index];
        let validity = view.certificate.validity();
        let time = self.question.time;
        let is_out_of_date = time < validity.not_before || time > validity.not_after;
        (
            is_other_key(child, view),
            !self.is_root[index],
            is_out_of_date,
            Reverse(validity.not_before),
        )
    }

    /// The same name with the same key leads in a circle, whatever the certificate (RFC 4158, section
    /// 2.4.1). A root leads nowhere.
    fn leads_in_a_circle(&self, path: &[usize], index: usize) -> bool {
        let new = &self.views[index];
        let is_same = |view: &View<'_>| view.key == new.key && view.subject == new.subject;
        !self.is_root[index] && path.iter().any(|index| is_same(&self.views[*index]))
    }

    /// A whole path: judged.
    fn finish(&mut self, path: &[usize]) -> bool {
        let verdict = self.judge(path);
        let is_valid = verdict.checks.iter().all(|check| check.outcome.is_ok());
        self.keep(path, verdict, true);
        is_valid
    }

    fn dead_end(&mut self, path: &[usize], last: usize) {
        let view = &self.views[last];
        let fault = match view.is_self_signed() {
            true => Fault::SelfSigned {
                is_leaf: path.len() == 1,
            },
            false => Fault::NoIssuer {
                issuer: view.issuer().to_string(),
                key: view.issuer_key().map(hex::upper),
                places: view.issuer_places.clone(),
            },
        };
        self.stop(path, fault);
    }

    /// A path that leads nowhere: what is there is judged all the same.
    fn stop(&mut self, path: &[usize], fault: Fault) {
        let mut verdict = self.judge(path);
        let check = Check {
            at: 0,
            step: Step::Issuer,
            outcome: Err(fault),
        };
        verdict.checks.insert(0, check);
        self.keep(path, verdict, false);
    }

    fn judge(&self, path: &[usize]) -> Verdict {
        let views: Vec<&View<'_>> = path.iter().rev().map(|index| &self.views[*index]).collect();
        let signers = self.list_signers.iter();
        let signers: Vec<_> = signers.map(|index| &self.views[*index]).collect();
        let asked = Asked {
            question: self.question,
            lists: &self.lists,
            work: &self.work,
            is_about_signer: false,
        };
        validate(&asked, &views, &signers)
    }

    fn keep(&mut self, path: &[usize], verdict: Verdict, is_whole: bool) {
        let certificates = path
            .iter()
            .rev()
            .map(|index| self.views[*index].certificate.clone());
        self.found.push(Path {
            certificates: certificates.collect(),
            checks: verdict.checks,
            is_whole,
            policies: verdict.policies,
        });
    }
}

/// In certificates.
const LONGEST_PATH: usize = 20;
/// How often a path is made longer by one.
const MOST_STEPS: usize = 5_000;
/// How many paths are judged.
const MOST_PATHS: usize = 64;
const MOST_SHOWN: usize = 10;
/// How many of the same name are tried for one certificate.
const MOST_ISSUERS: usize = 100;
const MOST_LISTS: usize = 1_000;
