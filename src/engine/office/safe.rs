//! Where the register is: in memory, or in the vault, locked or open.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Desk, Effect, Office, OfficeAnswer, Safety, UnderWay, VaultFacts, answered};
use crate::{
    Error, VaultFault,
    authority::{Change, Register},
    engine::{Download, Response},
    pki::Time,
    saturated::saturated,
    vault::{Contents, Header, StorageFault, VaultKey, backup},
};

/// A record under its number as it is stored: encrypted, or (`None`) removed.
pub(super) type Sealed = (u32, Option<Vec<u8>>);

/// Where the register is.
#[derive(Default)]
pub(super) enum Safe {
    /// Nobody knows yet.
    #[default]
    Unknown,
    /// In memory: there is no vault.
    Memory,
    /// There is a vault, and it is locked. What is stored is here already, so that it opens quickly.
    Locked {
        header: Box<Header>,
        records: Vec<Sealed>,
    },
    /// There is one, and it is open.
    Open { header: Box<Header>, key: VaultKey },
    /// There is one that cannot be read.
    Broken { error: Error },
}

impl Safe {
    /// Whether the register is here.
    pub fn check(&self) -> Result<(), VaultFault> {
        match self {
            Self::Memory | Self::Open { .. } => Ok(()),
            Self::Unknown | Self::Locked { .. } | Self::Broken { .. } => Err(VaultFault::Locked),
        }
    }

    /// The change as it is to be stored; nothing in memory.
    pub fn seal(
        &self,
        change: &Change,
        rng: &mut impl CryptoRng,
    ) -> Result<Option<Vec<Sealed>>, Error> {
        match self {
            Self::Open { key, .. } => sealed(key, change, rng).map(Some),
            _ => Ok(None),
        }
    }

    /// How it opens.
    pub fn header(&self) -> Option<&Header> {
        match self {
            Self::Locked { header, .. } | Self::Open { header, .. } => Some(header),
            _ => None,
        }
    }

    fn safety(&self) -> Safety {
        match self {
            Self::Unknown => Safety::Unknown,
            Self::Memory => Safety::Memory,
            Self::Locked { .. } => Safety::Locked,
            Self::Open { .. } => Safety::Open,
            Self::Broken { .. } => Safety::Broken,
        }
    }
}

impl Office {
    /// The vault's state.
    pub(super) fn vault(&self) -> VaultFacts {
        let records = match &self.safe {
            Safe::Locked { records, .. } => records.iter().filter(|(_, it)| it.is_some()).count(),
            _ => self.register.len() + self.unreadable.len(),
        };
        VaultFacts {
            safety: self.safe.safety(),
            hindrance: self.hindrance.clone(),
            records: saturated(records),
            unreadable: saturated(self.unreadable.len()),
            is_orphaned: self.is_orphaned && matches!(self.safe, Safe::Memory),
            is_backup_due: self.register.is_backup_due(),
        }
    }

    /// What is stored was read for the first time, or again after the vault was locked.
    pub(super) fn opened(
        &mut self,
        job: Option<u32>,
        contents: Result<Contents, StorageFault>,
        _now: Time,
    ) -> Vec<Effect> {
        self.is_orphaned = false;
        match contents {
            Ok(contents) => {
                self.hindrance = None;
                self.revision = contents.revision;
                self.safe = match contents.header.as_deref().map(Header::parse) {
                    None => Safe::Memory,
                    Some(Ok(header)) => Safe::Locked {
                        header: Box::new(header),
                        records: contents.records,
                    },
                    Some(Err(error)) => Safe::Broken { error },
                };
            }
            Err(fault) => {
                self.hindrance = Some(fault);
                self.safe = Safe::Memory;
            }
        }
        let vault = self.vault();
        vec![match job {
            Some(job) => answered(job, OfficeAnswer::Vault(vault)),
            None => Effect::Respond(Response::OfficeChanged(vault)),
        }]
    }

    /// Forgets all that was opened, and has what is stored read anew.
    pub(super) fn lock(&mut self, job: u32, desk: &mut Desk) -> Vec<Effect> {
        match self.safe {
            Safe::Open { .. } => {
                self.forget();
                self.under_way = Some(UnderWay::Reading { job: Some(job) });
                let mut effects = vec![Effect::Read { since: 0 }];
                effects.extend(taken_back(desk));
                effects
            }
            Safe::Memory => vec![Effect::refused(job, VaultFault::None.into())],
            _ => vec![answered(job, OfficeAnswer::Vault(self.vault()))],
        }
    }

    /// Opens the vault with its key.
    pub(super) fn open(&mut self, key: VaultKey) {
        if let Safe::Locked { header, records } = core::mem::take(&mut self.safe) {
            self.safe = Safe::Open { header, key };
            self.unseal(records);
        }
    }

