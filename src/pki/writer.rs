//! One writer for keys: every form, with or without a password.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Algorithm, Encryption, Password, PrivateKey, PublicKey, encryption::traditional, pem};
use crate::Error;

/// A form that private keys have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PrivateForm {
    /// PKCS #8 (RFC 5958): every key, and what everything of today reads.
    Pkcs8,
    /// What was there before PKCS #8: PKCS #1 for RSA (RFC 8017), SEC 1 for elliptic curves (RFC 5915).
    Traditional,
    /// A JSON Web Key (RFC 7517). It cannot be encrypted.
    Jwk,
    /// OpenSSH's own.
    OpenSsh,
}

/// A form that public keys have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PublicForm {
    /// `SubjectPublicKeyInfo` (RFC 5280, section 4.1.2.7).
    Spki,
    /// PKCS #1 (RFC 8017), of RSA.
    Pkcs1,
    /// A JSON Web Key (RFC 7517).
    Jwk,
    /// A line for `authorized_keys`.
    OpenSsh,
}

/// How octets become a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// As text (RFC 7468).
    Pem,
    /// As they are.
    Der,
}

/// A password, and how it is to hide the key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Protection {
    /// The password.
    pub password: Password,
    /// How it does: by PBES2 or PKCS #12's scheme for PKCS #8, the traditional way for the
    /// traditional form. OpenSSH's has a way of its own, and this is not looked at.
    pub encryption: Encryption,
}

impl PrivateForm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Pkcs8, Self::Traditional, Self::Jwk, Self::OpenSsh];

    /// Whether keys of this kind have such a form.
    pub fn is_for(self, algorithm: Algorithm) -> bool {
        match self {
            Self::Pkcs8 | Self::Jwk => true,
            Self::Traditional => algorithm.is_rsa() || algorithm.is_ecdsa(),
            Self::OpenSsh => !algorithm.is_ml_dsa(),
        }
    }

    /// The files that such a key can be: each form that it has, as text and, where there is that, binary.
    pub fn files(algorithm: Algorithm) -> Vec<(Self, Encoding)> {
        let forms = Self::ALL.into_iter().filter(|form| form.is_for(algorithm));
        forms
            .flat_map(|form| encodings(form.has_der()).map(move |encoding| (form, encoding)))
            .collect()
    }

    /// Whether it has a binary encoding besides its text.
    pub fn has_der(self) -> bool {
        matches!(self, Self::Pkcs8 | Self::Traditional)
    }

    /// What files of it end in.
    pub fn ending(self, encoding: Encoding) -> &'static str {
        match (self, encoding) {
            (Self::Jwk, _) => "jwk.json",
            (Self::OpenSsh, _) => "openssh",
            (_, Encoding::Pem) => "pem",
            (_, Encoding::Der) => "der",
        }
    }

    /// Whether it can be put under a password in this encoding.
    pub fn can_be_encrypted(self, encoding: Encoding) -> bool {
        match self {
            Self::Pkcs8 | Self::OpenSsh => true,
            // The header that says how is PEM's.
            Self::Traditional => encoding == Encoding::Pem,
            Self::Jwk => false,
        }
    }
}

impl PublicForm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Spki, Self::Pkcs1, Self::Jwk, Self::OpenSsh];

    /// Whether keys of this kind have such a form.
    pub fn is_for(self, algorithm: Algorithm) -> bool {
        match self {
            Self::Spki | Self::Jwk => true,
            Self::Pkcs1 => algorithm.is_rsa(),
            Self::OpenSsh => !algorithm.is_ml_dsa(),
        }
    }

    /// The files that such a key can be: each form that it has, as text and, where there is that, binary.
    pub fn files(algorithm: Algorithm) -> Vec<(Self, Encoding)> {
        let forms = Self::ALL.into_iter().filter(|form| form.is_for(algorithm));
        forms
            .flat_map(|form| encodings(form.has_der()).map(move |encoding| (form, encoding)))
            .collect()
    }

    /// Whether it has a binary encoding besides its text.
    pub fn has_der(self) -> bool {
        matches!(self, Self::Spki | Self::Pkcs1)
    }

    /// What files of it end in, so that none takes the private key's place.
    pub fn ending(self, encoding: Encoding) -> &'static str {
        match (self, encoding) {
            (Self::Jwk, _) => "-public.jwk.json",
            (Self::OpenSsh, _) => "pub",
            (_, Encoding::Pem) => "-public.pem",
            (_, Encoding::Der) => "-public.der",
        }
    }
}

