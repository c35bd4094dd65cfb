//! The equivalent command for a shell, to be copied.

use super::copy_button::CopyButton;
use crate::hooks::use_texts;
use yew::prelude::*;

/// Properties of [`Command`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The command, on one line or several; nothing where OpenSSL has none.
    pub text: Option<AttrValue>,
    /// What it is called in the catalogue.
    #[prop_or("command")]
    pub name: &'static str,
}

/// What one would type instead.
#[component]
pub fn Command(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <details class="cw-command">
            <summary>{ texts.get(props.name) }</summary>
            if let Some(text) = &props.text {
                <pre class="cw-output cw-code" tabindex="0">{ text }</pre>
                <CopyButton name={texts.get(props.name)} {text} />
            } else {
                <p class="cw-note">{ texts.get("command-none") }</p>
            }
        </details>
    }
}
