//! From parts of a file to bags, with the password.

use core::slice;

use der::{
    Encode,
    asn1::{AnyRef, ObjectIdentifier, OctetStringRef},
};
use zeroize::Zeroizing;

use super::{
    Bag, Content, attributes, damaged,
    open::MOST_ROUNDS_IN_ALL,
    safe::{MOST_BAGS, Safe, decode, elements_of, sequence},
    structure::{
        CERT_BAG, CRL_BAG, KEY_BAG, SAFE_CONTENTS_BAG, SHROUDED_KEY_BAG, SafeBag, TypedBag,
        X509_CERTIFICATE, X509_CRL,
    },
};
use crate::{
    Cost, Damage, Error,
    pki::{
        AlgorithmName, Format, Password, ber,
        encryption::{EncryptedPrivateKeyInfo, Scheme, is_whole_sequence},
        key::private_key_info,
    },
};

/// Opens safes and bags with whichever of some passwords is right.
pub(super) struct Opener<'p> {
    pub(super) candidates: &'p [Password],
    /// The MAC said so: what is not readable is damaged.
    pub(super) is_sure: bool,
    /// Somebody gave it: else one is needed.
    pub(super) is_given: bool,
    /// How many may still be done.
    pub(super) rounds: &'p mut u64,
    pub(super) bags: usize,
}

impl<'p> Opener<'p> {
    pub(super) fn open(&mut self, safes: &[Safe<'_>]) -> Result<Vec<Bag>, Error> {
        let mut bags = Vec::new();
        for safe in safes {
            bags.extend(match safe {
                Safe::Plain(octets) => self.contents(octets, 0)?,
                Safe::Encrypted { scheme, ciphertext } => {
                    self.decrypt(scheme, ciphertext, |opener, plain| {
                        opener.contents(plain, 0)
                    })?
                }
            });
        }
        Ok(bags)
    }

    /// `SafeContents` (RFC 7292, section 4.2).
    fn contents(&mut self, octets: &[u8], depth: usize) -> Result<Vec<Bag>, Error> {
        let der = ber::to_der(octets).map_err(damaged)?;
        self.bags(sequence(&der)?, depth)
    }

    fn bags(&mut self, elements: Vec<AnyRef<'_>>, depth: usize) -> Result<Vec<Bag>, Error> {
        if depth > DEEPEST {
            return Err(damaged(Damage::Nesting));
        }
        self.bags += elements.len();
        if self.bags > MOST_BAGS {
            return Err(damaged(Damage::TooLarge {
                given: self.bags as u64,
                limit: MOST_BAGS as u64,
            }));
        }
        let mut bags = Vec::new();
        for element in elements {
            let bag: SafeBag<'_> = decode(element)?;
            match bag.id {
                SAFE_CONTENTS_BAG => {
                    let inner = elements_of(bag.value)?;
                    bags.extend(self.bags(inner, depth + 1)?);
                }
                _ => bags.push(self.bag(&bag)?),
            }
        }
        Ok(bags)
    }

    fn bag(&mut self, bag: &SafeBag<'_>) -> Result<Bag, Error> {
        let content = match bag.id {
            KEY_BAG => {
                let octets = bag.value.to_der().map(Zeroizing::new);
                private_key(&octets.map_err(|_| damaged(Damage::Structure))?)?
            }
            SHROUDED_KEY_BAG => {
                let info: EncryptedPrivateKeyInfo<'_> = decode(bag.value)?;
                let scheme = Scheme::read(Format::Pkcs12, &info.algorithm)?;
                let open = |_: &mut Self, plain: &[u8]| private_key(plain);
                self.decrypt(&scheme, info.ciphertext.as_bytes(), open)?
            }
            CERT_BAG => typed(bag.value, |id| match id {
                X509_CERTIFICATE => Some(Content::Certificate),
                _ => None,
            })?,
            CRL_BAG => typed(bag.value, |id| match id {
                X509_CRL => Some(Content::RevocationList),
                _ => None,
            })?,
            other => Content::Other(AlgorithmName::of(other)),
        };
        let attributes = bag.attributes.map(attributes::read).transpose()?;
        let (friendly_name, local_key_id) = attributes.unwrap_or_default();
        Ok(Bag {
            friendly_name,
            local_key_id,
            content,
        })
    }

    /// A wrong password nearly always shows in the padding; now and then that looks right by
    /// chance, and what comes out has no structure.
    fn decrypt<T>(
        &mut self,
        scheme: &Scheme<'_>,
        ciphertext: &[u8],
        read: impl Fn(&mut Self, &[u8]) -> Result<T, Error>,
    ) -> Result<T, Error> {
        for candidate in self.candidates {
            self.spend(scheme)?;
            let plain = match scheme.decrypt(ciphertext, candidate) {
                Err(Error::WrongPassword { .. }) => continue,
                plain => plain?,
            };
            match read(self, &plain) {
                Err(Error::Damaged { damage, .. }) if is_unreadable(&damage) => {
                    if self.is_sure || is_whole_sequence(&plain) {
                        return Err(Error::Damaged {
                            format: Format::Pkcs12,
                            algorithm: Some(scheme.name()),
                            damage: Damage::Contents,
                        });
                    }
                }
                result => {
                    self.candidates = slice::from_ref(candidate);
                    return result;
                }
            }
        }
        Err(match self.is_given {
            true => scheme.wrong_password(),
            false => scheme.password_needed(),
        })
    }

    /// Each algorithm is affordable by itself; a file could have thousands.
    fn spend(&mut self, scheme: &Scheme<'_>) -> Result<(), Error> {
        if let Some(left) = self.rounds.checked_sub(scheme.rounds()) {
            *self.rounds = left;
            return Ok(());
        }
        if !self.is_given {
            return Err(scheme.password_needed());
        }
        let done = MOST_ROUNDS_IN_ALL.saturating_sub(*self.rounds);
        Err(Error::TooCostly {
            format: Format::Pkcs12,
            algorithm: scheme.name(),
            asked: Cost::Rounds(done.saturating_add(scheme.rounds())),
            limit: Cost::Rounds(MOST_ROUNDS_IN_ALL),
        })
    }
}

fn is_unreadable(damage: &Damage) -> bool {
    !matches!(damage, Damage::Nesting | Damage::TooLarge { .. })
}

fn private_key(octets: &[u8]) -> Result<Content, Error> {
    let der = ber::to_der(octets).map_err(damaged)?;
    match private_key_info(&der) {
        Ok(_) => Ok(Content::PrivateKey(der)),
        Err(_) => Err(damaged(Damage::Structure)),
    }
}

fn typed(
    value: AnyRef<'_>,
    kind: impl Fn(ObjectIdentifier) -> Option<fn(Vec<u8>) -> Content>,
) -> Result<Content, Error> {
    let bag: TypedBag<'_> = decode(value)?;
    let Some(content) = kind(bag.id) else {
        return Ok(Content::Other(AlgorithmName::of(bag.id)));
    };
    let octets: &OctetStringRef = decode(bag.value)?;
    Ok(content(octets.as_bytes().to_vec()))
}

/// Safes within safes.
const DEEPEST: usize = 8;
