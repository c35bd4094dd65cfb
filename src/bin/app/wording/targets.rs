//! Words for whom a PKCS #12 file is.

use certwright::pki::pkcs12::Target;

/// Those who are to read a key and its certificate, with their words in the catalogue: the name, and the help.
pub const TARGETS: [(Target, &str, &str); 2] = [
    (Target::Modern, "bundle-modern", "bundle-modern-help"),
    (Target::OlderDevices, "bundle-older", "bundle-older-help"),
];
