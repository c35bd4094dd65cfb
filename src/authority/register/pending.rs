#![allow(missing_docs, unused)]
use super::*;
use crate::pki::*;
use rand_core::CryptoRng;
use zeroize::Zeroizing;
pub struct FromRequest {
    pub issuance: Issuance,
    pub asked: Vec<(Extension, bool)>,
    pub added: Vec<Extension>,
    pub left_out: Vec<LeftOut>,
}
pub struct Merged;
impl Register {
    pub fn from_request(
        &self,
        issuer: u32,
        request: &Request,
        template: &Template,
        now: Time,
    ) -> Result<FromRequest, Error> {
        Err(Error::NotOnDesk)
    }
    pub fn import(
        &self,
        certificates: &[Certificate],
        keys: &[PrivateKey],
        now: Time,
    ) -> Result<(Change, Imported), Error> {
        Err(Error::NotOnDesk)
    }
    pub fn import_directory(
        &self,
        files: &[(String, Zeroizing<Vec<u8>>)],
        password: Option<&Password>,
        now: Time,
    ) -> Result<(Change, Imported), Error> {
        Err(Error::NotOnDesk)
    }
    pub fn directory(
        &self,
        authority: u32,
        password: Option<&Password>,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        Err(Error::NotOnDesk)
    }
    pub fn merge(&self, other: Register, now: Time) -> (Change, Merged) {
        (Change::default(), Merged)
    }
    pub fn after_restore(self) -> Register {
        self
    }
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
