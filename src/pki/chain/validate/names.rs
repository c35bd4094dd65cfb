//! The steps about names.

use super::{
    super::{Fault, Step, view::View},
    State,
};
use crate::pki::decoded::{Breach, GeneralName};

impl State<'_, '_> {
    /// 6.1.3 (b), (c)
    pub(super) fn check_names(&mut self, view: &View<'_>) -> Result<(), Fault> {
        let subject = view.subject();
        let mut names = Vec::new();
        if !subject.is_empty() {
            names.push(GeneralName::Directory(view.subject.clone()));
        }
        match &view.extensions.alt_names {
            Some(found) => names.extend(found.value.iter().cloned()),
            // Section 4.2.1.10: addresses of old certificates stand in the subject.
            None => names.extend(subject.mailboxes().map(GeneralName::Email)),
        }
        for name in &names {
            self.names.check(name).map_err(|breach| {
                let name = name.to_string();
                match breach {
                    Breach::NotPermitted => Fault::NotPermitted { name },
                    Breach::Excluded => Fault::Excluded { name },
                    Breach::Unsupported => Fault::UnsupportedConstraint { name },
                    Breach::TooMuch => Fault::TooManyNames,
                }
            })?;
        }
        Ok(())
    }

    /// 6.1.4 (g)
    pub(super) fn narrow_names(&mut self, at: usize, view: &View<'_>) {
        let Some(found) = &view.extensions.name_constraints else {
            return;
        };
        let subtrees = found.value.permitted.iter().chain(&found.value.excluded);
        let well_formed = subtrees.into_iter().all(|subtree| subtree.is_well_formed());
        self.names.narrow(&found.value);
        if !well_formed {
            self.check(at, Step::NameConstraints, Err(Fault::BrokenConstraint));
        }
    }
}
