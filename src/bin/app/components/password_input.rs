//! A password to be chosen or entered, which can be looked at, with a hint at its strength.

use super::button::{Button, Look};
use super::icon::Icon;
use super::text_input::TextInput;
use crate::hooks::use_texts;
use std::collections::HashSet;
use yew::prelude::*;

/// Properties of [`PasswordInput`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id, to which the label points.
    pub id: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// Whether it is a new one, whose strength matters.
    #[prop_or_default]
    pub new: bool,
    /// Whether a problem is shown.
    #[prop_or_default]
    pub invalid: bool,
    /// Whether it cannot be changed now.
    #[prop_or_default]
    pub readonly: bool,
    /// The ids of what says of what it is, where there are several with its name.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Called with the whole text at each change.
    pub oninput: Callback<String>,
    /// Called when it is left.
    #[prop_or_default]
    pub onblur: Callback<()>,
}

/// The control, without its label.
#[component]
pub fn PasswordInput(props: &Props) -> Html {
    let texts = use_texts();
    let visible = use_state_eq(|| false);
    let toggle = use_callback(visible.clone(), |_, visible| visible.set(!**visible));
    let hints = if props.new {
        hints(&props.value)
    } else {
        Vec::new()
    };
    html! {
        <>
            <div class="pf-v6-c-input-group">
                <div class="pf-v6-c-input-group__item pf-m-fill">
                    <TextInput
                        id={&props.id}
                        kind={if *visible { "text" } else { "password" }}
                        autocomplete={if props.new { "new-password" } else { "off" }}
                        value={&props.value}
                        invalid={props.invalid}
                        readonly={props.readonly}
                        describedby={props.describedby.clone()}
                        oninput={&props.oninput}
                        onblur={&props.onblur}
                    />
                </div>
                <div class="pf-v6-c-input-group__item">
                    <Button
                        label={texts.get("show-password")}
                        icon={if *visible { Icon::EyeOff } else { Icon::Eye }}
                        icon_only=true
                        look={Look::Control}
                        pressed={*visible}
                        describedby={props.describedby.clone()}
                        onclick={toggle}
                    />
                </div>
            </div>
            if props.new {
                <p class="cw-note" role="status">{ texts.sentences(&hints.into_iter().map(|hint| texts.get(hint)).collect::<Vec<_>>()) }</p>
            }
        </>
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
