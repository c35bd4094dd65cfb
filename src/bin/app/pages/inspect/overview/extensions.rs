//! Extensions, decoded.

use crate::texts::Texts;
use certwright::engine::Inspection;
use certwright::pki::inspect::ExtensionView;
use yew::prelude::*;

/// A part each.
pub fn extensions(texts: &Texts, inspection: &Inspection) -> Html {
    if inspection.extensions.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="cw-group-label">{ texts.get("extensions") }</h3>
            <div class="cw-extensions">{ for inspection.extensions.iter().map(|it| extension(texts, it)) }</div>
        </>
    }
}

fn extension(texts: &Texts, it: &ExtensionView) -> Html {
    let oid = it.oid.to_string();
    let name = it
        .name
        .clone()
        .unwrap_or_else(|| texts.get("extension-unknown"));
    html! {
        <section class="cw-extension">
            <h4>{ name }{ " " }<span class="cw-remark cw-code">{ oid }</span>
                if it.is_critical {
                    { " " }<span class="pf-v6-c-label pf-m-compact"><span class="pf-v6-c-label__content"><span class="pf-v6-c-label__text">{ texts.get("extension-is-critical") }</span></span></span>
                }
            </h4>
            <pre class="cw-lines cw-code">{ it.lines.join("\n") }</pre>
        </section>
    }
}
