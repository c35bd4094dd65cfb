//! Lines of a calendar (RFC 5545, section 3.1).

use crate::pki::Time;

/// Lines that are folded where they are long.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is written as it is.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        let mut room = OCTETS;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                // The space counts.
                room = OCTETS - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is a text (section 3.3.11), which has no control character but line ends.
    pub(super) fn put_text(&mut self, name: &str, text: &str) {
        let mut escaped = String::new();
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c if c.is_control() => escaped.push(' '),
                c => escaped.push(c),
            }
        }
        self.put(name, &escaped);
    }

    pub(super) fn done(self) -> String {
        self.0
    }
}

/// `20261119T142640Z` (section 3.3.5).
pub(super) fn utc(time: Time) -> String {
    let t = time.date_time();
    let (date, hour) = ((t.year(), t.month(), t.day()), t.hour());
    let (year, month, day) = date;
    let (minutes, seconds) = (t.minutes(), t.seconds());
    format!("{year:04}{month:02}{day:02}T{hour:02}{minutes:02}{seconds:02}Z")
}

/// The longest line, without its end.
const OCTETS: usize = 75;
