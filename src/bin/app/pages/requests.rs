//! Requests: what a certificate authority is asked for, from a form, an `openssl.cnf`, or something
//! that is there already.

mod failure;
mod from_config;
mod from_like;
mod key_choice;
mod made;
mod preview;
mod start_from;

use crate::components::button::{Button, Look};
use crate::components::icon::Icon;
use crate::components::trouble::TroubleNotice;
use crate::components::working::Working;
use crate::forms::application::{
    AcmeSubject, Action, Form, NamesField, Purpose, Reading, SubjectFields, Uses,
};
use crate::hooks::{EngineContext, Making, focus_soon, use_focus_on_work, use_texts};
use certwright::engine::KeySource;
use certwright::pki::Algorithm;
use key_choice::KeyChoice;
use made::{Made, Order, save_config};
use preview::Preview;
use start_from::StartFrom;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Requests`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Whether this is the page of the address; hidden, it keeps what was filled in.
    pub shown: bool,
}

/// The page.
#[component]
pub fn Requests(props: &Props) -> Html {
    let texts = use_texts();
    let form = use_reducer(|| Form::new("request"));
    let Some(engine) = use_context::<EngineContext>() else {
        return Html::default();
    };
    use_key_on_desk(&engine, &form);
    use_focus_on_work(&engine, Making::Request, "request-made".into());
    let asked: Asked = use_mut_ref(|| None);
    let ordered = use_ordered(&engine, &asked);
    let reading = Rc::new(Reading::of(&form));
    let order = Rc::new(Order {
        application: reading.application.clone(),
        key: form.key,
        algorithm: form.algorithm,
        signature: form.signature,
    });
    let act = Callback::from({
        let form = form.clone();
        move |action| form.dispatch(action)
    });
    let onsubmit = {
        let (ready, engine, asked) = (ready(&form, &reading), engine.clone(), asked);
        let order = order.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if engine.state.work_on(Making::Request).is_none() && ready.emit(()) {
                asked.replace(Some(order.clone()));
                let Order {
                    application,
                    key,
                    signature,
                    ..
                } = (*order).clone();
                engine.create_request(application, key, Some(signature));
            }
        })
    };
    let onconfig = {
        let (ready, engine, order) = (ready(&form, &reading), engine.clone(), order.clone());
        Callback::from(move |_: MouseEvent| {
            if ready.emit(()) {
                save_config(Some(&engine), &order);
            }
        })
    };
    let state = Rc::new((*form).clone());
    html! {
        <>
            <section class="pf-v6-c-page__main-section cw-intro">
                <h1 class="pf-v6-c-title pf-m-2xl" id={props.shown.then_some("page-title")} tabindex="-1">{ texts.get("requests") }</h1>
                <p class="cw-lead">{ texts.get("requests-lead") }</p>
            </section>
            <section class="pf-v6-c-page__main-section">
                <div class="cw-columns cw-request">
                    <div>
                        <StartFrom form={state.clone()} act={&act} />
                        <Fields form={state.clone()} reading={reading.clone()} {act} {onsubmit} {onconfig} />
                    </div>
                    <Preview form={state} reading={reading.clone()} />
                </div>
            </section>
            <section class="pf-v6-c-page__main-section cw-outcome" aria-live="polite">
                if let Some(trouble) = engine.state.trouble_with(Making::Request) {
                    <TroubleNotice trouble={trouble.clone()} shown={props.shown} />
                }
            </section>
            { result(&engine, ordered.filter(|_| props.shown), &order) }
        </>
    }
}

/// What was asked for, until it is made.
type Asked = Rc<RefCell<Option<Rc<Order>>>>;

/// What the last request was made from. An order that was given up or refused must not become that of the
/// request before.
#[hook]
fn use_ordered(engine: &EngineContext, asked: &Asked) -> Option<Rc<Order>> {
    let ordered = use_state_eq(|| None::<Rc<Order>>);
    let (asked, set) = (asked.clone(), ordered.setter());
    use_effect_with(engine.state.requested, move |requested| {
        if requested.is_some() {
            set.set(asked.take());
        }
    });
    (*ordered).clone()
}

/// What was made last, as long as it lies on the desk.
fn result(engine: &EngineContext, ordered: Option<Rc<Order>>, now: &Order) -> Html {
    let made = engine.state.requested.and_then(|(request, key)| {
        let request = engine.state.item(request)?.clone();
        Some((request, engine.state.item(key)?.clone(), ordered?))
    });
    let is_idle = engine.state.work_on(Making::Request).is_none();
    match made.filter(|_| is_idle) {
        Some((request, key, order)) => {
            let stale = *order != *now;
            html! { <Made {request} key_item={key} {order} {stale} /> }
        }
        None => Html::default(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FieldsProps {
    form: Rc<Form>,
    reading: Rc<Reading>,
    act: Callback<Action>,
    onsubmit: Callback<SubmitEvent>,
    onconfig: Callback<MouseEvent>,
}

/// The form's fields, and the button that starts the work; while it runs, how far it is.
#[component]
fn Fields(props: &FieldsProps) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let work = engine.and_then(|engine| engine.state.work_on(Making::Request));
    let FieldsProps {
        form, reading, act, ..
    } = props.clone();
    let is_acme = form.purpose == Purpose::Acme;
    html! {
        <form class="pf-v6-c-form" novalidate=true onsubmit={&props.onsubmit}>
            if is_acme {
                <AcmeSubject form={form.clone()} reading={reading.clone()} act={&act} />
            } else {
                <SubjectFields form={form.clone()} reading={reading.clone()} act={&act} />
            }
            <NamesField form={form.clone()} reading={reading.clone()} act={&act} />
            <KeyChoice form={form.clone()} act={&act} />
            if !is_acme {
                <Uses {form} {reading} {act} />
            }
            <div class="cw-submit">
                if let Some(work) = work {
                    <Working {work} />
                } else {
                    <div class="cw-actions">
                        <Button label={texts.get("request-create")} look={Look::Primary} submits=true />
                        <Button label={texts.get("request-form-config")} icon={Icon::Download} look={Look::Link} onclick={&props.onconfig} />
                    </div>
                }
            </div>
        </form>
    }
}

/// Whether nothing is wrong; else all problems show, and the focus goes to the first.
fn ready(form: &UseReducerHandle<Form>, reading: &Rc<Reading>) -> Callback<(), bool> {
    let (now, form, reading) = (
        Rc::new((**form).clone()),
        form.dispatcher(),
        reading.clone(),
    );
    Callback::from(move |()| match reading.faults.first() {
        None => true,
        Some(fault) => {
            form.dispatch(Action::LeaveAll);
            // It may have to be unfolded first.
            focus_soon(now.id_of(fault.place));
            false
        }
    })
}

/// A key that has left the desk cannot be asked for any more.
#[hook]
fn use_key_on_desk(engine: &EngineContext, form: &UseReducerHandle<Form>) {
    let gone = match form.key {
        KeySource::Item(id) => engine.state.item(id).is_none(),
        KeySource::New(_) => false,
    };
    let form = form.dispatcher();
    use_effect_with(gone, move |gone| {
        if *gone {
            let algorithm = Algorithm::P256;
            form.dispatch(Action::Key(KeySource::New(algorithm), algorithm));
        }
    });
}
