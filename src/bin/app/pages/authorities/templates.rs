//! What certificates are made from, over and over.

mod editor;
mod exchange;
mod form;
mod known;
mod shown;

use crate::components::notice::{Notice, Tone};
use crate::hooks::{focus_soon, use_texts};
use certwright::authority::Template;
use editor::Editor;
use exchange::Exchange;
use form::Form;
use shown::Shown;
use yew::prelude::*;

pub use known::{Known, use_known};

/// What certificates are made from, over and over: the user's own templates, then those that are built in.
#[component]
pub fn Templates() -> Html {
    let texts = use_texts();
    let known = use_known();
    let editing = use_state_eq(|| None::<Form>);
    let saved = use_state_eq(|| None::<String>);
    let begin = {
        let (editing, saved) = (editing.setter(), saved.setter());
        Callback::from(move |form: Form| {
            saved.set(None);
            editing.set(Some(form));
            focus_soon("template-editor".into());
        })
    };
    let oncopy = {
        let texts = texts.clone();
        begin.reform(move |template: Template| {
            let name = crate::wording::profile_name(&texts, &template.name);
            let name = texts.with("template-copy-name", &[("name", name.into())]);
            Form::of(None, name, &template)
        })
    };
    let onchange = begin.reform(|(id, template): (u32, Template)| {
        Form::of(Some(id), template.name.clone(), &template)
    });
    let onsaved = {
        let (editing, saved) = (editing.setter(), saved.setter());
        Callback::from(move |name: String| {
            editing.set(None);
            saved.set(Some(name));
            focus_soon("template-saved".into());
        })
    };
    let onclose = use_callback(editing.setter(), |(), editing| {
        editing.set(None);
        focus_soon("templates".into());
    });
    let row = |(id, template): &(Option<u32>, Template)| {
        let key = id.map_or_else(|| template.name.clone(), |id| id.to_string());
        html! { <Shown {key} {id} template={template.clone()} oncopy={&oncopy} onchange={&onchange} /> }
    };
    let own = known.iter().filter(|(id, _)| id.is_some());
    let has_own = own.clone().next().is_some();
    let built_in = known.iter().filter(|(id, _)| id.is_none());
    html! {
        <section aria-labelledby="templates">
            <h2 class="pf-v6-c-title pf-m-lg" id="templates" tabindex="-1">{ texts.get("templates") }</h2>
            <p class="cw-note">{ texts.get("templates-lead") }</p>
            <div id="template-saved" tabindex="-1" aria-live="polite">
                if let Some(name) = &*saved {
                    <Notice tone={Tone::Success} title={texts.with("template-saved", &[("name", crate::wording::shortened(name).into())])} />
                }
            </div>
            if let Some(form) = &*editing {
                <Editor key={format!("{:?} {}", form.id, form.name)} begin={form.clone()} {onsaved} {onclose} />
            }
            <h3 class="cw-group-label">{ texts.get("templates-own") }</h3>
            if has_own {
                <div>{ for own.map(row) }</div>
            } else {
                <p class="cw-note">{ texts.get("templates-own-none") }</p>
            }
            <h3 class="cw-group-label">{ texts.get("templates-built-in") }</h3>
            <div>{ for built_in.map(row) }</div>
            <Exchange {known} />
        </section>
    }
}
