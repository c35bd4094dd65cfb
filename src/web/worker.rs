//! Workers that run our own program, started from memory.
//!
//! A worker that is started from an address of the server has no content-security policy but what
//! the server sends with it, and a static host sends none. One that is started from a `blob:`
//! inherits the page's policy, so the promise that nothing is sent anywhere holds where the keys
//! are. It also costs no request: the script and the compiled module are fetched once, when the
//! page loads, and every later worker, also after a crash, starts from them.

mod here;

use super::trusted;
use js_sys::{Array, Object, Reflect, Uint8Array, WebAssembly};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ErrorEvent, MessageEvent, MessagePort, Response, Url, WorkerOptions,
};
use zeroize::Zeroizing;

/// A worker's program: its script as a `blob:` URL and its compiled module.
#[derive(Clone)]
pub struct Program {
    script: Rc<str>,
    module: JsValue,
    searcher: Option<Rc<Program>>,
}

/// A running worker. Dropping it ends it at once, whatever it does.
pub struct Worker {
    raw: Raw,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

enum Raw {
    Thread(web_sys::Worker),
    /// Where there are no workers the program runs beside the page's, with this line to it. It cannot
    /// be ended.
    Here(MessagePort),
}

impl Program {
    /// Fetches script and module from the page's own files and compiles the module.
    pub async fn load(script: &str, module: &str) -> Result<Self, JsValue> {
        let source = JsFuture::from(fetch(script).await?.text()?).await?;
        // Not compiled while it arrives: that needs a media type that not every static host sends.
        let module = JsFuture::from(fetch(module).await?.array_buffer()?).await?;
        let module = JsFuture::from(WebAssembly::compile(&module)).await?;
        if !are_available() {
            here::load(script).await?;
        }
        let properties = BlobPropertyBag::new();
        properties.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&source), &properties)?;
        Ok(Self {
            script: Url::create_object_url_with_blob(&blob)?.into(),
            module,
            searcher: None,
        })
    }

    /// Gives the program's workers another one to start: that of the prime searchers.
    pub fn with_searcher(self, searcher: Option<Self>) -> Self {
        Self {
            searcher: searcher.map(Rc::new),
            ..self
        }
    }

    /// In a worker: the program that it runs itself, to start more of the same.
    pub fn own() -> Result<Self, JsValue> {
        Self::of(&boot()?)
    }

    /// In a worker: the program of the prime searchers, if it got one.
    pub fn searcher() -> Option<Self> {
        let boot = Reflect::get(&boot().ok()?, &"searcher".into()).ok()?;
        (!boot.is_undefined()).then(|| Self::of(&boot).ok())?
    }

    fn of(boot: &JsValue) -> Result<Self, JsValue> {
        let script = Reflect::get(boot, &"script".into())?.as_string();
        Ok(Self {
            script: script.unwrap_or_default().into(),
            module: Reflect::get(boot, &"module".into())?,
            searcher: None,
        })
    }

    /// What a worker of this program, and those that it starts, are to know of it.
    fn to_boot(&self) -> Result<Object, JsValue> {
        let boot = Object::new();
        Reflect::set(&boot, &"script".into(), &JsValue::from_str(&self.script))?;
        Reflect::set(&boot, &"module".into(), &self.module)?;
        if let Some(searcher) = &self.searcher {
            let searcher = searcher.to_boot()?.into();
            Reflect::set(&boot, &"searcher".into(), &searcher)?;
        }
        Ok(boot)
    }

    /// Starts a worker in a role. `on_message` gets the bytes it sends, `on_crash` what is known of
    /// its end when it panics or its script fails. A crashed worker is good for nothing more: drop
    /// it.
    pub fn start(
        &self,
        role: &str,
        mut on_message: impl FnMut(Vec<u8>) + 'static,
        mut on_crash: impl FnMut(String) + 'static,
    ) -> Result<Worker, JsValue> {
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            on_message(take_bytes(&event.data()))
        });
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            // Else a worker's error goes on to whoever started the one that started it.
            event.prevent_default();
            on_crash(
                event
                    .dyn_ref::<ErrorEvent>()
                    .map(ErrorEvent::message)
                    .unwrap_or_default(),
            );
        });
        let boot = self.to_boot()?;
        Reflect::set(&boot, &"role".into(), &role.into())?;
        let heard = on_message.as_ref().unchecked_ref();
        let raw = if are_available() {
            let raw = construct(&self.script, role)?;
            raw.set_onmessage(Some(heard));
            raw.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            raw.post_message(&boot)?;
            Raw::Thread(raw)
        } else {
            Raw::Here(here::start(&boot, heard)?)
        };
        Ok(Worker {
            raw,
            _on_message: on_message,
            _on_error: on_error,
        })
    }
}

