//! UTCTime and GeneralizedTime as OpenSSL accepts them (X.680, clauses 46 and 47).

/// `YYMMDDhhmm[ss]` or `YYYYMMDDhhmm[ss[.f]]`, then `Z` or a difference from UTC.
pub(super) fn is_valid(text: &str, is_generalized: bool) -> bool {
    parse(text, is_generalized).is_some()
}

fn parse(text: &str, is_generalized: bool) -> Option<()> {
    let mut rest = text;
    let year = match is_generalized {
        true => digits(&mut rest, 4)?,
        // Before 1950 is after 2000 (RFC 5280, section 4.1.2.5.1); for leap years it is all one.
        false => 2000 + digits(&mut rest, 2)?,
    };
    let month = within(digits(&mut rest, 2)?, 1, 12)?;
    within(digits(&mut rest, 2)?, 1, days(year, month))?;
    within(digits(&mut rest, 2)?, 0, 23)?;
    within(digits(&mut rest, 2)?, 0, 59)?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        within(digits(&mut rest, 2)?, 0, 59)?;
        if is_generalized && let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            (rest.len() < fraction.len()).then_some(())?;
        }
    }
    if rest == "Z" {
        return Some(());
    }
    rest = rest.strip_prefix(['+', '-'])?;
    within(digits(&mut rest, 2)?, 0, 12)?;
    within(digits(&mut rest, 2)?, 0, 59)?;
    rest.is_empty().then_some(())
}

fn digits(rest: &mut &str, count: usize) -> Option<u32> {
    let (number, after) = rest.split_at_checked(count)?;
    *rest = after;
    let is_number = number.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| number.parse().ok())?
}

fn within(number: u32, first: u32, last: u32) -> Option<u32> {
    (first..=last).contains(&number).then_some(number)
}

fn days(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
