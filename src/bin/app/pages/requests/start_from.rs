//! What the form begins with: a purpose, an `openssl.cnf`, or something that is there already.

use super::from_config::FromConfig;
use super::from_like::FromLike;
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::select::Select;
use crate::forms::application::{Action, Form, Purpose};
use crate::hooks::use_texts;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`StartFrom`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The choice, and what belongs to it.
#[component]
pub fn StartFrom(props: &Props) -> Html {
    let texts = use_texts();
    let way = use_state_eq(|| 0_usize);
    let ways = ["start-blank", "start-config", "start-like"];
    let chosen = Purpose::ALL
        .iter()
        .position(|(purpose, ..)| *purpose == props.form.purpose);
    let chosen = chosen.unwrap_or_default();
    let onway = use_callback(way.setter(), |index, way| way.set(index));
    let onpurpose = props
        .act
        .reform(|index: usize| Action::Purpose(Purpose::ALL[index].0));
    let clear = props.act.reform(|_: MouseEvent| Action::Clear);
    let undo = props.act.reform(|_: MouseEvent| Action::Undo);
    html! {
        <div class="cw-group pf-v6-c-form">
            <div class="cw-pair">
                <Field id="request-start" label={texts.get("start-from")} help={AttrValue::from(texts.get("start-from-help"))}>
                    <Select id="request-start" choices={ways.map(|id| AttrValue::from(texts.get(id))).to_vec()} chosen={*way} onchange={onway} />
                </Field>
                <Field id="request-purpose" label={texts.get("request-purpose")} help={AttrValue::from(texts.get(Purpose::ALL[chosen].2))}>
                    <Select id="request-purpose" choices={Purpose::ALL.map(|(_, id, _)| AttrValue::from(texts.get(id))).to_vec()} {chosen} onchange={onpurpose} />
                </Field>
            </div>
            // They stay where they are, so that what they reported is not lost.
            <div hidden={*way != 1}><FromConfig origin={props.form.origin.clone()} act={&props.act} /></div>
            <div hidden={*way != 2}><FromLike origin={props.form.origin.clone()} act={&props.act} /></div>
            <div class="cw-actions">
                <Button label={texts.get("request-clear")} look={Look::Link} onclick={clear} />
                if props.form.can_undo() {
                    <Button label={texts.get("request-undo")} look={Look::Link} onclick={undo} />
                }
            </div>
        </div>
    }
}
