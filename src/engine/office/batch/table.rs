//! What a table says: the rows that can be issued from, and those that cannot.

use super::super::{BatchFacts, BatchOrder, BatchReport, Office};
use crate::{
    Error,
    authority::{BadRow, Issuance, TableDefaults, TableRow},
    engine::Contents,
    pki::{AltName, Application, ExtensionValue, SignatureAlgorithm, Time, command::authority},
    saturated::saturated,
};

impl Office {
    /// The rows that can be issued from, and those that cannot.
    pub(in crate::engine::office) fn read_table(
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
            let refusals = self
                .register
                .refusals(&row.issuance(), row.algorithm(), now);
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
}

impl BatchFacts {
    pub(in crate::engine::office) fn of(
        order: &BatchOrder,
        signature: SignatureAlgorithm,
        good: &[TableRow],
        bad: Vec<BadRow>,
    ) -> Self {
        let first = good.iter().take(FIRST_ROWS).map(|row| {
            let application = row.issuance().application;
            (application.subject.to_string(), names(&application))
        });
        let commanded = good.get(..MOST_IN_COMMAND).unwrap_or(good);
        Self {
            good: saturated(good.len()),
            first: first.collect(),
            command: command(order, signature, good, commanded),
            commanded: saturated(commanded.len()),
            more_bad: saturated(bad.len().saturating_sub(MOST_BAD)),
            bad: bad.into_iter().take(MOST_BAD).collect(),
        }
    }
}

impl BatchReport {
    pub(super) fn of(
        issued: u32,
        bad: Vec<BadRow>,
        is_cancelled: bool,
        error: Option<Error>,
    ) -> Self {
        Self {
            issued,
            more_bad: saturated(bad.len().saturating_sub(MOST_BAD)),
            bad: bad.into_iter().take(MOST_BAD).collect(),
            is_cancelled,
            error,
        }
    }
}

/// The same at a shell. Passwords of single rows are nothing to be shown, and a loop has but one.
fn command(
    order: &BatchOrder,
    signature: SignatureAlgorithm,
    good: &[TableRow],
    shown: &[TableRow],
) -> Option<String> {
    if good.iter().any(|row| row.password.is_some()) {
        return None;
    }
    let issuances: Vec<Issuance> = shown.iter().map(TableRow::issuance).collect();
    let both = shown.iter().zip(&issuances);
    let lines = both.map(|(row, issuance)| authority::TableLine {
        file: &row.stem,
        application: &issuance.application,
        algorithm: row.algorithm(),
        days: saturated(issuance.validity.day_count()),
    });
    let is_encrypted = order.password.is_some();
    let own = issuances.first().and_then(|issuance| issuance.signature);
    authority::table(&authority::Table {
        rows: &lines.collect::<Vec<_>>(),
        signature: own.unwrap_or(signature),
        is_encrypted,
        pkcs12: order.pkcs12.filter(|_| is_encrypted),
    })
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

const FIRST_ROWS: usize = 5;
/// A shell takes more; a reader does not.
const MOST_IN_COMMAND: usize = 100;
const MOST_BAD: usize = 200;
