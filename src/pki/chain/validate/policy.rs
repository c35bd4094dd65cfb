//! The steps about policies.

use std::collections::BTreeSet;

use super::{
    super::{Fault, Step, policies::ANY_POLICY, view::View},
    State,
};
use crate::pki::Oid;

impl State<'_, '_> {
    /// 6.1.3 (d) to (f).
    pub(super) fn process_policies(&mut self, at: usize, view: &View<'_>, is_last: bool) {
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

    /// 6.1.4 (a), (b)
    pub(super) fn map_policies(&mut self, at: usize, view: &View<'_>) {
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

    /// 6.1.4 (h)
    pub(super) fn count_down(&mut self) {
        for counter in [
            &mut self.explicit_policy,
            &mut self.policy_mapping,
            &mut self.inhibit_any_policy,
        ] {
            *counter = counter.saturating_sub(1);
        }
    }

    /// 6.1.4 (i), (j)
    pub(super) fn constrain_policies(&mut self, view: &View<'_>) {
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

    /// 6.1.5 (a), (b)
    pub(super) fn end_policies(&mut self, view: &View<'_>) {
        self.explicit_policy = self.explicit_policy.saturating_sub(1);
        let constraints = view.extensions.policy_constraints.as_ref();
        if constraints.is_some_and(|found| found.value.require_explicit == Some(0)) {
            self.explicit_policy = 0;
        }
    }

    /// 6.1.5 (g)
    pub(super) fn meet_policies(&mut self) -> Result<(), Fault> {
        let wanted: BTreeSet<Oid> = self.asked.question.policies.wanted();
        self.verdict.policies = self.policies.constrained_by(&wanted);
        match self.explicit_policy > 0 || !self.verdict.policies.is_empty() {
            true => Ok(()),
            false => Err(Fault::Policy),
        }
    }
}
