//! `openssl.cnf`: what one that comes says of files, and the one that goes with a directory.

use super::files::Folder;
use crate::{
    authority::{Addresses, Ca, Serials},
    pki::{Algorithm, Digest, SignatureAlgorithm, Uri, Validity, config::Config},
};

/// What the section that `default_ca` names says.
#[derive(Default)]
pub(super) struct Hints {
    /// Files' names without folders, in small letters.
    pub(super) certificate: Option<String>,
    pub(super) key: Option<String>,
    pub(super) days: Option<u32>,
    pub(super) list_days: Option<u32>,
}

impl Hints {
    pub(super) fn of(folder: &Folder) -> Self {
        let files = folder
            .files
            .iter()
            .filter(|file| file.base().ends_with(".cnf"));
        let configs = files.filter_map(|file| Config::parse(&file.octets).ok());
        let mut hints = configs.filter_map(|config| Self::read(&config));
        hints.next().unwrap_or_default()
    }

    fn read(config: &Config) -> Option<Self> {
        let section = config.value("ca", "default_ca")?.to_owned();
        let value = |name| config.value(&section, name);
        let file = |name| {
            let base = value(name)?.rsplit(['/', '\\']).next()?;
            Some(base.to_ascii_lowercase())
        };
        let (least, most) = Validity::DAYS;
        let days = |name| {
            let days = value(name)?.parse().ok();
            days.filter(|days| (least..=most).contains(days))
        };
        Some(Self {
            certificate: file("certificate"),
            key: file("private_key"),
            days: days("default_days"),
            list_days: days("default_crl_days"),
        })
    }
}

/// The one that goes with the directory of this authority.
pub(super) fn write(ca: &Ca) -> String {
    // OpenSSL asks whether there is such a line, not what it says.
    let random = match ca.serials {
        Serials::Random => "",
        Serials::Counted { .. } => "#",
    };
    let addresses = addresses(&ca.addresses);
    CONFIG
        .replace("{random}", random)
        .replace("{days}", &ca.days.to_string())
        .replace("{list-days}", &ca.lists.days.to_string())
        .replace("{digest}", digest(ca))
        .replace("{addresses}", &addresses)
}

/// Ed25519 and ML-DSA take no digest but their own.
fn digest(ca: &Ca) -> &'static str {
    let own = ca
        .certificate
        .key_algorithm()
        .map(Algorithm::signature)
        .ok();
    let digest = ca.signature.or(own).and_then(SignatureAlgorithm::digest);
    match digest {
        Some(Digest::Sha1) => "sha1",
        Some(Digest::Sha256) => "sha256",
        Some(Digest::Sha384) => "sha384",
        Some(Digest::Sha512) => "sha512",
        None => "default",
    }
}

fn addresses(addresses: &Addresses) -> String {
    let mut text = String::new();
    if !addresses.lists.is_empty() {
        text.push_str("crlDistributionPoints = @lists\n");
    }
    if !(addresses.ocsp.is_empty() && addresses.issuers.is_empty()) {
        text.push_str("authorityInfoAccess = @access\n");
    }
    text
}

/// The sections that [`addresses`] names, each URI in a line of its own: there it may have commas.
pub(super) fn address_sections(addresses: &Addresses) -> String {
    let lines = |kind: &str, uris: &[Uri]| {
        let lines = (0..).zip(uris);
        let line =
            |(number, uri): (u32, &Uri)| format!("{kind}.{number} = {}\n", quoted(uri.as_str()));
        lines.map(line).collect::<String>()
    };
    let mut text = String::new();
    if !addresses.lists.is_empty() {
        text += "\n[lists]\n";
        text += &lines("URI", &addresses.lists);
    }
    if !(addresses.ocsp.is_empty() && addresses.issuers.is_empty()) {
        text += "\n[access]\n";
        text += &lines("OCSP;URI", &addresses.ocsp);
        text += &lines("caIssuers;URI", &addresses.issuers);
    }
    text
}

/// A dollar sign begins a variable and `#` a comment, also between quotation marks the former.
fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for c in text.chars() {
        if matches!(c, '$' | '#' | '\\' | '"' | '\'' | '`') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted
}

const CONFIG: &str = include_str!("openssl.cnf");
