//! Certificates from a table.

mod check;
mod form;
mod settings;
mod table_input;
mod work;

use crate::components::button::{Button, Look};
use crate::hooks::{EngineContext, Making, Trouble, focus, use_focus_on_work, use_texts};
use crate::pages::authorities::templates::use_known;
use certwright::engine::office::CaFacts;
use check::{Check, Checked, use_check};
use form::{Action, Form};
use settings::{DAYS, Settings};
use std::rc::Rc;
use table_input::TableInput;
use work::{Issuing, Outcome, REPORT};
use yew::prelude::*;

/// Properties of [`Batch`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority.
    pub authority: Rc<CaFacts>,
    /// Whether it is what is looked at; hidden, it keeps what was filled in.
    pub shown: bool,
}

/// Certificates from a table: the table, what is the same for all rows, what would come of it, and the button.
#[component]
pub fn Batch(props: &Props) -> Html {
    let texts = use_texts();
    let days = props.authority.days;
    let form = use_reducer(|| Form::new(days));
    let known = use_known();
    let check = use_check(&form, props.authority.id, props.shown);
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    use_focus_on_work(&engine, Making::Batch, REPORT.into());
    use_refusal(&engine, &form);
    let act = Callback::from({
        let form = form.dispatcher();
        move |action| form.dispatch(action)
    });
    let refused = match check.of(&form) {
        Some(Err(error)) => Some(error.clone()),
        _ => None,
    };
    let onsubmit = submit(&engine, &form, &check, props.authority.id);
    let state = Rc::new((*form).clone());
    html! {
        <section aria-labelledby="batch-title" hidden={!props.shown}>
            <h2 class="pf-v6-c-title pf-m-lg" id="batch-title" tabindex="-1">{ texts.get("batch") }</h2>
            <p class="cw-note">{ texts.get("batch-lead") }</p>
            if props.authority.has_key {
                <form class="pf-v6-c-form" novalidate=true {onsubmit}>
                    <TableInput form={state.clone()} act={&act} />
                    if form.table.is_some() {
                        <Checked form={state.clone()} check={check.clone()} />
                    }
                    <Settings form={state.clone()} {known} {refused} {act} />
                    <div class="cw-submit"><Start form={state} {check} /></div>
                </form>
                <Outcome />
            } else {
                <p>{ texts.get("batch-no-key") }</p>
            }
        </section>
    }
}

/// What nothing was issued from can be issued from again, as it is.
#[hook]
fn use_refusal(engine: &EngineContext, form: &UseReducerHandle<Form>) {
    let trouble = engine.state.trouble_with(Making::Batch);
    let is_refused = matches!(trouble, Some(Trouble::Refused(_)));
    let form = form.dispatcher();
    use_effect_with(
        (engine.state.ended(Making::Batch), is_refused),
        move |(_, is_refused)| {
            if *is_refused {
                form.dispatch(Action::Refused);
            }
        },
    );
}

#[derive(Clone, PartialEq, Properties)]
struct StartProps {
    form: Rc<Form>,
    check: Check,
}

/// The button, what is missing for it, or how far it is.
#[component]
fn Start(props: &StartProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let is_at_work = engine.is_some_and(|it| it.state.work_on(Making::Batch).is_some());
    let form = &props.form;
    let good = match props.check.of(form) {
        Some(Ok(facts)) => facts.good,
        _ => 0,
    };
    if is_at_work {
        return html! { <Issuing /> };
    }
    html! {
        if form.is_issued() {
            <p class="cw-note">{ texts.get("batch-issued") }</p>
        } else if good > 0 {
            <div class="cw-actions"><Button label={texts.with("batch-issue", &[("count", good.into())])} look={Look::Primary} submits=true /></div>
        } else if form.table.is_none() {
            <p class="cw-note">{ texts.get("batch-needs-table") }</p>
        }
    }
}

/// Begins, if the table was checked as it is now.
fn submit(
    engine: &EngineContext,
    form: &UseReducerHandle<Form>,
    check: &Check,
    issuer: u32,
) -> Callback<SubmitEvent> {
    let (engine, form, check) = (engine.clone(), form.clone(), check.clone());
    Callback::from(move |event: SubmitEvent| {
        // Enter in a field comes here, too.
        event.prevent_default();
        if form.days().is_none() {
            return focus(DAYS);
        }
        let is_good = matches!(check.of(&form), Some(Ok(facts)) if facts.good > 0);
        let is_at_work = engine.state.work_on(Making::Batch).is_some();
        if is_at_work || form.is_issued() || !is_good {
            return;
        }
        if let Some((order, file)) = form.order(issuer) {
            form.dispatch(Action::Issue);
            engine.issue_from_table(order, file);
        }
    })
}
