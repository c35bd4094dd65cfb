//! Names that templates have already.

use std::collections::{BTreeSet, HashMap};

use crate::authority::register::Register;

#[derive(Debug)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    /// The last number that stands behind a name.
    last: HashMap<String, u32>,
}

impl Names {
    pub(super) fn of(register: &Register) -> Self {
        let templates = register.templates.values();
        Self {
            taken: templates.map(|it| it.name.clone()).collect(),
            last: HashMap::new(),
        }
    }

    /// The name, or with the first number behind it that makes it another than all.
    pub(super) fn free(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        while !self.taken.insert(free.clone()) {
            let last = self.last.entry(name.to_owned()).or_insert(1);
            *last = last.saturating_add(1);
            free = format!("{name} ({last})");
        }
        free
    }
}
