//! Two histories.

use std::collections::{BTreeMap, HashMap};

use crate::authority::register::{Act, Event};

/// Lines that are not in ours, in their order. A line that is there twice is here twice in the end.
pub(super) fn lacking(ours: &BTreeMap<u32, Event>, theirs: BTreeMap<u32, Event>) -> Vec<Event> {
    let mut known: HashMap<_, u32> = HashMap::new();
    for event in ours.values() {
        *known.entry(plain(event)).or_default() += 1;
    }
    let is_lacking = |event: &Event| match known.get_mut(&plain(event)) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => true,
    };
    theirs.into_values().filter(is_lacking).collect()
}

/// What is the same here and there: all but the numbers.
fn plain(event: &Event) -> Vec<u8> {
    // To write into a vector never fails.
    postcard::to_allocvec(&renumbered(event.clone(), |_| None)).unwrap_or_default()
}

/// With other numbers; [`NOTHING`] for what has none.
pub(super) fn renumbered(mut event: Event, number: impl Fn(u32) -> Option<u32>) -> Event {
    let change = |id: &mut u32| *id = number(*id).unwrap_or(NOTHING);
    if let Some((id, _)) = &mut event.authority {
        change(id);
    }
    match &mut event.act {
        Act::Issued { entry, .. }
        | Act::Revoked { entry, .. }
        | Act::Released { entry, .. }
        | Act::KeySaved { entry, .. } => change(entry),
        Act::Renewed { entry, old, .. } => {
            change(entry);
            change(old);
        }
        Act::Created
        | Act::Imported { .. }
        | Act::Exported { .. }
        | Act::IssuedMany { .. }
        | Act::Published { .. }
        | Act::Changed
        | Act::Removed
        | Act::TemplateSaved { .. }
        | Act::TemplateRemoved { .. }
        | Act::PassphraseSet
        | Act::BackedUp
        | Act::Restored { .. } => {}
    }
    event
}

/// The number that nothing ever has.
const NOTHING: u32 = 0;
