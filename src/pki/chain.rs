//! Certification paths: from a certificate through a pool of others to a root that is trusted, and
//! whether one of them is valid (RFC 5280, section 6).
//!
//! Nothing is trusted by its name or its key: a path ends at a certificate that is, octet by octet, among
//! the roots, and every other in it has to be signed by the next one's key. Each step of the standard is a
//! check of its own, and all are made, also after one has failed.

mod browsers;
mod build;
mod fault;
mod host;
mod list;
mod policies;
mod profile;
mod purpose;
mod remedy;
mod revocation;
mod sections;
mod validate;
mod view;
mod work;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use super::lint::Rule;
pub use fault::Fault;
pub use host::Peer;
pub use list::{ListFault, Reason};
pub use purpose::Purpose;
pub use remedy::Remedy;
pub use revocation::Revocation;

use super::{Certificate, Oid, RevocationList, Time};
use build::Search;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The certificate that is to be judged.
    pub leaf: &'a Certificate,
    /// Others that may lead to a root. Nobody trusts them.
    pub pool: &'a [Certificate],
    /// Those that are trusted.
    pub roots: &'a [Certificate],
    /// Revocation lists.
    pub lists: &'a [RevocationList],
    /// What they are asked for.
    pub revocation: Revocation,
    /// When.
    pub time: Time,
    /// What for.
    pub purpose: Purpose,
    /// With whom.
    pub peer: Option<Peer>,
    /// By whose rules.
    pub rules: Rules,
    /// Under which policies.
    pub policies: Policies,
    /// How many authorities that are not self-issued there may be between leaf and root.
    pub max_depth: Option<u32>,
    /// Whether signatures with SHA-1 count.
    pub allows_weak_algorithms: bool,
}

/// By whose rules a path is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rules {
    /// RFC 5280, section 6: what a path needs.
    Path,
    /// What its section 4 demands of each certificate, too.
    Profile,
    /// What browsers demand of servers' certificates, too: what one of the large ones refuses is refused.
    /// SHA-1 does not count, whatever is allowed.
    Browsers,
}

/// The policies that a user takes (RFC 5280, section 6.1.1 (c) to (g)).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policies {
    /// One of these; any, if there are none.
    pub wanted: BTreeSet<Oid>,
    /// The path has to be valid for one.
    pub require_explicit: bool,
    /// `anyPolicy` in a certificate is none.
    pub inhibit_any: bool,
    /// Policies are not mapped to others.
    pub inhibit_mapping: bool,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// A valid path alone; or those that are not, the most telling first.
    pub paths: Vec<Path>,
    /// There would have been more to try: the pool is larger, or more tangled, than anybody's.
    pub is_cut_short: bool,
}

/// A path, and what was found on it.
#[derive(Clone, Debug)]
pub struct Path {
    /// From the root, or where the path ends without one, to the leaf.
    pub certificates: Vec<Certificate>,
    /// In the order in which they were made.
    pub checks: Vec<Check>,
    /// Whether it ends at a root.
    pub is_whole: bool,
    /// The policies that it is valid for, of those that are wanted (RFC 5280, section 6.1.6);
    /// `anyPolicy` stands for all.
    pub policies: BTreeSet<Oid>,
}

/// A check, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The certificate's place in its path.
    pub at: usize,
    /// What was looked at.
    pub step: Step,
    /// What is wrong, if anything.
    pub outcome: Result<(), Fault>,
}

/// What is looked at: the steps of RFC 5280, section 6.1, and what everybody asks besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Whether there is an issuer, and so a root at the end.
    Issuer,
    /// Section 6.1.3 (a)(1).
    Signature,
    /// Section 6.1.3 (a)(2).
    Validity,
    /// Section 6.1.3 (a)(3), by 6.3.
    Revocation,
    /// Section 6.1.3 (a)(4).
    IssuerName,
    /// Section 6.1.3 (b) and (c), 6.1.4 (g).
    NameConstraints,
    /// Section 6.1.3 (d) to (f), 6.1.4 (a), (b), (h) to (j), 6.1.5 (a), (b), (g).
    Policies,
    /// Section 6.1.4 (k).
    BasicConstraints,
    /// Section 6.1.4 (l) and (m).
    PathLength,
    /// Section 6.1.4 (n).
    KeyUsage,
    /// Section 6.1.4 (o), 6.1.5 (f).
    Extensions,
    /// Section 4.2.1.12, for each certificate of the path.
    ExtendedKeyUsage,
    /// RFC 9525.
    Peer,
    /// Sections 4.1 and 4.2.
    Profile,
    /// The CA/Browser Forum's Baseline Requirements, section 7.
    Browsers,
}

/// Judges a certificate.
pub fn verify(question: &Question<'_>) -> Answer {
    let (paths, is_cut_short) = Search::new(question).run();
    Answer {
        paths,
        is_cut_short,
    }
}

impl Answer {
    /// Whether there is a valid path.
    pub fn is_valid(&self) -> bool {
        self.paths.first().is_some_and(Path::is_valid)
    }
}

impl Path {
    /// Whether it ends at a root and all checks ended well.
    pub fn is_valid(&self) -> bool {
        self.is_whole && self.checks.iter().all(|check| check.outcome.is_ok())
    }

    /// What is wrong, and with which certificate, in the order in which it was found.
    pub fn faults(&self) -> impl Iterator<Item = (usize, &Fault)> {
        let checks = self.checks.iter();
        checks.filter_map(|check| Some((check.at, check.outcome.as_ref().err()?)))
    }

    /// The more telling, the smaller.
    ///
    /// A signature that is not the issuer's comes last: the certificates above say nothing of those below it.
    /// A path that ends at a root comes before one that ends nowhere, of which nobody knows what else is
    /// wrong. Then the one that nearly holds, with the fewest faults, says most: what would mend it is
    /// enough. Of those with as many, the one whose fault is nobody's doing but time's, and the shortest.
    fn badness(&self) -> (bool, bool, usize, bool, usize) {
        let is_forged = |(_, fault): (usize, &Fault)| matches!(fault, Fault::Signature);
        let is_of_time = |(_, fault): (usize, &Fault)| {
            let date = matches!(fault, Fault::Expired { .. } | Fault::NotYetValid { .. });
            date || matches!(
                fault,
                Fault::List(ListFault::Expired | ListFault::NotYetValid)
            )
        };
        (
            self.faults().any(is_forged),
            !self.is_whole,
            self.faults().count(),
            !self.faults().all(is_of_time),
            self.certificates.len(),
        )
    }
}

impl Question<'_> {
    fn takes_weak_algorithms(&self) -> bool {
        self.allows_weak_algorithms && self.rules != Rules::Browsers
    }
}

impl Policies {
    /// Section 6.1.1 (c): the user-initial-policy-set.
    fn wanted(&self) -> BTreeSet<Oid> {
        match self.wanted.is_empty() {
            true => [policies::ANY_POLICY].into(),
            false => self.wanted.clone(),
        }
    }
}
