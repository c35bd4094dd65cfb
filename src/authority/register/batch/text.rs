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
    Ok(match named {
        Some(separator) => {
            let text = rest;
            (Text { text, separator }, 2)
        }
        None => {
            let separator = separator(text);
            (Text { text, separator }, 1)
        }
    })
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
