//! Public keys' lines (`sshd`(8), "AUTHORIZED_KEYS FILE FORMAT").

use base64ct::{Base64, Encoding};

use super::{blob, damaged, foreign};
use crate::{
    Damage, Error,
    pki::{Format, FoundKey, Key},
};

/// Reads `id_….pub` and `authorized_keys`: one key a line, perhaps with options before it and a
/// comment, its label, after it. Empty lines and those that start with `#` are passed over.
///
/// # Errors
/// [`Error::Damaged`] for an empty or too long file, [`Error::Unsupported`] for other programs'
/// keys; what is wrong with a single line stands in its place.
pub fn read_public(text: &str) -> Result<Vec<FoundKey>, Error> {
    if let Some(error) = foreign(text, FORMAT) {
        return Err(error);
    }
    let lines = lines(text);
    let count = lines.clone().count();
    match count {
        0 => Err(broken(Damage::Empty)),
        1..=MOST_LINES => Ok(lines.map(found).collect()),
        _ => Err(broken(Damage::TooLarge {
            given: count as u64,
            limit: MOST_LINES as u64,
        })),
    }
}

/// Whether the first line with something in it is one of these, or what other programs write for SSH.
pub(crate) fn looks_like(text: &str) -> bool {
    let mut lines = lines(text);
    let line = lines.next().unwrap_or_default();
    line.split_ascii_whitespace().any(is_name) || foreign(line, FORMAT).is_some()
}

/// Those with something in them.
fn lines(text: &str) -> impl Iterator<Item = &str> + Clone {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn found(line: &str) -> FoundKey {
    let (label, key) = match split(line) {
        Some((name, base64, comment)) => (comment, key(name, base64)),
        None => ("", Err(broken(Damage::Unknown))),
    };
    FoundKey {
        label: (!label.is_empty()).then(|| label.into()),
        key,
    }
}

fn key(name: &str, base64: &str) -> Result<Key, Error> {
    let of_name = |damage| damaged(FORMAT, Some(name), damage);
    // Before the octets: what is not supported is not damaged.
    blob::algorithm(name, FORMAT)?;
    if base64.is_empty() {
        return Err(of_name(Damage::Empty));
    }
    let octets = Base64::decode_vec(base64).map_err(|_| of_name(Damage::Base64))?;
    let inner = octets.get(4..4 + name.len());
    if inner != Some(name.as_bytes()) {
        return Err(of_name(Damage::Field {
            field: "key type".into(),
        }));
    }
    blob::read(&octets, FORMAT).map(Key::Public)
}

/// The name of the kind, the Base64 and the comment. Options, which stand before, are one word,
/// but for what is in quotation marks; no option is called like a kind of key.
fn split(line: &str) -> Option<(&str, &str, &str)> {
    let (first, rest) = word(line);
    let (name, rest) = match is_name(first) {
        true => (first, rest),
        false => word(after_options(line)?),
    };
    let (base64, comment) = word(rest);
    is_name(name).then_some((name, base64, comment))
}

fn word(text: &str) -> (&str, &str) {
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word, rest.trim_start())
}

fn after_options(line: &str) -> Option<&str> {
    let (mut quoted, mut escaped) = (false, false);
    let end = line.find(|c: char| {
        let ends = c.is_whitespace() && !quoted;
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && quoted;
        ends
    })?;
    line.get(end..).map(str::trim_start)
}

/// Those of OpenSSH (`ssh -Q key`), whether they are read here or not.
fn is_name(word: &str) -> bool {
    let starts = ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "rsa-sha2-"];
    let starts = starts.iter().any(|start| word.starts_with(start));
    starts && !word.contains(['=', '"', ','])
}

fn broken(damage: Damage) -> Error {
    damaged(FORMAT, None, damage)
}

const FORMAT: Format = Format::OpenSshPublic;
const MOST_LINES: usize = 1_000;
