//! Trusted Types: the page's policy lets only this one policy name a script's address.

use js_sys::{Function, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

/// The only policy name that the page's content-security policy allows.
const POLICY: &str = "certwright";

thread_local! {
    static SCRIPT_URL: OnceCell<Option<(JsValue, Function)>> = const { OnceCell::new() };
}

/// Marks `url` as the address of a script of ours; a plain string where the browser has no Trusted
/// Types.
///
/// Only workers are started from it: from a `blob:` URL made here, or from this page's own origin.
/// Everything else is refused, so that a bug elsewhere cannot turn text into a program.
pub fn script_url(url: &str) -> Result<JsValue, JsValue> {
    if !is_ours(url) {
        return Err(JsValue::from_str("not a script of this page"));
    }
    let policy = SCRIPT_URL.with(|cell| cell.get_or_init(|| policy().ok().flatten()).clone());
    match policy {
        Some((policy, create)) => create.call1(&policy, &JsValue::from_str(url)),
        None => Ok(JsValue::from_str(url)),
    }
}

fn is_ours(url: &str) -> bool {
    let global = js_sys::global();
    let origin = Reflect::get(&global, &"origin".into())
        .ok()
        .and_then(|origin| origin.as_string())
        .unwrap_or_default();
    let local = url.strip_prefix("blob:").unwrap_or(url);
    local
        .strip_prefix(&origin)
        .is_some_and(|rest| rest.starts_with('/'))
}

fn policy() -> Result<Option<(JsValue, Function)>, JsValue> {
    let factory = Reflect::get(&js_sys::global(), &"trustedTypes".into())?;
    if factory.is_undefined() {
        return Ok(None);
    }
    let rules = Object::new();
    let pass = Closure::<dyn Fn(JsValue) -> JsValue>::new(|url| url).into_js_value();
    Reflect::set(&rules, &"createScriptURL".into(), &pass)?;
    let create_policy: Function = Reflect::get(&factory, &"createPolicy".into())?.dyn_into()?;
    let policy = create_policy.call2(&factory, &POLICY.into(), &rules)?;
    let create = Reflect::get(&policy, &"createScriptURL".into())?.dyn_into()?;
    Ok(Some((policy, create)))
}
