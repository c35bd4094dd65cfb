//! The text form of everything here (RFC 7468): 64 characters a line, LF.

use der::pem::{self, LineEnding};
use zeroize::Zeroizing;

use crate::Error;

/// The label and the octets of the first block in `text` under one of `labels`; other blocks, and
/// what stands between them, are skipped.
pub(crate) fn decode<'a>(text: &'a str, labels: &[&str]) -> Result<(&'a str, Secret), Error> {
    let refuse = || Error::Pem {
        expected: labels.join("\" or \""),
    };
    let mut blocks = blocks(text).filter(|(label, _)| labels.contains(label));
    let (label, block) = blocks.next().ok_or_else(refuse)?;
    Ok((label, octets(block).ok_or_else(refuse)?))
}

/// The labels of all blocks in `text`.
pub(crate) fn labels(text: &str) -> impl Iterator<Item = &str> {
    blocks(text).map(|(label, _)| label)
}

/// Writes one block, with a newline at its end.
pub(crate) fn encode(label: &str, octets: &[u8]) -> Result<String, Error> {
    let text = pem::encode_string(label, LineEnding::LF, octets);
    text.map_err(|_| Error::encoding("a PEM text"))
}

type Secret = Zeroizing<Vec<u8>>;

/// Each block's label and whole text.
fn blocks(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let starts = text.match_indices(BEGIN).map(|(start, _)| &text[start..]);
    starts.filter_map(|rest| {
        let (label, _) = rest[BEGIN.len()..].split_once(DASHES)?;
        let end = format!("{END}{label}{DASHES}");
        let length = rest.find(&end)? + end.len();
        Some((label, &rest[..length]))
    })
}

/// Lines of any one width are read, since not every program keeps to 64.
fn octets(block: &str) -> Option<Secret> {
    let mut decoder = pem::Decoder::new_detect_wrap(block.as_bytes()).ok()?;
    let mut octets = Zeroizing::new(Vec::with_capacity(decoder.remaining_len()));
    decoder.decode_to_end(&mut octets).ok()?;
    Some(octets)
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
