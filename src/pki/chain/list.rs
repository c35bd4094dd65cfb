//! A revocation list as a path sees it (RFC 5280, section 5).

mod entry;
mod fault;
mod scope;

use std::collections::HashMap;

use der::{AnyRef, Decode, Tag, Tagged, asn1::UintRef};
use x509_cert::ext::Extension;

use crate::pki::{
    Oid, RevocationList, SignatureAlgorithm,
    decoded::{DirectoryName, GeneralName},
    pkcs7::elements,
    revocation_list::Content,
    signed::Signed,
};
pub(super) use entry::Entry;
pub use entry::Reason;
pub use fault::ListFault;
pub(super) use scope::Scope;

/// A list with everything in it decoded that a path depends on.
pub(super) struct List<'a> {
    pub(super) list: &'a RevocationList,
    pub(super) issuer: DirectoryName,
    pub(super) scope: Scope,
    /// How many octets that takes, and so its names at most.
    pub(super) scope_size: usize,
    /// Of a delta: the number of the list that it adds to.
    pub(super) base: Option<Vec<u8>>,
    pub(super) number: Option<Vec<u8>>,
    pub(super) authority_key: Option<Vec<u8>>,
    /// It is signed by an algorithm that can be forged.
    pub(super) is_weak: bool,
    /// Why it cannot be used, by whatever rules.
    pub(super) fault: Option<ListFault>,
    /// What section 5 forbids, and is no fault where only the path counts.
    pub(super) profile_fault: Option<ListFault>,
    /// By the certificate's issuer (of an indirect list) and serial number.
    entries: HashMap<(usize, Vec<u8>), Entry>,
    issuers: Vec<DirectoryName>,
}

impl<'a> List<'a> {
    pub(super) fn of(list: &'a RevocationList) -> Self {
        let issuer = DirectoryName::of(list.issuer().clone());
        let mut read = Self {
            list,
            issuers: vec![issuer.clone()],
            issuer,
            scope: Scope::default(),
            scope_size: 0,
            base: None,
            number: None,
            authority_key: None,
            is_weak: false,
            fault: None,
            profile_fault: None,
            entries: HashMap::new(),
        };
        if read.fill().is_none() {
            read.fault.get_or_insert(ListFault::Broken);
        }
        read
    }

    fn fill(&mut self) -> Option<()> {
        let signed = Signed::from_der(self.list.der()).ok()?;
        let content = Content::from_der(signed.content()).ok()?;
        // Section 5.1.1.2: both fields MUST say the same.
        if content.algorithm() != *signed.algorithm() {
            return None;
        }
        let algorithm = SignatureAlgorithm::of_identifier(signed.algorithm());
        self.is_weak = algorithm.is_some_and(SignatureAlgorithm::is_weak);
        for extension in content.extensions.iter().flatten() {
            self.take(extension)?;
        }
        let missing = [
            (self.number.is_none(), ListFault::NumberMissing),
            (
                self.list.next_update().is_none(),
                ListFault::NextUpdateMissing,
            ),
        ];
        for (_, fault) in missing.into_iter().filter(|(is_missing, _)| *is_missing) {
            self.profile_fault.get_or_insert(fault);
        }
        let mut issuer = 0;
        for revoked in content.revoked_certificates.iter().flatten() {
            let mut entry = Entry {
                date: revoked.revocation_date.into(),
                reason: Reason::Unspecified,
            };
            for extension in revoked.crl_entry_extensions.iter().flatten() {
                let octets = extension.extn_value.as_bytes();
                match Oid(extension.extn_id) {
                    REASON_CODE => entry.reason = Reason::from_der(octets).ok()?,
                    CERTIFICATE_ISSUER => issuer = self.issuer(octets)?,
                    INVALIDITY_DATE => {}
                    _ if extension.critical => {
                        self.fault.get_or_insert(ListFault::UnknownExtension);
                    }
                    _ => {}
                }
            }
            let serial = shortest(revoked.serial_number.as_bytes()).to_vec();
            // Twice is once too often: one could take back what the other says.
            if self.entries.insert((issuer, serial), entry).is_some() {
                return None;
            }
        }
        Some(())
    }

