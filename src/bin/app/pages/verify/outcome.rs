//! The answer: whether it holds, the path drawn, and what was tried besides.

use super::form::Said;
use super::line;
use super::path::path;
use crate::components::command::Command;
use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{JudgedPath, Verdict};
use certwright::pki::chain::Peer;
use yew::prelude::*;

/// Properties of [`Outcome`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The answer, and to what.
    pub said: Said,
    /// Whether a time was given.
    pub timed: bool,
}

/// The answer.
#[component]
pub fn Outcome(props: &Props) -> Html {
    let texts = use_texts();
    let inquiry = &props.said.inquiry;
    let verdict = match &props.said.verdict {
        Ok(verdict) => verdict,
        Err(error) => {
            return html! {
                <section class="pf-v6-c-page__main-section" id="verdict" tabindex="-1">
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                </section>
            };
        }
    };
    let others = verdict.paths.iter().skip(1);
    let command = line::line(inquiry, &props.said.desk, props.timed);
    html! {
        <section class="pf-v6-c-page__main-section cw-results" aria-labelledby="verdict">
            <h2 class="pf-v6-c-title pf-m-xl" id="verdict" tabindex="-1">{ texts.get("verdict") }</h2>
            { headline(&texts, verdict) }
            if verdict.is_cut_short {
                <Notice tone={Tone::Info} title={texts.get("verdict-cut-short")} />
            }
            if let Some(best) = verdict.paths.first() {
                { path(&texts, best, &inquiry.roots) }
            }
            { policies(&texts, verdict) }
            if verdict.paths.len() > 1 {
                <details class="cw-more">
                    <summary>{ texts.with("verdict-others", &[("count", (verdict.paths.len() - 1).into())]) }</summary>
                    { for others.map(|other| path(&texts, other, &inquiry.roots)) }
                </details>
            }
            <Command text={command.map(AttrValue::from)} describedby="verdict" />
            if matches!(inquiry.peer, Some(Peer::Host(_))) {
                <p class="cw-note">{ texts.get("verdict-common-name") }</p>
            }
        </section>
    }
}

fn headline(texts: &Texts, verdict: &Verdict) -> Html {
    let Some(best) = verdict.paths.first() else {
        return html! { <Notice tone={Tone::Danger} title={texts.get("verdict-none")} /> };
    };
    let name = |place: Option<&certwright::engine::Member>| {
        place.map_or(String::new(), |it| wording::shortened(&it.subject))
    };
    if best.is_valid() {
        let root = name(best.certificates.first());
        let title = texts.with("verdict-valid", &[("root", root.into())]);
        return html! { <Notice tone={Tone::Success} {title} /> };
    }
    html! {
        <Notice tone={Tone::Danger} title={texts.get("verdict-invalid")}>{ first_fault(texts, best) }</Notice>
    }
}

/// The policies that the path is valid for, where any are said.
fn policies(texts: &Texts, verdict: &Verdict) -> Html {
    let best = verdict.paths.first().filter(|best| best.is_valid());
    let policies = best.into_iter().flat_map(|best| &best.policies);
    let names: Vec<String> = policies.map(|oid| wording::oid_name(*oid)).collect();
    if names.is_empty() {
        return Html::default();
    }
    let values = [("policies", texts.list(&names).into())];
    html! { <p class="cw-text">{ texts.with("verdict-policies", &values) }</p> }
}

/// The first thing that is wrong, and with which certificate.
fn first_fault(texts: &Texts, path: &JudgedPath) -> String {
    let failed = path.checks.iter().find_map(|check| {
        let fault = check.outcome.as_ref().err()?;
        Some((path.certificates.get(check.at)?, fault))
    });
    match failed {
        Some((member, fault)) => texts.with(
            "verdict-first-fault",
            &[
                ("name", wording::shortened(&member.subject).into()),
                ("fault", wording::fault(texts, fault).into()),
            ],
        ),
        None => String::new(),
    }
}
