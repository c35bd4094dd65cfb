//! What a certificate's form begins with: what its profile says.

use super::extensions;
use super::form::Form;
use super::purpose::Purpose;
use super::rows::{self, Row, RowKind};
use certwright::pki::{AttributeType, Extension, ExtensionValue, Name, Oid};

/// What a form begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Beginning {
    /// The fixed parts of the subject.
    pub subject: Name,
    /// The extensions, without the subject's own names.
    pub extensions: Vec<Extension>,
    /// What of them is taken.
    pub reach: Reach,
}

/// What of a beginning is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All.
    All,
    /// The issuer's addresses alone, since the rest is the user's.
    Addresses,
}

impl Form {
    /// What somebody has filled in themselves stays.
    pub(super) fn begin(&mut self, beginning: Beginning) {
        let Beginning {
            subject,
            extensions,
            reach,
        } = beginning;
        match reach {
            Reach::All => {
                self.purpose = purpose(&extensions);
                self.extensions = extensions;
                extensions::put(&mut self.extensions, extensions::names_to_come());
                self.is_own = false;
                self.begin_subject(&subject);
            }
            Reach::Addresses => {
                self.extensions.retain(|it| !is_address(it));
                let addresses = extensions.into_iter().filter(is_address);
                addresses.for_each(|it| extensions::put(&mut self.extensions, it));
            }
        }
        self.follow_extensions();
    }

    fn begin_subject(&mut self, subject: &Name) {
        let is_blank = self.rows.iter().all(|row| row.value.trim().is_empty());
        if !is_blank && self.rows != self.begun {
            return;
        }
        self.rows = match subject.is_empty() {
            true => rows::blank(&mut self.next),
            false => rows::of_name(subject, &mut self.next),
        };
        let common = RowKind::Known(AttributeType::CommonName);
        if self.rows.iter().all(|row| row.kind != common) {
            let row: Row = rows::row(&mut self.next, common, String::new(), false);
            self.rows.push(row);
        }
        self.begun = self.rows.clone();
    }
}

/// A server is known by its names, everybody else by the subject.
fn purpose(all: &[Extension]) -> Purpose {
    let server = Oid::named("serverAuth").ok();
    let purposes = extensions::purposes(all);
    match purposes.iter().any(|it| Some(*it) == server) {
        true => Purpose::Server,
        false => Purpose::Other,
    }
}

fn is_address(extension: &Extension) -> bool {
    matches!(
        extension.value,
        ExtensionValue::CrlDistributionPoints(_) | ExtensionValue::AuthorityInfoAccess(_)
    )
}
