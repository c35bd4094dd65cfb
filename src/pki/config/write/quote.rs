//! Values as they have to stand in a file to be read as they are.

/// Plain where it can be; else between quotes, with control characters as escapes outside of them.
pub(super) fn quote(value: &str) -> String {
    let is_special = |c: char| matches!(c, '"' | '\'' | '`' | '\\' | '$' | '#') || c.is_control();
    let is_edge = |c: char| c.is_ascii_whitespace();
    if !value.contains(is_special) && !value.starts_with(is_edge) && !value.ends_with(is_edge) {
        return value.into();
    }
    let mut out = String::from('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Between quotes a backslash makes an `n` of an `n`.
            '\n' => out.push_str("\"\\n\""),
            '\r' => out.push_str("\"\\r\""),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
