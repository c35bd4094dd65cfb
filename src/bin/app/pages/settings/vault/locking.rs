//! After how long the vault locks by itself.

use crate::components::field::Field;
use crate::components::select::Select;
use crate::hooks::{Office, use_texts};
use crate::preferences::AutoLock;
use yew::prelude::*;

/// Properties of [`Locking`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is chosen.
    pub office: Office,
}

/// The choice.
#[component]
pub fn Locking(props: &Props) -> Html {
    let texts = use_texts();
    let office = &props.office;
    let words = |choice: AutoLock| match choice.minutes() {
        Some(minutes) => texts.with("vault-auto-lock-minutes", &[("minutes", minutes.into())]),
        None => texts.get("vault-auto-lock-never"),
    };
    let choices: Vec<AttrValue> = AutoLock::ALL.map(|choice| words(choice).into()).to_vec();
    let chosen = AutoLock::ALL
        .iter()
        .position(|choice| *choice == office.auto_lock());
    let onchange = {
        let office = office.clone();
        Callback::from(move |index: usize| {
            if let Some(choice) = AutoLock::ALL.get(index) {
                office.set_auto_lock(*choice);
            }
        })
    };
    html! {
        <div class="pf-v6-c-form cw-vault-form">
            <Field id={ID} label={texts.get("vault-auto-lock")} help={AttrValue::from(texts.get("vault-auto-lock-help"))}>
                <Select id={ID} {choices} chosen={chosen.unwrap_or_default()} {onchange} />
            </Field>
        </div>
    }
}

const ID: &str = "vault-auto-lock";
