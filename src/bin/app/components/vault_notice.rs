//! Whether what authorities keep is safe, and the way to make it so or to open it.

use yew::prelude::*;

/// Whether what authorities keep is safe, and the way to make it so or to open it.
#[component]
pub fn VaultNotice() -> Html {
    Html::default()
}
