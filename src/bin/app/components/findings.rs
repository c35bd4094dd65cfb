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
