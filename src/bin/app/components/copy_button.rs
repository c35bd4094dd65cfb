//! Copies a text and says so.

use super::button::{Button, Look};
use super::icon::Icon;
use crate::hooks::use_texts;
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// How long the button says that it has copied, in milliseconds.
const THANKS: u32 = 2_500;

/// Properties of [`CopyButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is copied, as its name says it: a file name.
    pub name: AttrValue,
    /// The text.
    #[prop_or_default]
    pub text: AttrValue,
    /// What makes the text when it is asked for, where it is long.
    #[prop_or_default]
    pub made: Option<Callback<(), String>>,
    /// What the button says, where "Copy" would not tell it from another beside it.
    #[prop_or_default]
    pub shown: Option<AttrValue>,
    /// The ids of what says of what it is.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
}

/// What has become of the last click.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    No,
    Yes,
    Refused,
}

/// Copies a text and says so.
#[component]
pub fn CopyButton(props: &Props) -> Html {
    let texts = use_texts();
    let copied = use_state_eq(|| Copied::No);
    let reset = use_mut_ref(|| None::<Timeout>);
    let onclick = {
        let (text, made, copied) = (props.text.clone(), props.made.clone(), copied.clone());
        Callback::from(move |_| {
            let text = match &made {
                Some(made) => made.emit(()).into(),
                None => text.clone(),
            };
            let (copied, reset) = (copied.clone(), reset.clone());
            spawn_local(async move {
                let done = write(&text).await;
                copied.set(if done { Copied::Yes } else { Copied::Refused });
                let over = copied.clone();
                reset.replace(Some(Timeout::new(THANKS, move || over.set(Copied::No))));
            });
        })
    };
    let word: AttrValue = match *copied {
        Copied::No => props
            .shown
            .clone()
            .unwrap_or_else(|| texts.get("copy").into()),
        Copied::Yes => texts.get("copied").into(),
        Copied::Refused => texts.get("copy-refused").into(),
    };
    let icon = if *copied == Copied::Yes {
        Icon::Success
    } else {
        Icon::Copy
    };
    html! {
        <>
            <Button label={texts.with("copy-file", &[("name", props.name.to_string().into())])} short_label={word.clone()} {icon} look={Look::Link} small=true describedby={&props.describedby} {onclick} />
            <span class="pf-v6-screen-reader" aria-live="polite">{ if *copied == Copied::No { AttrValue::default() } else { word } }</span>
        </>
    }
}

async fn write(text: &str) -> bool {
    let navigator = gloo::utils::window().navigator();
    // A page that did not come over a secure connection has no clipboard, whatever the types say.
    let has_clipboard = Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false);
    has_clipboard
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
