//! The types of attribute: their names, limits and kinds of string.

use core::ops::RangeInclusive;
use std::borrow::Cow;

use der::Tag;
use serde::{Deserialize, Serialize};

use crate::pki::Oid;

/// A type of attribute.
///
/// RFC 5280, appendix A.1, knows most of these, X.520 and the CA/Browser Forum the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AttributeType {
    /// `C`: two letters of ISO 3166-1.
    Country,
    /// `ST`: state or province.
    State,
    /// `L`: locality, such as a city.
    Locality,
    /// `O`: organization.
    Organization,
    /// `OU`: organizational unit.
    OrganizationalUnit,
    /// `CN`: common name.
    CommonName,
    /// `emailAddress` of PKCS #9.
    Email,
    /// `serialNumber` of a device or a company; not that of the certificate.
    SerialNumber,
    /// `GN`: given name.
    GivenName,
    /// `SN`: surname.
    Surname,
    /// `initials` of a person.
    Initials,
    /// `generationQualifier`, such as "Jr.".
    GenerationQualifier,
    /// `pseudonym`.
    Pseudonym,
    /// `name`: any kind of name.
    AnyName,
    /// `title`: a person's function.
    Title,
    /// `description`.
    Description,
    /// `DC`: one label of a domain name (RFC 4519, section 2.4).
    DomainComponent,
    /// `UID`: a user's identifier (RFC 4519, section 2.39).
    UserId,
    /// `street`: street address.
    Street,
    /// `postalCode`.
    PostalCode,
    /// `postOfficeBox`.
    PostOfficeBox,
    /// `telephoneNumber`.
    TelephoneNumber,
    /// `businessCategory`.
    BusinessCategory,
    /// `organizationIdentifier` (ETSI EN 319 412-1).
    OrganizationIdentifier,
    /// `dnQualifier`: what tells two equal names apart.
    DnQualifier,
    /// `jurisdictionL`: where a company is registered (Extended Validation, section 9.2.4).
    JurisdictionLocality,
    /// `jurisdictionST`.
    JurisdictionState,
    /// `jurisdictionC`.
    JurisdictionCountry,
    /// `unstructuredName` of PKCS #9.
    UnstructuredName,
    /// Any other, written as a UTF8String but for a few that have a type of string of their own.
    Other(Oid),
}

impl AttributeType {
    /// The seven that most names are made of, in the order in which names usually have them.
    pub const ALL: [Self; 7] = [
        Self::Country,
        Self::State,
        Self::Locality,
        Self::Organization,
        Self::OrganizationalUnit,
        Self::CommonName,
        Self::Email,
    ];

    /// All that are known, in a form's order: those of [`AttributeType::ALL`] first.
    pub fn known() -> impl Iterator<Item = Self> {
        KNOWN.into_iter()
    }

    /// The type that has this identifier; [`AttributeType::Other`] only for those not known here.
    pub fn of_oid(oid: Oid) -> Self {
        let known = KNOWN.into_iter().find(|kind| kind.oid() == oid);
        known.unwrap_or(Self::Other(oid))
    }

