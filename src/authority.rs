//! The verbs: create an authority, issue certificates, make the whole set from one form.

mod archive;
mod bundle;
mod directory;
mod findings;
mod plan;
mod readme;
mod register;
mod set;

use core::fmt;

use rand_core::CryptoRng;

pub use bundle::Bundle;
pub use plan::Plan;
pub use readme::Language;
pub use register::{
    Act, Addresses, BadRow, Ca, Change, Entry, Event, Filter, Form, FromRequest, Holder, Imported,
    Issuance, Issued, KeptKey, Lists, Merged, Query, Record, Register, Revocation, Revoked, Row,
    RowState, Rows, Serials, Settings, Sort, State, TableDefaults, TableRow, Template,
};
pub use set::{File, KeyPair, Role, Set};

use crate::{
    Error,
    pki::{
        Certificate, DistinguishedName, Name, PrivateKey, PublicKey, Request, Serial, Validity,
        issuing::{Content, Identity, Issuer},
        profile::{Profile, Root},
    },
};

/// A certificate authority: its own certificate, and the key that signs.
pub struct Authority {
    certificate: Certificate,
    issuer: Issuer,
    subject: Name,
}

impl Authority {
    /// Makes a root: an authority that signs its own certificate.
    ///
    /// # Errors
    /// [`Error::Encoding`], [`Error::Signing`].
    pub fn create(
        subject: Name,
        key: PrivateKey,
        validity: Validity,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        let root = Root::new(subject.clone());
        let issuer = Issuer::new(Identity::new(&subject, &key.public_key())?, key);
        let certificate = sign(&issuer, issuer.public_key(), &root, validity, rng)?;
        Ok(Self {
            certificate,
            issuer,
            subject,
        })
    }

    /// Signs a certificate of the profile for the request's key.
    ///
    /// The name and the extensions are the profile's; from the request comes the key alone, once
    /// its signature shows that the asker holds it.
    ///
    /// # Errors
    /// [`Error::RequestSignature`], [`Error::OutlivesIssuer`], [`Error::SameNameAsIssuer`],
    /// [`Error::Encoding`], [`Error::Signing`].
    pub fn issue(
        &self,
        request: &Request,
        profile: &impl Profile,
        validity: Validity,
        rng: &mut impl CryptoRng,
    ) -> Result<Certificate, Error> {
        request.verify()?;
        check_lifetime(validity, self.certificate.validity())?;
        check_names(profile.subject(), &self.subject)?;
        sign(&self.issuer, request.public_key()?, profile, validity, rng)
    }

    /// The authority's own certificate, for clients to trust.
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The key that signs.
    pub fn key(&self) -> &PrivateKey {
        self.issuer.key()
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            certificate,
            issuer: _,
            subject: _,
        } = self;
        write!(f, "Authority({certificate:?}, [elided])")
    }
}

fn sign(
    issuer: &Issuer,
    key: &PublicKey,
    profile: &impl Profile,
    validity: Validity,
    rng: &mut impl CryptoRng,
) -> Result<Certificate, Error> {
    let content = Content {
        subject: &Identity::new(profile.subject(), key)?,
        key,
        extensions: &profile.extensions(key.algorithm()),
        validity,
        serial: &Serial::random(rng),
    };
    let signature = issuer.public_key().algorithm().signature();
    let certificate = issuer.sign(&content, signature, rng)?;
    certificate.verify(issuer.public_key())?;
    Ok(certificate)
}

/// A chain is valid only while all of it is, so whatever lasts longer than its authority promises
/// what it cannot keep.
fn check_lifetime(validity: Validity, issuer: Validity) -> Result<(), Error> {
    let (not_after, issuer_not_after) = (validity.not_after, issuer.not_after);
    match not_after > issuer_not_after {
        true => Err(Error::OutlivesIssuer {
            not_after,
            issuer_not_after,
        }),
        false => Ok(()),
    }
}

/// A certificate with its issuer's name counts as self-issued (RFC 5280, section 6.1): clients look
/// no further for who signed it, and fail.
fn check_names(subject: &Name, issuer: &Name) -> Result<(), Error> {
    let same = DistinguishedName::from(subject).is_same(&DistinguishedName::from(issuer));
    match same {
        true => Err(Error::SameNameAsIssuer {
            name: issuer.to_string(),
        }),
        false => Ok(()),
    }
}
