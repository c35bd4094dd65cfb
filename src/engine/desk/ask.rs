//! What the page asks of the desk, and the answers, as plain data.

use core::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{AccountFacts, Challenge, Inquiry, Inspection, ItemSummary, Outline, Verdict};
use crate::{
    authority::{Plan, Role},
    engine::office::{OfficeAnswer, OfficeAsk},
    pki::{
        Algorithm, Application, Digest, Encoding, LeftOut, Password, PrivateForm, Protection,
        PublicForm, Secrets, SignatureAlgorithm, Time,
        acme::SignedMessage,
        config::Filled,
        inspect::{Comparison, Relations},
        lint::{Finding, Scope},
        pkcs12,
    },
    random::{Notation, Recipe},
};

/// Something about what lies on the desk: the keys and files that the page works with, each under
/// a number.
#[derive(Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Something about authorities and what they keep.
    Office(Box<OfficeAsk>),
    /// Read these files and put what is in them on the desk.
    Open(Vec<Upload>),
    /// Open something that is encrypted. What is in it takes its place.
    Unlock {
        /// Its number.
        item: u32,
        /// The password.
        password: Password,
    },
    /// Take these off the desk, and wipe them.
    Forget(Vec<u32>),
    /// Offer a file as a download.
    Save(Writing),
    /// The text of a public file, to be shown and copied.
    Copy(Writing),
    /// A key, a certificate, a request or a revocation list as OpenSSL's `-text` prints it.
    Text {
        /// Its number.
        item: u32,
        /// Whether a private key's secret numbers are to be seen.
        secrets: Secrets,
    },
    /// Check an RSA key as `openssl rsa -check` does, its primes, too. Others were checked when read.
    Check {
        /// The key's number.
        item: u32,
    },
    /// What a certificate or a request on the desk says, to be asked for once more.
    Like {
        /// Its number.
        item: u32,
    },
    /// What a certificate, request or revocation list says.
    Inspect {
        /// Its number.
        item: u32,
    },
    /// Something as ASN.1.
    Tree {
        /// Its number.
        item: u32,
        /// Whether a private key is to be seen.
        secrets: Secrets,
    },
    /// Which rules a certificate, request or revocation list breaks.
    Lint {
        /// Its number.
        item: u32,
        /// By whose rules.
        scope: Scope,
    },
    /// Which rules a certificate of this form would break, as far as the form says.
    LintApplication {
        /// The form's contents.
        application: Application,
        /// The key's kind.
        algorithm: Algorithm,
        /// How the request is to be signed.
        signature: Option<SignatureAlgorithm>,
        /// By whose rules.
        scope: Scope,
    },
    /// Which rules a set of certificates would break.
    LintPlan {
        /// What is asked for.
        plan: Box<Plan>,
        /// When.
        now: Time,
    },
    /// What belongs together of all that lies on the desk.
    Relate,
    /// In what two certificates or requests differ.
    Compare {
        /// The number of the one.
        left: u32,
        /// The number of the other.
        right: u32,
    },
    /// Whether a certificate leads to a root that is trusted.
    Verify(Inquiry),
    /// What an `openssl.cnf` says of a request.
    ReadConfig {
        /// Its text.
        text: String,
        /// The section with the extensions; that of `req_extensions` where nothing is said.
        section: Option<String>,
    },
    /// Offer a public text that the page has as a file, under this name.
    SaveText {
        /// The file's name.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Offer a request's form as an `openssl.cnf`.
    SaveConfig {
        /// The request.
        application: Application,
        /// Its key's kind.
        algorithm: Algorithm,
        /// The digest that it is signed with.
        digest: Option<Digest>,
    },
    /// Use a private key as an ACME account's, and nothing else.
    Account {
        /// Its number.
        item: u32,
    },
    /// What an ACME server wants to see for a token.
    Challenge {
        /// The account key's number.
        item: u32,
        /// The token.
        token: String,
        /// The domain name.
        domain: String,
    },
    /// Sign a JWS with an account's key.
    Jws {
        /// The account key's number.
        item: u32,
        /// The protected header, in JSON.
        header: String,
        /// The payload.
        payload: String,
    },
    /// Random octets as text.
    RandomText {
        /// How many.
        count: u32,
        /// How they are written.
        notation: Notation,
    },
    /// Offer random octets as a file.
    RandomFile {
        /// How many.
        count: u32,
    },
    /// A passphrase.
    Passphrase(Recipe),
}

