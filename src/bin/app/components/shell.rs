//! The frame of every page: masthead, navigation, content.

use super::button::{Button, Look};
use super::icon::Icon;
use super::language_menu::LanguageMenu;
use super::navigation::Navigation;
use super::theme_switch::ThemeSwitch;
use super::vault_sign::VaultSign;
use crate::hooks::use_texts;
use crate::preferences::Theme;
use crate::texts::Language;
use yew::prelude::*;

/// Properties of [`Shell`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The theme chosen now.
    pub theme: Theme,
    /// Called with the theme chosen.
    pub on_theme: Callback<Theme>,
    /// Called with the language chosen.
    pub on_language: Callback<Language>,
    /// What is offered above every page.
    #[prop_or_default]
    pub banner: Html,
    /// The page.
    pub children: Html,
}

/// The frame of every page.
#[component]
pub fn Shell(props: &Props) -> Html {
    let texts = use_texts();
    let open = use_state_eq(|| false);
    let toggle = use_callback(open.clone(), |_, open| open.set(!**open));
    let close = use_callback(open.setter(), |(), open| open.set(false));
    html! {
        <div class="pf-v6-c-page cw-page">
            <a class="pf-v6-c-skip-to-content pf-v6-c-button pf-m-primary" href="#main" onclick={skip()}>{ texts.get("skip-to-content") }</a>
            <header class="pf-v6-c-masthead cw-masthead">
                <div class="pf-v6-c-masthead__main">
                    <span class="pf-v6-c-masthead__toggle cw-menu-button">
                        <Button label={texts.get("navigation")} icon={Icon::Menu} icon_only=true look={Look::Plain} expanded={*open} onclick={toggle} />
                    </span>
                    <a class="pf-v6-c-masthead__brand cw-brand" href="#/"><Mark /><span>{ "Certwright" }</span></a>
                </div>
                <div class="pf-v6-c-masthead__content cw-tools">
                    <VaultSign />
                    <LanguageMenu id="language" onchange={&props.on_language} />
                    <ThemeSwitch theme={props.theme} onchange={&props.on_theme} />
                </div>
            </header>
            <div class={classes!("pf-v6-c-page__sidebar", "cw-sidebar", open.then_some("pf-m-expanded"))}>
                <div class="pf-v6-c-page__sidebar-body"><Navigation onchoose={close} /></div>
            </div>
            <div class="pf-v6-c-page__main-container">
                <main class="pf-v6-c-page__main" id="main" tabindex="-1">
                    { props.banner.clone() }
                    { props.children.clone() }
                </main>
            </div>
        </div>
    }
}

/// Our mark: a seal with a check in it.
#[component]
fn Mark() -> Html {
    html! {
        <svg class="cw-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path class="cw-mark__seal" d="M16 2l3.6 2.7 4.5-.3 1.2 4.3 3.8 2.4L27.5 15.3l1.6 4.2-3.8 2.4-1.2 4.3-4.5-.3L16 28.6l-3.6-2.7-4.5.3-1.2-4.3-3.8-2.4 1.6-4.2-1.6-4.2 3.8-2.4 1.2-4.3 4.5.3z" />
            <path class="cw-mark__check" d="M10.5 15.7l3.9 3.9 7.2-7.6" />
        </svg>
    }
}

/// The address after the hash is the page's, so the link moves the focus by itself.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::hooks::focus("main");
    })
}
