//! The equivalent command for a shell, to be copied.

use super::copy_button::CopyButton;
use crate::hooks::use_texts;
use yew::prelude::*;

/// Properties of [`Command`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The command, on one line or several; nothing where OpenSSL has none.
    pub text: Option<AttrValue>,
    /// What is said where there is none.
    #[prop_or("command-none")]
    pub none: &'static str,
    /// What it is called in the catalogue.
    #[prop_or("command")]
    pub name: &'static str,
    /// The ids of what says of what it is the command, where the page has several.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
}

/// What one would type instead.
#[component]
pub fn Command(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <details class="cw-command">
            <summary aria-describedby={&props.describedby}>{ texts.get(props.name) }</summary>
            if let Some(text) = &props.text {
                <pre class="cw-output cw-code" tabindex="0" role="group" aria-label={texts.get(props.name)} aria-describedby={&props.describedby}>{ text }</pre>
                <CopyButton name={texts.get(props.name)} {text} describedby={&props.describedby} />
            } else {
                <p class="cw-note">{ texts.get(props.none) }</p>
            }
        </details>
    }
}
