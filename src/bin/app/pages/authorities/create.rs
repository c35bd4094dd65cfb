//! The first authority: a name is enough.

use super::explained::WhatIsAuthority;
use super::view::{Go, Shown, Wide};
use crate::components::button::{Button, Look};
use crate::components::card::Card;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::text_input::TextInput;
use crate::components::working::Working;
use crate::forms::Problem;
use crate::hooks::{EngineContext, HeardOfOffice, Making, focus, use_texts, use_tickets};
use crate::wording;
use certwright::Error;
use certwright::authority::Issuance;
use certwright::engine::office::{OfficeAnswer, OfficeAsk, Order, Subject};
use certwright::pki::{Algorithm, Application, Attribute, AttributeType, Validity};
use certwright::web;
use yew::prelude::*;

/// Properties of [`Create`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Called with what the user wants to see.
    pub go: Callback<Go>,
}

/// The two ways to an authority, and what one is.
#[component]
pub fn Create(props: &Props) -> Html {
    let texts = use_texts();
    let import = props
        .go
        .reform(|_: MouseEvent| Go::To(Shown::Wide(Wide::Import)));
    html! {
        <div class="cw-stack">
            <div class="cw-halves">
                <Card title={texts.get("create-title")}>
                    <Quick go={&props.go} />
                </Card>
                <Card title={texts.get("bring-title")}>
                    <div class="cw-stack">
                        <p>{ texts.get("bring-says") }</p>
                        <div class="cw-actions"><Button label={texts.get("bring-open")} onclick={import} /></div>
                    </div>
                </Card>
            </div>
            <WhatIsAuthority />
        </div>
    }
}

/// A root from a name, with good defaults.
#[component]
fn Quick(props: &Props) -> Html {
    let texts = use_texts();
    let name = use_state_eq(|| texts.get("default-authority-name"));
    let failure = use_state_eq(|| None::<Error>);
    let tickets = use_tickets();
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let work = engine.state.work_on(Making::Certificate);
    let common = Attribute::new(AttributeType::CommonName, &name);
    let problem = common.as_ref().err().cloned().map(Problem::Refused);
    // An empty field is no mistake until the form is handed in.
    let problem = problem.filter(|_| !name.is_empty() || failure.is_some());
    let problem = problem.map(|it| AttrValue::from(it.words(&texts)));
    let onsubmit = {
        let (engine, failure, name) = (engine.clone(), failure.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if engine.state.work_on(Making::Certificate).is_some() {
                return;
            }
            let common = match Attribute::new(AttributeType::CommonName, &name) {
                Ok(common) => common,
                Err(error) => {
                    failure.set(Some(error));
                    return focus(NAME);
                }
            };
            let (asker, failure, ticket) = (engine.clone(), failure.setter(), tickets.draw());
            let answer = Callback::from(move |heard: HeardOfOffice| match heard {
                _ if !ticket.is_valid() => {}
                Ok(answer) => match order(answer, &common) {
                    Ok(Some(order)) => {
                        failure.set(None);
                        asker.issue(order);
                    }
                    Ok(None) => {}
                    Err(error) => failure.set(Some(error)),
                },
                Err(error) => failure.set(Some(error)),
            });
            let ask = OfficeAsk::Form {
                issuer: None,
                profile: ROOT.into(),
                algorithm: Algorithm::P256,
            };
            engine.office(ask, answer);
        })
    };
    let oninput = {
        let (name, failure) = (name.setter(), failure.setter());
        Callback::from(move |typed: String| {
            name.set(typed);
            failure.set(None);
        })
    };
    let named = common.ok();
    let more = props
        .go
        .reform(move |_: MouseEvent| Go::Root(named.clone()));
    let refused = failure.as_ref().filter(|_| problem.is_none());
    html! {
        <form class="pf-v6-c-form" novalidate=true {onsubmit}>
            <p>{ texts.get("create-says") }</p>
            <Field id={NAME} label={texts.get("create-name")} help={AttrValue::from(texts.get("create-name-help"))} problem={problem.clone()}>
                <TextInput id={NAME} value={(*name).clone()} invalid={problem.is_some()} {oninput} />
            </Field>
            if let Some(error) = refused {
                <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
            }
            if let Some(work) = work {
                <Working {work} />
            } else {
                <div class="cw-actions">
                    <Button label={texts.get("create-button")} look={Look::Primary} submits=true />
                    <Button label={texts.get("create-more")} look={Look::Link} onclick={more} />
                </div>
            }
        </form>
    }
}

/// Ten years of a P-256 key: long enough to be forgotten, and taken by every client.
fn order(answer: OfficeAnswer, common: &Attribute) -> Result<Option<Order>, Error> {
    let OfficeAnswer::Form {
        subject,
        extensions,
        algorithm,
        signature,
        ..
    } = answer
    else {
        return Ok(None);
    };
    let application = Application {
        subject: subject.with(common.clone()),
        extensions,
        ..Application::default()
    };
    Ok(Some(Order {
        issuance: Issuance {
            issuer: None,
            application,
            validity: Validity::years(web::now(), YEARS)?,
            signature,
            profile: ROOT.into(),
            label: Some(common.value().to_owned()),
            keeps_key: true,
            renews: None,
            serial: None,
        },
        subject: Subject::New(algorithm),
    }))
}

const ROOT: &str = "root";
const YEARS: u32 = 10;
const NAME: &str = "create-root-name";
