//! Authorities from elsewhere.

mod directory;
mod folder;
mod items;
mod place;
mod result;

use crate::hooks::use_texts;
use directory::Directory;
use items::Items;
use yew::prelude::*;

/// Authorities from elsewhere: certificate and key, a whole directory, or a backup.
#[component]
pub fn Import() -> Html {
    let texts = use_texts();
    html! {
        <section class="cw-stack" aria-labelledby="import">
            <h2 class="pf-v6-c-title pf-m-lg" id="import" tabindex="-1">{ texts.get("import") }</h2>
            <p class="cw-note">{ texts.get("import-lead") }</p>
            <Items />
            <Directory />
            <section class="cw-panel" aria-labelledby="import-backup">
                <h3 class="pf-v6-c-title pf-m-md" id="import-backup">{ texts.get("import-backup") }</h3>
                <p class="cw-note">{ texts.get("import-backup-note") }</p>
                <p><a href="#/settings">{ texts.get("import-to-settings") }</a></p>
            </section>
        </section>
    }
}
