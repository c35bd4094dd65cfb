//! Templates from and to a file.

use super::known::Known;
use crate::components::button::Button;
use crate::components::drop_zone::DropZone;
use crate::components::filtered::filtered;
use crate::components::icon::Icon;
use crate::components::outcome::{OutcomeNotice, use_asking};
use crate::hooks::use_texts;
use certwright::engine::office::{OfficeAsk, OfficeFile};
use certwright::engine::{Contents, Upload};
use web_sys::File;
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`Exchange`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The templates that there are.
    pub known: Known,
}

/// A place for a file of templates, and the button that saves all of the user's.
#[component]
pub fn Exchange(props: &Props) -> Html {
    let texts = use_texts();
    let asking = use_asking();
    let own: Vec<u32> = props.known.iter().filter_map(|(id, _)| *id).collect();
    let has_own = !own.is_empty();
    let save = {
        let (asking, texts) = (asking.clone(), texts.clone());
        Callback::from(move |_: MouseEvent| {
            let texts = texts.clone();
            let ask = OfficeAsk::Save(OfficeFile::Templates(own.clone()));
            asking.ask(ask, move |_| texts.get("template-exported"));
        })
    };
    let take = {
        let (asking, texts) = (asking.clone(), texts.clone());
        Callback::from(move |(upload, files): (Upload, Vec<File>)| {
            let texts = texts.clone();
            let ask = OfficeAsk::ImportTemplates(upload);
            asking.ask_with(ask, files, move |_| texts.get("template-imported"));
        })
    };
    let onfiles = filtered(&take, |files: Vec<File>| {
        let file = files.into_iter().next()?;
        let contents = Contents::Attached;
        let name = file.name();
        Some((Upload { name, contents }, vec![file]))
    });
    let ontext = take.reform(|text: String| {
        let contents = Contents::Here(Zeroizing::new(text.into_bytes()));
        let name = String::new();
        (Upload { name, contents }, Vec::new())
    });
    html! {
        <section class="cw-stack" aria-label={texts.get("template-exchange")}>
            <DropZone id="template-file" label={texts.get("template-import")} help={texts.get("template-import-help")} compact=true {onfiles} {ontext} />
            if has_own {
                <div class="cw-actions"><Button label={texts.get("template-export-all")} icon={Icon::Download} onclick={save} /></div>
            }
            <OutcomeNotice outcome={asking.outcome().clone()} running={texts.get("template-saving")} />
        </section>
    }
}
