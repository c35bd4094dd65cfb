//! Points in time and validity periods.

use core::{fmt, time::Duration};

use der::{
    DateTime,
    asn1::{GeneralizedTime, UtcTime},
};
use serde::{Deserialize, Serialize};
use x509_cert::{certificate::Profile, time as x509};

use crate::{Error, Unit};

/// A point in time: whole seconds since 1970-01-01 00:00:00 UTC, at most the last of the year 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u64", into = "u64")]
pub struct Time(u64);

impl Time {
    /// The last second of the year 9999, the latest that a certificate can name.
    pub const MAX: Self = Self(MAX_UNIX);

    /// A day, in seconds.
    pub const DAY: u64 = 86_400;

    /// The point `seconds` after the start of 1970; whatever is later than [`Time::MAX`] becomes it.
    pub fn from_unix(seconds: u64) -> Self {
        Self(seconds.min(MAX_UNIX))
    }

    /// Seconds since the start of 1970.
    pub fn unix(self) -> u64 {
        self.0
    }

    /// For points in time that stand in the source.
    pub(crate) const fn of_unix(seconds: u64) -> Self {
        assert!(seconds <= MAX_UNIX);
        Self(seconds)
    }

    pub(crate) fn date_time(self) -> DateTime {
        // Cannot fail: `DateTime` reaches exactly as far as `MAX_UNIX`.
        DateTime::from_unix_duration(Duration::from_secs(self.0)).unwrap_or(DateTime::INFINITY)
    }

    fn checked_add(self, seconds: u64) -> Option<Self> {
        self.0
            .checked_add(seconds)
            .filter(|end| *end <= MAX_UNIX)
            .map(Self)
    }

    fn add_years(self, years: u32) -> Option<Self> {
        let start = self.date_time();
        let year = start.year().checked_add(u16::try_from(years).ok()?)?;
        // The 29th of February exists in leap years only.
        let day = if is_leap_day(&start) && !is_leap_year(year) {
            28
        } else {
            start.day()
        };
        let (hour, minutes, seconds) = (start.hour(), start.minutes(), start.seconds());
        let end = DateTime::new(year, start.month(), day, hour, minutes, seconds).ok()?;
        Some(Self(end.unix_duration().as_secs()))
    }
}

impl From<u64> for Time {
    fn from(seconds: u64) -> Self {
        Self::from_unix(seconds)
    }
}

impl From<Time> for u64 {
    fn from(time: Time) -> Self {
        time.0
    }
}

/// RFC 5280, section 4.1.2.5: "CAs conforming to this profile MUST always encode certificate
/// validity dates through the year 2049 as UTCTime; certificate validity dates in 2050 or later
/// MUST be encoded as GeneralizedTime."
impl From<Time> for x509::Time {
    fn from(time: Time) -> Self {
        let date = time.date_time();
        match UtcTime::from_date_time(date) {
            Ok(utc) => Self::UtcTime(utc),
            Err(_) => Self::GeneralTime(GeneralizedTime::from_date_time(date)),
        }
    }
}

impl From<x509::Time> for Time {
    fn from(time: x509::Time) -> Self {
        Self::from_unix(time.to_unix_duration().as_secs())
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let t = self.date_time();
        write!(f, "{:04}-{:02}-{:02} ", t.year(), t.month(), t.day())?;
        write!(
            f,
            "{:02}:{:02}:{:02} UTC",
            t.hour(),
            t.minutes(),
            t.seconds()
        )
    }
}

/// From when until when a certificate is valid, both ends included (RFC 5280, section 4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// The first second.
    pub not_before: Time,
    /// The last second.
    pub not_after: Time,
}

impl Validity {
    /// The shortest and the longest number of days.
    pub const DAYS: (u32, u32) = (1, 36_500);

    /// The shortest and the longest number of years.
    pub const YEARS: (u32, u32) = (1, 100);

    /// Exactly `count` days of 86 400 seconds, starting an hour before `now`.
    ///
    /// # Errors
    /// [`Error::ValidityRange`] outside of [`Validity::DAYS`], [`Error::ValidityBeyond9999`].
    pub fn days(now: Time, count: u32) -> Result<Self, Error> {
        check_range(Unit::Days, Self::DAYS, count)?;
        let not_before = start(now);
        let length = u64::from(count) * Time::DAY - 1;
        let not_after = not_before
            .checked_add(length)
            .ok_or(Error::ValidityBeyond9999)?;
        Ok(Self {
            not_before,
            not_after,
        })
    }

    /// `count` calendar years less one second, starting an hour before `now`.
    ///
    /// What starts on a 29th of February ends by a 28th where the year has no 29th.
    ///
    /// # Errors
    /// [`Error::ValidityRange`] outside of [`Validity::YEARS`], [`Error::ValidityBeyond9999`].
    pub fn years(now: Time, count: u32) -> Result<Self, Error> {
        check_range(Unit::Years, Self::YEARS, count)?;
        let not_before = start(now);
        let end = not_before
            .add_years(count)
            .ok_or(Error::ValidityBeyond9999)?;
        let not_after = Time(end.0 - 1);
        Ok(Self {
            not_before,
            not_after,
        })
    }

    /// Days of 86 400 seconds, both ends included; any further second is another day (BR 6.3.2).
    pub fn day_count(self) -> u64 {
        let after = self.not_after.unix().saturating_add(1);
        let seconds = after.saturating_sub(self.not_before.unix());
        seconds.div_ceil(Time::DAY)
    }
}

impl From<Validity> for x509::Validity {
    fn from(validity: Validity) -> Self {
        Self::new(validity.not_before.into(), validity.not_after.into())
    }
}

impl<P: Profile> From<&x509::Validity<P>> for Validity {
    fn from(validity: &x509::Validity<P>) -> Self {
        Self {
            not_before: validity.not_before.into(),
            not_after: validity.not_after.into(),
        }
    }
}

fn check_range(unit: Unit, (min, max): (u32, u32), given: u32) -> Result<(), Error> {
    if (min..=max).contains(&given) {
        return Ok(());
    }
    Err(Error::ValidityRange {
        unit,
        min,
        max,
        given,
    })
}

/// An hour early, since the clock of a device that checks the certificate may be slow.
fn start(now: Time) -> Time {
    Time(now.0.saturating_sub(SECONDS_AN_HOUR))
}

fn is_leap_day(date: &DateTime) -> bool {
    date.month() == 2 && date.day() == 29
}

fn is_leap_year(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

const SECONDS_AN_HOUR: u64 = 3_600;
const MAX_UNIX: u64 = 253_402_300_799;
