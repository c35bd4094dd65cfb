//! Words for what certificates are made from.

use super::shortened;
use crate::texts::Texts;

/// The profiles that are built in, by their names, in the order in which people need them, and their words in the
/// catalogue: what each is called, and what it is for.
pub const PROFILES: [(&str, &str, &str); 10] = [
    ("server", "profile-server", "profile-server-help"),
    ("client", "profile-client", "profile-client-help"),
    ("peer", "profile-peer", "profile-peer-help"),
    ("email", "profile-email", "profile-email-help"),
    ("code-signing", "profile-code", "profile-code-help"),
    ("time-stamping", "profile-time", "profile-time-help"),
    ("ocsp-signer", "profile-ocsp", "profile-ocsp-help"),
    (
        "intermediate",
        "profile-intermediate",
        "profile-intermediate-help",
    ),
    ("root", "profile-root", "profile-root-help"),
    ("custom", "profile-custom", "profile-custom-help"),
];

/// What a profile or template is called: a built-in one in the page's language, a user's own as they named it.
pub fn profile_name(texts: &Texts, name: &str) -> String {
    match built_in(name) {
        Some((_, id, _)) => texts.get(id),
        None => shortened(name),
    }
}

/// What a built-in profile is for.
pub fn profile_help(texts: &Texts, name: &str) -> Option<String> {
    built_in(name).map(|(_, _, id)| texts.get(id))
}

fn built_in(name: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    PROFILES.iter().find(|(known, ..)| *known == name)
}
