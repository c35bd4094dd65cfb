//! Kinds of key as people write them.

use crate::pki::Algorithm;

/// `p256`, `P-256`, `prime256v1`, `RSA 2048`, `rsa:2048`, `ed25519`, `ML-DSA-65`; of those that are made here.
pub(super) fn named(text: &str) -> Option<Algorithm> {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    let algorithm = match plain.as_str() {
        "p256" | "prime256v1" | "secp256r1" | "nistp256" | "ec" | "ecdsa" | "ec256" | "ecp256"
        | "ecdsap256" => Algorithm::P256,
        "p384" | "secp384r1" | "nistp384" | "ec384" | "ecp384" | "ecdsap384" => Algorithm::P384,
        "p521" | "secp521r1" | "nistp521" | "ec521" | "ecp521" | "ecdsap521" => Algorithm::P521,
        "ed25519" | "eddsa" => Algorithm::Ed25519,
        "mldsa44" => Algorithm::MlDsa44,
        "mldsa65" => Algorithm::MlDsa65,
        "mldsa87" => Algorithm::MlDsa87,
        "rsa" => Algorithm::Rsa(2_048),
        other => Algorithm::Rsa(other.strip_prefix("rsa")?.parse().ok()?),
    };
    Algorithm::OFFERED.contains(&algorithm).then_some(algorithm)
}
