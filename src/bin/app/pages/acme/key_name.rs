//! What a private key is called where there are several.

use certwright::engine::ItemSummary;

/// Its kind, its file, and the beginning of its thumbprint.
pub fn key_name(item: &ItemSummary) -> String {
    let file = item.file_name();
    match item.key() {
        Some(key) => {
            let thumbprint: String = key.thumbprint.chars().take(8).collect();
            format!("{} · {file} · {thumbprint}…", key.algorithm)
        }
        None => file,
    }
}
