//! Points in time: `Jan  1 00:00:00 2050 GMT`.

use crate::pki::inspect::{
    out::Out,
    tlv::{GENERALIZED_TIME, Tlv, UTC_TIME},
};

/// A UTCTime or a GeneralizedTime. `None` for anything else.
pub(in crate::pki::inspect) fn time(out: &mut Out, time: Tlv<'_>) -> Option<()> {
    if !matches!(time.tag, UTC_TIME | GENERALIZED_TIME) {
        return None;
    }
    good(out, time);
    Some(())
}

/// Whether it is a point in time.
fn good(out: &mut Out, time: Tlv<'_>) -> bool {
    let mark = out.mark();
    let is_good = read(out, time).is_some();
    if !is_good {
        out.take_from(mark);
        out.push("Bad time value");
    }
    is_good
}

/// A GeneralizedTime, whatever its tag, and whether it is a point in time.
pub(super) fn generalized(out: &mut Out, octets: &[u8]) -> bool {
    let time = Tlv {
        tag: GENERALIZED_TIME,
        number: u32::from(GENERALIZED_TIME),
        contents: octets,
        whole: octets,
    };
    good(out, time)
}

fn read(out: &mut Out, time: Tlv<'_>) -> Option<()> {
    let text = core::str::from_utf8(time.contents).ok()?;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(digits)?;
    let year_digits = if time.tag == UTC_TIME { 2 } else { 4 };
    let (year, digits) = digits.split_at_checked(year_digits)?;
    let is_whole = digits.len() == 8 || digits.len() == 10;
    let part = |at: usize| -> Option<usize> { digits.get(at..at + 2)?.parse().ok() };
    let seconds = match digits.len() {
        10 => part(8)?,
        _ => 0,
    };
    let (month, day, hour, minute) = (part(0)?, part(2)?, part(4)?, part(6)?);
    let mut year: usize = year.parse().ok()?;
    if time.tag == UTC_TIME {
        year += if year < 50 { 2000 } else { 1900 };
    }
    let name = MONTHS.get(month.checked_sub(1)?)?;
    let is_date = (1..=days(year, month)).contains(&day) && hour < 24 && minute < 60;
    if !is_whole || !is_date || seconds > 59 {
        return None;
    }
    let (fraction, zone) = fraction(rest, time.tag)?;
    if !matches!(zone, "Z" | "") {
        return None;
    }
    out.push(name);
    out.push(if day < 10 { "  " } else { " " });
    out.show(day);
    for (before, number) in [(" ", hour), (":", minute), (":", seconds)] {
        out.push(before);
        out.push(if number < 10 { "0" } else { "" });
        out.show(number);
    }
    out.push(fraction);
    out.push(" ");
    out.show(year);
    out.push(if zone == "Z" { " GMT" } else { "" });
    Some(())
}

fn fraction(rest: &str, tag: u8) -> Option<(&str, &str)> {
    let Some(after) = rest.strip_prefix('.').filter(|_| tag != UTC_TIME) else {
        return Some(("", rest));
    };
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| rest.split_at_checked(digits + 1))?
}

fn days(year: usize, month: usize) -> usize {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

pub(super) const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
