//! What has become of a file that was to be saved.

use super::notice::{Notice, Tone};
use crate::hooks::use_texts;
use crate::wording;
use certwright::Error;
use yew::prelude::*;

/// What has become of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    /// It was not asked for, or what was asked for has changed since.
    #[default]
    No,
    /// The engine is at it. It may take a minute, if many rounds were chosen.
    Running,
    /// It was refused.
    Failed(Error),
    /// It was saved under this name.
    Done(String),
}

impl Saving {
    /// What was asked for changes: what came of it says nothing about what is asked for now.
    pub fn change(&mut self) {
        if *self != Self::Running {
            *self = Self::No;
        }
    }

    /// The engine has answered; `is_late` tells whether what was asked for has changed since. A file was
    /// saved nonetheless, but what was wrong with it is perhaps mended.
    pub fn end(&mut self, heard: Result<String, Error>, is_late: bool) {
        *self = match heard {
            Ok(file) => Self::Done(file),
            Err(_) if is_late => Self::No,
            Err(error) => Self::Failed(error),
        };
    }
}

/// Properties of [`SavingNotice`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What has become of it.
    pub saving: Saving,
}

/// Says it.
#[component]
pub fn SavingNotice(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <div aria-live="polite">
            { match &props.saving {
                Saving::No => Html::default(),
                Saving::Running => html! { <p>{ texts.get("saving") }</p> },
                Saving::Failed(error) => html! {
                    <Notice tone={Tone::Danger} title={wording::error(&texts, error)} />
                },
                Saving::Done(file) => html! {
                    <Notice tone={Tone::Success} title={texts.with("saved-as", &[("file", file.clone().into())])} />
                },
            } }
        </div>
    }
}
