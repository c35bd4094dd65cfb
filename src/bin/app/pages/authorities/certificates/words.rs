//! What tables, details and history say in the page's words.

use crate::components::icon::{Icon, Symbol};
use crate::texts::{self, Texts};
use crate::wording;
use certwright::authority::{Filter, RowState};
use certwright::pki::{Serial, Time, chain::Reason};
use certwright::web::now;
use js_sys::{Date, Number, Object, Reflect};
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// Which certificates can be shown, with the words for it.
pub const FILTERS: [(Filter, &str); 6] = [
    (Filter::All, "certs-all-states"),
    (Filter::In(RowState::Good), "state-good"),
    (Filter::In(RowState::Ending), "state-ending"),
    (Filter::In(RowState::Expired), "state-expired"),
    (Filter::In(RowState::Held), "state-held"),
    (Filter::In(RowState::Revoked), "state-revoked"),
];

/// The word for what became of a certificate.
pub fn state(state: RowState) -> &'static str {
    match state {
        RowState::Good => "state-good",
        RowState::Ending => "state-ending",
        RowState::Expired => "state-expired",
        RowState::Held => "state-held",
        RowState::Revoked => "state-revoked",
    }
}

/// The same with an icon.
pub fn state_mark(texts: &Texts, of: RowState) -> Html {
    let (icon, class) = match of {
        RowState::Good => (Icon::Success, "cw-state-good"),
        RowState::Ending => (Icon::Warning, "cw-mind"),
        RowState::Expired => (Icon::Danger, "cw-state-over"),
        RowState::Held => (Icon::Lock, "cw-mind"),
        RowState::Revoked => (Icon::Remove, "cw-bad"),
    };
    html! { <span class={classes!("cw-state", class)}><Symbol {icon} />{ texts.get(state(of)) }</span> }
}

/// Why something is revoked, with RFC 5280's name for it (section 5.3.1).
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Unspecified => "revoked-unspecified",
        Reason::KeyCompromise => "revoked-key",
        Reason::CaCompromise => "revoked-ca",
        Reason::AffiliationChanged => "revoked-affiliation",
        Reason::Superseded => "revoked-superseded",
        Reason::CessationOfOperation => "revoked-cessation",
        Reason::CertificateHold => "revoked-hold",
        Reason::RemoveFromCrl => "revoked-remove",
        Reason::PrivilegeWithdrawn => "revoked-privilege",
        Reason::AaCompromise => "revoked-aa",
    }
}

/// How far away a time is, in days.
pub fn distance(texts: &Texts, time: Time) -> String {
    let now = now().unix();
    let (id, seconds) = match time.unix().checked_sub(now) {
        Some(left) => ("certs-in-days", left),
        None => ("certs-days-ago", now - time.unix()),
    };
    texts.with(id, &[("days", (seconds / Time::DAY).into())])
}

/// A date, and how far away it is.
pub fn until(texts: &Texts, time: Time) -> Html {
    html! { <>{ wording::date(texts, time) }{ " " }<span class="cw-note cw-nowrap">{ distance(texts, time) }</span></> }
}

/// A day and its minute, in the page's language and the device's time.
pub fn moment(texts: &Texts, time: Time) -> String {
    let options = Object::new();
    Reflect::set(&options, &"dateStyle".into(), &"medium".into()).ok();
    Reflect::set(&options, &"timeStyle".into(), &"short".into()).ok();
    Date::new(&JsValue::from_f64(time.unix() as f64 * 1000.0))
        .to_locale_string(texts::tag(texts.language()), &options)
        .into()
}

/// A number with its thousands apart.
pub fn number(texts: &Texts, number: u32) -> String {
    Number::from(f64::from(number))
        .to_locale_string(texts::tag(texts.language()))
        .into()
}

/// A serial number for a column: of a long one, both ends.
pub fn short_serial(serial: &Serial) -> String {
    let digits = serial.to_hex();
    match (
        digits.get(..8),
        digits.get(digits.len().saturating_sub(6)..),
    ) {
        (Some(first), Some(last)) if digits.len() > 20 => format!("{first}…{last}"),
        _ => digits,
    }
}
