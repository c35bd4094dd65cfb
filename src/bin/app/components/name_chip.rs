//! A typed name, drawn as what it was recognised as.

use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::pki::AltName;
use yew::prelude::*;

/// A list of thousands may be pasted; all of it is used, but not drawn at every key.
pub const MOST_CHIPS: usize = 60;
/// How many names are told what is wrong with them, for the same reason.
pub const MOST_PROBLEMS: usize = 4;

/// The kind and the name, or that it is none. An item of a list.
pub fn name_chip(texts: &Texts, typed: &str, name: &Result<AltName, Error>) -> Html {
    let (color, kind, name) = match name {
        Ok(name) => (
            color(name),
            texts.get(wording::kind(name)),
            wording::visible_text(&bare(name)),
        ),
        Err(_) => (
            classes!("pf-m-red", "pf-m-outline"),
            texts.get("kind-invalid"),
            wording::shortened(typed),
        ),
    };
    html! {
        <li>
            <span class={classes!("pf-v6-c-label", color)}>
                <span class="pf-v6-c-label__content">
                    <span class="pf-v6-c-label__text">{ format!("{kind}: {name}") }</span>
                </span>
            </span>
        </li>
    }
}

/// The name without its kind, which stands before it.
fn bare(name: &AltName) -> String {
    match name {
        AltName::Directory(name) => name.to_string(),
        AltName::RegisteredId(oid) => oid.to_string(),
        AltName::Other(other) => other.to_string(),
        other => wording::both_forms(other),
    }
}

fn color(name: &AltName) -> Classes {
    match name {
        AltName::Dns(name) if name.is_wildcard() => classes!("pf-m-purple"),
        AltName::Dns(_) => classes!("pf-m-blue"),
        _ => classes!("pf-m-teal"),
    }
}
