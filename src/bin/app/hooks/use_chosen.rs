//! A list shows what is chosen.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// For a `select`. The attribute `selected` would not do: a browser passes over it once the user has picked
/// an option, so what the state says otherwise later would not be seen.
#[hook]
pub fn use_chosen(chosen: usize) -> NodeRef {
    let list = use_node_ref();
    {
        let list = list.clone();
        // After every rendering, for the options can be others.
        use_effect(move || {
            let chosen = i32::try_from(chosen).unwrap_or(-1);
            let list = list.cast::<HtmlSelectElement>();
            if let Some(list) = list.filter(|list| list.selected_index() != chosen) {
                list.set_selected_index(chosen);
            }
        });
    }
    list
}
