//! The command that makes the same.

use super::kind::Kind;
use crate::components::source_file::SourceFile;
use certwright::engine::{Content, ItemSummary};
use certwright::pki::{Encoding, command};

/// The command, with the names that the files have or would be saved under.
pub fn line(kind: Kind, items: &[ItemSummary], name: &str) -> Option<String> {
    let sources: Vec<_> = items.iter().map(SourceFile::of).collect();
    let named = |wanted: fn(&Content) -> bool| {
        let both = items.iter().zip(&sources);
        both.filter(move |(item, _)| wanted(&item.content))
            .map(|(_, source)| source.source())
            .collect::<Vec<_>>()
    };
    let keys = named(|content| matches!(content, Content::PrivateKey(_)));
    let certificates = named(|content| matches!(content, Content::Certificate(_)));
    let file = kind.file_name();
    match kind {
        Kind::Pkcs12(_) if keys.len() > 1 => None,
        Kind::Pkcs12(target) => {
            command::pkcs12(keys.first().copied(), &certificates, name, target, file)
        }
        Kind::Pkcs7 => command::pkcs7(&certificates, Encoding::Pem, file),
        Kind::Pem => {
            let sources: Vec<_> = sources.iter().map(SourceFile::source).collect();
            command::concatenate(&sources, file)
        }
    }
}
