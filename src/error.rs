//! Why something was refused: facts for the page's message catalogue.

mod acme;
mod config;
mod damage;
mod directory;
mod extending;
mod fault;
mod issuing;
mod keeping;
mod naming;
mod table;

use serde::{Deserialize, Serialize};

pub use acme::{HeaderFault, TokenFault};
pub use config::ConfigFault;
pub use damage::{Cost, Damage};
pub use directory::DirectoryFault;
pub use extending::ExtensionFault;
pub use fault::{DnsFault, EmailFault};
pub use issuing::IssuingFault;
pub use keeping::VaultFault;
pub use naming::{AltNameFault, NameFault, UriFault};
pub use table::TableFault;

use crate::pki::{Algorithm, AlgorithmName, AttributeType, Format, Oid, Time};

/// Why the library refused.
///
/// Every variant carries what a message needs to say what happened and what to try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An authority does not do what is asked of it.
    #[error("{0}")]
    Issuing(IssuingFault),

    /// The vault cannot be opened or written.
    #[error("{0}")]
    Vault(VaultFault),

    /// A table of certificates to be issued, or a row of it, is of no use.
    #[error("{0}")]
    Table(TableFault),

    /// An OpenSSL CA's directory, or a file in it, is of no use.
    #[error("{0}")]
    Directory(DirectoryFault),

    /// A name attribute has no characters left after trimming.
    #[error("{} is empty", attribute.short_name())]
    Empty {
        /// The attribute.
        attribute: AttributeType,
    },

    /// A name attribute is longer than RFC 5280 appendix A.1 allows.
    #[error("{} has {length} characters, but at most {limit} are allowed", attribute.short_name())]
    TooLong {
        /// The attribute.
        attribute: AttributeType,
        /// Its length in characters.
        length: usize,
        /// The longest allowed, in characters.
        limit: usize,
    },

    /// A country is not two ASCII letters.
    #[error("{value:?} is not a two-letter country code")]
    Country {
        /// What was given, trimmed.
        value: String,
    },

    /// A name attribute holds a character that it cannot hold.
    #[error("{} cannot contain the character {character:?}", attribute.short_name())]
    Character {
        /// The attribute.
        attribute: AttributeType,
        /// The first such character.
        character: char,
    },

    /// A domain name that no certificate should hold.
    #[error("{name:?} is not a valid domain name: {fault}")]
    DnsName {
        /// What was given, trimmed.
        name: String,
        /// What is wrong with it.
        fault: DnsFault,
    },

    /// Something that looks like an IP address and is none.
    #[error("{text:?} is not an IP address")]
    IpAddress {
        /// What was given, trimmed.
        text: String,
    },

    /// An e-mail address that no certificate can hold.
    #[error("{text:?} is not a valid e-mail address: {fault}")]
    Email {
        /// What was given, trimmed.
        text: String,
        /// What is wrong with it.
        fault: EmailFault,
    },

    /// A distinguished name in a form that cannot be read, or that no certificate should hold.
    #[error("{text:?} is not a distinguished name: {fault}")]
    Name {
        /// What was given.
        text: String,
        /// What is wrong with it.
        fault: NameFault,
    },

    /// A URI that no certificate can hold.
    #[error("{text:?} is not a URI for a certificate: {fault}")]
    Uri {
        /// What was given, trimmed.
        text: String,
        /// What is wrong with it.
        fault: UriFault,
    },

    /// An alternative name, or a part of the name space, in a form that cannot be read or held.
    #[error("{text:?} is not an alternative name: {fault}")]
    AltName {
        /// What was given, trimmed.
        text: String,
        /// What is wrong with it.
        fault: AltNameFault,
    },

    /// An extension that no certificate should hold.
    #[error("the extension {} is not valid: {fault}", oid.name().map_or_else(|| oid.to_string(), str::to_owned))]
    Extension {
        /// Which.
        oid: Oid,
        /// What is wrong with it.
        fault: ExtensionFault,
    },

    /// A server certificate needs at least one domain name or IP address.
    #[error("a server certificate needs at least one domain name or IP address")]
    NoServerName,

    /// A period outside of what the library makes.
    #[error("a validity of {given} {unit} is not between {min} and {max}")]
    ValidityRange {
        /// What is counted.
        unit: Unit,
        /// The shortest allowed.
        min: u32,
        /// The longest allowed.
        max: u32,
        /// What was asked for.
        given: u32,
    },

    /// A period that would end after the year 9999, the last that a certificate can name.
    #[error("the validity would end after the year 9999")]
    ValidityBeyond9999,

    /// A file that could not be read: it was moved or changed since it was chosen, or is a folder.
    #[error("{file:?} cannot be read")]
    Unreadable {
        /// Its name.
        file: String,
    },

    /// A number that is too small or too large.
    #[error("{given} {unit} are not between {min} and {max}")]
    Amount {
        /// What is counted.
        unit: Unit,
        /// The least allowed.
        min: u32,
        /// The most allowed.
        max: u32,
        /// What was asked for.
        given: u32,
    },

    /// A certificate would be valid for longer than the authority that signs it.
    #[error("the certificate would end on {not_after}, after its authority ({issuer_not_after})")]
    OutlivesIssuer {
        /// When the certificate would end.
        not_after: Time,
        /// When the authority's own certificate ends.
        issuer_not_after: Time,
    },

    /// A certificate would have its authority's name, so clients would take it for self-signed.
    #[error("the certificate would have the same name as its authority: {name}")]
    SameNameAsIssuer {
        /// The name, in OpenSSL's one-line form.
        name: String,
    },

    /// A private or public key in a form or of a kind that the library does not read.
    #[error("this is not a key that can be used here: {found}")]
    KeyFormat {
        /// What was found instead, in a few words.
        found: String,
    },

    /// A file is broken.
    #[error("this {format} is damaged: {damage}{}", of(algorithm))]
    Damaged {
        /// What it is, as far as one can tell.
        format: Format,
        /// The algorithm of what is in it, or of what hides it, where that can still be told.
        algorithm: Option<AlgorithmName>,
        /// What is wrong with it.
        damage: Damage,
    },

    /// A file is sound, and made by an algorithm that is not read here.
    #[error("this {format} uses {algorithm}, which is not supported")]
    Unsupported {
        /// What it is.
        format: Format,
        /// The algorithm.
        algorithm: AlgorithmName,
    },

    /// It is encrypted and no password was given.
    #[error("this {format} is encrypted with {algorithm} and needs its password")]
    PasswordNeeded {
        /// What it is.
        format: Format,
        /// What hides it.
        algorithm: AlgorithmName,
    },

    /// The password does not open it.
    #[error("the password does not open this {format}, encrypted with {algorithm}")]
    WrongPassword {
        /// What it is.
        format: Format,
        /// What hides it.
        algorithm: AlgorithmName,
    },

    /// Opening it would take longer, or more memory, than anybody means to spend: the file chooses.
    #[error("opening this {format} asks for {asked} of {algorithm}, more than {limit}")]
    TooCostly {
        /// What it is.
        format: Format,
        /// What asks for it.
        algorithm: AlgorithmName,
        /// What it would cost.
        asked: Cost,
        /// What is spent at most.
        limit: Cost,
    },

    /// It is not on the desk (any more), or something else is there.
    #[error("this is not open any more")]
    NotOnDesk,

    /// Keys of this kind have no such form, or it cannot be encrypted.
    #[error("a {algorithm} key has no such form")]
    NoSuchForm {
        /// The kind of key.
        algorithm: Algorithm,
    },

    /// A password would be hashed less often than is safe, or more often than anybody waits for.
    #[error("{given} rounds are not between {min} and {max}")]
    Rounds {
        /// The rounds asked for.
        given: u32,
        /// The fewest.
        min: u32,
        /// The most.
        max: u32,
    },

    /// scrypt (RFC 7914) would cost less than is safe, or more than a browser can give.
    #[error("scrypt's {parameter} of {given} is not between {min} and {max}")]
    ScryptCost {
        /// `N`, `r`, `p`, or `memory` in octets, which follows from these.
        parameter: String,
        /// What was asked for.
        given: u64,
        /// The least.
        min: u64,
        /// The most.
        max: u64,
    },

    /// Something that is not an object identifier, or one that [`Oid`] cannot hold.
    #[error("{text:?} is not an object identifier that can be used here")]
    Oid {
        /// What was given, trimmed.
        text: String,
    },

    /// An OpenSSL configuration file that cannot be read as one.
    #[error("line {line}: {fault}")]
    Config {
        /// The line, counted from 1; of a setting over several lines, the first.
        line: u32,
        /// What is wrong with it.
        fault: ConfigFault,
    },

    /// No key could be generated.
    #[error("no {algorithm} key could be generated")]
    KeyGeneration {
        /// What kind of key.
        algorithm: Algorithm,
    },

    /// A key could not sign.
    #[error("the {algorithm} key could not sign")]
    Signing {
        /// What kind of key.
        algorithm: Algorithm,
    },

    /// A request's signature does not match its key, so nobody has shown to hold that key.
    #[error("the request's signature does not match its public key")]
    RequestSignature,

    /// A certificate's signature does not match its issuer's key.
    #[error("the certificate's signature does not match the issuer's public key")]
    CertificateSignature,

    /// Something that is not a serial number.
    #[error("{text:?} is not a serial number")]
    Serial {
        /// What was given.
        text: String,
    },

    /// A text without the PEM block that was looked for.
    #[error("there is no \"{expected}\" block in this text")]
    Pem {
        /// The label that was looked for, such as `CERTIFICATE`.
        expected: String,
    },

    /// Something could not be written as, or read from, its standard encoding.
    #[error("the encoding of {what} is not valid")]
    Encoding {
        /// What it was to be, such as "a certificate".
        what: String,
    },

    /// Certificate authorities take no account keys of this kind (RFC 8555, section 6.2).
    #[error("no public authority takes {algorithm} for an account key")]
    AccountKeyKind {
        /// The kind of key.
        algorithm: Algorithm,
    },

    /// A certificate would be for the key that an ACME account signs with.
    #[error("the certificate's key is the account's key")]
    AccountKeyAsCertificateKey,

    /// A header that cannot be signed.
    #[error("the protected header cannot be signed: {fault}")]
    JwsHeader {
        /// What is wrong with it.
        fault: HeaderFault,
    },

    /// Something that is not an ACME token.
    #[error("{text:?} is not a token: {fault}")]
    Token {
        /// The beginning of what was given.
        text: String,
        /// What is wrong with it.
        fault: TokenFault,
    },

    /// A public authority's certificate holds domain names only.
    #[error("{name} is not a domain name, and public authorities vouch only for those")]
    OnlyDomainNames {
        /// The other name.
        name: String,
    },

    /// The workers that make the keys keep dying.
    #[error("a key worker crashed and did so again after {restarts} restarts")]
    WorkerCrashed {
        /// How often one was started again.
        restarts: u32,
    },

    /// The ZIP archive could not be written.
    #[error("the archive could not be written: {reason}")]
    Archive {
        /// Why, in the ZIP writer's words.
        reason: String,
    },
}

