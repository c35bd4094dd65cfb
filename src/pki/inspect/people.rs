//! Extensions for people.
use crate::pki::*;
use serde::{Deserialize, Serialize};
/// An extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ExtensionView {
    pub oid: Oid,
    pub name: Option<String>,
    pub is_critical: bool,
    pub is_decoded: bool,
    pub lines: Vec<String>,
}
macro_rules! s { ($($t:ty),*) => { $(#[allow(missing_docs)] impl $t { pub fn extension_views(&self) -> Vec<ExtensionView> { Vec::new() } })* } }
s!(Certificate, Request, RevocationList);
