//! Certificates from a table, some at a time: keys are made for the next rows while the last are signed. A row is in
//! the archive only once it is recorded.

mod packing;
mod table;

use std::collections::VecDeque;

use rand_core::CryptoRng;

use super::{BatchOrder, BatchReport, Deed, Desk, Effect, Office, Waiting};
use crate::{
    Error, TableFault,
    authority::{BadRow, Holder, Issued, KeyPair, TableRow},
    engine::{Order, Outcome, Product, RESTARTS, Response},
    pki::Time,
    saturated::saturated,
};
use packing::Packing;

/// A table that is being issued from.
pub(super) struct Batch {
    pub job: u32,
    rows: VecDeque<TableRow>,
    of: u32,
    done: u32,
    /// How many keys were ordered: the next one's index.
    ordered: usize,
    /// How many key workers crashed.
    restarts: u32,
    making: Vec<Making>,
    signing: Vec<(TableRow, KeyPair)>,
    packing: Packing,
    bad: Vec<BadRow>,
    is_cancelled: bool,
    /// Whether the register that it issued into is gone.
    pub(super) is_forgotten: bool,
    error: Option<Error>,
}

struct Making {
    index: usize,
    row: TableRow,
    pair: Option<KeyPair>,
}

impl Office {
    /// Begins with a table, in the place of the one before.
    pub fn begin_batch(&mut self, job: u32, order: Box<BatchOrder>, now: Time) -> Vec<Effect> {
        let mut effects = self.give_way(now);
        if self.batch.is_some() {
            self.next_batch = Some((job, order));
            return effects;
        }
        match self.new_batch(job, &order, now) {
            Ok(batch) => {
                self.batch = Some(batch);
                effects.extend(self.next_rows());
            }
            Err(error) => effects.push(Effect::refused(job, error)),
        }
        effects
    }

    /// Something else is asked for: gives up what is issued from a table, and the one that waits for it.
    pub fn give_way(&mut self, now: Time) -> Vec<Effect> {
        let next = self.next_batch.take();
        let mut effects: Vec<Effect> = next
            .into_iter()
            .map(|(job, _)| Effect::cancelled(job))
            .collect();
        effects.extend(self.cancel_batch(now));
        effects
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
        let packing = Packing::new(order, rows.len(), chain, now)?;
        Ok(Batch {
            job,
            of: saturated(rows.len()),
            rows: rows.into(),
            done: 0,
            ordered: 0,
            restarts: 0,
            making: Vec::new(),
            signing: Vec::new(),
            packing,
            bad,
            is_cancelled: false,
            is_forgotten: false,
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
        let mut effects = self.go_on(desk, now, rng);
        if self.batch.as_ref().is_some_and(Batch::is_over) {
            effects.extend(self.end_batch(now));
        }
        effects
    }

    /// Whether a table is being issued from.
    pub fn has_batch(&self) -> bool {
        self.batch.is_some()
    }

    /// Whether a key belongs to the table.
    pub fn is_batch(&self, job: u32) -> bool {
        self.batch.as_ref().is_some_and(|batch| batch.job == job)
    }

    /// A key worker died at a row: its order again, [`RESTARTS`] times a table.
    pub fn row_key_again(&mut self, index: usize) -> Vec<Effect> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        let Some(making) = batch.making.iter().find(|it| it.index == index) else {
            return Vec::new();
        };
        if batch.restarts < RESTARTS {
            let order = batch.order(making);
            batch.restarts += 1;
            return vec![Effect::MakeKey(order)];
        }
        batch.error = Some(Error::WorkerCrashed { restarts: RESTARTS });
        let mut effects = batch.stop();
        effects.push(Effect::Sign);
        effects
    }

    /// Gives the rest up. What is issued stays so, and comes in the archive.
    fn cancel_batch(&mut self, now: Time) -> Vec<Effect> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        batch.is_cancelled = true;
        let mut effects = batch.stop();
        if batch.is_over() {
            effects.extend(self.end_batch(now));
        }
        effects
    }

