//! A record as it is stored.
//!
//! | octets | what |
//! | --- | --- |
//! | 0 | the version of the record's form: 1 |
//! | 1 | its kind: 1 an authority, 2 a certificate that was issued, 3 a template, 4 a line of the history |
//! | 2 to 13 | a nonce |
//! | 14 to the last 16 | [postcard](https://postcard.jamesmunns.com) of [`Record`], encrypted with AES-256-GCM |
//! | the last 16 | the tag |
//!
//! Associated with it are the ASCII characters `certwright record`, the record's number (four octets, the highest
//! first), and octets 0 and 1: no record can be passed off as another.
//!
//! Whoever changes the form of a record in a way that old octets no longer fit counts the version on, and keeps the
//! old types to read them. Variants may be added at the end of an enumeration; nothing else can be changed unseen.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::cipher::{self, KEY, NONCE, ROOM};
use crate::{Error, authority::Record, error::VaultFault};

pub(super) fn seal(
    key: &[u8; KEY],
    id: u32,
    record: &Record,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Error> {
    let refuse = || Error::encoding("a record");
    // Room for all at once, wiped if anything fails: nothing of the text is left where it is in clear.
    let length = postcard::experimental::serialized_size(record).map_err(|_| refuse())?;
    let head = [VERSION, kind(record)];
    let mut octets = Zeroizing::new(vec![0; HEAD + ROOM + length]);
    let (start, rest) = octets.split_first_chunk_mut().ok_or_else(refuse)?;
    *start = head;
    let text = rest.get_mut(NONCE..NONCE + length).ok_or_else(refuse)?;
    postcard::to_slice(record, text).map_err(|_| refuse())?;
    cipher::encrypt(key, &bound(id, head), rest, rng).ok_or_else(refuse)?;
    Ok(core::mem::take(&mut *octets))
}

pub(super) fn unseal(key: &[u8; KEY], id: u32, sealed: &[u8]) -> Result<Record, Error> {
    let (head, rest) = sealed.split_first_chunk().ok_or(VaultFault::Broken)?;
    let [version, claimed] = *head;
    if version > VERSION {
        let version = version.into();
        return Err(VaultFault::Newer { version }.into());
    }
    let text = cipher::decrypt(key, &bound(id, *head), rest).ok_or(VaultFault::Broken)?;
    let read = postcard::take_from_bytes::<Record>(&text).ok();
    let record = read.and_then(|(record, rest)| rest.is_empty().then_some(record));
    let record = record.filter(|it| version == VERSION && kind(it) == claimed);
    record.ok_or_else(|| VaultFault::Broken.into())
}

fn bound(id: u32, head: [u8; HEAD]) -> Vec<u8> {
    [DOMAIN, &id.to_be_bytes(), &head].concat()
}

fn kind(record: &Record) -> u8 {
    match record {
        Record::Ca(_) => 1,
        Record::Entry(_) => 2,
        Record::Template(_) => 3,
        Record::Event(_) => 4,
    }
}

const VERSION: u8 = 1;
const HEAD: usize = 2;
const DOMAIN: &[u8] = b"certwright record";
