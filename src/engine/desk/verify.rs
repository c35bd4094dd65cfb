//! Certification paths among what lies on the desk.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Desk;
use crate::{
    Error,
    pki::{
        Certificate, Object, Oid, RevocationList, Time, Validity,
        chain::{self, Check, Peer, Policies, Purpose, Question, Revocation, Rules},
    },
};

/// What is asked of a certificate on the desk. Every other certificate there may stand between it and a root,
/// and every revocation list there is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquiry {
    /// The certificate's number.
    pub leaf: u32,
    /// The numbers of those that are trusted.
    pub roots: Vec<u32>,
    /// When.
    pub time: Time,
    /// What for.
    pub purpose: Purpose,
    /// With whom.
    pub peer: Option<Peer>,
    /// By whose rules.
    pub rules: Rules,
    /// What revocation lists are asked for.
    pub revocation: Revocation,
    /// Under which policies.
    pub policies: Policies,
    /// How many authorities that are not self-issued there may be between leaf and root.
    pub max_depth: Option<u32>,
    /// Whether signatures with SHA-1 count.
    pub allows_weak_algorithms: bool,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// A valid path alone; or those that are not, the most telling first, and at most [`MOST_PATHS`] of them.
    pub paths: Vec<JudgedPath>,
    /// There would have been more to try.
    pub is_cut_short: bool,
}

/// A path, and what was found on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgedPath {
    /// From the root, or where the path ends without one, to the leaf.
    pub certificates: Vec<Member>,
    /// In the order in which they were made; each says which certificate it is about.
    pub checks: Vec<Check>,
    /// Whether it ends at a root.
    pub is_whole: bool,
    /// The policies that it is valid for, of those that are wanted; `anyPolicy` stands for all.
    pub policies: BTreeSet<Oid>,
}

/// A certificate of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its number on the desk.
    pub item: Option<u32>,
    /// Who it is for, in OpenSSL's one-line form; where the subject is empty, the first of its names, or else its serial
    /// number.
    pub subject: String,
    /// From when until when.
    pub validity: Validity,
}

/// How many paths an answer has at most.
pub const MOST_PATHS: usize = 8;

impl Verdict {
    /// Whether there is a valid path.
    pub fn is_valid(&self) -> bool {
        self.paths.first().is_some_and(JudgedPath::is_valid)
    }
}

impl JudgedPath {
    /// Whether it ends at a root and all checks ended well.
    pub fn is_valid(&self) -> bool {
        self.is_whole && self.checks.iter().all(|check| check.outcome.is_ok())
    }
}

impl Desk {
    /// # Errors
    /// [`Error::NotOnDesk`] for a number that no certificate has.
    pub(super) fn verify(&self, inquiry: &Inquiry) -> Result<Verdict, Error> {
        let leaf = self.certificate(inquiry.leaf)?;
        let roots = inquiry
            .roots
            .iter()
            .map(|id| self.certificate(*id).cloned());
        let roots = roots.collect::<Result<Vec<_>, _>>()?;
        let others = self.items.iter().filter(|(id, _)| **id != inquiry.leaf);
        let trusted: BTreeSet<u32> = inquiry.roots.iter().copied().collect();
        let others = others.filter(|(id, _)| !trusted.contains(id));
        let pool: Vec<Certificate> = others
            .filter_map(|(_, item)| match &item.finding.object {
                Ok(Object::Certificate(certificate)) => Some(certificate.clone()),
                _ => None,
            })
            .collect();
        let lists: Vec<RevocationList> = self
            .items
            .values()
            .filter_map(|item| match &item.finding.object {
                Ok(Object::RevocationList(list)) => Some(list.clone()),
                _ => None,
            })
            .collect();
        let answer = chain::verify(&Question {
            leaf,
            pool: &pool,
            roots: &roots,
            lists: &lists,
            revocation: inquiry.revocation,
            time: inquiry.time,
            purpose: inquiry.purpose,
            peer: inquiry.peer.clone(),
            rules: inquiry.rules,
            policies: inquiry.policies.clone(),
            max_depth: inquiry.max_depth,
            allows_weak_algorithms: inquiry.allows_weak_algorithms,
        });
        let paths = answer.paths.iter().take(MOST_PATHS);
        Ok(Verdict {
            paths: paths.map(|path| self.judged(path)).collect(),
            is_cut_short: answer.is_cut_short,
        })
    }

    fn judged(&self, path: &chain::Path) -> JudgedPath {
        JudgedPath {
            certificates: path.certificates.iter().map(|it| self.member(it)).collect(),
            checks: path.checks.clone(),
            is_whole: path.is_whole,
            policies: path.policies.clone(),
        }
    }

    fn member(&self, certificate: &Certificate) -> Member {
        let same = |object: &Object| match object {
            Object::Certificate(other) => other.der() == certificate.der(),
            _ => false,
        };
        let mut items = self.items.iter();
        let item = items.find(|(_, item)| item.finding.object.as_ref().is_ok_and(same));
        Member {
            item: item.map(|(id, _)| *id),
            subject: certificate.holder(),
            validity: certificate.validity(),
        }
    }

    fn certificate(&self, id: u32) -> Result<&Certificate, Error> {
        match self.object(id)? {
            Object::Certificate(certificate) => Ok(certificate),
            _ => Err(Error::NotOnDesk),
        }
    }
}
