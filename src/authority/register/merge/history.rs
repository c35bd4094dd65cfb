//! Two histories.

use std::collections::{BTreeMap, HashMap};

use crate::authority::register::{Act, Event};

/// Lines that are not in ours, in their order. A line that is there twice is here twice in the end.
///
/// Each side says which authority here a number means; `None` for those that are not, or no longer, here.
pub(super) fn lacking(
    ours: &BTreeMap<u32, Event>,
    our_number: impl Fn(u32) -> Option<u32>,
    theirs: BTreeMap<u32, Event>,
    their_number: impl Fn(u32) -> Option<u32>,
) -> Vec<Event> {
    let mut known: HashMap<_, u32> = HashMap::new();
    for event in ours.values() {
        *known.entry(plain(event, &our_number)).or_default() += 1;
    }
    let is_lacking = |event: &Event| match known.get_mut(&plain(event, &their_number)) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => true,
    };
    theirs.into_values().filter(is_lacking).collect()
}

/// What is the same here and there: all but the numbers of certificates, whose serial numbers are there too.
fn plain(event: &Event, number: impl Fn(u32) -> Option<u32>) -> Vec<u8> {
    let mut plain = renumbered(event.clone(), |_| None);
    if let (Some((to, _)), Some((from, _))) = (&mut plain.authority, &event.authority) {
        *to = number(*from).unwrap_or(NOTHING);
    }
    // To write into a vector never fails.
    postcard::to_allocvec(&plain).unwrap_or_default()
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
