//! The text as it grows, in octets: OpenSSL writes many strings as they are.

use core::fmt;

use super::{
    objects::{Object, Objects},
    shown,
    tlv::{OID, Tlv},
};

/// A text that ends where it grows too long.
pub(super) struct Out {
    octets: Vec<u8>,
    objects: Objects,
    most: usize,
    pub(super) is_cut: bool,
    /// For people, who are not to be fooled: what a file says cannot begin a line or hide.
    pub(super) is_for_people: bool,
}

impl Out {
    /// A text of at most so many octets.
    pub(super) fn new(most: usize) -> Self {
        Self {
            octets: Vec::new(),
            objects: Objects::default(),
            most,
            is_cut: false,
            is_for_people: false,
        }
    }

    /// What the file says, in octets: as it is, or made safe to show.
    pub(super) fn bytes(&mut self, octets: &[u8]) {
        if !self.is_for_people {
            return self.raw(octets);
        }
        // No more than there is room for is worth the work.
        let octets = octets.get(..=self.most).unwrap_or(octets);
        for chunk in octets.utf8_chunks() {
            for c in shown(chunk.valid()).chars() {
                self.raw(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            for octet in chunk.invalid() {
                self.push("\\x");
                self.hex(*octet, UPPER);
            }
        }
    }

    fn raw(&mut self, octets: &[u8]) {
        self.is_cut |= octets.len() > self.most - self.octets.len();
        if !self.is_cut {
            self.octets.extend_from_slice(octets);
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        self.raw(text.as_bytes());
    }

    pub(super) fn line(&mut self, indent: usize, text: &str) {
        self.indented(indent, text);
        self.push("\n");
    }

    pub(super) fn indent(&mut self, indent: usize) {
        for _ in 0..indent {
            self.push(" ");
        }
    }

    pub(super) fn indented(&mut self, indent: usize, text: &str) {
        self.indent(indent);
        self.push(text);
    }

    pub(super) fn show(&mut self, value: impl fmt::Display) {
        fmt::Write::write_fmt(self, format_args!("{value}")).ok();
    }

    /// Two digits an octet, and a colon between.
    pub(super) fn hex_colons(&mut self, octets: &[u8], digits: &[u8; 16]) {
        for (index, octet) in octets.iter().enumerate() {
            if index > 0 {
                self.push(":");
            }
            self.hex(*octet, digits);
        }
    }

    pub(super) fn hex(&mut self, octet: u8, digits: &[u8; 16]) {
        let digit = |place: u8| digits.get(usize::from(place)).copied().unwrap_or(b'0');
        self.raw(&[digit(octet >> 4), digit(octet & 15)]);
    }

    /// Lines of octets after an indentation, with colons at their ends but the last.
    pub(super) fn dump(&mut self, octets: &[u8], indent: usize, a_line: usize) {
        for (index, octet) in octets.iter().enumerate() {
            if index % a_line == 0 {
                if index > 0 {
                    self.push("\n");
                }
                self.indent(indent);
            }
            self.hex(*octet, LOWER);
            if index + 1 < octets.len() {
                self.push(":");
            }
            if self.is_cut {
                return;
            }
        }
        self.push("\n");
    }

    /// Points for all that is not ASCII or cannot be seen.
    pub(super) fn dotted(&mut self, octets: &[u8]) {
        let shown = |octet: &u8| match octet {
            b' '..=b'~' => *octet,
            b'\n' | b'\r' if !self.is_for_people => *octet,
            _ => b'.',
        };
        let shown: Vec<u8> = octets.iter().map(shown).collect();
        self.raw(&shown);
    }

    /// An identifier's long name, or its numbers, of these no more characters than OpenSSL has room for.
    pub(super) fn object(&mut self, oid: Tlv<'_>, room: usize) -> Option<()> {
        let object = self.find(oid)?;
        let long = object.long();
        self.push(long.get(..long.len().min(room)).unwrap_or(long));
        Some(())
    }

    pub(super) fn find(&mut self, oid: Tlv<'_>) -> Option<Object> {
        let object = self.objects.find(oid.expect(OID)?);
        object.dotted.is_some().then_some(object)
    }

    pub(super) fn mark(&self) -> usize {
        self.octets.len()
    }

    /// What was written since the mark, which is taken away.
    pub(super) fn take_from(&mut self, mark: usize) -> Vec<u8> {
        self.octets.split_off(mark.min(self.octets.len()))
    }

    pub(super) fn finish(mut self) -> String {
        if self.is_cut {
            self.octets.extend_from_slice(CUT.as_bytes());
        }
        match String::from_utf8(self.octets) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        }
    }
}

impl fmt::Write for Out {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text);
        Ok(())
    }
}

pub(super) const LOWER: &[u8; 16] = b"0123456789abcdef";
pub(super) const UPPER: &[u8; 16] = b"0123456789ABCDEF";
/// Where OpenSSL takes as much room as is needed.
pub(super) const ANY: usize = usize::MAX;
/// Where its buffer is one of 80 octets.
pub(super) const SHORT: usize = 79;
const CUT: &str = "\n[...]\n";
