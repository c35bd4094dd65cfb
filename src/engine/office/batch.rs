//! Certificates from a table, some at a time: keys are made for the next rows while the last are signed. A row is in
//! the archive only once it is recorded.

use std::collections::VecDeque;

use rand_core::CryptoRng;

use super::{BatchFacts, BatchOrder, BatchReport, Deed, Desk, Effect, Office, Waiting, refused};
use crate::{
    Error, TableFault,
    authority::{BadRow, Bundle, Holder, Issued, KeyPair, TableDefaults, TableRow},
    engine::{Contents, Download, Order, Outcome, Product, Response},
    pki::{
        AltName, Application, Certificate, ExtensionValue, Password, Pkcs12, PrivateKey, Time,
        pkcs12,
    },
};

/// A table that is being issued from.
pub(super) struct Batch {
    pub job: u32,
    rows: VecDeque<TableRow>,
    of: u32,
    done: u32,
    /// How many keys were ordered: the next one's index.
    ordered: usize,
    making: Vec<Making>,
    signing: Vec<(TableRow, KeyPair)>,
    bundle: Bundle,
    chain: Vec<Certificate>,
    chain_pem: String,
    password: Option<Password>,
    target: Option<pkcs12::Target>,
    bad: Vec<BadRow>,
    report: String,
    is_cancelled: bool,
    error: Option<Error>,
}

struct Making {
    index: usize,
    row: TableRow,
    pair: Option<KeyPair>,
}

impl Office {
    /// Begins with a table.
    pub fn begin_batch(&mut self, job: u32, order: &BatchOrder, now: Time) -> Vec<Effect> {
        match self.new_batch(job, order, now) {
            Ok(batch) => {
                self.batch = Some(batch);
                self.next_rows()
            }
            Err(error) => vec![refused(job, error)],
        }
    }

    /// The rows that can be issued from, and those that cannot.
    pub(super) fn read_table(
        &self,
        order: &BatchOrder,
        now: Time,
    ) -> Result<(Vec<TableRow>, Vec<BadRow>), Error> {
        self.safe.check()?;
        let Contents::Here(octets) = &order.table.contents else {
            let file = order.table.name.clone();
            return Err(Error::Unreadable { file });
        };
        let template = self.register.template(&order.profile)?;
        let defaults = TableDefaults {
            issuer: order.issuer,
            template: &template,
            algorithm: order.algorithm,
            days: order.days,
            keeps_keys: order.keeps_keys,
        };
        let (rows, mut bad) = self.register.read_table(octets, &defaults, now)?;
        let mut good = Vec::new();
        for row in rows {
            let refusals = self.register.refusals(&row.issuance, row.algorithm, now);
            match refusals.into_iter().next() {
                None => good.push(row),
                Some(error) => bad.push(BadRow {
                    line: row.line,
                    column: None,
                    error,
                }),
            }
        }
        bad.sort_by_key(|row| row.line);
        Ok((good, bad))
    }

    fn new_batch(&self, job: u32, order: &BatchOrder, now: Time) -> Result<Batch, Error> {
        let (rows, bad) = self.read_table(order, now)?;
        if rows.is_empty() {
            return Err(bad
                .into_iter()
                .next()
                .map_or(TableFault::NoRows.into(), |row| row.error));
        }
        let chain = self.register.chain(order.issuer)?;
        let pems: Vec<String> = chain
            .iter()
            .map(Certificate::pem)
            .collect::<Result<_, _>>()?;
        Ok(Batch {
            job,
            of: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            rows: rows.into(),
            done: 0,
            ordered: 0,
            making: Vec::new(),
            signing: Vec::new(),
            bundle: Bundle::new(now),
            chain,
            chain_pem: pems.concat(),
            password: order.password.clone(),
            target: order.pkcs12,
            bad,
            report: String::new(),
            is_cancelled: false,
            error: None,
        })
    }

