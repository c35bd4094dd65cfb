//! A place for a directory: a ZIP of it, or the folder itself.

use super::folder::{self, Named};
use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::hooks::{list, use_texts};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Place`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// How many files are looked for at most.
    pub most: usize,
    /// Called with the files.
    pub onfiles: Callback<Vec<Named>>,
}

/// A place for a directory.
#[component]
pub fn Place(props: &Props) -> Html {
    let texts = use_texts();
    let over = use_state_eq(|| false);
    let onchange = props.onfiles.reform(|event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let files = list(input.files());
        // The same one chosen once more is a change, too.
        input.set_value("");
        folder::chosen(files)
    });
    let ondrop = {
        let (onfiles, over, most) = (props.onfiles.clone(), over.setter(), props.most);
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            // The window has a place for what is dropped elsewhere.
            event.stop_propagation();
            over.set(false);
            let Some(data) = event.data_transfer() else {
                return;
            };
            let (entries, files) = (folder::entries(&data), list(data.files()));
            if entries.is_empty() {
                return onfiles.emit(folder::chosen(files));
            }
            let onfiles = onfiles.clone();
            spawn_local(async move { onfiles.emit(folder::dropped(entries, most).await) });
        })
    };
    let ondragover = use_callback(over.setter(), |event: DragEvent, over| {
        event.prevent_default();
        over.set(true);
    });
    let ondragleave = use_callback(over.setter(), |_: DragEvent, over| over.set(false));
    let choose = |id: &'static str| {
        Callback::from(move |_: MouseEvent| {
            let input = document().get_element_by_id(id);
            if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
                input.click();
            }
        })
    };
    html! {
        <div class={classes!("cw-drop", over.then_some("cw-drop-over"))} {ondrop} {ondragover} {ondragleave}>
            <p class="cw-drop-label">{ texts.get("import-directory-drop") }</p>
            <p class="cw-note">{ texts.get("import-directory-help") }</p>
            <input id={ZIP} class="cw-drop-input" type="file" accept=".zip,application/zip" tabindex="-1" aria-label={texts.get("import-zip")} onchange={onchange.clone()} />
            <input id={FOLDER} class="cw-drop-input" type="file" multiple=true webkitdirectory=true tabindex="-1" aria-label={texts.get("import-folder")} {onchange} />
            <div class="cw-actions">
                <Button id="import-zip-button" label={texts.get("import-zip")} icon={Icon::File} onclick={choose(ZIP)} />
                <Button label={texts.get("import-folder")} icon={Icon::File} onclick={choose(FOLDER)} />
            </div>
        </div>
    }
}

const ZIP: &str = "import-zip";
const FOLDER: &str = "import-folder";
