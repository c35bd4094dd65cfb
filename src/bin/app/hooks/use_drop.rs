//! A place for files, where they are dropped or chosen.

use super::list;
use web_sys::{DataTransfer, File, HtmlInputElement};
use yew::prelude::*;

/// What such a place hears, and whether something is held over it.
pub struct Drop {
    /// Whether something is held over it.
    pub over: bool,
    /// Something is dropped.
    pub ondrop: Callback<DragEvent>,
    /// Something is held over it.
    pub ondragover: Callback<DragEvent>,
    /// It is taken away.
    pub ondragleave: Callback<DragEvent>,
}

/// Calls back with what is dropped.
#[hook]
pub fn use_drop(ondata: Callback<DataTransfer>) -> Drop {
    let over = use_state_eq(|| false);
    let ondrop = {
        let over = over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            // The window has a place for what is dropped elsewhere.
            event.stop_propagation();
            over.set(false);
            if let Some(data) = event.data_transfer() {
                ondata.emit(data);
            }
        })
    };
    let ondragover = use_callback(over.setter(), |event: DragEvent, over| {
        event.prevent_default();
        over.set(true);
    });
    let ondragleave = use_callback(over.setter(), |_: DragEvent, over| over.set(false));
    Drop {
        over: *over,
        ondrop,
        ondragover,
        ondragleave,
    }
}

/// The files that were chosen.
pub fn chosen(event: &Event) -> Vec<File> {
    let input = event.target_unchecked_into::<HtmlInputElement>();
    let files = list(input.files());
    // The same one chosen once more is a change, too.
    input.set_value("");
    files
}
