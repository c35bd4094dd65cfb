//! From when until when (RFC 5280, section 4.1.2.5).

use x509_cert::time::Time as X509Time;

use super::{Rule, report::Report, view::View};
use crate::pki::{Time, Validity};

pub(super) fn check(view: &View, issuer: Option<&View>, report: &mut Report) {
    if let Some(envelope) = &view.envelope {
        let times = &envelope.times;
        report.unless(times.iter().all(is_well_written), Rule::ValidityUtcTime);
    }
    let Some(validity) = view.validity else {
        return;
    };
    report.unless(
        validity.not_before <= validity.not_after,
        Rule::ValidityOrder,
    );
    report.unless(validity.not_after < YEAR_9999, Rule::ValidityNever);
    length(view, validity, report);
    if let Some(theirs) = issuer.and_then(|issuer| issuer.validity) {
        if validity.not_after > theirs.not_after {
            report.say(Rule::OutlivesIssuer, &theirs.not_after.to_string());
        }
        if validity.not_before < theirs.not_before {
            report.say(Rule::PredatesIssuer, &theirs.not_before.to_string());
        }
    }
}

fn length(view: &View, validity: Validity, report: &mut Report) {
    let days = validity.day_count();
    let mut say = |rule| report.say(rule, &days.to_string());
    if view.is_root() {
        if days > ROOT_DAYS.1 {
            say(Rule::RootValidityLong);
        }
        if days < ROOT_DAYS.0 {
            say(Rule::RootValidityShort);
        }
    } else if view.is_authority() && days > TEN_YEARS {
        say(Rule::IntermediateValidityLong);
    }
    if !view.is_server() {
        return;
    }
    if too_long_for_apple(validity).is_some() {
        say(Rule::Validity825);
    }
    let limit = LIMITS
        .iter()
        .find(|(from, ..)| validity.not_before >= *from);
    if let Some((_, _, rule)) = limit.filter(|(_, limit, _)| days > *limit) {
        say(*rule);
    }
}

/// For how many days it is, if that is longer than Apple takes below whatever root
/// (<https://support.apple.com/HT210176>). Its shorter limits spare roots that users have installed.
pub(in crate::pki) fn too_long_for_apple(validity: Validity) -> Option<u64> {
    let days = validity.day_count();
    (days > APPLES_DAYS && validity.not_before >= APPLE).then_some(days)
}

/// UTCTime through the year 2049.
pub(super) fn is_well_written(time: &X509Time) -> bool {
    match time {
        X509Time::UtcTime(_) => true,
        X509Time::GeneralTime(time) => time.to_date_time().year() > 2049,
    }
}

/// From when on how many days are the most, the latest first (BR 6.3.2).
#[rustfmt::skip]
static LIMITS: [(Time, u64, Rule); 4] = [
    (Time::of_unix(1_868_227_200), 47, Rule::Validity47), // 2029-03-15
    (Time::of_unix(1_805_068_800), 100, Rule::Validity100), // 2027-03-15
    (Time::of_unix(1_773_532_800), 200, Rule::Validity200), // 2026-03-15
    (Time::of_unix(1_598_918_400), 398, Rule::Validity398), // 2020-09-01
];

/// How many days Apple takes of certificates since 2019-07-01.
const APPLES_DAYS: u64 = 825;
const APPLE: Time = Time::of_unix(1_561_939_200);
/// 9999-01-01.
const YEAR_9999: Time = Time::of_unix(253_370_764_800);
/// BR 7.1.2.1.1.
const ROOT_DAYS: (u64, u64) = (2_922, 9_132);
const TEN_YEARS: u64 = 3_653;
