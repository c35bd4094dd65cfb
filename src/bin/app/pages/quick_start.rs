//! Quick start: one form, one click, a complete certificate set.

mod certificate_card;
mod form;
mod key_type;
mod password;
mod preview;
mod reading;
mod results;
mod sections;
mod server_names;

use crate::components::button::{Button, Look};
use crate::components::trouble::TroubleNotice;
use crate::components::working::Working;
use crate::hooks::{EngineContext, Making, Work, focus, use_focus_on_work, use_texts};
use certwright::web;
use form::{Action, Form, Names};
use preview::Preview;
use results::Results;
use sections::Sections;
use yew::prelude::*;

/// Properties of [`QuickStart`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Whether this is the page of the address; hidden, it keeps what was filled in.
    pub shown: bool,
}

/// The start page.
#[component]
pub fn QuickStart(props: &Props) -> Html {
    let texts = use_texts();
    let names = Names {
        authority: texts.get("default-authority-name").into(),
        client: texts.get("default-client-name").into(),
    };
    let form = use_reducer({
        let names = names.clone();
        move || Form::new(names)
    });
    {
        let dispatcher = form.dispatcher();
        use_effect_with(names, move |names| {
            dispatcher.dispatch(Action::Translate(names.clone()));
        });
    }
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    use_focus_on_work(&engine, Making::Set, "results".into());
    let work = engine.state.work_on(Making::Set);
    let stale = form.order().ok() != engine.state.made_from;
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id={props.shown.then_some("page-title")} tabindex="-1">{ texts.get("quick-start") }</h1>
                <p class="cw-lead">{ texts.get("quick-start-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <div class="cw-columns">
                    <form class="pf-v6-c-form" novalidate=true onsubmit={submit(&form, &engine)}>
                        <Sections form={(*form).clone()} act={Callback::from({ let form = form.clone(); move |action| form.dispatch(action) })} />
                        <Submit {work} />
                    </form>
                    <Preview form={(*form).clone()} />
                </div>
            </section>
            <section class="pf-v6-c-page__main-section cw-outcome" aria-live="polite">
                if let Some(trouble) = engine.state.trouble_with(Making::Set) {
                    <TroubleNotice trouble={trouble.clone()} shown={props.shown} />
                }
            </section>
            if let Some(summary) = &engine.state.result {
                <Results summary={summary.clone()} {stale} />
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SubmitProps {
    work: Option<Work>,
}

/// The button that starts the work; while it runs, how far it is and the button that ends it.
#[component]
fn Submit(props: &SubmitProps) -> Html {
    let texts = use_texts();
    let button = html! {
        <Button label={texts.get("create-certificates")} look={Look::Primary} submits=true />
    };
    html! {
        <div class="cw-submit">
            { props.work.map_or(button, |work| html! { <Working {work} /> }) }
        </div>
    }
}

/// Asks the engine for the set, or shows what is missing and goes there.
fn submit(form: &UseReducerHandle<Form>, engine: &EngineContext) -> Callback<SubmitEvent> {
    let (form, engine) = (form.clone(), engine.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if engine.state.work_on(Making::Set).is_some() {
            return;
        }
        match (form.first_problem(web::now()), form.order()) {
            (None, Ok(order)) => engine.create(order, form.password()),
            (field, _) => {
                form.dispatch(Action::LeaveAll);
                if let Some(field) = field {
                    focus(field.id());
                }
            }
        }
    })
}
