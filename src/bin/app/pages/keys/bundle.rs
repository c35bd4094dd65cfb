//! Several things in one file: PKCS #12, PKCS #7, PEM.

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::password_input::PasswordInput;
use crate::components::select::Select;
use crate::components::source_file::SourceFile;
use crate::components::text_input::TextInput;
use crate::hooks::{EngineContext, Heard, focus, use_texts};
use crate::wording;
use certwright::Error;
use certwright::engine::{Ask, Content, ItemSummary, Writing};
use certwright::pki::{
    Encoding, Password, command,
    pkcs12::{self, Target},
};
use std::collections::BTreeSet;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zeroize::Zeroizing;

/// What can be made of several.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Pkcs12(Target),
    Pkcs7,
    Pem,
}

const KINDS: [(Kind, &str, &str); 5] = [
    (
        Kind::Pkcs12(Target::Modern),
        "bundle-modern",
        "bundle-modern-help",
    ),
    (
        Kind::Pkcs12(Target::OlderDevices),
        "bundle-older",
        "bundle-older-help",
    ),
    (
        Kind::Pkcs12(Target::JavaTruststore),
        "bundle-truststore",
        "bundle-truststore-help",
    ),
    (Kind::Pkcs7, "bundle-pkcs7", "bundle-pkcs7-help"),
    (Kind::Pem, "bundle-pem", "bundle-pem-help"),
];

/// The choice of things, the kind of file, and the button. It shows when there is something to put
/// together.
#[component]
pub fn Bundle() -> Html {
    let texts = use_texts();
    let engine = use_context::<EngineContext>();
    let without = use_state_eq(BTreeSet::<u32>::new);
    let chosen = use_state_eq(|| 0_usize);
    let name = use_state_eq(String::new);
    let text = use_state_eq(|| Zeroizing::new(String::new()));
    let problem = use_state_eq(|| None::<Error>);
    let needs_password = use_state_eq(|| false);
    let saved = use_state_eq(|| false);
    let Some(engine) = engine else {
        return Html::default();
    };
    let (kind, _, help) = KINDS[*chosen];
    let fitting: Vec<ItemSummary> = engine
        .state
        .desk
        .iter()
        .filter(|item| fits(kind, item))
        .cloned()
        .collect();
    let any = engine.state.desk.iter().any(|item| {
        matches!(
            item.content,
            Content::Certificate(_) | Content::PrivateKey(_)
        )
    });
    if !any {
        return Html::default();
    }
    let items: Vec<ItemSummary> = fitting
        .iter()
        .filter(|item| !without.contains(&item.id))
        .cloned()
        .collect();
    let is_pkcs12 = matches!(kind, Kind::Pkcs12(_));
    let password = Password::new(text.to_string());
    let not_ascii = is_pkcs12
        && password
            .as_ref()
            .is_some_and(|password| !pkcs12::java_opens(password));
    let submit = {
        let (engine, problem, saved) = (engine.clone(), problem.clone(), saved.clone());
        let (needs_password, name) = (needs_password.clone(), name.clone());
        let (ids, password) = (
            items.iter().map(|item| item.id).collect::<Vec<_>>(),
            password.clone(),
        );
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let items = ids.clone();
            let writing = match (kind, &password) {
                (Kind::Pkcs12(target), Some(password)) => Writing::Pkcs12 {
                    items,
                    name: name.trim().to_owned(),
                    password: password.clone(),
                    target,
                },
                (Kind::Pkcs12(_), None) => {
                    needs_password.set(true);
                    return focus("bundle-password");
                }
                (Kind::Pkcs7, _) => Writing::Pkcs7 {
                    items,
                    encoding: Encoding::Pem,
                },
                (Kind::Pem, _) => Writing::Pem { items },
            };
            let (problem, saved) = (problem.clone(), saved.clone());
            let answer = Callback::from(move |heard: Heard| {
                saved.set(heard.is_ok());
                problem.set(heard.err());
            });
            engine.ask(Ask::Save(writing), answer);
        })
    };
    let toggle = |id: u32| {
        let (without, saved) = (without.clone(), saved.clone());
        Callback::from(move |event: Event| {
            let mut next = (*without).clone();
            match event.target_unchecked_into::<HtmlInputElement>().checked() {
                true => next.remove(&id),
                false => next.insert(id),
            };
            without.set(next);
            saved.set(false);
        })
    };
    let onkind = on_kind(&chosen, &saved);
    let onname = {
        let name = name.clone();
        Callback::from(move |typed: String| name.set(typed))
    };
    let onpassword = {
        let (text, needs_password) = (text.clone(), needs_password.clone());
        Callback::from(move |typed: String| {
            text.set(Zeroizing::new(typed));
            needs_password.set(false);
        })
    };
    let line = line(kind, &items, name.trim());
    html! {
        <section class="cw-panel" aria-labelledby="bundle">
            <h2 class="pf-v6-c-title pf-m-lg" id="bundle">{ texts.get("bundle") }</h2>
            <p class="cw-note">{ texts.get("bundle-note") }</p>
            <form class="pf-v6-c-form" novalidate=true onsubmit={submit}>
                <Field id="bundle-kind" label={texts.get("bundle-kind")} help={AttrValue::from(texts.get(help))}>
                    <Select id="bundle-kind" choices={KINDS.map(|(_, name, _)| AttrValue::from(texts.get(name))).to_vec()} chosen={*chosen} onchange={onkind} />
                </Field>
                <fieldset class="cw-checks">
                    <legend class="cw-group-label">{ texts.get("bundle-items") }</legend>
                    { for fitting.iter().map(|item| html! {
                        <div class="pf-v6-c-check">
                            <input class="pf-v6-c-check__input" type="checkbox" id={format!("bundle-{}", item.id)} checked={!without.contains(&item.id)} onchange={toggle(item.id)} />
                            <label class="pf-v6-c-check__label" for={format!("bundle-{}", item.id)}>{ wording::marked(&texts, wording::item_in_file(&texts, item), item, &engine.state.desk) }</label>
                        </div>
                    }) }
                </fieldset>
                if kind == Kind::Pkcs12(Target::OlderDevices) {
                    <Notice tone={Tone::Warning} title={texts.get("bundle-older-warning")} />
                }
                if is_pkcs12 {
                    <div class="cw-pair">
                        <Field id="bundle-name" label={texts.get("friendly-name")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("friendly-name-help"))}>
                            <TextInput id="bundle-name" value={(*name).clone()} oninput={onname} />
                        </Field>
                        <Field id="bundle-password" label={texts.get("password")} remark={AttrValue::from(texts.get("required"))} problem={needs_password.then(|| AttrValue::from(texts.get("problem-empty")))}>
                            <PasswordInput id="bundle-password" new=true value={text.to_string()} invalid={*needs_password} oninput={onpassword} />
                        </Field>
                    </div>
                    if not_ascii {
                        <Notice tone={Tone::Warning} title={texts.get("java-needs-ascii")} />
                    }
                }
                <div class="cw-actions">
                    if items.is_empty() {
                        <p class="cw-note">{ texts.get("bundle-nothing") }</p>
                    } else {
                        <Button label={texts.get("save-bundle")} icon={Icon::Download} look={Look::Primary} submits=true />
                    }
                </div>
                <div aria-live="polite">
                    if let Some(error) = &*problem {
                        <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                    } else if *saved {
                        <Notice tone={Tone::Success} title={texts.get("bundle-saved")} />
                    }
                </div>
                <Command text={line.map(AttrValue::from)} describedby="bundle" />
            </form>
        </section>
    }
}

