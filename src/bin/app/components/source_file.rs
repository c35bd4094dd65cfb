//! The file that a command reads.

use certwright::engine::{Content, ItemSummary};
use certwright::pki::{Encoding, command};

/// A file's name and form.
pub struct SourceFile<'a> {
    item: &'a ItemSummary,
    name: String,
}

impl<'a> SourceFile<'a> {
    /// That of something on the desk: its own, or what it is saved as.
    pub fn of(item: &'a ItemSummary) -> Self {
        Self {
            item,
            name: item.file_name(),
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// As commands take it.
    pub fn source(&self) -> command::Source<'_> {
        let key = self.item.key().map(|key| command::SourceKey {
            algorithm: key.algorithm,
            sha256: key.sha256,
        });
        let locked_by = self.item.locked_by.as_ref();
        command::Source {
            is_private_key: matches!(self.item.content, Content::PrivateKey(_)),
            key,
            place: self.place(),
            is_legacy: locked_by.is_some_and(command::is_legacy),
            ..command::Source::new(&self.name, self.item.format, self.encoding())
        }
    }

    /// What would first be saved is alone in its file.
    fn place(&self) -> command::Place {
        match self.item.file.is_empty() {
            true => command::Place::default(),
            false => self.item.place,
        }
    }

    /// What has lines is text, and so is what would first be saved.
    fn encoding(&self) -> Encoding {
        match self.item.line.is_some() || self.item.file.is_empty() {
            true => Encoding::Pem,
            false => Encoding::Der,
        }
    }
}
