//! What the page asks of the office, and the answers, as plain data.

use serde::{Deserialize, Serialize};

use super::{BatchFacts, CaFacts, EntryFacts, EventFacts, IssueFault, VaultFacts};
use crate::{
    authority::{Addresses, Imported, Issuance, Query, Revocation, Rows, Serials, Template},
    engine::{ItemSummary, Upload},
    pki::{
        Algorithm, Encoding, Extension, LeftOut, Name, Password, SignatureAlgorithm, Validity,
        lint::Finding, pkcs12,
    },
};

/// Whose certificate it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// Of a key that is made for it.
    New(Algorithm),
    /// Of a private key on the desk, under this number.
    Key(u32),
    /// Of who made a request on the desk, under this number.
    Request(u32),
    /// Of the key that an entry's certificate is for.
    Entry(u32),
    /// Of an authority's key.
    Authority(u32),
}

/// A certificate to be issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Everything but its key.
    pub issuance: Issuance,
    /// Its key.
    pub subject: Subject,
}

/// What is asked of the office.
#[derive(Debug, Serialize, Deserialize)]
pub enum OfficeAsk {
    /// The vault's state.
    Vault,
    /// Store what is in memory under this passphrase, from now on everything; or put it in the old one's place.
    SetPassphrase {
        /// The one until now, if there is one.
        old: Option<Password>,
        /// The one from now on.
        new: Password,
    },
    /// Open what is stored.
    Unlock(Password),
    /// Forget the key and all that was opened by it.
    Lock,
    /// Offer everything as one file, under a passphrase of its own; without one, as it is stored.
    Backup(Option<Password>),
    /// Take in a backup.
    Restore {
        /// The file.
        file: Upload,
        /// Its passphrase.
        passphrase: Password,
        /// What becomes of what is here.
        mode: RestoreMode,
    },
    /// Remove the whole vault from this browser, unopened.
    Erase,

    /// All authorities, parents before their children.
    Authorities,
    /// Which rules a certificate would break, and whether its authority refuses it.
    Check(Box<Order>),
    /// The form that a certificate of this profile or template begins with.
    Form {
        /// The authority; `None` for a root.
        issuer: Option<u32>,
        /// The profile's or template's name.
        profile: String,
        /// The kind of key, on which key usage depends.
        algorithm: Algorithm,
    },
    /// What a request on the desk asks for, and what would become of it.
    FromRequest {
        /// The authority.
        issuer: u32,
        /// The request's number on the desk.
        item: u32,
        /// The profile's or template's name.
        profile: String,
    },
    /// What would be issued in the place of an entry, or of an authority.
    Renewal {
        /// The entry's, or the authority's, number.
        of: u32,
    },
    /// Revoke certificates, or hold them.
    Revoke {
        /// Their numbers.
        entries: Vec<u32>,
        /// How.
        revocation: Revocation,
    },
    /// Make certificates good again that are held.
    Release {
        /// Their numbers.
        entries: Vec<u32>,
    },
    /// Make a revocation list, and offer it.
    Publish {
        /// The authority.
        authority: u32,
        /// For how many days.
        days: u32,
        /// Whether only what has changed since the last full one.
        is_delta: bool,
    },
    /// Change how an authority issues.
    Configure {
        /// The authority.
        authority: u32,
        /// What people call it.
        label: String,
        /// How it numbers.
        serials: Serials,
        /// What it puts into what it issues.
        addresses: Addresses,
        /// How it signs.
        signature: Option<SignatureAlgorithm>,
        /// How long what it issues is valid.
        days: u32,
        /// How many days there are between two lists.
        list_days: u32,
    },
    /// Remove an authority, all below it, and all that they issued.
    Remove {
        /// The authority.
        authority: u32,
    },
    /// Take in authorities from certificates and keys on the desk.
    ImportItems(Vec<u32>),
    /// Take in an OpenSSL CA's directory, as a ZIP or its files.
    ImportDirectory {
        /// The files; names have their folders before them.
        files: Vec<Upload>,
        /// The key's password, if it has one.
        password: Option<Password>,
    },
    /// Offer the ZIP of the last table once more. It is kept until the next table, and until the vault is locked.
    SaveArchive,
    /// Offer a file.
    Save(OfficeFile),
    /// Put certificates on the desk, to be looked at there, with their keys if they are kept.
    TakeOut {
        /// Entries' and authorities' numbers.
        of: Vec<u32>,
        /// Whether keys come along.
        with_keys: bool,
    },

    /// A page of the table.
    Rows(Query),
    /// One certificate.
    Entry(u32),
    /// The history, the latest first.
    History {
        /// Of this authority only.
        authority: Option<u32>,
        /// How many to pass over.
        skip: u32,
        /// How many to show.
        count: u32,
    },

    /// The templates: those that are built in, then those of the user.
    Templates,
    /// Make or change a template.
    SaveTemplate {
        /// The number of the one to be changed.
        id: Option<u32>,
        /// What it says.
        template: Template,
    },
    /// Make a template from an entry's certificate.
    TemplateOf {
        /// The entry.
        entry: u32,
    },
    /// Remove a template.
    RemoveTemplate(u32),
    /// Take in templates from a file that was saved here.
    ImportTemplates(Upload),
    /// Which rows of a table can be issued from.
    CheckBatch(BatchOrder),
}