    /// Another tab has written: what is new. Whether that is anything.
    pub(super) fn take_in(&mut self, contents: Contents) -> bool {
        let header = contents.header.as_deref().map(Header::parse);
        let is_gone = header.is_none() && !matches!(self.safe, Safe::Memory);
        if is_gone || contents.revision < self.revision {
            // Another tab has removed the vault. What is open here stays, in memory.
            self.revision = contents.revision;
            self.is_orphaned = matches!(self.safe, Safe::Open { .. });
            self.safe = Safe::Memory;
            return true;
        }
        if contents.revision == self.revision {
            return false;
        }
        let is_other = match (&mut self.safe, header) {
            (Safe::Open { header, .. }, Some(Ok(new))) => {
                let is_other = **header != new;
                **header = new;
                is_other
            }
            (Safe::Locked { header, records }, Some(Ok(new))) if **header == new => {
                let is_new = |id: &u32| contents.records.iter().any(|(new, _)| new == id);
                records.retain(|(id, _)| !is_new(id));
                records.extend(contents.records);
                self.revision = contents.revision;
                return true;
            }
            // Another tab has made a vault and removed it.
            (Safe::Memory, None) => {
                self.revision = contents.revision;
                return false;
            }
            // What is in memory here stays there, and the vault is found when the page is loaded anew.
            (Safe::Memory, _) if !self.register.is_empty() => return false,
            // Another tab has made a vault, and perhaps removed one before: what was read last is no part of it. Or
            // it is one that this program cannot read.
            _ => {
                self.forget();
                return true;
            }
        };
        self.revision = contents.revision;
        let is_ours = self.unseal(contents.records);
        if is_other && !is_ours {
            // Not another passphrase, which is noted under the same key: another tab has removed the vault and made a
            // new one.
            self.forget();
        }
        true
    }

    /// Forgets all that was read; it is to be read anew.
    pub(super) fn forget(&mut self) {
        self.safe = Safe::Unknown;
        self.register = Register::default();
        self.unreadable.clear();
        self.archive = None;
        // What of it is still to come is not kept either.
        if let Some(batch) = &mut self.batch {
            batch.is_forgotten = true;
        }
    }

    /// Puts what was read into the register, and says whether there was anything that can be read. What cannot stays
    /// where it is, and is counted.
    fn unseal(&mut self, records: Vec<Sealed>) -> bool {
        let Safe::Open { key, .. } = &self.safe else {
            return false;
        };
        let mut is_ours = false;
        let mut change = Change::default();
        for (id, record) in records {
            self.unreadable.retain(|other| *other != id);
            match record.map(|octets| key.unseal(id, &octets)) {
                None => {
                    change.records.insert(id, None);
                }
                Some(Ok(record)) => {
                    is_ours = true;
                    change.put(id, record);
                }
                Some(Err(_)) => {
                    self.unreadable.push(id);
                    // Its number is not given again.
                    change.records.insert(id, None);
                }
            }
        }
        self.register.apply(change);
        is_ours
    }
}

/// What was lent to the desk leaves it with the register that it came from.
pub(super) fn taken_back(desk: &mut Desk) -> Option<Effect> {
    let keys = desk.take_back();
    (!keys.is_empty()).then(|| Effect::Respond(Response::TakenBack(keys)))
}

/// Everything of a change under this key.
pub(super) fn sealed(
    key: &VaultKey,
    change: &Change,
    rng: &mut impl CryptoRng,
) -> Result<Vec<Sealed>, Error> {
    let seal = |(id, record): (&u32, &Option<_>)| {
        let sealed = record.as_ref().map(|record| key.seal(*id, record, rng));
        Ok((*id, sealed.transpose()?))
    };
    change.records.iter().map(seal).collect()
}

/// Everything of a register, as a file under a key of its own.
pub(super) fn backup(
    header: &Header,
    key: &VaultKey,
    register: &Register,
    rng: &mut impl CryptoRng,
) -> Result<Download, Error> {
    let records = sealed(key, &register.to_change(), rng)?.into_iter();
    let records: Vec<_> = records.filter_map(|(id, it)| Some((id, it?))).collect();
    Ok(file(backup::write(&header.to_octets(), &records)))
}

/// What is stored, as it is, as a file.
pub(super) fn copy(contents: &Contents) -> Result<Download, Error> {
    let header = contents.header.as_deref().ok_or(VaultFault::None)?;
    let records = contents.records.iter();
    let records = records.filter_map(|(id, it)| Some((*id, it.clone()?)));
    Ok(file(backup::write(header, &records.collect::<Vec<_>>())))
}

/// A backup on its way to the user.
fn file(octets: Vec<u8>) -> Download {
    let octets = Zeroizing::new(octets);
    Download::new(backup::FILE_NAME, "application/octet-stream", octets)
}