    /// The type that OpenSSL, LDAP, Java or Windows call by this name, in any letter case; dotted
    /// identifiers are read as well, also after `OID.`.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        let is_it = |known: &str| known.eq_ignore_ascii_case(name);
        let is_kind = |kind: &Self| is_it(kind.facts().short) || is_it(kind.facts().long);
        if let Some(kind) = KNOWN.into_iter().find(is_kind) {
            return Some(kind);
        }
        if let Some((_, kind)) = ALIASES.into_iter().find(|(alias, _)| is_it(alias)) {
            return Some(kind);
        }
        let dotted = match name.split_at_checked(4) {
            Some((prefix, rest)) if prefix.eq_ignore_ascii_case("OID.") => rest,
            _ => name,
        };
        Oid::parse(dotted).ok().map(Self::of_oid)
    }

    /// The most characters that a value can have (RFC 5280, appendix A.1, and X.520: `ub-…`); where
    /// these have no limit, `ub-name`.
    pub fn limit(self) -> usize {
        self.facts().limit
    }

    /// OpenSSL's short name: `C`, `ST`, `L`, `O`, `OU`, `CN`, `emailAddress`; the dotted identifier
    /// of one that has no name.
    pub fn short_name(self) -> Cow<'static, str> {
        match self {
            Self::Other(oid) => oid.name().map_or_else(|| oid.to_string().into(), Cow::from),
            _ => self.facts().short.into(),
        }
    }

    /// The object identifier.
    pub fn oid(self) -> Oid {
        self.facts().oid
    }

    /// How many characters OpenSSL takes, which is not always what RFC 5280 says.
    pub(in crate::pki) fn openssl_lengths(self) -> RangeInclusive<usize> {
        match self {
            Self::Email => 1..=128,
            _ if self.is_country() => 2..=2,
            Self::Other(_) if self.limit() == CODE => CODE..=CODE,
            _ => 1..=self.limit(),
        }
    }

    /// RFC 5280, appendix A.1, where it leaves no choice; section 4.1.2.4 asks for UTF8String in the
    /// others, and so does OpenSSL's `string_mask = utf8only`. A few have a type of string of their
    /// own in OpenSSL.
    pub(in crate::pki) fn tag(self) -> Tag {
        self.facts().tag
    }

    /// Whether strings of its type have the character (X.680, section 41).
    pub(in crate::pki) fn has(self, c: char) -> bool {
        match self.tag() {
            Tag::PrintableString => c.is_ascii_alphanumeric() || " '()+,-./:=?".contains(c),
            Tag::NumericString => c.is_ascii_digit() || c == ' ',
            Tag::Ia5String => c.is_ascii(),
            Tag::BmpString => u32::from(c) <= 0xffff,
            _ => true,
        }
    }

    /// The contents of such a string; the text has no characters that it does not have.
    pub(in crate::pki) fn octets(self, text: &str) -> Vec<u8> {
        match self.tag() {
            Tag::BmpString => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => text.into(),
        }
    }

    /// Whether it is a country: two letters.
    pub(super) fn is_country(self) -> bool {
        matches!(self, Self::Country | Self::JurisdictionCountry)
    }

    #[rustfmt::skip]
    fn facts(self) -> Facts {
        use AttributeType::*;
        match self {
            Country => facts("2.5.4.6", "C", "countryName", 2, PRINTABLE),
            State => facts("2.5.4.8", "ST", "stateOrProvinceName", 128, UTF8),
            Locality => facts("2.5.4.7", "L", "localityName", 128, UTF8),
            Organization => facts("2.5.4.10", "O", "organizationName", 64, UTF8),
            OrganizationalUnit => facts("2.5.4.11", "OU", "organizationalUnitName", 64, UTF8),
            CommonName => facts("2.5.4.3", "CN", "commonName", 64, UTF8),
            Email => facts("1.2.840.113549.1.9.1", "emailAddress", "email", 255, IA5),
            SerialNumber => facts("2.5.4.5", "serialNumber", "serialNumber", 64, PRINTABLE),
            GivenName => facts("2.5.4.42", "GN", "givenName", UB_NAME, UTF8),
            Surname => facts("2.5.4.4", "SN", "surname", UB_NAME, UTF8),
            Initials => facts("2.5.4.43", "initials", "initials", UB_NAME, UTF8),
            GenerationQualifier => facts("2.5.4.44", "generationQualifier", "generationQualifier", UB_NAME, UTF8),
            Pseudonym => facts("2.5.4.65", "pseudonym", "pseudonym", 128, UTF8),
            AnyName => facts("2.5.4.41", "name", "name", UB_NAME, UTF8),
            Title => facts("2.5.4.12", "title", "title", 64, UTF8),
            Description => facts("2.5.4.13", "description", "description", 1_024, UTF8),
            DomainComponent => facts("0.9.2342.19200300.100.1.25", "DC", "domainComponent", UB_NAME, IA5),
            UserId => facts("0.9.2342.19200300.100.1.1", "UID", "userId", 256, UTF8),
            Street => facts("2.5.4.9", "street", "streetAddress", 128, UTF8),
            PostalCode => facts("2.5.4.17", "postalCode", "postalCode", 40, UTF8),
            PostOfficeBox => facts("2.5.4.18", "postOfficeBox", "postOfficeBox", 40, UTF8),
            TelephoneNumber => facts("2.5.4.20", "telephoneNumber", "telephoneNumber", 32, UTF8),
            BusinessCategory => facts("2.5.4.15", "businessCategory", "businessCategory", 128, UTF8),
            OrganizationIdentifier => facts("2.5.4.97", "organizationIdentifier", "organizationIdentifier", UB_NAME, UTF8),
            DnQualifier => facts("2.5.4.46", "dnQualifier", "dnQualifier", UB_NAME, PRINTABLE),
            JurisdictionLocality => facts("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL", "jurisdictionLocalityName", 128, UTF8),
            JurisdictionState => facts("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST", "jurisdictionStateOrProvinceName", 128, UTF8),
            JurisdictionCountry => facts("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC", "jurisdictionCountryName", 2, PRINTABLE),
            UnstructuredName => facts("1.2.840.113549.1.9.2", "unstructuredName", "unstructuredName", 255, UTF8),
            Other(oid) => {
                let own = OWN_STRINGS.into_iter().find(|(own, ..)| *own == oid);
                let (_, limit, tag) = own.unwrap_or((oid, UB_NAME, UTF8));
                Facts { oid, short: "", long: "", limit, tag }
            }
        }
    }
}

