//! The text form of everything here (RFC 7468): 64 characters a line, LF. Read is any other form
//! that programs write, also with header lines (RFC 1421, section 4.4).

use base64ct::{Base64, Encoding};
use der::pem::{self, LineEnding};
use zeroize::Zeroizing;

use super::Format;
use crate::{Damage, Error};

/// One block of a text.
pub(crate) struct Block<'a> {
    pub(crate) label: &'a str,
    /// Names and values, in the order of the text.
    pub(crate) headers: Vec<(&'a str, String)>,
    pub(crate) octets: Secret,
}

impl Block<'_> {
    /// The value of the first header of this name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(other, _)| other.eq_ignore_ascii_case(name))?;
        Some(value)
    }
}

/// The first block in `text` under one of `labels`; other blocks, and what stands between them, are
/// skipped.
///
/// # Errors
/// [`Error::Pem`] when there is none, [`Error::Damaged`].
pub(crate) fn read<'a>(text: &'a str, labels: &[&str]) -> Result<Block<'a>, Error> {
    let damaged = |damage| Error::damaged(Format::Pem, damage);
    let wanted = || blocks(text).filter(|(label, _)| labels.contains(label));
    let whole = wanted().find_map(|(label, body)| Some((label, body?)));
    match whole {
        Some((label, body)) => parse(label, body).map_err(damaged),
        None if wanted().next().is_some() => Err(damaged(Damage::NoEndLine)),
        None => Err(absent(labels)),
    }
}

/// The label and the octets of the first block in `text` under one of `labels`, as [`read`] has it.
pub(crate) fn decode<'a>(text: &'a str, labels: &[&str]) -> Result<(&'a str, Secret), Error> {
    let block = read(text, labels)?;
    Ok((block.label, block.octets))
}

/// How many blocks there are in `text`.
pub(crate) fn count(text: &str) -> usize {
    blocks(text).count()
}

/// Every block in `text`: the line that it begins at, from 1, its label, and what is in it.
pub(crate) fn all(text: &str) -> impl Iterator<Item = (usize, &str, Result<Block<'_>, Damage>)> {
    let (mut line, mut counted) = (1, 0);
    blocks(text).map(move |(label, body)| {
        let at = label.as_ptr() as usize - text.as_ptr() as usize;
        line += text[counted..at].matches('\n').count();
        counted = at;
        let block = body.map_or(Err(Damage::NoEndLine), |body| parse(label, body));
        (line, label, block)
    })
}

/// The labels of all whole blocks in `text`.
pub(crate) fn labels(text: &str) -> impl Iterator<Item = &str> {
    blocks(text).filter_map(|(label, body)| body.map(|_| label))
}

/// Writes one block, with a newline at its end.
pub(crate) fn encode(label: &str, octets: &[u8]) -> Result<String, Error> {
    let text = pem::encode_string(label, LineEnding::LF, octets);
    text.map_err(|_| Error::encoding("a PEM text"))
}

/// Writes one block with headers, each a name and a value of one line.
pub(crate) fn encode_with(
    label: &str,
    headers: &[(&str, &str)],
    octets: &[u8],
) -> Result<String, Error> {
    let text = encode(label, octets)?;
    let refuse = || Error::encoding("a PEM text");
    let (begin, rest) = text.split_once('\n').ok_or_else(refuse)?;
    let line = |(name, value): &(&str, &str)| format!("{name}: {value}\n");
    let headers: String = headers.iter().map(line).collect();
    Ok(format!("{begin}\n{headers}\n{rest}"))
}

type Secret = Zeroizing<Vec<u8>>;

/// Each block's label, and what stands between its lines; `None` where the last line is not the
/// next that has dashes. Every octet is looked at a few times only, whatever the text is.
fn blocks(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = text;
    core::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once(BEGIN)?;
            rest = after;
            let Some((label, body)) = after.split_once(DASHES) else {
                continue;
            };
            if label.contains(['\r', '\n']) {
                continue;
            }
            let next = body.find(DASHES).unwrap_or(body.len());
            let (body, end) = body.split_at(next);
            let end_of = |end: &'_ str| Some(end.strip_prefix(END)?.strip_prefix(label)?.len());
            let closed = end_of(end).filter(|left| end[end.len() - left..].starts_with(DASHES));
            rest = match closed {
                Some(left) => &end[end.len() - left + DASHES.len()..],
                None => end,
            };
            return Some((label, closed.map(|_| body)));
        }
    })
}

fn parse<'a>(label: &'a str, body: &'a str) -> Result<Block<'a>, Damage> {
    let (headers, base64) = split(body)?;
    let mut stripped = Zeroizing::new(String::with_capacity(base64.len()));
    stripped.extend(base64.split_ascii_whitespace());
    if stripped.is_empty() {
        return Err(Damage::Empty);
    }
    let octets = Base64::decode_vec(&stripped).map_err(|_| Damage::Base64)?;
    Ok(Block {
        label,
        headers,
        octets: Zeroizing::new(octets),
    })
}

type Headers<'a> = Vec<(&'a str, String)>;

/// Headers are there when the first line has a colon, which Base64 has not. They end at an empty
/// line; one that starts with a space goes on with the one before.
fn split(body: &str) -> Result<(Headers<'_>, &str), Damage> {
    let start = body.trim_ascii_start();
    let first = start.lines().next().unwrap_or_default();
    if !first.contains(':') {
        return Ok((Vec::new(), start));
    }
    let mut headers = Headers::new();
    let mut rest = start;
    loop {
        let (line, after) = rest.split_once('\n').ok_or(Damage::Header)?;
        rest = after;
        if line.trim_ascii().is_empty() {
            return Ok((headers, rest));
        }
        if line.starts_with([' ', '\t']) {
            let (_, value) = headers.last_mut().ok_or(Damage::Header)?;
            value.push_str(line.trim_ascii());
            continue;
        }
        let (name, value) = line.split_once(':').ok_or(Damage::Header)?;
        headers.push((name.trim_ascii(), value.trim_ascii().to_owned()));
    }
}

fn absent(labels: &[&str]) -> Error {
    Error::Pem {
        expected: labels.join("\" or \""),
    }
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
