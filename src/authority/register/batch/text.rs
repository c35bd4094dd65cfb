//! The table as text: its separator, its records, their lines.

use csv::{ReaderBuilder, StringRecord};

use crate::{Error, TableFault, saturated::saturated};

/// The text without its mark and without a line that names the separator, and the number of its first line.
pub(super) fn of(octets: &[u8]) -> Result<(Text<'_>, u32), Error> {
    let octets = octets.strip_prefix(b"\xef\xbb\xbf").unwrap_or(octets);
    let text = core::str::from_utf8(octets).map_err(|_| TableFault::NotUtf8)?;
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim_end_matches('\r').strip_prefix("sep=");
    let named = named.and_then(|it| SEPARATORS.into_iter().find(|s| it.as_bytes() == [*s]));
    let (text, separator, first_line) = match named {
        Some(separator) => (rest, separator, 2),
        None => (text, separator(text), 1),
    };
    if let Some(before) = open_quote(text, separator) {
        let line = before.saturating_add(first_line);
        return Err(TableFault::OpenQuote { line }.into());
    }
    Ok((Text { text, separator }, first_line))
}

/// How many lines are before a quotation mark that is never closed. As the reader has it, one opens only at the very
/// beginning of a field, and two inside stand for one.
fn open_quote(text: &str, separator: u8) -> Option<u32> {
    let mut place = Place::Start;
    let (mut line, mut opened) = (0u32, 0);
    for octet in text.bytes() {
        place = match (place, octet) {
            (Place::Start, b'"') => {
                opened = line;
                Place::Quoted
            }
            (Place::Quoted, b'"') => Place::Closed,
            (Place::Closed, b'"') | (Place::Quoted, _) => Place::Quoted,
            (_, b'\r' | b'\n') => Place::Start,
            (_, octet) if octet == separator => Place::Start,
            _ => Place::Inside,
        };
        line = line.saturating_add(u32::from(octet == b'\n'));
    }
    (place == Place::Quoted).then_some(opened)
}

/// Where in a field.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Start,
    Inside,
    Quoted,
    /// After a quotation mark that closes, unless another follows.
    Closed,
}

pub(super) struct Text<'a> {
    text: &'a str,
    separator: u8,
}

/// The records that have anything in them, each with its line.
pub(super) fn records(
    Text { text, separator }: Text<'_>,
    first_line: u32,
) -> impl Iterator<Item = Result<(u32, StringRecord), Error>> {
    let mut builder = ReaderBuilder::new();
    builder
        .has_headers(false)
        .flexible(true)
        .delimiter(separator);
    let records = builder.from_reader(text.as_bytes()).into_records();
    let records = records.map(move |record| {
        let record = record.map_err(|_| Error::from(TableFault::NotUtf8))?;
        Ok((
            first_line.saturating_add(lines_before(text, &record)),
            record,
        ))
    });
    let is_empty = |record: &StringRecord| record.iter().all(|field| field.trim().is_empty());
    records.filter(move |it| it.as_ref().map_or(true, |(_, record)| !is_empty(record)))
}

/// The reader counts empty lines before a record as part of it.
fn lines_before(text: &str, record: &StringRecord) -> u32 {
    let Some(position) = record.position() else {
        return 0;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let breaks = rest
        .iter()
        .take_while(|octet| matches!(octet, b'\r' | b'\n'));
    let passed = breaks.filter(|octet| **octet == b'\n').count() as u64;
    saturated(position.line() - 1 + passed)
}

/// The one that stands most often in the headings; a comma where there is but one.
fn separator(text: &str) -> u8 {
    let lines = text.lines();
    let head = lines.map(str::trim).find(|line| !line.is_empty());
    let head = head.unwrap_or_default().as_bytes();
    let mut is_quoted = false;
    let mut counts = [0u32; SEPARATORS.len()];
    for octet in head {
        is_quoted ^= *octet == b'"';
        let place = SEPARATORS.iter().position(|it| it == octet && !is_quoted);
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let found = SEPARATORS
        .iter()
        .zip(counts)
        .find(|(_, count)| *count == most);
    found.map_or(b',', |(separator, _)| *separator)
}

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
