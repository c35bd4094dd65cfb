//! What an authority is called here, and where a new key is kept.

use super::{Act, PartProps};
use crate::components::checkbox::checkbox;
use crate::components::field::Field;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, use_texts};
use crate::wording;
use certwright::engine::office::Safety;
use yew::prelude::*;

/// The label, the box, and what either means.
#[component]
pub fn Keeping(props: &PartProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let (draft, act) = (&props.part.draft, &props.part.act);
    let makes_authority = draft.makes_authority();
    if !makes_authority && !draft.makes_key() {
        return Html::default();
    }
    let safety = engine.and_then(|engine| engine.state.vault.as_ref().map(|vault| vault.safety));
    let kept = match safety {
        Some(Safety::Open) => texts.get("keeping-in-vault"),
        _ => texts.get("keeping-in-memory"),
    };
    let says = match (makes_authority, draft.keeps_key) {
        (true, _) => texts.sentences(&[texts.get("keeping-authority"), kept]),
        (false, true) => kept,
        (false, false) => texts.get("keeping-not"),
    };
    let called = wording::shortened(&draft.called(&props.part.reading));
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("keeping") }</legend>
            if makes_authority {
                <Field id="issue-label" label={texts.get("keeping-label")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("keeping-label-help"))}>
                    <TextInput id="issue-label" value={draft.label.clone()} placeholder={AttrValue::from(called)} oninput={act.reform(Act::Label)} />
                </Field>
            } else {
                { checkbox("issue-keep".into(), &texts.get("keeping-key"), draft.keeps_key, act.reform(Act::KeepsKey)) }
            }
            <p class="cw-note">{ says }</p>
        </fieldset>
    }
}