/// Certificates to be issued from a table.
#[derive(Debug, Serialize, Deserialize)]
pub struct BatchOrder {
    /// The authority.
    pub issuer: u32,
    /// The table, as CSV with a line of headings.
    pub table: Upload,
    /// The profile's or template's name.
    pub profile: String,
    /// The kind of key where a row says nothing.
    pub algorithm: Algorithm,
    /// How long they are valid where a row says nothing.
    pub days: u32,
    /// Whether the keys are kept.
    pub keeps_keys: bool,
    /// Encrypts the keys where a row says nothing, and gives each a PKCS #12 file.
    pub password: Option<Password>,
    /// Whether each gets a PKCS #12 file, for whom.
    pub pkcs12: Option<pkcs12::Target>,
}

/// What becomes of what is in the vault when a backup is restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RestoreMode {
    /// Nothing may be there.
    IntoEmpty,
    /// It stays, and what it lacks is added.
    Add,
    /// It goes.
    Replace,
}

/// A file that the office offers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum OfficeFile {
    /// A certificate; with those of its issuers, leaf first, if `chain`.
    Certificate {
        /// The entry's, or the authority's, number.
        of: u32,
        /// How encoded; a chain is always PEM.
        encoding: Encoding,
        /// Whether its issuers' follow.
        chain: bool,
    },
    /// A private key that is kept, in PKCS #8.
    Key {
        /// The entry's, or the authority's, number.
        of: u32,
        /// Encrypts it.
        password: Option<Password>,
    },
    /// Certificate, key and the issuers' certificates.
    Pkcs12 {
        /// The entry's, or the authority's, number.
        of: u32,
        /// Encrypts it.
        password: Password,
        /// Who is to read it.
        target: pkcs12::Target,
    },
    /// The last revocation list that was made.
    List {
        /// The authority.
        authority: u32,
        /// How encoded.
        encoding: Encoding,
        /// Whether the delta.
        is_delta: bool,
    },
    /// An OpenSSL CA's directory, with which `openssl ca` goes on, as a ZIP.
    Directory {
        /// The authority.
        authority: u32,
        /// Encrypts the key.
        password: Option<Password>,
    },
    /// When certificates end, as a calendar.
    Calendar {
        /// Of which; those of an authority, or all.
        authority: Option<u32>,
        /// One certificate alone.
        entry: Option<u32>,
        /// How many days before there is a reminder.
        days_before: u32,
        /// The language of its texts.
        language: crate::authority::Language,
    },
    /// When some certificates end, likewise.
    CalendarOf {
        /// Their entries' numbers.
        entries: Vec<u32>,
        /// How many days before there is a reminder.
        days_before: u32,
        /// The language of its texts.
        language: crate::authority::Language,
    },
    /// The history, as CSV.
    History {
        /// Of this authority only.
        authority: Option<u32>,
    },
    /// The table's rows, as CSV.
    Table(Query),
    /// Templates, to be taken in elsewhere.
    Templates(Vec<u32>),
}

/// What was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certified {
    /// Its entry; `None` for a root.
    pub entry: Option<u32>,
    /// The authority that was made of it.
    pub authority: Option<u32>,
    /// Which rules it breaks all the same.
    pub findings: Vec<Finding>,
    /// Its key, which is not kept, on the desk: it has to be saved.
    pub key: Option<ItemSummary>,
}

/// The office's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfficeAnswer {
    /// The vault's state; also after everything that changes it.
    Vault(VaultFacts),
    /// All authorities.
    Authorities(Vec<CaFacts>),
    /// What is wrong with what is to be issued.
    Checked(IssueFault),
    /// The form that a certificate begins with.
    Form {
        /// The fixed parts of the subject.
        subject: Name,
        /// The extensions, without the subject's own names.
        extensions: Vec<Extension>,
        /// How long it is valid.
        validity: Validity,
        /// The kind of key.
        algorithm: Algorithm,
        /// How it is signed.
        signature: Option<SignatureAlgorithm>,
    },
    /// What a request asks for: its subject, each of its extensions with whether it is kept, what the profile puts in
    /// their place or besides, and what cannot be held.
    FromRequest {
        /// What it would become.
        issuance: Box<Issuance>,
        /// What it asks for.
        asked: Vec<(Extension, bool)>,
        /// What the profile adds.
        added: Vec<Extension>,
        /// What is left out.
        left_out: Vec<LeftOut>,
    },
    /// What would be issued in something's place.
    Renewal {
        /// It.
        issuance: Box<Issuance>,
        /// Of the kind of key that it has now.
        algorithm: Algorithm,
        /// Whether the same key can be used.
        can_keep_key: bool,
    },
    /// Something was changed; the authorities as they are now.
    Changed(Vec<CaFacts>),
    /// What came in.
    Imported(Imported),
    /// What lies on the desk now.
    TakenOut(Vec<ItemSummary>),
    /// A page of the table.
    Rows(Rows),
    /// One certificate.
    Entry(Box<EntryFacts>),
    /// A page of the history, and how many lines there are altogether.
    History(Vec<EventFacts>, u32),
    /// The templates: those that are built in (without a number), then those of the user.
    Templates(Vec<(Option<u32>, Template)>),
    /// What a table would come to.
    BatchChecked(BatchFacts),
    /// The file was offered before this.
    Saved,
}
