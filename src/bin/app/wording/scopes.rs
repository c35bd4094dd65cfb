//! By whose rules the lint goes.

use certwright::pki::lint::Scope;

/// By whose rules, with the words for it.
pub const SCOPES: [(Scope, &str, &str); 2] = [
    (Scope::Private, "scope-private", "scope-private-help"),
    (Scope::PublicTls, "scope-public", "scope-public-help"),
];
