//! Domain names, some labels of which stand for others.

use super::{Oddity, shown, words};

/// A domain name: what is odd about it, and what it stands for if that is something else.
pub(super) fn domain(name: &str, found: &mut Vec<Oddity>) -> Option<String> {
    let labels = name.split('.').map(|label| decoded(label, found));
    let labels: Vec<String> = labels.take(MOST_LABELS).collect();
    for label in &labels {
        words::label(label, found);
    }
    let decoded = labels.join(".");
    (decoded != name && has_punycode(name)).then_some(decoded)
}

/// The label that it stands for; itself if it stands for none.
fn decoded(label: &str, found: &mut Vec<Oddity>) -> String {
    if !has_punycode(label) {
        return label.to_owned();
    }
    // What is longer than a label can be takes long to decode, too.
    let decoded = (label.len() <= LONGEST_LABEL).then(|| idna::domain_to_unicode(label));
    match decoded {
        Some((decoded, Ok(()))) if !has_punycode(&decoded) => decoded,
        _ => {
            let label: String = label.chars().take(LONGEST_LABEL).collect();
            let broken = Oddity::BrokenPunycode {
                label: shown(&label),
            };
            words::note(found, broken);
            label
        }
    }
}

fn has_punycode(name: &str) -> bool {
    let prefix = |label: &str| {
        label
            .get(..4)
            .is_some_and(|it| it.eq_ignore_ascii_case("xn--"))
    };
    name.split('.').any(prefix)
}

/// A name of 253 octets has half as many at most.
const MOST_LABELS: usize = 128;
/// RFC 1035, section 2.3.4.
const LONGEST_LABEL: usize = 63;
