//! What the table shows, what is ticked in it, and what is looked at closer.

use super::paging::PAGE;
use certwright::authority::{Filter, Query, Row, RowState, Sort};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Reducible;
use yew::prelude::*;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Those in this state.
    pub filter: Filter,
    /// Those of this profile.
    pub profile: Option<String>,
    /// Those with this text.
    pub search: String,
    /// In which order.
    pub sort: Sort,
    /// Whether that order is turned around.
    pub is_descending: bool,
    /// How many are passed over.
    pub skip: u32,
    /// What is ticked, as it was last seen; it stays so while other pages are shown.
    pub ticked: BTreeMap<u32, Row>,
    /// What is looked at closer.
    pub open: Option<u32>,
    /// What is to be done, once that is confirmed.
    pub asked: Option<Asked>,
}

/// What is to be done, once that is confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What.
    pub what: What,
    /// With which certificates.
    pub rows: Rc<[Row]>,
    /// The id of the button that asked for it, where the focus goes back to.
    pub opener: AttrValue,
}

/// What can be done with several at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Revoke them.
    Revoke,
    /// Hold them.
    Hold,
    /// Make them good again.
    Release,
}

/// What happens to it.
pub enum Action {
    /// Only this state is shown.
    Filter(Filter),
    /// Only this profile is shown.
    Profile(Option<String>),
    /// Only what has this text is shown.
    Search(String),
    /// Everything is shown.
    Clear,
    /// The order is this; the same once more turns it around.
    Sort(Sort),
    /// The latest come first.
    Latest,
    /// So many are passed over.
    Skip(u32),
    /// A row is ticked, or not.
    Tick(Row, bool),
    /// Some rows are ticked, or not.
    TickAll(Vec<Row>, bool),
    /// Nothing is ticked.
    TickNone,
    /// The engine says that so many rows there are, and these among them.
    Seen(Vec<Row>, u32),
    /// A certificate is looked at closer, or none.
    Open(Option<u32>),
    /// Something is to be done, or not after all.
    Ask(Option<Asked>),
}

impl Default for View {
    fn default() -> Self {
        Self {
            filter: Filter::All,
            profile: None,
            search: String::new(),
            sort: Sort::Issued,
            is_descending: true,
            skip: 0,
            ticked: BTreeMap::new(),
            open: None,
            asked: None,
        }
    }
}

impl Reducible for View {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut view = (*self).clone();
        match action {
            Action::Filter(filter) => view.narrow(|view| view.filter = filter),
            Action::Profile(profile) => view.narrow(|view| view.profile = profile),
            Action::Search(text) => view.narrow(|view| view.search = text),
            Action::Clear => view.narrow(|view| {
                view.filter = Filter::All;
                view.profile = None;
                view.search.clear();
            }),
            Action::Sort(sort) => view.narrow(|view| {
                view.is_descending = view.sort == sort && !view.is_descending;
                view.sort = sort;
            }),
            Action::Latest => view.narrow(|view| {
                view.sort = Sort::Issued;
                view.is_descending = true;
            }),
            Action::Skip(skip) => view.skip = skip,
            Action::Tick(row, is_on) => view.tick(row, is_on),
            Action::TickAll(rows, is_on) => rows.into_iter().for_each(|row| view.tick(row, is_on)),
            Action::TickNone => view.ticked.clear(),
            Action::Seen(rows, total) => view.see(rows, total),
            Action::Open(open) => {
                view.open = open;
                view.asked = None;
            }
            Action::Ask(asked) => view.asked = asked,
        }
        view.into()
    }
}

impl View {
    /// What the engine is asked for.
    pub fn query(&self, authority: Option<u32>) -> Query {
        Query {
            authority,
            filter: self.filter,
            profile: self.profile.clone(),
            search: self.search.trim().to_owned(),
            sort: self.sort,
            is_descending: self.is_descending,
            skip: self.skip,
            count: PAGE,
        }
    }

    /// Whether the latest come first.
    pub fn is_latest_first(&self) -> bool {
        self.sort == Sort::Issued && self.is_descending
    }

    /// Those of the ticked with which this can be done.
    pub fn ticked_for(&self, what: What) -> Rc<[Row]> {
        let rows = self.ticked.values();
        rows.filter(|row| what.fits(row.state)).cloned().collect()
    }

    /// What is shown is another table, of which the beginning is shown.
    fn narrow(&mut self, change: impl FnOnce(&mut Self)) {
        change(self);
        self.skip = 0;
    }

    fn tick(&mut self, row: Row, is_on: bool) {
        if is_on {
            self.ticked.insert(row.id, row);
        } else {
            self.ticked.remove(&row.id);
        }
    }

    fn see(&mut self, rows: Vec<Row>, total: u32) {
        // What was on this page may have gone.
        if rows.is_empty() && self.skip > 0 {
            self.skip = total.saturating_sub(1) / PAGE * PAGE;
        }
        for row in rows {
            if let Some(ticked) = self.ticked.get_mut(&row.id) {
                *ticked = row;
            }
        }
    }
}

impl What {
    /// Whether it can be done with what is in this state.
    pub fn fits(self, state: RowState) -> bool {
        match self {
            Self::Revoke => state != RowState::Revoked,
            Self::Hold => matches!(state, RowState::Good | RowState::Ending),
            Self::Release => state == RowState::Held,
        }
    }
}