impl Worker {
    /// Sends bytes, handing their memory over, and files along with them, which only the worker
    /// reads.
    pub fn send(&self, bytes: &[u8], files: &[Blob]) -> Result<(), JsValue> {
        let array = Uint8Array::from(bytes);
        let memory = Array::of1(&array.buffer());
        let message = Array::of1(&array);
        for file in files {
            message.push(file);
        }
        match &self.raw {
            Raw::Thread(worker) => worker.post_message_with_transfer(&message, &memory),
            Raw::Here(port) => port.post_message_with_transferable(&message, &memory),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        match &self.raw {
            Raw::Thread(worker) => {
                worker.set_onmessage(None);
                worker.set_onerror(None);
                worker.terminate();
            }
            Raw::Here(port) => port.close(),
        }
    }
}

/// Whether this page, or this worker, can start workers. Not every browser lets workers do so.
pub fn are_available() -> bool {
    Reflect::get(&js_sys::global(), &"Worker".into()).is_ok_and(|worker| worker.is_function())
}

/// In a worker: the role that it was started in.
pub fn role() -> Option<String> {
    Reflect::get(&boot().ok()?, &"role".into())
        .ok()?
        .as_string()
}

/// In a worker: calls `on_message` with the bytes of every message and the files that came along.
pub fn listen(mut on_message: impl FnMut(Vec<u8>, Vec<Blob>) + 'static) {
    let closure = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let files = message.iter().skip(1).map(JsCast::unchecked_into);
        let files = files.collect();
        on_message(take_bytes(&message.get(0)), files)
    });
    let heard = Some(closure.as_ref().unchecked_ref());
    match here::port() {
        Some(port) => port.set_onmessage(heard),
        None => scope().set_onmessage(heard),
    }
    closure.forget();
}

/// In a worker: sends bytes to whoever started it, handing their memory over.
pub fn reply(bytes: &[u8]) -> Result<(), JsValue> {
    let array = Uint8Array::from(bytes);
    let memory = Array::of1(&array.buffer());
    match here::port() {
        Some(port) => port.post_message_with_transferable(&array, &memory),
        None => scope().post_message_with_transfer(&array, &memory),
    }
}

/// Copies a message's bytes and wipes the original, which may hold a password or a key.
fn take_bytes(message: &JsValue) -> Vec<u8> {
    let array = Uint8Array::new(message);
    let bytes = array.to_vec();
    array.fill(0, 0, array.length());
    bytes
}

/// What is in a file, as far as `limit` octets and one more.
pub async fn contents(file: &Blob, limit: usize) -> Result<Zeroizing<Vec<u8>>, JsValue> {
    let most = i32::try_from(limit).unwrap_or(i32::MAX - 1) + 1;
    // A part of a file that is gone is empty in Chromium; only the whole one is an error.
    let part = match file.size() > f64::from(most) {
        true => file.slice_with_i32_and_i32(0, most)?,
        false => file.clone(),
    };
    let buffer = JsFuture::from(part.array_buffer()).await?;
    Ok(Zeroizing::new(take_bytes(&Uint8Array::new(&buffer))))
}

/// What `www/worker.js` kept of the first message.
fn boot() -> Result<JsValue, JsValue> {
    Reflect::get(&js_sys::global(), &"boot".into())
}

fn scope() -> web_sys::DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

async fn fetch(url: &str) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(url))
        .await?
        .dyn_into()?;
    if response.ok() {
        Ok(response)
    } else {
        Err(format!("{url}: {}", response.status()).into())
    }
}

/// `new Worker(..)`: web-sys takes a string only, the policy wants a `TrustedScriptURL`.
fn construct(script: &str, role: &str) -> Result<web_sys::Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_name(role);
    let constructor: js_sys::Function =
        Reflect::get(&js_sys::global(), &"Worker".into())?.dyn_into()?;
    let arguments = Array::of2(&trusted::script_url(script)?, &options);
    Reflect::construct(&constructor, &arguments)?.dyn_into()
}
