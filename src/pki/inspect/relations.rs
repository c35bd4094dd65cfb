//! What belongs together among many objects: who issued whom, which key is whose.

mod chains;
mod issuers;
mod object;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::super::Object;
use issuers::Issuers;
use object::{Kind, View};

/// What belongs together, by the numbers that the objects were given under.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relations {
    /// Who issued which certificate; more than one where several have the same name and key.
    pub issued: Vec<Issued>,
    /// Certificates that are signed with their own key, by their own name; by their own name, where the signature
    /// was not checked.
    pub self_signed: Vec<u32>,
    /// Ways from certificates that issued nothing else up to where they end, the leaf first: for each the one
    /// way that is best known.
    pub chains: Vec<Vec<u32>>,
    /// Certificates that issued one another in a circle.
    pub cycles: Vec<Vec<u32>>,
    /// Certificates whose issuer is not there.
    pub missing: Vec<Missing>,
    /// What has the same key, where that is more than one thing.
    pub keys: Vec<KeyGroup>,
    /// The same thing more than once.
    pub duplicates: Vec<Vec<u32>>,
    /// Several certificates of the same name and key.
    pub renewals: Vec<Renewal>,
    /// Revocation lists, and the certificates whose they are.
    pub lists: Vec<Listed>,
    /// Whether not everything was looked at: there are too many.
    pub is_cut_short: bool,
}

/// A certificate and one that issued it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The issuer.
    pub issuer: u32,
    /// The other.
    pub subject: u32,
    /// Whether its signature was checked and is the issuer's. Otherwise only the names fit: the algorithm is
    /// not known here, or there was too much to check.
    pub is_proved: bool,
}

/// A certificate whose issuer is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// The certificate.
    pub subject: u32,
    /// The issuer's name, in OpenSSL's one-line form.
    pub issuer: String,
    /// The issuer's key identifier in hexadecimal, if it says one.
    pub key: Option<String>,
    /// Certificates that have the issuer's name and did not sign it; a few of them.
    pub namesakes: Vec<u32>,
}

/// What has the same key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyGroup {
    /// Private keys.
    pub private_keys: Vec<u32>,
    /// Public keys.
    pub public_keys: Vec<u32>,
    /// Certificates.
    pub certificates: Vec<u32>,
    /// Requests.
    pub requests: Vec<u32>,
}

/// Several certificates of the same name and key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// The certificates, those first that are valid later.
    pub certificates: Vec<u32>,
    /// Whether several authorities issued them. Otherwise they were renewed.
    pub is_cross_signed: bool,
}

/// A revocation list and a certificate whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The list.
    pub list: u32,
    /// The certificate.
    pub issuer: u32,
    /// As [`Issued::is_proved`] has it.
    pub is_proved: bool,
}

/// Finds what belongs together among objects that go by numbers of their own.
///
/// At most 2 000 signatures are checked. Nothing here says that a certificate is valid, or to be trusted.
pub fn relations(objects: &[(u32, &Object)]) -> Relations {
    let mut views = Vec::with_capacity(objects.len());
    let mut names = object::Names::default();
    for (id, object) in objects {
        views.extend(View::of(*id, object, &mut names));
    }
    let mut found = Relations {
        duplicates: duplicates(&views),
        keys: keys(&views),
        renewals: renewals(&views),
        ..Relations::default()
    };
    let issuers = Issuers::find(&views, &mut found);
    chains::find(&views, &issuers, &mut found);
    found
}

fn duplicates(views: &[View<'_>]) -> Vec<Vec<u32>> {
    let groups = groups(views.iter(), |view| (view.kind, &view.octets)).into_iter();
    let repeated = groups.filter(|group| group.len() > 1);
    repeated
        .map(|group| group.iter().map(|view| view.id).collect())
        .collect()
}

fn keys(views: &[View<'_>]) -> Vec<KeyGroup> {
    let with_key = views.iter().filter(|view| !view.key.is_empty());
    let groups = groups(with_key, |view| &view.key).into_iter();
    let shared = groups.filter(|group| group.len() > 1);
    shared.map(|group| key_group(&group)).collect()
}

fn key_group(views: &[&View<'_>]) -> KeyGroup {
    let mut group = KeyGroup::default();
    for view in views {
        match view.kind {
            Kind::PrivateKey => group.private_keys.push(view.id),
            Kind::PublicKey => group.public_keys.push(view.id),
            Kind::Certificate => group.certificates.push(view.id),
            Kind::Request => group.requests.push(view.id),
            Kind::RevocationList => {}
        }
    }
    group
}

fn renewals(views: &[View<'_>]) -> Vec<Renewal> {
    let certificates = views.iter().filter(|view| view.kind == Kind::Certificate);
    let groups = groups(certificates, |view| (view.subject, &view.key)).into_iter();
    groups.filter_map(|group| renewal(&group)).collect()
}

/// Of certificates with the same name and key; those that are the same altogether are none.
fn renewal(group: &[&View<'_>]) -> Option<Renewal> {
    let first = group.first()?;
    let mut different: Vec<&View<'_>> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for view in group {
        if seen.insert(&view.octets) {
            different.push(view);
        }
    }
    if different.len() < 2 {
        return None;
    }
    different.sort_by_key(|view| core::cmp::Reverse(view.times()));
    Some(Renewal {
        certificates: different.iter().map(|view| view.id).collect(),
        is_cross_signed: different.iter().any(|view| view.issuer != first.issuer),
    })
}

/// Those that have the same of something, in the order of the first of each.
fn groups<'v, 'o, K: core::hash::Hash + Eq>(
    views: impl Iterator<Item = &'v View<'o>>,
    same: impl Fn(&'v View<'o>) -> K,
) -> Vec<Vec<&'v View<'o>>>
where
    'o: 'v,
{
    let mut places: HashMap<K, usize> = HashMap::new();
    let mut groups: Vec<Vec<&View<'_>>> = Vec::new();
    for view in views {
        let place = *places.entry(same(view)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(view),
            None => groups.push(vec![view]),
        }
    }
    groups
}
