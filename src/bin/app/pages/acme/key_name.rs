//! What a private key is called where there are several.

use crate::wording;
use certwright::engine::ItemSummary;

/// Its kind, its file, and the beginning of its thumbprint.
pub fn key_name(item: &ItemSummary) -> String {
    let file = item.file_name();
    match item.key() {
        Some(key) => {
            let thumbprint = wording::thumbprint(key);
            format!("{} · {file} · {thumbprint}", key.algorithm)
        }
        None => file,
    }
}

/// Whose key it is, whatever its number.
pub fn thumbprint(item: &ItemSummary) -> &str {
    item.key().map_or("", |key| key.thumbprint.as_str())
}
