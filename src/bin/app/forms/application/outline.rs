//! What will be said, for a preview: the subject, the names, and each of the other extensions.

use super::words;
use crate::texts::Texts;
use crate::wording;
use certwright::pki::{AltName, Application, ExtensionValue};
use yew::prelude::*;

/// The subject in one line, or that there is none.
pub fn subject(texts: &Texts, application: &Application) -> String {
    match application.subject.is_empty() {
        true => texts.get("request-subject-none"),
        false => wording::visible_text(&application.subject.to_string()),
    }
}

/// The names, each in its line.
pub fn names(texts: &Texts, names: &[AltName]) -> Html {
    html! {
        <>
            { for names.iter().take(MOST_NAMES).map(|name| html! { <span class="cw-name">{ wording::visible_text(&wording::both_forms(name)) }</span> }) }
            if names.len() > MOST_NAMES {
                <span class="cw-name">{ texts.with("and-more", &[("count", (names.len() - MOST_NAMES).into())]) }</span>
            }
        </>
    }
}

/// The extensions but for the names, for a list of terms.
pub fn extensions(texts: &Texts, application: &Application) -> Html {
    let all = application.extensions.iter();
    let others = all.filter(|it| !matches!(it.value, ExtensionValue::SubjectAltName(_)));
    let one = |extension| {
        html! {
            <>
                <dt>{ words::extension_name(texts, extension) }</dt>
                <dd>{ words::extension(texts, extension) }</dd>
            </>
        }
    };
    html! { { for others.map(one) } }
}

/// Of a long list the first are enough to see what it will be.
const MOST_NAMES: usize = 12;
