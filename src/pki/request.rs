//! Certificate signing requests (PKCS #10, RFC 2986).

use core::fmt;

use der::{Any, Decode, Encode, asn1::BitString, oid::AssociatedOid};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use x509_cert::{
    attr::Attribute,
    ext::{
        Extension, Extensions,
        pkix::{SubjectAltName, name::GeneralName},
    },
    request::CertReq,
};

use super::{
    AltName, Application, DistinguishedName, LeftOut, PrivateKey, PublicKey, SignatureAlgorithm,
    application::has_extensions, name::is_of_reason, pem, profile::Profile, signed::Signed,
};
use crate::Error;

/// A signing request: a name, a public key, wishes, and a signature that shows who holds the key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct Request {
    der: Vec<u8>,
    key: Result<PublicKey, Error>,
    subject: DistinguishedName,
    alt_names: Vec<AltName>,
}

impl Request {
    /// Asks for a certificate of the profile: its subject, and its extensions in an
    /// `extensionRequest` (RFC 2985, section 5.4.2).
    ///
    /// # Errors
    /// [`Error::Encoding`], [`Error::Signing`].
    pub fn sign(
        profile: &impl Profile,
        key: &PrivateKey,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self, Error> {
        let application = Application {
            subject: profile.subject().clone(),
            extensions: profile.extensions(key.algorithm()),
            ..Application::default()
        };
        Self::apply(&application, key, key.algorithm().signature(), rng)
    }

    /// Asks for what the application says, signed in one of the ways of the key's kind.
    ///
    /// The texts of PKCS #9 are UTF8Strings, and there is an `extensionRequest` only when there are
    /// extensions, as OpenSSL does it.
    ///
    /// # Errors
    /// [`Error::Extension`], [`Error::Encoding`], [`Error::Signing`], also for a signature that the
    /// key cannot make.
    pub fn apply(
        application: &Application,
        key: &PrivateKey,
        signature: SignatureAlgorithm,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self, Error> {
        let content = application.to_x509(&key.public_key())?;
        let refuse = |_| Error::encoding(WHAT);
        let algorithm = signature.identifier().map_err(refuse)?;
        let octets = key.sign(signature, &content.to_der().map_err(refuse)?, rng);
        let octets = octets.map_err(|_| Error::Signing {
            algorithm: key.algorithm(),
        })?;
        let request = CertReq {
            info: content,
            algorithm,
            signature: BitString::from_bytes(&octets).map_err(refuse)?,
        };
        Self::from_der(&request.to_der().map_err(refuse)?)
    }

    /// What it asks for, as far as that can be held, and what cannot.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn application(&self) -> Result<(Application, Vec<LeftOut>), Error> {
        let request = CertReq::from_der(&self.der).map_err(|_| Error::encoding(WHAT))?;
        Application::of_request(&request.info)
    }

    /// Reads DER. The signature is for [`Request::verify`] to judge, the key for [`Request::public_key`].
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        let refuse = |_| Error::encoding(WHAT);
        let request = CertReq::from_der(der).map_err(refuse)?;
        Signed::from_der(der).map_err(refuse)?;
        if !is_of_reason(&request.info.subject) {
            return Err(Error::encoding(WHAT));
        }
        let key = request.info.public_key.to_der().map_err(refuse)?;
        Ok(Self {
            der: der.to_vec(),
            key: PublicKey::from_spki_der(&key),
            subject: DistinguishedName::from(&request.info.subject),
            alt_names: alt_names(&request),
        })
    }

    /// Reads the first request in a PEM text.
    ///
    /// # Errors
    /// [`Error::Pem`], and those of [`Request::from_der`].
    pub fn from_pem(text: &str) -> Result<Self, Error> {
        let (_, der) = pem::decode(text, &[LABEL, OLD_LABEL])?;
        Self::from_der(&der)
    }

    /// The request in DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The request in PEM.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn pem(&self) -> Result<String, Error> {
        pem::encode(LABEL, &self.der)
    }

    /// Checks that whoever made the request holds its key (RFC 2986, section 3).
    ///
    /// # Errors
    /// [`Error::RequestSignature`], also for a signature by an algorithm that is not supported; those of
    /// [`Request::public_key`], which say that it cannot be checked.
    pub fn verify(&self) -> Result<(), Error> {
        let key = self.public_key()?;
        let signed = Signed::from_der(&self.der).map_err(|_| Error::encoding(WHAT))?;
        match signed.is_by_whatever(key) {
            true => Ok(()),
            false => Err(Error::RequestSignature),
        }
    }

    /// The key that the certificate is to be for.
    ///
    /// # Errors
    /// Those of [`PublicKey::from_spki_der`]: a request can be for a kind of key that is not supported.
    pub fn public_key(&self) -> Result<&PublicKey, Error> {
        self.key.as_ref().map_err(Error::clone)
    }

    /// The name that is asked for.
    pub fn subject(&self) -> &DistinguishedName {
        &self.subject
    }

    /// The alternative names that are asked for, without those that [`AltName`] cannot hold.
    pub fn alt_names(&self) -> &[AltName] {
        &self.alt_names
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Request({})", self.subject)
    }
}

impl TryFrom<Vec<u8>> for Request {
    type Error = Error;

    fn try_from(der: Vec<u8>) -> Result<Self, Error> {
        Self::from_der(&der)
    }
}

impl From<Request> for Vec<u8> {
    fn from(request: Request) -> Self {
        request.der
    }
}

fn alt_names(request: &CertReq) -> Vec<AltName> {
    let attributes = request.info.attributes.iter();
    let values = attributes
        .filter(|attribute| has_extensions(attribute))
        .map(extensions_in);
    values
        .flat_map(|extensions| alt_names_in(&extensions))
        .collect()
}

/// All the extensions that a request wishes for, as far as they can be read.
pub(super) fn asked_for(request: &CertReq) -> Extensions {
    let attributes = request.info.attributes.iter();
    let wishes = attributes.filter(|attribute| has_extensions(attribute));
    wishes.flat_map(extensions_in).collect()
}

/// The wishes for extensions in one of a request's attributes, as far as they can be read.
fn extensions_in(attribute: &Attribute) -> Extensions {
    let values = attribute.values.iter();
    values
        .filter_map(|value| value.decode_as::<Extensions>().ok())
        .flatten()
        .collect()
}

/// The alternative names among a request's or a certificate's extensions. What cannot be read is left
/// out: OpenSSL writes umlauts in a domain name as they are, and the rest of the file is good.
pub(super) fn alt_names_in(extensions: &[Extension]) -> Vec<AltName> {
    let oid = <SubjectAltName as AssociatedOid>::OID;
    let values = extensions
        .iter()
        .filter(|extension| extension.extn_id == oid)
        .filter_map(|extension| Vec::<Any>::from_der(extension.extn_value.as_bytes()).ok());
    values
        .flatten()
        .filter_map(|name| GeneralName::from_der(&name.to_der().ok()?).ok())
        .filter_map(|name| AltName::of_x509(&name))
        .collect()
}

const WHAT: &str = "a signing request";
const LABEL: &str = "CERTIFICATE REQUEST";

/// What old OpenSSL and Windows write.
const OLD_LABEL: &str = "NEW CERTIFICATE REQUEST";
