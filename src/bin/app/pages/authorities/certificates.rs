//! What authorities issued: a table, and each certificate closer.

mod asking;
mod bar;
mod command;
mod deed;
mod details;
mod keeping;
mod overview;
mod paging;
mod publish_offer;
mod question;
mod row;
mod table;
mod ticked;
mod view;
mod words;

use certwright::engine::office::CaFacts;
use details::Details;
use overview::Overview;
use std::rc::Rc;
use view::{Action, View};
use yew::prelude::*;

pub(super) use command::publish as publish_command;
pub(super) use deed::{Deed, use_doing};
pub(super) use details::Files;
pub(super) use paging::{PAGE, Paging};
pub(super) use words::{distance, moment, number, reason};

/// Properties of [`Certificates`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The authority; all, where there is none.
    pub authority: Option<Rc<CaFacts>>,
    /// Called with the number of an entry that is to be renewed.
    pub onrenew: Callback<u32>,
    /// Called when there is nothing yet and something is to be issued.
    pub onissue: Callback<()>,
}

/// What authorities issued: a table, and each certificate closer.
#[component]
pub fn Certificates(props: &Props) -> Html {
    // Another authority's table has nothing in common with this one's.
    let key = props.authority.as_ref().map_or(0, |it| it.id);
    html! { <Shown {key} ..props.clone() /> }
}

/// The table, and what is opened from it in its place.
#[component]
fn Shown(props: &Props) -> Html {
    let view = use_reducer(View::default);
    let act = {
        let view = view.dispatcher();
        use_callback((), move |action: Action, ()| view.dispatch(action))
    };
    let shown = Rc::new(View::clone(&view));
    // The table stays behind what is opened, so that the way back leads to the same row.
    html! {
        <>
            <div hidden={view.open.is_some()}>
                <Overview view={shown.clone()} act={act.clone()} authority={props.authority.clone()} onissue={&props.onissue} />
            </div>
            if let Some(entry) = view.open {
                <Details key={entry} {entry} view={shown} {act} onrenew={&props.onrenew} />
            }
        </>
    }
}
