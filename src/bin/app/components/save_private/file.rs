//! The files that a key can be saved as, and the commands that write the same.

use crate::components::source_file::SourceFile;
use certwright::engine::{ItemSummary, KeyFacts};
use certwright::pki::{Encoding, Encryption, PrivateForm, command};

/// The forms that there are for such a key.
pub fn forms(key: &KeyFacts) -> Vec<(PrivateForm, Encoding)> {
    let forms = PrivateForm::ALL.into_iter();
    let forms = forms.filter(|form| form.is_for(key.algorithm));
    forms
        .flat_map(|form| {
            let der = form.has_der().then_some((form, Encoding::Der));
            core::iter::once((form, Encoding::Pem)).chain(der)
        })
        .collect()
}

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
