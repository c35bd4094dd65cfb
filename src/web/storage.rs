//! Where the vault is in the browser: an IndexedDB database.
//!
//! It has two object stores. `vault` has one row: the revision and the header. `records` has a row for each record: its
//! number, the revision that wrote it, and its octets, or `null` for one that was removed. All of a [`Transaction`] is
//! one transaction there, and is answered once its `complete` event comes; with strict durability that is after the
//! octets are on the disk. A tab that is closed or crashes before that has written nothing.
//!
//! Several tabs may have the database open. The browser lets them write one after the other, and whoever does not know
//! the last revision writes nothing.

mod request;
mod row;

use core::cell::RefCell;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{
    BroadcastChannel, IdbDatabase, IdbFactory, IdbObjectStoreParameters, IdbOpenDbRequest,
};

use crate::vault::{Contents, StorageFault, Transaction, Written};
use request::{Running, answer, fault, unavailable};
use row::{Record, Vault};

/// The open database. Dropping it closes it.
pub struct Store {
    database: IdbDatabase,
    /// To and from other tabs; old browsers have none.
    channel: Option<BroadcastChannel>,
    on_message: RefCell<Option<Closure<dyn FnMut()>>>,
    _on_version_change: Closure<dyn FnMut()>,
}

impl Store {
    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    /// [`StorageFault::Unavailable`] where the browser has no IndexedDB or refuses it, as some do in private windows;
    /// where a newer program has been here; or where an older one is, in another tab, and does not make room.
    pub async fn open() -> Result<Self, StorageFault> {
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into());
        let factory = factory.and_then(JsCast::dyn_into::<IdbFactory>);
        let factory = factory.map_err(|_| StorageFault::Unavailable {
            reason: "IndexedDB".into(),
        })?;
        let request = factory.open_with_u32(NAME, VERSION).map_err(unavailable)?;
        let database = opened(&request).await?;
        // Another program wants to change the database, or the user to remove it: who is in the way must go.
        let closed = database.clone();
        let on_version_change = Closure::<dyn FnMut()>::new(move || closed.close());
        let handler = on_version_change.as_ref().unchecked_ref();
        database.set_onversionchange(Some(handler));
        let has_channel = Reflect::has(&js_sys::global(), &"BroadcastChannel".into());
        let channel = has_channel
            .unwrap_or(false)
            .then(|| BroadcastChannel::new(CHANNEL));
        Ok(Self {
            database,
            channel: channel.and_then(Result::ok),
            on_message: RefCell::default(),
            _on_version_change: on_version_change,
        })
    }

    /// What was written after this revision; everything after 0. Whoever finds another header than it knows must read
    /// everything: the vault was erased, and perhaps there is another now.
    ///
    /// # Errors
    /// [`StorageFault::Unavailable`] when the database was closed meanwhile; others as the browser has them.
    pub async fn read(&self, since: u64) -> Result<Contents, StorageFault> {
        let running = Running::begin(&self.database, "readonly")?;
        // Both are asked for at once: the transaction ends when nothing is under way.
        let vault = answer(running.vault()?.get(&ROW.into()));
        let records = answer(row::since(&running.records()?, since));
        let vault = Vault::read(&vault.await?)?;
        let mut records = row::read_all(records.await?)?;
        records.sort_by_key(|(id, _)| *id);
        Ok(Contents {
            revision: vault.revision,
            header: vault.header(),
            records,
        })
    }

    /// Writes all of it or nothing, and not when another revision is there than the writer knows. Other tabs are told.
    ///
    /// # Errors
    /// [`StorageFault`]: nothing was written.
    pub async fn write(&self, transaction: &Transaction) -> Result<Written, StorageFault> {
        let running = Running::begin(&self.database, "readwrite")?;
        let mut vault = Vault::read(&answer(running.vault()?.get(&ROW.into())).await?)?;
        if vault.revision != transaction.expects {
            return Ok(Written::Conflict);
        }
        vault.revision += 1;
        if let Some(header) = &transaction.header {
            vault.set_header(header);
        }
        running.attempt(|| put(&running, &vault, transaction))?;
        running.end().await?;
        self.tell();
        Ok(Written::Done)
    }

    /// Removes the header and all records. The revision goes on, so that no tab takes what comes then for what it
    /// knows. Other tabs are told.
    ///
    /// # Errors
    /// [`StorageFault`]: nothing was removed.
    pub async fn erase(&self) -> Result<(), StorageFault> {
        let running = Running::begin(&self.database, "readwrite")?;
        let vault = Vault::read(&answer(running.vault()?.get(&ROW.into())).await?)?;
        let vault = Vault::empty(vault.revision + 1);
        running.attempt(|| {
            running.records()?.clear().map_err(fault)?;
            put_vault(&running, &vault)
        })?;
        running.end().await?;
        self.tell();
        Ok(())
    }

    /// Calls back whenever another tab, or another [`Store`] here, has written.
    pub fn on_change(&self, callback: impl FnMut() + 'static) {
        let Some(channel) = &self.channel else { return };
        let closure = Closure::new(callback);
        channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        self.on_message.replace(Some(closure));
    }

    fn tell(&self) {
        // Who does not hear it finds out at the next conflict.
        let told = self
            .channel
            .as_ref()
            .map(|it| it.post_message(&JsValue::NULL));
        told.unwrap_or(Ok(())).ok();
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.close();
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}

async fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, StorageFault> {
    let upgraded = request.clone();
    let on_upgrade = Closure::<dyn FnMut() -> Result<(), JsValue>>::new(move || {
        create(&upgraded.result()?.dyn_into()?)
    });
    request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
    let answered = request::opened(request).await;
    request.set_onupgradeneeded(None);
    answered?.dyn_into().map_err(unavailable)
}

/// An error here takes everything back.
fn create(database: &IdbDatabase) -> Result<(), JsValue> {
    database.create_object_store(VAULT)?;
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_key_path(&"id".into());
    let records = database.create_object_store_with_optional_parameters(RECORDS, &parameters)?;
    records.create_index_with_str(REVISION, REVISION)?;
    Ok(())
}

fn put(running: &Running, vault: &Vault, transaction: &Transaction) -> Result<(), StorageFault> {
    put_vault(running, vault)?;
    let records = running.records()?;
    for (id, octets) in &transaction.records {
        let record = Record {
            id: *id,
            revision: vault.revision,
            octets: octets.as_deref(),
        };
        records
            .put(&record.to_js().map_err(fault)?)
            .map_err(fault)?;
    }
    Ok(())
}

fn put_vault(running: &Running, vault: &Vault) -> Result<(), StorageFault> {
    let row = vault.to_js().map_err(fault)?;
    let put = running.vault()?.put_with_key(&row, &ROW.into());
    put.map(drop).map_err(fault)
}

const NAME: &str = "certwright";
const VERSION: u32 = 1;
const VAULT: &str = "vault";
const RECORDS: &str = "records";
const REVISION: &str = "revision";
/// The key of the only row of `vault`.
const ROW: &str = "vault";
const CHANNEL: &str = "certwright-vault";
