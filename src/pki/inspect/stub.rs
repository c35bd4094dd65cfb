#![allow(missing_docs)]
use crate::pki::*;
use serde::{Deserialize, Serialize};
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionView {
    pub oid: Oid,
    pub name: Option<String>,
    pub is_critical: bool,
    pub is_decoded: bool,
    pub lines: Vec<String>,
}
macro_rules! s { ($($t:ty),*) => { $(impl $t { pub fn text(&self) -> String { String::new() } pub fn extension_views(&self) -> Vec<ExtensionView> { Vec::new() } })* } }
s!(Certificate, Request, RevocationList);
