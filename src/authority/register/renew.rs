//! Certificates in the place of others.

use super::{Issuance, Register, State};
use crate::{
    Error, IssuingFault,
    pki::{Algorithm, Application, Certificate, Time, Validity, chain::Reason, issuing},
};

impl Register {
    /// What would be issued in an entry's, or an authority's, place: for the same subject, with the same
    /// extensions, valid for as long, but not beyond its issuer. Besides the kind of its key, and whether the
    /// same key can be used: not a root's that is kept elsewhere, and none that was revoked because somebody
    /// else may have it.
    ///
    /// # Errors
    /// [`Error::Issuing`] for what is not here (any more), [`Error::Encoding`], and [`Error::Unsupported`] for a kind
    /// of key that is not supported.
    pub fn renewal(&self, of: u32, now: Time) -> Result<(Issuance, Algorithm, bool), Error> {
        let authority = self.authority_at(of);
        let of = authority.unwrap_or(of);
        let certificate = self.certificate(of)?;
        let algorithm = certificate.key_algorithm()?;
        let ca = authority.and_then(|id| self.authorities.get(&id));
        let entry = self
            .entries
            .get(&ca.map_or(Some(of), |ca| ca.entry).unwrap_or_default());
        let issuer = match ca {
            Some(ca) => ca.parent,
            None => entry.map(|entry| entry.issuer),
        };
        if issuer.is_none() && !certificate.subject().is_same(certificate.issuer()) {
            // Whoever signed it is elsewhere, and a certificate that signs itself would be none in its place.
            let authority = certificate.issuer().to_string();
            return Err(IssuingFault::NoKey { authority }.into());
        }
        let (application, _) = certificate.application()?;
        let issuance = Issuance {
            issuer,
            application: Application {
                extensions: issuing::extensions_of(&certificate)?,
                ..application
            },
            validity: self.validity(issuer, length(&certificate), now),
            signature: None,
            profile: entry.map(|entry| entry.profile.clone()).unwrap_or_default(),
            label: ca.map(|ca| ca.label.clone()),
            keeps_key: entry.is_some_and(|entry| entry.key.is_some()),
            renews: Some(of),
            serial: None,
        };
        let is_root = ca.is_some() && issuer.is_none();
        let has_key = !is_root || ca.is_some_and(|ca| ca.key.is_some());
        let is_lost = entry.is_some_and(|entry| is_lost(&entry.state));
        Ok((issuance, algorithm, has_key && !is_lost))
    }

    /// So many seconds from now on (an hour early, since clocks may be slow), within what the issuer has.
    pub(super) fn validity(&self, issuer: Option<u32>, length: u64, now: Time) -> Validity {
        let not_before = Time::from_unix(now.unix().saturating_sub(SECONDS_AN_HOUR));
        let not_after = Time::from_unix(not_before.unix().saturating_add(length));
        let wanted = Validity {
            not_before,
            not_after,
        };
        let issuer = issuer.and_then(|id| self.authorities.get(&id));
        let Some(issuer) = issuer.map(|ca| ca.certificate.validity()) else {
            return wanted;
        };
        Validity {
            not_before: not_before.max(issuer.not_before),
            not_after: not_after.min(issuer.not_after),
        }
    }
}

fn length(certificate: &Certificate) -> u64 {
    let Validity {
        not_before,
        not_after,
    } = certificate.validity();
    not_after.unix().saturating_sub(not_before.unix())
}

/// Whether somebody else may have the key.
pub(super) fn is_lost(state: &State) -> bool {
    let reason = state.revoked().map(|revoked| revoked.reason);
    matches!(reason, Some(Reason::KeyCompromise | Reason::CaCompromise))
}

const SECONDS_AN_HOUR: u64 = 3_600;
