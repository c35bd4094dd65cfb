//! Several things in one file: PKCS #12, PKCS #7, PEM.

mod form;
mod items;
mod kind;
mod line;
mod name_and_password;

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::saving::{Saving, SavingNotice};
use crate::components::select::Select;
use crate::hooks::{EngineContext, Heard, focus, use_texts};
use certwright::engine::{Ask, Content, ItemSummary};
use certwright::pki::{Password, pkcs12::Target};
use form::{Action, Form};
use items::Items;
use kind::{KINDS, Kind};
use name_and_password::{NameAndPassword, PASSWORD};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Bundle`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What can be put together: what the page shows.
    pub items: Rc<[ItemSummary]>,
}

/// The choice of things, the kind of file, and the button. It shows when there is something to put
/// together.
#[component]
pub fn Bundle(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let form = use_reducer(Form::default);
    let Some(engine) = engine.filter(|_| props.items.iter().any(is_worth_it)) else {
        return Html::default();
    };
    let desk = &engine.state.desk;
    let (kind, _, help) = KINDS[form.place];
    let items: Rc<[ItemSummary]> = props
        .items
        .iter()
        .filter(|it| kind.takes(it))
        .cloned()
        .collect();
    let ticked: Vec<bool> = items.iter().map(|it| form.has(it, desk)).collect();
    let chosen = items.iter().zip(&ticked).filter(|(_, is_on)| **is_on);
    let chosen: Vec<ItemSummary> = chosen.map(|(item, _)| item.clone()).collect();
    let line = line::line(kind, &chosen, form.name.trim());
    let submit = submit(&engine, &form, kind, &chosen);
    let act = Callback::from({
        let form = form.dispatcher();
        move |action| form.dispatch(action)
    });
    html! {
        <section class="cw-panel" aria-labelledby="bundle">
            <h2 class="pf-v6-c-title pf-m-lg" id="bundle">{ texts.get("bundle") }</h2>
            <p class="cw-note">{ texts.get("bundle-note") }</p>
            <form class="pf-v6-c-form" novalidate=true onsubmit={submit}>
                <Field id="bundle-kind" label={texts.get("bundle-kind")} help={AttrValue::from(texts.get(help))}>
                    <Select id="bundle-kind" choices={KINDS.map(|(_, name, _)| AttrValue::from(texts.get(name))).to_vec()} chosen={form.place} onchange={act.reform(Action::Kind)} />
                </Field>
                <Items {items} {ticked} desk={desk.clone()} act={&act} />
                if kind == Kind::Pkcs12(Target::OlderDevices) {
                    <Notice tone={Tone::Warning} title={texts.get("bundle-older-warning")} />
                }
                if kind.has_password() {
                    <NameAndPassword form={(*form).clone()} {act} />
                }
                <div class="cw-actions">
                    if chosen.is_empty() {
                        <p class="cw-note">{ texts.get("bundle-nothing") }</p>
                    } else {
                        <Button label={texts.get("save-bundle")} icon={Icon::Download} look={Look::Primary} submits=true />
                    }
                </div>
                <SavingNotice saving={form.saving.clone()} />
                <Command text={line.map(AttrValue::from)} describedby="bundle" />
            </form>
        </section>
    }
}

fn is_worth_it(item: &ItemSummary) -> bool {
    matches!(
        item.content,
        Content::Certificate(_) | Content::PrivateKey(_)
    )
}

/// Asks the engine for the file, or for the password that it needs.
fn submit(
    engine: &EngineContext,
    form: &UseReducerHandle<Form>,
    kind: Kind,
    items: &[ItemSummary],
) -> Callback<SubmitEvent> {
    let (engine, form) = (engine.clone(), form.clone());
    let items: Vec<u32> = items.iter().map(|item| item.id).collect();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        // Enter in a field comes here, too.
        if items.is_empty() || form.saving == Saving::Running {
            return;
        }
        let password = Password::new(form.password.to_string());
        let Some(writing) = kind.writing(items.clone(), form.name.trim(), password) else {
            form.dispatch(Action::NeedPassword);
            return focus(PASSWORD);
        };
        form.dispatch(Action::Begin);
        let (dispatcher, edition) = (form.dispatcher(), form.edition);
        let answer = Callback::from(move |heard: Heard| {
            let heard = heard.map(|_| kind.file_name().to_owned());
            dispatcher.dispatch(Action::End(edition, heard));
        });
        engine.ask(Ask::Save(writing), answer);
    })
}
