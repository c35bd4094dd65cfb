//! What is found, as it is found.

use super::{Finding, Rule, Scope, Severity};

/// Findings, at most [`MOST_OF_A_RULE`] of each.
pub(super) struct Report {
    scope: Scope,
    /// Not asked here.
    left_out: &'static [Rule],
    findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(scope: Scope) -> Self {
        Self::without(&[], scope)
    }

    /// These are not asked for, whatever the scope.
    pub(super) fn without(left_out: &'static [Rule], scope: Scope) -> Self {
        Self {
            scope,
            left_out,
            findings: Vec::new(),
        }
    }

    pub(super) fn is_public(&self) -> bool {
        self.scope == Scope::PublicTls
    }

    /// The rule is broken.
    pub(super) fn add(&mut self, rule: Rule) {
        if let Some(severity) = self.severity(rule) {
            self.put(rule, severity, None);
        }
    }

    /// The rule is broken, unless it holds.
    pub(super) fn unless(&mut self, holds: bool, rule: Rule) {
        if !holds {
            self.add(rule);
        }
    }

    /// The rule is broken by this; by what has no words, if it is empty.
    pub(super) fn say(&mut self, rule: Rule, detail: &str) {
        if let Some(severity) = self.severity(rule) {
            let detail = Some(detail).filter(|detail| !detail.is_empty());
            self.put(rule, severity, detail.map(cut));
        }
    }

    fn severity(&self, rule: Rule) -> Option<Severity> {
        let severity = rule.severity(self.scope)?;
        (!self.left_out.contains(&rule)).then_some(severity)
    }

    fn put(&mut self, rule: Rule, severity: Severity, detail: Option<String>) {
        let mut same = self.findings.iter_mut().filter(|it| it.rule == rule);
        if same.by_ref().any(|it| it.detail == detail) {
            return;
        }
        let mut same = self.findings.iter_mut().filter(|it| it.rule == rule);
        if let Some(last) = same.nth(MOST_OF_A_RULE - 1) {
            last.more = last.more.saturating_add(1);
            return;
        }
        self.findings.push(Finding {
            rule,
            severity,
            field: rule.field(),
            detail,
            more: 0,
        });
    }

    /// In the order of a certificate's fields, and within one as they were found.
    pub(super) fn finish(mut self) -> Vec<Finding> {
        self.findings.sort_by_key(|finding| finding.field);
        self.findings
    }
}

fn cut(detail: &str) -> String {
    match detail.char_indices().nth(LONGEST_DETAIL) {
        Some((end, _)) => detail.get(..end).unwrap_or_default().to_owned() + "…",
        None => detail.to_owned(),
    }
}

const MOST_OF_A_RULE: usize = 10;

/// In characters.
const LONGEST_DETAIL: usize = 200;
