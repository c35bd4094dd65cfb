//! What extensions are called that OpenSSL has no name for.

/// By the dotted form of its identifier.
pub(super) fn name(dotted: &str) -> Option<&'static str> {
    let known = NAMES.iter().find(|(oid, _)| *oid == dotted);
    known.map(|(_, name)| *name)
}

const NAMES: [(&str, &str); 20] = [
    // RFC 5280, X.509.
    ("2.5.29.60", "Expired Certificates on CRL"),
    ("1.3.6.1.5.5.7.1.31", "ACME Identifier"),
    ("2.23.140.3.1", "CA/Browser Forum Organization Identifier"),
    // ETSI.
    ("0.4.0.194121.2.1", "Validity Assured Short Term"),
    // Microsoft.
    (
        "1.3.6.1.4.1.311.20.2",
        "Microsoft Certificate Template Name",
    ),
    ("1.3.6.1.4.1.311.21.1", "Microsoft CA Version"),
    (
        "1.3.6.1.4.1.311.21.2",
        "Microsoft Previous CA Certificate Hash",
    ),
    ("1.3.6.1.4.1.311.21.3", "Microsoft CRL Virtual Base"),
    ("1.3.6.1.4.1.311.21.4", "Microsoft Next CRL Publish"),
    ("1.3.6.1.4.1.311.21.7", "Microsoft Certificate Template"),
    ("1.3.6.1.4.1.311.21.10", "Microsoft Application Policies"),
    (
        "1.3.6.1.4.1.311.21.11",
        "Microsoft Application Policy Mappings",
    ),
    (
        "1.3.6.1.4.1.311.21.12",
        "Microsoft Application Policy Constraints",
    ),
    ("1.3.6.1.4.1.311.21.14", "Microsoft Published CRL Locations"),
    ("1.3.6.1.4.1.311.25.2", "Microsoft NTDS Security"),
    // Others.
    ("1.2.840.113533.7.65.0", "Entrust Version"),
    ("1.2.840.113583.1.1.9.1", "Adobe Timestamp"),
    (
        "1.2.840.113583.1.1.9.2",
        "Adobe Archive Revocation Information",
    ),
    ("1.3.6.1.4.1.44363.44", "Delegation Usage"),
    ("2.16.840.1.113733.1.6.9", "VeriSign Server Gated Crypto"),
];