    /// A key of the table is made.
    pub fn row_key(&mut self, product: Product) -> Vec<Effect> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        let pair = match product.outcome {
            Outcome::Made(octets) => KeyPair::from_bytes(&octets),
            Outcome::Failed(error) => Err(error),
        };
        let at = batch.making.iter().position(|it| it.index == product.index);
        match (at, pair) {
            (Some(at), Ok(pair)) => batch.making[at].pair = Some(pair),
            (Some(at), Err(error)) => {
                let line = batch.making.swap_remove(at).row.line;
                batch.bad.push(BadRow {
                    line,
                    column: None,
                    error,
                });
            }
            (None, _) => {}
        }
        self.next_rows()
    }

    /// Signs the rows whose keys are there.
    pub fn sign_rows(
        &mut self,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        self.go_on(desk, now, rng)
    }

    /// Whether a table is being issued from.
    pub fn has_batch(&self) -> bool {
        self.batch.is_some()
    }

    /// Whether a key belongs to the table.
    pub fn is_batch(&self, job: u32) -> bool {
        self.batch.as_ref().is_some_and(|batch| batch.job == job)
    }

    /// A key worker died at a row: its order again.
    pub fn row_key_again(&self, index: usize) -> Vec<Effect> {
        let Some(batch) = &self.batch else {
            return Vec::new();
        };
        let making = batch.making.iter().filter(|it| it.index == index);
        making.map(|it| Effect::MakeKey(batch.order(it))).collect()
    }

    /// Gives the rest up. What is issued stays so, and comes in the archive.
    pub(super) fn cancel_batch(&mut self, now: Time) -> Vec<Effect> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        batch.is_cancelled = true;
        batch.rows.clear();
        batch.making.clear();
        let mut effects = vec![Effect::StopKeys];
        if batch.signing.is_empty() {
            effects.extend(self.end_batch(now));
        }
        effects
    }

    /// The same, as the page asks.
    pub fn cancel(&mut self, job: u32, now: Time) -> Option<Vec<Effect>> {
        self.is_batch(job).then(|| self.cancel_batch(now))
    }

    /// Signs the rows whose keys are all there, and has keys made for the next.
    fn next_rows(&mut self) -> Vec<Effect> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        let is_ready = batch.making.iter().all(|it| it.pair.is_some());
        let is_signing = batch.signing.is_empty() && !batch.making.is_empty() && is_ready;
        if is_signing {
            let made = core::mem::take(&mut batch.making).into_iter();
            batch.signing = made.filter_map(|it| Some((it.row, it.pair?))).collect();
            let order = |(row, pair): &(TableRow, KeyPair)| {
                (row.issuance.clone(), Holder::Key(pair.key.clone()))
            };
            let orders = batch.signing.iter().map(order).collect();
            let deed = Box::new(Deed::IssueRows(orders));
            self.waiting.push_back(Waiting::Deed(batch.job, deed));
        }
        let mut effects = Vec::new();
        if is_signing {
            effects.push(Effect::Sign);
        }
        if !batch.making.is_empty() {
            return effects;
        }
        let size = batch.at_a_time().min(batch.rows.len());
        for row in batch.rows.drain(..size) {
            batch.making.push(Making {
                index: batch.ordered,
                row,
                pair: None,
            });
            batch.ordered += 1;
        }
        let orders = batch.making.iter().map(|it| batch.order(it));
        // First the keys: their workers are idle else while the rows are signed.
        effects.splice(0..0, orders.map(Effect::MakeKey));
        effects
    }

    /// Rows are issued and recorded.
    pub(super) fn rows_issued(
        &mut self,
        job: u32,
        issued: &[Issued],
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        let signing = core::mem::take(&mut batch.signing);
        for ((row, pair), issued) in signing.iter().zip(issued) {
            if let Err(error) = batch.pack(row, pair, &issued.certificate, rng) {
                batch.error = Some(error);
            }
            batch.done += 1;
        }
        let (done, of) = (batch.done, batch.of);
        let mut effects = vec![Effect::Respond(Response::BatchProgress { job, done, of })];
        match batch.making.is_empty() && batch.rows.is_empty() {
            true => effects.extend(self.end_batch(now)),
            false => effects.extend(self.next_rows()),
        }
        effects
    }

    /// Rows could not be recorded, and so are not issued.
    pub(super) fn batch_failed(&mut self, job: u32, error: Error, now: Time) -> Vec<Effect> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        batch.signing.clear();
        batch.rows.clear();
        batch.making.clear();
        if batch.done == 0 {
            self.batch = None;
            return vec![Effect::StopKeys, refused(job, error)];
        }
        batch.error = Some(error);
        let mut effects = vec![Effect::StopKeys];
        effects.extend(self.end_batch(now));
        effects
    }

    fn end_batch(&mut self, now: Time) -> Vec<Effect> {
        let Some(batch) = self.batch.take() else {
            return Vec::new();
        };
        let job = batch.job;
        if batch.done == 0 {
            return vec![Effect::Respond(Response::Cancelled { job })];
        }
        let report = BatchReport::of(batch.done, batch.bad, batch.is_cancelled, batch.error);
        let mut effects = Vec::new();
        match batch.bundle.finish(&batch.report) {
            Ok(contents) => effects.push(Effect::Offer(Download {
                name: ARCHIVE.into(),
                media_type: "application/zip",
                contents,
            })),
            Err(error) => return vec![refused(job, error)],
        }
        let authorities = super::OfficeAnswer::Authorities(self.authorities(now));
        effects.push(super::answered(job, authorities));
        effects.push(Effect::Respond(Response::BatchDone { job, report }));
        effects
    }
}

