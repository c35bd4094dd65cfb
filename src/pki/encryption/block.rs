//! The block ciphers, all in CBC and with the padding of RFC 8018, section 6.1.1.

use aes::{Aes128, Aes192, Aes256};
use cbc::{
    Decryptor, Encryptor,
    cipher::{
        BlockCipherDecrypt, BlockCipherEncrypt, BlockModeDecrypt, BlockModeEncrypt, KeyInit,
        KeyIvInit, block_padding::Pkcs7,
    },
};
use der::asn1::ObjectIdentifier;
use des::{Des, TdesEde2, TdesEde3};
use rc2::Rc2;
use zeroize::Zeroizing;

use super::Secret;

/// A block cipher and the length of its key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    Aes128,
    Aes192,
    Aes256,
    Des,
    /// Triple DES of two keys, the first of which is used again.
    TwoDes,
    ThreeDes,
    /// With as many effective bits as its key has.
    Rc2 {
        octets: usize,
    },
}

impl Block {
    /// Those with an identifier of their own (RFC 8018, appendix B.2; RFC 3565).
    pub(super) fn of_oid(oid: ObjectIdentifier) -> Option<Self> {
        Some(match oid {
            AES_128_CBC => Self::Aes128,
            AES_192_CBC => Self::Aes192,
            AES_256_CBC => Self::Aes256,
            DES_CBC => Self::Des,
            DES_EDE3_CBC => Self::ThreeDes,
            _ => return None,
        })
    }

    /// In octets.
    pub(super) fn key_length(self) -> usize {
        match self {
            Self::Aes128 | Self::TwoDes => 16,
            Self::Aes192 | Self::ThreeDes => 24,
            Self::Aes256 => 32,
            Self::Des => 8,
            Self::Rc2 { octets } => octets,
        }
    }

    /// In octets; an initialization vector is as long.
    pub(super) fn length(self) -> usize {
        match self {
            Self::Aes128 | Self::Aes192 | Self::Aes256 => 16,
            Self::Des | Self::TwoDes | Self::ThreeDes | Self::Rc2 { .. } => 8,
        }
    }

    /// `None` when the padding is not right. Key and vector have to be as long as said above.
    pub(super) fn decrypt(self, key: &[u8], iv: &[u8], ciphertext: &[u8]) -> Option<Secret> {
        match self {
            Self::Aes128 => open::<Aes128>(key, iv, ciphertext),
            Self::Aes192 => open::<Aes192>(key, iv, ciphertext),
            Self::Aes256 => open::<Aes256>(key, iv, ciphertext),
            Self::Des => open::<Des>(key, iv, ciphertext),
            Self::TwoDes => open::<TdesEde2>(key, iv, ciphertext),
            Self::ThreeDes => open::<TdesEde3>(key, iv, ciphertext),
            Self::Rc2 { .. } => open::<Rc2>(key, iv, ciphertext),
        }
    }

    /// `None` for what is not written any more, or for a wrong length.
    pub(super) fn encrypt(self, key: &[u8], iv: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Aes128 => seal::<Aes128>(key, iv, plain),
            Self::Aes192 => seal::<Aes192>(key, iv, plain),
            Self::Aes256 => seal::<Aes256>(key, iv, plain),
            Self::ThreeDes => seal::<TdesEde3>(key, iv, plain),
            Self::Des | Self::TwoDes | Self::Rc2 { .. } => None,
        }
    }
}

fn open<C: BlockCipherDecrypt + KeyInit>(
    key: &[u8],
    iv: &[u8],
    ciphertext: &[u8],
) -> Option<Secret> {
    let mode = Decryptor::<C>::new_from_slices(key, iv).ok()?;
    let mut octets = Zeroizing::new(ciphertext.to_vec());
    let length = mode.decrypt_padded::<Pkcs7>(&mut octets).ok()?.len();
    octets.truncate(length);
    Some(octets)
}

fn seal<C: BlockCipherEncrypt + KeyInit>(key: &[u8], iv: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
    let mode = Encryptor::<C>::new_from_slices(key, iv).ok()?;
    Some(mode.encrypt_padded_vec::<Pkcs7>(plain))
}

pub(super) const AES_128_CBC: ObjectIdentifier = oid("2.16.840.1.101.3.4.1.2");
pub(super) const AES_192_CBC: ObjectIdentifier = oid("2.16.840.1.101.3.4.1.22");
pub(super) const AES_256_CBC: ObjectIdentifier = oid("2.16.840.1.101.3.4.1.42");
pub(super) const DES_EDE3_CBC: ObjectIdentifier = oid("1.2.840.113549.3.7");
const DES_CBC: ObjectIdentifier = oid("1.3.14.3.2.7");

const fn oid(dotted: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(dotted)
}
