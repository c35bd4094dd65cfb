//! The names of objects, as OpenSSL finds them.

use std::collections::BTreeMap;

use crate::{ConfigFault, pki::Oid};

/// OpenSSL's names, and those that a file's `oid_section` adds.
#[derive(Clone, Debug, Default)]
pub(super) struct Objects {
    added: BTreeMap<String, Oid>,
}

impl Objects {
    /// A line of an `oid_section`: `name = 1.2.3`, or `name = Long Name, 1.2.3`.
    pub(super) fn add(&mut self, name: &str, value: &str) -> Result<(), ConfigFault> {
        let (long, dotted) = value.rsplit_once(',').unwrap_or((name, value));
        let dotted = dotted.trim();
        if self.find(name).is_ok() {
            return Err(ConfigFault::KnownName { name: name.into() });
        }
        let oid = Oid::parse(dotted).ok();
        let oid = oid.filter(|oid| oid.to_string() == dotted);
        let oid = oid.ok_or_else(|| ConfigFault::Oid {
            text: dotted.into(),
        })?;
        for name in [name, long.trim()] {
            self.added.insert(name.into(), oid);
        }
        Ok(())
    }

    /// By short name, long name or dotted form.
    pub(super) fn find(&self, text: &str) -> Result<Oid, ConfigFault> {
        let long = || LONG_NAMES.iter().find(|(long, _)| *long == text);
        if let Some(oid) = self.added.get(text) {
            return Ok(*oid);
        }
        let short = long().map_or(text, |(_, short)| short);
        let oid = Oid::named(short).ok();
        // Spaces around it and zeros before a number would be read over.
        let is_plain = |oid: &Oid| oid.name() == Some(short) || oid.to_string() == short;
        let bad = || ConfigFault::Oid { text: text.into() };
        oid.filter(is_plain).ok_or_else(bad)
    }

    /// By short name only, which is how OpenSSL finds extensions.
    pub(super) fn find_short(&self, text: &str) -> Option<Oid> {
        let oid = Oid::named(text).ok()?;
        (oid.name() == Some(text)).then_some(oid)
    }
}

/// OpenSSL's long names that differ from the short ones, of what requests are made of.
const LONG_NAMES: &[(&str, &str)] = &[
    ("commonName", "CN"),
    ("surname", "SN"),
    ("countryName", "C"),
    ("localityName", "L"),
    ("stateOrProvinceName", "ST"),
    ("streetAddress", "street"),
    ("organizationName", "O"),
    ("organizationalUnitName", "OU"),
    ("givenName", "GN"),
    ("userId", "UID"),
    ("rfc822Mailbox", "mail"),
    ("domainComponent", "DC"),
    ("countryCode3c", "c3"),
    ("countryCode3n", "n3"),
    ("Microsoft CSP Name", "CSPName"),
    ("jurisdictionLocalityName", "jurisdictionL"),
    ("jurisdictionStateOrProvinceName", "jurisdictionST"),
    ("jurisdictionCountryName", "jurisdictionC"),
    ("X509v3 Subject Key Identifier", "subjectKeyIdentifier"),
    ("X509v3 Key Usage", "keyUsage"),
    ("X509v3 Subject Alternative Name", "subjectAltName"),
    ("X509v3 Issuer Alternative Name", "issuerAltName"),
    ("X509v3 Basic Constraints", "basicConstraints"),
    ("X509v3 Name Constraints", "nameConstraints"),
    ("X509v3 CRL Distribution Points", "crlDistributionPoints"),
    ("X509v3 Certificate Policies", "certificatePolicies"),
    ("X509v3 Any Policy", "anyPolicy"),
    ("X509v3 Policy Mappings", "policyMappings"),
    ("X509v3 Authority Key Identifier", "authorityKeyIdentifier"),
    ("X509v3 Policy Constraints", "policyConstraints"),
    ("X509v3 Extended Key Usage", "extendedKeyUsage"),
    ("Any Extended Key Usage", "anyExtendedKeyUsage"),
    ("X509v3 Freshest CRL", "freshestCRL"),
    ("X509v3 Inhibit Any Policy", "inhibitAnyPolicy"),
    ("Authority Information Access", "authorityInfoAccess"),
    ("Subject Information Access", "subjectInfoAccess"),
    ("TLS Feature", "tlsfeature"),
    ("OCSP No Check", "noCheck"),
    ("Netscape Cert Type", "nsCertType"),
    ("Netscape Comment", "nsComment"),
    ("TLS Web Server Authentication", "serverAuth"),
    ("TLS Web Client Authentication", "clientAuth"),
    ("Code Signing", "codeSigning"),
    ("E-mail Protection", "emailProtection"),
    ("IPSec End System", "ipsecEndSystem"),
    ("IPSec Tunnel", "ipsecTunnel"),
    ("IPSec User", "ipsecUser"),
    ("Time Stamping", "timeStamping"),
    ("OCSP Signing", "OCSPSigning"),
    ("ipsec Internet Key Exchange", "ipsecIKE"),
    ("SSH Client", "secureShellClient"),
    ("SSH Server", "secureShellServer"),
    ("Microsoft Individual Code Signing", "msCodeInd"),
    ("Microsoft Commercial Code Signing", "msCodeCom"),
    ("Microsoft Trust List Signing", "msCTLSign"),
    ("Microsoft Server Gated Crypto", "msSGC"),
    ("Netscape Server Gated Crypto", "nsSGC"),
    ("Microsoft Encrypted File System", "msEFS"),
    ("Microsoft Smartcard Login", "msSmartcardLogin"),
    ("Microsoft User Principal Name", "msUPN"),
    ("PKINIT Client Auth", "pkInitClientAuth"),
    ("Signing KDC Response", "pkInitKDC"),
    ("CA Issuers", "caIssuers"),
    ("CA Repository", "caRepository"),
    ("SRVName", "id-on-dnsSRV"),
    ("Smtp UTF8 Mailbox", "id-on-SmtpUTF8Mailbox"),
    ("Policy Qualifier CPS", "id-qt-cps"),
    ("Policy Qualifier User Notice", "id-qt-unotice"),
    ("Extension Request", "extReq"),
];