struct Facts {
    oid: Oid,
    /// OpenSSL's short name.
    short: &'static str,
    /// OpenSSL's long name, which is LDAP's for most; LDAP's for an e-mail address, which has but one
    /// name in OpenSSL.
    long: &'static str,
    limit: usize,
    tag: Tag,
}

const fn facts(
    oid: &str,
    short: &'static str,
    long: &'static str,
    limit: usize,
    tag: Tag,
) -> Facts {
    let oid = Oid::of(oid);
    Facts {
        oid,
        short,
        long,
        limit,
        tag,
    }
}

const KNOWN: [AttributeType; 29] = {
    use AttributeType::*;
    [
        Country,
        State,
        Locality,
        Organization,
        OrganizationalUnit,
        CommonName,
        Email,
        SerialNumber,
        GivenName,
        Surname,
        Initials,
        GenerationQualifier,
        Pseudonym,
        AnyName,
        Title,
        Description,
        DomainComponent,
        UserId,
        Street,
        PostalCode,
        PostOfficeBox,
        TelephoneNumber,
        BusinessCategory,
        OrganizationIdentifier,
        DnQualifier,
        JurisdictionLocality,
        JurisdictionState,
        JurisdictionCountry,
        UnstructuredName,
    ]
};

/// The others that OpenSSL does not write as a UTF8String, with their limits.
const OWN_STRINGS: [(Oid, usize, Tag); 8] = [
    // LDAP's `mail` (RFC 4524, section 2.16).
    (Oid::of("0.9.2342.19200300.100.1.3"), UB_NAME, IA5),
    // ISO 3166's codes of three letters, and of three digits.
    (Oid::of("2.5.4.98"), CODE, PRINTABLE),
    (Oid::of("2.5.4.99"), CODE, NUMERIC),
    // Russia's numbers of taxpayers, companies and pensions: INN, OGRN, SNILS.
    (Oid::of("1.2.643.3.131.1.1"), 12, NUMERIC),
    (Oid::of("1.2.643.100.1"), 13, NUMERIC),
    (Oid::of("1.2.643.100.3"), 11, NUMERIC),
    // PKCS #12's `friendlyName`, and the name of Microsoft's key store.
    (Oid::of("1.2.840.113549.1.9.20"), UB_NAME, Tag::BmpString),
    (Oid::of("1.3.6.1.4.1.311.17.1"), UB_NAME, Tag::BmpString),
];

/// Of a country's code of three.
const CODE: usize = 3;

/// What Windows and Java write.
const ALIASES: [(&str, AttributeType); 4] = [
    ("S", AttributeType::State),
    ("E", AttributeType::Email),
    ("G", AttributeType::GivenName),
    ("T", AttributeType::Title),
];

/// RFC 5280, appendix A.1: `ub-name`.
const UB_NAME: usize = 32_768;

const UTF8: Tag = Tag::Utf8String;
const NUMERIC: Tag = Tag::NumericString;
const PRINTABLE: Tag = Tag::PrintableString;
const IA5: Tag = Tag::Ia5String;
