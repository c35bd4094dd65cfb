//! The ASN.1 tree of any octets: DER, BER, and what is broken.

pub(super) mod header;
pub(super) mod names;
pub(super) mod value;

use core::ops::Range;

use serde::{Deserialize, Serialize};

use header::{Extent, Header};

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
    let mut builder = Builder {
        octets,
        tree: Tree::default(),
        visited: 0,
    };
    if octets.is_empty() {
        builder.tree.fault = Some((0, TreeFault::Empty));
    }
    builder.elements(0..octets.len(), Place::default());
    builder.tree
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

struct Builder<'a> {
    octets: &'a [u8],
    tree: Tree,
    /// With those that were taken back.
    visited: usize,
}

/// Where elements are.
#[derive(Clone, Copy, Default)]
struct Place {
    depth: u16,
    is_encapsulated: bool,
    /// Their parent's length is indefinite: something has to end them.
    is_open: bool,
    /// It is all that a string has.
    is_alone: bool,
}

/// There is no going on.
struct Stop;

impl Builder<'_> {
    /// Elements up to the range's end; where they do end.
    fn elements(&mut self, range: Range<usize>, place: Place) -> Option<usize> {
        let mut at = range.start;
        while at < range.end {
            if place.is_open && self.octets.get(at..range.end)?.starts_with(&[0, 0]) {
                return Some(at);
            }
            at = self.element(at, range.end, place).ok()?;
        }
        match place.is_open {
            true => self.fail(at, TreeFault::NoEnd).ok(),
            false => Some(at),
        }
    }

    /// One element; where it ends.
    fn element(&mut self, at: usize, end: usize, place: Place) -> Result<usize, Stop> {
        if self.tree.nodes.len() >= MOST_NODES || self.visited >= MOST_VISITED {
            self.tree.is_cut_short = true;
            return Err(Stop);
        }
        self.visited += 1;
        let octets = self.octets.get(at..end).unwrap_or_default();
        let header = match Header::read(octets) {
            Ok(header) => header,
            Err(fault) => return self.fail(at, fault),
        };
        let start = at + usize::from(header.size);
        let present = end - start;
        let (contents, length) = match header.extent {
            Extent::Indefinite => (start..end, 0),
            Extent::Octets(length) => {
                if length > present as u64 {
                    let present = present as u64;
                    let expected = length;
                    self.note(at, TreeFault::TooLong { expected, present });
                }
                let within = usize::try_from(length).unwrap_or(usize::MAX).min(present);
                (start..start + within, saturated(length))
            }
        };
        let index = self.push(at, &header, length, place);
        if let Some(node) = self.tree.nodes.get_mut(index) {
            node.end = saturated(contents.end as u64);
        }
        let ends = self.contents(index, &header, contents, place);
        let children_end = saturated(self.tree.nodes.len() as u64);
        if let Some(node) = self.tree.nodes.get_mut(index) {
            node.children_end = children_end;
            if node.is_indefinite {
                let (inner, outer) = ends.unwrap_or((end, end));
                node.length = saturated((inner - start) as u64);
                node.end = saturated(outer as u64);
            }
        }
        match ends {
            Some((_, outer)) if !self.is_at_fault(place) => Ok(outer),
            _ => Err(Stop),
        }
    }

    /// Where the contents end, and where the element does.
    fn contents(
        &mut self,
        index: usize,
        header: &Header,
        contents: Range<usize>,
        place: Place,
    ) -> Option<(usize, usize)> {
        let is_open = header.extent == Extent::Indefinite;
        let inner = Place {
            depth: place.depth + 1,
            is_open,
            is_alone: false,
            ..place
        };
        let end = match header.tag.is_constructed {
            true if inner.depth < DEEPEST => self.elements(contents, inner)?,
            true if contents.is_empty() => contents.end,
            true => {
                self.tree.is_cut_short = true;
                match is_open {
                    false => contents.end,
                    true => contents.start + header::end_of_contents(self.octets.get(contents)?)?,
                }
            }
            false => {
                self.primitive(index, header.tag, contents.clone(), place);
                contents.end
            }
        };
        Some((end, if is_open { end + END_OF_CONTENTS } else { end }))
    }

    /// What it says; or what is in it, if that is an element.
    fn primitive(&mut self, index: usize, tag: Tag, contents: Range<usize>, place: Place) {
        let octets = self.octets.get(contents.clone()).unwrap_or_default();
        let skipped = usize::from(tag.is(names::BIT_STRING));
        if value::can_hold(tag, octets, place.is_alone) && place.depth + 1 < DEEPEST {
            let inner = Place {
                depth: place.depth + 1,
                is_encapsulated: true,
                is_open: false,
                is_alone: true,
            };
            if self.inside(contents.start + skipped..contents.end, inner) {
                return;
            }
        }
        if let Some(node) = self.tree.nodes.get_mut(index) {
            node.value = value::of(tag, octets);
            node.oid_name = value::oid_name(tag, octets);
        }
    }

    /// Tries an element in a string. One that is not whole was none: nothing of it stays.
    fn inside(&mut self, range: Range<usize>, place: Place) -> bool {
        let (before, fault) = (self.tree.nodes.len(), self.tree.fault.take());
        let was_cut_short = self.tree.is_cut_short;
        let end = self.element(range.start, range.end, place);
        let is_whole = end.is_ok_and(|end| end == range.end) && self.tree.fault.is_none();
        self.tree.fault = fault;
        if !is_whole {
            self.tree.nodes.truncate(before);
            self.tree.is_cut_short = was_cut_short;
        }
        is_whole
    }

    fn push(&mut self, at: usize, header: &Header, length: u32, place: Place) -> usize {
        self.tree.nodes.push(Node {
            depth: place.depth,
            offset: saturated(at as u64),
            header: header.size,
            length,
            end: 0,
            children_end: 0,
            tag: header.tag,
            type_name: names::type_name(header.tag).map(str::to_owned),
            oid_name: None,
            value: None,
            is_encapsulated: place.is_encapsulated,
            is_indefinite: header.extent == Extent::Indefinite,
            is_der: header.is_der,
        });
        self.tree.nodes.len() - 1
    }

    /// In a string nothing is kept that is not whole; outside, contents that are cut off are shown.
    fn is_at_fault(&self, place: Place) -> bool {
        place.is_encapsulated && self.tree.fault.is_some()
    }

    fn fail<T>(&mut self, at: usize, fault: TreeFault) -> Result<T, Stop> {
        self.note(at, fault);
        Err(Stop)
    }

    /// The first counts.
    fn note(&mut self, at: usize, fault: TreeFault) {
        let fault = (saturated(at as u64), fault);
        self.tree.fault.get_or_insert(fault);
    }
}

impl Tag {
    /// Whether it is this universal type, in whichever form.
    fn is(self, number: u32) -> bool {
        self.class == Class::Universal && self.number == number
    }
}

fn saturated(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// More than anybody scrolls through; a list of a million revoked certificates has several million.
const MOST_NODES: usize = 20_000;
const MOST_VISITED: usize = 4 * MOST_NODES;

/// Nothing that is honest has a fifth; each level takes some stack.
const DEEPEST: u16 = 64;

/// In octets.
const END_OF_CONTENTS: usize = 2;
