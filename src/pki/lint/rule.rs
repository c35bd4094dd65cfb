//! The rules, in the order of a certificate's fields: one table of data, and what it says of each.

use serde::{Deserialize, Serialize};

use super::{Field, Scope, Severity, Source};

/// What the table says of a rule.
struct Facts {
    id: &'static str,
    section: &'static str,
    field: Field,
    private: Option<Severity>,
    public: Option<Severity>,
}

const E: Option<Severity> = Some(Severity::Error);
const W: Option<Severity> = Some(Severity::Warning);
const N: Option<Severity> = Some(Severity::Notice);
/// Not asked for.
const X: Option<Severity> = None;

/// A rule a row: its name, its identifier, who says so, where, and how bad it is for a private authority
/// and for a public one. A rule cannot be without a row.
macro_rules! rules {
    ($($(#[$doc:meta])+ $rule:ident $id:literal $section:literal $field:ident $private:ident $public:ident;)+) => {
        /// What can be wrong. The sentence at each says what is, where it is broken.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])+ $rule,)+
        }

        impl Rule {
            /// All rules: a certificate's in the order of its fields, then a request's and a list's in theirs.
            pub const ALL: &'static [Self] = &[$(Self::$rule),+];

            const FACTS: &'static [Facts] = &[$(Facts {
                id: $id,
                section: $section,
                field: Field::$field,
                private: $private,
                public: $public,
            }),+];
        }
    };
}

impl Rule {
    /// A name for programs, such as `san-missing`. It never changes.
    pub fn id(self) -> &'static str {
        self.facts().id
    }

    /// How bad it is to break it; `None` where it is not asked for.
    pub fn severity(self, scope: Scope) -> Option<Severity> {
        match scope {
            Scope::Private => self.facts().private,
            Scope::PublicTls => self.facts().public,
        }
    }

    /// Whether it is asked for.
    pub fn applies(self, scope: Scope) -> bool {
        self.severity(scope).is_some()
    }

    /// Where it is written, such as `RFC 5280, 4.2.1.9` or `BR 7.1.2.7.12`; several places after
    /// semicolons, the most telling first.
    pub fn section(self) -> &'static str {
        self.facts().section
    }

    /// Who says so, first of all.
    pub fn source(self) -> Source {
        let known = |(prefix, _): &&(&str, Source)| self.section().starts_with(prefix);
        SOURCES
            .iter()
            .find(known)
            .map_or(Source::Practice, |(_, source)| *source)
    }

    /// What it is about.
    pub fn field(self) -> Field {
        self.facts().field
    }

    fn facts(self) -> &'static Facts {
        // One row a variant, in the same order, by one macro.
        &Self::FACTS[self as usize]
    }
}

/// By the first words of a section.
const SOURCES: [(&str, Source); 9] = [
    ("RFC 5280", Source::Rfc5280),
    ("RFC", Source::Rfc),
    ("X.", Source::Itu),
    ("Unicode", Source::Itu),
    ("BR", Source::BaselineRequirements),
    ("CVE", Source::BaselineRequirements),
    ("Apple", Source::Apple),
    ("Chromium", Source::Chromium),
    ("NSS", Source::Nss),
];

