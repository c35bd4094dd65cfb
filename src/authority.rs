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

use der::{Decode, Encode};
use rand_core::CryptoRng;
use spki::SubjectPublicKeyInfoOwned;
use x509_cert::builder::CertificateBuilder;

pub use bundle::Bundle;
pub use plan::Plan;
pub use readme::Language;
pub use register::{
    Act, Addresses, BadRow, Ca, Change, Entry, Event, Filter, Form, Holder, Imported, Issuance,
    KeptKey, Lists, Query, Record, Register, Revocation, Revoked, Row, RowState, Rows, Serials,
    Sort, State, TableDefaults, TableRow, Template,
};
pub use set::{File, KeyPair, Role, Set};

use crate::{
    Error,
    pki::{
        Certificate, DistinguishedName, Name, PrivateKey, PublicKey, Request, Serial, Signer,
        Validity, build,
        profile::{Issue, Profile, Root},
    },
};

/// A certificate authority: its own certificate, and the key that signs.
pub struct Authority {
    certificate: Certificate,
    key: PrivateKey,
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
        let issuer = Issuer {
            name: &subject,
            key: &key,
        };
        let certificate = issuer.sign(&key.public_key(), &root, validity, rng)?;
        certificate.verify(&key.public_key())?;
        Ok(Self {
            certificate,
            key,
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
        let issuer = Issuer {
            name: &self.subject,
            key: &self.key,
        };
        let certificate = issuer.sign(request.public_key()?, profile, validity, rng)?;
        certificate.verify(&self.key.public_key())?;
        Ok(certificate)
    }

    /// The authority's own certificate, for clients to trust.
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The key that signs.
    pub fn key(&self) -> &PrivateKey {
        &self.key
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            certificate,
            key: _,
            subject: _,
        } = self;
        write!(f, "Authority({certificate:?}, [elided])")
    }
}

struct Issuer<'a> {
    name: &'a Name,
    key: &'a PrivateKey,
}

impl Issuer<'_> {
    fn sign(
        &self,
        key: &PublicKey,
        profile: &impl Profile,
        validity: Validity,
        rng: &mut impl CryptoRng,
    ) -> Result<Certificate, Error> {
        let refuse = || Error::encoding("a certificate");
        let issue = Issue::new(profile, key, self.name, &self.key.public_key())?;
        let serial = Serial::random(rng).to_x509()?;
        let key = SubjectPublicKeyInfoOwned::from_der(&key.to_spki_der()?).map_err(|_| refuse())?;
        let builder = CertificateBuilder::new(issue, serial, validity.into(), key);
        let certificate = build(
            builder.map_err(|_| refuse())?,
            &Signer::new(self.key, self.key.algorithm().signature()),
            rng,
        )?;
        Certificate::from_der(&certificate.to_der().map_err(|_| refuse())?)
    }
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
