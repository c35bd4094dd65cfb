//! A message in a frame.

use super::icon::{Icon, Symbol};
use crate::hooks::use_texts;
use yew::prelude::*;

/// How serious it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// It went well.
    Success,
    /// Mind this.
    Warning,
    /// Something failed.
    Danger,
}

impl Tone {
    /// Its class, its icon, and the word for who sees neither.
    fn look(self) -> (&'static str, Icon, &'static str) {
        match self {
            Self::Info => ("pf-m-info", Icon::Info, "tone-info"),
            Self::Success => ("pf-m-success", Icon::Success, "tone-success"),
            Self::Warning => ("pf-m-warning", Icon::Warning, "tone-warning"),
            Self::Danger => ("pf-m-danger", Icon::Danger, "tone-danger"),
        }
    }
}

/// Properties of [`Notice`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// How serious it is.
    pub tone: Tone,
    /// What happened.
    pub title: AttrValue,
    /// What to do about it.
    #[prop_or_default]
    pub children: Html,
    /// Buttons.
    #[prop_or_default]
    pub actions: Html,
}

/// A message in a frame.
#[component]
pub fn Notice(props: &Props) -> Html {
    let texts = use_texts();
    let (class, icon, word) = props.tone.look();
    html! {
        <div class={classes!("pf-v6-c-alert", "pf-m-inline", class)}>
            <div class="pf-v6-c-alert__icon"><Symbol {icon} /></div>
            <p class="pf-v6-c-alert__title"><span class="pf-v6-screen-reader">{ texts.get(word) }{ " " }</span>{ &props.title }</p>
            if props.children != Html::default() {
                <div class="pf-v6-c-alert__description">{ props.children.clone() }</div>
            }
            if props.actions != Html::default() {
                <div class="pf-v6-c-alert__action-group">{ props.actions.clone() }</div>
            }
        </div>
    }
}
