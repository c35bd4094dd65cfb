//! Letters as Chinese and Japanese keyboards make them.

/// Turns the wide letters and digits of Chinese and Japanese keyboards into ASCII.
pub fn half_width(text: &str) -> String {
    let narrow = |c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    text.chars().map(narrow).collect()
}