rules! {
    /// It is not written as DER has it, such as with a default written out.
    EncodingNotDer "encoding-not-der" "RFC 5280, 4.1; X.690, 10" Encoding E E;
    /// There are extensions, and it is not of version 3.
    Version "version" "RFC 5280, 4.1.2.1" Version E E;
    /// It is of version 1 or 2, which cannot say whether it is an authority's.
    VersionOld "version-old" "BR 7.1.1" Version W E;
    /// The serial number is zero or negative.
    SerialPositive "serial-positive" "RFC 5280, 4.1.2.2" Serial E E;
    /// The serial number has more than 20 octets.
    SerialLength "serial-length" "RFC 5280, 4.1.2.2" Serial E E;
    /// The serial number has fewer than 64 bits, so it cannot be random enough to be unpredictable.
    SerialEntropy "serial-entropy" "BR 7.1.2.7; BR 7.1.2.6" Serial W E;
    /// It is signed with MD5 or an older digest, which can be forged.
    SignatureMd5 "signature-md5" "RFC 6151, 2" Signature E E;
    /// It is signed with SHA-1, which all browsers refuse.
    SignatureSha1 "signature-sha1" "BR 7.1.3.2.1" Signature E E;
    /// A root signs itself with a digest that can be forged; nobody checks that signature.
    SignatureRootWeak "signature-root-weak" "BR 7.1.3.2.1" Signature N W;
    /// It is signed by an algorithm that hardly any client knows.
    SignatureUnusual "signature-unusual" "BR 7.1.3.2" Signature W E;
    /// It is signed with Ed25519, Ed448 or ML-DSA, which no browser takes yet.
    SignatureNoBrowser "signature-no-browser" "BR 7.1.3.2" Signature W E;
    /// The parameters of an RSA signature are not NULL.
    SignatureRsaParameters "signature-rsa-parameters" "RFC 4055, 5" Signature E E;
    /// An algorithm that has no parameters is given some.
    SignatureParameters "signature-parameters" "RFC 5758, 3.2; RFC 8410, 3; RFC 9881, 2" Signature E E;
    /// The PSS parameters are not SHA-256, SHA-384 or SHA-512 with MGF1 of the same and a salt as long
    /// as the digest.
    PssParameters "pss-parameters" "RFC 4055, 3.1; BR 7.1.3.2.1" Signature E E;
    /// The ECDSA digest is not the one that goes with the curve of the issuer's key.
    EcdsaDigest "ecdsa-digest" "BR 7.1.3.2.2" Signature N E;
    /// The issuer has no name.
    IssuerEmpty "issuer-empty" "RFC 5280, 4.1.2.4" Issuer E E;
    /// The issuer's name is not the subject of the issuer's certificate.
    IssuerNameMismatch "issuer-name-mismatch" "RFC 5280, 6.1.3 (a)(4)" Issuer E E;
    /// The issuer's name is written otherwise than in the issuer's certificate; clients that compare
    /// octets, such as Go, find no path.
    IssuerNameEncoding "issuer-name-encoding" "RFC 5280, 4.1.2.6" Issuer E E;
    /// The issuer's certificate is not an authority's.
    IssuerNotAuthority "issuer-not-authority" "RFC 5280, 6.1.4 (k)" Issuer E E;
    /// The issuer's key usage lacks keyCertSign.
    IssuerNoCertSign "issuer-no-cert-sign" "RFC 5280, 6.1.4 (n)" Issuer E E;
    /// The issuer's path length allows no further authority.
    IssuerPathLength "issuer-path-length" "RFC 5280, 6.1.4 (l)" Issuer E E;
    /// An end entity has the same name as its issuer, so that clients take it for self-signed.
    SameNameAsIssuer "same-name-as-issuer" "RFC 5280, 6.1" Issuer E E;
    /// It says that it signed itself, and its key does not verify its signature.
    SelfSignatureWrong "self-signature-wrong" "RFC 5280, 6.1" Issuer E E;
    /// A time up to 2049 is written as GeneralizedTime.
    ValidityUtcTime "validity-utc-time" "RFC 5280, 4.1.2.5" Validity E E;
    /// It ends before it begins.
    ValidityOrder "validity-order" "RFC 5280, 4.1.2.5" Validity E E;
    /// It ends in the year 9999, that is never.
    ValidityNever "validity-never" "RFC 5280, 4.1.2.5" Validity N E;
    /// A server's certificate is valid for more than 825 days, which Apple's systems refuse even below
    /// roots that users install.
    Validity825 "validity-825" "Apple, HT210176" Validity E X;
    /// A server's certificate is valid for more than 398 days.
    Validity398 "validity-398" "BR 6.3.2; Apple, HT211025" Validity X E;
    /// A server's certificate from 2026-03-15 on is valid for more than 200 days.
    Validity200 "validity-200" "BR 6.3.2" Validity X E;
    /// A server's certificate from 2027-03-15 on is valid for more than 100 days.
    Validity100 "validity-100" "BR 6.3.2" Validity X E;
    /// A server's certificate from 2029-03-15 on is valid for more than 47 days.
    Validity47 "validity-47" "BR 6.3.2" Validity X E;
    /// It is valid for longer than its issuer, so it ends sooner than it says.
    OutlivesIssuer "outlives-issuer" "RFC 5280, 6.1.3 (a)(2)" Validity W W;
    /// It begins before its issuer does.
    PredatesIssuer "predates-issuer" "RFC 5280, 6.1.3 (a)(2)" Validity N N;
    /// A root is valid for more than 25 years (9132 days).
    RootValidityLong "root-validity-long" "BR 7.1.2.1.1" Validity W E;
    /// A root is valid for less than 8 years (2922 days).
    RootValidityShort "root-validity-short" "BR 7.1.2.1.1" Validity X E;
    /// An intermediate authority is valid for more than 10 years.
    IntermediateValidityLong "intermediate-validity-long" "Practice" Validity N N;
    /// An authority has no name.
    SubjectEmpty "subject-empty" "RFC 5280, 4.1.2.6" Subject E E;
    /// There is neither a subject nor an alternative name.
    SubjectUnnamed "subject-unnamed" "RFC 5280, 4.1.2.6" Subject E E;
    /// A country is not two letters.
    CountryFormat "country-format" "RFC 5280, A.1; X.520" Subject E E;
    /// A country is written in small letters.
    CountryCase "country-case" "BR 7.1.2.7.4; BR 7.1.2.10.2" Subject W E;
    /// An attribute is longer than its upper bound.
    AttributeTooLong "attribute-too-long" "RFC 5280, A.1" Subject E E;
    /// An attribute is empty.
    AttributeEmpty "attribute-empty" "RFC 5280, A.1" Subject E E;
    /// An attribute begins or ends with white space.
    AttributeBlank "attribute-blank" "X.520" Subject W W;
    /// An attribute is a dot, a hyphen, or a default of OpenSSL such as Some-State.
    AttributePlaceholder "attribute-placeholder" "BR 7.1.2.7.4" Subject W E;
    /// An attribute has characters that cannot be seen or that turn the text around.
    AttributeInvisible "attribute-invisible" "Unicode, TR 36" Subject W E;
    /// An attribute stands there more than once.
    AttributeRepeated "attribute-repeated" "BR 7.1.4.1" Subject W E;
    /// The attributes are not in the order that is prescribed.
    AttributeOrder "attribute-order" "BR 7.1.4.2" Subject X E;
    /// An attribute is not among those that the requirements know.
    AttributeUnusual "attribute-unusual" "BR 7.1.2.7.4; BR 7.1.4.4" Subject X W;
    /// There is an organizational unit, forbidden since 2022-09-01.
    OrganizationalUnit "organizational-unit" "BR 7.1.2.7.4" Subject X E;
    /// A certificate of the policy for validated domains has attributes other than country and common
    /// name.
    DomainValidated "domain-validated" "BR 7.1.2.7.2" Subject X E;
    /// Several attributes stand in one step of the name; many programs show or compare but one.
    RdnMultiple "rdn-multiple" "BR 7.1.4.1" Subject N E;
    /// An attribute is written as a type of string that it cannot have.
    StringType "string-type" "RFC 5280, A.1" Subject E E;
    /// A string has characters that its type does not have, such as @ or * in a PrintableString.
    StringCharacters "string-characters" "X.680, 41" Subject E E;
    /// An attribute is a TeletexString, BMPString or UniversalString.
    StringDeprecated "string-deprecated" "RFC 5280, 4.1.2.4" Subject W E;
    /// There is more than one common name.
    CommonNameRepeated "common-name-repeated" "BR 7.1.4.3" Subject W E;
    /// A server's common name is not among its alternative names, where alone clients look.
    CommonNameNotInSan "common-name-not-in-san" "RFC 9525, 2; BR 7.1.4.3" Subject W E;
    /// An authority has no common name, by which people tell it from others.
    AuthorityCommonName "authority-common-name" "BR 7.1.2.10.2" Subject W E;
    /// An authority has no organization.
    AuthorityOrganization "authority-organization" "BR 7.1.2.10.2" Subject X E;
    /// An authority has no country.
    AuthorityCountry "authority-country" "BR 7.1.2.10.2" Subject X E;
    /// A root or an authority for servers has an organizational unit.
    AuthorityOrganizationalUnit "authority-organizational-unit" "BR 7.1.2.10.2" Subject X E;
    /// An e-mail address stands in the subject, where it is deprecated.
    EmailInSubject "email-in-subject" "RFC 5280, 4.1.2.6" Subject N W;
    /// An e-mail address stands in the subject and not among the alternative names.
    EmailOnlyInSubject "email-only-in-subject" "RFC 5280, 4.1.2.6" Subject E E;
    /// An RSA key has fewer than 2048 bits.
    RsaShort "rsa-short" "BR 6.1.5" PublicKey E E;
    /// An RSA key has more than 4096 bits, slow everywhere and refused by some devices.
    RsaLong "rsa-long" "Practice" PublicKey N N;
    /// The length of an RSA key is no multiple of 8 bits.
    RsaLength "rsa-length" "BR 6.1.5" PublicKey W E;
    /// An RSA exponent is even or 1, so the key protects nothing.
    RsaExponentInvalid "rsa-exponent-invalid" "BR 6.1.6" PublicKey E E;
    /// An RSA exponent is smaller than 65537.
    RsaExponentSmall "rsa-exponent-small" "BR 6.1.6" PublicKey W W;
    /// An RSA exponent has more than 256 bits; some programs take only 32.
    RsaExponentLarge "rsa-exponent-large" "BR 6.1.6" PublicKey W W;
    /// An RSA modulus has a factor below 752.
    RsaSmallFactor "rsa-small-factor" "BR 6.1.6" PublicKey E E;
    /// An RSA key bears the mark of a faulty chip (ROCA) and can be factored.
    RsaRoca "rsa-roca" "CVE-2017-15361; BR 6.1.1.3" PublicKey E E;
    /// The primes of an RSA key are so close to each other that the key can be factored.
    RsaClosePrimes "rsa-close-primes" "BR 6.1.1.3" PublicKey E E;
    /// The parameters of an RSA key are not NULL.
    RsaKeyParameters "rsa-key-parameters" "RFC 3279, 2.3.1" PublicKey E E;
    /// A server's or authority's key says that it is for PSS alone, which Chromium and others do not know.
    KeyPss "key-pss" "BR 7.1.3.1.1" PublicKey E E;
    /// A kind of key that has no parameters is given some.
    KeyParameters "key-parameters" "RFC 8410, 3; RFC 9881, 4" PublicKey E E;
    /// An elliptic curve is given by its numbers and not by its name.
    EcExplicit "ec-explicit" "RFC 5480, 2.1.1" PublicKey E E;
    /// A point is written in its compressed form, which some programs do not read.
    EcCompressed "ec-compressed" "RFC 5480, 2.2" PublicKey W W;
    /// A server's or authority's curve is not P-256, P-384 or P-521; browsers refuse it.
    EcCurve "ec-curve" "BR 6.1.5" PublicKey E E;
    /// A server's key is on P-521. The Baseline Requirements allow that, Firefox and Safari take it; Chromium
    /// offers no such signature in its handshakes. It is an error, as all that a large browser refuses.
    KeyP521 "key-p521" "Chromium" PublicKey E E;
    /// Chromium and Firefox refuse Ed25519 keys.
    KeyEd25519 "key-ed25519" "Chromium; NSS" PublicKey E E;
    /// No browser takes ML-DSA keys yet.
    KeyMlDsa "key-ml-dsa" "Chromium; NSS" PublicKey E E;
    /// A server's or authority's key is of a kind that no browser takes.
    KeyUnknown "key-unknown" "BR 6.1.5" PublicKey E E;
    /// The key cannot be read.
    KeyBroken "key-broken" "RFC 5280, 4.1.2.7" PublicKey E E;
    /// It has its issuer's own key, so its holder can issue certificates.
    KeyReused "key-reused" "Practice" PublicKey E E;
    /// There is an issuer's or subject's unique identifier.
    UniqueIdentifier "unique-identifier" "RFC 5280, 4.1.2.8" UniqueIdentifier E E;
    /// There is a list of extensions, and none in it.
    ExtensionsEmpty "extensions-empty" "RFC 5280, 4.1.2.9" Extensions E E;
    /// An extension stands there more than once.
    ExtensionRepeated "extension-repeated" "RFC 5280, 4.2" Extensions E E;
    /// An extension cannot be read.
    ExtensionBroken "extension-broken" "RFC 5280, 4.2" Extensions E E;
    /// An extension that hardly any client knows is critical, so they have to refuse it.
    ExtensionUnknownCritical "extension-unknown-critical" "RFC 5280, 4.2" Extensions E E;
    /// An extension is Netscape's, or the private key's usage period; nobody looks at it any more.
    ExtensionObsolete "extension-obsolete" "Practice" Extensions N N;
    /// The key identifier of the issuer is missing.
    AuthorityKeyMissing "authority-key-missing" "RFC 5280, 4.2.1.1" AuthorityKeyIdentifier E E;
    /// The authority key identifier is critical.
    AuthorityKeyCritical "authority-key-critical" "RFC 5280, 4.2.1.1" AuthorityKeyIdentifier E E;
    /// It names the issuer's issuer or its serial number, and not both.
    AuthorityKeyHalf "authority-key-half" "RFC 5280, 4.2.1.1" AuthorityKeyIdentifier E E;
    /// It names the issuer's issuer and serial number, which ties it to one certificate of the issuer.
    AuthorityKeyIssuer "authority-key-issuer" "BR 7.1.2.11.1" AuthorityKeyIdentifier N E;
    /// It is not the subject key identifier of the issuer; OpenSSL finds no path.
    AuthorityKeyMismatch "authority-key-mismatch" "RFC 5280, 4.2.1.1" AuthorityKeyIdentifier E E;
    /// An authority does not say its key identifier.
    SubjectKeyMissing "subject-key-missing" "RFC 5280, 4.2.1.2" SubjectKeyIdentifier E E;
    /// An end entity does not say its key identifier.
    SubjectKeyMissingLeaf "subject-key-missing-leaf" "RFC 5280, 4.2.1.2" SubjectKeyIdentifier N X;
    /// The subject key identifier is critical.
    SubjectKeyCritical "subject-key-critical" "RFC 5280, 4.2.1.2" SubjectKeyIdentifier E E;
    /// The subject key identifier is empty or longer than 32 octets.
    SubjectKeyLength "subject-key-length" "RFC 5280, 4.2.1.2" SubjectKeyIdentifier W W;
    /// The key usage has no use.
    KeyUsageEmpty "key-usage-empty" "RFC 5280, 4.2.1.3" KeyUsage E E;
    /// The key usage ends in bits that DER leaves out.
    KeyUsageEncoding "key-usage-encoding" "X.690, 11.2.2" KeyUsage E E;
    /// The key usage is not critical.
    KeyUsageNotCritical "key-usage-not-critical" "RFC 5280, 4.2.1.3; BR 7.1.2.7.6" KeyUsage W E;
    /// An authority has no key usage.
    KeyUsageMissing "key-usage-missing" "RFC 5280, 4.2.1.3" KeyUsage E E;
    /// An end entity has no key usage, so its key may do everything.
    KeyUsageMissingLeaf "key-usage-missing-leaf" "BR 7.1.2.7.6" KeyUsage N W;
    /// The key may sign certificates, and it is no authority's.
    CertSignWithoutAuthority "cert-sign-without-authority" "RFC 5280, 4.2.1.9" KeyUsage E E;
    /// An authority's key may not sign certificates.
    AuthorityWithoutCertSign "authority-without-cert-sign" "RFC 5280, 4.2.1.3" KeyUsage E E;
    /// An authority's key may not sign revocation lists.
    AuthorityWithoutCrlSign "authority-without-crl-sign" "BR 7.1.2.10.7" KeyUsage W E;
    /// An authority's key has uses besides signing certificates, lists and OCSP responses.
    AuthorityEnciphers "authority-enciphers" "BR 7.1.2.10.7" KeyUsage W E;
    /// An RSA key is to agree on keys, which it cannot.
    KeyUsageRsa "key-usage-rsa" "RFC 3279, 2.3.1" KeyUsage E E;
    /// An elliptic curve's key is to encipher, which it cannot.
    KeyUsageEc "key-usage-ec" "RFC 8813, 3" KeyUsage E E;
    /// An Ed25519 or Ed448 key is to encipher or to agree on keys, which it cannot.
    KeyUsageEd "key-usage-ed" "RFC 9295, 3" KeyUsage E E;
    /// An ML-DSA key is to encipher or to agree on keys, which it cannot.
    KeyUsageMlDsa "key-usage-ml-dsa" "RFC 9881, 5" KeyUsage E E;
    /// encipherOnly or decipherOnly stands there without keyAgreement, which means nothing.
    EncipherOnly "encipher-only" "RFC 5280, 4.2.1.3" KeyUsage W E;
    /// An end entity's key may sign revocation lists.
    LeafCrlSign "leaf-crl-sign" "BR 7.1.2.7.11" KeyUsage N E;
    /// A server's key may not sign, without which there is no TLS 1.3.
    ServerNoSignature "server-no-signature" "RFC 8446, 4.4.2.2" KeyUsage E E;
    /// A server's RSA key lacks keyEncipherment, for which NSS's own verifier asks, and browsers do not.
    ServerNoEncipherment "server-no-encipherment" "NSS" KeyUsage N X;
    /// A server's key has uses that are forbidden to it, such as nonRepudiation.
    ServerKeyUsage "server-key-usage" "BR 7.1.2.7.11" KeyUsage X E;
    /// A policy stands there more than once.
    PolicyRepeated "policy-repeated" "RFC 5280, 4.2.1.4" CertificatePolicies E E;
    /// A policy's notice has more than 200 characters.
    PolicyNoticeLong "policy-notice-long" "RFC 5280, 4.2.1.4" CertificatePolicies W E;
    /// A policy's notice is not a UTF8String.
    PolicyNoticeString "policy-notice-string" "RFC 5280, 4.2.1.4; RFC 6818, 3" CertificatePolicies W E;
    /// A policy's notice refers to a numbered text elsewhere.
    PolicyNoticeReference "policy-notice-reference" "RFC 5280, 4.2.1.4" CertificatePolicies W E;
    /// The address of a practice statement is no http or https URI.
    PolicyCps "policy-cps" "RFC 5280, 4.2.1.4; BR 7.1.2.7.9" CertificatePolicies W E;
    /// A policy has a qualifier other than the address of a practice statement.
    PolicyQualifier "policy-qualifier" "BR 7.1.2.7.9" CertificatePolicies X E;
    /// There is no policy of the CA/Browser Forum for servers (2.23.140.1.1 or 2.23.140.1.2.…), which
    /// tells how the subject was checked.
    PolicyMissing "policy-missing" "BR 7.1.2.7.9" CertificatePolicies X E;
    /// There is more than one of these policies, so it says of itself what cannot all be true.
    PolicySeveral "policy-several" "BR 7.1.2.7.9" CertificatePolicies X E;
    /// An intermediate authority has no certificate policies.
    IntermediatePolicyMissing "intermediate-policy-missing" "BR 7.1.2.6.1" CertificatePolicies X E;
    /// An end entity has anyPolicy.
    PolicyAnyInLeaf "policy-any-in-leaf" "BR 7.1.2.7.9" CertificatePolicies N E;
    /// A policy is mapped to or from anyPolicy.
    PolicyMappingsAny "policy-mappings-any" "RFC 5280, 4.2.1.5" PolicyMappings E E;
    /// Policy mappings are not critical.
    PolicyMappingsNotCritical "policy-mappings-not-critical" "RFC 5280, 4.2.1.5" PolicyMappings W W;
    /// A policy is mapped that is not among the certificate's own.
    PolicyMappingsUnasserted "policy-mappings-unasserted" "RFC 5280, 4.2.1.5" PolicyMappings W W;
    /// An end entity maps policies, which is an authority's to do.
    PolicyMappingsOfLeaf "policy-mappings-of-leaf" "RFC 5280, 4.2.1.5" PolicyMappings W E;
    /// A server has no alternative name, where alone clients look.
    SanMissing "san-missing" "RFC 9525, 2; BR 7.1.2.7.12" SubjectAltName E E;
    /// There is no subject, and the alternative names are not critical.
    AltNamesNotCritical "alt-names-not-critical" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// There is a subject, and the alternative names are critical.
    SanCritical "san-critical" "RFC 5280, 4.2.1.6; BR 7.1.2.7.12" SubjectAltName W E;
    /// An alternative name stands there more than once.
    SanDuplicate "san-duplicate" "Practice" SubjectAltName W W;
    /// An alternative name has characters beyond ASCII.
    SanNotAscii "san-not-ascii" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// A domain name is empty.
    SanDnsEmpty "san-dns-empty" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// A domain name has an underscore, which no host name has.
    SanDnsUnderscore "san-dns-underscore" "RFC 5280, 4.2.1.6; BR 7.1.2.7.12" SubjectAltName W E;
    /// A domain name has a character that none can have.
    SanDnsCharacter "san-dns-character" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// A domain name has white space in or around it.
    SanDnsBlank "san-dns-blank" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// A part of a domain name has more than 63 characters.
    SanDnsLabelLong "san-dns-label-long" "RFC 1034, 3.1" SubjectAltName E E;
    /// A domain name has more than 253 characters.
    SanDnsLong "san-dns-long" "RFC 1034, 3.1" SubjectAltName E E;
    /// A domain name has two dots in a row or one at its beginning.
    SanDnsEmptyLabel "san-dns-empty-label" "RFC 1034, 3.5" SubjectAltName E E;
    /// A domain name ends in a dot.
    SanDnsTrailingDot "san-dns-trailing-dot" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// A part of a domain name begins or ends with a hyphen.
    SanDnsHyphen "san-dns-hyphen" "RFC 1034, 3.5" SubjectAltName E E;
    /// A domain name is a URL or has a port.
    SanDnsUrl "san-dns-url" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// A domain name is an IP address, or ends in a number; clients look for addresses elsewhere.
    SanDnsAddress "san-dns-address" "BR 7.1.2.7.12" SubjectAltName E E;
    /// A part of a domain name begins with xn-- and encodes nothing, or what may not be in a name.
    SanDnsIdn "san-dns-idn" "RFC 9549, 2.3; RFC 5891, 4.4" SubjectAltName E E;
    /// A part of a domain name has hyphens in its third and fourth place, and is not xn--.
    SanDnsReserved "san-dns-reserved" "BR 7.1.2.7.12; RFC 5890, 2.3.1" SubjectAltName X E;
    /// A star stands elsewhere than alone in the first part of a domain name.
    SanWildcardPlace "san-wildcard-place" "RFC 9525, 6.3" SubjectAltName E E;
    /// A star stands for all names or for all of a top-level domain.
    SanWildcardTooHigh "san-wildcard-too-high" "RFC 9525, 6.3; BR 3.2.2.6" SubjectAltName E E;
    /// A domain name is internal: it has one part, or ends as no public one does, such as .local.
    SanInternal "san-internal" "BR 4.2.2" SubjectAltName X E;
    /// A domain name stands for an IP address: it ends in in-addr.arpa or ip6.arpa.
    SanReverseZone "san-reverse-zone" "BR 7.1.2.7.12; BR 4.2.2" SubjectAltName X E;
    /// An IP address is private or reserved.
    SanReservedAddress "san-reserved-address" "BR 4.2.2" SubjectAltName X E;
    /// An IP address has neither 4 nor 16 octets.
    SanIpLength "san-ip-length" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// An e-mail address is none.
    SanEmail "san-email" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// A URI has no scheme, no host, or characters that it cannot have.
    SanUri "san-uri" "RFC 5280, 4.2.1.6" SubjectAltName E E;
    /// A server has an alternative name that is neither a domain name nor an IP address.
    SanForm "san-form" "BR 7.1.2.7.12" SubjectAltName X E;
    /// An OCSP responder has alternative names.
    OcspAltName "ocsp-alt-name" "BR 7.1.2.8.2" SubjectAltName X E;
    /// The issuer's alternative names are critical.
    IssuerAltNameCritical "issuer-alt-name-critical" "RFC 5280, 4.2.1.7" IssuerAltName W W;
    /// The subject directory attributes are critical.
    DirectoryAttributesCritical "directory-attributes-critical" "RFC 5280, 4.2.1.8" SubjectDirectoryAttributes E E;
    /// An authority's basic constraints are not critical.
    BasicConstraintsNotCritical "basic-constraints-not-critical" "RFC 5280, 4.2.1.9" BasicConstraints E E;
    /// An end entity's basic constraints are not critical.
    BasicConstraintsLeaf "basic-constraints-leaf" "BR 7.1.2.7.6" BasicConstraints X E;
    /// The basic constraints say cA FALSE, which DER leaves out.
    BasicConstraintsDefault "basic-constraints-default" "X.690, 11.5" BasicConstraints E E;
    /// There is a path length, and it is no authority that signs certificates.
    PathLengthWithoutAuthority "path-length-without-authority" "RFC 5280, 4.2.1.9" BasicConstraints E E;
    /// A root has a path length.
    RootPathLength "root-path-length" "BR 7.1.2.1.4" BasicConstraints N W;
    /// The path length promises more than the issuer's allows.
    PathLengthBeyondIssuer "path-length-beyond-issuer" "RFC 5280, 4.2.1.9" BasicConstraints N N;
    /// An end entity has name constraints.
    NameConstraintsOfLeaf "name-constraints-of-leaf" "RFC 5280, 4.2.1.10" NameConstraints E E;
    /// Name constraints are not critical.
    NameConstraintsNotCritical "name-constraints-not-critical" "RFC 5280, 4.2.1.10" NameConstraints E W;
    /// Name constraints constrain nothing.
    NameConstraintsEmpty "name-constraints-empty" "RFC 5280, 4.2.1.10" NameConstraints E E;
    /// A subtree's base is not what it should be, such as a mask with gaps.
    NameConstraintsSyntax "name-constraints-syntax" "RFC 5280, 4.2.1.10" NameConstraints E E;
    /// A network's address has bits where its mask has none.
    NameConstraintsHostBits "name-constraints-host-bits" "RFC 5280, 4.2.1.10; RFC 4632, 3.1" NameConstraints W W;
    /// A subtree has a minimum or maximum.
    NameConstraintsBounds "name-constraints-bounds" "RFC 5280, 4.2.1.10" NameConstraints E E;
    /// A domain begins with a dot, which the standard does not have; programs read it differently.
    NameConstraintsDot "name-constraints-dot" "RFC 5280, 4.2.1.10" NameConstraints W W;
    /// Names of a form are constrained that hardly any client compares.
    NameConstraintsForm "name-constraints-form" "RFC 5280, 4.2.1.10" NameConstraints W E;
    /// A name is outside of what the issuer may vouch for.
    NameConstraintViolated "name-constraint-violated" "RFC 5280, 6.1.3 (b), (c)" NameConstraints E E;
    /// Policy constraints are not critical.
    PolicyConstraintsNotCritical "policy-constraints-not-critical" "RFC 5280, 4.2.1.11" PolicyConstraints E E;
    /// Policy constraints constrain nothing.
    PolicyConstraintsEmpty "policy-constraints-empty" "RFC 5280, 4.2.1.11" PolicyConstraints E E;
    /// An end entity has policy constraints or inhibits anyPolicy, which is an authority's to do.
    PolicyConstraintsOfLeaf "policy-constraints-of-leaf" "RFC 5280, 4.2.1.11" PolicyConstraints W E;
    /// A purpose stands there more than once.
    PurposeRepeated "purpose-repeated" "RFC 5280, 4.2.1.12" ExtendedKeyUsage W W;
    /// anyExtendedKeyUsage stands there, so all others mean nothing.
    PurposeAny "purpose-any" "RFC 5280, 4.2.1.12; BR 7.1.2.7.10" ExtendedKeyUsage W E;
    /// The extended key usage is critical.
    PurposeCritical "purpose-critical" "BR 7.1.2.7.6" ExtendedKeyUsage N E;
    /// A time-stamping service's purpose is not alone, or not critical.
    PurposeTimeStamping "purpose-time-stamping" "RFC 3161, 2.3" ExtendedKeyUsage E E;
    /// A purpose needs a use of the key that the key usage does not have.
    PurposeKeyUsage "purpose-key-usage" "RFC 5280, 4.2.1.12" ExtendedKeyUsage W W;
    /// A purpose is not among those of the issuer's certificate; clients refuse it.
    PurposeNotNested "purpose-not-nested" "BR 7.1.2.10.6; Chromium; NSS" ExtendedKeyUsage E E;
    /// A server's certificate has no extended key usage; Apple's systems refuse it.
    ServerPurposeMissing "server-purpose-missing" "Apple, HT210176" ExtendedKeyUsage E E;
    /// A server's certificate has purposes that are forbidden to it, such as codeSigning.
    ServerPurposeMixed "server-purpose-mixed" "BR 7.1.2.7.10" ExtendedKeyUsage W E;
    /// A server's certificate has a purpose that is not recommended for it.
    ServerPurposeUnusual "server-purpose-unusual" "BR 7.1.2.7.10" ExtendedKeyUsage X W;
    /// A server's certificate is a client's as well.
    ServerPurposeClient "server-purpose-client" "Chromium, Root Program Policy 3.2" ExtendedKeyUsage X W;
    /// A root has an extended key usage.
    RootPurpose "root-purpose" "BR 7.1.2.1.2" ExtendedKeyUsage W E;
    /// An intermediate authority has no extended key usage; one that is cross-certified may do without.
    IntermediatePurposeMissing "intermediate-purpose-missing" "BR 7.1.2.6.1" ExtendedKeyUsage X W;
    /// An OCSP responder has further purposes.
    OcspPurposeMixed "ocsp-purpose-mixed" "BR 7.1.2.8.5" ExtendedKeyUsage X E;
    /// The CRL distribution points are critical.
    CrlPointCritical "crl-point-critical" "RFC 5280, 4.2.1.13" CrlDistributionPoints W E;
    /// A CRL distribution point has neither a name nor an issuer.
    CrlPointEmpty "crl-point-empty" "RFC 5280, 4.2.1.13" CrlDistributionPoints E E;
    /// A CRL is not at an http URI; for a private authority, none is.
    CrlPointNotHttp "crl-point-not-http" "RFC 5280, 4.2.1.13; BR 7.1.2.11.2" CrlDistributionPoints W E;
    /// A CRL is to be fetched over https, whose certificate would have to be checked first.
    CrlPointHttps "crl-point-https" "RFC 5280, 8; BR 7.1.2.11.2" CrlDistributionPoints W E;
    /// A CRL distribution point is for some reasons only, or has an issuer of lists of its own.
    CrlPointPartial "crl-point-partial" "BR 7.1.2.11.2" CrlDistributionPoints X E;
    /// An intermediate authority does not say where a CRL is.
    IntermediateCrlPointMissing "intermediate-crl-point-missing" "BR 7.1.2.11.2" CrlDistributionPoints X E;
    /// A server's certificate says neither where a CRL is nor an OCSP service.
    RevocationMissing "revocation-missing" "BR 7.1.2.11.2" CrlDistributionPoints X E;
    /// An OCSP responder says where a CRL is, though it is not to be checked.
    OcspCrlPoint "ocsp-crl-point" "BR 7.1.2.8.2" CrlDistributionPoints X E;
    /// The inhibition of anyPolicy is not critical.
    InhibitAnyPolicyNotCritical "inhibit-any-policy-not-critical" "RFC 5280, 4.2.1.14" InhibitAnyPolicy E E;
    /// The freshest CRL is critical.
    FreshestCrlCritical "freshest-crl-critical" "RFC 5280, 4.2.1.15" FreshestCrl E E;
    /// The authority information access is critical.
    AuthorityInfoCritical "authority-info-critical" "RFC 5280, 4.2.2.1" AuthorityInfoAccess E E;
    /// An OCSP service or an issuer's certificate is not at an http URI.
    AuthorityInfoNotHttp "authority-info-not-http" "RFC 5280, 4.2.2.1; BR 7.1.2.7.7" AuthorityInfoAccess W E;
    /// An OCSP service or an issuer's certificate is to be asked over https, whose certificate would
    /// have to be checked first.
    AuthorityInfoHttps "authority-info-https" "RFC 5280, 8; BR 7.1.2.7.7" AuthorityInfoAccess W E;
    /// There is an access method other than OCSP and caIssuers.
    AuthorityInfoMethod "authority-info-method" "BR 7.1.2.7.7" AuthorityInfoAccess X E;
    /// A server's certificate has no authority information access.
    AuthorityInfoMissing "authority-info-missing" "BR 7.1.2.7.6" AuthorityInfoAccess X E;
    /// A server's certificate does not say where its issuer's is.
    CaIssuersMissing "ca-issuers-missing" "BR 7.1.2.7.7" AuthorityInfoAccess X W;
    /// The subject information access is critical.
    SubjectInfoCritical "subject-info-critical" "RFC 5280, 4.2.2.2" SubjectInfoAccess E E;
    /// The TLS feature is critical.
    TlsFeatureCritical "tls-feature-critical" "RFC 7633, 4" TlsFeature W E;
    /// The issuer demands TLS features that it does not have.
    TlsFeatureNarrower "tls-feature-narrower" "RFC 7633, 4.2.2" TlsFeature E E;
    /// A server has to staple an OCSP response, and it is not said where to get one.
    MustStapleWithoutOcsp "must-staple-without-ocsp" "RFC 7633, 4.2.3" TlsFeature W E;
    /// The poison of a precertificate is not critical, so clients would take it for a certificate.
    PoisonNotCritical "poison-not-critical" "RFC 6962, 3.1" CertificateTransparency E E;
    /// It is a precertificate, and has the logs' timestamps already.
    PoisonAndTimestamps "poison-and-timestamps" "RFC 6962, 3.1" CertificateTransparency E E;
    /// It is a precertificate: for logs, and refused by all clients.
    Precertificate "precertificate" "RFC 6962, 3.1" CertificateTransparency N N;
    /// It has no timestamps of certificate transparency logs; browsers refuse it unless the server
    /// sends them.
    TimestampsMissing "timestamps-missing" "Chromium; Apple, HT205280" CertificateTransparency X W;
    /// The list of the logs' timestamps is empty or broken.
    TimestampsEmpty "timestamps-empty" "RFC 6962, 3.3" CertificateTransparency E E;
    /// The logs' timestamps are critical.
    TimestampsCritical "timestamps-critical" "RFC 6962, 3.3" CertificateTransparency E E;
    /// An OCSP responder's certificate does not say that it is not to be checked itself.
    OcspNoCheck "ocsp-no-check" "RFC 6960, 4.2.2.2.1; BR 7.1.2.8.6" OcspNoCheck N E;
    /// The request's signature is not by its key, so nobody has shown to hold it.
    RequestSignature "request-signature" "RFC 2986, 3" Signature E E;
    /// The request holds a challenge password, in clear.
    RequestChallengePassword "request-challenge-password" "RFC 2985, 5.4.1" Attributes W W;
    /// The request asks for extensions in more than one attribute; authorities look at one.
    RequestExtensionsRepeated "request-extensions-repeated" "RFC 2985, 5.4.2" Attributes W W;
    /// The request asks for an extension that is the issuer's to decide.
    RequestIssuersOwn "request-issuers-own" "RFC 5280, 4.2" Attributes N N;
    /// The list is not of version 2.
    ListVersion "list-version" "RFC 5280, 5.1.2.1" Version E E;
    /// The list names two different signature algorithms.
    ListSignatureMismatch "list-signature-mismatch" "RFC 5280, 5.1.1.2" Signature E E;
    /// The list's issuer is not the subject of the issuer's certificate.
    ListIssuerMismatch "list-issuer-mismatch" "RFC 5280, 6.3.3 (f)" Issuer E E;
    /// The issuer's key usage lacks cRLSign.
    ListIssuerNoCrlSign "list-issuer-no-crl-sign" "RFC 5280, 6.3.3 (f)" Issuer E E;
    /// A time up to 2049 is written as GeneralizedTime.
    ListTimeEncoding "list-time-encoding" "RFC 5280, 5.1.2.4" Updates E E;
    /// The list does not say when the next one comes.
    ListNextUpdateMissing "list-next-update-missing" "RFC 5280, 5.1.2.5" Updates E E;
    /// The next update is not after this one.
    ListUpdateOrder "list-update-order" "RFC 5280, 5.1.2.5" Updates E E;
    /// The next update comes later than 10 days, or 12 months for a root's list.
    ListValidityLong "list-validity-long" "BR 7.2" Updates N E;
    /// There is a list of revoked certificates, and none in it.
    ListEntriesEmpty "list-entries-empty" "RFC 5280, 5.1.2.6" Entries E E;
    /// A serial number is revoked twice.
    ListEntryRepeated "list-entry-repeated" "RFC 5280, 5.1.2.6" Entries E E;
    /// A certificate is revoked later than the list was made.
    ListEntryFuture "list-entry-future" "RFC 5280, 5.1.2.4" Entries W W;
    /// A reason is written out as unspecified.
    ListReasonUnspecified "list-reason-unspecified" "RFC 5280, 5.3.1; BR 7.2.2" Entries W E;
    /// A reason is critical.
    ListReasonCritical "list-reason-critical" "RFC 5280, 5.3.1" Entries E E;
    /// A reason is none that the standard knows.
    ListReasonBroken "list-reason-broken" "RFC 5280, 5.3.1" Entries E E;
    /// A certificate is taken off the list (removeFromCRL) in one that is no delta.
    ListReasonRemove "list-reason-remove" "RFC 5280, 5.3.1" Entries E E;
    /// A certificate is on hold.
    ListReasonHold "list-reason-hold" "BR 7.2.2" Entries X E;
    /// The list or an entry has a critical extension that hardly any client knows, so they have to
    /// refuse the list.
    ListExtensionUnknownCritical "list-extension-unknown-critical" "RFC 5280, 5.2" Extensions E E;
    /// The list does not say its issuer's key identifier.
    ListAuthorityKeyMissing "list-authority-key-missing" "RFC 5280, 5.2.1" AuthorityKeyIdentifier E E;
    /// The list's authority key identifier is not the subject key identifier of its issuer.
    ListAuthorityKeyMismatch "list-authority-key-mismatch" "RFC 5280, 5.2.1" AuthorityKeyIdentifier E E;
    /// The list has no number.
    ListNumberMissing "list-number-missing" "RFC 5280, 5.2.3" CrlNumber E E;
    /// The list's number is critical.
    ListNumberCritical "list-number-critical" "RFC 5280, 5.2.3" CrlNumber E E;
    /// The list's number is negative or has more than 20 octets.
    ListNumberLength "list-number-length" "RFC 5280, 5.2.3" CrlNumber E E;
    /// The list is a delta, and that is not critical, so clients would take it for a full one.
    ListDeltaNotCritical "list-delta-not-critical" "RFC 5280, 5.2.4" DeltaCrlIndicator E E;
    /// The issuing distribution point is not critical.
    ListPointNotCritical "list-point-not-critical" "RFC 5280, 5.2.5" IssuingDistributionPoint E E;
    /// The issuing distribution point says nothing.
    ListPointEmpty "list-point-empty" "RFC 5280, 5.2.5" IssuingDistributionPoint E E;
    /// The list is indirect: it is about certificates of other issuers as well.
    ListIndirect "list-indirect" "BR 7.2; BR 7.2.2.1" IssuingDistributionPoint X E;
}
