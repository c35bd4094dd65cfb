//! A message in a frame.

use super::icon::{Icon, Symbol};
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
    fn look(self) -> (&'static str, Icon) {
        match self {
            Self::Info => ("pf-m-info", Icon::Info),
            Self::Success => ("pf-m-success", Icon::Success),
            Self::Warning => ("pf-m-warning", Icon::Warning),
            Self::Danger => ("pf-m-danger", Icon::Danger),
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
    let (class, icon) = props.tone.look();
    html! {
        <div class={classes!("pf-v6-c-alert", "pf-m-inline", class)}>
            <div class="pf-v6-c-alert__icon"><Symbol {icon} /></div>
            <p class="pf-v6-c-alert__title">{ &props.title }</p>
            if props.children != Html::default() {
                <div class="pf-v6-c-alert__description">{ props.children.clone() }</div>
            }
            if props.actions != Html::default() {
                <div class="pf-v6-c-alert__action-group">{ props.actions.clone() }</div>
            }
        </div>
    }
}
