//! How an authority issues.

mod fields;
mod form;
mod remove;

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::outcome::{Outcome, OutcomeNotice, use_asking};
use crate::hooks::{focus, focus_soon, use_texts};
use certwright::engine::office::CaFacts;
use certwright::{Error, IssuingFault};
use fields::Fields;
use form::{Form, Place};
use remove::Remove;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Configure`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
}

/// How an authority issues, and its end.
#[component]
pub fn Configure(props: &Props) -> Html {
    let texts = use_texts();
    let authority = &props.authority;
    html! {
        <section class="cw-stack" aria-labelledby="configure">
            <h2 class="pf-v6-c-title pf-m-lg" id="configure" tabindex="-1">{ texts.get("configure") }</h2>
            // What was typed for one is not meant for another.
            <Ways key={format!("ways {}", authority.id)} authority={authority.clone()} />
            <Remove key={format!("remove {}", authority.id)} authority={authority.clone()} />
        </section>
    }
}

/// The form.
#[component]
fn Ways(props: &Props) -> Html {
    let texts = use_texts();
    let authority = props.authority.clone();
    let form = use_reducer(move || Form::of(&authority));
    let asking = use_asking();
    let refused = asking.error().and_then(|error| {
        let place = place(error, &form)?;
        Some((place, error.clone()))
    });
    use_effect_with(refused.clone(), |refused| {
        if let Some((place, _)) = refused {
            focus_soon(place.id().into());
        }
    });
    let act = Callback::from({
        let (form, asking) = (form.dispatcher(), asking.clone());
        move |action| {
            asking.forget();
            form.dispatch(action);
        }
    });
    let onsubmit = {
        let (form, asking, texts) = (form.clone(), asking.clone(), texts.clone());
        let id = props.authority.id;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(place) = form.first_fault() {
                return focus(place.id());
            }
            if let Some(ask) = form.ask(id).filter(|_| !asking.is_running()) {
                let texts = texts.clone();
                asking.ask(ask, move |_| texts.get("configure-saved"));
            }
        })
    };
    // What is wrong with a field stands beside it.
    let outcome = match (&refused, asking.outcome()) {
        (Some(_), Outcome::Failed(_)) => Outcome::No,
        (_, outcome) => outcome.clone(),
    };
    html! {
        <form class="pf-v6-c-form" novalidate=true aria-labelledby="configure" {onsubmit}>
            <Fields authority={props.authority.clone()} form={Rc::new((*form).clone())} {refused} {act} />
            <div class="cw-submit">
                <OutcomeNotice {outcome} running={texts.get("configure-saving")} />
                <div class="cw-actions"><Button label={texts.get("configure-save")} look={Look::Primary} submits=true /></div>
            </div>
            if form.first_fault().is_none() {
                <Command text={form.command(&props.authority).map(AttrValue::from)} none="command-none-here" describedby="configure" />
            }
        </form>
    }
}

/// The field that a refusal is about.
fn place(error: &Error, form: &Form) -> Option<Place> {
    match error {
        Error::Issuing(IssuingFault::NoName | IssuingFault::Known { .. }) => Some(Place::Label),
        Error::Issuing(IssuingFault::SerialTaken { .. } | IssuingFault::SerialsAtEnd)
        | Error::Serial { .. } => Some(Place::Next),
        // Both are days; it is about the one that holds what was refused.
        Error::ValidityRange { given, .. } | Error::Amount { given, .. } => {
            let is_it = |place: &Place| form.text(*place).trim() == given.to_string();
            let places = [Place::ListDays, Place::Days];
            places.into_iter().find(is_it)
        }
        Error::ValidityBeyond9999 => Some(Place::Days),
        _ => None,
    }
}
