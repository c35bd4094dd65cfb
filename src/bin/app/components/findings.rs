//! What the lint has found, the worst first.

use super::icon::{Icon, Symbol};
use crate::texts::Texts;
use crate::wording;
use certwright::pki::lint::{Finding, Severity};
use yew::prelude::*;

/// A list of findings.
pub fn findings(texts: &Texts, found: &[Finding]) -> Html {
    let mut sorted: Vec<&Finding> = found.iter().collect();
    // It keeps the order of the certificate's fields among those that are as bad.
    sorted.sort_by_key(|it| it.severity);
    html! { <ul class="cw-findings" role="list">{ for sorted.iter().map(|it| finding(texts, it)) }</ul> }
}

/// What a form's contents would break, in short: what is good to know only is left out.
pub fn remarks<'a>(
    texts: &Texts,
    found: impl Iterator<Item = (Option<&'static str>, &'a Finding)>,
) -> Html {
    let mut found: Vec<_> = found
        .filter(|(_, it)| it.severity != Severity::Notice)
        .collect();
    found.sort_by_key(|(_, it)| it.severity);
    if found.is_empty() {
        return Html::default();
    }
    let one = |(whose, it): &(Option<&'static str>, &Finding)| {
        let (word, icon, _) = severity(it.severity);
        let (says, fix) = texts.rule(it.rule.id());
        let whose = whose.map(|id| texts.get(id));
        let detail = it.detail.as_deref().map(wording::visible_text);
        html! {
            <li>
                <Symbol {icon} />
                <span>
                    <span class="pf-v6-screen-reader">{ texts.get(word) }{ " " }</span>
                    if let Some(whose) = whose {
                        <strong>{ whose }</strong>{ " " }
                    }
                    { texts.sentences(&[says, fix]) }
                    if let Some(detail) = detail {
                        { " " }<span class="cw-code">{ detail }</span>
                    }
                    { " " }<span class="cw-remark">{ it.rule.section() }</span>
                </span>
            </li>
        }
    };
    html! {
        <>
            <h3 class="cw-group-label">{ texts.get("request-odd") }</h3>
            <ul class="cw-odd">{ for found.iter().map(one) }</ul>
        </>
    }
}

/// The word for how bad something is, its icon and its class.
pub fn severity(severity: Severity) -> (&'static str, Icon, &'static str) {
    match severity {
        Severity::Error => ("severity-error", Icon::Danger, "cw-bad"),
        Severity::Warning => ("severity-warning", Icon::Warning, "cw-mind"),
        Severity::Notice => ("severity-notice", Icon::Info, "cw-know"),
    }
}

fn finding(texts: &Texts, it: &Finding) -> Html {
    let (word, icon, class) = severity(it.severity);
    let (says, fix) = texts.rule(it.rule.id());
    html! {
        <li class={class}>
            <Symbol {icon} />
            <div>
                <p class="cw-fault"><span class="cw-severity">{ texts.get(word) }</span>{ " " }{ says }</p>
                if let Some(detail) = &it.detail {
                    <p class="cw-code cw-wrap">{ wording::visible_text(detail) }{ more(texts, it.more) }</p>
                }
                <p>{ fix }</p>
                <p class="cw-remark">{ it.rule.section() }{ " · " }<span class="cw-code">{ it.rule.id() }</span></p>
            </div>
        </li>
    }
}

fn more(texts: &Texts, count: u32) -> String {
    match count {
        0 => String::new(),
        count => format!(" {}", texts.with("and-more", &[("count", count.into())])),
    }
}
