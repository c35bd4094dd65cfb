//! One template: what it says, and what can be done with it.

use crate::components::button::{Button, Look};
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::outcome::{OutcomeNotice, use_asking};
use crate::forms::application;
use crate::hooks::{focus_soon, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::authority::Template;
use certwright::engine::office::{OfficeAsk, OfficeFile};
use yew::prelude::*;

/// Properties of [`Shown`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its number; one that is built in has none.
    pub id: Option<u32>,
    /// It.
    pub template: Template,
    /// Called to make one like it.
    pub oncopy: Callback<Template>,
    /// Called to change it.
    pub onchange: Callback<(u32, Template)>,
}

/// One template, folded until it is wanted.
#[component]
pub fn Shown(props: &Props) -> Html {
    let texts = use_texts();
    let template = &props.template;
    let name = name(&texts, props.id, template);
    let copy = {
        let template = template.clone();
        props.oncopy.reform(move |_: MouseEvent| template.clone())
    };
    html! {
        <details class="cw-more">
            <summary>{ &name }</summary>
            <div class="cw-more-body">
                if let (None, Some(help)) = (props.id, wording::profile_help(&texts, &template.name)) {
                    <p class="cw-note">{ help }</p>
                }
                { facts(&texts, template) }
                <div class="cw-actions">
                    <Button label={labelled(&texts, "template-copy", &name)} short_label={AttrValue::from(texts.get("template-copy-short"))} icon={Icon::Copy} onclick={copy} />
                    if let Some(id) = props.id {
                        <Own {id} name={name.clone()} template={template.clone()} onchange={&props.onchange} />
                    }
                </div>
            </div>
        </details>
    }
}

/// What it is called: one that is built in, in the page's language.
pub fn name(texts: &Texts, id: Option<u32>, template: &Template) -> String {
    match id {
        None => wording::profile_name(texts, &template.name),
        Some(_) => wording::shortened(&template.name),
    }
}

fn labelled(texts: &Texts, id: &'static str, name: &str) -> String {
    texts.with(id, &[("name", name.to_owned().into())])
}

/// What it says.
fn facts(texts: &Texts, template: &Template) -> Html {
    let subject = match template.subject.is_empty() {
        true => texts.get("template-subject-none"),
        false => wording::visible_text(&template.subject.to_subj()),
    };
    let signature = template.signature.map(|it| it.to_string());
    let signature = signature.unwrap_or_else(|| texts.get("template-signature-own"));
    let days = texts.with("template-days-count", &[("count", template.days.into())]);
    let rows = [
        (texts.get("template-subject"), subject),
        (
            texts.get("key-type"),
            wording::algorithm(texts, template.algorithm),
        ),
        (texts.get("request-signature"), signature),
        (texts.get("template-days"), days),
    ];
    let extensions = template.extensions.iter().map(|it| {
        (
            application::extension_name(texts, it),
            application::extension(texts, it),
        )
    });
    let rows = rows.into_iter().chain(extensions);
    html! {
        <dl class="cw-table">{ for rows.map(|(name, says)| html! { <div><dt>{ name }</dt><dd>{ says }</dd></div> }) }</dl>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OwnProps {
    id: u32,
    name: String,
    template: Template,
    onchange: Callback<(u32, Template)>,
}

/// What can be done only with one's own.
#[component]
fn Own(props: &OwnProps) -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let is_asked = use_state_eq(|| false);
    let id = props.id;
    let change = {
        let template = props.template.clone();
        let onchange = props.onchange.clone();
        Callback::from(move |_: MouseEvent| onchange.emit((id, template.clone())))
    };
    let save = {
        let (asking, texts) = (asking.clone(), texts.clone());
        Callback::from(move |_: MouseEvent| {
            let texts = texts.clone();
            let ask = OfficeAsk::Save(OfficeFile::Templates(vec![id]));
            asking.ask(ask, move |_| texts.get("template-exported"));
        })
    };
    let (question, opener) = (
        format!("template-remove-{id}"),
        format!("template-remove-{id}-opener"),
    );
    let ask_first = {
        let (is_asked, question) = (is_asked.setter(), question.clone());
        Callback::from(move |_: MouseEvent| {
            is_asked.set(true);
            focus_soon(question.clone());
        })
    };
    let keep = {
        let (is_asked, opener) = (is_asked.setter(), opener.clone());
        Callback::from(move |_: MouseEvent| {
            is_asked.set(false);
            focus_soon(opener.clone());
        })
    };
    let remove = {
        let (asking, is_asked) = (asking.clone(), is_asked.setter());
        Callback::from(move |_: MouseEvent| {
            is_asked.set(false);
            asking.ask(OfficeAsk::RemoveTemplate(id), |_| {
                focus_soon("templates".into());
                String::new()
            });
        })
    };
    let name = &props.name;
    html! {
        <>
            <Button label={labelled(&texts, "template-edit", name)} short_label={AttrValue::from(texts.get("template-edit-short"))} onclick={change} />
            <Button label={labelled(&texts, "template-export", name)} short_label={AttrValue::from(texts.get("template-export-short"))} icon={Icon::Download} onclick={save} />
            <Button id={opener} label={labelled(&texts, "template-remove", name)} short_label={AttrValue::from(texts.get("template-remove-short"))} icon={Icon::Remove} look={Look::Link} onclick={ask_first} />
            if *is_asked {
                <div id={question} class="cw-question" tabindex="-1">
                    <Notice tone={Tone::Warning} title={labelled(&texts, "template-remove-question", name)}
                        actions={html! {
                            <>
                                <Button label={texts.get("template-remove-yes")} onclick={remove} />
                                <Button label={texts.get("template-remove-no")} look={Look::Link} onclick={keep} />
                            </>
                        }}
                    >{ texts.get("template-remove-advice") }</Notice>
                </div>
            }
            <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("template-saving")} />
        </>
    }
}
