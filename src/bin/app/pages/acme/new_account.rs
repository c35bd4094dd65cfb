//! A new account key.

use super::form::{AcmeForm, Action};
use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::select::Select;
use crate::components::working::Working;
use crate::hooks::{EngineContext, Making, use_texts};
use crate::texts::Texts;
use certwright::pki::acme::{self, AccountKey};
use certwright::pki::{Algorithm, command};
use yew::prelude::*;

/// Properties of [`NewAccount`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen.
    pub form: UseReducerHandle<AcmeForm>,
}

/// Which kind, and the button.
#[component]
pub fn NewAccount(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let kind = props.form.kind.min(AccountKey::OFFERED.len() - 1);
    let algorithm = AccountKey::OFFERED[kind];
    let work = engine
        .as_ref()
        .and_then(|engine| engine.state.work_on(Making::Account));
    let create = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(engine) = &engine {
            engine.create_account_key(algorithm);
        }
    });
    let onchange = {
        let form = props.form.clone();
        Callback::from(move |kind| form.dispatch(Action::Kind(kind)))
    };
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true onsubmit={create}>
            <h2 class="pf-v6-c-title pf-m-lg" id="new-account">{ texts.get("acme-new") }</h2>
            <Field id="account-type" label={texts.get("key-type")} help={AttrValue::from(texts.get(help(algorithm)))}>
                <Select
                    id="account-type"
                    choices={AccountKey::OFFERED.map(|algorithm| AttrValue::from(choice(&texts, algorithm))).to_vec()}
                    chosen={kind}
                    {onchange}
                />
            </Field>
            if let Some(work) = work {
                <Working {work} />
            } else {
                <div class="cw-actions"><Button label={texts.get("acme-create")} look={Look::Primary} submits=true /></div>
            }
            <Command text={AttrValue::from(command::generate(algorithm, "account.pem"))} describedby="new-account" />
        </form>
    }
}

fn choice(texts: &Texts, algorithm: Algorithm) -> String {
    let name = algorithm.to_string();
    match acme::is_taken_everywhere(algorithm) {
        true => name,
        false => texts.with("acme-kind-rare", &[("algorithm", name.into())]),
    }
}

fn help(algorithm: Algorithm) -> &'static str {
    match algorithm {
        AccountKey::DEFAULT => "acme-kind-help-default",
        _ if !acme::is_taken_everywhere(algorithm) => "acme-kind-help-rare",
        _ if algorithm.is_rsa() => "acme-kind-help-rsa",
        _ => "acme-kind-help-ec",
    }
}
