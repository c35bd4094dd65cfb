//! What OpenSSL calls object identifiers, and how it writes those that it does not know.

use core::fmt::Write;
use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

/// The names of the identifiers that were met, so that the table is searched once for each.
#[derive(Default)]
pub(super) struct Objects(BTreeMap<Vec<u8>, Object>);

#[derive(Clone)]
pub(super) struct Object {
    /// Numbers between dots; `None` when the octets are none.
    pub(super) dotted: Option<String>,
    /// The short name and the long one.
    pub(super) names: Option<(&'static str, &'static str)>,
}

impl Object {
    /// The long name, or the numbers.
    pub(super) fn long(&self) -> &str {
        let dotted = || self.dotted.as_deref().unwrap_or(INVALID);
        self.names.map_or_else(dotted, |(_, long)| long)
    }

    /// The short name, or the numbers.
    pub(super) fn short(&self) -> &str {
        let dotted = || self.dotted.as_deref().unwrap_or(INVALID);
        self.names.map_or_else(dotted, |(short, _)| short)
    }
}

impl Objects {
    /// By the contents of the identifier's encoding.
    pub(super) fn find(&mut self, contents: &[u8]) -> Object {
        if let Some(known) = self.0.get(contents) {
            return known.clone();
        }
        let dotted = dotted(contents);
        let names = dotted.as_deref().and_then(names);
        let object = Object { dotted, names };
        if self.0.len() < MOST {
            self.0.insert(contents.to_vec(), object.clone());
        }
        object
    }
}

/// The short and the long name of an identifier in its dotted form.
pub(super) fn names(dotted: &str) -> Option<(&'static str, &'static str)> {
    NAMES.get(dotted).copied()
}

/// A tree asks for thousands of names.
static NAMES: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter_map(|line| line.split_once('\t'));
    let names = |rest: &'static str| rest.split_once('\t').unwrap_or((rest, rest));
    lines.map(|(oid, rest)| (oid, names(rest))).collect()
});

/// The dotted form, of numbers of any size. `None` for what is no identifier, and for numbers of more
/// octets than OpenSSL reads.
pub(super) fn dotted(contents: &[u8]) -> Option<String> {
    numbers(contents, true)
}

/// The same of one that goes on from another.
pub(super) fn relative(contents: &[u8]) -> Option<String> {
    numbers(contents, false)
}

fn numbers(contents: &[u8], is_absolute: bool) -> Option<String> {
    let mut text = String::new();
    if contents.last()? & 0x80 != 0 {
        return None;
    }
    let numbers = contents.split_inclusive(|octet| octet & 0x80 == 0);
    for (index, number) in numbers.enumerate() {
        if number.first() == Some(&0x80) || number.len() > LONGEST {
            return None;
        }
        // Nine digits at a time, the last first.
        let mut digits: Vec<u32> = vec![0];
        for octet in number {
            add(&mut digits, 7, u64::from(octet & 0x7f));
        }
        if index == 0 && is_absolute {
            let root = match digits.as_slice() {
                [small] if *small < 80 => *small / 40,
                _ => 2,
            };
            subtract(&mut digits, root * 40);
            write!(text, "{root}").ok()?;
        }
        if index > 0 || is_absolute {
            text.push('.');
        }
        let mut groups = digits.iter().rev();
        write!(text, "{}", groups.next().copied().unwrap_or_default()).ok()?;
        for group in groups {
            write!(text, "{group:09}").ok()?;
        }
    }
    Some(text)
}

/// Shifts the number to the left and adds to it.
fn add(digits: &mut Vec<u32>, bits: u32, summand: u64) {
    let mut carry = summand;
    for group in digits.iter_mut() {
        let value = (u64::from(*group) << bits) + carry;
        *group = (value % GROUP) as u32;
        carry = value / GROUP;
    }
    if carry > 0 {
        digits.push(carry as u32);
    }
}

/// Takes away a number that is not larger.
fn subtract(digits: &mut Vec<u32>, mut number: u32) {
    for group in digits.iter_mut() {
        let borrows = *group < number;
        let lent = if borrows { GROUP as u32 } else { 0 };
        *group = *group + lent - number;
        number = u32::from(borrows);
    }
    while digits.len() > 1 && digits.last() == Some(&0) {
        digits.pop();
    }
}

/// The identifiers that can stand in a certificate, as `openssl list -objects` has them: the numbers,
/// the short name, and the long one where that is another.
const TABLE: &str = include_str!("objects.tsv");
const GROUP: u64 = 1_000_000_000;
/// In octets, of one number (CVE-2023-2650).
const LONGEST: usize = 586;
/// Of names that are kept.
const MOST: usize = 1000;
const INVALID: &str = "<INVALID>";
