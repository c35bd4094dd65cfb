//! The rows of the two object stores.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest};

use super::{REVISION, request::failed};
use crate::vault::{StorageFault, StoredRecord};

/// The row of `vault`.
pub(super) struct Vault {
    pub(super) revision: u64,
    /// `null` or octets.
    header: JsValue,
}

impl Vault {
    pub(super) fn empty(revision: u64) -> Self {
        Self {
            revision,
            header: JsValue::NULL,
        }
    }

    /// `undefined` is what IndexedDB has where there is no row.
    pub(super) fn read(row: &JsValue) -> Result<Self, StorageFault> {
        if row.is_undefined() {
            return Ok(Self::empty(0));
        }
        Ok(Self {
            revision: number(row, REVISION)?,
            header: field(row, HEADER)?,
        })
    }

    pub(super) fn header(&self) -> Option<Vec<u8>> {
        octets(&self.header)
    }

    pub(super) fn set_header(&mut self, header: &[u8]) {
        self.header = Uint8Array::from(header).into();
    }

    pub(super) fn to_js(&self) -> Result<JsValue, JsValue> {
        object(&[
            (REVISION, (self.revision as f64).into()),
            (HEADER, self.header.clone()),
        ])
    }
}

/// A row of `records`.
pub(super) struct Record<'a> {
    pub(super) id: u32,
    pub(super) revision: u64,
    pub(super) octets: Option<&'a [u8]>,
}

impl Record<'_> {
    pub(super) fn to_js(&self) -> Result<JsValue, JsValue> {
        let octets = self.octets.map(|it| Uint8Array::from(it).into());
        object(&[
            (ID, self.id.into()),
            (REVISION, (self.revision as f64).into()),
            (OCTETS, octets.unwrap_or(JsValue::NULL)),
        ])
    }
}

/// Asks for the rows of `records` that were written after this revision.
pub(super) fn since(records: &IdbObjectStore, revision: u64) -> Result<IdbRequest, JsValue> {
    if revision == 0 {
        return records.get_all();
    }
    let newer = IdbKeyRange::lower_bound_with_open(&(revision as f64).into(), true)?;
    records.index(REVISION)?.get_all_with_key(&newer)
}

/// Numbers and octets of such rows.
pub(super) fn read_all(rows: JsValue) -> Result<Vec<StoredRecord>, StorageFault> {
    let rows: Array = rows.dyn_into().map_err(|_| failed("no rows"))?;
    let rows = rows.iter().map(|row| {
        let id = number(&row, ID)?;
        let id = u32::try_from(id).map_err(|_| failed(ID))?;
        Ok((id, octets(&field(&row, OCTETS)?)))
    });
    rows.collect()
}

fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}

fn field(row: &JsValue, name: &str) -> Result<JsValue, StorageFault> {
    Reflect::get(row, &name.into()).map_err(|_| failed(name))
}

fn number(row: &JsValue, name: &str) -> Result<u64, StorageFault> {
    let number = field(row, name)?.as_f64();
    let number = number.filter(|it| *it >= 0.0 && *it <= MOST);
    number.map(|it| it as u64).ok_or_else(|| failed(name))
}

fn octets(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

const ID: &str = "id";
const OCTETS: &str = "octets";
const HEADER: &str = "header";
/// 2⁵³: all whole numbers up to here are a JavaScript number.
const MOST: f64 = 9_007_199_254_740_992.0;
