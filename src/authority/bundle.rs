//! What was issued from a table, as one archive.

use zeroize::Zeroizing;

use super::{TableRow, archive::Archive};
use crate::{
    Error,
    pki::{Certificate, Time},
};

/// An archive that is written while rows are issued: nothing is held but the archive itself.
///
/// It has `chain.pem`, once; for each row `<stem>.crt`, `<stem>.key` and perhaps `<stem>.p12`; and `report.csv`. Keys
/// unpack as readable by their owner only, where the system knows such a thing.
pub struct Bundle {
    archive: Archive,
    rows: usize,
    of: usize,
    has_chain: bool,
}

impl Bundle {
    /// One without files, for so many rows, or less.
    pub fn new(rows: usize, now: Time) -> Self {
        Self {
            archive: Archive::new(now),
            rows: 0,
            of: rows,
            has_chain: false,
        }
    }

    /// A row's files. `key_pem` is empty for a key that is elsewhere; `chain_pem` has the issuers' certificates, which are
    /// the same for all rows.
    ///
    /// # Errors
    /// [`Error::Archive`], [`Error::Encoding`].
    pub fn add(
        &mut self,
        row: &TableRow,
        certificate: &Certificate,
        key_pem: &str,
        chain_pem: &str,
        pkcs12: Option<&[u8]>,
    ) -> Result<(), Error> {
        if !self.has_chain && !chain_pem.is_empty() {
            self.archive.add("chain.pem", chain_pem.as_bytes(), false)?;
            self.has_chain = true;
        }
        let name = |ending| format!("{}.{ending}", row.stem);
        let certificate = certificate.pem()?;
        self.archive
            .add(&name("crt"), certificate.as_bytes(), false)?;
        if !key_pem.is_empty() {
            self.archive.add(&name("key"), key_pem.as_bytes(), true)?;
        }
        if let Some(octets) = pkcs12 {
            self.archive.add(&name("p12"), octets, true)?;
        }
        self.rows += 1;
        if self.rows == SAMPLE {
            self.archive.expect(self.rows, self.of);
        }
        Ok(())
    }

    /// The whole archive.
    ///
    /// # Errors
    /// [`Error::Archive`].
    pub fn finish(mut self, report_csv: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        self.archive
            .add("report.csv", report_csv.as_bytes(), false)?;
        self.archive.finish()
    }
}

/// After so many rows it is known how large all will be, about.
const SAMPLE: usize = 16;
