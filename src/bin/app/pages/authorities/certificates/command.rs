//! The commands that do the same with OpenSSL, in an authority's directory as it is handed out here.

use super::view::What;
use certwright::authority::Row;
use certwright::pki::chain::Reason;
use certwright::pki::command::{self, Source, authority};
use certwright::pki::{Encoding, Format, Serial, Time};

/// The command that revokes, holds or releases these; `None` where OpenSSL cannot say it so, or where they are in
/// the directories of several authorities.
pub fn revoke(
    rows: &[Row],
    what: What,
    reason: Reason,
    invalid_since: Option<Time>,
) -> Option<String> {
    let first = rows.first()?;
    if rows.iter().any(|row| row.issuer != first.issuer) {
        return None;
    }
    if what == What::Release {
        let serials: Vec<Serial> = rows.iter().map(|row| row.serial.clone()).collect();
        return authority::release(&serials);
    }
    let files: Vec<String> = rows
        .iter()
        .map(|row| authority::kept(&row.serial))
        .collect();
    authority::revoke(&files, reason, invalid_since)
}

/// The command that makes a list which is good for so many days. OpenSSL makes no delta lists.
pub fn publish(days: u32, is_delta: bool) -> Option<String> {
    (!is_delta).then(|| authority::list(days, "crl.pem"))
}

/// The command that shows a certificate which lies in the directory.
pub fn show(row: &Row) -> Option<String> {
    let file = authority::kept(&row.serial);
    command::describe(Source::new(&file, Format::Certificate, Encoding::Pem))
}
