//! The Enter key in a line that stands in the form and has a button of its own.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Does what the button does. Else Enter would send the form off.
pub fn on_enter(act: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let is_line = event
            .target_dyn_into::<HtmlInputElement>()
            .is_some_and(|input| input.type_() == "text");
        if event.key() == "Enter" && is_line {
            event.prevent_default();
            act.emit(());
        }
    })
}
