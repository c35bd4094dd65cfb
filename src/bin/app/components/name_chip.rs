//! Typed names, drawn as what they were recognised as.

use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::pki::AltName;
use yew::prelude::*;

/// A list of thousands may be pasted; all of it is used, but not drawn at every key.
const MOST_CHIPS: usize = 60;

/// A list under this name in the catalogue; none without names.
pub fn name_chips<'a>(
    texts: &Texts,
    label: &'static str,
    names: impl ExactSizeIterator<Item = (&'a str, &'a Result<AltName, Error>)>,
) -> Html {
    let rest = names.len().saturating_sub(MOST_CHIPS);
    if names.len() == 0 {
        return Html::default();
    }
    html! {
        <ul class="cw-chips" aria-label={texts.get(label)}>
            { for names.take(MOST_CHIPS).map(|(typed, name)| name_chip(texts, typed, name)) }
            if rest > 0 {
                <li class="cw-note">{ texts.with("and-more", &[("count", rest.into())]) }</li>
            }
        </ul>
    }
}

/// How many stood there already, said when it changes.
pub fn names_folded(texts: &Texts, count: usize) -> Html {
    let says = match count {
        0 => String::new(),
        _ => texts.with("names-folded", &[("count", count.into())]),
    };
    html! { <p class="cw-note" role="status">{ says }</p> }
}

/// The kind and the name, or that it is none. An item of a list.
fn name_chip(texts: &Texts, typed: &str, name: &Result<AltName, Error>) -> Html {
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
