//! The kind of key, each with a word on who accepts it.

use crate::hooks::use_texts;
use certwright::pki::Algorithm;
use yew::prelude::*;

/// Properties of [`KeyType`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The one chosen.
    pub chosen: Algorithm,
    /// Called with another.
    pub onchange: Callback<Algorithm>,
}

/// Radio buttons, the default first.
#[component]
pub fn KeyType(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <div role="radiogroup" aria-labelledby="key-type">
            <p class="cw-group-label" id="key-type">{ texts.get("key-type") }</p>
            <div class="cw-choices">
                { for CHOICES.map(|(algorithm, id, accepted)| html! {
                    <div class="pf-v6-c-radio">
                        <input
                            class="pf-v6-c-radio__input"
                            type="radio"
                            name="key-type"
                            {id}
                            checked={algorithm == props.chosen}
                            aria-describedby={format!("{id}-accepted")}
                            onchange={props.onchange.reform(move |_| algorithm)}
                        />
                        <label class="pf-v6-c-radio__label" for={id}>{ algorithm.to_string() }</label>
                        <span class="pf-v6-c-radio__description" id={format!("{id}-accepted")}>{ texts.get(accepted) }</span>
                    </div>
                }) }
            </div>
        </div>
    }
}

const CHOICES: [(Algorithm, &str, &str); 5] = [
    (Algorithm::P256, "key-p256", "accepts-p256"),
    (Algorithm::P384, "key-p384", "accepts-p384"),
    (Algorithm::Rsa(2048), "key-rsa2048", "accepts-rsa2048"),
    (Algorithm::Rsa(3072), "key-rsa3072", "accepts-rsa3072"),
    (Algorithm::Rsa(4096), "key-rsa4096", "accepts-rsa4096"),
];
