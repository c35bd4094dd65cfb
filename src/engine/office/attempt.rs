//! A deed on its way: what it changes is sealed and stored, and only then has it happened.

use rand_core::CryptoRng;

use super::{
    Deed, Desk, Done, Effect, Office, OfficeAnswer, Response, Safe, Then, UnderWay, Writing,
    answered,
};
use crate::{
    Error, VaultFault,
    pki::{Format, Object, Time},
    vault::{Header, Transaction},
};

impl Office {
    /// Does a deed; so many attempts at it came to nothing.
    pub(super) fn attempt(
        &mut self,
        job: u32,
        deed: Deed,
        attempts: u32,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        if let Err(fault) = self.safe.check() {
            return self.failed(job, &deed, fault.into(), now);
        }
        if attempts >= MOST_ATTEMPTS {
            return self.failed(job, &deed, VaultFault::Busy.into(), now);
        }
        let done = deed.carry_out(&self.register, now, rng);
        let done = done.and_then(|done| Ok((done, self.rekeyed(&deed)?)));
        let (done, safe) = match done {
            Ok(done) => done,
            Err(error) => return self.failed(job, &deed, error, now),
        };
        if done.change.records.is_empty() {
            return self.finish(job, done, desk, now, rng);
        }
        let sealed = self.safe.seal(&done.change, rng);
        match sealed {
            // In memory it is as good as it will be.
            Ok(None) => self.finish(job, done, desk, now, rng),
            Ok(Some(records)) => {
                let transaction = Transaction {
                    expects: self.revision,
                    header: safe.as_ref().and_then(Safe::header).map(Header::to_octets),
                    records,
                };
                self.write(transaction, job, done, deed, attempts, safe)
            }
            Err(error) => self.failed(job, &deed, error, now),
        }
    }

    /// The safe as another passphrase leaves it. Whoever gives one knew the one until now, which another tab may have
    /// changed since, or removed with the vault.
    fn rekeyed(&self, deed: &Deed) -> Result<Option<Safe>, Error> {
        let Deed::Rekey {
            header: new,
            before,
        } = deed
        else {
            return Ok(None);
        };
        match &self.safe {
            Safe::Open { header, key } if header == before => Ok(Some(Safe::Open {
                header: new.clone(),
                key: key.clone(),
            })),
            Safe::Open { .. } => Err(VaultFault::WrongPassphrase.into()),
            _ => Err(VaultFault::None.into()),
        }
    }

    /// Has it stored.
    pub(super) fn write(
        &mut self,
        transaction: Transaction,
        job: u32,
        done: Done,
        deed: Deed,
        attempts: u32,
        safe: Option<Safe>,
    ) -> Vec<Effect> {
        self.under_way = Some(UnderWay::Writing(Box::new(Writing {
            job,
            done,
            deed,
            attempts,
            safe,
        })));
        vec![Effect::Write(transaction)]
    }

    /// The change is stored: now it has happened.
    pub(super) fn finish(
        &mut self,
        job: u32,
        done: Done,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        self.register.apply(done.change);
        match done.then {
            Then::Answer(answer) => vec![answered(job, *answer)],
            Then::Changed => vec![answered(job, OfficeAnswer::Changed(self.authorities(now)))],
            Then::Templates => vec![answered(job, self.templates())],
            Then::Vault => vec![answered(job, OfficeAnswer::Vault(self.vault()))],
            Then::Offer(file, answer) => {
                let answer = match *answer {
                    OfficeAnswer::Changed(_) => OfficeAnswer::Changed(self.authorities(now)),
                    other => other,
                };
                vec![Effect::Offer(file), answered(job, answer)]
            }
            Then::BackedUp(file) => {
                let vault = OfficeAnswer::Vault(self.vault());
                vec![Effect::Offer(*file), answered(job, vault)]
            }
            Then::Certified(mut certified, key) => {
                certified.key = key.map(|key| desk.put(Format::Pkcs8, Object::PrivateKey(*key)));
                let authorities = OfficeAnswer::Authorities(self.authorities(now));
                vec![
                    answered(job, authorities),
                    Effect::Respond(Response::Issued {
                        job,
                        certified: *certified,
                    }),
                ]
            }
            Then::TakenOut(objects) => {
                let items = objects.into_iter();
                let items = items.map(|(format, object)| desk.lend(format, object));
                vec![answered(job, OfficeAnswer::TakenOut(items.collect()))]
            }
            Then::Rows(rows) => self.rows_issued(job, &rows, now, rng),
        }
    }

    /// A deed came to nothing.
    pub(super) fn failed(&mut self, job: u32, deed: &Deed, error: Error, now: Time) -> Vec<Effect> {
        match deed {
            Deed::IssueRows(_) => self.batch_failed(error, now),
            _ => vec![Effect::refused(job, error)],
        }
    }
}

/// How often a deed is done again because another tab was quicker.
const MOST_ATTEMPTS: u32 = 50;
