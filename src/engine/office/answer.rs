//! How the office answers: questions at once, everything else when its turn comes.

use rand_core::CryptoRng;

use super::{
    BatchFacts, Deed, Desk, Effect, IssueFault, Office, OfficeAnswer, OfficeAsk, Order, Safe,
    Subject, UnderWay, Waiting, answered, summary,
};
use crate::{
    Error, IssuingFault,
    authority::{Holder, Settings, Template},
    engine::{Contents, Upload},
    pki::{Algorithm, Object, PublicKey, Time},
};

/// How a question is answered; `None` for what is none.
pub(super) type AtOnce = Option<Result<OfficeAnswer, Error>>;

impl Office {
    /// The answer to what only asks. Nobody knows anything before what is stored was read.
    pub(super) fn at_once(&self, ask: &OfficeAsk, desk: &Desk, now: Time) -> AtOnce {
        match (ask, &self.safe) {
            (OfficeAsk::Vault, _) => Some(Ok(OfficeAnswer::Vault(self.vault()))),
            (_, Safe::Unknown) => None,
            _ => self.question(ask, desk, now),
        }
    }

    fn question(&self, ask: &OfficeAsk, desk: &Desk, now: Time) -> AtOnce {
        let answer = match ask {
            OfficeAsk::Authorities => Ok(OfficeAnswer::Authorities(self.authorities(now))),
            OfficeAsk::Check(order) => self.check(order, desk, now).map(OfficeAnswer::Checked),
            OfficeAsk::Form {
                issuer,
                profile,
                algorithm,
            } => self.form(*issuer, profile, *algorithm, now),
            OfficeAsk::FromRequest {
                issuer,
                item,
                profile,
            } => self.of_request(*issuer, *item, profile, desk, now),
            OfficeAsk::Renewal { of } => {
                self.register
                    .renewal(*of, now)
                    .map(
                        |(issuance, algorithm, can_keep_key)| OfficeAnswer::Renewal {
                            issuance: Box::new(issuance),
                            algorithm,
                            can_keep_key,
                        },
                    )
            }
            OfficeAsk::Rows(query) => Ok(OfficeAnswer::Rows(self.register.rows(query, now))),
            OfficeAsk::Entry(id) => self
                .entry(*id, now)
                .map(|it| OfficeAnswer::Entry(Box::new(it))),
            OfficeAsk::History {
                authority,
                skip,
                count,
            } => Ok(self.history(*authority, *skip, *count)),
            OfficeAsk::Templates => Ok(self.templates()),
            OfficeAsk::CheckBatch(order) => {
                let read = self.read_table(order, now);
                read.and_then(|(good, bad)| {
                    let signature = summary::signature(self.register.authority(order.issuer)?);
                    let facts = BatchFacts::of(order, signature, &good, bad);
                    Ok(OfficeAnswer::BatchChecked(facts))
                })
            }
            _ => return None,
        };
        let is_here = self.safe.check().map_err(Error::from);
        Some(is_here.and(answer))
    }

    /// Does what has its turn.
    pub(super) fn begin(
        &mut self,
        job: u32,
        ask: OfficeAsk,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        let deed = match ask {
            OfficeAsk::SetPassphrase { old, new } => {
                return self.set_passphrase(job, old, new, rng);
            }
            OfficeAsk::Unlock(passphrase) => return self.unlock(job, passphrase),
            // What is being issued from a table comes to its end first.
            ask @ (OfficeAsk::Lock | OfficeAsk::Erase)
                if self.batch.is_some() && !matches!(self.safe, Safe::Memory) =>
            {
                let effects = self.give_way(now);
                self.waiting.push_back(Waiting::Ask(job, Box::new(ask)));
                return effects;
            }
            OfficeAsk::Lock => return self.lock(job, desk),
            OfficeAsk::Backup(Some(passphrase)) => return self.back_up(job, passphrase, rng),
            OfficeAsk::Backup(None) => {
                self.under_way = Some(UnderWay::Copying { job });
                return vec![Effect::Read { since: 0 }];
            }
            OfficeAsk::Restore {
                file,
                passphrase,
                mode,
            } => return self.restore(job, &file.contents, passphrase, mode),
            OfficeAsk::SaveArchive => {
                return match self.archive.clone().filter(|_| self.safe.check().is_ok()) {
                    Some(file) => vec![Effect::Offer(file), answered(job, OfficeAnswer::Saved)],
                    None => vec![Effect::refused(job, IssuingFault::NoArchive.into())],
                };
            }
            OfficeAsk::Erase => {
                self.under_way = Some(UnderWay::Erasing { job });
                return vec![Effect::Erase];
            }
            ask => self.deed(ask, desk),
        };
        match deed {
            Ok(Some(deed)) => self.attempt(job, deed, 0, desk, now, rng),
            // Whoever asked a question before anything was known.
            Ok(None) => vec![answered(job, OfficeAnswer::Vault(self.vault()))],
            Err(error) => vec![Effect::refused(job, error)],
        }
    }

