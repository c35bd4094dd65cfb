//! Requests of the page and the engine's responses, as plain data.

use serde::{Deserialize, Serialize};

use super::{
    Answer, Ask, Contents, Effort, ItemSummary,
    office::{self, BatchOrder, BatchReport, Certified, OfficeAsk, VaultFacts},
};
use crate::{
    Error,
    authority::{Language, Plan, Role, Set},
    pki::{Algorithm, AltName, Application, Password, SignatureAlgorithm, Validity},
};

/// What the page asks of the engine.
#[derive(Debug, Serialize, Deserialize)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one at a time, and it lives until it is written"
)]
pub enum Request {
    /// Make a complete certificate set. `job` is the page's number for it and comes back in every
    /// response.
    CreateSet {
        /// The page's number for this set.
        job: u32,
        /// What is to be made.
        plan: Plan,
        /// Encrypts the private keys' files.
        password: Option<Password>,
    },
    /// Make a single key. It then lies on the [desk](super::Ask).
    CreateKey {
        /// The page's number for it. All jobs are numbered together.
        job: u32,
        /// Its kind and size.
        algorithm: Algorithm,
    },
    /// Make a signing request, and a key for it if there is none. Both then lie on the desk.
    CreateRequest {
        /// The page's number for it.
        job: u32,
        /// What is asked for.
        application: Application,
        /// Whose certificate it is to be.
        key: KeySource,
        /// How it is signed; the key's own way where nothing is said.
        signature: Option<SignatureAlgorithm>,
    },
    /// Issue a certificate, and make a key for it if there is none.
    Issue {
        /// The page's number for it.
        job: u32,
        /// What is to be issued.
        order: Box<office::Order>,
    },
    /// Issue certificates from a table. Keys and certificates are offered as an archive.
    Batch {
        /// The page's number for it.
        job: u32,
        /// What is to be issued.
        order: Box<BatchOrder>,
    },
    /// Something about what lies on the desk, which takes no long work.
    Ask {
        /// The page's number for it.
        job: u32,
        /// What.
        ask: Ask,
    },
    /// Give up a job in the making. Nothing of it is kept; what was made before it is.
    Cancel {
        /// Its number.
        job: u32,
    },
    /// Offer something that was made as a download.
    Export(Export),
}

/// Where a request's key comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeySource {
    /// It is made for the request.
    New(Algorithm),
    /// It lies on the desk, under this number.
    Item(u32),
}

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// One file, by its name in the archive.
    File(String),
    /// All of them in a ZIP, its `README.txt` in this language.
    Archive(Language),
}

/// What the engine tells the page.
#[allow(
    clippy::large_enum_variant,
    reason = "there is one at a time, and it lives until it is written"
)]
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// The engine has started and listens.
    Ready,
    /// How far a job is.
    Progress {
        /// The job's number.
        job: u32,
        /// How far it is.
        progress: Progress,
    },
    /// The set is made, checked and held for download.
    Created {
        /// The set's number.
        job: u32,
        /// Its public part.
        summary: Summary,
    },
    /// The key is made and lies on the desk.
    KeyCreated {
        /// The job's number.
        job: u32,
        /// Its public part.
        key: ItemSummary,
    },
    /// The request is made and lies on the desk.
    RequestCreated {
        /// The job's number.
        job: u32,
        /// The request.
        request: ItemSummary,
        /// Its key.
        key: ItemSummary,
    },
    /// The certificate is issued, and recorded.
    Issued {
        /// The job's number.
        job: u32,
        /// What there is now.
        certified: Certified,
    },
    /// How far a table is.
    BatchProgress {
        /// The job's number.
        job: u32,
        /// How many are issued and recorded.
        done: u32,
        /// How many there will be.
        of: u32,
    },
    /// All that could be issued from a table is; the archive was offered before this.
    BatchDone {
        /// The job's number.
        job: u32,
        /// What it came to.
        report: BatchReport,
    },
    /// What is stored was changed by another tab, or the vault was locked: what the page knows is old.
    OfficeChanged(VaultFacts),
    /// The vault was locked: its keys that lay on the desk, under these numbers, are gone from there.
    TakenBack(Vec<u32>),
    /// The answer to an [`Ask`].
    Answered {
        /// The ask's number.
        job: u32,
        /// The answer.
        answer: Answer,
    },
    /// The job was given up, as the page asked.
    Cancelled {
        /// The job's number.
        job: u32,
    },
    /// The job cannot be done.
    Refused {
        /// The job's number.
        job: u32,
        /// Why.
        error: Error,
    },
    /// The file is ready under an object URL, which the worker revokes after a minute.
    Offered {
        /// Its name.
        name: String,
        /// `blob:` URL of the content. The content itself never passes through the page's program.
        url: String,
    },
    /// There is no such file (any more).
    Unavailable(Export),
}

