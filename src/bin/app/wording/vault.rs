//! Why the vault refused, and what to try.

use super::shortened;
use crate::texts::Texts;
use certwright::VaultFault;
use certwright::vault::StorageFault;

/// Why the vault cannot be opened or written.
pub fn vault(texts: &Texts, fault: &VaultFault) -> String {
    match fault {
        VaultFault::WrongPassphrase => texts.get("vault-fault-wrong-passphrase"),
        VaultFault::Locked => texts.get("vault-fault-locked"),
        VaultFault::Exists => texts.get("vault-fault-exists"),
        VaultFault::None => texts.get("vault-fault-none"),
        VaultFault::NotEmpty => texts.get("vault-fault-not-empty"),
        VaultFault::NotABackup => texts.get("vault-fault-not-a-backup"),
        VaultFault::Newer { version } => {
            texts.with("vault-fault-newer", &[("version", (*version).into())])
        }
        VaultFault::Broken => texts.get("vault-fault-broken"),
        VaultFault::TooCostly => texts.get("vault-fault-too-costly"),
        VaultFault::Busy => texts.get("vault-fault-busy"),
        VaultFault::Storage(fault) => storage(texts, fault),
        other => texts.with(
            "problem-other",
            &[("details", shortened(&other.to_string()).into())],
        ),
    }
}

/// Why nothing can be stored, and what to do.
pub fn storage(texts: &Texts, fault: &StorageFault) -> String {
    match fault {
        StorageFault::Unavailable { reason } => texts.with(
            "storage-fault-unavailable",
            &[("reason", shortened(reason).into())],
        ),
        StorageFault::Full => texts.get("storage-fault-full"),
        StorageFault::Failed { reason } => texts.with(
            "storage-fault-failed",
            &[("reason", shortened(reason).into())],
        ),
    }
}

/// So many bytes, roughly, as disks are labelled.
pub fn size(bytes: f64) -> String {
    let units = [("TB", 1e12), ("GB", 1e9), ("MB", 1e6)];
    match units.into_iter().find(|(_, unit)| bytes >= *unit) {
        Some((name, unit)) => format!("{:.1} {name}", bytes / unit),
        None => format!("{:.0} kB", bytes / 1e3),
    }
}
