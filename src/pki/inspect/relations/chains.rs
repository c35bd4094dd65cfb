//! Ways upwards, and circles.

use std::collections::HashSet;

use super::{
    Relations,
    issuers::Issuers,
    object::{Kind, View},
};

/// Puts certificates in order, leaf first.
pub(super) fn find(views: &[View<'_>], issuers: &Issuers, found: &mut Relations) {
    let mut issued: HashSet<usize> = HashSet::new();
    for place in 0..views.len() {
        issued.extend(issuers.of(place));
    }
    let mut walk = Walk {
        views,
        issuers,
        found,
        seen: HashSet::new(),
        circles: HashSet::new(),
    };
    let (mut places, mut is_first) = (Vec::new(), HashSet::new());
    for (place, view) in views.iter().enumerate() {
        // The same certificate twice is one.
        if view.kind == Kind::Certificate && is_first.insert(&view.octets) {
            places.push(place);
        }
    }
    for place in places.iter().filter(|place| !issued.contains(place)) {
        walk.from(*place);
    }
    // What only leads in circles has no leaf.
    for place in places {
        if !walk.seen.contains(&place) && walk.leads_in_a_circle(place) {
            walk.from(place);
        }
    }
}

struct Walk<'w, 'o> {
    views: &'w [View<'o>],
    issuers: &'w Issuers,
    found: &'w mut Relations,
    seen: HashSet<usize>,
    circles: HashSet<Vec<usize>>,
}

impl Walk<'_, '_> {
    fn from(&mut self, leaf: usize) {
        let path = self.path(leaf);
        self.seen.extend(&path);
        self.found.chains.push(self.numbers(&path));
    }

    fn leads_in_a_circle(&self, place: usize) -> bool {
        let mut path = vec![place];
        while let Some(next) = path.last().and_then(|last| self.issuers.of(*last).first()) {
            if path.contains(next) {
                return true;
            }
            if path.len() >= LONGEST {
                return false;
            }
            path.push(*next);
        }
        false
    }

    fn path(&mut self, leaf: usize) -> Vec<usize> {
        let mut path = vec![leaf];
        while let Some(next) = path.last().and_then(|last| self.issuers.of(*last).first()) {
            if let Some(start) = path.iter().position(|place| place == next) {
                let circle = path.get(start..).unwrap_or_default().to_vec();
                self.circle(circle);
                break;
            }
            if path.len() >= LONGEST {
                self.found.is_cut_short = true;
                break;
            }
            path.push(*next);
        }
        path
    }

    /// Each circle once, wherever it was entered.
    fn circle(&mut self, circle: Vec<usize>) {
        let mut sorted = circle.clone();
        sorted.sort_unstable();
        if self.circles.insert(sorted) {
            let numbers = self.numbers(&circle);
            self.found.cycles.push(numbers);
        }
    }

    fn numbers(&self, path: &[usize]) -> Vec<u32> {
        let views = path.iter().filter_map(|place| self.views.get(*place));
        views.map(|view| view.id).collect()
    }
}

/// In certificates.
const LONGEST: usize = 20;
