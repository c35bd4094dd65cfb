//! A file while it is being written.

use std::collections::BTreeMap;

use super::quote;

#[derive(Clone, Default)]
pub(super) struct Draft {
    text: String,
    /// Sections that others refer to; they follow after these.
    later: Vec<(String, Vec<(String, String)>)>,
    /// How many sections there are of a kind.
    counts: BTreeMap<String, usize>,
}

impl Draft {
    pub(super) fn comment(&mut self, text: &str) {
        self.text.push_str(&format!("# {text}\n"));
    }

    pub(super) fn section(&mut self, name: &str) {
        self.text.push_str(&format!("\n[{name}]\n"));
    }

    /// `name = value`, quoted where it has to be.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.text.push_str(&line(name, value));
    }

    /// Puts settings into a section of their own; its name, which is not yet used.
    pub(super) fn later(&mut self, kind: &str, settings: Vec<(String, String)>) -> String {
        let count = self.counts.entry(kind.to_owned()).or_default();
        *count += 1;
        let name = match *count {
            1 => kind.to_owned(),
            count => format!("{kind}_{count}"),
        };
        self.later.push((name.clone(), settings));
        name
    }

    /// What stands there so far, with the sections that it refers to.
    pub(super) fn finish(self) -> String {
        let mut text = self.text;
        for (name, settings) in self.later {
            text.push_str(&format!("\n[{name}]\n"));
            for (name, value) in settings {
                text.push_str(&line(&name, &value));
            }
        }
        text
    }

    /// A draft whose sections do not get the names of this one's.
    pub(super) fn trial(&self) -> Self {
        Self {
            counts: self.counts.clone(),
            ..Self::default()
        }
    }

    pub(super) fn append(&mut self, trial: Self) {
        self.text.push_str(&trial.text);
        self.later.extend(trial.later);
        self.counts = trial.counts;
    }
}

fn line(name: &str, value: &str) -> String {
    match value {
        "" => format!("{name} =\n"),
        value => format!("{name} = {}\n", quote(value)),
    }
}
