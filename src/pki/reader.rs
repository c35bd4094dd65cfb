//! One reader for anything: what is in a file is told by its contents, never by its name.

mod armour;
mod contents;
mod locked;
mod sniff;

use zeroize::Zeroizing;

pub use locked::Locked;

use super::{Certificate, Format, PrivateKey, PublicKey, Request, RevocationList, pem, pkcs12};
use crate::{Damage, Error};

/// Something that was found in a file.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The line of a text that it begins at, from 1.
    pub line: Option<usize>,
    /// What it is called there: a friendly name, a comment, a key ID.
    pub label: Option<String>,
    /// What it is written as.
    pub format: Format,
    /// What it is, or why it cannot be read. One that is broken does not spoil the others.
    pub object: Result<Object, Error>,
}

/// What can be found.
#[derive(Clone, Debug)]
pub enum Object {
    /// A private key.
    PrivateKey(PrivateKey),
    /// A public key.
    PublicKey(PublicKey),
    /// A certificate.
    Certificate(Certificate),
    /// A signing request.
    Request(Request),
    /// A revocation list.
    RevocationList(RevocationList),
    /// Something under a password.
    Locked(Locked),
}

/// Reads everything in a file: PEM with text around it, Base64 alone, DER, JSON Web Keys, OpenSSH's
/// keys; of each kind one or many. There is always at least one finding, if only an error.
pub fn read(octets: &[u8]) -> Vec<Finding> {
    if octets.len() > MOST_OCTETS {
        let damage = Damage::TooLarge {
            given: octets.len() as u64,
            limit: MOST_OCTETS as u64,
        };
        return vec![Finding::broken(Format::Unknown, damage)];
    }
    let mut rounds = pkcs12::ROUNDS_UNASKED;
    if octets.iter().all(u8::is_ascii_whitespace) {
        return vec![Finding::broken(Format::Unknown, Damage::Empty)];
    }
    // A DER or BER SEQUENCE. "0" begins no text that is read here but Base64, which goes on otherwise.
    if octets[0] == SEQUENCE && !looks_like_text(octets) {
        return contents::der(octets, Format::Unknown, &mut rounds);
    }
    match text(octets) {
        Some(text) => armour::text(text.as_str(), &mut rounds),
        None => vec![Finding::broken(Format::Unknown, sniff::unknown(octets))],
    }
}

/// The octets of a file that has one thing, whatever it is, for a look at their ASN.1: DER, what is in the
/// first PEM block, or Base64. A file beyond a mebibyte has none.
pub fn octets(file: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if file.len() > MOST_OUTLINED {
        return None;
    }
    let text = match looks_like_text(file) || contains(file, b"-----BEGIN ") {
        true => text(file)?,
        false => return Some(Zeroizing::new(file.to_vec())),
    };
    let block = pem::all(text.as_str()).find_map(|(_, _, block)| block.ok());
    match block {
        Some(block) => Some(block.octets),
        None => armour::base64(text.as_str().trim()),
    }
}

impl Finding {
    fn broken(format: Format, damage: Damage) -> Self {
        Self::of(format, Err(Error::damaged(format, damage)))
    }

    /// Calls it so, in one line that is not too long to show.
    fn called(self, label: Option<String>) -> Self {
        let space = |c: char| if c.is_control() { ' ' } else { c };
        let line = |label: String| label.chars().take(LONGEST_LABEL).map(space).collect();
        Self {
            label: label.map(line),
            ..self
        }
    }

    fn of(format: Format, object: Result<Object, Error>) -> Self {
        Self {
            line: None,
            label: None,
            format,
            object,
        }
    }
}

/// UTF-8 with or without its mark, or UTF-16 with it, as Windows' editors write it.
fn text(octets: &[u8]) -> Option<Text<'_>> {
    let unit = |pair: &[u8], big: bool| match big {
        true => u16::from_be_bytes([pair[0], pair[1]]),
        false => u16::from_le_bytes([pair[0], pair[1]]),
    };
    let text = match octets {
        [0xef, 0xbb, 0xbf, rest @ ..] => return core::str::from_utf8(rest).ok().map(Text::Here),
        [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => {
            let big = octets[0] == 0xfe;
            let units: Zeroizing<Vec<u16>> =
                Zeroizing::new(rest.chunks_exact(2).map(|pair| unit(pair, big)).collect());
            String::from_utf16(&units).ok()?
        }
        // Text around PEM blocks may be in any encoding.
        _ => match core::str::from_utf8(octets) {
            Ok(text) => return Some(Text::Here(text)),
            Err(_) if contains(octets, b"-----BEGIN ") => {
                String::from_utf8_lossy(octets).into_owned()
            }
            Err(_) => return None,
        },
    };
    Some(Text::Own(Zeroizing::new(text)))
}

/// A file's text, which is only copied where it has to be.
enum Text<'a> {
    Here(&'a str),
    Own(Zeroizing<String>),
}

impl Text<'_> {
    fn as_str(&self) -> &str {
        match self {
            Self::Here(text) => text,
            Self::Own(text) => text,
        }
    }
}

fn looks_like_text(octets: &[u8]) -> bool {
    let printable = |octet: &u8| octet.is_ascii_graphic() || octet.is_ascii_whitespace();
    octets.iter().take(64).all(printable)
}

fn contains(octets: &[u8], part: &[u8]) -> bool {
    octets.windows(part.len()).any(|window| window == part)
}

const SEQUENCE: u8 = 0x30;
/// In characters.
const LONGEST_LABEL: usize = 256;

/// How large a file is that is shown as ASN.1 though nobody knows what it is.
const MOST_OUTLINED: usize = 1 << 20;

/// How much is read: more than any file of keys and certificates has; whole lists of roots have a
/// fiftieth.
pub const MOST_OCTETS: usize = 64 << 20;
