//! A whole authority from OpenSSL's or Easy-RSA's directory.

use super::folder::Named;
use super::place::Place;
use super::result::ResultNotice;
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::outcome::{Outcome, OutcomeNotice, use_asking};
use crate::components::password_input::PasswordInput;
use crate::hooks::{focus_soon, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::authority::Imported;
use certwright::engine::office::{OfficeAnswer, OfficeAsk};
use certwright::engine::{Contents, Upload};
use certwright::pki::Password;
use certwright::{DirectoryFault, Error};
use std::rc::Rc;
use yew::prelude::*;
use zeroize::Zeroizing;

/// The place for it, its key's password, the button, and what came of it.
#[component]
pub fn Directory() -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let files = use_state_eq(Rc::<Vec<Named>>::default);
    let password = use_state_eq(|| Zeroizing::new(String::new()));
    let imported = use_state_eq(|| None::<Rc<Imported>>);
    let too_large = is_too_large(&files);
    let onfiles = {
        let (asking, files, imported) = (asking.clone(), files.setter(), imported.setter());
        Callback::from(move |given: Vec<Named>| {
            if given.is_empty() {
                return;
            }
            asking.forget();
            imported.set(None);
            files.set(Rc::new(given));
            focus_soon(GIVEN.into());
        })
    };
    let another = {
        let (asking, files) = (asking.clone(), files.setter());
        Callback::from(move |_: MouseEvent| {
            asking.forget();
            files.set(Rc::default());
            focus_soon("import-zip-button".into());
        })
    };
    let oninput = {
        let (asking, password) = (asking.clone(), password.setter());
        Callback::from(move |text: String| {
            asking.forget();
            password.set(Zeroizing::new(text));
        })
    };
    let onsubmit = {
        let (asking, files, password) = (asking.clone(), files.clone(), password.clone());
        let imported = imported.setter();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if asking.is_running() || files.is_empty() || is_too_large(&files) {
                return;
            }
            let upload = |it: &Named| Upload {
                name: it.path.clone(),
                contents: Contents::Attached,
            };
            let ask = OfficeAsk::ImportDirectory {
                files: files.iter().map(upload).collect(),
                password: Password::new(password.to_string()),
            };
            let attached = files.iter().map(|it| it.file.clone()).collect();
            let (imported, files, password) = (imported.clone(), files.setter(), password.setter());
            asking.ask_with(ask, attached, move |answer| {
                if let OfficeAnswer::Imported(came) = answer {
                    imported.set(Some(Rc::new(came)));
                    files.set(Rc::default());
                    password.set(Zeroizing::default());
                    focus_soon("import-directory-result".into());
                }
                String::new()
            });
        })
    };
    let problem = asking.error().filter(|error| is_of_password(error));
    let problem = problem.map(|error| wording::error(&texts, error));
    use_effect_with(problem.clone(), |problem| {
        if problem.is_some() {
            focus_soon(PASSWORD.into());
        }
    });
    // What is wrong with the password stands beside it.
    let outcome = match asking.outcome() {
        _ if too_large => Outcome::Failed(Error::Directory(DirectoryFault::TooLarge)),
        Outcome::Failed(error) if is_of_password(error) => Outcome::No,
        outcome => outcome.clone(),
    };
    html! {
        <form class="pf-v6-c-form cw-panel" novalidate=true aria-labelledby="import-directory" {onsubmit}>
            <h3 class="pf-v6-c-title pf-m-md" id="import-directory">{ texts.get("import-directory") }</h3>
            <p class="cw-note">{ texts.get("import-directory-note") }</p>
            if files.is_empty() {
                <Place most={MOST_FILES} {onfiles} />
            } else {
                <div class="cw-setting" id={GIVEN} tabindex="-1">
                    <p>{ given(&texts, &files) }</p>
                    <Button label={texts.get("import-another")} look={Look::Link} onclick={another} />
                </div>
                <Field id={PASSWORD} label={texts.get("import-password")} remark={AttrValue::from(texts.get("optional"))} help={AttrValue::from(texts.get("import-password-help"))} problem={problem.clone().map(AttrValue::from)}>
                    <PasswordInput id={PASSWORD} value={password.to_string()} invalid={problem.is_some()} {oninput} />
                </Field>
                if !too_large {
                    <div class="cw-actions"><Button label={texts.get("import-directory-take")} look={Look::Primary} submits=true /></div>
                }
            }
            <OutcomeNotice {outcome} running={texts.get("import-running")} />
            <ResultNotice id="import-directory-result" imported={(*imported).clone()} />
        </form>
    }
}

/// What was chosen: a folder by its name, or a file.
fn given(texts: &Texts, files: &[Named]) -> String {
    let first = files.first().map_or("", |it| it.path.as_str());
    match (files.len(), first.split_once('/')) {
        (1, None) => texts.with(
            "import-given-file",
            &[("file", wording::shortened(first).into())],
        ),
        (count, folder) => {
            let folder = folder.map_or(first, |(folder, _)| folder);
            texts.with(
                "import-given-folder",
                &[
                    ("folder", wording::shortened(folder).into()),
                    ("count", count.into()),
                ],
            )
        }
    }
}

/// Somebody has chosen their whole disk.
fn is_too_large(files: &[Named]) -> bool {
    let size: f64 = files.iter().map(|it| it.file.size()).sum();
    files.len() > MOST_FILES || size > MOST_OCTETS
}

fn is_of_password(error: &Error) -> bool {
    matches!(
        error,
        Error::PasswordNeeded { .. } | Error::WrongPassword { .. }
    )
}

/// Far more than any authority has issued by hand.
const MOST_FILES: usize = 100_000;
/// All of them are read into memory.
const MOST_OCTETS: f64 = 256.0 * 1024.0 * 1024.0;

const GIVEN: &str = "import-given";
const PASSWORD: &str = "import-password";
