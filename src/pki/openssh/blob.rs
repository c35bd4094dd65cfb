//! Public keys' octets.

use sha2::{Digest, Sha256};

use super::{
    damaged, unsupported,
    wire::{Reader, Writer},
};
use crate::{
    Damage, Error,
    pki::{
        Algorithm, Format, PublicKey,
        key::{PublicParts, check_rsa_size},
    },
};

impl PublicKey {
    /// Writes the line that `authorized_keys` holds.
    ///
    /// # Errors
    /// [`Error::Unsupported`] for ML-DSA, which OpenSSH does not know; [`Error::Encoding`].
    pub fn to_openssh(&self, comment: &str) -> Result<String, Error> {
        use base64ct::{Base64, Encoding};
        let (name, _) = names(self.algorithm(), Format::OpenSshPublic)?;
        let base64 = Base64::encode_string(&write(self, Format::OpenSshPublic)?);
        let comment = one_line(comment);
        let space = if comment.is_empty() { "" } else { " " };
        Ok(format!("{name} {base64}{space}{comment}\n"))
    }

    /// What `ssh-keygen -l` and servers' first greeting show: `SHA256:` and the digest in Base64
    /// without padding.
    ///
    /// # Errors
    /// Those of [`PublicKey::to_openssh`].
    pub fn openssh_fingerprint(&self) -> Result<String, Error> {
        use base64ct::{Base64Unpadded, Encoding};
        let digest = Sha256::digest(write(self, Format::OpenSshPublic)?);
        Ok(format!("SHA256:{}", Base64Unpadded::encode_string(&digest)))
    }
}

/// The format is that of the file around it.
pub(super) fn read(octets: &[u8], format: Format) -> Result<PublicKey, Error> {
    let mut reader = Reader::new(octets);
    let name = reader.name().map_err(|d| damaged(format, None, d))?;
    let broken = |damage| damaged(format, Some(name), damage);
    let algorithm = algorithm(name, format)?;
    let parts = public_parts(&mut reader, algorithm).map_err(broken)?;
    reader.finish().map_err(broken)?;
    key(algorithm, &parts, name, format)
}

/// What follows the name.
fn public_parts(reader: &mut Reader<'_>, algorithm: Algorithm) -> Result<PublicParts, Damage> {
    match algorithm {
        Algorithm::Rsa(_) => {
            let (e, n) = (reader.mpint()?.to_vec(), reader.mpint()?.to_vec());
            Ok(PublicParts::Rsa { n, e })
        }
        Algorithm::Ed25519 => Ok(PublicParts::Octets(reader.string()?.to_vec())),
        _ => curve_point(reader, algorithm),
    }
}

/// RFC 5656, section 3.1: the curve's name again, and the point in SEC 1's form, which OpenSSH
/// takes uncompressed only.
pub(super) fn curve_point(
    reader: &mut Reader<'_>,
    algorithm: Algorithm,
) -> Result<PublicParts, Damage> {
    let (_, curve) = known(algorithm).ok_or(Damage::Structure)?;
    if reader.name()? != curve {
        return Err(field("curve"));
    }
    match reader.string()?.split_first() {
        Some((4, coordinates)) => {
            let (x, y) = coordinates.split_at(coordinates.len() / 2);
            let (x, y) = (x.to_vec(), y.to_vec());
            Ok(PublicParts::Ec { x, y })
        }
        _ => Err(field("Q")),
    }
}

pub(super) fn key(
    algorithm: Algorithm,
    parts: &PublicParts,
    name: &str,
    format: Format,
) -> Result<PublicKey, Error> {
    if let PublicParts::Rsa { n, e } = parts {
        check_rsa_size(n, e, format)?;
    }
    let key = PublicKey::from_parts(algorithm, parts);
    key.ok_or_else(|| damaged(format, Some(name), Damage::Numbers))
}

pub(super) fn write(key: &PublicKey, format: Format) -> Result<Vec<u8>, Error> {
    let (name, curve) = names(key.algorithm(), format)?;
    let mut writer = Writer::public();
    writer.string(name.as_bytes());
    match key.parts()? {
        PublicParts::Rsa { n, e } => writer.mpint(&e).mpint(&n),
        PublicParts::Ec { x, y } => writer
            .string(curve.as_bytes())
            .string(&[&[4], x.as_slice(), &y].concat()),
        PublicParts::Octets(octets) => writer.string(&octets),
    };
    Ok(writer.finish().to_vec())
}

/// RSA's length is not known by its name.
pub(super) fn algorithm(name: &str, format: Format) -> Result<Algorithm, Error> {
    let found = KNOWN.iter().find(|(_, known, _)| *known == name);
    let found = found.map(|(algorithm, ..)| *algorithm);
    found.ok_or_else(|| unsupported(format, name))
}

/// The names of the kind of key and of its curve.
pub(super) fn names(
    algorithm: Algorithm,
    format: Format,
) -> Result<(&'static str, &'static str), Error> {
    known(algorithm).ok_or_else(|| unsupported(format, &algorithm.to_string()))
}

/// A comment's control characters would start another line.
pub(super) fn one_line(comment: &str) -> String {
    let spaced = comment.replace(char::is_control, " ");
    spaced.trim().into()
}

fn known(algorithm: Algorithm) -> Option<(&'static str, &'static str)> {
    let algorithm = match algorithm {
        Algorithm::Rsa(_) => Algorithm::Rsa(0),
        other => other,
    };
    let found = KNOWN.iter().find(|(known, ..)| *known == algorithm)?;
    Some((found.1, found.2))
}

fn field(name: &str) -> Damage {
    Damage::Field { field: name.into() }
}

const KNOWN: [(Algorithm, &str, &str); 5] = [
    (Algorithm::Rsa(0), "ssh-rsa", ""),
    (Algorithm::P256, "ecdsa-sha2-nistp256", "nistp256"),
    (Algorithm::P384, "ecdsa-sha2-nistp384", "nistp384"),
    (Algorithm::P521, "ecdsa-sha2-nistp521", "nistp521"),
    (Algorithm::Ed25519, "ssh-ed25519", ""),
];
