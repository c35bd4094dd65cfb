//! Whether the browser promises to keep what is stored here, and how much room there is.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageManager;
use yew::prelude::*;

/// Whether the browser promises to keep what is stored, also when the disk is full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persistence {
    /// It has not answered yet.
    #[default]
    Unknown,
    /// It gives no such promise to anybody, or not here.
    Unsupported,
    /// It was not asked, or has said no before.
    Not,
    /// It was asked just now and said no.
    Refused,
    /// It does.
    Promised,
}

/// How much room there is for this page, as the browser reckons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    /// What is taken, in bytes.
    pub used: f64,
    /// What is left, in bytes.
    pub left: f64,
}

/// Asks for the promise and leaves it at that; the Settings page tells what there is. To be called while the user
/// clicks or types: some browsers answer nobody else.
pub fn ask_to_persist() {
    if let Some(Ok(promise)) = manager().map(|manager| manager.persist()) {
        spawn_local(async move {
            JsFuture::from(promise).await.ok();
        });
    }
}

/// What the browser promises, and the way to ask for it, again to be called while the user clicks.
#[hook]
pub fn use_persistence() -> (Persistence, Callback<()>) {
    let state = use_state_eq(Persistence::default);
    {
        let state = state.setter();
        use_effect_with((), move |()| {
            let asked = manager().map(|manager| manager.persisted());
            tell(asked, Persistence::Not, state);
        });
    }
    let ask = use_callback(state.setter(), |(), state| {
        let asked = manager().map(|manager| manager.persist());
        tell(asked, Persistence::Refused, state.clone());
    });
    (*state, ask)
}

/// How much room there is, reckoned anew whenever `age` changes.
#[hook]
pub fn use_space(age: u32) -> Option<Space> {
    let space = use_state_eq(|| None);
    {
        let space = space.setter();
        use_effect_with(age, move |_| {
            let Some(Ok(promise)) = manager().map(|manager| manager.estimate()) else {
                return;
            };
            spawn_local(async move {
                if let Ok(estimate) = JsFuture::from(promise).await {
                    space.set(read(&estimate));
                }
            });
        });
    }
    *space
}

fn tell(
    asked: Option<Result<Promise, JsValue>>,
    otherwise: Persistence,
    state: UseStateSetter<Persistence>,
) {
    let Some(Ok(promise)) = asked else {
        return state.set(Persistence::Unsupported);
    };
    spawn_local(async move {
        let answer = JsFuture::from(promise).await;
        state.set(match answer.map(|answer| answer.is_truthy()) {
            Ok(true) => Persistence::Promised,
            Ok(false) => otherwise,
            Err(_) => Persistence::Unsupported,
        });
    });
}

fn read(estimate: &JsValue) -> Option<Space> {
    let number = |name: &str| Reflect::get(estimate, &name.into()).ok()?.as_f64();
    let (used, quota) = (number("usage")?, number("quota")?);
    Some(Space {
        used,
        left: (quota - used).max(0.0),
    })
}

/// There is none on an address that is not secure, and in older browsers.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &"storage".into()).ok()?;
    manager.dyn_into().ok()
}