    fn deed(&self, ask: OfficeAsk, desk: &Desk) -> Result<Option<Deed>, Error> {
        Ok(Some(match ask {
            OfficeAsk::Revoke {
                entries,
                revocation,
            } => Deed::Revoke(entries, revocation),
            OfficeAsk::Release { entries } => Deed::Release(entries),
            OfficeAsk::Publish {
                authority,
                days,
                is_delta,
            } => Deed::Publish {
                authority,
                days,
                is_delta,
            },
            OfficeAsk::Configure {
                authority,
                label,
                serials,
                addresses,
                signature,
                days,
                list_days,
            } => Deed::Configure {
                authority,
                settings: Box::new(Settings {
                    label,
                    serials,
                    addresses,
                    signature,
                    days,
                    list_days,
                }),
            },
            OfficeAsk::Remove { authority } => Deed::Remove(authority),
            OfficeAsk::ImportItems(items) => {
                let (mut certificates, mut keys) = (Vec::new(), Vec::new());
                for id in items {
                    match desk.object(id)? {
                        Object::Certificate(certificate) => certificates.push(certificate.clone()),
                        Object::PrivateKey(_) => keys.push(desk.certificate_key(id)?.clone()),
                        _ => return Err(Error::NotOnDesk),
                    }
                }
                Deed::Import { certificates, keys }
            }
            OfficeAsk::ImportDirectory { files, password } => {
                let files = files.into_iter().map(here).collect::<Result<_, _>>()?;
                Deed::ImportDirectory { files, password }
            }
            OfficeAsk::TakeOut { of, with_keys } => Deed::TakeOut { of, with_keys },
            OfficeAsk::Save(file) => Deed::Save(Box::new(file)),
            OfficeAsk::SaveTemplate { id, template } => Deed::SaveTemplate(id, Box::new(template)),
            OfficeAsk::TemplateOf { entry } => {
                self.safe.check()?;
                Deed::SaveTemplate(None, Box::new(self.register.template_of(entry)?))
            }
            OfficeAsk::RemoveTemplate(id) => Deed::RemoveTemplate(id),
            OfficeAsk::ImportTemplates(file) => Deed::ImportTemplates(here(file)?.1),
            _ => return Ok(None),
        }))
    }

    /// What becomes of an order whose key is here already.
    ///
    /// # Errors
    /// [`Error::NotOnDesk`], and what is wrong with the key that it names.
    pub fn issue_now(&self, order: Order, desk: &Desk) -> Result<Deed, Error> {
        let holder = match order.subject {
            Subject::New(_) => return Err(Error::NotOnDesk),
            Subject::Key(item) => Holder::Key(desk.certificate_key(item)?.clone()),
            Subject::Request(item) => match desk.object(item)? {
                Object::Request(request) => Holder::Request(request.clone()),
                _ => return Err(Error::NotOnDesk),
            },
            Subject::Entry(id) | Subject::Authority(id) => match self.register.private_key(id) {
                Ok(key) => Holder::Key(key),
                Err(_) => Holder::Public(self.register.public_key(id)?),
            },
        };
        Ok(Deed::Issue {
            issuance: Box::new(order.issuance),
            holder,
            is_new: false,
        })
    }

    fn check(&self, order: &Order, desk: &Desk, now: Time) -> Result<IssueFault, Error> {
        let algorithm = self.algorithm(order.subject, desk)?;
        Ok(IssueFault {
            refused: self.register.refusals(&order.issuance, algorithm, now),
            findings: self.register.findings(&order.issuance, algorithm),
        })
    }

    fn algorithm(&self, subject: Subject, desk: &Desk) -> Result<Algorithm, Error> {
        let key = match subject {
            Subject::New(algorithm) => return Ok(algorithm),
            Subject::Key(item) => return Ok(desk.certificate_key(item)?.algorithm()),
            Subject::Request(item) => match desk.object(item)? {
                Object::Request(request) => {
                    request.verify()?;
                    request.public_key()?.clone()
                }
                _ => return Err(Error::NotOnDesk),
            },
            Subject::Entry(id) | Subject::Authority(id) => self.register.public_key(id)?,
        };
        Ok(PublicKey::algorithm(&key))
    }

    fn form(
        &self,
        issuer: Option<u32>,
        profile: &str,
        algorithm: Algorithm,
        now: Time,
    ) -> Result<OfficeAnswer, Error> {
        let template: Template = self.register.template(profile)?;
        let form = self.register.form(issuer, &template, algorithm, now)?;
        Ok(OfficeAnswer::Form {
            subject: form.subject,
            extensions: form.extensions,
            validity: form.validity,
            algorithm: form.algorithm,
            signature: form.signature,
        })
    }

    fn of_request(
        &self,
        issuer: u32,
        item: u32,
        profile: &str,
        desk: &Desk,
        now: Time,
    ) -> Result<OfficeAnswer, Error> {
        let Object::Request(request) = desk.object(item)? else {
            return Err(Error::NotOnDesk);
        };
        let template = self.register.template(profile)?;
        let read = self
            .register
            .from_request(issuer, request, &template, now)?;
        Ok(OfficeAnswer::FromRequest {
            issuance: Box::new(read.issuance),
            asked: read.asked,
            added: read.added,
            left_out: read.left_out,
        })
    }
}

/// A file's name and what is in it.
pub(super) fn here(file: Upload) -> Result<(String, zeroize::Zeroizing<Vec<u8>>), Error> {
    match file.contents {
        Contents::Here(octets) => Ok((file.name, octets)),
        Contents::Attached => Err(Error::Unreadable { file: file.name }),
    }
}
