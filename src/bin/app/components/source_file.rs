//! The file that a command reads.

use certwright::engine::ItemSummary;
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
        command::Source {
            file: &self.name,
            format: self.item.format,
            encoding: self.encoding(),
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
