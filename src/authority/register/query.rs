//! The register as a table: filtered, searched, ordered, page by page.

mod name;
mod search;

use core::cmp::Ordering;
use std::{borrow::Cow, collections::BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Entry, Register, State};
use crate::{
    pki::{Serial, Time, chain::Reason},
    saturated::saturated,
};
use search::Search;

/// What the table shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// The authority's; all, where nothing is said.
    pub authority: Option<u32>,
    /// Those in this state.
    pub filter: Filter,
    /// Those of this profile.
    pub profile: Option<String>,
    /// Those with every word of this in subject, names or serial number (in hexadecimal, with colons or without);
    /// letter case does not matter.
    pub search: String,
    /// In which order.
    pub sort: Sort,
    /// Whether that order is turned around.
    pub is_descending: bool,
    /// How many to pass over.
    pub skip: u32,
    /// How many to show.
    pub count: u32,
}

/// Which certificates are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filter {
    /// All.
    All,
    /// Those in this state. Whatever is good for a few more days only is good, too.
    In(RowState),
}

/// What rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are the columns' names")]
pub enum Sort {
    Issued,
    Name,
    Serial,
    NotAfter,
    State,
    Profile,
}

/// A page of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many there are altogether.
    pub total: u32,
    /// How many there would be without filter and search.
    pub of: u32,
    /// The profiles that occur.
    pub profiles: Vec<String>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The entry's number.
    pub id: u32,
    /// The authority's.
    pub issuer: u32,
    /// Its serial number.
    pub serial: Serial,
    /// Who it is for: the common name, or the first name, or the whole subject, or where there is none of these the
    /// serial number.
    pub name: String,
    /// The names that it vouches for, at most three of them.
    pub names: Vec<String>,
    /// How many more there are.
    pub more: u32,
    /// Its last second.
    pub not_after: Time,
    /// What became of it.
    pub state: RowState,
    /// What it was made from.
    pub profile: String,
    /// Whether its private key is kept.
    pub has_key: bool,
}

/// What became of a certificate by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RowState {
    /// It is good.
    Good,
    /// It is good for no longer than 30 more days.
    Ending,
    /// It is over.
    Expired,
    /// It is held.
    Held,
    /// It is revoked.
    Revoked,
}

impl Register {
    /// A page of the table. No certificate is decoded for it.
    pub fn rows(&self, query: &Query, now: Time) -> Rows {
        let found = self.found(query, now);
        let page = found.iter().skip(size(query.skip)).take(size(query.count));
        let all = || self.of(query.authority);
        let profiles: BTreeSet<&str> = all().map(|(_, entry)| entry.profile.as_str()).collect();
        let profiles = profiles.into_iter().filter(|profile| !profile.is_empty());
        Rows {
            rows: page.map(|(id, entry)| Row::of(*id, entry, now)).collect(),
            total: saturated(found.len()),
            of: saturated(all().count()),
            profiles: profiles.map(str::to_owned).collect(),
        }
    }

    /// One row of it.
    pub fn row(&self, id: u32, now: Time) -> Option<Row> {
        self.entries.get(&id).map(|entry| Row::of(id, entry, now))
    }

    /// How many certificates of an authority are good (be it for a few more days only), expired, held, revoked.
    pub fn counts(&self, authority: u32, now: Time) -> [u32; 4] {
        let mut counts = [0; 4];
        let [good, expired, held, revoked] = &mut counts;
        for (_, entry) in self.of(Some(authority)) {
            *match entry.row_state(now) {
                RowState::Good | RowState::Ending => &mut *good,
                RowState::Expired => &mut *expired,
                RowState::Held => &mut *held,
                RowState::Revoked => &mut *revoked,
            } += 1;
        }
        counts
    }

