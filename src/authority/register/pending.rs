#![allow(missing_docs, unused)]
use super::*;
use crate::pki::*;
impl Register {
    pub fn calendar(
        &self,
        authority: Option<u32>,
        entry: &[u32],
        days_before: u32,
        language: crate::authority::Language,
        now: Time,
    ) -> String {
        String::new()
    }
    pub fn history_csv(&self, authority: Option<u32>) -> String {
        String::new()
    }
    pub fn table_csv(&self, query: &Query, now: Time) -> String {
        String::new()
    }
}
