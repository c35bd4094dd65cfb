//! The identifiers of the kinds of key.

use der::asn1::ObjectIdentifier;

use super::Algorithm;

/// RFC 8017, appendix A.1.
pub(super) const RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.1");
/// RFC 5480, section 2.1.1.
pub(super) const EC: ObjectIdentifier = oid("1.2.840.10045.2.1");
pub(super) const P_256: ObjectIdentifier = oid("1.2.840.10045.3.1.7");
pub(super) const P_384: ObjectIdentifier = oid("1.3.132.0.34");
pub(super) const P_521: ObjectIdentifier = oid("1.3.132.0.35");
/// RFC 8410, section 3.
pub(super) const ED_25519: ObjectIdentifier = oid("1.3.101.112");
/// RFC 9881, section 2.
pub(super) const ML_DSA_44: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.17");
pub(super) const ML_DSA_65: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.18");
pub(super) const ML_DSA_87: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.19");

/// The kind that has this identifier, by its curve where it has one. RSA's length is not known by
/// then, and given as 0.
pub(super) fn algorithm(
    oid: ObjectIdentifier,
    curve: Option<ObjectIdentifier>,
) -> Option<Algorithm> {
    Some(match (oid, curve) {
        (RSA, _) => Algorithm::Rsa(0),
        (EC, Some(P_256)) => Algorithm::P256,
        (EC, Some(P_384)) => Algorithm::P384,
        (EC, Some(P_521)) => Algorithm::P521,
        (ED_25519, _) => Algorithm::Ed25519,
        (ML_DSA_44, _) => Algorithm::MlDsa44,
        (ML_DSA_65, _) => Algorithm::MlDsa65,
        (ML_DSA_87, _) => Algorithm::MlDsa87,
        _ => return None,
    })
}

const fn oid(dotted: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(dotted)
}
