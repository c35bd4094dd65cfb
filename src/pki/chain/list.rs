//! A revocation list as a path sees it (RFC 5280, section 5).

use std::collections::HashMap;

use der::{AnyRef, Decode, Enumerated, Tag, Tagged, asn1::UintRef};
use serde::{Deserialize, Serialize};
use x509_cert::ext::Extension;

use super::general_name::GeneralName;
use crate::pki::{
    DistinguishedName, Oid, PublicKey, RevocationList, Time, pkcs7::elements,
    revocation_list::Content, signed::Signed,
};

/// A list with everything in it decoded that a path depends on.
pub(super) struct List<'a> {
    pub(super) list: &'a RevocationList,
    pub(super) scope: Scope,
    /// Of a delta: the number of the list that it adds to.
    pub(super) base: Option<Vec<u8>>,
    pub(super) number: Option<Vec<u8>>,
    pub(super) authority_key: Option<Vec<u8>>,
    /// Why it cannot be used, by whatever rules.
    pub(super) fault: Option<ListFault>,
    /// What is wrong with its number, which is no fault where only the path counts.
    pub(super) number_fault: Option<ListFault>,
    /// By the certificate's issuer (of an indirect list) and serial number.
    entries: HashMap<(usize, Vec<u8>), Entry>,
    issuers: Vec<DistinguishedName>,
}

/// What a list is about (section 5.2.5).
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    /// `None` for all points of its issuer.
    pub(super) names: Option<Vec<GeneralName>>,
    pub(super) only_users: bool,
    pub(super) only_authorities: bool,
    pub(super) only_attributes: bool,
    /// The reasons that it knows; all, if it does not say.
    pub(super) reasons: Option<u16>,
    pub(super) is_indirect: bool,
}

/// A certificate that is revoked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) date: Time,
    pub(super) reason: Reason,
}

/// Why a certificate was revoked (section 5.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Enumerated)]
#[asn1(type = "ENUMERATED")]
#[repr(u8)]
pub enum Reason {
    /// It is not said.
    Unspecified = 0,
    /// Somebody else has the key.
    KeyCompromise = 1,
    /// Somebody else has the authority's key.
    CaCompromise = 2,
    /// The subject's name or other facts have changed.
    AffiliationChanged = 3,
    /// There is another in its place.
    Superseded = 4,
    /// It is not needed any more.
    CessationOfOperation = 5,
    /// It may come back.
    CertificateHold = 6,
    /// In a delta: it has come back.
    RemoveFromCrl = 8,
    /// What it says may be done may not be done any more.
    PrivilegeWithdrawn = 9,
    /// Somebody else has the attribute authority's key.
    AaCompromise = 10,
}

/// Why a list cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ListFault {
    /// It cannot be decoded.
    Broken,
    /// A critical extension, of the list or of an entry, that is not known here.
    UnknownExtension,
    /// Section 5.2.3: it has no number.
    NumberMissing,
    /// Section 5.2.3: its number is critical.
    NumberCritical,
    /// It is not its issuer's.
    Signature,
    /// Section 6.3.3 (f): its issuer may not sign lists.
    NoCrlSign,
    /// It was made later than the time in question.
    NotYetValid,
    /// There should be a newer one.
    Expired,
}

impl ListFault {
    /// What OpenSSL calls it.
    pub(super) fn openssl_name(self) -> &'static str {
        match self {
            Self::Broken | Self::NumberMissing | Self::NumberCritical => "X509_V_ERR_UNSPECIFIED",
            Self::UnknownExtension => "X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION",
            Self::Signature => "X509_V_ERR_CRL_SIGNATURE_FAILURE",
            Self::NoCrlSign => "X509_V_ERR_KEYUSAGE_NO_CRL_SIGN",
            Self::NotYetValid => "X509_V_ERR_CRL_NOT_YET_VALID",
            Self::Expired => "X509_V_ERR_CRL_HAS_EXPIRED",
        }
    }
}

impl<'a> List<'a> {
    pub(super) fn of(list: &'a RevocationList) -> Self {
        let mut read = Self {
            list,
            scope: Scope::default(),
            base: None,
            number: None,
            authority_key: None,
            fault: None,
            number_fault: None,
            entries: HashMap::new(),
            issuers: vec![list.issuer().clone()],
        };
        if read.fill().is_none() {
            read.fault.get_or_insert(ListFault::Broken);
        }
        read
    }

