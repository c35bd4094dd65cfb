//! A file with an authority's private key in it: under a password, or in clear after a question.

use crate::components::button::{Button, Look};
use crate::components::command::Command;
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::notice::{Notice, Tone};
use crate::components::outcome::{Asking, OutcomeNotice, use_asking};
use crate::components::password_input::PasswordInput;
use crate::hooks::{focus_soon, use_texts};
use crate::texts::Texts;
use certwright::engine::office::{OfficeAsk, OfficeFile};
use certwright::pki::command::authority;
use certwright::pki::{Algorithm, Password};
use yew::prelude::*;
use zeroize::Zeroizing;

/// What the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The private key alone.
    Key,
    /// A directory with which `openssl ca` goes on.
    Directory,
}

/// Properties of [`Secret`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority's number.
    pub of: u32,
    /// What the file is.
    pub kind: Kind,
    /// The kind of its key, if that is known here.
    pub algorithm: Option<Algorithm>,
}

/// The password's field, and the button.
#[component]
pub fn Secret(props: &Props) -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let password = use_state_eq(|| Zeroizing::new(String::new()));
    let is_asked = use_state_eq(|| false);
    let (of, kind) = (props.of, props.kind);
    let words = kind.words();
    let onsubmit = {
        let (texts, asking) = (texts.clone(), asking.clone());
        let (password, is_asked) = (password.clone(), is_asked.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if asking.is_running() {
                return;
            }
            match Password::new(password.to_string()) {
                Some(password) => save(&asking, &texts, kind.file(of, Some(password))),
                None => {
                    is_asked.set(true);
                    focus_soon(words.question_id.into());
                }
            }
        })
    };
    let in_clear = {
        let (texts, asking, is_asked) = (texts.clone(), asking.clone(), is_asked.setter());
        Callback::from(move |_: MouseEvent| {
            is_asked.set(false);
            focus_soon(words.id.into());
            save(&asking, &texts, kind.file(of, None));
        })
    };
    let keep = use_callback(
        (is_asked.setter(), words.id),
        |_: MouseEvent, (is_asked, id)| {
            is_asked.set(false);
            focus_soon((*id).into());
        },
    );
    let oninput = {
        let (asking, password, is_asked) = (asking.clone(), password.setter(), is_asked.setter());
        Callback::from(move |text: String| {
            asking.forget();
            is_asked.set(false);
            password.set(Zeroizing::new(text));
        })
    };
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true aria-labelledby={words.title} {onsubmit}>
            <h3 class="pf-v6-c-title pf-m-md" id={words.title}>{ texts.get(words.title) }</h3>
            <p class="cw-note">{ texts.get(words.note) }</p>
            <Field id={words.id} label={texts.get("new-password")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("hand-password-help"))}>
                <PasswordInput id={words.id} new=true value={password.to_string()} {oninput} describedby={words.title} />
            </Field>
            if *is_asked {
                <div id={words.question_id} class="cw-question" tabindex="-1">
                    <Notice tone={Tone::Warning} title={texts.get("hand-clear-question")}
                        actions={html! {
                            <>
                                <Button label={texts.get("hand-clear-yes")} onclick={in_clear} />
                                <Button label={texts.get("hand-clear-no")} look={Look::Link} onclick={keep} />
                            </>
                        }}
                    >{ texts.get("hand-clear-advice") }</Notice>
                </div>
            }
            <div class="cw-actions"><Button label={texts.get(words.button)} icon={Icon::Download} submits=true /></div>
            <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("saving")} />
            { command(props, password.is_empty()) }
        </form>
    }
}

/// How OpenSSL goes on in the directory, or writes the key that lies there.
fn command(props: &Props, is_clear: bool) -> Html {
    let describedby = props.kind.words().title;
    match props.kind {
        Kind::Directory => html! {
            <Command name="hand-directory-command" text={AttrValue::from(OPENSSL_CA)} {describedby} />
        },
        Kind::Key => {
            let key = props.algorithm;
            let line = key.and_then(|key| authority::own_key(key, !is_clear, "authority.key"));
            html! { <Command text={line.map(AttrValue::from)} none="command-none-here" {describedby} /> }
        }
    }
}

fn save(asking: &Asking, texts: &Texts, file: OfficeFile) {
    let texts = texts.clone();
    asking.ask(OfficeAsk::Save(file), move |_| texts.get("hand-saved"));
}

/// Ids in the catalogue; those of the elements are the same.
struct Words {
    id: &'static str,
    question_id: &'static str,
    title: &'static str,
    note: &'static str,
    button: &'static str,
}

impl Kind {
    fn file(self, of: u32, password: Option<Password>) -> OfficeFile {
        match self {
            Self::Key => OfficeFile::Key { of, password },
            Self::Directory => OfficeFile::Directory {
                authority: of,
                password,
            },
        }
    }

    fn words(self) -> &'static Words {
        match self {
            Self::Key => &Words {
                id: "hand-key-password",
                question_id: "hand-key-question",
                title: "hand-key",
                note: "hand-key-note",
                button: "hand-key-save",
            },
            Self::Directory => &Words {
                id: "hand-directory-password",
                question_id: "hand-directory-question",
                title: "hand-directory",
                note: "hand-directory-note",
                button: "hand-directory-save",
            },
        }
    }
}

const OPENSSL_CA: &str = "openssl ca -config openssl.cnf -batch -preserveDN -in x.csr -out x.crt";
