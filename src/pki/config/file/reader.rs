//! Line by line into a [`Config`].

use super::*;
use crate::pki::config::{
    line::{self, Line},
    value::{Fault, expand},
};

pub(super) struct Reader {
    pub(super) config: Config,
    section: String,
    dollar: bool,
    /// What all values together still may have, in octets.
    budget: usize,
}

impl Reader {
    pub(super) fn new(is_utf8: bool) -> Self {
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

    pub(super) fn read(&mut self, number: u32, text: &str) -> Result<(), Error> {
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

/// The section whose settings are the environment's variables.
const ENVIRONMENT: &str = "ENV";

/// In octets: of all values together, and the lines that they stand in.
const EXPANDED_LIMIT: usize = 4 << 20;

const ENTRY_LIMIT: usize = 20_000;
