//! A configuration file as it stands: sections, settings, variables (config(5)).

mod reader;

use core::fmt;
use std::collections::BTreeMap;

use reader::Reader;

use super::{Reason, asn1, line, source::Source};
use crate::{ConfigFault, Error};

/// An OpenSSL configuration file, its variables replaced.
///
/// Nothing in it has a meaning yet. It is read as OpenSSL 3 reads it: comments, quotes, escapes,
/// continued lines, `$name`, `${section::name}`, the default section, the pragma `dollarid`. There
/// is no file system and no environment here, so `.include` and `$ENV::name` are kept as lines that
/// were not understood.
#[derive(Clone, Default)]
pub struct Config {
    pub(super) entries: Vec<Entry>,
    sections: BTreeMap<String, Section>,
    /// Lines that are no settings and were not understood: their number, text and kind.
    pub(super) directives: Vec<(u32, String, Directive)>,
    /// Whether the file is UTF-8; else each octet is a character of Latin-1.
    pub(super) is_utf8: bool,
}

/// A setting.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) line: u32,
    pub(super) section: String,
    pub(super) name: String,
    /// Without its quotes and escapes, its variables replaced.
    pub(super) value: String,
    /// The line as it stands.
    pub(super) text: String,
    /// Whether a variable of a later line stands for it.
    pub(super) is_referenced: bool,
    /// The environment variable in whose place a setting of the file was taken.
    pub(super) environment: Option<String>,
    pub(super) state: State,
}

impl Entry {
    pub(super) fn length(&self) -> usize {
        self.name.len() + self.value.len()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    Valid,
    /// A later line of this number sets it again.
    Overridden(u32),
    /// It stands for an environment variable, or for a setting that does.
    Environment(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Directive {
    Include,
    Pragma,
}

#[derive(Clone, Debug, Default)]
struct Section {
    line: u32,
    names: BTreeMap<String, usize>,
}

impl Config {
    /// Reads a file: UTF-8, with or without a byte order mark, or else Latin-1.
    ///
    /// # Errors
    /// [`Error::Config`].
    pub fn parse(octets: &[u8]) -> Result<Self, Error> {
        if octets.len() > FILE_LIMIT {
            let limit = FILE_LIMIT as u64;
            return Err(Error::Config {
                line: 1,
                fault: ConfigFault::TooLarge { limit },
            });
        }
        let octets = octets.strip_prefix(b"\xef\xbb\xbf").unwrap_or(octets);
        let text = core::str::from_utf8(octets).map(str::to_owned);
        let mut reader = Reader::new(text.is_ok());
        let text = text.unwrap_or_else(|_| octets.iter().copied().map(char::from).collect());
        for (number, line) in line::logical(&text) {
            reader.read(number, &line)?;
        }
        Ok(reader.config)
    }

    /// The names of all sections that stand in the file, in its order.
    pub fn sections(&self) -> Vec<&str> {
        let named = self.sections.iter().filter(|(_, section)| section.line > 0);
        let mut named: Vec<_> = named
            .map(|(name, section)| (section.line, &**name))
            .collect();
        named.sort_unstable();
        named.into_iter().map(|(_, name)| name).collect()
    }

    /// Whether something in it is meant for a request: a section that names a subject, or one of
    /// extensions.
    pub(crate) fn is_about_requests(&self) -> bool {
        let sections = self.sections();
        let mut names = sections.iter();
        names.any(|section| self.value(section, "distinguished_name").is_some())
            || !self.fill(None).extension_sections.is_empty()
    }

    /// The value of a setting, as OpenSSL looks for it: in the section, then in the default one.
    pub fn value(&self, section: &str, name: &str) -> Option<&str> {
        let index = self.find(section, name)?;
        self.entries.get(index).map(|entry| &*entry.value)
    }

    /// The DER of an expression in the language of ASN1_generate_nconf(3), such as
    /// `EXP:0,UTF8:text`; `SEQUENCE:name` and `SET:name` take their members from a section of this
    /// file.
    ///
    /// # Errors
    /// The fault; a section's line may be to blame for it.
    pub fn generate(&self, expression: &str) -> Result<Vec<u8>, Reason> {
        let der = asn1::generate(&mut Source::new(self), expression);
        der.map_err(|trouble| trouble.reason)
    }

    /// The index of a valid setting in the section, or else in the default one.
    pub(super) fn find(&self, section: &str, name: &str) -> Option<usize> {
        let index = self.find_any(section, name)?;
        let is_valid = self.entries.get(index)?.state == State::Valid;
        is_valid.then_some(index)
    }

    /// The valid settings of a section, in the order in which they count.
    pub(super) fn entries_of(&self, section: &str) -> Option<Vec<usize>> {
        let section = self.sections.get(section)?;
        let valid = |index: &usize| {
            let entry = self.entries.get(*index);
            entry.is_some_and(|entry| entry.state == State::Valid)
        };
        let mut indices: Vec<_> = section.names.values().copied().filter(valid).collect();
        indices.sort_unstable();
        Some(indices)
    }

    fn find_any(&self, section: &str, name: &str) -> Option<usize> {
        let within = |section: &str| self.sections.get(section)?.names.get(name).copied();
        within(section).or_else(|| within(DEFAULT))
    }
}

/// The sections' names only: there can be passwords in them.
impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Config").field(&self.sections()).finish()
    }
}

/// The section of what stands before the first section's name.
pub(super) const DEFAULT: &str = "default";

/// In octets.
const FILE_LIMIT: usize = 1 << 20;
