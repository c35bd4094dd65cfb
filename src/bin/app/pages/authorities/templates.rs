//! What certificates are made from, over and over.

use yew::prelude::*;

/// What certificates are made from, over and over.
#[component]
pub fn Templates() -> Html {
    Html::default()
}
