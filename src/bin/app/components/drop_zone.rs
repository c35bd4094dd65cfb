//! Files dropped, chosen, or pasted as text.

use super::button::{Button, Look};
use super::field::Field;
use super::icon::Icon;
use super::text_area::TextArea;
use crate::hooks::{chosen, click, focus, list, use_drop, use_texts};
use web_sys::{DataTransfer, File};
use yew::prelude::*;
use zeroize::Zeroizing;

/// Properties of [`DropZone`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The id of its input; its text field has it with `-text`.
    pub id: &'static str,
    /// What is to be dropped here.
    pub label: AttrValue,
    /// What is taken.
    pub help: AttrValue,
    /// Whether it takes little room: there is something to be seen below it.
    #[prop_or_default]
    pub compact: bool,
    /// Called with files.
    pub onfiles: Callback<Vec<File>>,
    /// Called with a pasted text. It may be a secret: whoever keeps it wipes it.
    pub ontext: Callback<String>,
}

/// A place for files, and for what is pasted.
#[component]
pub fn DropZone(props: &Props) -> Html {
    let texts = use_texts();
    let pasting = use_state_eq(|| false);
    // It may be a private key.
    let pasted = use_state_eq(|| Zeroizing::new(String::new()));
    // Whether nothing was to be read.
    let refused = use_state_eq(|| false);
    let choose = {
        let id = props.id;
        Callback::from(move |_| click(id))
    };
    let onchange = props.onfiles.reform(|event: Event| chosen(&event));
    let drop = use_drop({
        let (onfiles, ontext) = (props.onfiles.clone(), props.ontext.clone());
        Callback::from(move |data: DataTransfer| {
            let files = list(data.files());
            match data.get_data("text/plain") {
                _ if !files.is_empty() => onfiles.emit(files),
                Ok(text) if !text.is_empty() => ontext.emit(text),
                _ => {}
            }
        })
    });
    let toggle = use_callback(
        (pasting.clone(), pasted.setter(), refused.setter()),
        |_, (pasting, pasted, refused)| {
            pasting.set(!**pasting);
            pasted.set(Zeroizing::default());
            refused.set(false);
        },
    );
    let opener = format!("{}-paste", props.id);
    let text_id = format!("{}-text", props.id);
    let read = {
        let (ontext, pasted, pasting) = (props.ontext.clone(), pasted.clone(), pasting.clone());
        let (opener, text_id, refused) = (opener.clone(), text_id.clone(), refused.setter());
        Callback::from(move |_| {
            if pasted.trim().is_empty() {
                refused.set(true);
                return focus(&text_id);
            }
            ontext.emit(pasted.to_string());
            pasted.set(Zeroizing::default());
            pasting.set(false);
            // The button that was pressed goes; the answer may have a better place.
            focus(&opener);
        })
    };
    let oninput = use_callback(
        (pasted.setter(), refused.setter()),
        |text, (pasted, refused)| {
            pasted.set(Zeroizing::new(text));
            refused.set(false);
        },
    );
    let problem = refused.then(|| AttrValue::from(texts.get("problem-empty")));
    html! {
        <div class={classes!("cw-drop", props.compact.then_some("cw-drop-compact"), drop.over.then_some("cw-drop-over"))} ondrop={drop.ondrop} ondragover={drop.ondragover} ondragleave={drop.ondragleave}>
            <p class="cw-drop-label">{ &props.label }</p>
            <p class="cw-note">{ &props.help }</p>
            <input id={props.id} class="cw-drop-input" type="file" multiple=true tabindex="-1" aria-label={&props.label} {onchange} />
            <div class="cw-actions">
                <Button label={texts.get("choose-files")} icon={Icon::File} onclick={choose} />
                <Button label={texts.get("paste-text")} id={opener} look={Look::Link} expanded={*pasting} onclick={toggle} />
            </div>
            if *pasting {
                <Field id={text_id.clone()} label={texts.get("pasted-text")} {problem}>
                    <TextArea id={text_id} rows=6 monospace=true invalid={*refused} value={pasted.to_string()} {oninput} />
                </Field>
                <div class="cw-actions"><Button label={texts.get("read-text")} onclick={read} /></div>
            }
        </div>
    }
}
