//! Commands that make signing requests.

use super::{Line, Source, for_openssl_3_5};
use crate::pki::{Name, SignatureAlgorithm};

/// Makes a request for a subject with a key, by an `openssl.cnf` that says what is asked for; `None`
/// for keys that OpenSSL does not read.
pub fn request(
    config: &str,
    key: Source<'_>,
    subject: &Name,
    signature: SignatureAlgorithm,
    file: &str,
) -> Option<String> {
    if !key.is_key_for_openssl() {
        return None;
    }
    let line = Line::new("openssl req -new").file("-config", config);
    let line = signed(line.key("-key", key), signature);
    let line = match subject.is_empty() {
        // OpenSSL takes an empty one from nowhere else.
        true => line.option("-subj /"),
        false => line,
    };
    let is_ml_dsa = matches!(
        signature,
        SignatureAlgorithm::MlDsa44 | SignatureAlgorithm::MlDsa65 | SignatureAlgorithm::MlDsa87
    );
    Some(for_openssl_3_5(is_ml_dsa, line.file("-out", file).done()))
}

pub(super) fn signed(line: Line, signature: SignatureAlgorithm) -> Line {
    let line = match signature.digest() {
        Some(digest) => line.option(&format!(
            "-{}",
            digest.to_string().to_lowercase().replace('-', "")
        )),
        None => line,
    };
    padded(line, signature)
}

/// With RSA-PSS, if it is to be signed so.
pub(super) fn padded(line: Line, signature: SignatureAlgorithm) -> Line {
    match signature {
        SignatureAlgorithm::RsaPss(_) => {
            line.option("-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest")
        }
        _ => line,
    }
}
