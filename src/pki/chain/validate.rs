//! The validation of one path (RFC 5280, section 6.1), in the standard's own order.

mod steps;

use std::collections::BTreeSet;

use super::{
    Check, Fault, Question, Rules, Step,
    general_name::GeneralName,
    list::List,
    name_space::{Breach, NameSpace},
    policies::{ANY_POLICY, PolicyGraph},
    profile, revocation,
    view::View,
};
use crate::pki::Oid;
use steps::{basic_constraints, cert_sign, list_signers, signature, validity};

/// The state variables of section 6.1.2.
struct State<'q> {
    question: &'q Question<'q>,
    /// n: how many certificates there are without the anchor.
    length: usize,
    policies: PolicyGraph,
    names: NameSpace,
    explicit_policy: u64,
    inhibit_any_policy: u64,
    policy_mapping: u64,
    max_path_length: u64,
    checks: Vec<Check>,
}

/// Judges a path from the anchor (the first) to the leaf (the last). Every check is made, also after one
/// has failed: together they say what is wrong.
pub(super) fn validate(
    question: &Question<'_>,
    path: &[&View<'_>],
    lists: &[List<'_>],
    others: &[&View<'_>],
) -> Vec<Check> {
    let length = path.len().saturating_sub(1);
    // 6.1.2 (d) to (f), (k): n + 1 stands for "not at all".
    let never = length as u64 + 1;
    let unless = |inhibited: bool| if inhibited { 0 } else { never };
    let mut state = State {
        question,
        length,
        policies: PolicyGraph::new(),
        names: NameSpace::default(),
        explicit_policy: unless(question.policies.require_explicit),
        inhibit_any_policy: unless(question.policies.inhibit_any),
        policy_mapping: unless(question.policies.inhibit_mapping),
        max_path_length: question.max_depth.map_or(length as u64, u64::from),
        checks: Vec::new(),
    };
    let signers = list_signers(question, path, others);
    for (index, view) in path.iter().enumerate() {
        let issuer = index.checked_sub(1).and_then(|above| path.get(above));
        state.process(index, view, issuer.copied());
        if let Some(issuer) = issuer {
            let outcome = revocation::check(question, lists, view, issuer, &signers);
            state.check(index, Step::Revocation, outcome);
        }
        match index == length {
            false => state.prepare(index, view),
            true => state.wrap_up(index, view),
        }
    }
    state.checks
}

impl State<'_> {
    fn check(&mut self, at: usize, step: Step, outcome: Result<(), Fault>) {
        self.checks.push(Check { at, step, outcome });
    }

    /// 6.1.3. The anchor's own signature and name say nothing: it is trusted, not proved.
    fn process(&mut self, at: usize, view: &View<'_>, issuer: Option<&View<'_>>) {
        if let Some(issuer) = issuer {
            self.check(at, Step::Signature, signature(self.question, view, issuer));
        }
        self.check(at, Step::Validity, validity(self.question, view));
        if let Some(issuer) = issuer {
            let outcome = match view.issuer().is_same(issuer.subject()) {
                true => Ok(()),
                false => Err(Fault::IssuerName {
                    issuer: view.issuer().to_string(),
                    subject: issuer.subject().to_string(),
                }),
            };
            self.check(at, Step::IssuerName, outcome);
        }
        if self.question.rules == Rules::Profile {
            for rule in profile::broken(view) {
                self.check(at, Step::Profile, Err(Fault::Rule(rule)));
            }
        }
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

    /// (d) to (f).
    fn process_policies(&mut self, at: usize, view: &View<'_>, is_last: bool) {
        match &view.extensions.policies {
            Some(found) => {
                let any_counts = self.inhibit_any_policy > 0 || (!is_last && view.is_self_issued());
                self.policies.descend(&found.value, any_counts);
            }
            None => self.policies.clear(),
        }
        let outcome = match self.explicit_policy > 0 || !self.policies.is_null() {
            true => Ok(()),
            false => Err(Fault::Policy),
        };
        self.check(at, Step::Policies, outcome);
    }

    fn check_names(&mut self, view: &View<'_>) -> Result<(), Fault> {
        let subject = view.subject();
        let mut names = Vec::new();
        if !subject.is_empty() {
            names.push(GeneralName::Directory(subject.clone()));
        }
        match &view.extensions.alt_names {
            Some(found) => names.extend(found.value.iter().cloned()),
            // Section 4.2.1.10: addresses of old certificates stand in the subject.
            None => names.extend(subject.mailboxes().map(GeneralName::Email)),
        }
        for name in &names {
            self.names.check(name).map_err(|breach| {
                let name = name.to_string();
                match breach {
                    Breach::NotPermitted => Fault::NotPermitted { name },
                    Breach::Excluded => Fault::Excluded { name },
                    Breach::Unsupported => Fault::UnsupportedConstraint { name },
                    Breach::TooMuch => Fault::TooManyNames,
                }
            })?;
        }
        Ok(())
    }

    /// 6.1.4, for the next certificate.
    fn prepare(&mut self, at: usize, view: &View<'_>) {
        self.map_policies(at, view);
        if let Some(found) = &view.extensions.name_constraints {
            // (g)
            let subtrees = found.value.permitted.iter().chain(&found.value.excluded);
            let well_formed = subtrees.into_iter().all(|subtree| subtree.is_well_formed());
            self.names.narrow(&found.value);
            if !well_formed {
                self.check(at, Step::NameConstraints, Err(Fault::BrokenConstraint));
            }
        }
        let is_self_issued = view.is_self_issued();
        if !is_self_issued && at > 0 {
            self.count_down();
        }
        self.constrain_policies(view);
        self.check(at, Step::BasicConstraints, basic_constraints(view));
        self.check_path_length(at, view, is_self_issued);
        self.check(at, Step::KeyUsage, cert_sign(view));
        self.check_purposes(at, view);
        self.check_extensions(at, view);
    }

    /// (a), (b)
    fn map_policies(&mut self, at: usize, view: &View<'_>) {
        let Some(found) = &view.extensions.policy_mappings else {
            return;
        };
        let has_any =
            |(issuers, subjects): &(Oid, Oid)| *issuers == ANY_POLICY || *subjects == ANY_POLICY;
        if found.value.iter().any(has_any) {
            self.check(at, Step::Policies, Err(Fault::AnyPolicyMapped));
        }
        if at > 0 {
            self.policies.map(&found.value, self.policy_mapping > 0);
        }
    }

    /// (h)
    fn count_down(&mut self) {
        for counter in [
            &mut self.explicit_policy,
            &mut self.policy_mapping,
            &mut self.inhibit_any_policy,
        ] {
            *counter = counter.saturating_sub(1);
        }
    }

    /// (i), (j)
    fn constrain_policies(&mut self, view: &View<'_>) {
        if let Some(found) = &view.extensions.policy_constraints {
            let least = |counter: &mut u64, given: Option<u64>| {
                *counter = given.map_or(*counter, |given| given.min(*counter));
            };
            least(&mut self.explicit_policy, found.value.require_explicit);
            least(&mut self.policy_mapping, found.value.inhibit_mapping);
        }
        if let Some(found) = &view.extensions.inhibit_any_policy {
            self.inhibit_any_policy = self.inhibit_any_policy.min(found.value);
        }
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

    /// Not in RFC 5280, and in every implementation: an authority's purposes limit those below it.
    fn check_purposes(&mut self, at: usize, view: &View<'_>) {
        let outcome = self.question.purpose.is_allowed_by(view);
        self.check(at, Step::ExtendedKeyUsage, outcome);
    }

    /// (o), and 6.1.5 (f).
    fn check_extensions(&mut self, at: usize, view: &View<'_>) {
        let extensions = &view.extensions;
        let unknown = extensions
            .unknown
            .first()
            .map(|oid| Fault::UnknownExtension { oid: *oid });
        let broken = extensions
            .broken
            .first()
            .map(|oid| Fault::BrokenExtension { oid: *oid });
        let repeated = extensions
            .repeated
            .first()
            .map(|oid| Fault::RepeatedExtension { oid: *oid });
        let fault = repeated.or(broken).or(unknown);
        self.check(at, Step::Extensions, fault.map_or(Ok(()), Err));
    }

    /// 6.1.5.
    fn wrap_up(&mut self, at: usize, view: &View<'_>) {
        // (a), (b)
        self.explicit_policy = self.explicit_policy.saturating_sub(1);
        let constraints = view.extensions.policy_constraints.as_ref();
        if constraints.is_some_and(|found| found.value.require_explicit == Some(0)) {
            self.explicit_policy = 0;
        }
        self.check_extensions(at, view);
        let purpose = self.question.purpose;
        let outcome = purpose
            .is_allowed_by(view)
            .and_then(|()| purpose.goes_with_key_usage(view));
        self.check(at, Step::ExtendedKeyUsage, outcome);
        // (g)
        let wanted: BTreeSet<Oid> = self.question.policies.wanted();
        let valid = self.policies.constrained_by(&wanted);
        let outcome = match self.explicit_policy > 0 || !valid.is_empty() {
            true => Ok(()),
            false => Err(Fault::Policy),
        };
        self.check(at, Step::Policies, outcome);
        if let Some(peer) = &self.question.peer {
            let names = view.extensions.alt_names.as_ref();
            let outcome = match names.is_some_and(|found| peer.is_among(&found.value)) {
                true => Ok(()),
                false => Err(Fault::Peer {
                    wanted: peer.to_string(),
                }),
            };
            self.check(at, Step::Peer, outcome);
        }
    }
}