    fn fill(&mut self) -> Option<()> {
        let signed = Signed::from_der(self.list.der()).ok()?;
        let content = Content::from_der(signed.content()).ok()?;
        for extension in content.extensions.iter().flatten() {
            self.take(extension)?;
        }
        if self.number.is_none() {
            self.number_fault = Some(ListFault::NumberMissing);
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
            let serial = stripped(revoked.serial_number.as_bytes()).to_vec();
            self.entries.insert((issuer, serial), entry);
        }
        Some(())
    }

    fn take(&mut self, extension: &Extension) -> Option<()> {
        let octets = extension.extn_value.as_bytes();
        match Oid(extension.extn_id) {
            CRL_NUMBER => {
                self.number = Some(number(octets)?);
                if extension.critical {
                    self.number_fault = Some(ListFault::NumberCritical);
                }
            }
            DELTA_INDICATOR => self.base = Some(number(octets)?),
            ISSUING_DISTRIBUTION_POINT => self.scope = scope(octets)?,
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

    /// Section 5.3.3: it holds until another is named.
    fn issuer(&mut self, octets: &[u8]) -> Option<usize> {
        let names = GeneralName::read_all(octets)?;
        let name = names.into_iter().find_map(|name| match name {
            GeneralName::Directory(name) => Some(name),
            _ => None,
        })?;
        let known = self.issuers.iter().position(|issuer| issuer.is_same(&name));
        Some(known.unwrap_or_else(|| {
            self.issuers.push(name);
            self.issuers.len() - 1
        }))
    }

    pub(super) fn entry(&self, issuer: &DistinguishedName, serial: &[u8]) -> Option<Entry> {
        let place = self.issuers.iter().position(|it| it.is_same(issuer))?;
        let key = (place, stripped(serial).to_vec());
        self.entries.get(&key).copied()
    }

    pub(super) fn is_by(&self, key: &PublicKey, allows_weak_algorithms: bool) -> bool {
        Signed::from_der(self.list.der()).is_ok_and(|signed| match allows_weak_algorithms {
            true => signed.is_by_whatever(key),
            false => signed.is_by(key),
        })
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
            && self.list.issuer().is_same(complete.list.issuer())
            && self.authority_key == complete.authority_key
            && self.scope.names == complete.scope.names
            && self.scope.reasons == complete.scope.reasons
            && is_at_most(base, number)
            && is_at_most(number, own)
    }
}

/// `IssuingDistributionPoint`.
fn scope(octets: &[u8]) -> Option<Scope> {
    let mut scope = Scope::default();
    for part in elements(AnyRef::from_der(octets).ok()?.value(), 6).ok()? {
        let Tag::ContextSpecific { number, .. } = part.tag() else {
            return None;
        };
        let is_true = part.value() == [0xff];
        match number.value() {
            0 => scope.names = Some(point_names(part)?),
            1 => scope.only_users = is_true,
            2 => scope.only_authorities = is_true,
            3 => scope.reasons = Some(reasons(part)?),
            4 => scope.is_indirect = is_true,
            5 => scope.only_attributes = is_true,
            _ => return None,
        }
    }
    Some(scope)
}

/// `DistributionPointName` within `[0]`; a name relative to the issuer is none of those that are compared.
pub(super) fn point_names(point: AnyRef<'_>) -> Option<Vec<GeneralName>> {
    let parts = elements(point.value(), 1).ok()?;
    let name = parts.first()?;
    let Tag::ContextSpecific { number, .. } = name.tag() else {
        return None;
    };
    match number.value() {
        0 => {
            let names = elements(name.value(), MOST_NAMES).ok()?;
            names.into_iter().map(GeneralName::read).collect()
        }
        1 => Some(Vec::new()),
        _ => None,
    }
}

/// `ReasonFlags`: bit 0, which is not used, is the lowest.
pub(super) fn reasons(flags: AnyRef<'_>) -> Option<u16> {
    let (_, octets) = flags.value().split_first()?;
    let first = octets.first().copied().unwrap_or_default();
    let second = octets.get(1).copied().unwrap_or_default();
    Some(u16::from_be_bytes([first, second]).reverse_bits())
}

fn number(octets: &[u8]) -> Option<Vec<u8>> {
    let number = UintRef::from_der(octets).ok()?;
    Some(stripped(number.as_bytes()).to_vec())
}

fn stripped(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|octet| **octet == 0).count();
    &number[zeros..]
}

fn is_at_most(one: &[u8], other: &[u8]) -> bool {
    (one.len(), one) <= (other.len(), other)
}

/// Of one distribution point.
const MOST_NAMES: usize = 1_000;
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
