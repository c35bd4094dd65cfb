//! The authority's revocation lists.

use der::{Decode, asn1::UintRef};
use x509_cert::{certificate::Rfc5280, crl::CertificateList};

use super::{files::Folder, index::Index, numbers};
use crate::{
    Error,
    authority::Lists,
    pki::{Oid, PublicKey, RevocationList, Serial},
};

/// The last full list that the key signed, and the number after all that are known.
pub(super) fn read(
    folder: &Folder,
    lists: Vec<RevocationList>,
    key: Option<&PublicKey>,
    index: &Index,
    days: Option<u32>,
) -> Result<(Lists, Option<Error>), Error> {
    let own = lists
        .into_iter()
        .filter(|list| key.is_some_and(|key| list.is_by(key)));
    let mut next = Serial::from_hex("01")?;
    let mut full: Option<RevocationList> = None;
    for list in own {
        let (number, is_delta) = facts(&list);
        if let Some(after) = number.and_then(|it| numbers::after(&it).ok()) {
            next = numbers::larger(next, after);
        }
        let is_newer = full
            .as_ref()
            .is_none_or(|it| it.this_update() < list.this_update());
        if !is_delta && is_newer {
            full = Some(list);
        }
    }
    let written = numbers::read(folder, &["crlnumber", "crlnumber.txt", "crl_number"]);
    let (written, fault) = match written {
        Some(Ok(written)) => (Some(written), None),
        Some(Err(fault)) => (None, Some(fault)),
        None => (None, None),
    };
    if let Some(written) = written {
        next = numbers::larger(next, written);
    }
    let revoked = index.lines.iter().filter(|it| it.state.revoked().is_some());
    let (revoked, listed) = (
        revoked.count(),
        full.as_ref().map_or(0, RevocationList::revoked),
    );
    let lists = Lists {
        next_number: next,
        days: days.unwrap_or(DAYS),
        full,
        full_number: None,
        delta: None,
        is_due: revoked != listed,
    };
    Ok((lists, fault))
}

/// Its number, and whether it only says what has changed (RFC 5280, sections 5.2.3 and 5.2.4).
fn facts(list: &RevocationList) -> (Option<Serial>, bool) {
    let Ok(list) = CertificateList::<Rfc5280>::from_der(list.der()) else {
        return (None, false);
    };
    let extensions = list.tbs_cert_list.crl_extensions.unwrap_or_default();
    let value = |oid: Oid| {
        let found = extensions.iter().find(|it| it.extn_id == oid.0);
        found.map(|it| it.extn_value.as_bytes())
    };
    let number = value(NUMBER).and_then(|der| UintRef::from_der(der).ok());
    let hex = number.map(|it| {
        it.as_bytes()
            .iter()
            .map(|octet| format!("{octet:02X}"))
            .collect::<String>()
    });
    let number = hex.and_then(|hex| Serial::from_hex(&hex).ok());
    (number, value(DELTA).is_some())
}

/// How many days there are between two lists where nothing is said; OpenSSL's own configuration has the same.
const DAYS: u32 = 30;
const NUMBER: Oid = Oid::of("2.5.29.20");
const DELTA: Oid = Oid::of("2.5.29.27");
