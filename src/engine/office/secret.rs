//! What a passphrase is asked for, and what follows once it has become a key.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::{
    Deed, Desk, Done, Effect, Office, OfficeAnswer, RestoreMode, Safe, Then, UnderWay, answered,
    safe,
};
use crate::{
    Error, VaultFault,
    authority::{Act, Change, Register},
    engine::Contents,
    pki::{Password, Time},
    vault::{Header, StretchedKey, Stretching, Transaction, VaultKey, backup},
};

/// A passphrase that is to become a key, which takes long on purpose: work for a key worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stretch {
    /// How.
    pub stretching: Stretching,
    /// Of what.
    pub passphrase: Password,
}

impl Stretch {
    /// Does it.
    ///
    /// # Errors
    /// [`VaultFault::TooCostly`].
    pub fn fulfil(&self) -> Result<StretchedKey, Error> {
        self.stretching.stretch(&self.passphrase)
    }
}

/// What the key is for.
pub(super) enum Secret {
    /// To open the vault.
    Unlock,
    /// To make a vault of what is in memory.
    Create(Stretching),
    /// To show that whoever wants another passphrase knows the one until now.
    Prove { new: Password },
    /// To be the vault's from now on.
    Change(Stretching),
    /// To be a backup's.
    Backup(Stretching),
    /// To open a backup.
    Restore {
        header: Box<Header>,
        records: Vec<(u32, Vec<u8>)>,
        mode: RestoreMode,
    },
}

impl Office {
    pub(super) fn unlock(&mut self, job: u32, passphrase: Password) -> Vec<Effect> {
        match &self.safe {
            Safe::Locked { header, .. } => {
                let stretching = header.stretching().clone();
                self.stretch(job, Secret::Unlock, stretching, passphrase)
            }
            Safe::Broken { error } => vec![Effect::refused(job, error.clone())],
            Safe::Memory | Safe::Unknown => vec![Effect::refused(job, VaultFault::None.into())],
            Safe::Open { .. } => vec![answered(job, OfficeAnswer::Vault(self.vault()))],
        }
    }

    pub(super) fn set_passphrase(
        &mut self,
        job: u32,
        old: Option<Password>,
        new: Password,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        match (&self.safe, old, &self.hindrance) {
            (Safe::Memory, _, Some(fault)) => {
                vec![Effect::refused(
                    job,
                    VaultFault::Storage(fault.clone()).into(),
                )]
            }
            (Safe::Memory, _, None) => {
                let stretching = Stretching::new(rng);
                self.stretch(job, Secret::Create(stretching.clone()), stretching, new)
            }
            (Safe::Open { header, .. }, Some(old), _) => {
                let stretching = header.stretching().clone();
                self.stretch(job, Secret::Prove { new }, stretching, old)
            }
            (Safe::Open { .. }, None, _) => {
                vec![Effect::refused(job, VaultFault::WrongPassphrase.into())]
            }
            _ => vec![Effect::refused(job, VaultFault::Locked.into())],
        }
    }

    pub(super) fn back_up(
        &mut self,
        job: u32,
        passphrase: Password,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        if let Err(fault) = self.safe.check() {
            return vec![Effect::refused(job, fault.into())];
        }
        let stretching = Stretching::new(rng);
        self.stretch(
            job,
            Secret::Backup(stretching.clone()),
            stretching,
            passphrase,
        )
    }

    pub(super) fn restore(
        &mut self,
        job: u32,
        file: &Contents,
        passphrase: Password,
        mode: RestoreMode,
    ) -> Vec<Effect> {
        if let Err(fault) = self.safe.check() {
            return vec![Effect::refused(job, fault.into())];
        }
        if mode == RestoreMode::IntoEmpty && !self.register.is_without_authorities() {
            return vec![Effect::refused(job, VaultFault::NotEmpty.into())];
        }
        let Contents::Here(octets) = file else {
            return vec![Effect::refused(job, VaultFault::NotABackup.into())];
        };
        let (header, records) = match backup::read(octets) {
            Ok(read) => read,
            Err(error) => return vec![Effect::refused(job, error)],
        };
        let stretching = header.stretching().clone();
        let header = Box::new(header);
        let secret = Secret::Restore {
            header,
            records,
            mode,
        };
        self.stretch(job, secret, stretching, passphrase)
    }

