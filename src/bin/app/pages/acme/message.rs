//! A message to an authority, to be signed by the account's key.

use super::form::{AcmeForm, Action, MessageQuestion};
use super::key_name::thumbprint;
use super::signed::Signed;
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::text_area::TextArea;
use crate::hooks::{EngineContext, Heard, use_focus_on_answer, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Answer, Ask, ItemSummary};
use yew::prelude::*;

/// Properties of [`MessageForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was typed.
    pub form: UseReducerHandle<AcmeForm>,
    /// The account that signs.
    pub account: ItemSummary,
}

/// Header and payload, and what comes of them.
#[component]
pub fn MessageForm(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let form = &props.form;
    let header = form.header.clone().unwrap_or_else(|| example(&texts));
    let payload = form.payload.clone().unwrap_or_else(|| PAYLOAD.into());
    let heard = form.signed_by(thumbprint(&props.account));
    let is_refused = heard.is_some_and(Result::is_err);
    use_focus_on_answer(form.signings, if is_refused { "header" } else { "signed" });
    let refused = heard.and_then(|heard| heard.as_ref().err());
    let refused = refused.map(|error| AttrValue::from(wording::error(&texts, error)));
    let is_example = placeholders(&texts)
        .iter()
        .any(|it| header.contains(it.as_str()));
    let typed = |action: fn(String) -> Action| {
        let form = form.clone();
        Callback::from(move |text: String| form.dispatch(action(text)))
    };
    let send = {
        let (form, account) = (form.clone(), props.account.clone());
        let (header, payload) = (header.clone(), payload.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let dispatcher = form.dispatcher();
            let question = MessageQuestion {
                account: thumbprint(&account).to_owned(),
                header: form.header.clone(),
                payload: form.payload.clone(),
            };
            let answer = Callback::from(move |heard: Heard| {
                let heard = match heard {
                    Ok(Answer::Signed(message)) => Ok(message),
                    Ok(_) => return,
                    Err(error) => Err(error),
                };
                dispatcher.dispatch(Action::Signed(question.clone(), heard));
            });
            let ask = Ask::Jws {
                item: account.id,
                header: header.clone(),
                payload: payload.clone(),
            };
            if let Some(engine) = &engine {
                engine.ask(ask, answer);
            }
        })
    };
    html! {
        <section class="pf-v6-c-page__main-section" aria-labelledby="message">
            <h2 class="pf-v6-c-title pf-m-xl" id="message">{ texts.get("acme-message") }</h2>
            <p class="cw-note">{ texts.get("acme-message-note") }</p>
            <form class="pf-v6-c-form cw-narrow" novalidate=true onsubmit={send}>
                <Field id="header" label={texts.get("acme-header")} problem={refused.clone()} help={AttrValue::from(texts.get("acme-header-help"))}>
                    <TextArea id="header" rows=6 monospace=true value={header} invalid={refused.is_some()} oninput={typed(Action::Header)} />
                </Field>
                <Field id="payload" label={texts.get("acme-payload")} help={AttrValue::from(texts.get("acme-payload-help"))}>
                    <TextArea id="payload" rows=6 monospace=true value={payload} oninput={typed(Action::Payload)} />
                </Field>
                <div class="cw-actions"><Button label={texts.get("acme-sign")} look={Look::Primary} submits=true /></div>
            </form>
            <div aria-live="polite">
                if let Some(Ok(message)) = heard {
                    <Signed message={message.clone()} account={props.account.clone()} {is_example} />
                }
            </div>
        </section>
    }
}

/// What in the example stands for something else.
fn placeholders(texts: &Texts) -> [String; 2] {
    ["acme-example-nonce", "acme-example-url"].map(|id| texts.get(id))
}

fn example(texts: &Texts) -> String {
    let [nonce, url] = placeholders(texts);
    format!("{{\n  \"nonce\": \"{nonce}\",\n  \"url\": \"{url}\"\n}}")
}

/// A new account's (RFC 8555, section 7.3).
const PAYLOAD: &str =
    "{\n  \"termsOfServiceAgreed\": true,\n  \"contact\": [\"mailto:admin@example.com\"]\n}";
