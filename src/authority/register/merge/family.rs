//! Authorities below authorities.

use std::collections::{BTreeMap, BTreeSet};

use super::Ca;

/// Makes roots of authorities that are, by a file that somebody forged, below themselves.
pub(super) fn cut_circles(authorities: &mut BTreeMap<u32, Ca>) {
    let mut sound = BTreeSet::new();
    let ids: Vec<u32> = authorities.keys().copied().collect();
    for id in ids {
        let mut path = BTreeSet::new();
        let mut at = id;
        while !sound.contains(&at) && path.insert(at) {
            let Some(parent) = authorities.get(&at).and_then(|ca| ca.parent) else {
                break;
            };
            if path.contains(&parent)
                && let Some(ca) = authorities.get_mut(&at)
            {
                ca.parent = None;
                break;
            }
            at = parent;
        }
        sound.append(&mut path);
    }
}
