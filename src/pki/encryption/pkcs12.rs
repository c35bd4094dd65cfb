//! PKCS #12's own way from a password to a key (RFC 7292, appendix B), and the schemes with it
//! (appendix C).
//!
//! No maintained crate has this function for today's `digest`: the one of `pkcs12` comes with
//! another release of `cms` than ours, and takes no password outside of Unicode's first plane.

use der::{
    Encode,
    asn1::{ObjectIdentifier, OctetStringRef},
};
use rand_core::CryptoRng;
use sha1::Sha1;
use sha2::{
    Sha256, Sha384, Sha512,
    digest::{block_api::BlockSizeUser, typenum::Unsigned},
};
use spki::{AlgorithmIdentifier, AlgorithmIdentifierOwned};
use zeroize::Zeroizing;

use super::{Secret, block::Block, fields::sequence, pbes1::repeated};
use crate::{
    Error,
    pki::{Digest, Password},
};

/// What the octets from a password are for (RFC 7292, appendix B.3): each has its own.
#[derive(Clone, Copy)]
#[repr(u8)]
pub(crate) enum Purpose {
    Key = 1,
    Iv = 2,
    Mac = 3,
}

/// As many octets as asked for from a password (RFC 7292, appendix B.2) that [`bmp_string`] wrote.
pub(crate) fn pkcs12_kdf(
    digest: Digest,
    password: &[u8],
    salt: &[u8],
    rounds: u32,
    purpose: Purpose,
    length: usize,
) -> Secret {
    let derive = match digest {
        Digest::Sha1 => kdf::<Sha1>,
        Digest::Sha256 => kdf::<Sha256>,
        Digest::Sha384 => kdf::<Sha384>,
        Digest::Sha512 => kdf::<Sha512>,
    };
    derive(password, salt, rounds, purpose, length)
}

/// The password as a BMPString with two zeros at its end (RFC 7292, appendix B.1). A character
/// beyond the first plane is a pair of surrogates, as OpenSSL has it, though a BMPString has none.
///
/// No password at all is no octets.
pub(crate) fn bmp_string(password: &Password) -> Secret {
    if password.is_absent() {
        return Secret::default();
    }
    let text = password.as_str();
    let mut octets = Zeroizing::new(Vec::with_capacity(2 * text.len() + 2));
    match password.is_octet_by_octet() {
        true => octets.extend(text.bytes().flat_map(|octet| [0, octet])),
        false => octets.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
    }
    octets.extend([0, 0]);
    octets
}

/// Encrypts as all devices have long been able to read, and as nobody should where the file could
/// be something better.
///
/// # Errors
/// [`Error::Encoding`].
pub(super) fn encrypt_pbe_sha1_3des(
    plain: &[u8],
    password: &Password,
    rounds: u32,
    rng: &mut impl CryptoRng,
) -> Result<(AlgorithmIdentifierOwned, Vec<u8>), Error> {
    let refuse = || Error::encoding("an encrypted text");
    let mut salt = [0; SALT];
    rng.fill_bytes(&mut salt);
    let (key, iv) = key_and_iv(Block::ThreeDes, password, &salt, rounds);
    let ciphertext = Block::ThreeDes.encrypt(&key, &iv, plain);
    let algorithm = write(&salt, rounds).map_err(|_| refuse())?;
    Ok((algorithm, ciphertext.ok_or_else(refuse)?))
}

/// The cipher of a scheme (RFC 7292, appendix C). RC4, without padding, could not tell a wrong
/// password.
pub(super) fn scheme(oid: ObjectIdentifier) -> Option<Block> {
    Some(match oid {
        SHA1_3DES => Block::ThreeDes,
        SHA1_2DES => Block::TwoDes,
        SHA1_RC2_128 => Block::Rc2 { octets: 16 },
        SHA1_RC2_40 => Block::Rc2 { octets: 5 },
        _ => return None,
    })
}

pub(super) fn key_and_iv(
    block: Block,
    password: &Password,
    salt: &[u8],
    rounds: u32,
) -> (Secret, Secret) {
    let password = bmp_string(password);
    let derive =
        |purpose, length| pkcs12_kdf(Digest::Sha1, &password, salt, rounds, purpose, length);
    (
        derive(Purpose::Key, block.key_length()),
        derive(Purpose::Iv, block.length()),
    )
}