impl Error {
    pub(crate) fn encoding(what: &str) -> Self {
        Self::Encoding { what: what.into() }
    }

    pub(crate) fn damaged(format: Format, damage: Damage) -> Self {
        Self::Damaged {
            format,
            algorithm: None,
            damage,
        }
    }

    pub(crate) fn extension(oid: Oid, fault: ExtensionFault) -> Self {
        Self::Extension { oid, fault }
    }

    pub(crate) fn alt_name(text: &str, fault: AltNameFault) -> Self {
        Self::AltName {
            text: text.into(),
            fault,
        }
    }

    pub(crate) fn key_format(found: &str) -> Self {
        Self::KeyFormat {
            found: found.into(),
        }
    }
}

impl From<IssuingFault> for Error {
    fn from(fault: IssuingFault) -> Self {
        Self::Issuing(fault)
    }
}

impl From<VaultFault> for Error {
    fn from(fault: VaultFault) -> Self {
        Self::Vault(fault)
    }
}

impl From<TableFault> for Error {
    fn from(fault: TableFault) -> Self {
        Self::Table(fault)
    }
}

impl From<DirectoryFault> for Error {
    fn from(fault: DirectoryFault) -> Self {
        Self::Directory(fault)
    }
}

fn of(algorithm: &Option<AlgorithmName>) -> String {
    let of = |name: &AlgorithmName| format!(" ({name})");
    algorithm.as_ref().map(of).unwrap_or_default()
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Days of 86 400 seconds.
    Days,
    /// Calendar years.
    Years,
    /// Octets.
    Octets,
    /// Words.
    Words,
    /// Characters.
    Characters,
    /// Certificate authorities, one below the other.
    Authorities,
}

impl core::fmt::Display for Unit {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Days => "days",
            Self::Years => "years",
            Self::Octets => "bytes",
            Self::Words => "words",
            Self::Characters => "characters",
            Self::Authorities => "authorities",
        })
    }
}
