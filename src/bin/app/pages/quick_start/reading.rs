//! How what was typed is read, where the library's own types say too little.

use crate::forms::half_width;
use certwright::Error;
use certwright::pki::{AltName, Name, split_names};
use std::collections::HashSet;
use std::rc::Rc;

/// One of the server's names as typed, and what it was recognised as.
#[derive(Clone, PartialEq)]
pub struct ServerName {
    /// As typed.
    pub typed: String,
    /// As understood.
    pub name: Result<AltName, Error>,
}

/// Recognises the server's names, one by one; each stands once, and the others are counted.
pub fn read_names(text: &str) -> (Rc<[ServerName]>, usize) {
    let text = half_width(text);
    let (mut known, mut folded) = (HashSet::new(), 0);
    let names = split_names(&text).map(|typed| ServerName {
        typed: typed.to_owned(),
        name: AltName::server(typed),
    });
    let names = names.filter(|entry| {
        let is_new = entry
            .name
            .as_ref()
            .map_or(true, |name| known.insert(name.clone()));
        folded += usize::from(!is_new);
        is_new
    });
    (names.collect(), folded)
}

/// Whether clients take two names for the same: they compare without regard to case and blanks (RFC
/// 5280, section 7.1).
pub fn is_alike(one: &Name, other: &Name) -> bool {
    let folded = |name: &Name| {
        let text = name.to_string().to_lowercase();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    folded(one) == folded(other)
}
