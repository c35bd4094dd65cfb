//! PBES1 (RFC 8018, section 6.1): DES and RC2 under a key from PBKDF1, as old files have it.

use der::asn1::ObjectIdentifier;
use md5::Md5;
use sha1::Sha1;
use sha2::Digest;
use zeroize::{Zeroize, Zeroizing};

use super::{Secret, block::Block};
use crate::pki::Password;

#[derive(Clone, Copy)]
pub(super) enum OldDigest {
    Md5,
    Sha1,
}

pub(super) struct Parameters<'a> {
    pub(super) digest: OldDigest,
    pub(super) salt: &'a [u8],
    pub(super) rounds: u32,
}

impl Parameters<'_> {
    /// Sixteen octets of PBKDF1 (RFC 8018, section 5.1), halved.
    pub(super) fn key_and_iv(&self, password: &Password) -> (Secret, Secret) {
        let parts = [password.as_bytes(), self.salt];
        let octets = match self.digest {
            OldDigest::Md5 => repeated::<Md5>(&parts, self.rounds),
            OldDigest::Sha1 => repeated::<Sha1>(&parts, self.rounds),
        };
        let (key, rest) = octets.split_at(HALF);
        let iv = &rest[..HALF];
        (Zeroizing::new(key.to_vec()), Zeroizing::new(iv.to_vec()))
    }
}

/// RFC 8018, appendix A.3. MD2 is not read: OpenSSL has long dropped it, too.
pub(super) fn scheme(oid: ObjectIdentifier) -> Option<(OldDigest, Block)> {
    let rc2 = Block::Rc2 { octets: HALF };
    Some(match oid {
        MD5_DES => (OldDigest::Md5, Block::Des),
        MD5_RC2 => (OldDigest::Md5, rc2),
        SHA1_DES => (OldDigest::Sha1, Block::Des),
        SHA1_RC2 => (OldDigest::Sha1, rc2),
        _ => return None,
    })
}

/// The digest of the digest of … of all parts in a row.
pub(super) fn repeated<D: Digest>(parts: &[&[u8]], rounds: u32) -> Secret {
    let mut digest = D::new();
    for part in parts {
        digest.update(part);
    }
    let mut output = digest.finalize();
    for _ in 1..rounds {
        output = D::digest(&output);
    }
    let octets = Zeroizing::new(output.to_vec());
    output.as_mut_slice().zeroize();
    octets
}

const MD5_DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.3");
const MD5_RC2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.6");
const SHA1_DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.10");
const SHA1_RC2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.11");
/// In octets: the keys and blocks of DES and of RC2 here. Both digests have two halves.
const HALF: usize = 8;
