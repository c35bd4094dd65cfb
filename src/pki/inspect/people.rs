//! Extensions decoded for people: as OpenSSL prints them, and those that it does not know.

mod directory;
mod microsoft;
mod outline;
mod qualified;

use serde::{Deserialize, Serialize};

use super::{
    objects, others,
    out::Out,
    parts::{Parts, RawExtension},
    print,
    tlv::Tlv,
};
use crate::pki::{Certificate, Oid, Request, RevocationList};

/// An extension, decoded for people.
///
/// Whatever a file says, its lines are safe to show: all texts are [shown](super::shown), and octets that are
/// no UTF-8 are escaped (`\xE4`). Where something is too long the last line is `[...]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionView {
    /// Which extension it is.
    pub oid: Oid,
    /// Its name: OpenSSL's long one, or that of whoever defined it.
    pub name: Option<String>,
    /// Whether a program that does not know it has to refuse the file.
    pub is_critical: bool,
    /// Whether the lines say what it means; else they are an outline of its ASN.1, or its octets.
    pub is_decoded: bool,
    /// What it says. Lines that belong to one above are indented.
    pub lines: Vec<String>,
}

impl Certificate {
    /// Its extensions, in order.
    pub fn extension_views(&self) -> Vec<ExtensionView> {
        views(Parts::of_certificate(self.der()))
    }
}

impl Request {
    /// The extensions that it asks for, in order: those of all attributes that ask for some.
    pub fn extension_views(&self) -> Vec<ExtensionView> {
        views(Parts::of_request(self.der()))
    }
}

impl RevocationList {
    /// Its own extensions, in order; not those of its entries.
    pub fn extension_views(&self) -> Vec<ExtensionView> {
        views(Parts::of_list(self.der()))
    }
}

fn views(parts: Option<Parts<'_>>) -> Vec<ExtensionView> {
    let mut room = LONGEST;
    let mut views = Vec::new();
    for extension in parts.unwrap_or_default().extensions {
        if views.len() == MOST || room == 0 {
            views.iter_mut().last().into_iter().for_each(cut);
            break;
        }
        let view = view(extension, room);
        let length: usize = view.lines.iter().map(String::len).sum();
        room = room.saturating_sub(length);
        views.push(view);
    }
    views
}

fn view(extension: RawExtension<'_>, room: usize) -> ExtensionView {
    let mut out = Out::new(room.min(LONGEST_OF_ONE));
    out.is_for_people = true;
    let dotted = extension.oid.to_string();
    let name = objects::names(&dotted).map(|(_, long)| long);
    let is_decoded = decode(&mut out, &dotted, extension.value).is_some();
    if !is_decoded {
        outline::print(&mut out, extension.value);
    }
    let mut view = ExtensionView {
        oid: extension.oid,
        name: name.or_else(|| others::name(&dotted)).map(str::to_owned),
        is_critical: extension.is_critical,
        is_decoded,
        lines: Vec::new(),
    };
    let is_cut = out.is_cut;
    let text = out.take_from(0);
    let text = String::from_utf8_lossy(&text);
    view.lines = text.lines().take(MOST_LINES).map(str::to_owned).collect();
    if is_cut || text.lines().nth(MOST_LINES).is_some() {
        cut(&mut view);
    }
    view
}

fn cut(view: &mut ExtensionView) {
    view.lines.push(CUT.into());
}

/// What it means. `None`, and nothing printed, when that is not known.
fn decode(out: &mut Out, oid: &str, value: &[u8]) -> Option<()> {
    if print::extension(out, oid, value, 0).is_some() {
        return Some(());
    }
    let decoder = microsoft::decoder(oid)
        .or_else(|| qualified::decoder(oid))
        .or_else(|| directory::decoder(oid))?;
    let mark = out.mark();
    let decoded = Tlv::only(value).and_then(|value| decoder(out, value));
    if decoded.is_none() {
        out.take_from(mark);
    }
    decoded
}

/// Prints a value in lines, or fails.
type Decoder = fn(&mut Out, Tlv<'_>) -> Option<()>;

/// Of one file.
const MOST: usize = 1000;
/// In octets, of all extensions of one file.
const LONGEST: usize = 1 << 20;
/// In octets.
const LONGEST_OF_ONE: usize = 256 << 10;
const MOST_LINES: usize = 500;
const CUT: &str = "[...]";
