//! Where RFC 5280 asks for what is checked.

use super::Step;

impl Step {
    /// Where it stands.
    pub fn section(self) -> &'static str {
        match self {
            Self::Issuer => "RFC 5280, 6.1 (a) to (c)",
            Self::Signature => "RFC 5280, 6.1.3 (a)(1)",
            Self::Validity => "RFC 5280, 6.1.3 (a)(2)",
            Self::Revocation => "RFC 5280, 6.1.3 (a)(3), 6.3",
            Self::IssuerName => "RFC 5280, 6.1.3 (a)(4)",
            Self::NameConstraints => "RFC 5280, 6.1.3 (b) and (c), 6.1.4 (g)",
            Self::Policies => "RFC 5280, 6.1.3 (d) to (f), 6.1.4 (a), (b), (h) to (j), 6.1.5",
            Self::BasicConstraints => "RFC 5280, 6.1.4 (k)",
            Self::PathLength => "RFC 5280, 6.1.4 (l) and (m)",
            Self::KeyUsage => "RFC 5280, 6.1.4 (n)",
            Self::Extensions => "RFC 5280, 6.1.4 (o), 6.1.5 (f)",
            Self::ExtendedKeyUsage => "RFC 5280, 4.2.1.12",
            Self::Peer => "RFC 9525, 6",
            Self::Profile => "RFC 5280, 4",
            Self::Browsers => "BR 7",
        }
    }
}
