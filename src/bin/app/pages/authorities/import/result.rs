//! What came in, and what was left out.

use crate::components::notice::{Notice, Tone};
use crate::hooks::{EngineContext, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::authority::Imported;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`ResultNotice`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id: the focus goes to it.
    pub id: &'static str,
    /// What came in, once something has.
    pub imported: Option<Rc<Imported>>,
}

/// Which authorities, how many certificates, and what was left out and why.
#[component]
pub fn ResultNotice(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let all = engine.map(|engine| engine.state.authorities.clone());
    let all = all.unwrap_or_default();
    let says = props.imported.as_ref().map(|imported| {
        let label = |id: &u32| {
            all.iter()
                .find(|it| it.id == *id)
                .map(|it| it.label.clone())
        };
        let labels = imported.authorities.iter().filter_map(label);
        let labels: Vec<String> = labels.map(|label| wording::shortened(&label)).collect();
        html! {
            <>
                { came(&texts, imported, &labels) }
                { left_out(&texts, &imported.left_out) }
            </>
        }
    });
    html! {
        <div id={props.id} class="cw-stack" tabindex="-1" aria-live="polite">{ says }</div>
    }
}

fn came(texts: &Texts, imported: &Imported, labels: &[String]) -> Html {
    if imported.authorities.is_empty() && imported.entries == 0 {
        let title = texts.get("import-nothing");
        return html! { <Notice tone={Tone::Danger} {title}>{ texts.get("import-nothing-advice") }</Notice> };
    }
    let count = imported.authorities.len();
    let title = texts.with("import-came", &[("count", count.into())]);
    let entries = texts.with("import-entries", &[("count", imported.entries.into())]);
    html! {
        <Notice tone={Tone::Success} {title}>
            if !labels.is_empty() {
                <p><strong>{ texts.list(labels) }</strong></p>
            }
            <p>{ entries }</p>
        </Notice>
    }
}

fn left_out(texts: &Texts, all: &[(String, Error)]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let row = |(name, error): &(String, Error)| {
        html! { <li><strong class="cw-wrap">{ wording::shortened(name) }</strong><span>{ wording::error(texts, error) }</span></li> }
    };
    let rest = all.len().saturating_sub(MOST);
    let title = texts.with("import-left-out", &[("count", all.len().into())]);
    html! {
        <Notice tone={Tone::Warning} {title}>
            <ul class="cw-remarks">{ for all.iter().take(MOST).map(row) }</ul>
            if rest > 0 {
                <p>{ texts.with("and-more", &[("count", rest.into())]) }</p>
            }
        </Notice>
    }
}

/// How many are told why.
const MOST: usize = 50;
