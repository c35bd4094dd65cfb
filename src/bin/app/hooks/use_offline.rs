//! The service worker: keeps the page's files for use without a network, and tells of a new
//! version.

use certwright::web::trusted;
use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::{Function, Object, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};
use yew::prelude::*;

/// Whether the page works without a network.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Offline {
    /// Its files are being kept.
    #[default]
    Preparing,
    /// They are kept.
    Ready,
    /// They are kept, and those of a newer version too, which waits to be asked for.
    NewVersion(ServiceWorker),
    /// The browser cannot keep them here (no service worker, or not a secure origin).
    Unsupported,
}

impl Offline {
    /// Changes to the waiting version: it takes over, and the page loads anew.
    pub fn update(&self) {
        let Self::NewVersion(waiting) = self else {
            return;
        };
        let Some(container) = container() else { return };
        // Another tab has asked before.
        if waiting.state() == ServiceWorkerState::Activated {
            return reload();
        }
        EventListener::once(&container, "controllerchange", |_| reload()).forget();
        let message = Object::new();
        Reflect::set(&message, &"type".into(), &"SKIP_WAITING".into()).ok();
        waiting.post_message(&message).ok();
    }
}

/// Registers the service worker, once, and follows what becomes of it.
#[hook]
pub fn use_offline() -> Offline {
    let state = use_state_eq(Offline::default);
    {
        let set = state.setter();
        use_effect_with((), move |()| {
            let tell: Rc<dyn Fn(Offline)> = Rc::new(move |offline| set.set(offline));
            spawn_local(async move {
                match register().await {
                    Ok(registration) => follow(&registration, &tell),
                    Err(_) => tell(Offline::Unsupported),
                }
            });
        });
    }
    (*state).clone()
}

fn reload() {
    web_sys::window().map(|window| window.location().reload());
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"serviceWorker".into())
        .ok()?
        .dyn_into()
        .ok()
}

/// `navigator.serviceWorker.register(..)`: web-sys takes a string only, the policy wants a
/// `TrustedScriptURL`.
async fn register() -> Result<ServiceWorkerRegistration, JsValue> {
    let container = container().ok_or("no service workers")?;
    let base = document().base_uri()?.unwrap_or_default();
    let script = web_sys::Url::new_with_base("sw.js", &base)?.href();
    let register: Function = Reflect::get(&container, &"register".into())?.dyn_into()?;
    let registered: Promise = register
        .call1(&container, &trusted::script_url(&script)?)?
        .dyn_into()?;
    JsFuture::from(registered).await?.dyn_into()
}

fn follow(registration: &ServiceWorkerRegistration, tell: &Rc<dyn Fn(Offline)>) {
    match (registration.waiting(), registration.active()) {
        (Some(waiting), Some(_)) => tell(Offline::NewVersion(waiting)),
        (None, Some(_)) => tell(Offline::Ready),
        _ => {}
    }
    if let Some(installing) = registration.installing() {
        follow_install(installing, tell.clone());
    }
    let (found, tell) = (registration.clone(), tell.clone());
    EventListener::new(registration, "updatefound", move |_| {
        if let Some(installing) = found.installing() {
            follow_install(installing, tell.clone());
        }
    })
    .forget();
}

fn follow_install(worker: ServiceWorker, tell: Rc<dyn Fn(Offline)>) {
    let followed = worker.clone();
    EventListener::new(&worker, "statechange", move |_| match followed.state() {
        // The first version becomes active by itself; a later one waits behind the one in use.
        ServiceWorkerState::Installed if has_controller() => {
            tell(Offline::NewVersion(followed.clone()))
        }
        ServiceWorkerState::Activated => tell(Offline::Ready),
        // A file could not be kept; an older version may still be whole.
        ServiceWorkerState::Redundant if !has_controller() => tell(Offline::Unsupported),
        _ => {}
    })
    .forget();
}

fn has_controller() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}
