//! Serial numbers.

use crate::pki::inspect::{
    out::{LOWER, Out},
    tlv::Integer,
};

/// Of up to 63 bits in decimal and hexadecimal, else octets on a line of their own.
pub(super) fn print(out: &mut Out, contents: &[u8]) {
    let is_negative = contents.first().is_some_and(|first| first & 0x80 != 0);
    let number = Integer::forgiving(contents, is_negative);
    let small = number.small().and_then(|small| i64::try_from(small).ok());
    let lowest = || number.is_negative && number.small() == Some(1 << 63);
    // OpenSSL takes -1 for a failure.
    let is_minus_one = number.is_negative && small == Some(1);
    let small = small.map(|small| small as u64);
    let small = small.or_else(|| lowest().then_some(1 << 63));
    match small.filter(|_| !is_minus_one) {
        Some(small) => {
            let sign = if number.is_negative { "-" } else { "" };
            out.show(format_args!(" {sign}{small} ({sign}0x{small:x})\n"));
        }
        None => {
            out.push("\n            ");
            out.push(if number.is_negative {
                " (Negative)"
            } else {
                ""
            });
            out.hex_colons(&number.octets, LOWER);
            out.push("\n");
        }
    }
}
