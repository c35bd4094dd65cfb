//! Passwords.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use zeroize::Zeroizing;

/// A password that is not empty; wiped when dropped and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Password {
    text: Option<Zeroizing<String>>,
    /// PKCS #12's own function takes each octet of its UTF-8 for a character.
    is_octet_by_octet: bool,
}

impl Password {
    /// `None` when there are no characters.
    pub fn new(text: String) -> Option<Self> {
        let text = Zeroizing::new(text);
        (!text.is_empty()).then(|| Self::of(Some(text)))
    }

    /// The password in UTF-8, as OpenSSL takes it from a UTF-8 terminal.
    pub fn as_bytes(&self) -> &[u8] {
        self.as_str().as_bytes()
    }

    pub(crate) fn as_str(&self) -> &str {
        self.text.as_ref().map_or("", |text| text.as_str())
    }

    /// The one without characters, which PKCS #12 knows.
    pub(crate) fn empty() -> Self {
        Self::of(Some(Zeroizing::default()))
    }

    /// None at all, which PKCS #12 tells from an empty one.
    pub(crate) fn absent() -> Self {
        Self::of(None)
    }

    /// As OpenSSL before 1.1.0 gave it to PKCS #12's own function: every octet of its UTF-8 as a
    /// character. Other functions get the octets themselves, then as now.
    pub(crate) fn octet_by_octet(&self) -> Self {
        Self {
            is_octet_by_octet: true,
            ..self.clone()
        }
    }

    pub(crate) fn is_octet_by_octet(&self) -> bool {
        self.is_octet_by_octet
    }

    pub(crate) fn is_absent(&self) -> bool {
        self.text.is_none()
    }

    fn of(text: Option<Zeroizing<String>>) -> Self {
        Self {
            text,
            is_octet_by_octet: false,
        }
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            text: _,
            is_octet_by_octet: _,
        } = self;
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
