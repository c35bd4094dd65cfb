//! A certificate in short: what it is, and what it may do.

use serde::{Deserialize, Serialize};
use x509_cert::certificate::CertificateInner;

use crate::pki::{
    AlgorithmName, Certificate, DistinguishedName, Extension, ExtensionValue, KeyUsage, Oid,
    Request,
    certificate::{AsWritten, structure},
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
    /// How many authorities may follow below, if that is said.
    pub path_length: Option<u8>,
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
        let extensions = extensions.into_iter().flatten();
        let extensions: Vec<Extension> = extensions.map(Extension::of_x509).collect();
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
        let application = self.application().ok();
        let extensions =
            application.map_or_else(Vec::new, |(application, _)| application.extensions);
        Overview {
            role: role(&extensions, false),
            ..Overview::of(self.der(), self.subject(), &extensions)
        }
    }
}

impl Overview {
    fn of(der: &[u8], subject: &DistinguishedName, extensions: &[Extension]) -> Self {
        let mut overview = Self {
            role: Role::EndEntity,
            version: 1,
            subject: attributes(subject),
            issuer: Vec::new(),
            signature: AlgorithmName::named(""),
            is_weak: false,
            key_usages: None,
            purposes: None,
            path_length: None,
        };
        if let Ok(signed) = Signed::from_der(der) {
            overview.signature = AlgorithmName::of(signed.algorithm().oid);
            overview.is_weak = signed.is_weak();
        }
        for extension in extensions {
            match &extension.value {
                ExtensionValue::KeyUsage(usages) => {
                    overview.key_usages = Some(usages.iter().collect());
                }
                ExtensionValue::ExtendedKeyUsage(purposes) => {
                    overview.purposes = Some(purposes.clone());
                }
                ExtensionValue::BasicConstraints { path_len, .. } => {
                    overview.path_length = *path_len;
                }
                _ => {}
            }
        }
        overview
    }
}

fn role(extensions: &[Extension], is_own: bool) -> Role {
    let is_authority = extensions
        .iter()
        .any(|it| matches!(it.value, ExtensionValue::BasicConstraints { ca: true, .. }));
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
