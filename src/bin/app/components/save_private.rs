//! A private key as a file: in which form, and under which password.

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
use certwright::engine::{Ask, ItemSummary, KeyFacts, Writing};
use certwright::pki::{
    Cipher, Digest, Encoding, Encryption, Kdf, PBKDF2_ROUNDS, Password, PrivateForm, Protection,
    command,
};
use yew::prelude::*;
use zeroize::Zeroizing;

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
    let forms = forms(&props.of);
    let chosen = use_state_eq(|| 0_usize);
    let way = use_state_eq(|| 0_usize);
    let rounds = use_state_eq(|| PBKDF2_ROUNDS.to_string());
    let text = use_state_eq(|| Zeroizing::new(String::new()));
    let problem = use_state_eq(|| None::<Error>);
    let saved = use_state_eq(|| false);
    let (form, encoding) = forms[(*chosen).min(forms.len() - 1)];
    let item = props.item.id;
    let can_be_encrypted = form.can_be_encrypted(encoding);
    let encryption = encryption(form, *way, &rounds);
    let password = Password::new(text.to_string()).filter(|_| can_be_encrypted);
    let id = |name: &str| format!("{name}-{item}");
    let save = {
        let (problem, saved) = (problem.clone(), saved.clone());
        let (password, rounds_id) = (password.clone(), id("rounds"));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(engine) = &engine else { return };
            let protection = password.clone().map(|password| Protection {
                password,
                encryption,
            });
            let answer = Callback::from({
                let (problem, saved) = (problem.clone(), saved.clone());
                let rounds_id = rounds_id.clone();
                move |heard: Heard| {
                    saved.set(heard.is_ok());
                    if matches!(heard, Err(Error::Rounds { .. })) {
                        focus(&rounds_id);
                    }
                    problem.set(heard.err());
                }
            });
            let writing = Writing::PrivateKey {
                item,
                form,
                encoding,
                protection,
            };
            engine.ask(Ask::Save(writing), answer);
        })
    };
    let onform = {
        let (chosen, way, saved) = (chosen.clone(), way.clone(), saved.clone());
        let problem = problem.clone();
        Callback::from(move |index: usize| {
            problem.set(None);
            chosen.set(index);
            way.set(0);
            saved.set(false);
        })
    };
    let onway = use_callback(way.setter(), |index, way| way.set(index));
    let onrounds = use_callback(
        (rounds.setter(), problem.setter()),
        |typed: String, (rounds, problem)| {
            rounds.set(typed);
            problem.set(None);
        },
    );
    let oninput = use_callback(
        (text.setter(), saved.setter()),
        |typed: String, (text, saved)| {
            text.set(Zeroizing::new(typed));
            saved.set(false);
        },
    );
    let file = props.item.saved_as(form.ending(encoding));
    let line = line(
        &props.item,
        &props.of,
        (form, encoding),
        password.is_some().then_some(encryption),
    );
    let ways = ways(form);
    let has_rounds = matches!(form, PrivateForm::Pkcs8) && *way != SCRYPT;
    let is_of_rounds = matches!(*problem, Some(Error::Rounds { .. }));
    let says = problem
        .as_ref()
        .map(|error| AttrValue::from(wording::error(&texts, error)));
    html! {
        <form class="pf-v6-c-form" novalidate=true onsubmit={save}>
            <h4 class="cw-group-label" id={id("save-private")}>{ texts.get("save-private") }</h4>
            <Field id={id("private-form")} label={texts.get("private-form")} help={AttrValue::from(texts.get(wording::private_form_help(form)))}>
                <Select id={id("private-form")} choices={forms.iter().map(|(form, encoding)| AttrValue::from(wording::private_form(&texts, *form, *encoding, props.of.algorithm))).collect::<Vec<_>>()} chosen={*chosen} onchange={onform} />
            </Field>
            if can_be_encrypted {
                <Field id={id("new-password")} label={texts.get("new-password")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("new-password-help"))}>
                    <PasswordInput id={id("new-password")} new=true value={text.to_string()} {oninput} />
                </Field>
            } else {
                <p class="cw-note">{ texts.get("form-without-password") }</p>
            }
            if password.is_some() && ways.len() > 1 {
                <details class="cw-more">
                    <summary>{ texts.get("more-choices") }</summary>
                    <div class="cw-pair">
                        <Field id={id("way")} label={texts.get("encryption")}>
                            <Select id={id("way")} choices={ways.iter().map(|way| AttrValue::from(*way)).collect::<Vec<_>>()} chosen={*way} onchange={onway} />
                        </Field>
                        if has_rounds {
                            <Field id={id("rounds")} label={texts.get("rounds")} help={AttrValue::from(texts.get("rounds-help"))} problem={says.clone().filter(|_| is_of_rounds)}>
                                <TextInput id={id("rounds")} inputmode="numeric" value={(*rounds).clone()} invalid={is_of_rounds} oninput={onrounds} />
                            </Field>
                        }
                    </div>
                </details>
            }
            if password.is_none() {
                <p class="cw-note">{ texts.get("saved-without-password") }</p>
            }
            <div class="cw-actions"><Button label={texts.get("save-key")} icon={Icon::Download} look={Look::Primary} submits=true /></div>
            <div aria-live="polite">
                if let Some(title) = says.filter(|_| !is_of_rounds) {
                    <Notice tone={Tone::Danger} {title} />
                } else if *saved {
                    <Notice tone={Tone::Success} title={texts.with("saved-as", &[("file", file.clone().into())])} />
                }
            </div>
            // On the Keys page the head of its card says which key it is.
            <Command text={line.map(AttrValue::from)} describedby={format!("{} {} {}", id("item"), id("origin"), id("save-private"))} />
        </form>
    }
}