fn on_kind(chosen: &UseStateHandle<usize>, saved: &UseStateHandle<bool>) -> Callback<usize> {
    let (chosen, saved) = (chosen.clone(), saved.clone());
    Callback::from(move |index| {
        chosen.set(index);
        saved.set(false);
    })
}

fn fits(kind: Kind, item: &ItemSummary) -> bool {
    match (kind, &item.content) {
        (_, Content::Certificate(_)) => true,
        (Kind::Pkcs12(target), Content::PrivateKey(_)) => target != Target::JavaTruststore,
        (Kind::Pem, Content::Locked(_) | Content::Broken(_)) => false,
        (Kind::Pem, _) => true,
        _ => false,
    }
}

/// The command, with the names that the files have or would be saved under.
fn line(kind: Kind, items: &[ItemSummary], name: &str) -> Option<String> {
    let sources: Vec<_> = items.iter().map(SourceFile::of).collect();
    let named = |wanted: fn(&Content) -> bool| {
        let both = items.iter().zip(&sources);
        both.filter(move |(item, _)| wanted(&item.content))
            .map(|(_, source)| source.source())
            .collect::<Vec<_>>()
    };
    let keys = named(|content| matches!(content, Content::PrivateKey(_)));
    let certificates = named(|content| matches!(content, Content::Certificate(_)));
    match kind {
        Kind::Pkcs12(_) if keys.len() > 1 => None,
        Kind::Pkcs12(target) => command::pkcs12(
            keys.first().copied(),
            &certificates,
            name,
            target,
            target.file_name(),
        ),
        Kind::Pkcs7 => command::pkcs7(&certificates, Encoding::Pem, "certificates.p7b"),
        Kind::Pem => {
            let sources: Vec<_> = sources.iter().map(SourceFile::source).collect();
            command::concatenate(&sources, "bundle.pem")
        }
    }
}
