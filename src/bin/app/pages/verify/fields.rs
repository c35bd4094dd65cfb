//! The certificate, who is trusted, and what for.

use super::form::{Action, PURPOSES, Problems, Said, VerifyForm};
use super::is_certificate;
use super::more::more;
use super::roots::roots;
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::select::Select;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, Heard, focus, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::{Answer, Ask, Inquiry, ItemSummary};
use certwright::pki::chain::Purpose;
use certwright::web::now;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Fields`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was chosen and typed.
    pub form: UseReducerHandle<VerifyForm>,
}

/// How many certificates the list offers: a longer one is no list to choose from.
const MOST_CHOICES: usize = 500;

/// The fields.
#[component]
pub fn Fields(props: &Props) -> Html {
    let texts = use_texts();
    let form = &props.form;
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    let desk = &engine.state.desk;
    let certificates: Vec<&ItemSummary> = desk.iter().filter(|it| is_certificate(it)).collect();
    let Some(leaf) = form.fields.leaf(&certificates) else {
        return Html::default();
    };
    // The one that is chosen is among those that can be.
    let mut offered: Vec<&ItemSummary> = certificates.iter().copied().take(MOST_CHOICES).collect();
    if offered.iter().all(|item| item.id != leaf.id) {
        offered.insert(0, leaf);
    }
    let place = offered.iter().position(|item| item.id == leaf.id);
    let choices = wording::told_apart(&texts, &offered);
    let choices: Vec<AttrValue> = choices.into_iter().map(AttrValue::from).collect();
    let ids: Vec<u32> = offered.iter().map(|item| item.id).collect();
    let trusted = certificates
        .iter()
        .filter(|item| form.fields.trusts(item, Some(leaf.id)));
    let trusted: Vec<u32> = trusted.map(|item| item.id).collect();
    let inquiry = form.fields.inquiry(leaf.id, trusted, now());
    let problems = inquiry.as_ref().err().filter(|_| form.handed_in).cloned();
    let problems = problems.unwrap_or_default();
    let act = Callback::from({
        let form = form.dispatcher();
        move |action: Action| form.dispatch(action)
    });
    let onleaf = act.reform(move |place: usize| {
        let chosen = ids.get(place).copied();
        Action::Leaf(chosen.unwrap_or_default())
    });
    let onpurpose =
        act.reform(|place| Action::Choose(|fields, place| fields.purpose = place, place));
    let onpeer = act.reform(|text| Action::Type(|fields, text| fields.peer = text, text));
    let peer = problems
        .peer
        .as_ref()
        .map(|error| AttrValue::from(wording::error(&texts, error)));
    html! {
        <form class="pf-v6-c-form cw-narrow" novalidate=true onsubmit={submit(form, &engine, inquiry)}>
            <Field id="leaf" label={texts.get("verify-leaf")} help={(certificates.len() > MOST_CHOICES).then(|| AttrValue::from(texts.get("verify-leaf-many")))}>
                <Select id="leaf" {choices} chosen={place.unwrap_or_default()} onchange={onleaf} />
            </Field>
            { roots(&texts, form, &certificates, leaf.id, &act) }
            <Field id="purpose" label={texts.get("verify-purpose")}>
                <Select id="purpose" choices={PURPOSES.map(|it| AttrValue::from(purpose(&texts, it))).to_vec()} chosen={form.fields.purpose} onchange={onpurpose} />
            </Field>
            <Field id="peer" label={texts.get("verify-peer")} remark={AttrValue::from(texts.get("optional"))} problem={peer.clone()} help={AttrValue::from(texts.get("verify-peer-help"))}>
                <TextInput id="peer" placeholder="www.example.com" value={form.fields.peer.clone()} invalid={peer.is_some()} oninput={onpeer} />
            </Field>
            { more(&texts, &form.fields, &problems, &act) }
            <div class="cw-actions"><Button label={texts.get("verify-go")} look={Look::Primary} submits=true /></div>
        </form>
    }
}

fn purpose(texts: &Texts, purpose: Purpose) -> String {
    match purpose.oid() {
        Some(oid) => wording::purpose(texts, oid),
        None => texts.get("purpose-any"),
    }
}

/// Asks the engine, or goes to the field that has a problem.
fn submit(
    form: &UseReducerHandle<VerifyForm>,
    engine: &EngineContext,
    inquiry: Result<Inquiry, Box<Problems>>,
) -> Callback<SubmitEvent> {
    let (engine, dispatcher, edition) = (engine.clone(), form.dispatcher(), form.edition());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        dispatcher.dispatch(Action::HandIn);
        let inquiry = match &inquiry {
            Ok(inquiry) => Rc::new(inquiry.clone()),
            Err(problems) => return focus(problems.first()),
        };
        let (dispatcher, asked) = (dispatcher.clone(), inquiry.clone());
        let desk = engine.state.desk.clone();
        let answer = Callback::from(move |heard: Heard| {
            let verdict = match heard {
                Ok(Answer::Verified(verdict)) => Ok(Rc::new(verdict)),
                Ok(_) => return,
                Err(error) => Err(error),
            };
            let (inquiry, desk) = (asked.clone(), desk.clone());
            let said = Said {
                inquiry,
                desk,
                verdict,
            };
            dispatcher.dispatch(Action::Heard(edition, said));
        });
        engine.ask(Ask::Verify((*inquiry).clone()), answer);
    })
}

impl Problems {
    /// The id of the first field that has one.
    fn first(&self) -> &'static str {
        match self {
            Self { peer: Some(_), .. } => "peer",
            Self { time: true, .. } => "time",
            Self {
                policies: Some(_), ..
            } => "policies",
            _ => "depth",
        }
    }
}
