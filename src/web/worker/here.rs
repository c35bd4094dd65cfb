//! A worker's program without a worker: beside the page's own, on its thread. Everything works, but the
//! page stands still while keys are made.

use crate::web::trusted;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessagePort};

/// Loads the program's script into the page. It is to come from its address, as the page's policy
/// allows it.
pub async fn load(script: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or("no document")?;
    let element = document.create_element("script")?;
    let url = web_sys::Url::new_with_base(script, &document.base_uri()?.unwrap_or_default())?;
    Reflect::set(&element, &"src".into(), &trusted::script_url(&url.href())?)?;
    let loaded = Promise::new(&mut |resolve, reject| {
        Reflect::set(&element, &"onload".into(), &resolve).ok();
        Reflect::set(&element, &"onerror".into(), &reject).ok();
    });
    let head = document.head().ok_or("no head")?;
    head.append_child(&element)?;
    JsFuture::from(loaded).await?;
    Ok(())
}

/// Starts it, with a line to it.
pub fn start(boot: &Object, heard: &Function) -> Result<MessagePort, JsValue> {
    let line = MessageChannel::new()?;
    line.port1().set_onmessage(Some(heard));
    Reflect::set(boot, &PORT.into(), &line.port2())?;
    let message = Object::new();
    Reflect::set(&message, &"data".into(), boot)?;
    // What `www/worker.js` has put there.
    let global = js_sys::global();
    let on_message: Function = Reflect::get(&global, &"onmessage".into())?.dyn_into()?;
    on_message.call1(&global, &message)?;
    Ok(line.port1())
}

/// In such a program: its end of the line.
pub fn port() -> Option<MessagePort> {
    let port = Reflect::get(&super::boot().ok()?, &PORT.into()).ok()?;
    port.dyn_into().ok()
}

const PORT: &str = "port";