fn kdf<D: sha2::Digest + BlockSizeUser>(
    password: &[u8],
    salt: &[u8],
    rounds: u32,
    purpose: Purpose,
    length: usize,
) -> Secret {
    let block = D::BlockSize::USIZE;
    let diversifier = vec![purpose as u8; block];
    let filled = |octets: &[u8]| {
        let length = octets.len().next_multiple_of(block);
        let cycle = octets.iter().copied().cycle();
        Zeroizing::new(cycle.take(length).collect::<Vec<_>>())
    };
    // Step numbers are the RFC's: 2 to 4.
    let mut input = Zeroizing::new([filled(salt).as_slice(), &filled(password)].concat());
    let mut output = Zeroizing::new(Vec::with_capacity(
        length + <D as sha2::Digest>::output_size(),
    ));
    loop {
        // 6 A.
        let octets = repeated::<D>(&[&diversifier, &input], rounds);
        output.extend_from_slice(&octets);
        if output.len() >= length {
            output.truncate(length);
            return output;
        }
        // 6 B and C.
        let addend = octets.iter().copied().cycle().take(block);
        let addend = Zeroizing::new(addend.collect::<Vec<_>>());
        for chunk in input.chunks_mut(block) {
            add_and_one(chunk, &addend);
        }
    }
}

/// Big-endian; what carries beyond the first octet is lost.
fn add_and_one(number: &mut [u8], addend: &[u8]) {
    let mut carry = 1;
    for (octet, addend) in number.iter_mut().zip(addend).rev() {
        let sum = u16::from(*octet) + u16::from(*addend) + carry;
        *octet = sum as u8;
        carry = sum >> 8;
    }
}

fn write(salt: &[u8], rounds: u32) -> der::Result<AlgorithmIdentifierOwned> {
    let salt = OctetStringRef::new(salt)?.to_der()?;
    let parameters = sequence(&[&salt, &rounds.to_der()?])?;
    Ok(AlgorithmIdentifier {
        oid: SHA1_3DES,
        parameters: Some(parameters),
    })
}

const SHA1_3DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.3");
const SHA1_2DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.4");
const SHA1_RC2_128: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.5");
const SHA1_RC2_40: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.6");
/// In octets; eight is what OpenSSL and Windows write.
const SALT: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    /// What OpenSSL 3.0 answers to `openssl kdf … -kdfopt iter:1000 PKCS12KDF`, for the password
    /// "horse 马" in UTF-16 and the salt 0102030405060708.
    #[test]
    fn openssl_derives_the_same() {
        let password = base16ct::lower::decode_vec(PASSWORD).unwrap();
        for (digest, purpose, length, octets) in [
            (
                Digest::Sha1,
                Purpose::Key,
                50,
                "A993A7D2CEF2075D2A26D4C1B9663DEDD15CCD3DD1DD9981D3E9864D5F76CEDB18764599E02B835339E2D4DC036EA66D9F6D",
            ),
            (
                Digest::Sha256,
                Purpose::Mac,
                70,
                "EC6BDBA313695490D074F68DCB07DB97257BB7EA7003B7DAD8D2CEB61D878A0D39399274C6AAA80485FCCE513ED1FD41320A0F37FA8C6B09B0AF5459B3C53515D43A00714C8F",
            ),
            (
                Digest::Sha384,
                Purpose::Iv,
                50,
                "0675B4CBF22F97ACBE239CD7F880C19EC34C44E2C4E73694A09075AF939A355100960FE61E6FD3AD96593D3F196C6EFE27C8",
            ),
            (
                Digest::Sha512,
                Purpose::Mac,
                70,
                "86D3B94D1E230EAA95613102A33FA385F7763B7AFF68E54FE0CB0644A939A135150B1916B2FF26F84DA5F91E9F119F123F4166B87EB31641A978FD72ABBDDFA9399BDEA72C8F",
            ),
        ] {
            let salt = [1, 2, 3, 4, 5, 6, 7, 8];
            let answer = pkcs12_kdf(digest, &password, &salt, 1000, purpose, length);
            assert_eq!(base16ct::upper::encode_string(&answer), octets, "{digest}");
        }
    }

    const PASSWORD: &str = "0068006f00720073006500209a6c0000";
}
