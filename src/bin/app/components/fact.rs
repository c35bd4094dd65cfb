//! A line of a table of facts, and what is drawn in one the same way everywhere.

use super::copy_button::CopyButton;
use crate::texts::Texts;
use crate::wording;
use certwright::Error;
use certwright::engine::KeyFacts;
use certwright::pki::AltName;
use yew::prelude::*;

/// How many names are drawn.
const MOST_NAMES: usize = 100;

/// A line: what it is by its name in the catalogue, and its value.
pub fn line(texts: &Texts, name: &'static str, value: Html) -> Html {
    html! { <div><dt>{ texts.get(name) }</dt><dd>{ value }</dd></div> }
}

/// Digits that one compares, or copies.
pub fn code(texts: &Texts, name: &'static str, value: &str) -> Html {
    html! { <span class="cw-code-line"><span class="cw-code cw-wrap">{ value }</span><CopyButton name={texts.get(name)} text={value.to_owned()} /></span> }
}

/// Names, each with its kind before it.
pub fn alt_names(texts: &Texts, names: &[AltName]) -> Html {
    let one = |name: &AltName| {
        html! { <li><span class="cw-kind">{ texts.get(wording::kind(name)) }</span>{ " " }<span class="cw-wrap">{ wording::visible_text(&wording::both_forms(name)) }</span></li> }
    };
    let rest = names.len().saturating_sub(MOST_NAMES);
    html! {
        <ul class="cw-attributes" role="list">
            { for names.iter().take(MOST_NAMES).map(one) }
            if rest > 0 {
                <li class="cw-note">{ texts.with("and-more", &[("count", rest.into())]) }</li>
            }
        </ul>
    }
}

/// The kind of a certificate's key, or why that is not known.
pub fn key(texts: &Texts, key: &Result<KeyFacts, Error>) -> String {
    match key {
        Ok(key) => key.algorithm.to_string(),
        Err(error) => wording::error(texts, error),
    }
}
