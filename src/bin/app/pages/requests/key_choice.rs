//! The key: a new one, or one that lies on the desk; and how the request is signed.

use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::open_zone::OpenZone;
use crate::components::select::Select;
use crate::forms::application::{Action, Form};
use crate::hooks::{EngineContext, Heard, focus, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::{Answer, Content, ItemSummary, KeySource};
use certwright::pki::Algorithm;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`KeyChoice`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Rc<Form>,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The key and the signature.
#[component]
pub fn KeyChoice(props: &Props) -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let form = &props.form;
    let desk = engine
        .map(|engine| engine.state.desk.clone())
        .unwrap_or_default();
    let choices = choices(form, &desk);
    let chosen = choices.iter().position(|(source, _)| *source == form.key);
    let words = choices
        .iter()
        .map(|(source, algorithm)| AttrValue::from(word(&texts, &desk, *source, *algorithm)));
    let words: Vec<_> = words.collect();
    let onkey = {
        let act = props.act.clone();
        Callback::from(move |index: usize| {
            if let Some((source, algorithm)) = choices.get(index) {
                act.emit(Action::Key(*source, *algorithm));
            }
        })
    };
    let signatures = form.algorithm.signatures();
    let signed = signatures
        .iter()
        .position(|it| *it == form.signature)
        .unwrap_or_default();
    let signature_words: Vec<_> = signatures
        .iter()
        .map(|it| AttrValue::from(it.to_string()))
        .collect();
    let only_one = signatures.len() == 1;
    let onsignature = props
        .act
        .reform(move |index: usize| Action::Signature(signatures[index]));
    html! {
        <fieldset class="cw-group">
            <legend>{ texts.get("request-key-section") }</legend>
            <Field id={KEY} label={texts.get("request-key")} help={AttrValue::from(texts.get(wording::accepted(form.algorithm)))}>
                <Select id={KEY} choices={words} chosen={chosen.unwrap_or_default()} onchange={onkey} />
            </Field>
            <GivenKey key_source={form.key} act={&props.act} />
            if !only_one {
                <details class="cw-more">
                    <summary>{ texts.get("request-signature-more") }</summary>
                    <div class="cw-more-body">
                        <Field id="request-signature" label={texts.get("request-signature")} help={AttrValue::from(texts.get("request-signature-help"))}>
                            <Select id="request-signature" choices={signature_words} chosen={signed} onchange={onsignature} />
                        </Field>
                    </div>
                </details>
            }
            if form.signature.is_weak() {
                <Notice tone={Tone::Warning} title={texts.get("request-sha1")}>{ texts.get("request-sha1-advice") }</Notice>
            }
        </fieldset>
    }
}

/// What has come of the last file.
#[derive(Clone, PartialEq)]
enum Given {
    Nothing,
    Taken { item: u32, file: String },
    Locked,
    NoKey,
    Unreadable(Error),
}

#[derive(Clone, PartialEq, Properties)]
struct GivenProps {
    key_source: KeySource,
    act: Callback<Action>,
}

/// A place for the file of a key.
#[component]
fn GivenKey(props: &GivenProps) -> Html {
    let texts = use_texts();
    let given = use_state_eq(|| Given::Nothing);
    let heard = {
        let (act, given) = (props.act.clone(), given.clone());
        Callback::from(move |heard: Heard| {
            let Ok(Answer::Opened(items)) = heard else {
                return given.set(Given::NoKey);
            };
            let key = items.iter().find_map(|item| match &item.content {
                Content::PrivateKey(key) => Some((item, key.algorithm)),
                _ => None,
            });
            let locked = items
                .iter()
                .any(|item| matches!(item.content, Content::Locked(_)));
            given.set(match key {
                Some((item, algorithm)) => {
                    act.emit(Action::Key(KeySource::Item(item.id), algorithm));
                    focus(KEY);
                    Given::Taken {
                        item: item.id,
                        file: item.file_name(),
                    }
                }
                None if locked => Given::Locked,
                None => items.iter().find_map(unreadable).unwrap_or(Given::NoKey),
            });
        })
    };
    html! {
        <details class="cw-more">
            <summary>{ texts.get("request-given-key") }</summary>
            <div class="cw-more-body">
                <OpenZone id="request-key-file" label={texts.get("request-key-file")} help={texts.get("request-key-file-help")} onopened={heard} />
                <div aria-live="polite">{ says(&texts, &given, props.key_source) }</div>
            </div>
        </details>
    }
}

fn unreadable(item: &ItemSummary) -> Option<Given> {
    match &item.content {
        Content::Broken(error @ Error::Unreadable { .. }) => Some(Given::Unreadable(error.clone())),
        _ => None,
    }
}

fn says(texts: &Texts, given: &Given, key: KeySource) -> Html {
    match given {
        Given::Nothing => Html::default(),
        Given::Taken { item, .. } if key != KeySource::Item(*item) => Html::default(),
        Given::Taken { file, .. } => html! {
            <Notice tone={Tone::Success} title={texts.with("request-key-taken", &[("file", file.clone().into())])} />
        },
        Given::Locked => html! {
            <Notice tone={Tone::Warning} title={texts.get("request-key-locked")}>
                <a href="#/keys">{ texts.get("request-key-unlock") }</a>
            </Notice>
        },
        Given::Unreadable(error) => html! {
            <Notice tone={Tone::Danger} title={wording::error(texts, error)} />
        },
        Given::NoKey => html! {
            <Notice tone={Tone::Danger} title={texts.get("request-key-none")}>{ texts.get("request-key-none-advice") }</Notice>
        },
    }
}

/// All kinds of new key, one that a file wants, and the private keys on the desk.
fn choices(form: &Form, desk: &[ItemSummary]) -> Vec<(KeySource, Algorithm)> {
    let mut all: Vec<_> = Algorithm::OFFERED
        .into_iter()
        .map(|algorithm| (KeySource::New(algorithm), algorithm))
        .collect();
    let wanted = (form.key, form.algorithm);
    if matches!(form.key, KeySource::New(_)) && !all.contains(&wanted) {
        all.push(wanted);
    }
    all.extend(desk.iter().filter_map(|item| match &item.content {
        Content::PrivateKey(key) => Some((KeySource::Item(item.id), key.algorithm)),
        _ => None,
    }));
    all
}

fn word(texts: &Texts, desk: &[ItemSummary], source: KeySource, algorithm: Algorithm) -> String {
    match source {
        KeySource::New(algorithm) => texts.with(
            "request-key-new",
            &[("algorithm", wording::algorithm(texts, algorithm).into())],
        ),
        KeySource::Item(id) => {
            let item = desk.iter().find(|item| item.id == id);
            let file = item.map(ItemSummary::file_name).unwrap_or_default();
            let values = [
                ("algorithm", algorithm.to_string().into()),
                ("file", file.into()),
            ];
            let name = texts.with("request-key-yours", &values);
            match item {
                Some(item) => wording::marked(texts, name, item, desk),
                None => name,
            }
        }
    }
}

const KEY: &str = "request-key";