    /// All that a query finds, in its order; pages are not looked at.
    pub(super) fn found(&self, query: &Query, now: Time) -> Vec<(u32, &Entry)> {
        let search = Search::new(&query.search);
        let profile = query.profile.as_deref();
        let is_wanted = |entry: &Entry| {
            query.filter.takes(entry.row_state(now))
                && profile.is_none_or(|profile| entry.profile == profile)
                && search.finds(entry)
        };
        let found = self.of(query.authority);
        let mut found: Vec<_> = found.filter(|(_, entry)| is_wanted(entry)).collect();
        query.sort.order(&mut found, now);
        if query.is_descending {
            found.reverse();
        }
        found
    }

    /// The certificates of an authority, or all, in the order in which they came.
    pub(super) fn of(&self, authority: Option<u32>) -> impl Iterator<Item = (u32, &Entry)> {
        let entries = self.entries.iter().map(|(id, entry)| (*id, entry));
        entries.filter(move |(_, entry)| authority.is_none_or(|id| entry.issuer == id))
    }
}

impl Filter {
    fn takes(self, state: RowState) -> bool {
        match self {
            Self::All => true,
            Self::In(RowState::Good) => matches!(state, RowState::Good | RowState::Ending),
            Self::In(wanted) => state == wanted,
        }
    }
}

impl Sort {
    /// Of equals that which came first comes first.
    fn order(self, found: &mut [(u32, &Entry)], now: Time) {
        match self {
            Self::Issued => found.sort_by_key(|(_, entry)| entry.since),
            Self::Name => found.sort_by_cached_key(|(_, entry)| entry.name().to_lowercase()),
            Self::Serial => found.sort_by(|(_, a), (_, b)| by_size(&a.serial, &b.serial)),
            Self::NotAfter => found.sort_by_key(|(_, entry)| entry.not_after),
            Self::State => found.sort_by_key(|(_, entry)| entry.row_state(now)),
            Self::Profile => found.sort_by(|(_, a), (_, b)| a.profile.cmp(&b.profile)),
        }
    }
}

impl Row {
    fn of(id: u32, entry: &Entry, now: Time) -> Self {
        Self {
            id,
            issuer: entry.issuer,
            serial: entry.serial.clone(),
            name: entry.name().into_owned(),
            names: entry.names.iter().take(NAMES).cloned().collect(),
            more: saturated(entry.names.len().saturating_sub(NAMES)),
            not_after: entry.not_after,
            state: entry.row_state(now),
            profile: entry.profile.clone(),
            has_key: entry.key.is_some(),
        }
    }
}

impl Entry {
    /// What became of it by now. What was revoked or held stays so when it is over, as in `index.txt`.
    pub(super) fn row_state(&self, now: Time) -> RowState {
        match &self.state {
            State::Revoked(revoked) if revoked.reason == Reason::CertificateHold => RowState::Held,
            State::Revoked(_) => RowState::Revoked,
            _ if self.not_after < now => RowState::Expired,
            _ if self.not_after.unix() - now.unix() <= SOON => RowState::Ending,
            _ => RowState::Good,
        }
    }

    /// Who it is for, as the history says it: the subject, or what it is called without one.
    pub(crate) fn holder(&self) -> String {
        match self.subject.trim() {
            "" | "/" => self.name().into_owned(),
            _ => self.subject.clone(),
        }
    }

    /// What people call it.
    pub(super) fn name(&self) -> Cow<'_, str> {
        let common = name::common_name(&self.subject).filter(|name| !name.trim().is_empty());
        let first = || self.names.iter().find(|name| !name.trim().is_empty());
        let subject = self.subject.trim();
        match (common, first()) {
            (Some(name), _) => name,
            (None, Some(name)) => Cow::Borrowed(name),
            (None, None) if !subject.is_empty() && subject != "/" => Cow::Borrowed(subject),
            (None, None) => Cow::Owned(self.serial.to_hex()),
        }
    }
}

/// As numbers: those without leading zeros are ordered by their length first.
pub(super) fn by_size(one: &Serial, other: &Serial) -> Ordering {
    let (one, other) = (one.as_octets(), other.as_octets());
    (one.len(), one).cmp(&(other.len(), other))
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// How many names a row shows.
const NAMES: usize = 3;

/// Thirty days, in seconds.
const SOON: u64 = 30 * Time::DAY;