    fn stretch(
        &mut self,
        job: u32,
        secret: Secret,
        stretching: Stretching,
        passphrase: Password,
    ) -> Vec<Effect> {
        let secret = Box::new(secret);
        self.under_way = Some(UnderWay::Stretching { job, secret });
        vec![Effect::Stretch(Stretch {
            stretching,
            passphrase,
        })]
    }

    /// The passphrase has become a key.
    pub fn stretched(
        &mut self,
        key: Result<StretchedKey, Error>,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Vec<Effect> {
        let (job, secret) = match self.under_way.take() {
            Some(UnderWay::Stretching { job, secret }) => (job, *secret),
            other => {
                self.under_way = other;
                return Vec::new();
            }
        };
        let used = key.and_then(|key| self.use_key(job, secret, &key, desk, now, rng));
        let mut effects = used.unwrap_or_else(|error| vec![Effect::refused(job, error)]);
        effects.extend(self.go_on(desk, now, rng));
        effects
    }

    fn use_key(
        &mut self,
        job: u32,
        secret: Secret,
        key: &StretchedKey,
        desk: &mut Desk,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<Effect>, Error> {
        Ok(match secret {
            Secret::Unlock => {
                let Safe::Locked { header, .. } = &self.safe else {
                    return Err(VaultFault::None.into());
                };
                let key = header.open(key)?;
                self.open(key);
                vec![answered(job, OfficeAnswer::Vault(self.vault()))]
            }
            Secret::Create(stretching) => {
                let vault_key = VaultKey::generate(rng);
                let header = vault_key.wrap(stretching, key, rng)?;
                let mut change = self.register.to_change();
                change.note(&self.register, None, Act::PassphraseSet, now);
                let records = safe::sealed(&vault_key, &change, rng)?;
                self.write_header(job, header, vault_key, change, records)
            }
            Secret::Prove { new } => {
                let Safe::Open { header, .. } = &self.safe else {
                    return Err(VaultFault::Locked.into());
                };
                header.open(key)?;
                let stretching = Stretching::new(rng);
                self.stretch(job, Secret::Change(stretching.clone()), stretching, new)
            }
            Secret::Change(stretching) => {
                let Safe::Open {
                    header: before,
                    key: vault_key,
                } = &self.safe
                else {
                    return Err(VaultFault::Locked.into());
                };
                let before = before.clone();
                let header = Box::new(vault_key.wrap(stretching, key, rng)?);
                let deed = Deed::Rekey { header, before };
                self.attempt(job, deed, 0, desk, now, rng)
            }
            Secret::Backup(stretching) => {
                let backup_key = VaultKey::generate(rng);
                let header = backup_key.wrap(stretching, key, rng)?;
                let deed = Deed::BackUp(Box::new(header), backup_key);
                self.attempt(job, deed, 0, desk, now, rng)
            }
            Secret::Restore {
                header,
                records,
                mode,
            } => {
                let key = header.open(key)?;
                let restored = unsealed(&key, &records)?;
                let deed = Deed::Restore(Box::new(restored), mode);
                self.attempt(job, deed, 0, desk, now, rng)
            }
        })
    }

    /// Stores the header of a new vault, and the safe that it makes.
    fn write_header(
        &mut self,
        job: u32,
        header: Header,
        key: VaultKey,
        change: Change,
        records: Vec<safe::Sealed>,
    ) -> Vec<Effect> {
        let transaction = Transaction {
            expects: self.revision,
            header: Some(header.to_octets()),
            records,
        };
        let done = Done {
            change,
            then: Then::Vault,
        };
        let safe = Safe::Open {
            header: Box::new(header),
            key,
        };
        self.write(transaction, job, done, Deed::Nothing, 0, Some(safe))
    }
}

/// A backup's register. One record that cannot be read is no reason to give up the others, but they all being broken
/// is.
fn unsealed(key: &VaultKey, records: &[(u32, Vec<u8>)]) -> Result<Register, Error> {
    let mut change = Change::default();
    let mut broken = None;
    for (id, octets) in records {
        match key.unseal(*id, octets) {
            Ok(record) => change.put(*id, record),
            Err(error) => broken = Some(error),
        }
    }
    match broken {
        Some(error) if change.records.is_empty() => Err(error),
        _ => {
            let mut register = Register::default();
            register.apply(change);
            Ok(register)
        }
    }
}
