//! What the user chose: language and theme, else what the browser says; when the vault locks by itself.

use crate::texts::{self, Language};
use gloo::utils::document_element;
use web_sys::Storage;

/// The colours of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// As the system is set.
    System,
}

impl Theme {
    /// In the order of the switch.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::System];

    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::System => "system",
        }
    }
}

/// After how long without pointer or key the vault locks by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AutoLock {
    /// Five minutes.
    Five,
    /// A quarter of an hour.
    #[default]
    Fifteen,
    /// An hour.
    Sixty,
    /// Only when it is told to.
    Never,
}

impl AutoLock {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Five, Self::Fifteen, Self::Sixty, Self::Never];

    /// How many minutes.
    pub fn minutes(self) -> Option<u32> {
        match self {
            Self::Five => Some(5),
            Self::Fifteen => Some(15),
            Self::Sixty => Some(60),
            Self::Never => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Five => "5",
            Self::Fifteen => "15",
            Self::Sixty => "60",
            Self::Never => "never",
        }
    }
}

const AUTO_LOCK: &str = "certwright.auto-lock";
const LANGUAGE: &str = "certwright.language";
const THEME: &str = "certwright.theme";
const DARK: &str = "pf-v6-theme-dark";

/// The language chosen before, else the first of the browser's that there is a catalogue for.
pub fn language() -> Language {
    let chosen = storage().and_then(|storage| storage.get_item(LANGUAGE).ok().flatten());
    let wanted = chosen.into_iter().chain(browser_languages());
    wanted
        .filter_map(|tag| match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "en" => Some(Language::En),
            "zh" => Some(Language::ZhHans),
            _ => None,
        })
        .next()
        .unwrap_or(Language::En)
}

/// Remembers the language and tells the document.
pub fn set_language(language: Language) {
    remember(LANGUAGE, texts::tag(language));
    show_language(language);
}

/// Tells the document its language.
pub fn show_language(language: Language) {
    document_element()
        .set_attribute("lang", texts::tag(language))
        .ok();
}

/// The theme chosen before.
pub fn theme() -> Theme {
    let chosen = storage().and_then(|storage| storage.get_item(THEME).ok().flatten());
    Theme::ALL
        .into_iter()
        .find(|theme| Some(theme.name()) == chosen.as_deref())
        .unwrap_or(Theme::System)
}

/// Remembers the theme.
pub fn set_theme(theme: Theme) {
    remember(THEME, theme.name());
}

/// When the vault locks by itself, if that was chosen before.
pub fn auto_lock() -> Option<AutoLock> {
    let chosen = storage().and_then(|storage| storage.get_item(AUTO_LOCK).ok().flatten())?;
    AutoLock::ALL
        .into_iter()
        .find(|choice| choice.name() == chosen)
}

/// Remembers when the vault locks by itself.
pub fn set_auto_lock(choice: AutoLock) {
    remember(AUTO_LOCK, choice.name());
}

/// Puts the theme on the document. `system_is_dark` is what the system says now.
pub fn show_theme(theme: Theme, system_is_dark: bool) {
    let dark = theme == Theme::Dark || theme == Theme::System && system_is_dark;
    document_element()
        .class_list()
        .toggle_with_force(DARK, dark)
        .ok();
}

/// Preferences are no secret, but a browser may refuse to keep them; then they last as long as the
/// tab.
fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        storage.set_item(key, value).ok();
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn browser_languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages
        .iter()
        .flat_map(|list| list.iter())
        .filter_map(|tag| tag.as_string())
        .collect()
}
