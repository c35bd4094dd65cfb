//! From octets to nodes, as far as it goes.

use core::ops::Range;

use super::{
    Node, Tag, Tree, TreeFault,
    header::{self, END_OF_CONTENTS, Extent, Header},
    names, value,
};
use crate::{pki::inspect::tlv, saturated::saturated};

/// A tree that grows.
pub(super) struct Builder<'a> {
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

impl<'a> Builder<'a> {
    pub(super) fn new(octets: &'a [u8]) -> Self {
        Self {
            octets,
            tree: Tree::default(),
            visited: 0,
        }
    }

    pub(super) fn build(mut self) -> Tree {
        if self.octets.is_empty() {
            self.note(0, TreeFault::Empty);
        }
        self.elements(0..self.octets.len(), Place::default());
        self.tree
    }

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
        let skipped = usize::from(tag.is(tlv::BIT_STRING));
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

/// More than anybody scrolls through; a list of a million revoked certificates has several million.
const MOST_NODES: usize = 20_000;
const MOST_VISITED: usize = 4 * MOST_NODES;

/// Nothing that is honest has a fifth; each level takes some stack.
const DEEPEST: u16 = 64;
