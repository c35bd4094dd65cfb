//! Object identifiers, and the names that OpenSSL has for them.

mod dotted;

use core::fmt;

use der::asn1::ObjectIdentifier;
use serde::{Deserialize, Serialize};

use crate::Error;

/// An object identifier (X.660), in plain data.
///
/// It holds what `const-oid` holds: roots up to `2.39`, numbers below 2^35, 39 octets in all. So there are
/// neither identifiers from `2.40` on, such as the examples' `2.999`, nor those made of a UUID
/// (`2.25.…`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct Oid(pub(crate) ObjectIdentifier);

impl Oid {
    /// Reads the dotted form, such as `2.5.29.17`.
    ///
    /// # Errors
    /// [`Error::Oid`], also for an identifier that an [`Oid`] cannot hold.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let oid = dotted::parse(text).and_then(|octets| ObjectIdentifier::from_bytes(&octets).ok());
        oid.map(Self)
            .ok_or_else(|| Error::Oid { text: text.into() })
    }

    /// The name that OpenSSL has for it, where it has one: the short one, but for a few algorithms that
    /// everybody knows by the long one, such as `sha256WithRSAEncryption`.
    pub fn name(self) -> Option<&'static str> {
        let dotted = self.to_string();
        let known = NAMES.iter().find(|(oid, _)| *oid == dotted);
        // A name is believed, so it takes the same octets, not only the same text.
        let known = known.filter(|(oid, _)| Self::parse(oid).is_ok_and(|known| known == self));
        known.map(|(_, name)| *name)
    }

    /// The identifier that [`Oid::name`] calls so, or that is written so in dotted form.
    ///
    /// # Errors
    /// [`Error::Oid`].
    pub fn named(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let known = NAMES.iter().find(|(_, name)| *name == text);
        Self::parse(known.map_or(text, |(oid, _)| oid))
    }

    /// Whether its dotted form leads back to it: not so of encodings that DER forbids.
    pub(crate) fn has_dotted_form(self) -> bool {
        Self::parse(&self.to_string()).is_ok_and(|same| same == self)
    }

    /// For identifiers that stand in the source.
    pub(crate) const fn of(dotted: &str) -> Self {
        Self(ObjectIdentifier::new_unwrap(dotted))
    }
}

/// The dotted form. A number that is padded, which DER forbids, has its padding before it in brackets:
/// `2.5.4.[80]3`.
impl fmt::Display for Oid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        dotted::write(f, self.0.as_bytes())
    }
}

impl fmt::Debug for Oid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for Oid {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        Self::parse(&text)
    }
}

impl From<Oid> for String {
    fn from(oid: Oid) -> Self {
        oid.to_string()
    }
}

/// The octets of its encoding: the dotted form does not tell of arcs that are padded with zeros.
impl TryFrom<Vec<u8>> for Oid {
    type Error = Error;

    fn try_from(octets: Vec<u8>) -> Result<Self, Error> {
        let oid = ObjectIdentifier::from_bytes(&octets);
        oid.map(Self)
            .map_err(|_| Error::encoding("an object identifier"))
    }
}

impl From<Oid> for Vec<u8> {
    fn from(oid: Oid) -> Self {
        oid.0.as_bytes().to_vec()
    }
}

/// An algorithm as an error names it: by its identifier, where it has one, and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlgorithmName {
    /// Its identifier. JOSE, OpenSSH and the traditional PEM header know names only.
    pub oid: Option<Oid>,
    /// Its name, in OpenSSL's words where it has some; the dotted identifier when it is not known.
    pub name: String,
}

impl AlgorithmName {
    pub(crate) fn of(oid: ObjectIdentifier) -> Self {
        let oid = Oid(oid);
        let name = oid.name().map_or_else(|| oid.to_string(), str::to_owned);
        Self {
            oid: Some(oid),
            name,
        }
    }

    /// By a name that a file gives, which could be of any length.
    pub(crate) fn named(name: &str) -> Self {
        Self {
            oid: None,
            name: name.chars().take(LONGEST_NAME).collect(),
        }
    }
}

