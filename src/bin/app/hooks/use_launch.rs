//! Files that the operating system opens with the installed page.

use js_sys::{Array, Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

/// Calls back with files that the page was started with, or is given while it runs (the File Handling API;
/// browsers without it never call).
#[hook]
pub fn use_launch(onfiles: Callback<Vec<File>>) {
    let newest = use_mut_ref(|| onfiles.clone());
    newest.replace(onfiles);
    use_effect_with((), move |()| listen(newest));
}

fn listen(onfiles: Rc<RefCell<Callback<Vec<File>>>>) {
    let window = gloo::utils::window();
    let Ok(queue) = Reflect::get(&window, &"launchQueue".into()) else {
        return;
    };
    let consumer = Reflect::get(&queue, &"setConsumer".into());
    let Some(set_consumer) = consumer.ok().and_then(|it| it.dyn_into::<Function>().ok()) else {
        return;
    };
    let heard = Closure::<dyn FnMut(JsValue)>::new(move |launch: JsValue| {
        let handles = Reflect::get(&launch, &"files".into()).unwrap_or_default();
        let onfiles = onfiles.clone();
        spawn_local(async move {
            let files = read(&Array::from(&handles)).await;
            if !files.is_empty() {
                let heard = onfiles.borrow().clone();
                heard.emit(files);
            }
        });
    });
    set_consumer.call1(&queue, heard.as_ref()).ok();
    // It listens for as long as the page lives.
    heard.forget();
}

/// The files behind handles; one that cannot be had is left out.
async fn read(handles: &Array) -> Vec<File> {
    let mut files = Vec::new();
    for handle in handles.iter() {
        let asked = Reflect::get(&handle, &"getFile".into())
            .and_then(JsCast::dyn_into::<Function>)
            .and_then(|get| get.call0(&handle))
            .and_then(JsCast::dyn_into::<Promise>);
        let Ok(promise) = asked else { continue };
        if let Ok(Ok(file)) = JsFuture::from(promise).await.map(JsCast::dyn_into::<File>) {
            files.push(file);
        }
    }
    files
}