    /// The same, as the page asks.
    pub fn cancel(&mut self, job: u32, now: Time) -> Option<Vec<Effect>> {
        if self.next_batch.take_if(|(next, _)| *next == job).is_some() {
            return Some(vec![Effect::cancelled(job)]);
        }
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
            let order =
                |(row, pair): &(TableRow, KeyPair)| (row.issuance(), Holder::Key(pair.key.clone()));
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
        if batch.is_over() {
            // No key of the last rows could be made. Who signs ends it.
            effects.push(Effect::Sign);
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
            if let Err(error) = batch.packing.add(row, pair, &issued.certificate, rng) {
                batch.error = Some(error);
            }
            batch.done += 1;
        }
        let (done, of) = (batch.done, batch.of);
        let mut effects = vec![Effect::Respond(Response::BatchProgress { job, done, of })];
        if batch.error.is_some() {
            effects.extend(batch.stop());
        }
        match batch.is_over() {
            true => effects.extend(self.end_batch(now)),
            false => effects.extend(self.next_rows()),
        }
        effects
    }

    /// Rows could not be recorded, and so are not issued.
    pub(super) fn batch_failed(&mut self, error: Error, now: Time) -> Vec<Effect> {
        let Some(batch) = &mut self.batch else {
            return Vec::new();
        };
        batch.signing.clear();
        batch.error = Some(error);
        let mut effects = batch.stop();
        effects.extend(self.end_batch(now));
        effects
    }

    fn end_batch(&mut self, now: Time) -> Vec<Effect> {
        let Some(batch) = self.batch.take() else {
            return Vec::new();
        };
        let mut effects = self.told(batch, now);
        if let Some((job, order)) = self.next_batch.take() {
            effects.extend(self.begin_batch(job, order, now));
        }
        effects
    }

    /// What the page hears of a table in the end.
    fn told(&mut self, batch: Batch, now: Time) -> Vec<Effect> {
        let job = batch.job;
        if batch.done == 0 {
            let bad = batch.bad.into_iter().next().map(|row| row.error);
            let error = batch.error.or(bad.filter(|_| !batch.is_cancelled));
            return vec![error.map_or(Effect::cancelled(job), |error| Effect::refused(job, error))];
        }
        let mut effects = Vec::new();
        let mut error = batch.error;
        self.archive = None;
        match batch.packing.finish() {
            Ok(file) => {
                self.archive = (!batch.is_forgotten).then(|| file.clone());
                effects.push(Effect::Offer(file));
            }
            // What is issued stays issued, and must not look as if it could be issued once more.
            Err(fault) => error = error.or(Some(fault)),
        }
        let report = BatchReport::of(batch.done, batch.bad, batch.is_cancelled, error);
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
        match self.packing.has_pkcs12() {
            true => ROWS_WITH_PKCS12,
            false if next.any(|row| row.algorithm().is_rsa()) => ROWS_WITH_RSA,
            false => ROWS,
        }
    }

    fn is_over(&self) -> bool {
        self.rows.is_empty() && self.making.is_empty() && self.signing.is_empty()
    }

    /// No more keys. What is being signed comes to its end.
    fn stop(&mut self) -> Vec<Effect> {
        let is_waiting = self.making.iter().any(|it| it.pair.is_none());
        self.rows.clear();
        self.making.clear();
        is_waiting.then_some(Effect::StopKeys).into_iter().collect()
    }

    fn order(&self, making: &Making) -> Order {
        Order {
            job: self.job,
            index: making.index,
            algorithm: making.row.algorithm(),
            primes: None,
            password: self.packing.password(&making.row).cloned(),
        }
    }
}

const ROWS: usize = 64;
const ROWS_WITH_PKCS12: usize = 4;
const ROWS_WITH_RSA: usize = 8;
