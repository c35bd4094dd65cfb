//! What object identifiers are called that OpenSSL has no name for.

/// By the dotted form of the identifier.
pub(super) fn name(dotted: &str) -> Option<&'static str> {
    let known = NAMES.iter().find(|(oid, _)| *oid == dotted);
    known.map(|(_, name)| *name)
}

const NAMES: &[(&str, &str)] = &[
    // RFC 5280, X.509.
    ("2.5.29.60", "Expired Certificates on CRL"),
    ("1.3.6.1.5.5.7.1.31", "ACME Identifier"),
    ("1.3.6.1.5.5.7.11.2", "PKIX QC Syntax v2"),
    ("1.2.840.113549.1.9.52", "CMS Algorithm Protection"),
    ("1.3.132.1.12", "id-ecDH"),
    // The CA/Browser Forum's.
    ("2.23.140.1.1", "Extended Validation"),
    ("2.23.140.1.2.1", "Domain Validated"),
    ("2.23.140.1.2.2", "Organization Validated"),
    ("2.23.140.1.2.3", "Individual Validated"),
    ("2.23.140.1.3", "Extended Validation Code Signing"),
    ("2.23.140.1.4.1", "Code Signing"),
    ("2.23.140.3.1", "CA/Browser Forum Organization Identifier"),
    // ETSI's (EN 319 412-5, EN 319 412-1, TS 119 495).
    ("0.4.0.1862.1.1", "EU Qualified Certificate"),
    ("0.4.0.1862.1.2", "QC Limit Value"),
    ("0.4.0.1862.1.3", "QC Retention Period"),
    ("0.4.0.1862.1.4", "Qualified Signature Creation Device"),
    ("0.4.0.1862.1.5", "PKI Disclosure Statements"),
    ("0.4.0.1862.1.6", "QC Type"),
    ("0.4.0.1862.1.6.1", "Electronic Signature"),
    ("0.4.0.1862.1.6.2", "Electronic Seal"),
    ("0.4.0.1862.1.6.3", "Web Authentication"),
    ("0.4.0.1862.1.7", "Country of Legislation"),
    ("0.4.0.19495.2", "Payment Service Provider (PSD2)"),
    ("0.4.0.194121.1.1", "Natural Person"),
    ("0.4.0.194121.1.2", "Legal Person"),
    ("0.4.0.194121.1.3", "Natural Person (eIDAS)"),
    ("0.4.0.194121.1.4", "Legal Person (eIDAS)"),
    ("0.4.0.194121.2.1", "Validity Assured Short Term"),
    // Microsoft's.
    ("1.3.6.1.4.1.311.2.1.4", "Microsoft Indirect Data"),
    (
        "1.3.6.1.4.1.311.13.2.1",
        "Microsoft Enrolment Name Value Pair",
    ),
    ("1.3.6.1.4.1.311.13.2.2", "Microsoft Enrolment CSP"),
    ("1.3.6.1.4.1.311.13.2.3", "Microsoft OS Version"),
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
    ("1.3.6.1.4.1.311.21.20", "Microsoft Request Client Info"),
    ("1.3.6.1.4.1.311.25.2", "Microsoft NTDS Security"),
    ("1.3.6.1.4.1.311.25.2.1", "Microsoft NTDS Object SID"),
    // Others'.
    ("1.2.840.113533.7.65.0", "Entrust Version"),
    ("1.2.840.113583.1.1.9.1", "Adobe Timestamp"),
    (
        "1.2.840.113583.1.1.9.2",
        "Adobe Archive Revocation Information",
    ),
    ("1.2.840.113635.100.6.1.1", "Apple Certificate Extensions"),
    ("1.3.6.1.4.1.44363.44", "Delegation Usage"),
    ("2.16.840.1.113733.1.6.9", "VeriSign Server Gated Crypto"),
];
