//! How an authority goes on of which nobody knows all that it did.

use core::cmp::Ordering;

use super::Ca;
use crate::{
    authority::register::{Lists, Serials},
    pki::Serial,
};

/// Gives no serial number and no list's number that may have been given.
pub(super) fn resume(ca: &mut Ca) {
    ca.serials = Serials::Random;
    ca.lists.next_number = far_beyond(&ca.lists.next_number);
}

/// More is revoked than its lists say, some of it before the last one was made: a list of what has changed since would
/// not have it, so there has to be a full one before.
pub(super) fn fall_due(ca: &mut Ca) {
    ca.lists.is_due = true;
    ca.lists.full_number = None;
}

/// Whether the copy has given a number that is still to be given here.
pub(super) fn is_further(ours: &Ca, theirs: &Ca) -> bool {
    let lists = compare(&theirs.lists.next_number, &ours.lists.next_number);
    let serials = match (&ours.serials, &theirs.serials) {
        (Serials::Counted { next: ours }, Serials::Counted { next: theirs }) => {
            compare(theirs, ours)
        }
        _ => Ordering::Equal,
    };
    lists.is_gt() || serials.is_gt()
}

/// Begins where the one that is further would.
pub(super) fn catch_up(ours: &mut Ca, serials: &Serials, lists: &Lists) {
    if compare(&lists.next_number, &ours.lists.next_number).is_gt() {
        ours.lists.next_number = lists.next_number.clone();
    }
    if let (Serials::Counted { next }, Serials::Counted { next: theirs }) =
        (&mut ours.serials, serials)
        && compare(theirs, next).is_gt()
    {
        *next = theirs.clone();
    }
}

/// 2³² later: more lists than anybody makes, and 20 octets have room for 2¹²⁷ such steps. From a number that is too
/// near to the end there is no step.
fn far_beyond(number: &Serial) -> Serial {
    let mut octets = vec![0; 5];
    octets.extend(number.as_octets());
    for octet in octets.iter_mut().rev().skip(4) {
        *octet = octet.wrapping_add(1);
        if *octet != 0 {
            break;
        }
    }
    let digits: String = octets.iter().map(|octet| format!("{octet:02X}")).collect();
    Serial::from_hex(&digits).unwrap_or_else(|_| number.clone())
}

fn compare(a: &Serial, b: &Serial) -> Ordering {
    let (a, b) = (a.as_octets(), b.as_octets());
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}
