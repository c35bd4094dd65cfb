//! A private key as a file: in which form, and under which password.

mod encrypting;
mod file;
mod form;
mod way;

use super::button::{Button, Look};
use super::command::Command;
use super::field::Field;
use super::icon::Icon;
use super::saving::{Saving, SavingNotice};
use super::select::Select;
use crate::hooks::{EngineContext, Heard, focus_soon, use_texts};
use crate::wording;
use certwright::Error;
use certwright::engine::{Ask, ItemSummary, KeyFacts, Writing};
use certwright::pki::PrivateForm;
use encrypting::Encrypting;
use form::{Action, Form};
use yew::prelude::*;

/// Properties of [`SavePrivate`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Where it lies.
    pub item: ItemSummary,
    /// The key.
    pub of: KeyFacts,
}

/// The file's form, its password, and the button.
#[component]
pub fn SavePrivate(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let form = use_reducer(Form::default);
    let choices = PrivateForm::files(props.of.algorithm);
    let place = form.place.min(choices.len() - 1);
    let (kind, encoding) = choices[place];
    let protection = form.protection(kind, encoding);
    let encryption = protection.as_ref().map(|it| it.encryption);
    let id = |name: &str| AttrValue::from(format!("{name}-{}", props.item.id));
    use_focus_on_rounds(&form, id("rounds"));
    let save = {
        let (form, item) = (form.clone(), props.item.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(engine) = engine.as_ref().filter(|_| form.saving != Saving::Running) else {
                return;
            };
            form.dispatch(Action::Begin);
            let (dispatcher, edition) = (form.dispatcher(), form.edition);
            let file = item.saved_as(kind.ending(encoding));
            let answer = Callback::from(move |heard: Heard| {
                let heard = heard.map(|_| file.clone());
                dispatcher.dispatch(Action::End(edition, heard));
            });
            let writing = Writing::PrivateKey {
                item: item.id,
                form: kind,
                encoding,
                protection: protection.clone(),
            };
            engine.ask(Ask::Save(writing), answer);
        })
    };
    let act = Callback::from({
        let form = form.dispatcher();
        move |action| form.dispatch(action)
    });
    let words = choices.iter().map(|(kind, encoding)| {
        wording::private_form(&texts, *kind, *encoding, props.of.algorithm).into()
    });
    let words: Vec<AttrValue> = words.collect();
    let line = file::line(&props.item, &props.of, (kind, encoding), encryption);
    html! {
        <form class="pf-v6-c-form" novalidate=true onsubmit={save}>
            <h4 class="cw-group-label" id={id("save-private")}>{ texts.get("save-private") }</h4>
            <Field id={id("private-form")} label={texts.get("private-form")} help={AttrValue::from(texts.get(wording::private_form_help(kind)))}>
                <Select id={id("private-form")} choices={words} chosen={place} onchange={act.reform(Action::Form)} />
            </Field>
            if kind.can_be_encrypted(encoding) {
                <Encrypting item={props.item.id} {kind} form={(*form).clone()} {act} />
            } else {
                <p class="cw-note">{ texts.get("form-without-password") }</p>
            }
            if encryption.is_none() {
                <p class="cw-note">{ texts.get("saved-without-password") }</p>
            }
            <div class="cw-actions"><Button label={texts.get("save-key")} icon={Icon::Download} look={Look::Primary} submits=true /></div>
            // What is wrong with the rounds stands beside their field.
            <SavingNotice saving={if is_of_rounds(&form.saving) { Saving::No } else { form.saving.clone() }} />
            // On the Keys page the head of its card says which key it is.
            <Command text={line.map(AttrValue::from)} describedby={format!("{} {} {}", id("item"), id("origin"), id("save-private"))} />
        </form>
    }
}

/// Rounds that are refused get the focus.
#[hook]
fn use_focus_on_rounds(form: &Form, id: AttrValue) {
    use_effect_with(is_of_rounds(&form.saving), move |is_wrong| {
        if *is_wrong {
            // They may have to be unfolded first.
            focus_soon(id.to_string());
        }
    });
}

fn is_of_rounds(saving: &Saving) -> bool {
    matches!(saving, Saving::Failed(Error::Rounds { .. }))
}
