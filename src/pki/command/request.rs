//! Commands that make signing requests.

use super::Line;
use crate::pki::{Application, SignatureAlgorithm};

/// Makes a request with a key by an `openssl.cnf` that says what is asked for.
pub fn request_by_config(
    config: &str,
    key: &str,
    signature: SignatureAlgorithm,
    file: &str,
) -> String {
    let line = Line::new("openssl req -new").value("-config", config);
    signed(line.value("-key", key), signature)
        .value("-out", file)
        .done()
}

/// Makes a request with a key and options alone; `None` for what can only be said in a file.
pub fn request(
    application: &Application,
    key: &str,
    signature: SignatureAlgorithm,
    file: &str,
) -> Option<String> {
    let more = application.challenge_password.is_some() || application.unstructured_name.is_some();
    if more {
        return None;
    }
    let line = Line::new("openssl req -new -utf8").value("-key", key);
    let mut line = line.value("-subj", &application.subject.to_subj());
    for extension in &application.extensions {
        line = line.value("-addext", &extension.to_config()?);
    }
    Some(signed(line, signature).value("-out", file).done())
}

fn signed(line: Line, signature: SignatureAlgorithm) -> Line {
    let line = match signature.digest() {
        Some(digest) => line.option(&format!(
            "-{}",
            digest.to_string().to_lowercase().replace('-', "")
        )),
        None => line,
    };
    match signature {
        SignatureAlgorithm::RsaPss(_) => {
            line.option("-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest")
        }
        _ => line,
    }
}
