//! Alternative names in the words of OpenSSL's configuration: `DNS:example.com`.

use super::{AltName, DnsName, EmailAddress, OtherName, Uri, ip};
use crate::{
    AltNameFault, Error,
    pki::{Name, Oid},
};

pub(super) fn read(text: &str) -> Result<AltName, Error> {
    let text = text.trim();
    let refuse = |fault| Error::alt_name(text, fault);
    let (kind, value) = text
        .split_once(':')
        .ok_or_else(|| refuse(AltNameFault::NoKind))?;
    let kind = kind.trim();
    match &*kind.to_ascii_lowercase() {
        "dns" => DnsName::parse(value).map(AltName::Dns),
        "ip" | "ip address" => ip(value.trim()).map(AltName::Ip),
        "email" => EmailAddress::parse(value).map(AltName::Email),
        "uri" => Uri::parse(value).map(AltName::Uri),
        "rid" => Oid::named(value).map(AltName::RegisteredId),
        "dirname" => AltName::directory(Name::parse(value)?),
        "othername" => OtherName::parse(value).map(AltName::Other),
        "x400name" | "x400address" | "edipartyname" | "x400" | "ediparty" => {
            Err(refuse(AltNameFault::NotHeld { kind: kind.into() }))
        }
        _ => Err(refuse(AltNameFault::Kind { kind: kind.into() })),
    }
}

/// The kind and what follows it.
pub(super) fn words(name: &AltName) -> (&'static str, String) {
    match name {
        AltName::Dns(name) => ("DNS", name.to_string()),
        AltName::Ip(address) => ("IP", address.to_string()),
        AltName::Email(address) => ("email", address.to_string()),
        AltName::Uri(uri) => ("URI", uri.to_string()),
        AltName::RegisteredId(oid) => ("RID", oid.to_string()),
        AltName::Directory(name) => ("dirName", name.to_subj()),
        AltName::Other(other) => ("otherName", other.written(&other.oid().to_string())),
    }
}
