//! The commands that do the same with OpenSSL, in an authority's directory as it is handed out here.

use super::view::What;
use certwright::authority::Row;
use certwright::pki::chain::Reason;

/// The command that revokes or holds these. OpenSSL has none that releases.
pub fn revoke(_rows: &[Row], _what: What, _reason: Reason) -> Option<String> {
    None
}

/// The command that makes a list which is good for so many days. OpenSSL makes no delta lists.
pub fn publish(_label: &str, _days: u32, _is_delta: bool) -> Option<String> {
    None
}

/// The command that shows a certificate which lies in the directory.
pub fn show(_row: &Row) -> Option<String> {
    None
}
