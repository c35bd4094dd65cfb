//! The ASN.1 tree of any octets: DER, BER, and what is broken.

mod builder;
pub(super) mod header;
pub(super) mod names;
pub(super) mod value;

use core::ops::Range;

use serde::{Deserialize, Serialize};

use builder::Builder;

/// What the octets are made of, one node an element, in the order of the octets: a node's children follow it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    /// The elements.
    pub nodes: Vec<Node>,
    /// Whether there would be more: elements beyond the first 20 000, or more than 64 one in the other.
    pub is_cut_short: bool,
    /// The offset of the first thing that no element can be, and why. What is before it stands in the tree, and
    /// what is in an element that is too long for what it is in.
    pub fault: Option<(u32, TreeFault)>,
}

/// An element (X.690, section 8.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// In how many others it is.
    pub depth: u16,
    /// Where it begins, in octets.
    pub offset: u32,
    /// How many octets its tag and its length take.
    pub header: u8,
    /// How many octets its contents have, as it says; without the two that end an indefinite length.
    pub length: u32,
    /// Where it ends, in octets: after everything that belongs to it and is there.
    pub end: u32,
    /// The index of the first node after it that is not within it.
    pub children_end: u32,
    /// What it is.
    pub tag: Tag,
    /// Its type, as ASN.1 calls it, of the universal ones.
    pub type_name: Option<String>,
    /// The name of an object identifier.
    pub oid_name: Option<String>,
    /// What it says, for people: one line, with a `…` at its end where it would be too long. Text is
    /// [shown](super::shown) with its odd characters escaped.
    pub value: Option<String>,
    /// Whether it is in the contents of an OCTET STRING or a BIT STRING, where no program has to look for it.
    pub is_encapsulated: bool,
    /// Whether its length is indefinite, which DER forbids.
    pub is_indefinite: bool,
    /// Whether tag and length are written as DER wants them.
    pub is_der: bool,
}

/// An element's tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Its class.
    pub class: Class,
    /// Its number.
    pub number: u32,
    /// Whether its contents are elements.
    pub is_constructed: bool,
}

/// A class of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Class {
    /// ASN.1's own types.
    Universal,
    /// One standard's own.
    Application,
    /// What it means depends on where it stands.
    Context,
    /// One organization's own.
    Private,
}

/// Why a tree ends early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TreeFault {
    /// There are no octets at all.
    Empty,
    /// The octets end within a tag or a length.
    Header,
    /// A tag's number that no computer needs: above 32 bits.
    TagNumber,
    /// A length in a form that is not allowed (X.690, section 8.1.3.5 (c)), or beyond 64 bits.
    Length,
    /// Contents that are longer than what they are in.
    TooLong {
        /// How many octets it says there are.
        expected: u64,
        /// How many there are.
        present: u64,
    },
    /// An indefinite length of something that has no elements (X.690, section 8.1.3.2 (a)).
    Indefinite,
    /// An indefinite length that nothing ends.
    NoEnd,
    /// Two zero octets that end nothing.
    UnexpectedEnd,
}

/// The tree of any octets; elements that follow one another stand side by side.
///
/// DER in an OCTET STRING or a BIT STRING is opened where the string is exactly one element that is whole
/// throughout.
pub fn tree(octets: &[u8]) -> Tree {
    Builder::new(octets).build()
}

impl Node {
    /// Where its octets are, with tag and length.
    pub fn range(&self) -> Range<usize> {
        self.offset as usize..self.end as usize
    }

    /// Its octets, with tag and length, out of those that the tree was made from.
    pub fn octets<'a>(&self, of: &'a [u8]) -> &'a [u8] {
        of.get(self.range()).unwrap_or_default()
    }
}

impl Tag {
    /// Whether it is this universal type, in whichever form.
    fn is(self, number: u8) -> bool {
        self.class == Class::Universal && self.number == u32::from(number)
    }
}