/// A file that the user gave.
#[derive(Serialize, Deserialize)]
pub struct Upload {
    /// Its name; empty for what was pasted.
    pub name: String,
    /// What is in it.
    pub contents: Contents,
}

/// What is in a file.
#[derive(Serialize, Deserialize)]
pub enum Contents {
    /// The octets.
    Here(Zeroizing<Vec<u8>>),
    /// The file comes along with the request, in the order of those so marked, and the program around
    /// the engine reads it: its octets do not pass through the page. One that it cannot read stays so.
    Attached,
}

/// What is to be written of what lies on the desk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Writing {
    /// A private key.
    PrivateKey {
        /// Its number.
        item: u32,
        /// In which form.
        form: PrivateForm,
        /// How encoded.
        encoding: Encoding,
        /// Under which password.
        protection: Option<Protection>,
    },
    /// The public half of a key, a certificate or a request.
    PublicKey {
        /// Its number.
        item: u32,
        /// In which form.
        form: PublicForm,
        /// How encoded.
        encoding: Encoding,
    },
    /// A certificate, request or revocation list.
    Object {
        /// Its number.
        item: u32,
        /// How encoded.
        encoding: Encoding,
    },
    /// Keys and certificates in a PKCS #12 file.
    Pkcs12 {
        /// Their numbers: keys with their certificates, then those of authorities.
        items: Vec<u32>,
        /// The name that it is shown under; for a truststore the aliases' beginning.
        name: String,
        /// The password.
        password: Password,
        /// Who is to read it.
        target: pkcs12::Target,
    },
    /// Certificates in a PKCS #7 bundle.
    Pkcs7 {
        /// Their numbers.
        items: Vec<u32>,
        /// How encoded.
        encoding: Encoding,
    },
    /// Everything in one PEM file, in this order, private keys in PKCS #8.
    Pem {
        /// Their numbers.
        items: Vec<u32>,
    },
}

/// The answer to an [`Ask`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// About authorities and what they keep.
    Office(Box<OfficeAnswer>),
    /// What came onto the desk.
    Opened(Vec<ItemSummary>),
    /// What took the place of something encrypted.
    Unlocked {
        /// What was encrypted.
        was: u32,
        /// What was in it.
        items: Vec<ItemSummary>,
    },
    /// They are off the desk.
    Forgotten(Vec<u32>),
    /// A text to be shown.
    Text(Zeroizing<String>),
    /// The key passed the check.
    Sound,
    /// What a certificate or request says, and what of it cannot be asked for.
    Like(Application, Vec<LeftOut>),
    /// What something says.
    Inspected(Inspection),
    /// Something as ASN.1.
    Tree(Outline),
    /// Which rules are broken, in the order of the fields.
    Linted(Vec<Finding>),
    /// Which rules a set would break, and which of its certificates.
    LintedPlan(Vec<(Role, Finding)>),
    /// What belongs together.
    Related(Relations),
    /// What two say, field by field.
    Compared(Comparison),
    /// Where a certificate leads.
    Verified(Verdict),
    /// What an `openssl.cnf` says.
    Filled(Filled),
    /// The account's key, as ACME has it.
    Account(AccountFacts),
    /// What an ACME server wants to see.
    Challenge(Challenge),
    /// A message to one.
    Signed(SignedMessage),
    /// The file was offered before this.
    Saved,
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, contents: _ } = self;
        write!(f, "Upload({name:?}, [elided])")
    }
}