impl Batch {
    /// A PKCS #12 file takes as long as a hundred signatures, and an RSA key can take longer. How far it is, is said
    /// only in between, and Cancel is heard only then.
    fn at_a_time(&self) -> usize {
        let mut next = self.rows.iter().take(ROWS);
        match self.target {
            Some(_) => ROWS_WITH_PKCS12,
            None if next.any(|row| row.algorithm.is_rsa()) => ROWS_WITH_RSA,
            None => ROWS,
        }
    }

    fn order(&self, making: &Making) -> Order {
        let password = making.row.password.as_ref().or(self.password.as_ref());
        Order {
            job: self.job,
            index: making.index,
            algorithm: making.row.algorithm,
            primes: None,
            password: password.cloned(),
        }
    }

    fn pack(
        &mut self,
        row: &TableRow,
        pair: &KeyPair,
        certificate: &Certificate,
        rng: &mut impl CryptoRng,
    ) -> Result<(), Error> {
        let password = row.password.as_ref().or(self.password.as_ref());
        let bag = match (self.target, password) {
            (Some(target), Some(password)) => {
                Some(self.pkcs12(&pair.key, certificate, &row.stem, target, password, rng)?)
            }
            _ => None,
        };
        self.report.push_str(&report_line(row, certificate));
        let pkcs12 = bag.as_deref();
        self.bundle
            .add(row, certificate, &pair.pem, &self.chain_pem, pkcs12)
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

impl BatchFacts {
    pub(super) fn of(good: &[TableRow], bad: Vec<BadRow>) -> Self {
        let first = good.iter().take(FIRST_ROWS).map(|row| {
            let application = &row.issuance.application;
            (application.subject.to_string(), names(application))
        });
        Self {
            good: count(good.len()),
            first: first.collect(),
            more_bad: count(bad.len().saturating_sub(MOST_BAD)),
            bad: bad.into_iter().take(MOST_BAD).collect(),
        }
    }
}

impl BatchReport {
    fn of(issued: u32, bad: Vec<BadRow>, is_cancelled: bool, error: Option<Error>) -> Self {
        Self {
            issued,
            more_bad: count(bad.len().saturating_sub(MOST_BAD)),
            bad: bad.into_iter().take(MOST_BAD).collect(),
            is_cancelled,
            error,
        }
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

/// The names that a certificate will vouch for, as text.
fn names(application: &Application) -> Vec<String> {
    let values = application.extensions.iter().map(|it| &it.value);
    let names = values.filter_map(|value| match value {
        ExtensionValue::SubjectAltName(names) => Some(names),
        _ => None,
    });
    names.flatten().map(AltName::to_string).collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

const ARCHIVE: &str = "certificates-from-table.zip";
const ROWS: usize = 64;
const ROWS_WITH_PKCS12: usize = 4;
const ROWS_WITH_RSA: usize = 8;
const FIRST_ROWS: usize = 5;
const MOST_BAD: usize = 200;