/// `AES-256-CBC (2.16.840.1.101.3.4.1.42)`.
impl fmt::Display for AlgorithmName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        match self.oid {
            Some(oid) if oid.to_string() != self.name => write!(f, " ({oid})"),
            _ => Ok(()),
        }
    }
}

/// In characters.
const LONGEST_NAME: usize = 64;

/// Grouped as OpenSSL's own list of objects is.
const NAMES: &[(&str, &str)] = &[
    // Public keys.
    ("1.2.840.113549.1.1.1", "rsaEncryption"),
    ("1.2.840.113549.1.1.7", "RSAES-OAEP"),
    ("1.2.840.113549.1.1.8", "MGF1"),
    ("1.2.840.113549.1.1.10", "RSASSA-PSS"),
    ("1.2.840.10040.4.1", "dsaEncryption"),
    ("1.2.840.113549.1.3.1", "dhKeyAgreement"),
    ("1.2.840.10045.2.1", "id-ecPublicKey"),
    ("1.3.101.110", "X25519"),
    ("1.3.101.111", "X448"),
    ("1.3.101.112", "ED25519"),
    ("1.3.101.113", "ED448"),
    ("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
    ("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
    ("2.16.840.1.101.3.4.3.19", "ML-DSA-87"),
    ("2.16.840.1.101.3.4.4.1", "ML-KEM-512"),
    ("2.16.840.1.101.3.4.4.2", "ML-KEM-768"),
    ("2.16.840.1.101.3.4.4.3", "ML-KEM-1024"),
    ("1.2.156.10197.1.301", "SM2"),
    // Curves.
    ("1.2.840.10045.3.1.1", "prime192v1"),
    ("1.2.840.10045.3.1.7", "prime256v1"),
    ("1.3.132.0.33", "secp224r1"),
    ("1.3.132.0.34", "secp384r1"),
    ("1.3.132.0.35", "secp521r1"),
    ("1.3.132.0.10", "secp256k1"),
    ("1.3.36.3.3.2.8.1.1.7", "brainpoolP256r1"),
    ("1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1"),
    ("1.3.36.3.3.2.8.1.1.13", "brainpoolP512r1"),
    // Signatures.
    ("1.2.840.113549.1.1.2", "md2WithRSAEncryption"),
    ("1.2.840.113549.1.1.4", "md5WithRSAEncryption"),
    ("1.2.840.113549.1.1.5", "sha1WithRSAEncryption"),
    ("1.2.840.113549.1.1.14", "sha224WithRSAEncryption"),
    ("1.2.840.113549.1.1.11", "sha256WithRSAEncryption"),
    ("1.2.840.113549.1.1.12", "sha384WithRSAEncryption"),
    ("1.2.840.113549.1.1.13", "sha512WithRSAEncryption"),
    ("1.2.840.10045.4.1", "ecdsa-with-SHA1"),
    ("1.2.840.10045.4.3.1", "ecdsa-with-SHA224"),
    ("1.2.840.10045.4.3.2", "ecdsa-with-SHA256"),
    ("1.2.840.10045.4.3.3", "ecdsa-with-SHA384"),
    ("1.2.840.10045.4.3.4", "ecdsa-with-SHA512"),
    ("1.2.840.10040.4.3", "dsaWithSHA1"),
    // Digests and what authenticates messages.
    ("1.2.840.113549.2.2", "MD2"),
    ("1.2.840.113549.2.5", "MD5"),
    ("1.3.14.3.2.26", "SHA1"),
    ("2.16.840.1.101.3.4.2.4", "SHA224"),
    ("2.16.840.1.101.3.4.2.1", "SHA256"),
    ("2.16.840.1.101.3.4.2.2", "SHA384"),
    ("2.16.840.1.101.3.4.2.3", "SHA512"),
    ("2.16.840.1.101.3.4.2.8", "SHA3-256"),
    ("1.2.840.113549.2.6", "hmacWithMD5"),
    ("1.2.840.113549.2.7", "hmacWithSHA1"),
    ("1.2.840.113549.2.8", "hmacWithSHA224"),
    ("1.2.840.113549.2.9", "hmacWithSHA256"),
    ("1.2.840.113549.2.10", "hmacWithSHA384"),
    ("1.2.840.113549.2.11", "hmacWithSHA512"),
    ("1.2.840.113549.2.12", "hmacWithSHA512-224"),
    ("1.2.840.113549.2.13", "hmacWithSHA512-256"),
    ("2.16.840.1.101.3.4.2.13", "id-hmacWithSHA3-224"),
    ("2.16.840.1.101.3.4.2.14", "id-hmacWithSHA3-256"),
    ("2.16.840.1.101.3.4.2.15", "id-hmacWithSHA3-384"),
    ("2.16.840.1.101.3.4.2.16", "id-hmacWithSHA3-512"),
    ("1.2.643.7.1.1.4.1", "id-tc26-hmac-gost-3411-2012-256"),
    ("1.2.643.7.1.1.4.2", "id-tc26-hmac-gost-3411-2012-512"),
    // Encryption under a password.
    ("1.2.840.113549.1.5.1", "PBE-MD2-DES"),
    ("1.2.840.113549.1.5.3", "PBE-MD5-DES"),
    ("1.2.840.113549.1.5.4", "PBE-MD2-RC2-64"),
    ("1.2.840.113549.1.5.6", "PBE-MD5-RC2-64"),
    ("1.2.840.113549.1.5.10", "PBE-SHA1-DES"),
    ("1.2.840.113549.1.5.11", "PBE-SHA1-RC2-64"),
    ("1.2.840.113549.1.5.12", "PBKDF2"),
    ("1.2.840.113549.1.5.13", "PBES2"),
    ("1.2.840.113549.1.5.14", "PBMAC1"),
    ("1.3.6.1.4.1.11591.4.11", "scrypt"),
    ("1.2.840.113549.1.12.1.1", "PBE-SHA1-RC4-128"),
    ("1.2.840.113549.1.12.1.2", "PBE-SHA1-RC4-40"),
    ("1.2.840.113549.1.12.1.3", "PBE-SHA1-3DES"),
    ("1.2.840.113549.1.12.1.4", "PBE-SHA1-2DES"),
    ("1.2.840.113549.1.12.1.5", "PBE-SHA1-RC2-128"),
    ("1.2.840.113549.1.12.1.6", "PBE-SHA1-RC2-40"),
    ("1.3.14.3.2.7", "DES-CBC"),
    ("1.2.840.113549.3.2", "RC2-CBC"),
    ("1.2.840.113549.3.4", "RC4"),
    ("1.2.840.113549.3.7", "DES-EDE3-CBC"),
    ("2.16.840.1.101.3.4.1.2", "AES-128-CBC"),
    ("2.16.840.1.101.3.4.1.22", "AES-192-CBC"),
    ("2.16.840.1.101.3.4.1.42", "AES-256-CBC"),
    ("2.16.840.1.101.3.4.1.6", "id-aes128-GCM"),
    ("2.16.840.1.101.3.4.1.46", "id-aes256-GCM"),
    ("2.16.840.1.101.3.4.1.26", "id-aes192-GCM"),
    ("1.2.392.200011.61.1.1.1.2", "CAMELLIA-128-CBC"),
    ("1.2.392.200011.61.1.1.1.3", "CAMELLIA-192-CBC"),
    ("1.2.392.200011.61.1.1.1.4", "CAMELLIA-256-CBC"),
    ("1.2.410.200046.1.1.2", "ARIA-128-CBC"),
    ("1.2.410.200046.1.1.7", "ARIA-192-CBC"),
    ("1.2.410.200046.1.1.12", "ARIA-256-CBC"),
    ("1.2.410.200004.1.4", "SEED-CBC"),
    ("1.2.156.10197.1.104.2", "SM4-CBC"),
    ("1.2.840.113533.7.66.10", "CAST5-CBC"),
    ("1.3.6.1.4.1.188.7.1.1.2", "IDEA-CBC"),
    ("1.3.6.1.4.1.3029.1.2", "BF-CBC"),
    ("1.2.643.2.2.21", "gost89"),
    // Containers (PKCS #7, PKCS #12).
    ("1.2.840.113549.1.7.1", "pkcs7-data"),
    ("1.2.840.113549.1.7.2", "pkcs7-signedData"),
    ("1.2.840.113549.1.7.3", "pkcs7-envelopedData"),
    ("1.2.840.113549.1.7.4", "pkcs7-signedAndEnvelopedData"),
    ("1.2.840.113549.1.7.5", "pkcs7-digestData"),
    ("1.2.840.113549.1.7.6", "pkcs7-encryptedData"),
    ("1.2.840.113549.1.9.16.1.2", "id-smime-ct-authData"),
    ("1.2.840.113549.1.9.16.1.9", "id-smime-ct-compressedData"),
    (
        "1.2.840.113549.1.9.16.1.23",
        "id-smime-ct-authEnvelopedData",
    ),
    ("1.2.840.113549.1.12.10.1.1", "keyBag"),
    ("1.2.840.113549.1.12.10.1.2", "pkcs8ShroudedKeyBag"),
    ("1.2.840.113549.1.12.10.1.3", "certBag"),
    ("1.2.840.113549.1.12.10.1.4", "crlBag"),
    ("1.2.840.113549.1.12.10.1.5", "secretBag"),
    ("1.2.840.113549.1.12.10.1.6", "safeContentsBag"),
    ("1.2.840.113549.1.9.22.1", "x509Certificate"),
    ("1.2.840.113549.1.9.22.2", "sdsiCertificate"),
    ("1.2.840.113549.1.9.23.1", "x509Crl"),
    // Names' attributes.
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SN"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "street"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "title"),
    ("2.5.4.13", "description"),
    ("2.5.4.15", "businessCategory"),
    ("2.5.4.16", "postalAddress"),
    ("2.5.4.17", "postalCode"),
    ("2.5.4.18", "postOfficeBox"),
    ("2.5.4.20", "telephoneNumber"),
    ("2.5.4.41", "name"),
    ("2.5.4.42", "GN"),
    ("2.5.4.43", "initials"),
    ("2.5.4.44", "generationQualifier"),
    ("2.5.4.45", "x500UniqueIdentifier"),
    ("2.5.4.46", "dnQualifier"),
    ("2.5.4.65", "pseudonym"),
    ("2.5.4.97", "organizationIdentifier"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("0.9.2342.19200300.100.1.3", "mail"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("2.5.4.98", "c3"),
    ("2.5.4.99", "n3"),
    ("1.2.643.3.131.1.1", "INN"),
    ("1.2.643.100.1", "OGRN"),
    ("1.2.643.100.3", "SNILS"),
    ("1.3.6.1.4.1.311.17.1", "CSPName"),
    ("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"),
    ("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"),
    ("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"),
    // Requests' and bags' attributes (PKCS #9).
    ("1.2.840.113549.1.9.1", "emailAddress"),
    ("1.2.840.113549.1.9.2", "unstructuredName"),
    ("1.2.840.113549.1.9.7", "challengePassword"),
    ("1.2.840.113549.1.9.8", "unstructuredAddress"),
    ("1.2.840.113549.1.9.14", "extReq"),
    ("1.2.840.113549.1.9.20", "friendlyName"),
    ("1.2.840.113549.1.9.21", "localKeyID"),
    // Extensions.
    ("2.5.29.9", "subjectDirectoryAttributes"),
    ("2.5.29.14", "subjectKeyIdentifier"),
    ("2.5.29.15", "keyUsage"),
    ("2.5.29.16", "privateKeyUsagePeriod"),
    ("2.5.29.17", "subjectAltName"),
    ("2.5.29.18", "issuerAltName"),
    ("2.5.29.19", "basicConstraints"),
    ("2.5.29.20", "crlNumber"),
    ("2.5.29.21", "CRLReason"),
    ("2.5.29.24", "invalidityDate"),
    ("2.5.29.27", "deltaCRL"),
    ("2.5.29.28", "issuingDistributionPoint"),
    ("2.5.29.29", "certificateIssuer"),
    ("2.5.29.30", "nameConstraints"),
    ("2.5.29.31", "crlDistributionPoints"),
    ("2.5.29.32", "certificatePolicies"),
    ("2.5.29.32.0", "anyPolicy"),
    ("2.5.29.33", "policyMappings"),
    ("2.5.29.35", "authorityKeyIdentifier"),
    ("2.5.29.36", "policyConstraints"),
    ("2.5.29.37", "extendedKeyUsage"),
    ("2.5.29.37.0", "anyExtendedKeyUsage"),
    ("2.5.29.46", "freshestCRL"),
    ("2.5.29.54", "inhibitAnyPolicy"),
    ("1.3.6.1.5.5.7.1.1", "authorityInfoAccess"),
    ("1.3.6.1.5.5.7.1.3", "qcStatements"),
    ("1.3.6.1.5.5.7.1.11", "subjectInfoAccess"),
    ("1.3.6.1.5.5.7.1.24", "tlsfeature"),
    ("1.3.6.1.4.1.11129.2.4.2", "ct_precert_scts"),
    ("1.3.6.1.4.1.11129.2.4.3", "ct_precert_poison"),
    ("2.16.840.1.113730.1.1", "nsCertType"),
    ("2.16.840.1.113730.1.2", "nsBaseUrl"),
    ("2.16.840.1.113730.1.3", "nsRevocationUrl"),
    ("2.16.840.1.113730.1.4", "nsCaRevocationUrl"),
    ("2.16.840.1.113730.1.7", "nsRenewalUrl"),
    ("2.16.840.1.113730.1.8", "nsCaPolicyUrl"),
    ("2.16.840.1.113730.1.12", "nsSslServerName"),
    ("2.16.840.1.113730.1.13", "nsComment"),
    ("1.3.6.1.5.5.7.48.1.5", "noCheck"),
    // Extended key usages, access methods, policy qualifiers, other names.
    ("1.3.6.1.5.5.7.3.1", "serverAuth"),
    ("1.3.6.1.5.5.7.3.2", "clientAuth"),
    ("1.3.6.1.5.5.7.3.3", "codeSigning"),
    ("1.3.6.1.5.5.7.3.4", "emailProtection"),
    ("1.3.6.1.5.5.7.3.5", "ipsecEndSystem"),
    ("1.3.6.1.5.5.7.3.6", "ipsecTunnel"),
    ("1.3.6.1.5.5.7.3.7", "ipsecUser"),
    ("1.3.6.1.5.5.7.3.8", "timeStamping"),
    ("1.3.6.1.5.5.7.3.9", "OCSPSigning"),
    ("1.3.6.1.5.5.7.3.17", "ipsecIKE"),
    ("1.3.6.1.5.5.7.3.21", "secureShellClient"),
    ("1.3.6.1.5.5.7.3.22", "secureShellServer"),
    ("1.3.6.1.4.1.311.2.1.21", "msCodeInd"),
    ("1.3.6.1.4.1.311.2.1.22", "msCodeCom"),
    ("1.3.6.1.4.1.311.10.3.1", "msCTLSign"),
    ("1.3.6.1.4.1.311.10.3.3", "msSGC"),
    ("1.3.6.1.4.1.311.10.3.4", "msEFS"),
    ("1.3.6.1.4.1.311.20.2.2", "msSmartcardLogin"),
    ("1.3.6.1.4.1.311.20.2.3", "msUPN"),
    ("2.16.840.1.113730.4.1", "nsSGC"),
    ("1.3.6.1.5.2.3.4", "pkInitClientAuth"),
    ("1.3.6.1.5.2.3.5", "pkInitKDC"),
    ("1.3.6.1.5.5.7.48.1", "OCSP"),
    ("1.3.6.1.5.5.7.48.2", "caIssuers"),
    ("1.3.6.1.5.5.7.48.5", "caRepository"),
    ("1.3.6.1.5.5.7.2.1", "id-qt-cps"),
    ("1.3.6.1.5.5.7.2.2", "id-qt-unotice"),
    ("1.3.6.1.5.5.7.8.7", "id-on-dnsSRV"),
    ("1.3.6.1.5.5.7.8.9", "id-on-SmtpUTF8Mailbox"),
    ("2.16.840.1.113894.746875.1.1", "oracle-jdk-trustedkeyusage"),
];
