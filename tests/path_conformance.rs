//! Public path-validation cases (x509-limbo, read in place): what a validator should say of each.

#[path = "common/support.rs"]
mod support;

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use certwright::pki::{
    Certificate, DnsName, EmailAddress, Object, RevocationList, Time,
    chain::{Answer, Peer, Policies, Purpose, Question, Revocation, Rules, verify},
    reader::read,
};
use serde_json::Value;
use support::say;

/// What is answered otherwise than the suite has it, and why.
const MISSES: [(&str, &str); 2] = [
    (
        "pathlen::validation-ignores-pathlen-in-leaf",
        "the leaf's key usage has no digitalSignature, without which no TLS server may use it (RFC 8446, section 4.4.2.2)",
    ),
    ("rfc5280::ca-as-leaf", "likewise"),
];

fn folder() -> Option<PathBuf> {
    let given = env::var_os("CERTWRIGHT_CONFORMANCE").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/conformance");
    let folder = given.unwrap_or(beside);
    folder.join("limbo.json").exists().then_some(folder)
}

/// `None` when the validator does not even see a question: a certificate that cannot be read, or a
/// name that no certificate should hold. That is a refusal.
fn answer(case: &Value) -> Option<Answer> {
    let text = |name: &str| case[name].as_str();
    let leaf = Certificate::from_pem(text("peer_certificate")?).ok()?;
    let roots = all(&case["trusted_certs"], certificate)?;
    let pool = all(&case["untrusted_intermediates"], certificate)?;
    let lists = all(&case["crls"], list)?;
    let time = text("validation_time").unwrap_or("2026-01-01T00:00:00");
    let peer = match case["expected_peer_name"]["value"].as_str() {
        Some(name) => Some(peer(case["expected_peer_name"]["kind"].as_str()?, name)?),
        None => None,
    };
    let depth = case["max_chain_depth"].as_u64();
    Some(verify(&Question {
        leaf: &leaf,
        pool: &pool,
        roots: &roots,
        lists: &lists,
        revocation: Revocation::IfThere,
        time: Time::from_unix(seconds(time)),
        purpose: match text("validation_kind")? {
            "SERVER" => Purpose::TlsServer,
            _ => Purpose::TlsClient,
        },
        peer,
        // That case is about finding a path; its anchor has no key identifier of its issuer.
        rules: match text("id")?.starts_with("cve::") {
            true => Rules::Path,
            false => Rules::Profile,
        },
        policies: Policies::default(),
        max_depth: depth.and_then(|depth| u32::try_from(depth).ok()),
        allows_weak_algorithms: false,
    }))
}

fn all<T>(texts: &Value, one: fn(&str) -> Option<T>) -> Option<Vec<T>> {
    texts
        .as_array()?
        .iter()
        .map(|it| one(it.as_str()?))
        .collect()
}

fn certificate(text: &str) -> Option<Certificate> {
    Certificate::from_pem(text).ok()
}

fn list(text: &str) -> Option<RevocationList> {
    match read(text.as_bytes()).remove(0).object {
        Ok(Object::RevocationList(list)) => Some(list),
        _ => None,
    }
}

fn peer(kind: &str, name: &str) -> Option<Peer> {
    Some(match kind {
        "DNS" => Peer::Host(DnsName::from_ascii(name).ok()?),
        "IP" => Peer::Address(name.parse().ok()?),
        "RFC822" => Peer::Mailbox(EmailAddress::parse(name).ok()?),
        other => panic!("{other}"),
    })
}

/// Of `2024-01-01T00:00:00`, whatever follows.
fn seconds(text: &str) -> u64 {
    let numbers = |text: &str, between: char| -> Vec<u64> {
        text.split(between)
            .map(|number| number.parse().unwrap())
            .collect()
    };
    let (date, clock) = (numbers(&text[..10], '-'), numbers(&text[11..19], ':'));
    // A year that begins in March has its odd day at its end.
    let (year, month) = match date[1] {
        1 | 2 => (date[0] - 1, date[1] + 9),
        month => (date[0], month - 3),
    };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date[2];
    (days - 719_469) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
}

#[test]
fn limbo() {
    let Some(folder) = folder() else {
        say(
            "LEFT OUT: the public path-validation cases are not here (CERTWRIGHT_CONFORMANCE= says where)",
        );
        return;
    };
    let text = fs::read_to_string(folder.join("limbo.json")).unwrap();
    let cases: Value = serde_json::from_str(&text).unwrap();
    let consensus = fs::read_to_string(folder.join("consensus.txt")).unwrap();
    let (mut right, mut accepted, mut refused) = (Vec::new(), Vec::new(), BTreeMap::new());
    for case in cases["testcases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        let answer = answer(case);
        let is_valid = answer.as_ref().is_some_and(Answer::is_valid);
        match (is_valid, case["expected_result"] == "SUCCESS") {
            (true, false) => accepted.push(id),
            (false, true) => {
                refused.insert(id, answer);
            }
            _ => right.push(id),
        }
    }
    say(&format!(
        "x509-limbo: {} right, {} false accepts, {} false rejects",
        right.len(),
        accepted.len(),
        refused.len()
    ));
    assert_eq!(accepted, [""; 0], "accepted and should not be");
    let missed: Vec<&str> = refused.keys().copied().collect();
    assert_eq!(missed, MISSES.map(|(id, _)| id), "{refused:#?}");
    for id in consensus.lines() {
        assert!(right.contains(&id), "everybody else has it right: {id}");
    }
}
