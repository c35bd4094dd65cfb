//! A configuration file as it stands: sections, settings, variables (config(5)).

use std::collections::BTreeMap;

use super::{
    Reason, asn1,
    line::{self, Line},
    source::Source,
    value::{Fault, expand},
};
use crate::{ConfigFault, Error};

/// An OpenSSL configuration file, its variables replaced.
///
/// Nothing in it has a meaning yet. It is read as OpenSSL 3 reads it: comments, quotes, escapes,
/// continued lines, `$name`, `${section::name}`, the default section, the pragma `dollarid`. There
/// is no file system and no environment here, so `.include` and `$ENV::name` are kept as lines that
/// were not understood.
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(super) entries: Vec<Entry>,
    sections: BTreeMap<String, Section>,
    /// Lines that are no settings and were not understood: their number, text and kind.
    pub(super) directives: Vec<(u32, String, Directive)>,
    /// Whether the file is UTF-8; else each octet is a character of Latin-1.
    pub(super) is_utf8: bool,
}

/// A setting.
#[derive(Clone, Debug)]
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

struct Reader {
    config: Config,
    section: String,
    dollar: bool,
    /// What all values together still may have, in octets.
    budget: usize,
}

impl Reader {
    fn new(is_utf8: bool) -> Self {
        let mut config = Config {
            is_utf8,
            ..Config::default()
        };
        config.sections.insert(DEFAULT.into(), Section::default());
        Self {
            config,
            section: DEFAULT.into(),
            dollar: false,
            budget: EXPANDED_LIMIT,
        }
    }

    fn read(&mut self, number: u32, text: &str) -> Result<(), Error> {
        self.line(number, text).map_err(|fault| Error::Config {
            line: number,
            fault,
        })
    }

    fn line(&mut self, number: u32, text: &str) -> Result<(), ConfigFault> {
        if text.contains('\0') {
            return Err(ConfigFault::Nul);
        }
        match line::parse(text, self.dollar).map_err(wrong)? {
            Line::Blank => Ok(()),
            Line::Section(name) => {
                let none = |_: Option<&str>, _: &str| Err(ConfigFault::NoClosingBracket.into());
                self.section = expand(name, self.dollar, none).map_err(wrong)?;
                self.open(number)
            }
            Line::Include => self.note(number, text, Directive::Include),
            Line::Pragma(pragma) => match pragma_value(pragma)? {
                Some(dollar) => {
                    self.dollar = dollar;
                    Ok(())
                }
                None => self.note(number, text, Directive::Pragma),
            },
            Line::Setting {
                section,
                name,
                value,
            } => {
                let section = section.unwrap_or(&self.section).to_owned();
                self.setting(number, text, &section, name, value)
            }
        }
    }

    fn open(&mut self, number: u32) -> Result<(), ConfigFault> {
        let limit = ENTRY_LIMIT as u64;
        if self.config.sections.len() > ENTRY_LIMIT {
            return Err(ConfigFault::TooMany { limit });
        }
        let section = self.config.sections.entry(self.section.clone());
        let section = section.or_default();
        if section.line == 0 {
            section.line = number;
        }
        Ok(())
    }

    fn note(&mut self, number: u32, text: &str, kind: Directive) -> Result<(), ConfigFault> {
        let note = (number, line::trim(text).to_owned(), kind);
        self.config.directives.push(note);
        self.check_count()
    }

    fn setting(
        &mut self,
        number: u32,
        text: &str,
        section: &str,
        name: &str,
        raw: &str,
    ) -> Result<(), ConfigFault> {
        let mut environment = None;
        let (value, state) = match self.expand(section, raw, &mut environment) {
            Ok(value) => (value, State::Valid),
            Err(Fault::Environment(name)) => (String::new(), State::Environment(name)),
            Err(Fault::Wrong(fault)) => return Err(fault),
        };
        self.spend(value.len() + text.len())?;
        self.put(Entry {
            line: number,
            section: section.into(),
            name: name.into(),
            value,
            text: line::trim(text).into(),
            is_referenced: false,
            environment,
            state,
        });
        self.check_count()
    }

    fn put(&mut self, entry: Entry) {
        let index = self.config.entries.len();
        let section = self.config.sections.entry(entry.section.clone());
        let section = section.or_default();
        if let Some(old) = section.names.insert(entry.name.clone(), index)
            && let Some(old) = self.config.entries.get_mut(old)
        {
            old.state = State::Overridden(entry.line);
        }
        self.config.entries.push(entry);
    }

    fn expand(
        &mut self,
        section: &str,
        raw: &str,
        environment: &mut Option<String>,
    ) -> Result<String, Fault> {
        let config = &mut self.config;
        expand(raw, self.dollar, |within, name| {
            let within = within.unwrap_or(section);
            let Some(index) = config.find_any(within, name) else {
                return Err(match within {
                    ENVIRONMENT => Fault::Environment(name.into()),
                    _ => Fault::Wrong(ConfigFault::UnknownVariable {
                        section: within.into(),
                        name: name.into(),
                    }),
                });
            };
            if within == ENVIRONMENT {
                *environment = Some(name.into());
            }
            let entry = config.entries.get_mut(index);
            let entry = entry.ok_or(ConfigFault::Nesting)?;
            entry.is_referenced = true;
            match &entry.state {
                State::Environment(name) => Err(Fault::Environment(name.clone())),
                _ => Ok(entry.value.clone()),
            }
        })
    }

    fn spend(&mut self, octets: usize) -> Result<(), ConfigFault> {
        let limit = EXPANDED_LIMIT as u64;
        let rest = self.budget.checked_sub(octets);
        self.budget = rest.ok_or(ConfigFault::TooLarge { limit })?;
        Ok(())
    }

    fn check_count(&self) -> Result<(), ConfigFault> {
        let limit = ENTRY_LIMIT as u64;
        match self.config.entries.len() + self.config.directives.len() > ENTRY_LIMIT {
            true => Err(ConfigFault::TooMany { limit }),
            false => Ok(()),
        }
    }
}

/// `Some` for `dollarid`, the only one that changes how a file is read.
fn pragma_value(text: &str) -> Result<Option<bool>, ConfigFault> {
    let (name, value) = text.split_once(':').ok_or(ConfigFault::Pragma)?;
    if name.is_empty() || value.is_empty() {
        return Err(ConfigFault::Pragma);
    }
    if line::trim(name) != "dollarid" {
        return Ok(None);
    }
    match line::trim(value).to_ascii_lowercase().as_str() {
        "on" | "true" => Ok(Some(true)),
        "off" | "false" => Ok(Some(false)),
        _ => Err(ConfigFault::Pragma),
    }
}

/// Where no variable is looked up, nothing can ask for the environment.
fn wrong(fault: Fault) -> ConfigFault {
    match fault {
        Fault::Wrong(fault) => fault,
        Fault::Environment(name) => ConfigFault::UnknownVariable {
            section: ENVIRONMENT.into(),
            name,
        },
    }
}

/// The section of what stands before the first section's name.
pub(super) const DEFAULT: &str = "default";

const ENVIRONMENT: &str = "ENV";

const FILE_LIMIT: usize = 1 << 20;
const EXPANDED_LIMIT: usize = 4 << 20;
const ENTRY_LIMIT: usize = 20_000;