    fn take(&mut self, extension: &Extension) -> Option<()> {
        let octets = extension.extn_value.as_bytes();
        match Oid(extension.extn_id) {
            CRL_NUMBER => {
                self.number = Some(number(octets)?);
                if extension.critical {
                    self.profile_fault.get_or_insert(ListFault::NumberCritical);
                }
            }
            DELTA_INDICATOR => {
                self.base = Some(number(octets)?);
                self.want_critical(extension);
            }
            ISSUING_DISTRIBUTION_POINT => {
                self.scope_size = octets.len();
                self.scope = Scope::read(octets)?;
                self.want_critical(extension);
                if !self.scope.is_well_formed() {
                    self.profile_fault.get_or_insert(ListFault::Scope);
                }
            }
            AUTHORITY_KEY_IDENTIFIER => {
                let parts = elements(AnyRef::from_der(octets).ok()?.value(), 3).ok()?;
                let key = parts.iter().find(|part| part.tag() == KEY_IDENTIFIER);
                self.authority_key = key.map(|key| key.value().to_vec());
            }
            _ if extension.critical => {
                self.fault.get_or_insert(ListFault::UnknownExtension);
            }
            _ => {}
        }
        Some(())
    }

    /// Who does not know it must not take the list for a complete one.
    fn want_critical(&mut self, extension: &Extension) {
        if !extension.critical {
            self.profile_fault.get_or_insert(ListFault::NotCritical);
        }
    }

    /// Section 5.3.3: it holds until another is named. Only an indirect list has others.
    fn issuer(&mut self, octets: &[u8]) -> Option<usize> {
        let names = GeneralName::read_all(octets)?;
        let name = names.into_iter().find_map(|name| match name {
            GeneralName::Directory(name) => Some(name),
            _ => None,
        })?;
        let known = self.issuers.iter().position(|issuer| *issuer == name);
        if known.is_none() && (!self.scope.is_indirect || self.issuers.len() >= MOST_ISSUERS) {
            return None;
        }
        Some(known.unwrap_or_else(|| {
            self.issuers.push(name);
            self.issuers.len() - 1
        }))
    }

    pub(super) fn entry(&self, issuer: &DirectoryName, serial: &[u8]) -> Option<Entry> {
        let place = self.issuers.iter().position(|it| it == issuer)?;
        let key = (place, shortest(serial).to_vec());
        self.entries.get(&key).copied()
    }

    pub(super) fn is_delta(&self) -> bool {
        self.base.is_some()
    }

    /// Section 6.3.3 (c): whether this delta adds to `complete`.
    pub(super) fn adds_to(&self, complete: &Self) -> bool {
        let (Some(base), Some(own), Some(number)) = (&self.base, &self.number, &complete.number)
        else {
            return false;
        };
        !complete.is_delta()
            && self.issuer == complete.issuer
            && self.authority_key == complete.authority_key
            && self.scope == complete.scope
            && is_at_most(base, number)
            && is_at_most(number, own)
    }
}

fn number(octets: &[u8]) -> Option<Vec<u8>> {
    let number = UintRef::from_der(octets).ok()?;
    let octets = number.as_bytes();
    let zeros = octets.iter().take_while(|octet| **octet == 0).count();
    octets.get(zeros..).map(<[u8]>::to_vec)
}

/// A serial number without octets that say nothing. Some are below zero, and another than those above.
fn shortest(mut serial: &[u8]) -> &[u8] {
    while let [0x00, rest @ ..] | [0xff, rest @ ..] = serial {
        let sign = serial.first().map(|octet| octet >> 7);
        if rest.first().map(|octet| octet >> 7) != sign {
            break;
        }
        serial = rest;
    }
    serial
}

fn is_at_most(one: &[u8], other: &[u8]) -> bool {
    (one.len(), one) <= (other.len(), other)
}

/// Of the certificates in one indirect list.
const MOST_ISSUERS: usize = 1_000;
const KEY_IDENTIFIER: Tag = Tag::ContextSpecific {
    constructed: false,
    number: der::TagNumber(0),
};
const CRL_NUMBER: Oid = Oid::of("2.5.29.20");
const REASON_CODE: Oid = Oid::of("2.5.29.21");
const INVALIDITY_DATE: Oid = Oid::of("2.5.29.24");
const DELTA_INDICATOR: Oid = Oid::of("2.5.29.27");
const ISSUING_DISTRIBUTION_POINT: Oid = Oid::of("2.5.29.28");
const CERTIFICATE_ISSUER: Oid = Oid::of("2.5.29.29");
const AUTHORITY_KEY_IDENTIFIER: Oid = Oid::of("2.5.29.35");
