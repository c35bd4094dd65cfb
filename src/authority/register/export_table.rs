//! The table, and other tables, as CSV (RFC 4180) for spreadsheets.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Entry, Query, Register, RowState};
use crate::pki::{Time, command::authority::reason_name};

impl Register {
    /// All rows of a query in its order, not only those of its page, with a line of headings, in UTF-8; times are
    /// UTC. Numbers and names are as they are, but what a spreadsheet would take for a formula has an apostrophe
    /// before it.
    pub fn table_csv(&self, query: &Query, now: Time) -> String {
        let found = self.found(query, now);
        let rows = found.iter().map(|(_, entry)| self.cells(entry, now));
        table(&HEADINGS, rows)
    }

    fn cells(&self, entry: &Entry, now: Time) -> [String; HEADINGS.len()] {
        let issuer = self.authorities.get(&entry.issuer);
        let revoked = entry.state.revoked();
        [
            entry.serial.to_hex(),
            entry.name().into_owned(),
            entry.subject.clone(),
            entry.names.join(" "),
            state(entry.row_state(now)).to_owned(),
            entry.not_before.map(moment).unwrap_or_default(),
            moment(entry.not_after),
            entry.profile.clone(),
            issuer
                .map(|issuer| issuer.label.clone())
                .unwrap_or_default(),
            moment(entry.since),
            revoked.map(|it| moment(it.at)).unwrap_or_default(),
            revoked.map_or("", |it| reason_name(it.reason)).to_owned(),
            revoked
                .and_then(|it| it.invalid_since)
                .map(moment)
                .unwrap_or_default(),
            if entry.key.is_some() { "yes" } else { "no" }.to_owned(),
        ]
    }
}

/// Lines of cells as CSV.
pub(super) fn table<const N: usize>(
    headings: &[&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let mut builder = WriterBuilder::new();
    let builder = builder
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary);
    let mut writer = builder.from_writer(Vec::new());
    // Into memory: that does not fail.
    writer.write_record(headings).ok();
    for row in rows {
        writer.write_record(row.map(harmless)).ok();
    }
    let octets = writer.into_inner().unwrap_or_default();
    String::from_utf8(octets).unwrap_or_default()
}

/// `2026-11-19 14:26:40`, which spreadsheets take for a time.
pub(super) fn moment(time: Time) -> String {
    let text = time.to_string();
    text.strip_suffix(" UTC").map(str::to_owned).unwrap_or(text)
}

/// Whatever somebody put into a name is text and nothing that a spreadsheet carries out: it does that with what
/// begins so, in ASCII or in full width, also after white space.
fn harmless(cell: String) -> String {
    let is_formula = |c: char| "=+-@|%＝＋－＠".contains(c);
    let first = cell
        .trim_start_matches(|c: char| c.is_whitespace() || c.is_control())
        .chars()
        .next();
    let begins = cell.chars().next().is_some_and(|c| c.is_control());
    match begins || first.is_some_and(is_formula) {
        true => format!("'{cell}"),
        false => cell,
    }
}

fn state(state: RowState) -> &'static str {
    match state {
        RowState::Good | RowState::Ending => "good",
        RowState::Expired => "expired",
        RowState::Held => "held",
        RowState::Revoked => "revoked",
    }
}

/// None is `ID` at the very beginning: Excel would take the file for one of another format.
const HEADINGS: [&str; 14] = [
    "Serial number",
    "Name",
    "Subject",
    "Alternative names",
    "State",
    "Not before",
    "Not after",
    "Profile",
    "Issuer",
    "Issued",
    "Revoked",
    "Reason",
    "Invalid since",
    "Key kept",
];
