//! OpenSSH's keys: `ssh-rsa`, `ecdsa-sha2-nistp256`, `-nistp384`, `-nistp521` and `ssh-ed25519`.
//!
//! Public keys are lines of text around octets (RFC 4253, section 6.6; RFC 5656, section 3.1; RFC
//! 8709, section 4); private keys are OpenSSH's own container (`PROTOCOL.key` in its source). Keys in
//! hardware (`sk-…`), certificates, DSA and what other programs write for SSH are named and refused.

mod blob;
mod container;
mod encryption;
mod lines;
mod private;
mod wire;

pub use container::{OpenedKey, open, read_private};
pub use encryption::{BCRYPT_ROUNDS, MOST_BCRYPT_ROUNDS};
pub(crate) use lines::looks_like;
pub use lines::read_public;

use super::{AlgorithmName, Format};
use crate::{Damage, Error};

/// Keys that other programs write for the same use, by what they begin with.
fn foreign(text: &str, format: Format) -> Option<Error> {
    let first = text.trim_start().lines().next()?;
    let name = match first.split_once(':') {
        Some((header, _)) if header.starts_with("PuTTY-User-Key-File-") => header,
        _ if first.trim_end() == "---- BEGIN SSH2 PUBLIC KEY ----" => "RFC 4716",
        _ => return None,
    };
    Some(unsupported(format, name))
}

fn unsupported(format: Format, name: &str) -> Error {
    Error::Unsupported {
        format,
        algorithm: AlgorithmName::named(name),
    }
}

fn damaged(format: Format, algorithm: Option<&str>, damage: Damage) -> Error {
    Error::Damaged {
        format,
        algorithm: algorithm.map(AlgorithmName::named),
        damage,
    }
}
