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

pub(super) fn write(name: &AltName) -> String {
    match name {
        AltName::Dns(name) => format!("DNS:{name}"),
        AltName::Ip(address) => format!("IP:{address}"),
        AltName::Email(address) => format!("email:{address}"),
        AltName::Uri(uri) => format!("URI:{uri}"),
        AltName::RegisteredId(oid) => format!("RID:{oid}"),
        AltName::Directory(name) => format!("dirName:{}", name.to_subj()),
        AltName::Other(other) => format!("otherName:{}", other.written(&other.oid().to_string())),
    }
}
