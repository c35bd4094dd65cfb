//! How an authority's lists are: made when, good until when, and whether a new one is due.

use super::Props;
use crate::components::fact;
use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use crate::pages::authorities::certificates::{distance, moment, number};
use crate::texts::Texts;
use certwright::engine::office::CaFacts;
use certwright::pki::Time;
use certwright::web::now;
use yew::prelude::*;

/// What the last lists say, and what is to be done.
#[component]
pub fn Status(props: &Props) -> Html {
    let texts = use_texts();
    let authority = &props.authority;
    let list = &authority.list;
    let line = |name, value: String| fact::line(&texts, name, value.into());
    html! {
        <>
            <div class="cw-stack" role="status">{ for dues(&texts, authority) }</div>
            <dl class="cw-table">
                if let Some((made, until)) = list.last {
                    { line("crl-last", moment(&texts, made)) }
                    { line("crl-until", end(&texts, until)) }
                    { line("fact-revoked", number(&texts, list.revoked)) }
                }
                if let Some((made, until)) = list.delta {
                    { line("crl-delta-last", moment(&texts, made)) }
                    { line("crl-delta-until", end(&texts, until)) }
                }
                { line("crl-next-number", list.next_number.to_hex()) }
                { line("crl-every", texts.with("crl-days", &[("days", list.days.into())])) }
            </dl>
        </>
    }
}

/// Until when a list is good.
fn end(texts: &Texts, until: Option<Time>) -> String {
    match until {
        Some(until) => format!("{} · {}", moment(texts, until), distance(texts, until)),
        None => texts.get("crl-no-end"),
    }
}

/// Why a new list is due, or that none is.
fn dues(texts: &Texts, authority: &CaFacts) -> Vec<Html> {
    let list = &authority.list;
    let says = |tone: Tone, id: &'static str| html! { <Notice {tone} title={texts.get(id)} /> };
    let Some((_, until)) = list.last else {
        let [_, _, held, revoked] = authority.counts;
        return match held + revoked {
            0 => vec![says(Tone::Info, "crl-never")],
            _ => vec![says(Tone::Warning, "crl-never-revoked")],
        };
    };
    let left = until.map(|until| until.unix().checked_sub(now().unix()));
    let mut dues = match left {
        Some(None) => vec![says(Tone::Danger, "crl-past")],
        Some(Some(left)) if left < near(list.days) => vec![html! {
            <Notice tone={Tone::Warning} title={texts.with("crl-near", &[("days", (left / Time::DAY).into())])} />
        }],
        _ => Vec::new(),
    };
    if list.is_due {
        dues.push(says(Tone::Warning, "crl-changed"));
    }
    if dues.is_empty() {
        dues.push(says(Tone::Success, "crl-fine"));
    }
    dues
}

/// How long before its end a list is to be replaced, in seconds: a quarter of its time, at most three days.
fn near(days: u32) -> u64 {
    (u64::from(days) * Time::DAY / 4).min(3 * Time::DAY)
}
