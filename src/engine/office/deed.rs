//! What changes the register: each looks at it, and answers with the change and with what follows once that is stored.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Certified, OfficeAnswer, OfficeFile, Order, RestoreMode, file, safe};
use crate::{
    Error, VaultFault,
    authority::{Act, Change, Holder, Issuance, Issued, Register, Revocation, Settings, Template},
    engine::Download,
    pki::{Certificate, Format, Object, Password, PrivateKey, Time},
    vault::{Header, VaultKey},
};

/// See the [module](self).
#[allow(clippy::large_enum_variant, reason = "there are only a few at a time")]
pub(in crate::engine) enum Deed {
    Nothing,
    Issue {
        issuance: Box<Issuance>,
        holder: Holder,
        /// Whether the key was made for it: it is handed out if it is not kept.
        is_new: bool,
    },
    IssueRows(Vec<(Issuance, Holder)>),
    Revoke(Vec<u32>, Revocation),
    Release(Vec<u32>),
    Publish {
        authority: u32,
        days: u32,
        is_delta: bool,
    },
    Configure {
        authority: u32,
        settings: Box<Settings>,
    },
    Remove(u32),
    Import {
        certificates: Vec<Certificate>,
        keys: Vec<PrivateKey>,
    },
    ImportDirectory {
        files: Vec<(String, Zeroizing<Vec<u8>>)>,
        password: Option<Password>,
    },
    Save(Box<OfficeFile>),
    SaveTemplate(Option<u32>, Box<Template>),
    RemoveTemplate(u32),
    ImportTemplates(Zeroizing<Vec<u8>>),
    /// Under this header and its key.
    BackUp(Box<Header>, VaultKey),
    /// Another passphrase: this header in the place of the one before.
    Rekey {
        header: Box<Header>,
        before: Box<Header>,
    },
    TakeOut {
        of: Vec<u32>,
        with_keys: bool,
    },
    Restore(Box<Register>, RestoreMode),
}

/// What a deed comes to.
pub(super) struct Done {
    pub change: Change,
    pub then: Then,
}

/// What follows once it is stored.
pub(super) enum Then {
    Answer(Box<OfficeAnswer>),
    /// The authorities as they are then.
    Changed,
    Templates,
    Vault,
    Offer(Download, Box<OfficeAnswer>),
    BackedUp(Box<Download>),
    /// With the key, if that is not kept.
    Certified(Box<Certified>, Option<Box<PrivateKey>>),
    Rows(Vec<Issued>),
    /// To be put on the desk.
    TakenOut(Vec<(Format, Object)>),
}

impl Deed {
    /// What becomes of an order once its key is made.
    pub fn of_new_key(order: Order, key: PrivateKey) -> Self {
        Self::Issue {
            issuance: Box::new(order.issuance),
            holder: Holder::Key(key),
            is_new: true,
        }
    }

    /// Looks at the register, and answers with what is to become of it.
    pub(super) fn carry_out(
        &self,
        register: &Register,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<Done, Error> {
        let changed = |change| Done {
            change,
            then: Then::Changed,
        };
        Ok(match self {
            Self::Nothing => Done {
                change: Change::default(),
                then: Then::Vault,
            },
            Self::Issue {
                issuance,
                holder,
                is_new,
            } => issue(register, issuance, holder, *is_new, now, rng)?,
            Self::IssueRows(orders) => {
                let (change, issued) = register.issue_many(orders, now, rng)?;
                Done {
                    change,
                    then: Then::Rows(issued),
                }
            }
            Self::Revoke(entries, revocation) => {
                changed(register.revoke(entries, revocation, now)?)
            }
            Self::Release(entries) => changed(register.release(entries, now)?),
            Self::Publish {
                authority,
                days,
                is_delta,
            } => {
                let (change, list) = register.publish(*authority, *days, *is_delta, now, rng)?;
                let name = if *is_delta { "delta.crl" } else { "ca.crl" };
                let pem = Zeroizing::new(list.pem()?.into_bytes());
                let file = Download::new(name, "application/x-pem-file", pem);
                let answer = Box::new(OfficeAnswer::Changed(Vec::new()));
                Done {
                    change,
                    then: Then::Offer(file, answer),
                }
            }
            Self::Configure {
                authority,
                settings,
            } => changed(register.configure(*authority, settings, now)?),
            Self::Remove(authority) => changed(register.remove(*authority, now)?),
            Self::Import { certificates, keys } => {
                let (change, imported) = register.import(certificates, keys, now)?;
                Done {
                    change,
                    then: Then::Answer(Box::new(OfficeAnswer::Imported(imported))),
                }
            }
            Self::ImportDirectory { files, password } => {
                let (change, imported) =
                    register.import_directory(files, password.as_ref(), now)?;
                Done {
                    change,
                    then: Then::Answer(Box::new(OfficeAnswer::Imported(imported))),
                }
            }
            Self::Save(file) => file.carry_out(register, now, rng)?,
            Self::SaveTemplate(id, template) => Done {
                change: register.save_template(*id, template, now)?.0,
                then: Then::Templates,
            },
            Self::RemoveTemplate(id) => Done {
                change: register.remove_template(*id, now)?,
                then: Then::Templates,
            },
            Self::ImportTemplates(octets) => Done {
                change: register.import_templates(octets, now)?.0,
                then: Then::Templates,
            },
            Self::BackUp(header, key) => {
                let file = safe::backup(header, key, register, rng)?;
                let mut change = Change::default();
                change.note(register, None, Act::BackedUp, now);
                Done {
                    change,
                    then: Then::BackedUp(Box::new(file)),
                }
            }
            Self::Rekey { .. } => {
                let mut change = Change::default();
                change.note(register, None, Act::PassphraseSet, now);
                Done {
                    change,
                    then: Then::Vault,
                }
            }
            Self::TakeOut { of, with_keys } => file::take_out(register, of, *with_keys, now)?,
            Self::Restore(other, mode) => changed(restore(register, other, *mode, now)?),
        })
    }
}

fn issue(
    register: &Register,
    issuance: &Issuance,
    holder: &Holder,
    is_new: bool,
    now: Time,
    rng: &mut impl CryptoRng,
) -> Result<Done, Error> {
    let (change, issued) = register.issue(issuance, holder, now, rng)?;
    let findings = match holder {
        Holder::Key(key) => register.findings(issuance, key.algorithm()),
        Holder::Request(request) => register.findings(issuance, request.public_key()?.algorithm()),
        Holder::Public(key) => register.findings(issuance, key.algorithm()),
    };
    let is_kept = issued.authority.is_some() || issuance.keeps_key;
    let key = match holder {
        Holder::Key(key) if is_new && !is_kept => Some(key.clone()),
        _ => None,
    };
    let certified = Certified {
        entry: issued.entry,
        authority: issued.authority,
        findings,
        key: None,
    };
    Ok(Done {
        change,
        then: Then::Certified(Box::new(certified), key.map(Box::new)),
    })
}

/// What is restored says so in the history by itself. Another tab may have made something since it was asked for.
fn restore(
    register: &Register,
    other: &Register,
    mode: RestoreMode,
    now: Time,
) -> Result<Change, Error> {
    Ok(match mode {
        RestoreMode::IntoEmpty if !register.is_without_authorities() => {
            return Err(VaultFault::NotEmpty.into());
        }
        // The history stays also where there is nothing else.
        RestoreMode::IntoEmpty | RestoreMode::Add => register.merge(other.clone(), now).0,
        RestoreMode::Replace => register.replace(other.clone(), now),
    })
}
