//! How the names are read: one a line, or several with commas, each perhaps with its kind before it.

use crate::forms::half_width;
use certwright::Error;
use certwright::pki::{AltName, Name, split_names};
use std::collections::HashSet;
use std::rc::Rc;

/// One name as typed, and what it was recognised as.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedName {
    /// The line that it stands on, from 1.
    pub line: usize,
    /// As typed.
    pub typed: String,
    /// As understood.
    pub name: Result<AltName, Error>,
}

/// Reads all names; each stands once, and the others are counted.
pub fn read(text: &str) -> (Rc<[TypedName]>, usize) {
    let (mut known, mut folded) = (HashSet::new(), 0);
    let mut names = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for piece in pieces(&of_openssl(line)) {
            read_piece(piece, index + 1, &mut names);
        }
    }
    names.retain(|entry| match &entry.name {
        Ok(name) if !known.insert(name.clone()) => {
            folded += 1;
            false
        }
        _ => true,
    });
    (names.into(), folded)
}

/// The names as lines that [`read`] takes for the same.
pub fn write(names: &[AltName]) -> String {
    let lines: Vec<String> = names.iter().map(line).collect();
    lines.join("\n")
}

/// The kind alone where the bare name would not tell it.
fn line(name: &AltName) -> String {
    let bare = name.to_string();
    let same = |(read, _): (Rc<[TypedName]>, usize)| matches!(&*read, [one] if one.name.as_ref() == Ok(name));
    match name {
        AltName::Dns(_) | AltName::Ip(_) | AltName::Email(_) | AltName::Uri(_)
            if same(read(&bare)) =>
        {
            bare
        }
        other => other.to_config(),
    }
}

/// What `openssl x509 -text` writes otherwise than its configuration file.
fn of_openssl(line: &str) -> String {
    line.replace("IP Address:", "IP:")
}

/// Cuts a line before each kind that follows a comma or semicolon: a directory name has commas of its
/// own, an `otherName` a semicolon.
fn pieces(line: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    for (place, separator) in line.match_indices([',', ';', '，', '；', '、']) {
        let next = place + separator.len();
        if kind_of(&line[next..]).is_some() {
            cuts.push(next);
        }
    }
    cuts.push(line.len());
    cuts.windows(2).map(|cut| &line[cut[0]..cut[1]]).collect()
}

fn read_piece(piece: &str, line: usize, names: &mut Vec<TypedName>) {
    let trimmed = |text: &str| {
        let separators = [',', ';', '，', '；', '、'];
        text.trim().trim_end_matches(separators).trim().to_owned()
    };
    let Some((kind, rest)) = kind_of(piece) else {
        let narrow = half_width(piece);
        names.extend(split_names(&narrow).map(|typed| TypedName {
            line,
            typed: typed.to_owned(),
            name: recognise(typed),
        }));
        return;
    };
    // One name, with whatever is in it; else the kind is the first name's, and the others tell theirs.
    let (own, others) = match kind {
        "dirname" | "othername" | "uri" => (trimmed(rest), String::new()),
        _ => {
            let narrow = half_width(rest);
            let mut all = split_names(&narrow).map(str::to_owned);
            let own = all.next().unwrap_or_default();
            (own, all.collect::<Vec<_>>().join(" "))
        }
    };
    let shown = trimmed(piece);
    let written = shown.split_once(':').map_or("", |(kind, _)| kind.trim());
    names.push(TypedName {
        line,
        typed: format!("{written}:{own}"),
        name: typed(kind, &own),
    });
    if !others.is_empty() {
        read_piece(&others, line, names);
    }
}

/// The kind before the colon, in small letters, and what follows.
fn kind_of(text: &str) -> Option<(&'static str, &str)> {
    let (kind, rest) = text.split_once(':')?;
    // An address on the web has its scheme there.
    let kind = kind.trim().to_ascii_lowercase();
    let known = KINDS.into_iter().find(|known| *known == kind)?;
    Some((known, rest))
}

fn typed(kind: &str, text: &str) -> Result<AltName, Error> {
    match kind {
        "dns" => AltName::dns(text),
        "ip" => AltName::ip(text),
        "email" => AltName::email(text),
        "uri" => AltName::uri(text),
        "rid" => AltName::registered_id(text),
        "upn" => AltName::upn(text),
        "dirname" => AltName::directory(Name::parse(text)?),
        _ => AltName::parse_typed(&format!("{kind}:{text}")),
    }
}

/// What a name without its kind is.
fn recognise(text: &str) -> Result<AltName, Error> {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    let is_uri = text.contains("://") || scheme.is_some_and(|scheme| SCHEMES.contains(&scheme));
    match (is_uri, text.contains('@')) {
        (true, _) => AltName::uri(text),
        (false, true) => AltName::email(text),
        (false, false) => AltName::server(text),
    }
}

const KINDS: [&str; 8] = [
    "dns",
    "ip",
    "email",
    "uri",
    "rid",
    "upn",
    "dirname",
    "othername",
];
/// Schemes of addresses without slashes.
const SCHEMES: [&str; 4] = ["urn", "mailto", "sip", "sips"];
