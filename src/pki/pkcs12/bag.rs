//! What a PKCS #12 file holds.

use core::fmt;

use zeroize::Zeroizing;

use crate::{
    Error,
    pki::{AlgorithmName, Certificate, Digest, PrivateKey},
};

/// A `SafeBag` (RFC 7292, section 4.2), opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bag {
    /// The `friendlyName`, which Java calls alias.
    pub friendly_name: Option<String>,
    /// The `localKeyID`: the same for a key and its certificate.
    pub local_key_id: Option<Vec<u8>>,
    /// What is in it.
    pub content: Content,
}

/// The kinds of bag (RFC 7292, section 4.2).
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// A private key in PKCS #8; wiped when dropped and never shown.
    PrivateKey(Zeroizing<Vec<u8>>),
    /// An X.509 certificate in DER.
    Certificate(Vec<u8>),
    /// An X.509 revocation list in DER.
    RevocationList(Vec<u8>),
    /// Something else, such as a `secretBag`, by its name. It was not opened.
    Other(AlgorithmName),
}

impl Bag {
    /// A bag without a name or an identifier.
    pub fn new(content: Content) -> Self {
        Self {
            friendly_name: None,
            local_key_id: None,
            content,
        }
    }

    /// A key, its certificate, and the certificates above that, in their order. Key and certificate
    /// have the name, and as their identifier the certificate's SHA-1 digest, as OpenSSL has it.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn identity(
        key: &PrivateKey,
        certificate: &Certificate,
        chain: &[Certificate],
        friendly_name: Option<&str>,
    ) -> Result<Vec<Self>, Error> {
        let content = |certificate: &Certificate| Content::Certificate(certificate.der().to_vec());
        let own = |content| Self {
            friendly_name: friendly_name.map(Into::into),
            local_key_id: Some(Digest::Sha1.of(certificate.der())),
            content,
        };
        let pair = [
            own(Content::PrivateKey(key.to_pkcs8_der()?)),
            own(content(certificate)),
        ];
        let chain = chain.iter().map(|above| Self::new(content(above)));
        Ok(pair.into_iter().chain(chain).collect())
    }

    /// The same with this name.
    pub fn named(self, friendly_name: &str) -> Self {
        Self {
            friendly_name: Some(friendly_name.into()),
            ..self
        }
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PrivateKey(_) => f.write_str("PrivateKey([elided])"),
            Self::Certificate(der) => write!(f, "Certificate({} bytes)", der.len()),
            Self::RevocationList(der) => write!(f, "RevocationList({} bytes)", der.len()),
            Self::Other(name) => write!(f, "Other({name})"),
        }
    }
}
