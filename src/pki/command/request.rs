//! Commands that make signing requests.

use super::Line;
use crate::pki::SignatureAlgorithm;

/// Makes a request with a key by an `openssl.cnf` that says what is asked for.
pub fn request(config: &str, key: &str, signature: SignatureAlgorithm, file: &str) -> String {
    let line = Line::new("openssl req -new").file("-config", config);
    signed(line.file("-key", key), signature)
        .file("-out", file)
        .done()
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
