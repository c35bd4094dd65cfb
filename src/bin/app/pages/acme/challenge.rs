//! A challenge: the token that an authority gave, and the domain that it is for.

use super::answers::Answers;
use super::form::{AcmeForm, Action, ChallengeQuestion};
use super::key_name::thumbprint;
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, Heard, focus, use_focus_on_answer, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Ask, ItemSummary};
use certwright::pki::{AltName, DnsName};
use yew::prelude::*;

/// Properties of [`ChallengeForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was typed.
    pub form: UseReducerHandle<AcmeForm>,
    /// The account that answers.
    pub account: ItemSummary,
}

/// The fields, and what is to be published.
#[component]
pub fn ChallengeForm(props: &Props) -> Html {
    let texts = use_texts();
    let form = &props.form;
    let engine = use_context::<EngineContext>();
    let answer = form.challenge_of(thumbprint(&props.account));
    let is_refused = answer.is_some_and(Result::is_err);
    use_focus_on_answer(form.answered, if is_refused { "domain" } else { "answers" });
    let (token, domain) = (form.read_token(), form.read_domain());
    let said =
        |error: Option<&Error>| error.map(|error| AttrValue::from(wording::error(&texts, error)));
    let shown = |error| said(error).filter(|_| form.handed_in);
    let empty = form.domain.trim().is_empty();
    let token_problem = shown(token.as_ref().err());
    let refused = answer.and_then(|answer| answer.as_ref().err());
    let domain_problem = match shown(domain.as_ref().err()) {
        Some(_) if empty => Some(texts.get("problem-empty").into()),
        problem => problem.or(said(refused)),
    };
    let is_short = token.as_ref().is_ok_and(|token| token.is_short());
    let token_help = texts.get(if is_short {
        "acme-token-short"
    } else {
        "acme-token-help"
    });
    let domain_help = domain_help(&texts, domain.as_ref().ok());
    let send = submit(form, engine, &props.account);
    let typed = |action: fn(String) -> Action| {
        let form = form.clone();
        Callback::from(move |text: String| form.dispatch(action(text)))
    };
    html! {
        <section class="pf-v6-c-page__main-section" aria-labelledby="challenge">
            <h2 class="pf-v6-c-title pf-m-xl" id="challenge">{ texts.get("acme-challenge") }</h2>
            <p class="cw-note">{ texts.get("acme-challenge-note") }</p>
            <form class="pf-v6-c-form cw-narrow" novalidate=true onsubmit={send}>
                <Field id="token" label={texts.get("acme-token")} problem={token_problem.clone()} help={AttrValue::from(token_help)}>
                    <TextInput id="token" monospace=true value={form.token.clone()} invalid={token_problem.is_some()} oninput={typed(Action::Token)} />
                </Field>
                <Field id="domain" label={texts.get("acme-domain")} problem={domain_problem.clone()} help={AttrValue::from(domain_help)}>
                    <TextInput id="domain" inputmode="url" placeholder="www.example.com" value={form.domain.clone()} invalid={domain_problem.is_some()} oninput={typed(Action::Domain)} />
                </Field>
                <div class="cw-actions"><Button label={texts.get("acme-answer")} look={Look::Primary} submits=true /></div>
            </form>
            <div aria-live="polite">
                if let (Some(Ok(challenge)), Ok(token), Ok(domain)) = (answer, token, domain) {
                    <Answers challenge={challenge.clone()} token={token.to_string()} {domain} />
                }
            </div>
        </section>
    }
}

/// What the domain is, once it is one.
fn domain_help(texts: &Texts, domain: Option<&DnsName>) -> String {
    let Some(domain) = domain else {
        return texts.get("acme-domain-help");
    };
    let mut says = Vec::new();
    if domain.is_international() {
        let both = wording::both_forms(&AltName::Dns(domain.clone()));
        says.push(texts.with("acme-domain-idn", &[("names", both.into())]));
    }
    if domain.is_wildcard() {
        says.push(texts.get("acme-domain-wildcard"));
    }
    match says.is_empty() {
        true => texts.get("acme-domain-help"),
        false => texts.sentences(&says),
    }
}

/// Asks the engine, or goes to the field that has a problem.
fn submit(
    form: &UseReducerHandle<AcmeForm>,
    engine: Option<EngineContext>,
    account: &ItemSummary,
) -> Callback<SubmitEvent> {
    let (form, account) = (form.clone(), account.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        form.dispatch(Action::HandIn);
        let (Ok(token), Ok(_)) = (form.read_token(), form.read_domain()) else {
            return focus(if form.read_token().is_err() {
                "token"
            } else {
                "domain"
            });
        };
        let ask = Ask::Challenge {
            item: account.id,
            token: token.to_string(),
            domain: form.domain.trim().to_owned(),
        };
        let dispatcher = form.dispatcher();
        let question = ChallengeQuestion {
            account: thumbprint(&account).to_owned(),
            token: form.token.clone(),
            domain: form.domain.clone(),
        };
        let answer = Callback::from(move |heard: Heard| {
            let heard = match heard {
                Ok(Answer::Challenge(challenge)) => Ok(challenge),
                Ok(_) => return,
                Err(error) => Err(error),
            };
            dispatcher.dispatch(Action::Answered(question.clone(), heard));
        });
        if let Some(engine) = &engine {
            engine.ask(ask, answer);
        }
    })
}
