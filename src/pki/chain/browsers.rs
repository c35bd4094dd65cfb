//! What browsers, and the CA/Browser Forum's Baseline Requirements by which they admit authorities, demand
//! beyond RFC 5280.
//!
//! Left out is what is about public authorities alone: logs of certificates, the list of public suffixes,
//! and validity periods that browsers do not hold a root against that a user has installed.
//!
//! What one of the large browsers refuses is refused here, though others take it: a key on P-521, which
//! Firefox and Safari take of a server and Chromium does not; a certificate for more than 825 days, which
//! only Apple refuses. The rules are the lint's; which of them browsers hold against a path is said here.

use super::{Fault, Purpose, Question, Rule, purpose, view::View};
use crate::pki::{
    Algorithm, Oid,
    decoded::{Found, GeneralName},
    lint,
};

/// Whether browsers hold certificates against a rule of RFC 5280. Limits on names that are not critical are
/// what the Baseline Requirements (7.1.2.5.2) let be, for the sake of clients that do not know them.
pub(super) fn keeps(rule: Rule) -> bool {
    rule != Rule::NameConstraintsNotCritical
}

/// The rules of browsers that a certificate of a path breaks.
pub(super) fn broken(
    question: &Question<'_>,
    view: &View<'_>,
    is_anchor: bool,
    is_leaf: bool,
) -> Vec<Fault> {
    let mut broken = Broken(Vec::new());
    if view.version != 3 {
        broken.say(Rule::VersionOld, &view.version);
    }
    let is_server = is_leaf && matches!(question.purpose, Purpose::Any | Purpose::TlsServer);
    key(view, is_server, &mut broken);
    if let Some(found) = &view.extensions.authority_key {
        let names_issuer = found.value.has_issuer || found.value.serial.is_some();
        broken.unless(!names_issuer, Rule::AuthorityKeyIssuer);
        // Of others RFC 5280 asks it, too.
        let says_key = found.value.key.is_some() || !view.is_self_signed();
        broken.unless(says_key, Rule::AuthorityKeyMissing);
    }
    let has_purposes = is_anchor && !is_leaf && view.extensions.purposes.is_some();
    broken.unless(!has_purposes, Rule::RootPurpose);
    if is_server {
        server(question, view, &mut broken);
    }
    broken.0
}

struct Broken(Vec<Fault>);

impl Broken {
    fn unless(&mut self, holds: bool, rule: Rule) {
        if !holds {
            self.0.push(Fault::Rule { rule, detail: None });
        }
    }

    fn say(&mut self, rule: Rule, detail: &dyn ToString) {
        let detail = Some(detail.to_string());
        self.0.push(Fault::Rule { rule, detail });
    }
}

fn key(view: &View<'_>, is_server: bool, broken: &mut Broken) {
    match view.certificate.key_algorithm() {
        Ok(Algorithm::Rsa(bits)) if bits < 2048 => broken.say(Rule::RsaShort, &bits),
        Ok(Algorithm::Rsa(bits)) if bits % 8 != 0 => broken.say(Rule::RsaLength, &bits),
        Ok(Algorithm::Rsa(_) | Algorithm::P256 | Algorithm::P384) => {}
        Ok(Algorithm::P521) => broken.unless(!is_server, Rule::KeyP521),
        Ok(Algorithm::Ed25519) => broken.unless(false, Rule::KeyEd25519),
        Ok(algorithm) if algorithm.is_ml_dsa() => broken.say(Rule::KeyMlDsa, &algorithm),
        _ => broken.unless(false, Rule::KeyUnknown),
    }
}

fn server(question: &Question<'_>, view: &View<'_>, broken: &mut Broken) {
    let extensions = &view.extensions;
    if view.is_authority() {
        broken.0.push(Fault::ServerIsAuthority);
    }
    let names = extensions.alt_names.as_ref();
    let is_name = |name: &GeneralName| matches!(name, GeneralName::Dns(_) | GeneralName::Ip(_));
    let has_names = names.is_some_and(|found| found.value.iter().any(is_name));
    broken.unless(has_names, Rule::SanMissing);
    if let Some(found) = names {
        let is_odd = found.is_critical && !view.subject().is_empty();
        broken.unless(!is_odd, Rule::SanCritical);
        for name in common_names(view) {
            if !found.value.iter().any(|other| is_called(other, name)) {
                broken.say(Rule::CommonNameNotInSan, &name);
            }
        }
    }
    match &extensions.purposes {
        Some(found) => purposes(question, view, found, broken),
        None => broken.unless(false, Rule::ServerPurposeMissing),
    }
    if let Some(days) = lint::too_long_for_apple(view.certificate.validity()) {
        broken.say(Rule::Validity825, &days);
    }
}

fn purposes(
    question: &Question<'_>,
    view: &View<'_>,
    found: &Found<Vec<Oid>>,
    broken: &mut Broken,
) {
    let server = Purpose::TlsServer.oid();
    let wanted = server.filter(|server| !found.value.contains(server));
    // Where it is asked about a server, the path's own check has said so, but for whom any purpose will do.
    let is_said = question.purpose.is_allowed_by(view).is_err();
    if let Some(wanted) = wanted.filter(|_| !is_said) {
        broken.0.push(Fault::Purpose { wanted });
    }
    let is_any = found.value.contains(&purpose::ANY);
    broken.unless(!is_any, Rule::PurposeAny);
    broken.unless(!found.is_critical, Rule::PurposeCritical);
}

fn common_names<'v>(view: &'v View<'_>) -> impl Iterator<Item = &'v str> {
    let attributes = view.subject().attributes();
    let common = attributes.filter(|(key, _)| *key == "CN");
    common.map(|(_, value)| value)
}

fn is_called(name: &GeneralName, common: &str) -> bool {
    match name {
        GeneralName::Dns(dns) => dns.eq_ignore_ascii_case(common),
        GeneralName::Ip(octets) => {
            let address: Option<core::net::IpAddr> = common.parse().ok();
            address.is_some_and(|address| match address {
                core::net::IpAddr::V4(address) => *octets == address.octets(),
                core::net::IpAddr::V6(address) => *octets == address.octets(),
            })
        }
        _ => false,
    }
}
