//! The private keys' password, with a hint at its strength.

use super::form::{Action, Field as FieldName, Form};
use crate::components::button::{Button, Look};
use crate::components::field::Field;
use crate::components::icon::Icon;
use crate::components::text_input::TextInput;
use crate::hooks::use_texts;
use certwright::web;
use std::collections::HashSet;
use yew::prelude::*;

const FIELD: FieldName = FieldName::Password;

/// Properties of [`PasswordField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The form.
    pub form: Form,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The private keys' password.
#[component]
pub fn PasswordField(props: &Props) -> Html {
    let texts = use_texts();
    let visible = use_state_eq(|| false);
    let toggle = use_callback(visible.clone(), |_, visible| visible.set(!**visible));
    let password = props.form.text(FIELD);
    let problem = props
        .form
        .shown_problem(FIELD, web::now())
        .map(|problem| problem.words(&texts));
    html! {
        <Field
            id={FIELD.id()}
            label={texts.get("key-password")}
            remark={AttrValue::from(texts.get("optional"))}
            help={AttrValue::from(texts.get("key-password-help"))}
            problem={problem.clone().map(AttrValue::from)}
        >
            <div class="pf-v6-c-input-group">
                <div class="pf-v6-c-input-group__item pf-m-fill">
                    <TextInput
                        id={FIELD.id()}
                        kind={if *visible { "text" } else { "password" }}
                        autocomplete="new-password"
                        value={password.to_owned()}
                        invalid={problem.is_some()}
                        oninput={props.act.reform(|text| Action::Edit(FIELD, text))}
                        onblur={props.act.reform(|()| Action::Leave(FIELD))}
                    />
                </div>
                <div class="pf-v6-c-input-group__item">
                    <Button
                        label={texts.get("show-password")}
                        icon={if *visible { Icon::EyeOff } else { Icon::Eye }}
                        icon_only=true
                        look={Look::Control}
                        pressed={*visible}
                        onclick={toggle}
                    />
                </div>
            </div>
            <p class="cw-note" role="status">{ hints(password).into_iter().map(|hint| texts.get(hint)).collect::<Vec<_>>().join(" ") }</p>
        </Field>
    }
}

/// What to say of a password. The guess is rough on purpose: length counts for more than signs,
/// since 600 000 rounds stand before each try and people remember words. A real estimate needs a
/// dictionary larger than the page.
fn hints(password: &str) -> Vec<&'static str> {
    if password.is_empty() {
        return Vec::new();
    }
    let characters: Vec<char> = password.chars().collect();
    let steps = characters
        .windows(2)
        .filter(|pair| is_step(pair[0], pair[1]))
        .count();
    let length = characters.len() - steps;
    let distinct = characters.iter().collect::<HashSet<_>>().len();
    let strength = match (length, distinct) {
        (..8, _) | (_, ..5) => "password-weak",
        (..14, _) | (_, ..8) => "password-fair",
        _ => "password-good",
    };
    let mut hints = vec![strength];
    if !password.is_ascii() {
        hints.push("password-not-ascii");
    }
    hints
}

/// Whether a character follows from the one before: the same, the next in the alphabet, or its
/// neighbour on the keyboard.
fn is_step(from: char, to: char) -> bool {
    let (from, to) = (from.to_ascii_lowercase(), to.to_ascii_lowercase());
    let neighbours = |row: &str| {
        let place = |wanted| row.chars().position(|key| key == wanted);
        matches!((place(from), place(to)), (Some(a), Some(b)) if a.abs_diff(b) == 1)
    };
    u32::from(from).abs_diff(u32::from(to)) <= 1 || KEYBOARD.iter().any(|row| neighbours(row))
}

const KEYBOARD: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
