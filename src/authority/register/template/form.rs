//! What a certificate of a template begins with.

use super::{
    Template,
    usages::{OCSP_NO_CHECK, adapted, purposes},
};
use crate::{
    Error, IssuingFault,
    authority::register::{Addresses, Ca, Register},
    pki::{
        AccessMethod, Algorithm, Extension, ExtensionValue, Name, SignatureAlgorithm, Time,
        Validity,
    },
};

/// What a certificate begins with, before anybody has changed anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The fixed parts of the subject.
    pub subject: Name,
    /// The extensions, without the subject's own names.
    pub extensions: Vec<Extension>,
    /// How long it is valid: not beyond the issuer.
    pub validity: Validity,
    /// The kind of key.
    pub algorithm: Algorithm,
    /// How it is signed, if the issuer's key can do so; the issuer's own way where nothing is said.
    pub signature: Option<SignatureAlgorithm>,
}

impl Register {
    /// What a certificate of the template begins with: for a key of this kind, with the issuer's addresses, and not
    /// beyond what the issuer may. `issuer` is `None` for a root.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`IssuingFault::NotValid`] for an issuer whose time is over, [`Error::ValidityRange`],
    /// [`Error::ValidityBeyond9999`], [`Error::Encoding`].
    pub fn form(
        &self,
        issuer: Option<u32>,
        template: &Template,
        algorithm: Algorithm,
        now: Time,
    ) -> Result<Form, Error> {
        let issuer = issuer.map(|id| self.authority(id)).transpose()?;
        let mut validity = Validity::days(now, template.days)?;
        if let Some(issuer) = issuer {
            validity = within(validity, issuer)?;
        }
        let signer = match issuer {
            Some(issuer) => issuer.certificate.key_algorithm().ok(),
            None => Some(algorithm),
        };
        let can_sign =
            |way: &SignatureAlgorithm| signer.is_some_and(|it| it.signatures().contains(way));
        Ok(Form {
            subject: template.subject.clone(),
            extensions: extensions(template, issuer, algorithm)?,
            validity,
            algorithm,
            signature: template.signature.filter(can_sign),
        })
    }
}

/// A chain is valid only while all of it is.
fn within(validity: Validity, issuer: &Ca) -> Result<Validity, Error> {
    let limits = issuer.certificate.validity();
    let cut = Validity {
        not_before: validity.not_before.max(limits.not_before),
        not_after: validity.not_after.min(limits.not_after),
    };
    match cut.not_before < cut.not_after {
        true => Ok(cut),
        false => Err(Error::from(IssuingFault::NotValid {
            authority: issuer.label.clone(),
            not_before: limits.not_before,
            not_after: limits.not_after,
        })),
    }
}

fn extensions(
    template: &Template,
    issuer: Option<&Ca>,
    algorithm: Algorithm,
) -> Result<Vec<Extension>, Error> {
    let mut all = template.extensions.clone();
    let purposes = purposes(&template.extensions).to_vec();
    let limit = issuer.map(path_len).transpose()?.flatten();
    for extension in &mut all {
        match &mut extension.value {
            ExtensionValue::KeyUsage(usages) => {
                *usages = adapted(*usages, &purposes, template.algorithm, algorithm);
            }
            ExtensionValue::BasicConstraints { ca: true, path_len } => {
                // Below an issuer that allows none there is nothing to choose: it will refuse.
                let below = limit.and_then(|limit| limit.checked_sub(1));
                *path_len = match (*path_len, below) {
                    (Some(own), Some(below)) => Some(own.min(below)),
                    (own, below) => own.or(below),
                };
            }
            _ => {}
        }
        extension.critical = is_critical(extension, &template.subject);
    }
    if let Some(issuer) = issuer {
        add_addresses(&mut all, &issuer.addresses);
    }
    Ok(all)
}

/// As the template says, but where RFC 5280 says MUST: sections 4.2.1.9 to 4.2.1.11 and 4.2.1.14; and, the other way
/// around, 4.2.2.1.
fn is_critical(extension: &Extension, subject: &Name) -> bool {
    match &extension.value {
        ExtensionValue::BasicConstraints { ca: true, .. }
        | ExtensionValue::NameConstraints { .. }
        | ExtensionValue::PolicyConstraints { .. }
        | ExtensionValue::InhibitAnyPolicy(_) => extension.value.is_critical(subject),
        ExtensionValue::AuthorityInfoAccess(_) => false,
        _ => extension.critical,
    }
}

/// How many authorities may follow below the issuer; `None` for any number.
fn path_len(issuer: &Ca) -> Result<Option<u8>, Error> {
    let (application, _) = issuer.certificate.application()?;
    let constraints = application.extensions.iter();
    let mut constraints = constraints.filter_map(|it| match it.value {
        ExtensionValue::BasicConstraints { path_len, .. } => Some(path_len),
        _ => None,
    });
    Ok(constraints.next().flatten())
}

/// The issuer's addresses, in the place of those that the template may have.
///
/// A responder's certificate that is not to be checked needs no revocation list and no other responder.
fn add_addresses(extensions: &mut Vec<Extension>, addresses: &Addresses) {
    let is_checked = extensions.iter().all(|it| it.oid() != OCSP_NO_CHECK);
    let access = |method, uris: &[_]| {
        let uris = uris.iter().cloned();
        uris.map(move |uri| (method, uri)).collect::<Vec<_>>()
    };
    let mut methods = Vec::new();
    if is_checked {
        methods.extend(access(AccessMethod::Ocsp, &addresses.ocsp));
        if !addresses.lists.is_empty() {
            let lists = addresses.lists.clone();
            put(extensions, ExtensionValue::CrlDistributionPoints(lists));
        }
    }
    methods.extend(access(AccessMethod::CaIssuers, &addresses.issuers));
    if !methods.is_empty() {
        put(extensions, ExtensionValue::AuthorityInfoAccess(methods));
    }
}

fn put(extensions: &mut Vec<Extension>, value: ExtensionValue) {
    let extension = Extension::not_critical(value);
    let oid = extension.oid();
    match extensions.iter_mut().find(|it| it.oid() == oid) {
        Some(old) => *old = extension,
        None => extensions.push(extension),
    }
}