/// How far a job is: its keys (of a set three), then a set's signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Finished keys.
    pub keys: u32,
    /// Workers that crashed and were started again.
    pub restarts: u32,
    /// The search for the keys' primes, if they need any.
    pub search: Option<Effort>,
}

/// A part of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Keys are generated (and encrypted).
    Keys,
    /// Requests and certificates are signed and checked.
    Signatures,
}

/// The public part of a set: all that the page ever sees of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The authority's, the server's and the client's certificate.
    pub certificates: Vec<CertificateSummary>,
    /// Every file that can be downloaded.
    pub files: Vec<FileSummary>,
}

/// A certificate, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateSummary {
    /// Whose it is.
    pub role: Role,
    /// Subject on one line, `C=.., O=.., CN=..`.
    pub subject: String,
    /// Subject alternative names.
    pub alt_names: Vec<AltName>,
    /// From when until when.
    pub validity: Validity,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// SHA-256 over the DER, in bytes.
    pub fingerprint: [u8; 32],
    /// The kind of its key.
    pub algorithm: Algorithm,
}

/// A file of the set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSummary {
    /// Its name.
    pub name: String,
    /// Whose it is; `ca.srl` is the authority's, `fullchain.pem` the server's.
    pub role: Role,
    /// The text of a public PEM, to be copied. A private key's never leaves the engine.
    pub text: Option<String>,
}

impl Request {
    /// The files whose contents come along with the request, to be filled in.
    pub fn attached(&mut self) -> impl Iterator<Item = &mut Contents> {
        let uploads = match self {
            Self::Ask {
                ask: Ask::Open(uploads),
                ..
            } => uploads.as_mut_slice(),
            Self::Ask {
                ask: Ask::Office(ask),
                ..
            } => match ask.as_mut() {
                OfficeAsk::ImportDirectory { files, .. } => files.as_mut_slice(),
                OfficeAsk::Restore { file, .. } | OfficeAsk::ImportTemplates(file) => {
                    core::slice::from_mut(file)
                }
                OfficeAsk::CheckBatch(order) => core::slice::from_mut(&mut order.table),
                _ => &mut [],
            },
            Self::Batch { order, .. } => core::slice::from_mut(&mut order.table),
            _ => &mut [],
        };
        let contents = uploads.iter_mut().map(|upload| &mut upload.contents);
        contents.filter(|contents| matches!(contents, Contents::Attached))
    }
}

impl Summary {
    /// Reads the public part of a set.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn of(set: &Set) -> Result<Self, Error> {
        let certificates = Role::ALL
            .iter()
            .map(|role| CertificateSummary::of(set, *role));
        let files = set.files()?.into_iter().map(|file| FileSummary {
            name: file.name.into(),
            role: file.role,
            text: if file.private {
                None
            } else {
                String::from_utf8(file.contents.to_vec()).ok()
            },
        });
        Ok(Self {
            certificates: certificates.collect::<Result<_, _>>()?,
            files: files.collect(),
        })
    }
}

impl CertificateSummary {
    fn of(set: &Set, role: Role) -> Result<Self, Error> {
        let certificate = set.certificate(role);
        Ok(Self {
            role,
            subject: certificate.subject().to_string(),
            alt_names: certificate.alt_names().to_vec(),
            validity: certificate.validity(),
            serial: certificate.serial().to_hex(),
            fingerprint: certificate.sha256_fingerprint(),
            algorithm: certificate.key_algorithm()?,
        })
    }
}
