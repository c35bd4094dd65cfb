//! AES-256-GCM (NIST SP 800-38D), with a random nonce before and the tag behind what is encrypted.
//!
//! 96 random bits are as good as never the same for as many records as a person's vault will ever write: a key may
//! be used 2³² times (section 8.3).

use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// The length of a key in octets.
pub(super) const KEY: usize = 32;

/// How much longer the encrypted octets are: by a nonce and a tag.
pub(super) const ROOM: usize = NONCE + TAG;

/// Encrypts in place, and binds `bound` to it. Room for the nonce and the tag is around the text already.
///
/// `None` when there is no such room, or more text than GCM takes.
pub(super) fn encrypt(
    key: &[u8; KEY],
    bound: &[u8],
    octets: &mut [u8],
    rng: &mut impl CryptoRng,
) -> Option<()> {
    let (nonce, rest) = octets.split_first_chunk_mut::<NONCE>()?;
    let (text, tag) = rest.split_last_chunk_mut::<TAG>()?;
    rng.fill_bytes(nonce);
    let cipher = Aes256Gcm::new(key.into());
    let made = cipher.encrypt_inout_detached((&*nonce).into(), bound, text.into());
    *tag = made.ok()?.into();
    Some(())
}

/// What was encrypted; `None` with another key, when anything else was bound to it, or when it is broken.
pub(super) fn decrypt(key: &[u8; KEY], bound: &[u8], octets: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, rest) = octets.split_first_chunk::<NONCE>()?;
    let (text, tag) = rest.split_last_chunk::<TAG>()?;
    let mut text = Zeroizing::new(text.to_vec());
    let cipher = Aes256Gcm::new(key.into());
    let read =
        cipher.decrypt_inout_detached(nonce.into(), bound, text.as_mut_slice().into(), tag.into());
    read.is_ok().then_some(text)
}

/// Where the text is in the encrypted octets.
pub(super) const NONCE: usize = 12;
const TAG: usize = 16;
