//! The file that a command reads.

use certwright::engine::ItemSummary;
use certwright::pki::command;

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
        }
    }
}
