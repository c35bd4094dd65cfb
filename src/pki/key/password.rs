//! Passwords.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use zeroize::Zeroizing;

/// A password that is not empty; wiped when dropped and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Option<Zeroizing<String>>);

impl Password {
    /// `None` when there are no characters.
    pub fn new(text: String) -> Option<Self> {
        let text = Zeroizing::new(text);
        (!text.is_empty()).then_some(Self(Some(text)))
    }

    /// The password in UTF-8, as OpenSSL takes it from a UTF-8 terminal.
    pub fn as_bytes(&self) -> &[u8] {
        self.as_str().as_bytes()
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.as_ref().map_or("", |text| text.as_str())
    }

    /// The one without characters, which PKCS #12 knows.
    pub(crate) fn empty() -> Self {
        Self(Some(Zeroizing::default()))
    }

    /// None at all, which PKCS #12 tells from an empty one.
    pub(crate) fn absent() -> Self {
        Self(None)
    }

    /// Every octet of its UTF-8 as a character, as OpenSSL took passwords before 1.1.0.
    pub(crate) fn octet_by_octet(&self) -> Self {
        let octets = self.as_bytes();
        let mut text = Zeroizing::new(String::with_capacity(2 * octets.len()));
        text.extend(octets.iter().copied().map(char::from));
        Self(Some(text))
    }

    pub(crate) fn is_absent(&self) -> bool {
        self.0.is_none()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(_) = self;
        f.write_str("Password([elided])")
    }
}

impl Serialize for Password {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Password {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(text).ok_or_else(|| D::Error::custom("an empty password"))
    }
}
