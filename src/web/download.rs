//! Files offered as downloads.

use crate::engine::Download;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

/// How long a download's address stays good, in milliseconds: long enough to be fetched, short for
/// a private key.
const LIFETIME: u32 = 60_000;

/// Puts the file where the browser can save it from and gives its address. It is gone after a
/// minute.
pub fn offer(file: &Download) -> Result<String, JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(file.media_type);
    let content = Uint8Array::from(file.contents.as_slice());
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&content), &properties)?;
    // The blob keeps a copy of its own.
    content.fill(0, 0, content.length());
    let url = Url::create_object_url_with_blob(&blob)?;
    let gone = url.clone();
    Timeout::new(LIFETIME, move || drop(Url::revoke_object_url(&gone))).forget();
    Ok(url)
}