/// The command that writes the same. A key that was made here is in no file yet: plain, its command is
/// the one that makes it, and no command may write into the file that it reads.
fn line(
    item: &ItemSummary,
    key: &KeyFacts,
    (form, encoding): (PrivateForm, Encoding),
    encryption: Option<Encryption>,
) -> Option<String> {
    let source = SourceFile::of(item);
    let file = item.saved_as(form.ending(encoding));
    if file != source.name() {
        return command::private_key(
            source.source(),
            key.algorithm,
            form,
            encoding,
            encryption,
            &file,
        );
    }
    match (form, encryption) {
        (PrivateForm::Pkcs8, None) => Some(command::generate(key.algorithm, &file)),
        _ => command::private_key(
            source.source(),
            key.algorithm,
            form,
            encoding,
            encryption,
            &format!("new-{file}"),
        ),
    }
}

fn forms(key: &KeyFacts) -> Vec<(PrivateForm, Encoding)> {
    let forms = PrivateForm::ALL.into_iter();
    let forms = forms.filter(|form| form.is_for(key.algorithm));
    forms
        .flat_map(|form| {
            let der = form.has_der().then_some((form, Encoding::Der));
            core::iter::once((form, Encoding::Pem)).chain(der)
        })
        .collect()
}

/// The ways to encrypt in this form, in the words of the field.
fn ways(form: PrivateForm) -> &'static [&'static str] {
    match form {
        PrivateForm::Pkcs8 => &[
            "AES-256-CBC, PBKDF2 with HMAC-SHA-256",
            "AES-256-CBC, scrypt (16 MiB)",
            "AES-128-CBC, PBKDF2 with HMAC-SHA-256",
            "AES-256-CBC, PBKDF2 with HMAC-SHA-512",
            "PBE-SHA1-3DES",
        ],
        PrivateForm::Traditional => &["AES-256-CBC", "AES-128-CBC", "DES-EDE3-CBC"],
        PrivateForm::Jwk | PrivateForm::OpenSsh => &[],
    }
}

/// What stands at these places of [`ways`]. Rounds that are no number are none, which the engine
/// refuses.
fn encryption(form: PrivateForm, way: usize, rounds: &str) -> Encryption {
    let rounds = rounds.trim().parse().unwrap_or(0);
    let pbes2 = |digest, cipher| Encryption::Pbes2 {
        kdf: Kdf::Pbkdf2 { digest, rounds },
        cipher,
    };
    match (form, way) {
        (PrivateForm::Traditional, 0) => Encryption::Traditional(Cipher::Aes256Cbc),
        (PrivateForm::Traditional, 1) => Encryption::Traditional(Cipher::Aes128Cbc),
        (PrivateForm::Traditional, _) => Encryption::Traditional(Cipher::DesEde3Cbc),
        (_, SCRYPT) => Encryption::Pbes2 {
            kdf: Kdf::Scrypt {
                log_n: 14,
                r: 8,
                p: 1,
            },
            cipher: Cipher::Aes256Cbc,
        },
        (_, 2) => pbes2(Digest::Sha256, Cipher::Aes128Cbc),
        (_, 3) => pbes2(Digest::Sha512, Cipher::Aes256Cbc),
        (_, 4) => Encryption::PbeSha1TripleDes { rounds },
        _ => pbes2(Digest::Sha256, Cipher::Aes256Cbc),
    }
}

const SCRYPT: usize = 1;
