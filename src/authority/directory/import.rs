//! Taking in what the directories have.

use super::{
    certificates::{self, Found},
    config::Hints,
    files::Folder,
    index::Index,
    key,
    line::Line,
    lists, numbers, one_line, parents,
};
use crate::{
    DirectoryFault, Error, IssuingFault,
    authority::{
        Act, Addresses, Ca, Change, Entry, Event, Imported, KeptKey, Record, Register, Template,
        register::purposes,
    },
    pki::{AltName, Certificate, Extension, ExtensionValue, Oid, Password, PublicKey, Time},
    saturated::saturated,
};

pub(super) struct Import<'a> {
    register: &'a Register,
    now: Time,
    change: Change,
    imported: Imported,
    built_in: Vec<Template>,
}

impl<'a> Import<'a> {
    pub(super) fn new(register: &'a Register, now: Time) -> Self {
        Self {
            register,
            now,
            change: Change::default(),
            imported: Imported {
                authorities: Vec::new(),
                entries: 0,
                left_out: Vec::new(),
            },
            built_in: Template::built_in(),
        }
    }

    /// One that cannot be taken in does not hinder the others; a password that does not fit does.
    pub(super) fn take_in(
        &mut self,
        folder: &Folder,
        password: Option<&Password>,
    ) -> Result<(), Error> {
        let known = self.imported.left_out.len();
        match self.authority(folder, password) {
            Err(error @ (Error::PasswordNeeded { .. } | Error::WrongPassword { .. })) => Err(error),
            Err(error) => {
                self.imported.left_out.truncate(known);
                let index = format!("{}index.txt", folder.path);
                self.imported.left_out.push((index, error));
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    pub(super) fn finish(mut self) -> Result<(Change, Imported), Error> {
        if self.imported.authorities.is_empty() {
            let first = self.imported.left_out.into_iter().next();
            return Err(first.map_or(DirectoryFault::NoIndex.into(), |(_, error)| error));
        }
        parents::link(self.register, &mut self.change, &self.imported.authorities);
        Ok((self.change, self.imported))
    }

    fn authority(&mut self, folder: &Folder, password: Option<&Password>) -> Result<(), Error> {
        let hints = Hints::of(folder);
        let left_out = &mut self.imported.left_out;
        let index = Index::read(folder, left_out)?;
        let (all, found_lists) = certificates::read(folder, &hints, left_out);
        let candidates = certificates::candidates(&all, &index);
        let keys = candidates
            .iter()
            .filter_map(|(_, it)| it.certificate.public_key().ok());
        let keys: Vec<&PublicKey> = keys.collect();
        let key = key::find(folder, &hints, password, &keys)?;
        let public = key.as_ref().map(|key| key.public_key());
        let own = certificates::chosen(&candidates, public.as_ref())?;
        self.refuse_known(&own.certificate)?;
        // A key that is another's is not the authority's.
        let own_key = own.certificate.public_key().ok();
        let key = key.filter(|key| own_key == Some(&key.public_key()));
        let key = key.as_ref().map(KeptKey::of).transpose()?;

        let given: Vec<_> = index.lines.iter().map(|line| &line.serial).collect();
        let draws = folder
            .files
            .iter()
            .any(|file| file.is_in("certs_by_serial"));
        let written = numbers::read(folder, &["serial", "serial.txt"]).transpose();
        let next = written.unwrap_or_else(|error| {
            let file = format!("{}serial", folder.path);
            self.imported.left_out.push((file, error));
            None
        });
        let (lists, fault) = lists::read(folder, found_lists, own_key, &index, hints.list_days)?;
        if let Some(error) = fault {
            let file = format!("{}crlnumber", folder.path);
            self.imported.left_out.push((file, error));
        }
        let others = candidates.iter().filter(|(_, it)| is_other(it, own));
        let ca = Ca {
            label: label(&own.certificate),
            certificate: own.certificate.clone(),
            key,
            parent: None,
            entry: None,
            others: others.map(|(_, it)| it.certificate.clone()).collect(),
            serials: numbers::serials(next, &given, draws)?,
            lists,
            addresses: Addresses::default(),
            signature: None,
            days: hints.days.unwrap_or(DAYS),
        };
        self.add(folder, ca, index, &all, own);
        Ok(())
    }

    /// With all that it issued.
    fn add(&mut self, folder: &Folder, ca: Ca, index: Index, all: &[Found], own: &Found) {
        let label = ca.label.clone();
        let id = self.change.add(self.register, Record::Ca(Box::new(ca)));
        self.imported.authorities.push(id);
        let mut held: Vec<Option<&Certificate>> = vec![None; index.lines.len()];
        for found in all {
            let place = index.place(found.certificate.serial());
            let place = place.filter(|_| found.issuer == own.subject);
            match place.and_then(|place| held.get_mut(place)) {
                Some(line @ None) => *line = Some(&found.certificate),
                _ if found.certificate == own.certificate || is_other(found, own) => {}
                _ => {
                    let fault = why_left_out(found, own);
                    let file = format!("{}{}", folder.path, found.file);
                    self.imported.left_out.push((file, fault));
                }
            }
        }
        let entries = saturated(index.lines.len());
        for (line, certificate) in index.lines.into_iter().zip(held) {
            let entry = self.entry(id, line, certificate);
            self.change
                .add(self.register, Record::Entry(Box::new(entry)));
        }
        self.imported.entries += entries;
        let event = Event {
            at: self.now,
            authority: Some((id, label)),
            act: Act::Imported { entries },
        };
        self.change.add(self.register, Record::Event(event));
    }

    fn entry(&self, issuer: u32, line: Line, certificate: Option<&Certificate>) -> Entry {
        let validity = certificate.map(Certificate::validity);
        let names = certificate.map(Certificate::alt_names).unwrap_or_default();
        let subject = match certificate {
            Some(certificate) => certificate.subject().to_string(),
            None => one_line::readable(&line.subject),
        };
        Entry {
            issuer,
            serial: line.serial,
            der: certificate.map(|it| it.der().to_vec()),
            subject,
            names: names.iter().map(AltName::to_string).collect(),
            not_before: validity.map(|it| it.not_before),
            not_after: validity.map_or(line.not_after, |it| it.not_after),
            state: line.state,
            profile: certificate.map_or("custom", |it| self.profile(it)).into(),
            since: self.now,
            key: None,
            renews: None,
            authority: None,
        }
    }

    /// The template that has the same purposes.
    fn profile(&self, certificate: &Certificate) -> &str {
        let Ok((application, _)) = certificate.application() else {
            return "custom";
        };
        let is_authority =
            |it: &Extension| matches!(it.value, ExtensionValue::BasicConstraints { ca: true, .. });
        if application.extensions.iter().any(is_authority) {
            return "intermediate";
        }
        let own = sorted(&application.extensions);
        let is_same = |it: &&Template| !own.is_empty() && sorted(&it.extensions) == own;
        self.built_in
            .iter()
            .find(is_same)
            .map_or("custom", |it| it.name.as_str())
    }

    fn refuse_known(&self, certificate: &Certificate) -> Result<(), Error> {
        let known = self.register.authorities().values();
        let new = self.change.records.values().flatten();
        let new = new.filter_map(|record| match record {
            Record::Ca(ca) => Some(&**ca),
            _ => None,
        });
        let same = known
            .chain(new)
            .find(|ca| is_same(&ca.certificate, certificate));
        match same {
            Some(ca) => Err(IssuingFault::Known {
                label: ca.label.clone(),
            }
            .into()),
            None => Ok(()),
        }
    }
}

/// Under another certificate for the same name and key it would give the same serial numbers again.
fn is_same(one: &Certificate, other: &Certificate) -> bool {
    let key = one.public_key().ok();
    let has_same_key = key.is_some() && key == other.public_key().ok();
    one == other || has_same_key && one.subject().is_same(other.subject())
}

/// Whether it is another certificate for the authority's key.
fn is_other(found: &Found, own: &Found) -> bool {
    let key = found.certificate.public_key().ok();
    let is_same = key.is_some() && key == own.certificate.public_key().ok();
    is_same && found.subject == own.subject && found.certificate != own.certificate
}

fn why_left_out(found: &Found, own: &Found) -> Error {
    match () {
        () if found.subject == own.subject => IssuingFault::OtherKey {
            subject: own.certificate.subject().to_string(),
        }
        .into(),
        () if found.issuer == own.subject => DirectoryFault::NotInIndex.into(),
        () => DirectoryFault::OtherIssuer.into(),
    }
}

fn sorted(extensions: &[Extension]) -> Vec<Oid> {
    let mut purposes = purposes(extensions).to_vec();
    purposes.sort();
    purposes
}

fn label(certificate: &Certificate) -> String {
    let subject = certificate.subject();
    let common = subject.common_name().map(str::to_owned);
    let label = common.unwrap_or_else(|| subject.to_string());
    match label.is_empty() {
        true => certificate.serial().to_string(),
        false => label,
    }
}

/// How long what an authority issues is valid where nothing else is said.
const DAYS: u32 = 398;
