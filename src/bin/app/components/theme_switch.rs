//! Light, dark, or as the system is.

use super::icon::{Icon, Symbol};
use crate::hooks::use_texts;
use crate::preferences::Theme;
use yew::prelude::*;

/// Properties of [`ThemeSwitch`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The theme chosen now.
    pub theme: Theme,
    /// Whether words stand beside the icons.
    #[prop_or_default]
    pub words: bool,
    /// Called with the theme chosen.
    pub onchange: Callback<Theme>,
}

/// Light, dark, or as the system is.
#[component]
pub fn ThemeSwitch(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <div class="pf-v6-c-toggle-group" role="group" aria-label={texts.get("theme")}>
            { for Theme::ALL.map(|theme| {
                let (icon, name, word) = look(theme);
                let name = texts.get(name);
                let selected = theme == props.theme;
                html! {
                    <div class="pf-v6-c-toggle-group__item">
                        <button
                            type="button"
                            class={classes!("pf-v6-c-toggle-group__button", selected.then_some("pf-m-selected"))}
                            aria-label={name.clone()}
                            title={name.clone()}
                            aria-pressed={selected.to_string()}
                            onclick={props.onchange.reform(move |_| theme)}
                        >
                            <span class="pf-v6-c-toggle-group__icon"><Symbol {icon} /></span>
                            if props.words {
                                <span class="pf-v6-c-toggle-group__text">{ texts.get(word) }</span>
                            }
                        </button>
                    </div>
                }
            }) }
        </div>
    }
}

fn look(theme: Theme) -> (Icon, &'static str, &'static str) {
    match theme {
        Theme::Light => (Icon::Sun, "theme-light", "theme-light-word"),
        Theme::Dark => (Icon::Moon, "theme-dark", "theme-dark-word"),
        Theme::System => (Icon::Screen, "theme-system", "theme-system-word"),
    }
}
