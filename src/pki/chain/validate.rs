//! The validation of one path (RFC 5280, section 6.1), in the standard's own order.

mod names;
mod policy;
mod steps;

use std::collections::BTreeSet;

use super::{
    Check, Fault, Question, Rules, Step, browsers,
    list::List,
    policies::PolicyGraph,
    profile,
    revocation::{self, Signer},
    view::View,
    work::Work,
};
use crate::pki::{Oid, decoded::NameSpace};
use steps::{basic_constraints, cert_sign, extensions, issuer_name, signature, validity};

/// What is asked, and what all paths share.
#[derive(Clone, Copy)]
pub(super) struct Asked<'s, 'q> {
    pub(super) question: &'s Question<'q>,
    /// The newest first.
    pub(super) lists: &'s [List<'q>],
    pub(super) work: &'s Work,
    /// The leaf is asked about because it signs revocation lists. It may sign the one that it is in: its
    /// own issuer points there.
    pub(super) is_about_signer: bool,
}

/// What came of it.
pub(super) struct Verdict {
    pub(super) checks: Vec<Check>,
    /// The user-constrained-policy-set.
    pub(super) policies: BTreeSet<Oid>,
}

/// The state variables of section 6.1.2.
struct State<'s, 'q> {
    asked: &'s Asked<'s, 'q>,
    /// n: how many certificates there are without the anchor.
    length: usize,
    policies: PolicyGraph,
    names: NameSpace,
    explicit_policy: u64,
    inhibit_any_policy: u64,
    policy_mapping: u64,
    max_path_length: u64,
    verdict: Verdict,
}

/// Judges a path from the anchor (the first) to the leaf (the last). Every check is made, also after one
/// has failed: together they say what is wrong. `others` may have signed revocation lists.
pub(super) fn validate(asked: &Asked<'_, '_>, path: &[&View<'_>], others: &[&View<'_>]) -> Verdict {
    let question = asked.question;
    let length = path.len().saturating_sub(1);
    // 6.1.2 (d) to (f), (k): n + 1 stands for "not at all".
    let never = length as u64 + 1;
    let unless = |inhibited: bool| if inhibited { 0 } else { never };
    let mut state = State {
        asked,
        length,
        policies: PolicyGraph::new(),
        names: NameSpace::default(),
        explicit_policy: unless(question.policies.require_explicit),
        inhibit_any_policy: unless(question.policies.inhibit_any),
        policy_mapping: unless(question.policies.inhibit_mapping),
        max_path_length: question.max_depth.map_or(length as u64, u64::from),
        verdict: Verdict {
            checks: Vec::new(),
            policies: BTreeSet::new(),
        },
    };
    let signers = match asked.question.revocation {
        revocation::Revocation::Ignored => Vec::new(),
        _ => Signer::all(asked, path, others),
    };
    for (at, view) in path.iter().enumerate() {
        let issuer = at.checked_sub(1).and_then(|above| path.get(above)).copied();
        state.process(at, view, issuer);
        if let Some(issuer) = issuer {
            let mut may_sign: Vec<_> = signers.iter().filter_map(|it| it.view_for(at)).collect();
            if asked.is_about_signer && at == length {
                may_sign.push(view);
            }
            let outcome = revocation::check(asked, view, issuer, &may_sign);
            state.check(at, Step::Revocation, outcome);
        }
        match at == length {
            false => state.prepare(at, view),
            true => state.wrap_up(at, view),
        }
    }
    state.verdict
}

impl State<'_, '_> {
    fn check(&mut self, at: usize, step: Step, outcome: Result<(), Fault>) {
        self.verdict.checks.push(Check { at, step, outcome });
    }

    /// 6.1.3. The anchor's own signature and name say nothing: it is trusted, not proved.
    fn process(&mut self, at: usize, view: &View<'_>, issuer: Option<&View<'_>>) {
        if let Some(issuer) = issuer {
            self.check(at, Step::Signature, signature(self.asked, view, issuer));
        }
        self.check(at, Step::Validity, validity(self.asked.question, view));
        if let Some(issuer) = issuer {
            self.check(at, Step::IssuerName, issuer_name(view, issuer));
        }
        self.check_rules(at, view);
        let is_last = at == self.length;
        // (b), (c)
        if !self.names.is_whole() && (is_last || !view.is_self_issued()) {
            let outcome = self.check_names(view);
            self.check(at, Step::NameConstraints, outcome);
        }
        // An anchor's policies constrain nothing: the user's own initial policies do.
        if issuer.is_some() {
            self.process_policies(at, view, is_last);
        }
    }

    /// What is asked beyond section 6.
    fn check_rules(&mut self, at: usize, view: &View<'_>) {
        let rules = self.asked.question.rules;
        let broken = match rules {
            Rules::Path => Vec::new(),
            Rules::Profile | Rules::Browsers => profile::broken(view),
        };
        for rule in broken {
            if rules == Rules::Profile || browsers::keeps(rule) {
                self.check(at, Step::Profile, Err(Fault::Rule { rule, detail: None }));
            }
        }
        // Who signs lists is no server.
        if rules == Rules::Browsers && !self.asked.is_about_signer {
            let is_leaf = at == self.length;
            for fault in browsers::broken(self.asked.question, view, at == 0, is_leaf) {
                self.check(at, Step::Browsers, Err(fault));
            }
        }
    }

    /// 6.1.4, for the next certificate.
    fn prepare(&mut self, at: usize, view: &View<'_>) {
        self.map_policies(at, view);
        self.narrow_names(at, view);
        let is_self_issued = view.is_self_issued();
        if !is_self_issued && at > 0 {
            self.count_down();
        }
        self.constrain_policies(view);
        self.check(at, Step::BasicConstraints, basic_constraints(view, at == 0));
        self.check_path_length(at, view, is_self_issued);
        self.check(at, Step::KeyUsage, cert_sign(view));
        // Not in RFC 5280, and in every implementation: an authority's purposes limit those below it.
        let purpose = self.asked.question.purpose;
        if purpose.is_nested() {
            self.check(at, Step::ExtendedKeyUsage, purpose.is_allowed_by(view));
        }
        self.check(at, Step::Extensions, extensions(view));
    }

    /// (l), (m)
    fn check_path_length(&mut self, at: usize, view: &View<'_>, is_self_issued: bool) {
        if at > 0 && !is_self_issued {
            let outcome = match self.max_path_length.checked_sub(1) {
                Some(left) => {
                    self.max_path_length = left;
                    Ok(())
                }
                None => Err(Fault::PathLength),
            };
            self.check(at, Step::PathLength, outcome);
        }
        let constraints = view.extensions.basic_constraints.as_ref();
        if let Some(length) = constraints.and_then(|found| found.value.path_length) {
            self.max_path_length = self.max_path_length.min(length);
        }
    }

    /// 6.1.5.
    fn wrap_up(&mut self, at: usize, view: &View<'_>) {
        self.end_policies(view);
        self.check(at, Step::Extensions, extensions(view));
        let purpose = self.asked.question.purpose;
        let outcome = purpose
            .is_of(view)
            .and_then(|()| purpose.goes_with_key_usage(view));
        self.check(at, Step::ExtendedKeyUsage, outcome);
        let outcome = self.meet_policies();
        self.check(at, Step::Policies, outcome);
        if let Some(peer) = &self.asked.question.peer {
            let names = view.extensions.alt_names.as_ref();
            let outcome = match names.is_some_and(|found| peer.is_among(&found.value)) {
                true => Ok(()),
                false => Err(Fault::Peer {
                    wanted: peer.clone(),
                }),
            };
            self.check(at, Step::Peer, outcome);
        }
    }
}
