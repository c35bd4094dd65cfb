//! Texts in extensions.

use der::{Any, Tag};

use crate::ExtensionFault;

/// A string of a type that has ASCII only.
pub(super) fn ascii(tag: Tag, text: &str) -> Result<Any, ExtensionFault> {
    let is_bad = |c: &char| match tag {
        Tag::VisibleString => !matches!(c, ' '..='~'),
        _ => !c.is_ascii(),
    };
    if let Some(character) = text.chars().find(is_bad) {
        return Err(ExtensionFault::Character { character });
    }
    Any::new(tag, text.as_bytes()).map_err(|_| ExtensionFault::Encoding)
}
