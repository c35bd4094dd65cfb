//! The policies under which a path is valid (RFC 5280, section 6.1, as RFC 9618 rewrote it: a graph in
//! place of a tree, which could grow with the power of its depth).

use std::collections::{BTreeMap, BTreeSet};

use crate::pki::Oid;

/// `valid_policy_graph` of RFC 9618, section 5.
///
/// Of each depth only what later steps look at is kept: the policies that are valid there, which policies
/// the subject's certificates will call them, and by which of the user's they were reached.
#[derive(Clone, Debug)]
pub(super) struct PolicyGraph {
    /// By valid policy; `None` when the graph is NULL.
    nodes: Option<BTreeMap<Oid, Node>>,
    /// How many nodes and policies were put together.
    work: usize,
}

#[derive(Clone, Debug)]
struct Node {
    /// `expected_policy_set`.
    expected: BTreeSet<Oid>,
    /// The policies of the authorities' domain that lead here: those whose parent is `anyPolicy`.
    domains: BTreeSet<Oid>,
}

impl PolicyGraph {
    /// RFC 9618, section 5.2, item (a).
    pub(super) fn new() -> Self {
        let node = Node {
            expected: [ANY_POLICY].into(),
            domains: [ANY_POLICY].into(),
        };
        Self {
            nodes: Some([(ANY_POLICY, node)].into()),
            work: 0,
        }
    }

    pub(super) fn is_null(&self) -> bool {
        self.nodes.is_none()
    }

    /// RFC 5280, section 6.1.3 (e): a certificate without policies.
    pub(super) fn clear(&mut self) {
        self.nodes = None;
    }

    /// RFC 9618, section 5.3 (d): what of the certificate's policies its issuers allow. `any_counts` says
    /// whether `anyPolicy` in it still does.
    pub(super) fn descend(&mut self, policies: &[Oid], any_counts: bool) {
        let Some(parents) = self.nodes.take() else {
            return;
        };
        // A graph that nobody can want to walk is NULL.
        self.work += parents
            .values()
            .map(|node| node.weight(policies))
            .sum::<usize>();
        if self.work > MOST_WORK {
            return;
        }
        let any_parent = parents.get(&ANY_POLICY);
        let mut children: BTreeMap<Oid, Node> = BTreeMap::new();
        let mut add = |policy: Oid, domains: &BTreeSet<Oid>| {
            let node = children.entry(policy).or_insert_with(|| Node {
                expected: [policy].into(),
                domains: BTreeSet::new(),
            });
            node.domains.extend(domains);
        };
        // (d)(1)
        for policy in policies.iter().filter(|policy| **policy != ANY_POLICY) {
            let expecting: Vec<_> = parents
                .values()
                .filter(|parent| parent.expected.contains(policy))
                .collect();
            for parent in &expecting {
                add(*policy, &parent.domains);
            }
            if expecting.is_empty() && any_parent.is_some() {
                add(*policy, &[*policy].into());
            }
        }
        // (d)(2)
        if any_counts && policies.contains(&ANY_POLICY) {
            let named: BTreeSet<Oid> = policies
                .iter()
                .copied()
                .filter(|it| *it != ANY_POLICY)
                .collect();
            for parent in parents.values() {
                for expected in parent.expected.difference(&named) {
                    add(*expected, &parent.domains);
                }
            }
        }
        self.nodes = (!children.is_empty()).then_some(children);
    }

    /// RFC 9618, section 5.4 (b): what the issuer's policies are called below. `may_map` says whether that
    /// still counts.
    pub(super) fn map(&mut self, mappings: &[(Oid, Oid)], may_map: bool) {
        let Some(nodes) = &mut self.nodes else {
            return;
        };
        let mut mapped: BTreeMap<Oid, BTreeSet<Oid>> = BTreeMap::new();
        for (issuers, subjects) in mappings {
            mapped.entry(*issuers).or_default().insert(*subjects);
        }
        let has_any = nodes.contains_key(&ANY_POLICY);
        for (policy, subjects) in mapped {
            if !may_map {
                nodes.remove(&policy);
            } else if let Some(node) = nodes.get_mut(&policy) {
                node.expected = subjects;
            } else if has_any {
                let domains = [policy].into();
                nodes.insert(
                    policy,
                    Node {
                        expected: subjects,
                        domains,
                    },
                );
            }
        }
        if nodes.is_empty() {
            self.nodes = None;
        }
    }

    /// RFC 9618, section 5.5 (g): the authorities' policies that the path is valid for and the user takes;
    /// none when the graph is, or becomes, NULL. `anyPolicy` stands for all.
    pub(super) fn constrained_by(&self, wanted: &BTreeSet<Oid>) -> BTreeSet<Oid> {
        let Some(nodes) = &self.nodes else {
            return BTreeSet::new();
        };
        let domains: BTreeSet<Oid> = nodes
            .values()
            .flat_map(|node| node.domains.iter().copied())
            .collect();
        if wanted.contains(&ANY_POLICY) {
            return domains;
        }
        if domains.contains(&ANY_POLICY) {
            return wanted.clone();
        }
        domains.intersection(wanted).copied().collect()
    }
}

impl Node {
    /// How much is done with it below, at most.
    fn weight(&self, policies: &[Oid]) -> usize {
        policies.len() + self.expected.len() * self.domains.len().max(1)
    }
}

/// Less than a tenth of a second; bridges between real authorities know a hundred policies.
const MOST_WORK: usize = 500_000;
pub(super) const ANY_POLICY: Oid = Oid::of("2.5.29.32.0");
