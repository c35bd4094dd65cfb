//! Chooses the page's language. Each stands there in its own words.

use super::icon::{Icon, Symbol};
use crate::hooks::{use_chosen, use_texts};
use crate::texts::{self, Language};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const LANGUAGES: [(Language, &str); 2] =
    [(Language::En, "English"), (Language::ZhHans, "简体中文")];

/// Properties of [`LanguageMenu`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The control's id.
    pub id: &'static str,
    /// Called with the language chosen.
    pub onchange: Callback<Language>,
}

/// Chooses the page's language.
#[component]
pub fn LanguageMenu(props: &Props) -> Html {
    let texts = use_texts();
    let mut languages = LANGUAGES.iter();
    let chosen = languages.position(|(language, _)| *language == texts.language());
    let list = use_chosen(chosen.unwrap_or_default());
    let onchange = props.onchange.reform(|event: Event| {
        let index = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        LANGUAGES
            .get(index as usize)
            .map_or(Language::En, |(language, _)| *language)
    });
    html! {
        <span class="pf-v6-c-form-control cw-language">
            <select ref={list} id={props.id} aria-label={texts.get("language")} {onchange}>
                { for LANGUAGES.map(|(language, name)| html! {
                    <option value={texts::tag(language)} lang={texts::tag(language)}>{ name }</option>
                }) }
            </select>
            <span class="pf-v6-c-form-control__utilities">
                <span class="pf-v6-c-form-control__toggle-icon"><Symbol icon={Icon::Chevron} /></span>
            </span>
        </span>
    }
}
