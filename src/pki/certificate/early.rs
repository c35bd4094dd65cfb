//! Times before 1970.

use der::{AnyRef, Decode, Tag, Tagged};

use crate::pki::pkcs7::elements;

/// The certificate with the first second of 1970 for each end of its validity that is before; `None` when
/// neither is. Lengths stay as they are.
pub(super) fn after_1970(der: &[u8]) -> Option<Vec<u8>> {
    let outer = AnyRef::from_der(der).ok()?;
    let content = *elements(outer.value(), MOST).ok()?.first()?;
    let fields = elements(content.value(), MOST).ok()?;
    // Of the fields before it only the names and the algorithm are sequences.
    let validity = fields.iter().filter(|field| field.tag() == Tag::Sequence);
    let validity = *validity.into_iter().nth(2)?;
    let mut later = der.to_vec();
    let mut is_changed = false;
    for time in elements(validity.value(), 2).ok()? {
        let first: &[u8] = match (time.tag(), time.value()) {
            (Tag::UtcTime, [b'5' | b'6', _, rest @ ..]) if rest.len() == 11 => b"700101000000Z",
            (Tag::GeneralizedTime, octets @ [_, _, _, _, rest @ ..])
                if rest.len() == 11 && octets < &b"1970"[..] && is_date(octets) =>
            {
                b"19700101000000Z"
            }
            _ => continue,
        };
        if !is_date(time.value()) {
            return None;
        }
        let start = place_in(der, time.value())?;
        later
            .get_mut(start..start + first.len())?
            .copy_from_slice(first);
        is_changed = true;
    }
    is_changed.then_some(later)
}

/// Digits, and a `Z`.
fn is_date(octets: &[u8]) -> bool {
    let digits = octets.strip_suffix(b"Z");
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
}

/// Where a part of the octets begins in them.
fn place_in(whole: &[u8], part: &[u8]) -> Option<usize> {
    (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)
}

/// A certificate's content has at most ten fields.
const MOST: usize = 10;
