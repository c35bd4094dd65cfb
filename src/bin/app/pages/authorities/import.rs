//! Authorities from elsewhere.

use yew::prelude::*;

/// Authorities from elsewhere.
#[component]
pub fn Import() -> Html {
    Html::default()
}