impl PrivateKey {
    /// Writes a file with the key in it.
    ///
    /// # Errors
    /// [`Error::NoSuchForm`] for a form that the kind of key does not have, or that cannot be
    /// encrypted so; [`Error::Rounds`] and [`Error::ScryptCost`]; [`Error::Unsupported`] for an ML-DSA key
    /// without its seed in a form that has nothing else; [`Error::Encoding`].
    pub fn write(
        &self,
        form: PrivateForm,
        encoding: Encoding,
        protection: Option<&Protection>,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        let fits = form.is_for(self.algorithm())
            && (form.has_der() || encoding == Encoding::Pem)
            && (protection.is_none() || form.can_be_encrypted(encoding));
        if !fits {
            return Err(Error::NoSuchForm {
                algorithm: self.algorithm(),
            });
        }
        match form {
            PrivateForm::Pkcs8 => self.write_pkcs8(encoding, protection, rng),
            PrivateForm::Traditional => self.write_traditional(encoding, protection, rng),
            PrivateForm::Jwk => self.to_jwk(None).map(octets),
            PrivateForm::OpenSsh => match protection {
                None => self.to_openssh("", rng).map(octets),
                Some(Protection { password, .. }) => {
                    self.to_encrypted_openssh("", password, rng).map(octets)
                }
            },
        }
    }

    fn write_pkcs8(
        &self,
        encoding: Encoding,
        protection: Option<&Protection>,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        let (label, der) = match protection {
            None => ("PRIVATE KEY", self.to_pkcs8_der()?),
            Some(Protection {
                password,
                encryption,
            }) => {
                let der = self.to_encrypted_pkcs8_der(*encryption, password, rng)?;
                ("ENCRYPTED PRIVATE KEY", Zeroizing::new(der))
            }
        };
        encoded(encoding, label, der)
    }

    fn write_traditional(
        &self,
        encoding: Encoding,
        protection: Option<&Protection>,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        let (label, der) = self.to_traditional_der()?;
        match protection {
            None => encoded(encoding, label, der),
            Some(Protection {
                password,
                encryption: Encryption::Traditional(cipher),
            }) => {
                let text = traditional::write(label, *cipher, &der, password, rng)?;
                Ok(octets(Zeroizing::new(text)))
            }
            Some(_) => Err(Error::NoSuchForm {
                algorithm: self.algorithm(),
            }),
        }
    }
}

impl PublicKey {
    /// Writes a file with the key in it.
    ///
    /// # Errors
    /// [`Error::NoSuchForm`], [`Error::Encoding`].
    pub fn write(&self, form: PublicForm, encoding: Encoding) -> Result<Vec<u8>, Error> {
        let refuse = || Error::NoSuchForm {
            algorithm: self.algorithm(),
        };
        if !form.has_der() && encoding == Encoding::Der {
            return Err(refuse());
        }
        let (label, der) = match form {
            PublicForm::Spki => ("PUBLIC KEY", self.to_spki_der()?),
            PublicForm::Pkcs1 => ("RSA PUBLIC KEY", self.to_pkcs1_der()?.ok_or_else(refuse)?),
            PublicForm::Jwk => return Ok(self.to_jwk(None)?.into_bytes()),
            PublicForm::OpenSsh => return Ok(self.to_openssh("")?.into_bytes()),
        };
        match encoding {
            Encoding::Pem => Ok(pem::encode(label, &der)?.into_bytes()),
            Encoding::Der => Ok(der),
        }
    }
}

fn encodings(has_der: bool) -> impl Iterator<Item = Encoding> {
    let der = has_der.then_some(Encoding::Der);
    core::iter::once(Encoding::Pem).chain(der)
}

fn encoded(
    encoding: Encoding,
    label: &str,
    der: Zeroizing<Vec<u8>>,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    match encoding {
        Encoding::Pem => pem::encode(label, &der).map(Zeroizing::new).map(octets),
        Encoding::Der => Ok(der),
    }
}

fn octets(text: Zeroizing<String>) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(text.as_bytes().to_vec())
}
