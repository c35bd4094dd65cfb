//! What becomes of the rows that are issued: their files, in one archive.

use rand_core::CryptoRng;

use super::super::BatchOrder;
use crate::{
    Error,
    authority::{Bundle, KeyPair, TableRow},
    engine::Download,
    pki::{Certificate, Password, Pkcs12, PrivateKey, Time, pkcs12},
};

/// An archive that is being filled.
pub(super) struct Packing {
    bundle: Bundle,
    chain: Vec<Certificate>,
    chain_pem: String,
    password: Option<Password>,
    target: Option<pkcs12::Target>,
    report: String,
}

impl Packing {
    /// An empty one, for so many certificates with this chain above them.
    pub fn new(
        order: &BatchOrder,
        rows: usize,
        chain: Vec<Certificate>,
        now: Time,
    ) -> Result<Self, Error> {
        let pems: Vec<String> = chain
            .iter()
            .map(Certificate::pem)
            .collect::<Result<_, _>>()?;
        Ok(Self {
            bundle: Bundle::new(rows, now),
            chain,
            chain_pem: pems.concat(),
            password: order.password.clone(),
            target: order.pkcs12,
            report: String::new(),
        })
    }

    /// Whether each gets a PKCS #12 file.
    pub fn has_pkcs12(&self) -> bool {
        self.target.is_some()
    }

    /// The password of a row's files: its own, or the table's.
    pub fn password<'a>(&'a self, row: &'a TableRow) -> Option<&'a Password> {
        row.password.as_ref().or(self.password.as_ref())
    }

    /// Puts in what belongs to a row that is recorded.
    pub fn add(
        &mut self,
        row: &TableRow,
        pair: &KeyPair,
        certificate: &Certificate,
        rng: &mut impl CryptoRng,
    ) -> Result<(), Error> {
        let password = self.password(row);
        let bag = match (self.target, password) {
            (Some(target), Some(password)) => {
                Some(self.pkcs12(&pair.key, certificate, &row.stem, target, password, rng))
            }
            _ => None,
        };
        // It is issued: its key has to be in the archive, whatever becomes of the file that has both.
        let (pkcs12, fault) = match bag.transpose() {
            Ok(pkcs12) => (pkcs12, None),
            Err(error) => (None, Some(error)),
        };
        self.report.push_str(&report_line(row, certificate));
        let (pem, chain) = (&pair.pem, &self.chain_pem);
        self.bundle
            .add(row, certificate, pem, chain, pkcs12.as_deref())?;
        fault.map_or(Ok(()), Err)
    }

    /// The archive as a file.
    pub fn finish(self) -> Result<Download, Error> {
        let contents = self.bundle.finish(&self.report)?;
        Ok(Download::new(ARCHIVE, "application/zip", contents))
    }

    fn pkcs12(
        &self,
        key: &PrivateKey,
        certificate: &Certificate,
        name: &str,
        target: pkcs12::Target,
        password: &Password,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, Error> {
        let bags = pkcs12::Bag::identity(key, certificate, &self.chain, Some(name))?;
        Pkcs12::new(bags).to_der(target, Some(password), rng)
    }
}

/// A line of the archive's `report.csv`.
fn report_line(row: &TableRow, certificate: &Certificate) -> String {
    let (line, stem, serial) = (row.line, &row.stem, certificate.serial());
    format!(
        "{line},{stem},{serial},{}\r\n",
        certificate.validity().not_after
    )
}

const ARCHIVE: &str = "certificates-from-table.zip";
