//! A certificate in short: what it is, and what it may do.

use der::Decode;
use serde::{Deserialize, Serialize};
use x509_cert::{certificate::CertificateInner, request::CertReq};

use crate::pki::{
    AlgorithmName, Certificate, DistinguishedName, KeyUsage, Oid, Request,
    certificate::{AsWritten, structure},
    decoded::Extensions,
    request::asked_for,
    signed::Signed,
};

/// What something is, and what it may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// What it is; of a request, what it asks to be.
    pub role: Role,
    /// 1 to 3; 1 for every request.
    pub version: u8,
    /// The subject's attributes in order: OpenSSL's short names or dotted identifiers, and values.
    pub subject: Vec<(String, String)>,
    /// The issuer's; none of a request.
    pub issuer: Vec<(String, String)>,
    /// What it is signed with.
    pub signature: AlgorithmName,
    /// Whether that can be forged.
    pub is_weak: bool,
    /// What the key is for, if that is said.
    pub key_usages: Option<Vec<KeyUsage>>,
    /// What the certificate is for, if that is said.
    pub purposes: Option<Vec<Oid>>,
    /// How many authorities may follow below, if that is said; the largest number there is, for any that
    /// is larger.
    pub path_length: Option<u64>,
}

/// What a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// An authority that is signed by its own key.
    Root,
    /// An authority under another one.
    Authority,
    /// No authority, and signed by its own key.
    SelfSigned,
    /// Somebody's.
    EndEntity,
}

impl Certificate {
    /// What it is, and what it may do.
    pub fn overview(&self) -> Overview {
        let structure = structure::<AsWritten>(self.der()).ok();
        let content = structure.as_ref().map(CertificateInner::tbs_certificate);
        let extensions = content.and_then(|content| content.extensions());
        let extensions = Extensions::read(extensions.map_or(&[], Vec::as_slice));
        let key = self.public_key();
        let is_own = self.subject().is_same(self.issuer())
            && Signed::from_der(self.der())
                .is_ok_and(|signed| key.is_ok_and(|key| signed.is_by_whatever(key)));
        Overview {
            role: role(&extensions, is_own),
            version: content.map_or(3, |content| content.version() as u8 + 1),
            issuer: attributes(self.issuer()),
            ..Overview::of(self.der(), self.subject(), &extensions)
        }
    }
}

impl Request {
    /// What it asks for.
    pub fn overview(&self) -> Overview {
        let request = CertReq::from_der(self.der()).ok();
        let extensions = request.map_or_else(Vec::new, |request| asked_for(&request));
        Overview::of(self.der(), self.subject(), &Extensions::read(&extensions))
    }
}

impl Overview {
    /// Of what nobody has issued.
    fn of(der: &[u8], subject: &DistinguishedName, extensions: &Extensions) -> Self {
        let signed = Signed::from_der(der).ok();
        let signature = signed
            .as_ref()
            .map(|it| AlgorithmName::of(it.algorithm().oid));
        let usages = extensions.key_usage.as_ref();
        let purposes = extensions.purposes.as_ref();
        let constraints = extensions.basic_constraints.as_ref();
        Self {
            role: role(extensions, false),
            version: 1,
            subject: attributes(subject),
            issuer: Vec::new(),
            signature: signature.unwrap_or_else(|| AlgorithmName::named("")),
            is_weak: signed.is_some_and(|it| it.is_weak()),
            key_usages: usages.map(|found| found.value.iter().collect()),
            purposes: purposes.map(|found| found.value.clone()),
            path_length: constraints.and_then(|found| found.value.path_length),
        }
    }
}

fn role(extensions: &Extensions, is_own: bool) -> Role {
    let constraints = extensions.basic_constraints.as_ref();
    let is_authority = constraints.is_some_and(|found| found.value.is_authority);
    match (is_authority, is_own) {
        (true, true) => Role::Root,
        (true, false) => Role::Authority,
        (false, true) => Role::SelfSigned,
        (false, false) => Role::EndEntity,
    }
}

fn attributes(name: &DistinguishedName) -> Vec<(String, String)> {
    let attributes = name.attributes();
    attributes
        .map(|(kind, value)| (kind.to_owned(), value.to_owned()))
        .collect()
}
