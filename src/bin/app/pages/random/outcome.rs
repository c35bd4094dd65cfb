//! What came of the last click, and how it is shown.

use crate::components::copy_button::CopyButton;
use crate::components::notice::{Notice, Tone};
use crate::hooks::{Heard, use_texts};
use crate::texts::Texts;
use crate::wording;
use certwright::engine::Answer;
use certwright::{Error, Unit};
use yew::prelude::*;
use zeroize::Zeroizing;

/// What came of the last click.
#[derive(Clone, Default, PartialEq)]
pub enum Outcome {
    /// Nothing, or there was none.
    #[default]
    None,
    /// A text to be copied.
    Text(Zeroizing<String>),
    /// A file was saved.
    Saved,
    /// It was refused.
    Failed(Problem),
}

/// What is wrong with an amount.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// There is none.
    Empty,
    /// It is no number.
    NotANumber,
    /// The engine refused it.
    Refused(Error),
}

impl From<Heard> for Outcome {
    fn from(heard: Heard) -> Self {
        match heard {
            Ok(Answer::Text(text)) => Self::Text(text),
            Ok(Answer::Saved) => Self::Saved,
            Ok(_) => Self::None,
            Err(error) => Self::Failed(Problem::Refused(error)),
        }
    }
}

impl Outcome {
    /// What to say beside the amount's field.
    pub fn problem(&self, texts: &Texts) -> Option<AttrValue> {
        match self {
            Self::Failed(problem) => Some(problem.words(texts).into()),
            _ => None,
        }
    }
}

impl Problem {
    fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Empty => texts.get("problem-empty"),
            Self::NotANumber => texts.get("problem-not-a-number"),
            Self::Refused(Error::Amount { unit, min, max, .. }) => {
                let id = match unit {
                    Unit::Words => "random-problem-words",
                    Unit::Characters => "random-problem-characters",
                    _ => "random-problem-bytes",
                };
                texts.with(id, &[("min", (*min).into()), ("max", (*max).into())])
            }
            Self::Refused(error) => wording::error(texts, error),
        }
    }
}

/// Properties of [`Output`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is made.
    pub name: AttrValue,
    /// What came of it.
    pub outcome: Outcome,
}

/// The text, or that the file was saved.
#[component]
pub fn Output(props: &Props) -> Html {
    let texts = use_texts();
    html! {
        <div class="cw-result" aria-live="polite">
            if let Outcome::Text(text) = &props.outcome {
                <pre class="cw-output cw-code" tabindex="0" role="group" aria-label={&props.name}>{ text.trim_end() }</pre>
                <CopyButton name={&props.name} text={text.trim_end().to_owned()} />
            }
            if props.outcome == Outcome::Saved {
                <Notice tone={Tone::Success} title={texts.get("random-saved")} />
            }
        </div>
    }
}
