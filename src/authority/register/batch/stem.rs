//! What a row's files are called.

use std::collections::BTreeMap;

use crate::TableFault;

/// The names that were given, by what a file system that does not look at letter case takes for the same.
#[derive(Default)]
pub(super) struct Stems {
    given: BTreeMap<String, Given>,
}

struct Given {
    line: u32,
    /// The last number after it that was given.
    number: u32,
}

impl Stems {
    /// The name that somebody asked for.
    pub(super) fn asked(&mut self, name: &str, line: u32) -> Result<String, TableFault> {
        let stem = safe(name);
        match self.given.get(&stem.to_lowercase()) {
            Some(Given { line, .. }) => Err(TableFault::SameFile { line: *line }),
            None => Ok(self.give(stem, line)),
        }
    }

    /// A name like this one, with a number after it where it was given before.
    pub(super) fn like(&mut self, name: &str, line: u32) -> String {
        let (stem, base) = (safe(name), safe(name).to_lowercase());
        let mut number = self.given.get(&base).map_or(0, |it| it.number);
        let mut free = stem.clone();
        while self.given.contains_key(&free.to_lowercase()) {
            number = number.max(1) + 1;
            free = format!("{stem}-{number}");
        }
        if let Some(given) = self.given.get_mut(&base) {
            given.number = number;
        }
        self.give(free, line)
    }

    fn give(&mut self, stem: String, line: u32) -> String {
        let given = Given { line, number: 0 };
        self.given.insert(stem.to_lowercase(), given);
        stem
    }
}

/// A file name on any system: letters, digits and a few marks. A star is `_wildcard`, as mkcert has it.
fn safe(name: &str) -> String {
    let name = name.replace('*', "_wildcard");
    let kept = |c: char| match c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '@' | '+') {
        true => c,
        false => '_',
    };
    let name: String = name.chars().map(kept).take(LONGEST).collect();
    let name = name.trim_matches('.').trim_start_matches('-');
    let first = name.split('.').next().unwrap_or_default();
    let is_reserved = RESERVED.contains(&first.to_ascii_lowercase().as_str());
    match (name.is_empty(), is_reserved) {
        (true, _) => "certificate".into(),
        (_, true) => format!("_{name}"),
        _ => name.into(),
    }
}

/// In characters: with an ending, and four octets each, less than the 255 octets that a file system takes.
const LONGEST: usize = 60;

/// Windows' devices.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];
