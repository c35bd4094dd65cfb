//! What is to be done, once that is confirmed, and where the focus goes afterwards.

use super::asking::Asking;
use super::view::{Action, View};
use crate::hooks::focus_soon;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Question`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is shown, and asked.
    pub view: Rc<View>,
    /// The id of the heading that has the focus when it is done: the button may be gone then.
    pub heading: &'static str,
    /// Called with what the user does.
    pub act: Callback<Action>,
}

/// The question, while there is one.
#[component]
pub fn Question(props: &Props) -> Html {
    let Some(asked) = &props.view.asked else {
        return Html::default();
    };
    let onclose = {
        let (act, asked, heading) = (props.act.clone(), asked.clone(), props.heading);
        Callback::from(move |is_done: bool| {
            act.emit(Action::Ask(None));
            if is_done {
                act.emit(Action::TickAll(asked.rows.to_vec(), false));
                focus_soon(heading.into());
            } else {
                focus_soon(asked.opener.to_string());
            }
        })
    };
    html! { <Asking asked={asked.clone()} {onclose} /> }
}
