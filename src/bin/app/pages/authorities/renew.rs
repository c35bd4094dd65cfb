//! A certificate in another's place: with the same key, or with a new one.

use super::issue::{Act, Part, PartProps};
use super::view::Start;
use crate::components::notice::{Notice, Tone};
use crate::hooks::use_texts;
use crate::texts::Texts;
use crate::wording;
use certwright::engine::office::Subject;
use yew::prelude::*;

/// What is renewed, and whether its key stays.
#[component]
pub fn Renew(props: &PartProps) -> Html {
    let texts = use_texts();
    let Part { draft, act, .. } = &props.part;
    let (Start::Renewal { .. }, Some(former)) = (draft.start, &draft.former) else {
        return Html::default();
    };
    let is_authority =
        matches!(former.holder, Subject::Authority(_)) || former.issuance.label.is_some();
    let name = former.issuance.label.clone();
    let name = name.unwrap_or_else(|| former.issuance.application.subject.to_string());
    let title = texts.with("renew-title", &[("name", wording::shortened(&name).into())]);
    let says = match is_authority {
        true => texts.get("renew-authority-note"),
        false => texts.get("renew-note"),
    };
    let (same, new) = (former.holder, Subject::New(former.algorithm));
    let algorithm = former.algorithm;
    let choose = |subject: Subject| act.reform(move |_: Event| Act::Subject(subject, algorithm));
    let same_help = match is_authority {
        true => "renew-same-authority",
        false => "renew-same-help",
    };
    let new_help = match is_authority {
        true => "renew-new-authority",
        false => "renew-new-help",
    };
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("renew-section") }</legend>
            <Notice tone={Tone::Info} {title}>{ says }</Notice>
            if former.can_keep_key {
                <div class="cw-choices" role="radiogroup" aria-label={texts.get("renew-key")}>
                    { radio(&texts, "same", ("renew-same", same_help), !draft.makes_key(), choose(same)) }
                    { radio(&texts, "new", ("renew-new", new_help), draft.makes_key(), choose(new)) }
                </div>
            } else {
                <p class="cw-note">{ texts.get("renew-no-key") }</p>
            }
        </fieldset>
    }
}

fn radio(
    texts: &Texts,
    name: &str,
    (label, help): (&'static str, &'static str),
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    let id = format!("issue-renew-{name}");
    html! {
        <div class="pf-v6-c-radio">
            <input class="pf-v6-c-radio__input" type="radio" name="issue-renew" id={id.clone()} {checked} aria-describedby={format!("{id}-help")} {onchange} />
            <label class="pf-v6-c-radio__label" for={id.clone()}>{ texts.get(label) }</label>
            <span class="pf-v6-c-radio__description" id={format!("{id}-help")}>{ texts.get(help) }</span>
        </div>
    }
}
