//! What a key of a kind can be used for, and purposes by their identifiers.

use crate::pki::{
    Algorithm, Extension, ExtensionValue,
    KeyUsage::{
        DataEncipherment, DecipherOnly, DigitalSignature, EncipherOnly, KeyAgreement,
        KeyEncipherment,
    },
    KeyUsages, Oid,
};

/// The purposes of the extended key usage; none where it is not there.
pub(in crate::authority) fn purposes(extensions: &[Extension]) -> &[Oid] {
    let found = extensions.iter().find_map(|it| match &it.value {
        ExtensionValue::ExtendedKeyUsage(purposes) => Some(purposes.as_slice()),
        _ => None,
    });
    found.unwrap_or_default()
}

/// The usages as they are for another kind of key than they were written for.
///
/// Only RSA enciphers, and only curves (not Ed25519, RFC 8410, section 5) agree; ML-DSA does neither (RFC 9881,
/// section 5). What one does for mail, the other takes over. A TLS server's RSA key enciphers, too: NSS refuses it
/// otherwise.
pub(super) fn adapted(
    usages: KeyUsages,
    purposes: &[Oid],
    from: Algorithm,
    to: Algorithm,
) -> KeyUsages {
    let encrypts = usages.contains(KeyEncipherment) || usages.contains(KeyAgreement);
    let is_mail = purposes.contains(&EMAIL_PROTECTION);
    let is_server = purposes.contains(&SERVER_AUTH);
    let mut adapted = usages;
    if !to.is_rsa() {
        adapted = adapted.without(KeyEncipherment).without(DataEncipherment);
    }
    if !to.is_ecdsa() {
        adapted = adapted.without(KeyAgreement);
        adapted = adapted.without(EncipherOnly).without(DecipherOnly);
    }
    if to.is_rsa() && !from.is_rsa() && (is_server || is_mail && encrypts) {
        adapted = adapted.with(KeyEncipherment);
    }
    if to.is_ecdsa() && !from.is_ecdsa() && is_mail && encrypts {
        adapted = adapted.with(KeyAgreement);
    }
    // There has to be at least one (RFC 5280, section 4.2.1.3).
    match adapted.is_empty() {
        true => adapted.with(DigitalSignature),
        false => adapted,
    }
}

pub(in crate::authority) const SERVER_AUTH: Oid = Oid::of("1.3.6.1.5.5.7.3.1");
pub(super) const CLIENT_AUTH: Oid = Oid::of("1.3.6.1.5.5.7.3.2");
pub(super) const CODE_SIGNING: Oid = Oid::of("1.3.6.1.5.5.7.3.3");
pub(in crate::authority) const EMAIL_PROTECTION: Oid = Oid::of("1.3.6.1.5.5.7.3.4");
pub(super) const TIME_STAMPING: Oid = Oid::of("1.3.6.1.5.5.7.3.8");
pub(super) const OCSP_SIGNING: Oid = Oid::of("1.3.6.1.5.5.7.3.9");
pub(super) const OCSP_NO_CHECK: Oid = Oid::of("1.3.6.1.5.5.7.48.1.5");
