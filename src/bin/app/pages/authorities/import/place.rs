//! A place for a directory: a ZIP of it, or the folder itself.

use super::folder::{self, Named};
use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::hooks::{chosen, click, list, use_drop, use_texts};
use wasm_bindgen_futures::spawn_local;
use web_sys::DataTransfer;
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
    let onchange = props
        .onfiles
        .reform(|event: Event| folder::chosen(chosen(&event)));
    let drop = use_drop({
        let (onfiles, most) = (props.onfiles.clone(), props.most);
        Callback::from(move |data: DataTransfer| {
            let (entries, files) = (folder::entries(&data), list(data.files()));
            if entries.is_empty() {
                return onfiles.emit(folder::chosen(files));
            }
            let onfiles = onfiles.clone();
            spawn_local(async move { onfiles.emit(folder::dropped(entries, most).await) });
        })
    });
    let choose = |id: &'static str| Callback::from(move |_: MouseEvent| click(id));
    html! {
        <div class={classes!("cw-drop", drop.over.then_some("cw-drop-over"))} ondrop={drop.ondrop} ondragover={drop.ondragover} ondragleave={drop.ondragleave}>
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
