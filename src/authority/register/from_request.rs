//! Certificates for who made a request.

use super::{Issuance, Register, Template};
use crate::{
    Error,
    pki::{
        Application, AttributeType, Extension, ExtensionValue, KeyUsage, LeftOut, Name, Oid,
        RelativeName, Request, Time, Validity,
    },
};

/// What a request asks for, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromRequest {
    /// What it would become, if nothing is changed.
    pub issuance: Issuance,
    /// The extensions that it asks for, and whether each is kept.
    pub asked: Vec<(Extension, bool)>,
    /// What the template, or the authority, puts in their place or besides.
    pub added: Vec<Extension>,
    /// What cannot be held.
    pub left_out: Vec<LeftOut>,
}

impl Register {
    /// What a request asks for and what becomes of it, once its signature shows that who asks holds the key.
    ///
    /// The subject is the request's, but for the kinds of attributes that the template has. Alternative names are
    /// kept. What a key is for is the template's to say; only where that says nothing it is kept, unless it
    /// would make an authority, a responder, or something for every purpose. What concerns authorities or is
    /// theirs to decide is not kept, nor what is not known here.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`](crate::IssuingFault::Gone), [`Error::RequestSignature`], and others of
    /// [`Request::verify`], [`Error::ValidityRange`], [`Error::Encoding`].
    pub fn from_request(
        &self,
        issuer: u32,
        request: &Request,
        template: &Template,
        now: Time,
    ) -> Result<FromRequest, Error> {
        let ca = self.authority(issuer)?;
        request.verify()?;
        let (application, left_out) = request.application()?;
        let subject = merged(&template.subject, &application.subject);
        let mut own = template.extensions.clone();
        let new = ca.addresses.extensions().into_iter();
        let new = new.filter(|it| !has(&template.extensions, it.oid()));
        own.extend(new);
        let asked = judged(application.extensions, &own);
        let kept = asked.iter().filter(|(_, is_kept)| *is_kept);
        let kept: Vec<Extension> = kept
            .map(|(it, _)| with_subject(it.clone(), &subject))
            .collect();
        own.retain(|it| !has(&kept, it.oid()));
        let is_added = |it: &&Extension| !asked.iter().any(|(asked, _)| asked == *it);
        let added = own.iter().filter(is_added).cloned().collect();
        let mut extensions: Vec<Extension> = own.into_iter().chain(kept).collect();
        extensions.sort_by_key(|it| place(it.oid()));
        let algorithm = ca.certificate.key_algorithm()?;
        let signature = template.signature;
        let signature = signature.filter(|it| algorithm.signatures().contains(it));
        let length = Validity::days(now, template.days)?;
        let length = length.not_after.unix() - length.not_before.unix();
        let issuance = Issuance {
            issuer: Some(issuer),
            application: Application {
                subject,
                extensions,
                ..Application::default()
            },
            validity: self.validity(Some(issuer), length, now),
            signature,
            profile: template.name.clone(),
            label: None,
            keeps_key: false,
            renews: None,
            serial: None,
        };
        Ok(FromRequest {
            issuance,
            asked,
            added,
            left_out,
        })
    }
}

/// The fixed parts, and of the request what is of another kind. Both keep their order, and the fixed parts come
/// first, as the widest do.
fn merged(fixed: &Name, asked: &Name) -> Name {
    let kinds: Vec<AttributeType> = fixed.attributes().map(|it| it.kind()).collect();
    let is_free = |rdn: &&RelativeName| {
        let mut attributes = rdn.attributes().iter();
        !attributes.any(|it| kinds.contains(&it.kind()))
    };
    let asked = asked.rdns().iter().filter(is_free);
    asked.cloned().fold(fixed.clone(), Name::with_rdn)
}

/// Each with whether it is kept; of those that are there twice the first.
fn judged(asked: Vec<Extension>, own: &[Extension]) -> Vec<(Extension, bool)> {
    let mut judged: Vec<(Extension, bool)> = Vec::new();
    for extension in asked {
        let oid = extension.oid();
        let is_first = judged.iter().all(|(known, _)| known.oid() != oid);
        let is_kept = is_first && is_kept(&extension, own);
        judged.push((extension, is_kept));
    }
    judged
}

fn is_kept(extension: &Extension, own: &[Extension]) -> bool {
    use ExtensionValue::{
        BasicConstraints, ExtendedKeyUsage, KeyUsage as Usage, SubjectAltName, TlsFeature,
    };
    let is_open = !has(own, extension.oid());
    match &extension.value {
        SubjectAltName(_) => true,
        BasicConstraints { ca, .. } => is_open && !ca,
        Usage(usages) => {
            let of_authority = [KeyUsage::KeyCertSign, KeyUsage::CrlSign];
            is_open && !of_authority.iter().any(|it| usages.contains(*it))
        }
        ExtendedKeyUsage(purposes) => is_open && !purposes.iter().any(|it| RESERVED.contains(it)),
        TlsFeature(_) => is_open,
        _ => false,
    }
}

/// Alternative names are as critical as the subject wants it, which may be another by now.
fn with_subject(extension: Extension, subject: &Name) -> Extension {
    match &extension.value {
        ExtensionValue::SubjectAltName(_) => Extension::of(extension.value, subject),
        _ => extension,
    }
}

fn has(extensions: &[Extension], oid: Oid) -> bool {
    extensions.iter().any(|it| it.oid() == oid)
}

/// In RFC 5280's order; what is not there comes last.
fn place(oid: Oid) -> usize {
    let found = ORDER.iter().position(|known| *known == oid);
    found.unwrap_or(ORDER.len())
}

/// `anyExtendedKeyUsage`, and `OCSPSigning`, whose holder speaks for the authority.
const RESERVED: [Oid; 2] = [Oid::of("2.5.29.37.0"), Oid::of("1.3.6.1.5.5.7.3.9")];
/// Section 4.2.
const ORDER: [Oid; 12] = [
    Oid::of("2.5.29.15"),
    Oid::of("2.5.29.32"),
    Oid::of("2.5.29.33"),
    Oid::of("2.5.29.17"),
    Oid::of("2.5.29.18"),
    Oid::of("2.5.29.19"),
    Oid::of("2.5.29.30"),
    Oid::of("2.5.29.36"),
    Oid::of("2.5.29.37"),
    Oid::of("2.5.29.31"),
    Oid::of("2.5.29.54"),
    Oid::of("1.3.6.1.5.5.7.1.1"),
];
