//! An extension in words, with a button that takes it away.

use super::words;
use crate::components::button::{Button, Look};
use crate::components::icon::Icon;
use crate::texts::Texts;
use certwright::pki::Extension;
use yew::prelude::*;

/// An item of a list.
pub fn removable(texts: &Texts, extension: &Extension, remove: Callback<MouseEvent>) -> Html {
    let name = words::extension_name(texts, extension);
    let label = texts.with("request-remove", &[("name", name.clone().into())]);
    html! {
        <li key={extension.oid().to_string()}>
            <span class="cw-kept-words"><strong>{ name }</strong>{ " " }<span class="cw-code">{ words::extension(texts, extension) }</span></span>
            <Button {label} icon={Icon::Remove} icon_only=true look={Look::Plain} onclick={remove} />
        </li>
    }
}
