//! Certification paths.

use super::{Line, Source, distinct};
use crate::pki::{
    Format, Time,
    chain::{Peer, Policies, Purpose, Revocation, Rules},
};

/// What is asked, in files.
#[derive(Clone, Debug)]
pub struct Verification<'a> {
    /// The certificate.
    pub leaf: Source<'a>,
    /// Those that are trusted.
    pub roots: &'a [Source<'a>],
    /// Others that may lead there.
    pub pool: &'a [Source<'a>],
    /// Revocation lists.
    pub lists: &'a [Source<'a>],
    /// What they are asked for.
    pub revocation: Revocation,
    /// When, if not now.
    pub time: Option<Time>,
    /// What for.
    pub purpose: Purpose,
    /// With whom.
    pub peer: Option<&'a Peer>,
    /// By whose rules.
    pub rules: Rules,
    /// Under which policies.
    pub policies: &'a Policies,
    /// How many authorities there may be between.
    pub max_depth: Option<u32>,
    /// Whether signatures with SHA-1 count.
    pub allows_weak_algorithms: bool,
}

/// The same question to OpenSSL. `None` where it has no way to ask it: a certificate that is not the first in
/// its file, lists that are looked at only if there are some, what browsers demand on top, and purposes that it
/// does not have or understands otherwise.
///
/// One difference stays: of a certificate without alternative names OpenSSL takes the common name for a host's
/// (RFC 9525, section 2, does not).
pub fn verify(question: &Verification<'_>) -> Option<String> {
    let is_file = |source: &Source<'_>| source.format == Format::Certificate;
    let all_files = question.roots.iter().chain(question.pool).all(is_file);
    let leaf = question.leaf;
    if !leaf.is_first() || !is_file(&leaf) || !all_files || question.roots.is_empty() {
        return None;
    }
    // The whole file would be trusted.
    if question.roots.iter().any(|root| root.place.of_kind != 1) {
        return None;
    }
    if question.rules == Rules::Browsers {
        return None;
    }
    // What is trusted is, root or not.
    let line = Line::new("openssl verify -partial_chain");
    let line = files(line, "-trusted", question.roots);
    let line = files(line, "-untrusted", question.pool);
    let line = revocation(line, question)?;
    let line = match question.purpose {
        Purpose::Any => line,
        Purpose::TlsServer => line.value("-purpose", "sslserver"),
        Purpose::TlsClient => line.value("-purpose", "sslclient"),
        Purpose::TimeStamping => line.value("-purpose", "timestampsign"),
        // `smimesign` wants a key that signs, `ocsphelper` takes everything, and there is none for programs.
        Purpose::Email | Purpose::OcspSigning | Purpose::CodeSigning => return None,
    };
    let line = match question.peer {
        Some(Peer::Host(host)) => line.value("-verify_hostname", host.as_str()),
        Some(Peer::Address(address)) => line.value("-verify_ip", &address.to_string()),
        Some(Peer::Mailbox(mailbox)) => line.value("-verify_email", mailbox.as_str()),
        None => line,
    };
    let line = match question.time {
        Some(time) => line.value("-attime", &time.unix().to_string()),
        None => line,
    };
    let line = match question.max_depth {
        Some(depth) => line.value("-verify_depth", &depth.to_string()),
        None => line,
    };
    let line = policies(line, question.policies);
    let line = flag(line, "-x509_strict", question.rules == Rules::Profile);
    let line = flag(line, "-auth_level 1", !question.allows_weak_algorithms);
    Some(line.file("", leaf.file).done())
}

fn revocation(line: Line, question: &Verification<'_>) -> Option<Line> {
    match question.revocation {
        Revocation::Ignored => return Some(line),
        Revocation::IfThere if question.lists.is_empty() => return Some(line),
        Revocation::IfThere => return None,
        Revocation::Required => {}
    }
    let line = files(line, "-CRLfile", question.lists);
    Some(line.option("-crl_check_all -extended_crl -use_deltas"))
}

fn files(line: Line, option: &str, sources: &[Source<'_>]) -> Line {
    let files = distinct(sources);
    let file = |line: Line, source: &Source<'_>| line.file(option, source.file);
    files.iter().fold(line, file)
}

fn policies(line: Line, policies: &Policies) -> Line {
    let line = policies
        .wanted
        .iter()
        .fold(line, |line, oid| line.value("-policy", &oid.to_string()));
    let line = flag(line, "-policy_check", !policies.wanted.is_empty());
    let line = flag(line, "-explicit_policy", policies.require_explicit);
    let line = flag(line, "-inhibit_any", policies.inhibit_any);
    flag(line, "-inhibit_map", policies.inhibit_mapping)
}

fn flag(line: Line, option: &str, is_on: bool) -> Line {
    match is_on {
        true => line.option(option),
        false => line,
    }
}
