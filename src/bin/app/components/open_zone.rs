//! A place for files that lie on the desk then.

use super::drop_zone::DropZone;
use crate::hooks::{EngineContext, Heard};
use web_sys::File;
use yew::prelude::*;

/// Properties of [`OpenZone`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The id of its input; its text field has it with `-text`.
    pub id: &'static str,
    /// What is to be dropped here.
    pub label: AttrValue,
    /// What is taken.
    pub help: AttrValue,
    /// Whether it takes little room.
    #[prop_or_default]
    pub compact: bool,
    /// Called with what came onto the desk.
    pub onopened: Callback<Heard>,
}

/// Files and pasted text, read by the engine.
#[component]
pub fn OpenZone(props: &Props) -> Html {
    let engine = use_context::<EngineContext>();
    let onfiles = {
        let (engine, heard) = (engine.clone(), props.onopened.clone());
        Callback::from(move |files: Vec<File>| {
            if let Some(engine) = &engine {
                engine.open(files, heard.clone());
            }
        })
    };
    let ontext = {
        let heard = props.onopened.clone();
        Callback::from(move |text: String| {
            if let Some(engine) = &engine {
                engine.open_text(text, heard.clone());
            }
        })
    };
    html! {
        <DropZone id={props.id} label={&props.label} help={&props.help} compact={props.compact} {onfiles} {ontext} />
    }
}
