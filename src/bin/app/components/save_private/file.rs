//! The commands that write the same.

use crate::components::source_file::SourceFile;
use certwright::engine::{ItemSummary, KeyFacts};
use certwright::pki::{Encoding, Encryption, PrivateForm, command};

/// The command that writes the same. A key that was made here is in no file yet: plain, its command is
/// the one that makes it, and no command may write into the file that it reads.
pub fn line(
    item: &ItemSummary,
    key: &KeyFacts,
    (form, encoding): (PrivateForm, Encoding),
    encryption: Option<Encryption>,
) -> Option<String> {
    let source = SourceFile::of(item);
    let file = item.saved_as(form.ending(encoding));
    if file != source.name() {
        return command::private_key(
            source.source(),
            key.algorithm,
            form,
            encoding,
            encryption,
            &file,
        );
    }
    match (form, encryption) {
        (PrivateForm::Pkcs8, None) => Some(command::generate(key.algorithm, &file)),
        _ => command::private_key(
            source.source(),
            key.algorithm,
            form,
            encoding,
            encryption,
            &format!("new-{file}"),
        ),
    }
}
