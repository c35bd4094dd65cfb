//! What is odd about a certificate, a request, a revocation list, or what is about to become one: the
//! rules of RFC 5280 and its company, the CA/Browser Forum's, and what clients really refuse.
//!
//! The rules are a [table](Rule::ALL). Nothing here fails: what cannot be read is a finding. Signatures
//! are looked at only where something is signed by its own key.

mod access;
mod alt_names;
mod certificate;
mod constraints;
mod extensions;
mod host;
mod identifiers;
mod issuer;
mod key;
mod list;
mod list_entries;
mod policies;
mod profile;
mod purpose;
mod report;
mod request;
mod rsa;
mod rule;
mod signature;
mod subject;
mod subject_string;
mod transparency;
mod usage;
mod validity;
mod view;

use serde::{Deserialize, Serialize};

pub(super) use host::fault;
pub(super) use profile::{Issued, Profile, broken};
pub use rule::Rule;
pub(super) use validity::too_long_for_apple;

use super::{
    Algorithm, Application, Certificate, Request, RevocationList, SignatureAlgorithm, Validity,
};
use report::Report;
use view::View;

/// What is asked of a certificate, besides RFC 5280.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// What a private authority does well to keep to: the Baseline Requirements where they make sense
    /// for it, and what clients refuse below roots that users installed.
    Private,
    /// All that the CA/Browser Forum's Baseline Requirements for TLS demand of a public authority.
    PublicTls,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Somebody refuses it, or a standard says MUST.
    Error,
    /// A standard says SHOULD, or it is known to give trouble.
    Warning,
    /// Good to know.
    Notice,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Source {
    /// RFC 5280.
    Rfc5280,
    /// Another RFC.
    Rfc,
    /// ITU-T: X.500 and ASN.1; or Unicode.
    Itu,
    /// The CA/Browser Forum's Baseline Requirements for TLS.
    BaselineRequirements,
    /// Apple's systems.
    Apple,
    /// Chromium.
    Chromium,
    /// NSS, Mozilla's library. Firefox verifies with other code, which asks for less.
    Nss,
    /// Nobody: experience.
    Practice,
}

/// The part that a rule is about, in the order of a certificate; extensions in RFC 5280's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the standard's own names")]
pub enum Field {
    /// How the whole is written.
    Encoding,
    Version,
    Serial,
    Signature,
    Issuer,
    Validity,
    /// `thisUpdate` and `nextUpdate` of a list.
    Updates,
    Subject,
    PublicKey,
    UniqueIdentifier,
    /// A request's attributes.
    Attributes,
    /// The entries of a list.
    Entries,
    /// All extensions together, or one that has no field of its own.
    Extensions,
    AuthorityKeyIdentifier,
    SubjectKeyIdentifier,
    KeyUsage,
    CertificatePolicies,
    PolicyMappings,
    SubjectAltName,
    IssuerAltName,
    SubjectDirectoryAttributes,
    BasicConstraints,
    NameConstraints,
    PolicyConstraints,
    ExtendedKeyUsage,
    CrlDistributionPoints,
    InhibitAnyPolicy,
    FreshestCrl,
    AuthorityInfoAccess,
    SubjectInfoAccess,
    TlsFeature,
    CertificateTransparency,
    OcspNoCheck,
    CrlNumber,
    DeltaCrlIndicator,
    IssuingDistributionPoint,
}

/// A rule that is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Which.
    pub rule: Rule,
    /// How bad that is, in the scope that was asked for.
    pub severity: Severity,
    /// Where.
    pub field: Field,
    /// What breaks it, as it stands there: a name, a number, an identifier. It is a stranger's, and at most
    /// 200 characters of it.
    pub detail: Option<String>,
    /// How many others break the same rule and are left out: at most ten of a rule are found.
    pub more: u32,
}

/// Looks at a certificate. The issuer, if it is known, is compared; a root's is itself, and need not be
/// given. The findings are in the order of a certificate's fields.
pub fn certificate(
    certificate: &Certificate,
    issuer: Option<&Certificate>,
    scope: Scope,
) -> Vec<Finding> {
    let mut report = Report::new(scope);
    match View::of_certificate(certificate) {
        Some(view) => {
            let issuer = issuer.filter(|issuer| *issuer != certificate);
            certificate::check(
                &view,
                issuer.and_then(View::of_certificate).as_ref(),
                &mut report,
            );
        }
        None => report.add(Rule::ExtensionBroken),
    }
    report.finish()
}

/// Looks at a request: at what a certificate of it would be like, without what is its issuer's to decide.
pub fn request(request: &Request, scope: Scope) -> Vec<Finding> {
    let mut report = Report::without(&request::LEFT_TO_ISSUER, scope);
    match View::of_request(request) {
        Some(view) => {
            certificate::check(&view, None, &mut report);
            request::check(request, &mut report);
        }
        None => report.add(Rule::ExtensionBroken),
    }
    report.finish()
}

/// Looks at a revocation list, and at its issuer's certificate, if it is known.
pub fn revocation_list(
    list: &RevocationList,
    issuer: Option<&Certificate>,
    scope: Scope,
) -> Vec<Finding> {
    let mut report = Report::new(scope);
    list::check(
        list,
        issuer.and_then(View::of_certificate).as_ref(),
        &mut report,
    );
    report.finish()
}

/// Looks at what is about to be signed: a form's contents, the kind of key that it will be for, and as far
/// as they are known how it will be signed, how long it will be valid, and by whom it will be issued.
pub fn application(
    application: &Application,
    algorithm: Algorithm,
    signature: Option<SignatureAlgorithm>,
    validity: Option<Validity>,
    issuer: Option<&Certificate>,
    scope: Scope,
) -> Vec<Finding> {
    let mut report = Report::new(scope);
    match View::of_application(application, algorithm, signature, validity) {
        Some(view) => {
            let issuer = issuer.and_then(View::of_certificate);
            certificate::check(&view, issuer.as_ref(), &mut report);
            request::check_application(application, &mut report);
        }
        None => report.add(Rule::StringCharacters),
    }
    report.finish()
}
