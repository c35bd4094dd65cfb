//! A sheet that holds together what belongs together.

use yew::prelude::*;

/// Properties of [`Card`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its heading, of the second rank; without one, what it holds has its own.
    #[prop_or_default]
    pub title: AttrValue,
    /// As high as the highest beside it.
    #[prop_or_default]
    pub full_height: bool,
    /// What it holds.
    pub children: Html,
}

/// A sheet with a frame.
#[component]
pub fn Card(props: &Props) -> Html {
    let height = props.full_height.then_some("pf-m-full-height");
    html! {
        <div class={classes!("pf-v6-c-card", height)}>
            if !props.title.is_empty() {
                <div class="pf-v6-c-card__title"><h2 class="pf-v6-c-card__title-text">{ &props.title }</h2></div>
            }
            <div class="pf-v6-c-card__body">{ props.children.clone() }</div>
        </div>
    }
}
