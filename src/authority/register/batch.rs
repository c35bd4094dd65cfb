//! Certificates from the rows of a table.
//!
//! The table is CSV (RFC 4180) in UTF-8, with or without a byte order mark, with commas, semicolons or tabs between
//! its fields, which is found out; a first line such as `sep=;` says so, too. Its first row has the headings, in any
//! order; letter case, spaces, hyphens and underscores do not matter:
//!
//! | heading | also | what it says |
//! | --- | --- | --- |
//! | `name` | `cn`, `common name` | the subject's common name |
//! | `subject` | `dn`, `distinguished name` | the whole subject, as `/C=CN/CN=x` or `CN=x,C=CN` |
//! | `names` | `san`, `alt names`, `subjectAltName`, `dns` | what it vouches for: domain names, addresses, `a@b`, URIs; `dns:`, `ip:`, `email:`, `uri:` may stand before them; spaces or `;` between them |
//! | `email` | `mail` | an e-mail address that it vouches for |
//! | `o`, `ou`, `c`, `st`, `l` | `organization`, `organizational unit`, `country`, `state`, `locality` and the like | parts of the subject |
//! | `days` | `validity` | how long it is valid |
//! | `key` | `key type`, `algorithm` | `p256`, `p384`, `p521`, `ed25519`, `rsa2048`, `ml-dsa-65` … |
//! | `password` | `passphrase` | what its key is encrypted with |
//! | `file` | `file name` | what its files are called, without ending |
//!
//! Chinese headings are known as well. A server's common name is always among its names, and the first of its names
//! becomes the common name where none is given. What a row does not say is the template's, or the default.

mod heading;
mod key_kind;
mod row;
mod stem;
mod text;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Form, Issuance, Register, Template};
use crate::{
    Error, TableFault,
    pki::{Algorithm, AltName, Application, Name, Password, Time, Validity},
};

use heading::Headings;
use row::Reader;
use stem::Stems;

/// What holds where a row says nothing.
#[derive(Clone, Copy, Debug)]
pub struct TableDefaults<'a> {
    /// The authority.
    pub issuer: u32,
    /// What all of them are made from.
    pub template: &'a Template,
    /// The kind of key.
    pub algorithm: Algorithm,
    /// How long they are valid; less, where the issuer ends before.
    pub days: u32,
    /// Whether the keys are kept.
    pub keeps_keys: bool,
}

/// A row that can be issued from. There are thousands: each holds what it does not share with others.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// Its line in the file, from 1.
    pub line: u32,
    /// What its files are called, without ending; no other row has it, in whatever letter case.
    pub stem: String,
    /// What its key is encrypted with, if the row says so.
    pub password: Option<Password>,
    subject: Name,
    names: Vec<AltName>,
    validity: Validity,
    common: Rc<Common>,
}

/// What rows with one kind of key have in common.
#[derive(Debug)]
struct Common {
    issuer: u32,
    form: Form,
    profile: String,
    keeps_keys: bool,
}

impl TableRow {
    /// The kind of its key.
    pub fn algorithm(&self) -> Algorithm {
        self.common.form.algorithm
    }

    /// Everything but its key.
    pub fn issuance(&self) -> Issuance {
        let Common {
            issuer,
            form,
            profile,
            keeps_keys,
        } = &*self.common;
        let extensions = form.extensions.clone();
        Issuance {
            issuer: Some(*issuer),
            application: Application {
                extensions: row::with_names(extensions, self.names.clone(), &self.subject),
                subject: self.subject.clone(),
                ..Application::default()
            },
            validity: self.validity,
            signature: form.signature,
            profile: profile.clone(),
            label: None,
            keeps_key: *keeps_keys,
            renews: None,
            serial: None,
        }
    }
}

/// A row that cannot be issued from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The column, if one is to blame.
    pub column: Option<String>,
    /// Why.
    pub error: Error,
}

impl Register {
    /// Reads a table: the rows that can be issued from, and those that cannot, with the reason.
    ///
    /// # Errors
    /// Only what spoils the whole table: [`TableFault::NotUtf8`], [`TableFault::OpenQuote`], [`TableFault::Heading`],
    /// [`TableFault::HeadingTwice`], [`TableFault::NoRows`], [`TableFault::TooManyRows`], and those of [`Register::form`].
    pub fn read_table(
        &self,
        csv: &[u8],
        defaults: &TableDefaults<'_>,
        now: Time,
    ) -> Result<(Vec<TableRow>, Vec<BadRow>), Error> {
        let (text, first_line) = text::of(csv)?;
        let mut records = text::records(text, first_line);
        let (_, head) = records.next().ok_or(TableFault::NoRows)??;
        let headings = Headings::read(&head)?;
        let mut reader = Reader::new(self, defaults, now)?;
        let (mut rows, mut bad, mut stems) = (Vec::new(), Vec::new(), Stems::default());
        for record in records {
            let (line, record) = record?;
            if rows.len() + bad.len() >= MOST_ROWS as usize {
                return Err(TableFault::TooManyRows { limit: MOST_ROWS }.into());
            }
            let fields = headings.fields(&record);
            let row = fields.and_then(|fields| reader.row(line, &fields, &mut stems));
            match row {
                Ok(row) => rows.push(row),
                Err((column, error)) => bad.push(BadRow {
                    line,
                    column: column.and_then(|column| headings.written(column)),
                    error,
                }),
            }
        }
        match rows.is_empty() && bad.is_empty() {
            true => Err(TableFault::NoRows.into()),
            false => Ok((rows, bad)),
        }
    }
}

const MOST_ROWS: u32 = 10_000;
