//! Files dropped beside every place that is made for them.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, FileList};
use yew::prelude::*;

/// Calls back with files that are dropped anywhere in the window. The browser would leave the page for
/// them; text that is dragged into a field is its own affair.
#[hook]
pub fn use_drop_anywhere(onfiles: Callback<Vec<File>>) {
    use_effect_with(onfiles, |onfiles| {
        let options = EventListenerOptions::enable_prevent_default();
        let over = EventListener::new_with_options(&window(), "dragover", options, |event| {
            if has_files(event) {
                event.prevent_default();
            }
        });
        let onfiles = onfiles.clone();
        let dropped = EventListener::new_with_options(&window(), "drop", options, move |event| {
            if !has_files(event) {
                return;
            }
            event.prevent_default();
            let files = event.unchecked_ref::<DragEvent>().data_transfer();
            let files = list(files.and_then(|data| data.files()));
            if !files.is_empty() {
                onfiles.emit(files);
            }
        });
        move || drop((over, dropped))
    });
}

fn has_files(event: &Event) -> bool {
    let data = event.unchecked_ref::<DragEvent>().data_transfer();
    data.is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// The files of a list.
pub fn list(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length())
        .filter_map(|index| files.get(index))
        .collect()
}
