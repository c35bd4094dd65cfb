//! Who may sign revocation lists in an issuer's place (RFC 5280, section 6.3.3 (f)).

use super::super::{
    Purpose,
    validate::{Asked, validate},
    view::View,
};

/// Somebody who signs lists, and from where on in the path they count: a certificate's own issuer and those
/// above have to vouch for the signer, not those below, who could so clear themselves.
pub(in crate::pki::chain) struct Signer<'v, 'q> {
    above: usize,
    view: &'v View<'q>,
}

impl<'v, 'q> Signer<'v, 'q> {
    /// The authorities of the path, and those of the `others` to whom a valid path leads from the same
    /// anchor through some of them.
    pub(in crate::pki::chain) fn all(
        asked: &Asked<'_, '_>,
        path: &[&'v View<'q>],
        others: &[&'v View<'q>],
    ) -> Vec<Self> {
        let authorities = path.get(..path.len().saturating_sub(1)).unwrap_or_default();
        let own = authorities.iter().enumerate();
        let own = own.map(|(place, view)| Self { above: place, view });
        let certified = others.iter().filter_map(|other| {
            let above = certified(asked, authorities, other)?;
            Some(Self { above, view: other })
        });
        own.chain(certified).collect()
    }

    /// Whether a list that it signs counts for the certificate at this place.
    pub(in crate::pki::chain) fn view_for(&self, place: usize) -> Option<&'v View<'q>> {
        (self.above < place).then_some(self.view)
    }
}

/// The place of the highest authority below which its path is valid.
fn certified(asked: &Asked<'_, '_>, authorities: &[&View<'_>], signer: &View<'_>) -> Option<usize> {
    let own = authorities.iter().any(|it| it.is(signer));
    let signed = authorities.iter().enumerate().find(|(_, authority)| {
        signer.issuer == authority.subject
            && asked.work.has_signed(signer.certificate.der(), authority)
    });
    let (place, _) = signed.filter(|_| !own)?;
    let mut path = authorities.get(..=place)?.to_vec();
    path.push(signer);
    let mut question = asked.question.clone();
    question.purpose = Purpose::Any;
    question.peer = None;
    question.policies = Default::default();
    question.max_depth = None;
    let asked = Asked {
        question: &question,
        is_about_signer: true,
        ..*asked
    };
    let verdict = validate(&asked, &path, &[]);
    let is_valid = verdict.checks.iter().all(|check| check.outcome.is_ok());
    is_valid.then_some(place)
}
