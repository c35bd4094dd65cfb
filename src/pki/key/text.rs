//! Keys as text for people, as `openssl pkey -text` prints them.

use core::fmt::Write;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Algorithm, PrivateKey, PrivateParts, PublicKey, PublicParts};
use crate::Error;

/// Whether secret numbers are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Secrets {
    /// Their place alone.
    Hidden,
    /// As they are.
    Shown,
}

impl PublicKey {
    /// As `openssl pkey -pubin -text -noout` prints it.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn text(&self) -> Result<String, Error> {
        let mut text = Text::default();
        text.title(self.algorithm(), "Public-Key", "");
        match self.parts()? {
            PublicParts::Rsa { n, e } => {
                text.integer("Modulus", &n);
                text.exponent("Exponent", &e);
            }
            _ => text.octets("pub", &self.octets()?),
        }
        text.curve(self.algorithm());
        Ok(text.0.to_string())
    }
}

impl PrivateKey {
    /// As `openssl pkey -text -noout` prints it; hidden numbers are `[hidden]` in its place.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn text(&self, secrets: Secrets) -> Result<Zeroizing<String>, Error> {
        let algorithm = self.algorithm();
        let public = self.public_key();
        // A text that had to move would leave secrets behind.
        let mut text = Text(Zeroizing::new(String::with_capacity(LONGEST)));
        match (self.parts()?, public.parts()?) {
            (PrivateParts::Rsa(numbers), PublicParts::Rsa { n, e }) => {
                text.title(algorithm, "Private-Key", ", 2 primes");
                text.integer("modulus", &n);
                text.exponent("publicExponent", &e);
                for (name, number) in RSA_NUMBERS.into_iter().zip(numbers) {
                    text.secret(secrets, name, |text| text.integer(name, &number));
                }
            }
            (PrivateParts::Ec(octets) | PrivateParts::Ed25519(octets), _) => {
                text.title(algorithm, "Private-Key", "");
                text.secret(secrets, "priv", |text| text.octets("priv", &octets));
                text.octets("pub", &public.octets()?);
            }
            (PrivateParts::MlDsa { seed, expanded }, _) => {
                text.title(algorithm, "Private-Key", "");
                if let Some(seed) = seed {
                    text.secret(secrets, "seed", |text| text.octets("seed", &seed));
                }
                text.secret(secrets, "priv", |text| text.octets("priv", &expanded));
                text.octets("pub", &public.octets()?);
            }
            _ => return Err(Error::encoding("a private key")),
        }
        text.curve(algorithm);
        Ok(text.0)
    }
}

#[derive(Default)]
struct Text(Zeroizing<String>);

impl Text {
    /// `ED25519 Private-Key:`, but `Private-Key: (256 bit)` for those that OpenSSL has known for
    /// longest.
    fn title(&mut self, algorithm: Algorithm, what: &str, more: &str) {
        let line = match algorithm {
            Algorithm::Rsa(bits) => format!("{what}: ({bits} bit{more})"),
            Algorithm::P256 => format!("{what}: (256 bit)"),
            Algorithm::P384 => format!("{what}: (384 bit)"),
            Algorithm::P521 => format!("{what}: (521 bit)"),
            other => format!("{} {what}:", other.to_string().to_uppercase()),
        };
        self.line(&line);
    }

    fn secret(&mut self, secrets: Secrets, name: &str, show: impl FnOnce(&mut Self)) {
        match secrets {
            Secrets::Shown => show(self),
            Secrets::Hidden => {
                self.line(&format!("{name}:"));
                self.line("    [hidden]");
            }
        }
    }

    /// As DER would have it: with a zero before a first bit that is set, which else would be a sign.
    fn integer(&mut self, name: &str, octets: &[u8]) {
        let sign: &[u8] = match octets.first() {
            Some(first) if *first >= 0x80 => &[0],
            _ => &[],
        };
        let signed = Zeroizing::new([sign, octets].concat());
        self.octets(name, &signed);
    }

    fn octets(&mut self, name: &str, octets: &[u8]) {
        self.line(&format!("{name}:"));
        let lines = octets.chunks(OCTETS_A_LINE);
        let last = lines.len();
        for (index, chunk) in lines.enumerate() {
            self.0.push_str("    ");
            for (place, octet) in chunk.iter().enumerate() {
                let is_end = index + 1 == last && place + 1 == chunk.len();
                write!(self.0, "{octet:02x}{}", if is_end { "" } else { ":" }).ok();
            }
            self.0.push('\n');
        }
    }

    /// Exponents of up to 64 bits; longer ones are not read.
    fn exponent(&mut self, name: &str, octets: &[u8]) {
        let value = octets
            .iter()
            .fold(0u64, |value, octet| value << 8 | u64::from(*octet));
        self.line(&format!("{name}: {value} (0x{value:x})"));
    }

    fn curve(&mut self, algorithm: Algorithm) {
        let name = match algorithm {
            Algorithm::P256 => "prime256v1",
            Algorithm::P384 => "secp384r1",
            Algorithm::P521 => "secp521r1",
            _ => return,
        };
        self.line(&format!("ASN1 OID: {name}"));
        self.line(&format!("NIST CURVE: {algorithm}"));
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }
}

const RSA_NUMBERS: [&str; 6] = [
    "privateExponent",
    "prime1",
    "prime2",
    "exponent1",
    "exponent2",
    "coefficient",
];
const OCTETS_A_LINE: usize = 15;
/// In octets: three and a third for each octet of a key. ML-DSA-87 has 7 520, RSA 8192 5 600.
const LONGEST: usize = 32 << 10;
