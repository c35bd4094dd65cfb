//! The common name in a subject that is a line of text.

use std::borrow::Cow;

/// The first common name in a subject as OpenSSL writes it in one line: `C=CN, O="Acme, Inc.", CN=x`, with or
/// without spaces around the equal signs, or `/C=CN/O=Acme/CN=x`, as `index.txt` has it.
pub(super) fn common_name(subject: &str) -> Option<Cow<'_, str>> {
    match subject.strip_prefix('/') {
        Some(rest) => in_slashes(rest),
        None => in_commas(subject),
    }
}

/// A slash begins another attribute only before something that looks like one: OpenSSL leaves those in values as
/// they are.
fn in_slashes(rest: &str) -> Option<Cow<'_, str>> {
    let begin = match is_common(rest) {
        true => rest,
        false => rest.match_indices('/').find_map(|(at, _)| {
            let after = rest.get(at + 1..)?;
            is_common(after).then_some(after)
        })?,
    };
    let (_, value) = begin.split_once('=')?;
    let ends = value.match_indices('/').map(|(at, _)| at);
    let mut ends = ends.filter(|at| value.get(at + 1..).is_some_and(is_attribute));
    let value = ends.next().and_then(|at| value.get(..at)).unwrap_or(value);
    Some(Cow::Borrowed(value))
}

fn in_commas(subject: &str) -> Option<Cow<'_, str>> {
    let mut rest = subject;
    loop {
        let end = end_of_attribute(rest);
        let (attribute, after) = rest.split_at_checked(end)?;
        if is_common(attribute) {
            let (_, value) = attribute.split_once('=')?;
            return Some(unquoted(value.trim_start()));
        }
        rest = after.get(1..)?.trim_start();
    }
}

/// Where the next comma or plus is that is neither quoted nor after a backslash.
fn end_of_attribute(text: &str) -> usize {
    let (mut is_quoted, mut is_escaped) = (false, false);
    for (at, octet) in text.bytes().enumerate() {
        match octet {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            // A name with a plus in it is written in quotation marks.
            b',' | b'+' if !is_quoted => return at,
            _ => {}
        }
    }
    text.len()
}

fn unquoted(value: &str) -> Cow<'_, str> {
    let inner = value.trim_end().strip_prefix('"');
    let inner = inner.and_then(|inner| inner.strip_suffix('"'));
    let value = inner.unwrap_or(value.trim_end());
    if !value.contains('\\') {
        return Cow::Borrowed(value);
    }
    let mut is_escaped = false;
    let plain = value.chars().filter(|c| {
        is_escaped = *c == '\\' && !is_escaped;
        !is_escaped
    });
    Cow::Owned(plain.collect())
}

fn is_common(attribute: &str) -> bool {
    let rest = attribute.strip_prefix("CN");
    rest.is_some_and(|rest| rest.trim_start().starts_with('='))
}

fn is_attribute(text: &str) -> bool {
    let end = text
        .bytes()
        .position(|octet| !(octet.is_ascii_alphanumeric() || octet == b'.'));
    end.is_some_and(|end| end > 0 && text.as_bytes().get(end) == Some(&b'='))
}
