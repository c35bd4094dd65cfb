//! Extensions as lines that OpenSSL makes the same octets of.

mod words;

use words::words;

use super::*;
use crate::pki::text::hex;

/// The section of the extensions. A line that would not be read back exactly stands there as
/// `DER:`.
pub(super) fn write(draft: &mut Draft, extensions: &[Extension]) {
    draft.section(EXTENSIONS);
    for extension in extensions {
        let mut trial = draft.trial();
        if let Some((name, value)) = words(&mut trial, &extension.value) {
            trial.set(name, &marked(extension.critical, &value));
            if is_read_back(&trial, name, extension) {
                draft.append(trial);
                continue;
            }
        }
        write_der(draft, extension);
    }
}

fn write_der(draft: &mut Draft, extension: &Extension) {
    let oid = extension.oid();
    let der = extension.value.to_der(None).unwrap_or_default();
    if let Some(name) = oid.name() {
        draft.comment(&format!("{name}:"));
    }
    if der.is_empty() {
        draft.comment(&format!(
            "{oid} has no value, which cannot be written here."
        ));
        return;
    }
    if !oid.has_dotted_form() {
        draft.comment(&format!("{oid}, which is not DER, cannot be written here."));
        return;
    }
    let value = format!("DER:{}", hex::upper(&der));
    draft.set(&oid.to_string(), &marked(extension.critical, &value));
}

fn marked(critical: bool, value: &str) -> String {
    match critical {
        true => format!("critical, {value}"),
        false => value.into(),
    }
}

/// Whether the lines say exactly this extension, and nothing else.
fn is_read_back(trial: &Draft, name: &str, extension: &Extension) -> bool {
    let text = trial.clone().finish();
    let Ok(config) = Config::parse(text.as_bytes()) else {
        return false;
    };
    let mut source = Source::new(&config);
    let Some(value) = config.value(super::super::file::DEFAULT, name) else {
        return false;
    };
    let read = extension::read(&mut source, &mut Subject::default(), name, value);
    let expected = match &extension.value {
        ExtensionValue::SubjectKeyIdentifier(KeyIdentifier::OfKey) => Some(Value::KeyHash),
        value => value.to_der(None).ok().map(Value::Der),
    };
    let expected = expected.map(|value| Read {
        oid: extension.oid(),
        critical: extension.critical,
        value,
    });
    // What cannot be read either is no sign that both are the same.
    source.remarks.is_empty() && expected.is_some() && read.ok() == expected
}
