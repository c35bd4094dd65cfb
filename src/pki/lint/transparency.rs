//! Certificate transparency (RFC 6962).

use super::{
    Rule,
    report::Report,
    view::{self, View},
};

pub(super) fn check(view: &View, report: &mut Report) {
    let has_timestamps = view.extension(view::SCTS).is_some();
    if let Some(poison) = view.extension(view::POISON) {
        report.add(Rule::Precertificate);
        report.unless(poison.critical, Rule::PoisonNotCritical);
        report.unless(!has_timestamps, Rule::PoisonAndTimestamps);
        return;
    }
    let is_asked = view.is_issued() && view.is_server();
    report.unless(has_timestamps || !is_asked, Rule::TimestampsMissing);
}
