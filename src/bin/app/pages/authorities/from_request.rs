//! What a request asks for, each with a switch; what the profile does besides, and what cannot be.

use super::issue::{Act, Asked, Part, PartProps};
use crate::components::checkbox::checkbox;
use crate::components::notice::{Notice, Tone};
use crate::forms::application;
use crate::hooks::{EngineContext, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::Content;
use certwright::pki::{Extension, ExtensionValue};
use yew::prelude::*;

/// The list, if it is a request's certificate.
#[component]
pub fn FromRequest(props: &PartProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let Part { draft, .. } = &props.part;
    let request = draft.request();
    let item = request.and_then(|id| engine.as_ref()?.state.item(id).cloned());
    let Some(Content::Request(facts)) = item.map(|item| item.content) else {
        return Html::default();
    };
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("asked-section") }</legend>
            { match wording::request_signature(&texts, &facts) {
                None => html! { <Notice tone={Tone::Success} title={texts.get("asked-signed")} /> },
                Some(says) => html! { <Notice tone={Tone::Danger} title={says}>{ texts.get("asked-unsigned-advice") }</Notice> },
            } }
            if let Some(asked) = &draft.asked {
                { switches(&texts, &props.part, asked) }
                { of_profile(&texts, &props.part, asked) }
                { left_out(&texts, asked) }
            }
        </fieldset>
    }
}

/// Each thing that is asked for, and whether the certificate says it.
fn switches(texts: &Texts, part: &Part, asked: &Asked) -> Html {
    if asked.extensions.is_empty() {
        return html! { <p class="cw-note">{ texts.get("asked-nothing") }</p> };
    }
    html! {
        <section>
            <h3 class="cw-group-label">{ texts.get("asked-extensions") }</h3>
            <p class="cw-note">{ texts.get("asked-extensions-note") }</p>
            <ul class="cw-kept" aria-label={texts.get("asked-extensions")}>
                { for asked.extensions.iter().enumerate().map(|(place, it)| switch(texts, part, place, it)) }
            </ul>
        </section>
    }
}

fn switch(texts: &Texts, part: &Part, place: usize, extension: &Extension) -> Html {
    let keeps = part.draft.keeps(extension, &part.reading.names);
    let label = texts.with(
        "asked-keep",
        &[("name", application::extension_name(texts, extension).into())],
    );
    let onchange = {
        let extension = extension.clone();
        part.act
            .reform(move |keeps| Act::Keep(extension.clone(), keeps))
    };
    let says = match keeps {
        true => texts.get("asked-kept"),
        false if has_other(part, extension) => texts.get("asked-changed"),
        false => texts.get("asked-dropped"),
    };
    html! {
        <li>
            <span class="cw-kept-words">
                { checkbox(format!("issue-asked-{place}"), &label, keeps, onchange) }
                <span class="cw-code cw-wrap">{ application::extension(texts, extension) }</span>
                { " " }<span class="cw-remark">{ says }</span>
            </span>
        </li>
    }
}

/// Whether the certificate says something else in its place.
fn has_other(part: &Part, extension: &Extension) -> bool {
    let oid = extension.oid();
    match extension.value {
        ExtensionValue::SubjectAltName(_) => !part.reading.names.is_empty(),
        _ => part.draft.form.extensions.iter().any(|it| it.oid() == oid),
    }
}

/// What nobody asked for.
fn of_profile(texts: &Texts, part: &Part, asked: &Asked) -> Html {
    let is_there = |it: &&Extension| part.draft.form.extensions.contains(it);
    let added: Vec<&Extension> = asked.added.iter().filter(is_there).collect();
    if added.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h3 class="cw-group-label">{ texts.get("asked-added") }</h3>
            <ul class="cw-kept">
                { for added.into_iter().map(|it| html! {
                    <li><span class="cw-kept-words"><strong>{ application::extension_name(texts, it) }</strong>{ " " }<span class="cw-code cw-wrap">{ application::extension(texts, it) }</span></span></li>
                }) }
            </ul>
        </section>
    }
}

fn left_out(texts: &Texts, asked: &Asked) -> Html {
    if asked.left_out.is_empty() {
        return Html::default();
    }
    html! {
        <Notice tone={Tone::Info} title={texts.get("asked-left-out")}>
            <ul class="cw-remarks">{ for asked.left_out.iter().map(|it| html! { <li>{ wording::left_out(texts, it) }</li> }) }</ul>
        </Notice>
    }
}
