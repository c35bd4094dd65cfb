//! How long a certificate is to be valid, as it is typed.

use crate::forms::Problem;
use certwright::pki::{Time, Validity};
use certwright::{Error, Unit};

/// How the end is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// By the number of days.
    #[default]
    Days,
    /// By the date.
    Until,
}

/// How long it is to be valid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// How its end is said.
    pub way: Way,
    /// The number of days, as typed.
    pub days: String,
    /// The last day, as `2030-12-31`.
    pub until: String,
    is_own: bool,
}

/// What a span comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// From when until when.
    pub validity: Validity,
    /// Whether it ends with its issuer, and would go on beyond.
    pub is_cut: bool,
}

impl Span {
    /// What the user types is theirs.
    pub fn set_days(&mut self, text: String) {
        self.days = text;
        self.is_own = true;
    }

    /// What a profile or a former certificate says, unless the user has said it.
    pub fn follow(&mut self, validity: Validity) {
        if !self.is_own {
            self.days = days(validity).to_string();
        }
    }

    /// From when until when, never beyond the issuer.
    ///
    /// # Errors
    /// What is wrong with what is typed.
    pub fn period(&self, now: Time, issuer: Option<Validity>) -> Result<Period, Problem> {
        let mut validity = match self.way {
            Way::Days => {
                let days = self.days.trim();
                if days.is_empty() || !days.bytes().all(|octet| octet.is_ascii_digit()) {
                    return Err(Problem::NotANumber);
                }
                Validity::days(now, days.parse().unwrap_or(u32::MAX)).map_err(Problem::Refused)?
            }
            Way::Until => until(&self.until, now)?,
        };
        let Some(issuer) = issuer else {
            return Ok(Period {
                validity,
                is_cut: false,
            });
        };
        // A certificate begins an hour early, and perhaps its issuer did not.
        validity.not_before = validity.not_before.max(issuer.not_before);
        let is_cut = validity.not_after > issuer.not_after;
        validity.not_after = validity.not_after.min(issuer.not_after);
        Ok(Period { validity, is_cut })
    }
}

/// Until the last second of a day.
fn until(text: &str, now: Time) -> Result<Validity, Problem> {
    let milliseconds = js_sys::Date::parse(&format!("{text}T23:59:59Z"));
    let not_after = Time::from_unix((milliseconds.max(0.0) / 1000.0) as u64);
    let (min, max) = Validity::DAYS;
    let last = Time::from_unix(now.unix().saturating_add(u64::from(max) * Time::DAY));
    // What is no date is none after today, either.
    if !milliseconds.is_finite() || not_after <= now || not_after > last {
        return Err(Problem::Refused(Error::ValidityRange {
            unit: Unit::Days,
            min,
            max,
            given: 0,
        }));
    }
    let today = Validity::days(now, 1).map_err(Problem::Refused)?;
    Ok(Validity {
        not_before: today.not_before,
        not_after,
    })
}

/// Whole days, at least one.
fn days(validity: Validity) -> u64 {
    let seconds = validity.not_after.unix() + 1;
    let seconds = seconds.saturating_sub(validity.not_before.unix());
    (seconds / Time::DAY).max(1)
}
