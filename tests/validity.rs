//! Validity periods: RFC 5280, section 4.1.2.5.

use certwright::{
    Error, Unit,
    pki::{Time, Validity},
};

/// 2028-02-29 13:00:00 UTC, so that a validity starts at noon of a leap day.
const LEAP_DAY: u64 = 1_835_442_000;

#[test]
fn times_are_shown_in_iso_form() {
    for (unix, shown) in [
        (0, "1970-01-01 00:00:00 UTC"),
        (1_795_228_988, "2026-11-21 02:43:08 UTC"),
        (LEAP_DAY, "2028-02-29 13:00:00 UTC"),
        (2_524_607_999, "2049-12-31 23:59:59 UTC"),
        (253_402_300_799, "9999-12-31 23:59:59 UTC"),
        (u64::MAX, "9999-12-31 23:59:59 UTC"),
    ] {
        assert_eq!(Time::from_unix(unix).to_string(), shown);
    }
    assert_eq!(Time::from_unix(u64::MAX), Time::MAX);
}

#[test]
fn days_are_exact_with_both_ends() {
    for days in [1, 90, 398, 36_500] {
        let Validity {
            not_before,
            not_after,
        } = Validity::days(Time::from_unix(LEAP_DAY), days).unwrap();
        assert_eq!(not_before.unix(), LEAP_DAY - 3_600);
        // Both ends count (RFC 5280, section 4.1.2.5), hence the one.
        assert_eq!(
            not_after.unix() - not_before.unix() + 1,
            u64::from(days) * 86_400
        );
    }
}

#[test]
fn years_follow_the_calendar() {
    for (now, years, start, end) in [
        (
            LEAP_DAY,
            1,
            "2028-02-29 12:00:00 UTC",
            "2029-02-28 11:59:59 UTC",
        ),
        (
            LEAP_DAY,
            4,
            "2028-02-29 12:00:00 UTC",
            "2032-02-29 11:59:59 UTC",
        ),
        (
            LEAP_DAY,
            72,
            "2028-02-29 12:00:00 UTC",
            "2100-02-28 11:59:59 UTC",
        ),
        (
            LEAP_DAY + 86_400,
            1,
            "2028-03-01 12:00:00 UTC",
            "2029-03-01 11:59:59 UTC",
        ),
        (
            1_795_098_400,
            30,
            "2026-11-19 13:26:40 UTC",
            "2056-11-19 13:26:39 UTC",
        ),
        (
            1_795_098_400,
            100,
            "2026-11-19 13:26:40 UTC",
            "2126-11-19 13:26:39 UTC",
        ),
    ] {
        let validity = Validity::years(Time::from_unix(now), years).unwrap();
        let shown = (
            validity.not_before.to_string(),
            validity.not_after.to_string(),
        );
        assert_eq!(shown, (start.into(), end.into()));
    }
}

#[test]
fn other_lengths_are_refused() {
    let now = Time::from_unix(LEAP_DAY);
    for given in [0, 36_501, u32::MAX] {
        let (unit, min, max) = (Unit::Days, 1, 36_500);
        assert_eq!(
            Validity::days(now, given),
            Err(Error::ValidityRange {
                unit,
                min,
                max,
                given
            })
        );
    }
    for given in [0, 101, u32::MAX] {
        let (unit, min, max) = (Unit::Years, 1, 100);
        assert_eq!(
            Validity::years(now, given),
            Err(Error::ValidityRange {
                unit,
                min,
                max,
                given
            })
        );
    }
}

#[test]
fn nothing_passes_9999_or_starts_before_1970() {
    let late = Time::from_unix(Time::MAX.unix() - 86_400);
    Validity::days(late, 1).expect("still in 9999");
    assert_eq!(Validity::days(late, 2), Err(Error::ValidityBeyond9999));
    assert_eq!(Validity::years(late, 1), Err(Error::ValidityBeyond9999));
    let early = Validity::days(Time::from_unix(5), 1).unwrap();
    assert_eq!(early.not_before, Time::from_unix(0));
}
