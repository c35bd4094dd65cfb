//! Buttons in PatternFly's dress.

use super::icon::{Icon, Symbol};
use yew::prelude::*;

/// What a button looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The page's one main action.
    Primary,
    /// The same where it is for ever.
    Danger,
    /// An action beside it.
    Secondary,
    /// A link-like action.
    Link,
    /// An icon alone.
    Plain,
    /// Beside an input.
    Control,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "pf-m-primary",
            Self::Danger => "pf-m-danger",
            Self::Secondary => "pf-m-secondary",
            Self::Link => "pf-m-link",
            Self::Plain => "pf-m-plain",
            Self::Control => "pf-m-control",
        }
    }
}

/// Properties of [`Button`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its name: what it says, or what an icon alone means.
    pub label: AttrValue,
    /// What it looks like.
    #[prop_or(Look::Secondary)]
    pub look: Look,
    /// An icon before the words.
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Whether the icon stands alone and the label is only spoken.
    #[prop_or_default]
    pub icon_only: bool,
    /// Words to show instead of the label, which then is only spoken.
    #[prop_or_default]
    pub short_label: Option<AttrValue>,
    /// Whether it sends the form off.
    #[prop_or_default]
    pub submits: bool,
    /// For a switch: whether it is on.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// For a button that opens something: whether that is open.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Its id, where the focus comes back to it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The ids of what says of what it is, where there are several with its name.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Smaller.
    #[prop_or_default]
    pub small: bool,
    /// Called at a click or key press.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
}

/// A button.
#[component]
pub fn Button(props: &Props) -> Html {
    let class = classes!(
        "pf-v6-c-button",
        props.look.class(),
        props.small.then_some("pf-m-small")
    );
    let spoken = (props.icon_only || props.short_label.is_some()).then(|| props.label.clone());
    let words = props.short_label.as_ref().unwrap_or(&props.label);
    html! {
        <button
            type={if props.submits { "submit" } else { "button" }}
            {class}
            id={&props.id}
            aria-describedby={&props.describedby}
            aria-label={spoken}
            title={props.icon_only.then(|| props.label.clone())}
            aria-pressed={props.pressed.map(|on| on.to_string())}
            aria-expanded={props.expanded.map(|open| open.to_string())}
            onclick={&props.onclick}
        >
            if let Some(icon) = props.icon {
                <span class={classes!("pf-v6-c-button__icon", (!props.icon_only).then_some("pf-m-start"))}><Symbol {icon} /></span>
            }
            if !props.icon_only {
                <span class="pf-v6-c-button__text">{ words }</span>
            }
        </button>
    }
}
