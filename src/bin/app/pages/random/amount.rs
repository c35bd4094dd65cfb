//! How much was asked for, as it was typed.

use super::outcome::Problem;

/// A whole number. One that is larger than any is the largest, which is too many of everything.
pub fn amount(text: &str) -> Result<u32, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    if !text.bytes().all(|octet| octet.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    Ok(text.parse().unwrap_or(u32::MAX))
}
