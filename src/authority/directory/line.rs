//! A line of `index.txt` (OpenSSL's `apps/ca.c`, `DB_…`): six fields with tabs between them.
//!
//! ```text
//! R    261119142640Z    260101120000Z,keyCompromise    01    unknown    /C=CN/CN=x
//! ```

use super::one_line;
use crate::{
    authority::{Revoked, State},
    pki::{Serial, Time, chain::Reason},
};
use der::DateTime;

pub(super) struct Line {
    pub(super) serial: Serial,
    pub(super) not_after: Time,
    pub(super) state: State,
    /// As it stands there.
    pub(super) subject: String,
}

impl Line {
    /// What a line says, or the field that cannot be read.
    pub(super) fn read(text: &str) -> Result<Self, &'static str> {
        let fields = fields(text);
        let [kind, not_after, revoked, serial, _file, subject] = fields.as_slice() else {
            return Err("fields");
        };
        let not_after = time(not_after).ok_or("exp_date")?;
        let state = match kind.as_str() {
            "V" | "E" => State::Good,
            "R" => State::Revoked(read_revoked(revoked).ok_or("rev_date")?),
            _ => return Err("type"),
        };
        Ok(Self {
            serial: Serial::from_hex(serial).map_err(|_| "serial")?,
            not_after,
            state,
            subject: subject.clone(),
        })
    }

    /// `now` tells what has expired, as `openssl ca -updatedb` does.
    pub(super) fn write(&self, now: Time) -> String {
        let revoked = self.state.revoked();
        let kind = match revoked {
            Some(_) => 'R',
            None if self.not_after < now => 'E',
            None => 'V',
        };
        let not_after = one_line::time(self.not_after);
        let revoked = revoked.map(write_revoked).unwrap_or_default();
        let subject = self.subject.replace('\t', "\\\t");
        let serial = self.serial.to_hex();
        format!("{kind}\t{not_after}\t{revoked}\t{serial}\tunknown\t{subject}\n")
    }
}

/// A tab after a backslash does not end a field (`TXT_DB_read`).
fn fields(text: &str) -> Vec<String> {
    let (mut fields, mut field) = (Vec::new(), String::new());
    for c in text.chars() {
        match c {
            '\t' if field.ends_with('\\') => {
                field.pop();
                field.push(c);
            }
            '\t' if fields.len() > FIELDS => break,
            '\t' => fields.push(core::mem::take(&mut field)),
            c => field.push(c),
        }
    }
    fields.push(field);
    fields
}

/// `UTCTime`, perhaps without seconds, or `GeneralizedTime`. What is before 1970 is taken for its beginning.
fn time(text: &str) -> Option<Time> {
    let digits = text.strip_suffix('Z')?;
    if !digits.bytes().all(|octet| octet.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = match digits.len() {
        10 | 12 => {
            let (year, rest) = digits.split_at_checked(2)?;
            let year: u16 = year.parse().ok()?;
            // RFC 5280, section 4.1.2.5.1.
            (if year < 50 { 2_000 } else { 1_900 } + year, rest)
        }
        14 => {
            let (year, rest) = digits.split_at_checked(4)?;
            (year.parse().ok()?, rest)
        }
        _ => return None,
    };
    let part = |place: usize| {
        rest.get(place..place + 2)
            .map_or(Some(0), |it| it.parse().ok())
    };
    let (month, day, hour) = (part(0)?, part(2)?, part(4)?);
    let (minute, second) = (part(6)?, part(8)?);
    let valid = DateTime::new(year.max(1_970), month, day, hour, minute, second).ok()?;
    match year < 1_970 {
        true => Some(Time::from_unix(0)),
        false => Some(Time::from_unix(valid.unix_duration().as_secs())),
    }
}

/// The date, perhaps the reason, perhaps what goes with it (`unpack_revinfo`).
fn read_revoked(text: &str) -> Option<Revoked> {
    let mut parts = text.split(',');
    let at = time(parts.next()?)?;
    let (reason, argument) = (parts.next(), parts.next());
    let revoked = |reason, invalid_since| Revoked {
        at,
        reason,
        invalid_since,
    };
    let Some(word) = reason else {
        return Some(revoked(Reason::Unspecified, None));
    };
    let is_it = |known: &str| known.eq_ignore_ascii_case(word);
    if let Some((_, reason)) = WORDS.into_iter().find(|(known, _)| is_it(known)) {
        return Some(revoked(reason, None));
    }
    match word {
        _ if is_it(HOLD) => Some(revoked(Reason::CertificateHold, None)),
        _ if is_it(KEY_TIME) => Some(revoked(Reason::KeyCompromise, Some(time(argument?)?))),
        _ if is_it(CA_KEY_TIME) => Some(revoked(Reason::CaCompromise, Some(time(argument?)?))),
        // It does not stand in full lists, and it is no reason to let the certificate count again.
        _ if is_it(REMOVED) => Some(revoked(Reason::Unspecified, None)),
        _ => None,
    }
}

fn write_revoked(revoked: &Revoked) -> String {
    let at = one_line::time(revoked.at);
    let since = revoked.invalid_since.map(one_line::generalized);
    match (revoked.reason, since) {
        (Reason::KeyCompromise, Some(since)) => format!("{at},{KEY_TIME},{since}"),
        (Reason::CaCompromise, Some(since)) => format!("{at},{CA_KEY_TIME},{since}"),
        (Reason::Unspecified, _) => at,
        (reason, _) => match WORDS.into_iter().find(|(_, it)| *it == reason) {
            Some((word, _)) => format!("{at},{word}"),
            // OpenSSL would make no list of a word that it does not know.
            None => at,
        },
    }
}

const FIELDS: usize = 6;
const WORDS: [(&str, Reason); 7] = [
    ("unspecified", Reason::Unspecified),
    ("keyCompromise", Reason::KeyCompromise),
    ("CACompromise", Reason::CaCompromise),
    ("affiliationChanged", Reason::AffiliationChanged),
    ("superseded", Reason::Superseded),
    ("cessationOfOperation", Reason::CessationOfOperation),
    ("certificateHold", Reason::CertificateHold),
];
const HOLD: &str = "holdInstruction";
const KEY_TIME: &str = "keyTime";
const CA_KEY_TIME: &str = "CAkeyTime";
const REMOVED: &str = "removeFromCRL";
