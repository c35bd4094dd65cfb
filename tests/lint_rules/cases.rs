//! Each rule, and what breaks it.

use std::collections::{BTreeMap, BTreeSet};

use certwright::pki::{
    Certificate,
    lint::{self, Finding, Rule, Scope},
};

use super::material::{ListParts, Parts};
use super::sound;

/// What was broken so far.
#[derive(Default)]
pub struct Cases {
    pub seen: BTreeSet<Rule>,
    pub wrong: Vec<String>,
}

impl Cases {
    /// Alone, and nothing else is wrong with it.
    pub fn only(&mut self, rule: Rule, sound: fn() -> Parts, spoil: impl Fn(&mut Parts)) {
        self.with(rule, &[], sound, spoil);
    }

    /// Alone, and nothing else is wrong with it but these.
    pub fn with(
        &mut self,
        rule: Rule,
        others: &[Rule],
        sound: fn() -> Parts,
        spoil: impl Fn(&mut Parts),
    ) {
        let mut parts = sound();
        spoil(&mut parts);
        let certificate = parts.certificate();
        self.judge(rule, others, |scope| {
            lint::certificate(&certificate, None, scope)
        });
    }

    /// Beside its issuer, which may be spoilt as well.
    pub fn below(
        &mut self,
        rule: Rule,
        others: &[Rule],
        sound: [fn() -> Parts; 2],
        spoil: impl Fn(&mut Parts, &mut Parts),
    ) {
        let [issuer, subject] = sound;
        let (mut issuer, mut subject) = (issuer(), subject());
        spoil(&mut issuer, &mut subject);
        let (issuer, subject) = (issuer.certificate(), subject.certificate());
        self.judge(rule, others, |scope| {
            lint::certificate(&subject, Some(&issuer), scope)
        });
    }

    pub fn request(
        &mut self,
        rule: Rule,
        others: &[Rule],
        more: &[Vec<u8>],
        spoil: impl Fn(&mut Parts),
    ) {
        let mut parts = sound::request();
        spoil(&mut parts);
        let request = parts.request(more);
        self.judge(rule, others, |scope| lint::request(&request, scope));
    }

    pub fn list(&mut self, rule: Rule, others: &[Rule], spoil: impl Fn(&mut ListParts)) {
        self.list_by(rule, others, &sound::root().certificate(), spoil);
    }

    pub fn list_by(
        &mut self,
        rule: Rule,
        others: &[Rule],
        issuer: &Certificate,
        spoil: impl Fn(&mut ListParts),
    ) {
        let mut parts = sound::list();
        spoil(&mut parts);
        let list = parts.list();
        self.judge(rule, others, |scope| {
            lint::revocation_list(&list, Some(issuer), scope)
        });
    }

    /// The rule is broken in each scope that asks for it, as badly as the table says. In the one that asks
    /// for least, and does ask for it, nothing else is but the others.
    fn judge(&mut self, rule: Rule, others: &[Rule], find: impl Fn(Scope) -> Vec<Finding>) {
        self.seen.insert(rule);
        for scope in [Scope::Private, Scope::PublicTls] {
            let found = find(scope);
            let own = found.iter().find(|finding| finding.rule == rule);
            let severity = own.map(|finding| finding.severity);
            if severity != rule.severity(scope) {
                self.wrong
                    .push(format!("{rule:?} in {scope:?}: {severity:?}"));
            }
        }
        let scopes = [Scope::Private, Scope::PublicTls];
        let least = scopes.into_iter().find(|scope| rule.applies(*scope));
        let least = least.unwrap_or(Scope::PublicTls);
        let found = find(least);
        let found: BTreeSet<Rule> = found.iter().map(|finding| finding.rule).collect();
        let mut wanted: BTreeSet<Rule> = others.iter().copied().collect();
        wanted.insert(rule);
        if found != wanted {
            let more: Vec<_> = found.difference(&wanted).collect();
            let less: Vec<_> = wanted.difference(&found).collect();
            self.wrong.push(format!(
                "{rule:?} in {least:?}: also {more:?}, not {less:?}"
            ));
        }
    }
}

/// How often each rule is broken.
pub fn count(found: &[Finding], counts: &mut BTreeMap<&'static str, usize>) {
    for finding in found {
        *counts.entry(finding.rule.id()).or_default() += 1;
    }
}
