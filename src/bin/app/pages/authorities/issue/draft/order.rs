//! The order that a draft comes to, and what is wrong with it.

use super::super::super::view::Start;
use super::span::Period;
use super::{Draft, Way};
use crate::forms::Problem;
use crate::forms::application::Reading;
use certwright::authority::Issuance;
use certwright::engine::office::{CaFacts, Order};
use certwright::pki::{Serial, Time};

/// A place of the form besides those of subject, names and extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The number of days.
    Days,
    /// The last day.
    Until,
    /// The serial number.
    Serial,
}

impl Spot {
    /// The control's id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Days => "issue-days",
            Self::Until => "issue-until",
            Self::Serial => "issue-serial",
        }
    }
}

/// What is wrong at a spot.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// Where.
    pub spot: Spot,
    /// What.
    pub problem: Problem,
}

impl Draft {
    /// From when until when, at this time.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn period(&self, now: Time, issuer: Option<&CaFacts>) -> Result<Period, Complaint> {
        let issuer = issuer.map(|issuer| issuer.certificate.validity);
        let spot = match self.span.way {
            Way::Days => Spot::Days,
            Way::Until => Spot::Until,
        };
        let period = self.span.period(now, issuer);
        period.map_err(|problem| Complaint { spot, problem })
    }

    /// Its number, if one is asked for.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn number(&self) -> Result<Option<Serial>, Complaint> {
        match self.serial.trim() {
            "" => Ok(None),
            text => Serial::from_hex(text).map(Some).map_err(|error| Complaint {
                spot: Spot::Serial,
                problem: Problem::Refused(error),
            }),
        }
    }

    /// What is asked of the engine.
    ///
    /// # Errors
    /// What is wrong besides what the reading says.
    pub fn order(
        &self,
        reading: &Reading,
        now: Time,
        issuer: Option<&CaFacts>,
    ) -> Result<Order, Complaint> {
        let period = self.period(now, issuer)?;
        let mut application = reading.application.clone();
        application.challenge_password = None;
        application.unstructured_name = None;
        let is_renewal = matches!(self.start, Start::Renewal { .. });
        let former = self.former.as_ref().filter(|_| is_renewal);
        let label = match (self.makes_authority(), former) {
            (true, _) => Some(self.called(reading)),
            (false, former) => former.and_then(|former| former.issuance.label.clone()),
        };
        Ok(Order {
            issuance: Issuance {
                issuer: self.issuer,
                application,
                validity: period.validity,
                signature: self.signature,
                profile: self.profile.clone(),
                label,
                keeps_key: self.keeps_key || self.makes_authority(),
                renews: former.and_then(|former| former.issuance.renews),
                serial: self.number()?,
            },
            subject: self.subject,
        })
    }

    /// What an authority will be called: as the user says, or as its certificate does.
    pub fn called(&self, reading: &Reading) -> String {
        let subject = &reading.application.subject;
        match (self.label.trim(), subject.common_name()) {
            ("", Some(common)) => common.to_owned(),
            ("", None) => subject.to_string(),
            (label, _) => label.to_owned(),
        }
    }
}
