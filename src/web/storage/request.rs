//! IndexedDB's events as futures, and its exceptions as faults.
//!
//! A handler that is a promise's own function needs no memory of ours, and a future that is dropped leaves nothing
//! behind that would be called.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbRequestReadyState, IdbTransaction,
};

use super::{RECORDS, VAULT};
use crate::vault::StorageFault;

/// A transaction that has not ended.
pub(super) struct Running {
    transaction: IdbTransaction,
    ended: JsFuture,
}

impl Running {
    /// Begins one on both stores.
    ///
    /// Browsers that know no `durability` do not look at it. Without it Chromium answers before the octets are on the
    /// disk, and `web-sys` has it among what is not stable.
    pub(super) fn begin(database: &IdbDatabase, mode: &str) -> Result<Self, StorageFault> {
        let begun = || -> Result<IdbTransaction, JsValue> {
            let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
            let options = Object::new();
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            let stores = Array::of2(&VAULT.into(), &RECORDS.into());
            begin
                .call3(database, &stores, &mode.into(), &options)?
                .dyn_into()
        };
        let transaction = begun().map_err(fault)?;
        let ended = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        Ok(Self {
            transaction,
            ended: ended.into(),
        })
    }

    pub(super) fn vault(&self) -> Result<IdbObjectStore, StorageFault> {
        self.transaction.object_store(VAULT).map_err(fault)
    }

    pub(super) fn records(&self) -> Result<IdbObjectStore, StorageFault> {
        self.transaction.object_store(RECORDS).map_err(fault)
    }

    /// Does something, and takes all of it back if a part fails: what was asked before would be written.
    pub(super) fn attempt(
        &self,
        verb: impl FnOnce() -> Result<(), StorageFault>,
    ) -> Result<(), StorageFault> {
        verb().inspect_err(|_| drop(self.transaction.abort()))
    }

    /// Waits until everything is stored.
    pub(super) async fn end(self) -> Result<(), StorageFault> {
        let ended = self.ended.await;
        ended.map(drop).map_err(|_| match self.transaction.error() {
            Some(error) => fault(error.into()),
            None => failed("AbortError"),
        })
    }
}

/// What a request comes to.
pub(super) fn answer(
    request: Result<IdbRequest, JsValue>,
) -> impl Future<Output = Result<JsValue, StorageFault>> {
    let asked = request.map(|request| (answered(&request), request));
    async move {
        let (answered, request) = asked.map_err(fault)?;
        match answered.await {
            Ok(_) => request.result().map_err(fault),
            Err(_) => Err(error(&request).map_or_else(|| failed("UnknownError"), fault)),
        }
    }
}

/// The same, for the request to open the database.
pub(super) async fn opened(request: &IdbOpenDbRequest) -> Result<JsValue, StorageFault> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&reject));
    });
    if JsFuture::from(promise).await.is_ok() {
        return request.result().map_err(unavailable);
    }
    if request.ready_state() == IdbRequestReadyState::Pending {
        // It is blocked, and nobody waits for it any more: what comes all the same would block others.
        let late = request.clone();
        let close = Closure::once_into_js(move || {
            if let Ok(Ok(late)) = late.result().map(JsCast::dyn_into::<IdbDatabase>) {
                late.close();
            }
        });
        request.set_onsuccess(Some(close.unchecked_ref()));
        return Err(StorageFault::Unavailable {
            reason: "blocked".into(),
        });
    }
    Err(error(request).map_or_else(|| failed("UnknownError"), unavailable))
}

/// What an exception means.
pub(super) fn fault(error: JsValue) -> StorageFault {
    let (name, reason) = words(&error);
    match name.as_str() {
        "QuotaExceededError" => StorageFault::Full,
        // The connection was closed, or may not be.
        "InvalidStateError" | "SecurityError" => StorageFault::Unavailable { reason },
        _ => StorageFault::Failed { reason },
    }
}

/// What an exception means while the database is opened.
pub(super) fn unavailable(error: JsValue) -> StorageFault {
    match fault(error) {
        StorageFault::Failed { reason } => StorageFault::Unavailable { reason },
        other => other,
    }
}

/// For what should not be.
pub(super) fn failed(reason: &str) -> StorageFault {
    StorageFault::Failed {
        reason: reason.into(),
    }
}

fn answered(request: &IdbRequest) -> JsFuture {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    promise.into()
}

fn error(request: &IdbRequest) -> Option<JsValue> {
    request.error().ok().flatten().map(JsValue::from)
}

/// An exception's name, and that with its message.
fn words(error: &JsValue) -> (String, String) {
    let word = |of: &str| {
        let word = Reflect::get(error, &of.into()).ok();
        word.and_then(|it| it.as_string()).unwrap_or_default()
    };
    let (name, message) = (word("name"), word("message"));
    let reason = format!("{name}: {message}");
    (name, reason)
}
