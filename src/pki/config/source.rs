//! A file while a request is being read from it: what was used, and how much it may still grow.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Config, Reason,
    file::{DEFAULT, Entry},
    objects::Objects,
};
use crate::{ConfigFault, Error};

/// Why a setting could not be used, and the setting that is to blame where it is another one.
#[derive(Debug)]
pub(super) struct Trouble {
    pub(super) entry: Option<usize>,
    pub(super) reason: Reason,
}

impl Trouble {
    /// Blames the setting, unless one further in is known to be it.
    pub(super) fn at(mut self, entry: Option<usize>) -> Self {
        self.entry = self.entry.or(entry);
        self
    }
}

impl From<ConfigFault> for Trouble {
    fn from(fault: ConfigFault) -> Self {
        Reason::Fault(fault).into()
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Reason::Refused(Box::new(error)).into()
    }
}

impl From<Reason> for Trouble {
    fn from(reason: Reason) -> Self {
        Self {
            entry: None,
            reason,
        }
    }
}

/// A name and its value: a setting of a section, or a part of a list in one line.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) name: String,
    pub(super) value: Option<String>,
    /// The setting, when it is one.
    pub(super) entry: Option<usize>,
}

impl Item {
    pub(super) fn value(&self) -> Result<&str, Trouble> {
        let none = || ConfigFault::NoValue {
            text: self.name.clone(),
        };
        let value = self.value.as_deref();
        value.ok_or_else(|| Trouble::from(none()).at(self.entry))
    }

    /// Whether it is called `kind`, or `kind.` and anything, by which one writes several.
    pub(super) fn is(&self, kind: &str) -> bool {
        let rest = self.name.strip_prefix(kind);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

pub(super) struct Source<'a> {
    pub(super) config: &'a Config,
    pub(super) objects: Objects,
    pub(super) used: BTreeSet<usize>,
    /// By setting. Lists can lead to the same one over and over, so each remark is kept once.
    pub(super) remarks: BTreeMap<usize, Vec<Reason>>,
    budget: usize,
}

impl<'a> Source<'a> {
    pub(super) fn new(config: &'a Config) -> Self {
        Self {
            config,
            objects: Objects::default(),
            used: BTreeSet::new(),
            remarks: BTreeMap::new(),
            budget: BUDGET,
        }
    }

    /// A setting, in the section or in the default one.
    pub(super) fn value(&mut self, section: &str, name: &str) -> Option<Item> {
        let index = self.config.find(section, name)?;
        self.used.insert(index);
        self.item(index)
    }

    /// A setting of the default section.
    pub(super) fn default_value(&mut self, name: &str) -> Option<Item> {
        self.value(DEFAULT, name)
    }

    /// All settings of a section. They count as used.
    pub(super) fn section(&mut self, name: &str) -> Result<Vec<Item>, Trouble> {
        let none = || ConfigFault::UnknownSection { name: name.into() };
        let indices = self.config.entries_of(name).ok_or_else(none)?;
        let length = |index: &usize| self.config.entries.get(*index).map_or(0, Entry::length);
        let lengths: usize = indices.iter().map(length).sum();
        self.spend(lengths + OVERHEAD * indices.len())?;
        self.used.extend(&indices);
        let items = indices.into_iter().filter_map(|index| self.item(index));
        Ok(items.collect())
    }

    pub(super) fn remark(&mut self, entry: Option<usize>, reason: impl Into<Reason>) {
        let Some(entry) = entry else {
            return;
        };
        let (known, reason) = (self.remarks.entry(entry).or_default(), reason.into());
        if !known.contains(&reason) {
            known.push(reason);
        }
    }

    /// Keeps what is made of a file within bounds: sections can name each other over and over.
    pub(super) fn spend(&mut self, octets: usize) -> Result<(), Trouble> {
        let limit = BUDGET as u64;
        let rest = self.budget.checked_sub(octets.saturating_add(OVERHEAD));
        self.budget = rest.ok_or(ConfigFault::TooMuch { limit })?;
        Ok(())
    }

    /// The octets that stand in the file: what OpenSSL sees where it knows of no characters.
    pub(super) fn octets(&self, text: &str) -> Vec<u8> {
        match self.config.is_utf8 {
            true => text.as_bytes().to_vec(),
            false => text.chars().map(|c| c as u8).collect(),
        }
    }

    /// The octets of text that can hold ASCII only. OpenSSL would write others, too, and nobody could
    /// read what it wrote.
    pub(super) fn ascii(&self, text: &str) -> Result<Vec<u8>, ConfigFault> {
        match text.is_ascii() {
            true => Ok(text.into()),
            false => Err(ConfigFault::Characters { text: text.into() }),
        }
    }

    fn item(&self, index: usize) -> Option<Item> {
        let entry = self.config.entries.get(index)?;
        Some(Item {
            name: entry.name.clone(),
            value: Some(entry.value.clone()),
            entry: Some(index),
        })
    }
}

/// In octets.
const BUDGET: usize = 4 << 20;

/// What each part costs beside its text.
const OVERHEAD: usize = 32;
