//! Language, theme, the vault, and what there is to know about the page itself.

mod vault;

use crate::components::card::Card;
use crate::components::language_menu::LanguageMenu;
use crate::components::theme_switch::ThemeSwitch;
use crate::hooks::{Offline, use_texts};
use crate::preferences::Theme;
use crate::texts::Language;
use vault::Vault;
use yew::prelude::*;

/// Properties of [`Settings`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The theme chosen now.
    pub theme: Theme,
    /// Called with the theme chosen.
    pub on_theme: Callback<Theme>,
    /// Called with the language chosen.
    pub on_language: Callback<Language>,
}

/// Language, theme, vault, about.
#[component]
pub fn Settings(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <section class="pf-v6-c-page__main-section cw-narrow">
            <h1 class="pf-v6-c-title pf-m-2xl" id="page-title" tabindex="-1">{ texts.get("settings") }</h1>
            <Card title={texts.get("appearance")}>
                <div class="cw-setting">
                    <label for="settings-language">{ texts.get("language") }</label>
                    <LanguageMenu id="settings-language" onchange={&props.on_language} />
                </div>
                <div class="cw-setting">
                    <span>{ texts.get("theme") }</span>
                    <ThemeSwitch theme={props.theme} words=true onchange={&props.on_theme} />
                </div>
            </Card>
            <Vault />
            <Card title={texts.get("offline")}>
                <OfflineState />
            </Card>
            <Card title={texts.get("about")}>
                <p>{ texts.with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]) }</p>
                <p>{ texts.get("about-privacy") }</p>
                <p>{ texts.get("about-licence") }</p>
            </Card>
        </section>
    }
}

/// Whether the page works without a network.
#[component]
fn OfflineState() -> Html {
    let texts = use_texts();
    let id = match use_context::<Offline>().unwrap_or_default() {
        Offline::Preparing => "offline-preparing",
        Offline::Ready => "offline-ready",
        Offline::NewVersion(_) => "offline-new-version",
        Offline::Unsupported => "offline-unsupported",
    };
    html! { <p role="status">{ texts.get(id) }</p> }
}
