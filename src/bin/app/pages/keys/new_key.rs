//! A new key.

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::select::Select;
use crate::components::working::Working;
use crate::hooks::{EngineContext, Making, use_texts};
use crate::wording;
use certwright::pki::{Algorithm, command};
use yew::prelude::*;

/// Which kind, and the button.
#[component]
pub fn NewKey() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let chosen = use_state_eq(|| 0_usize);
    let algorithm = Algorithm::OFFERED[*chosen];
    let work = engine
        .as_ref()
        .and_then(|engine| engine.state.work_on(Making::Key));
    let create = {
        let engine = engine.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(engine) = &engine {
                engine.create_key(algorithm);
            }
        })
    };
    let onchange = use_callback(chosen.setter(), |index, chosen| chosen.set(index));
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true onsubmit={create}>
            <h2 class="pf-v6-c-title pf-m-lg" id="new-key">{ texts.get("new-key") }</h2>
            <Field id="new-key-type" label={texts.get("key-type")} help={AttrValue::from(texts.get(wording::accepted(algorithm)))}>
                <Select
                    id="new-key-type"
                    choices={Algorithm::OFFERED.map(|algorithm| AttrValue::from(wording::algorithm(&texts, algorithm))).to_vec()}
                    chosen={*chosen}
                    {onchange}
                />
            </Field>
            if let Some(work) = work {
                <Working {work} />
            } else {
                <div class="cw-actions"><Button label={texts.get("create-key")} look={Look::Primary} submits=true /></div>
            }
            <Command text={AttrValue::from(command::generate(algorithm, "key.pem"))} describedby="new-key" />
        </form>
    }
}
