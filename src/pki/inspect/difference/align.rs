//! What of the one stands beside what of the other.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{
    Comparison, Difference, Field,
    fields::{Fields, Item, cut, oid_text},
};
use crate::pki::{Oid, inspect::tree::value::digits};

/// Field by field, in the standard's order.
pub(super) fn rows(left: &Fields<'_>, right: &Fields<'_>, comparison: &mut Comparison) {
    comparison.is_cut_short = left.is_cut_short || right.is_cut_short;
    let groups = groups(left, right);
    // What is put together from parts only differs where these do not.
    let mut parts_differ: HashSet<Field> = HashSet::new();
    let aligned: Vec<Vec<Difference>> = groups.iter().map(Group::rows).collect();
    for row in aligned.iter().flatten().filter(|row| !row.is_same) {
        parts_differ.extend(whole(&row.field));
    }
    let mut kept = Kept::default();
    for row in aligned.into_iter().flatten() {
        let is_whole = is_whole(&row.field);
        if !is_whole || !row.is_same && !parts_differ.contains(&row.field) {
            kept.row(row, comparison);
        }
    }
    if let Some(row) = order_of_extensions(left, right) {
        kept.row(row, comparison);
    }
}

/// Rows are bounded: those that differ are worth more.
#[derive(Default)]
struct Kept {
    same: usize,
    different: usize,
}

impl Kept {
    fn row(&mut self, row: Difference, comparison: &mut Comparison) {
        let (count, limit) = match row.is_same {
            true => (&mut self.same, MOST_SAME),
            false => (&mut self.different, MOST_DIFFERENT),
        };
        *count += 1;
        match *count <= limit {
            true => comparison.rows.push(row),
            false => comparison.is_cut_short = true,
        }
    }
}

/// What both have in one field.
struct Group<'f> {
    field: &'f Field,
    left: Vec<&'f Item<'f>>,
    right: Vec<&'f Item<'f>>,
}

fn groups<'f>(left: &'f Fields<'_>, right: &'f Fields<'_>) -> Vec<Group<'f>> {
    let mut places: HashMap<&Field, usize> = HashMap::new();
    let mut groups: Vec<Group<'f>> = Vec::new();
    for (items, is_left) in [(&left.items, true), (&right.items, false)] {
        for item in items {
            let place = *places.entry(&item.field).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Group {
                    field: &item.field,
                    left: Vec::new(),
                    right: Vec::new(),
                });
            }
            match groups.get_mut(place) {
                Some(group) if is_left => group.left.push(item),
                Some(group) => group.right.push(item),
                None => {}
            }
        }
    }
    groups.sort_by_key(|group| rank(group.field));
    groups
}

impl Group<'_> {
    /// The same beside the same, whatever the order; then what the one has alone, beside what the other has
    /// alone where that can be told.
    fn rows(&self) -> Vec<Difference> {
        let mut unmatched = Counts::new();
        for item in &self.right {
            *unmatched.entry(item.identity()).or_default() += 1;
        }
        let left = self.left.iter();
        let matched: Vec<bool> = left.map(|item| take(&mut unmatched, item)).collect();
        // What is left of the count was not taken by the first.
        let mut alone: VecDeque<&Item<'_>> = VecDeque::new();
        for item in self.right.iter().rev() {
            if take(&mut unmatched, item) {
                alone.push_front(item);
            }
        }
        let lonely = matched.iter().filter(|matched| !**matched).count();
        let is_pairing = !self.is_list() || (lonely, alone.len()) == (1, 1);
        let mut rows = Vec::new();
        for (item, matched) in self.left.iter().zip(matched) {
            let other = match matched {
                true => Some(*item),
                false if is_pairing => alone.pop_front(),
                false => None,
            };
            rows.push(self.row(Some(item), other));
        }
        rows.extend(alone.into_iter().map(|item| self.row(None, Some(item))));
        rows
    }

    fn row(&self, left: Option<&Item<'_>>, right: Option<&Item<'_>>) -> Difference {
        let is_same = match (left, right) {
            (Some(left), Some(right)) => left.identity() == right.identity(),
            _ => false,
        };
        let [left, right] = match (left, right) {
            (Some(left), Some(right)) if !is_same && left.text == right.text => {
                let by_type = left.encoding != right.encoding;
                [
                    Some(left.told_apart(by_type)),
                    Some(right.told_apart(by_type)),
                ]
            }
            both => [both.0, both.1].map(|item| item.map(|item| item.text.clone())),
        };
        Difference {
            field: self.field.clone(),
            left,
            right,
            is_same,
        }
    }

    /// Whether an item that is gone and one that is new have nothing to do with each other.
    fn is_list(&self) -> bool {
        matches!(self.field, Field::Extension(_) | Field::Attribute(_))
    }
}

type Counts<'f> = HashMap<(&'f str, &'f [u8]), usize>;

fn take<'f>(unmatched: &mut Counts<'f>, item: &'f Item<'f>) -> bool {
    match unmatched.get_mut(&item.identity()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

impl Item<'_> {
    fn identity(&self) -> (&str, &[u8]) {
        (&self.text, self.octets)
    }

    /// The text, and what tells it from another that looks the same.
    fn told_apart(&self, by_type: bool) -> String {
        let octets = digits(self.octets);
        let what = if by_type { self.encoding } else { &octets };
        format!("{} ({what})", self.text)
    }
}

fn order_of_extensions(left: &Fields<'_>, right: &Fields<'_>) -> Option<Difference> {
    let order = |fields: &Fields<'_>| -> Vec<Oid> {
        let critical = |item: &Item<'_>| match item.field {
            Field::Critical(oid) => Some(oid),
            _ => None,
        };
        fields.items.iter().filter_map(critical).collect()
    };
    let (left, right) = (order(left), order(right));
    let sorted = |order: &[Oid]| {
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        sorted
    };
    if left == right || sorted(&left) != sorted(&right) {
        return None;
    }
    let text = |order: &[Oid]| {
        let names: Vec<String> = order
            .iter()
            .take(MOST_NAMED)
            .map(|oid| oid_text(*oid))
            .collect();
        Some(cut(&names.join(", ")))
    };
    Some(Difference {
        field: Field::Extensions,
        left: text(&left),
        right: text(&right),
        is_same: false,
    })
}

/// What it is a part of.
fn whole(field: &Field) -> Option<Field> {
    Some(match field {
        Field::Issuer(_) => Field::IssuerOrder,
        Field::Subject(_) => Field::SubjectOrder,
        Field::Extension(oid) => Field::ExtensionOrder(*oid),
        _ => return None,
    })
}

fn is_whole(field: &Field) -> bool {
    matches!(
        field,
        Field::IssuerOrder | Field::SubjectOrder | Field::ExtensionOrder(_)
    )
}

fn rank(field: &Field) -> u8 {
    match field {
        Field::Kind => 0,
        Field::Version => 1,
        Field::Serial => 2,
        Field::SignatureAlgorithm => 3,
        Field::Issuer(_) => 4,
        Field::IssuerOrder => 5,
        Field::NotBefore => 6,
        Field::NotAfter => 7,
        Field::Subject(_) => 8,
        Field::SubjectOrder => 9,
        Field::KeyAlgorithm => 10,
        Field::KeyParameters => 11,
        Field::Key => 12,
        Field::Critical(_) | Field::Extension(_) | Field::ExtensionOrder(_) => 13,
        Field::Extensions => 14,
        Field::Attribute(_) => 15,
        Field::Signature => 16,
    }
}

const MOST_SAME: usize = 1_000;
const MOST_DIFFERENT: usize = 2_000;
const MOST_NAMED: usize = 50;
