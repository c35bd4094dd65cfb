//! Files that the office offers. Whatever hands a private key out is written down before.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Done, OfficeAnswer, OfficeFile, Then};
use crate::{
    Error, IssuingFault,
    authority::{Act, Change, Register},
    engine::Download,
    pki::{Certificate, Encoding, Format, Object, Password, Pkcs12, Time, pkcs12},
};

impl OfficeFile {
    pub(super) fn carry_out(
        &self,
        register: &Register,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<Done, Error> {
        let file = self.write(register, now, rng)?;
        let mut change = Change::default();
        if let Some(of) = self.hands_out() {
            note(&mut change, register, of, &file.name, now);
        }
        let answer = Box::new(OfficeAnswer::Saved);
        Ok(Done {
            change,
            then: Then::Offer(file, answer),
        })
    }

    /// Whose private key is in it.
    fn hands_out(&self) -> Option<u32> {
        match self {
            Self::Key { of, .. } | Self::Pkcs12 { of, .. } => Some(*of),
            Self::Directory { authority, .. } => Some(*authority),
            _ => None,
        }
    }

    fn write(
        &self,
        register: &Register,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<Download, Error> {
        Ok(match self {
            Self::Certificate {
                of,
                encoding,
                chain,
            } => {
                let all = register.chain(*of)?;
                let own = all.first().ok_or(IssuingFault::CertificateNotKept)?;
                let stem = stem(register, *of);
                match (chain, encoding) {
                    (true, _) => pem_file(format!("{stem}-chain.pem"), pems(&all)?),
                    (false, Encoding::Pem) => pem_file(format!("{stem}.crt"), own.pem()?.into()),
                    (false, Encoding::Der) => {
                        let der = Zeroizing::new(own.der().to_vec());
                        Download::new(format!("{stem}.der"), "application/pkix-cert", der)
                    }
                }
            }
            Self::Key { of, password } => {
                let key = register.private_key(*of)?;
                let pem = match password {
                    Some(password) => key.to_encrypted_pem(password, rng)?,
                    None => key.to_pem()?,
                };
                pem_file(format!("{}.key", stem(register, *of)), pem)
            }
            Self::Pkcs12 {
                of,
                password,
                target,
            } => pkcs12_file(register, *of, password, *target, rng)?,
            Self::List {
                authority,
                encoding,
                is_delta,
            } => {
                let lists = &register.authority(*authority)?.lists;
                let list = if *is_delta { &lists.delta } else { &lists.full };
                let list = list.as_ref().ok_or(IssuingFault::NoFullList)?;
                let stem = stem(register, *authority);
                let stem = if *is_delta {
                    format!("{stem}-delta")
                } else {
                    stem
                };
                match encoding {
                    Encoding::Pem => pem_file(format!("{stem}.crl.pem"), list.pem()?.into()),
                    Encoding::Der => {
                        let der = Zeroizing::new(list.der().to_vec());
                        Download::new(format!("{stem}.crl"), "application/pkix-crl", der)
                    }
                }
            }
            Self::Directory {
                authority,
                password,
            } => {
                let zip = register.directory(*authority, password.as_ref(), now, rng)?;
                let name = format!("{}-ca.zip", stem(register, *authority));
                Download::new(name, "application/zip", zip)
            }
            Self::Calendar {
                authority,
                entry,
                days_before,
                language,
            } => {
                let (authority, entry) = (*authority, *entry);
                let text = register.calendar(authority, entry, *days_before, *language, now);
                text_file("certificates.ics", "text/calendar", text)
            }
            Self::CalendarOf {
                entries,
                days_before,
                language,
            } => {
                let text = register.calendar_of(entries, *days_before, *language, now);
                text_file("certificates.ics", "text/calendar", text)
            }
            Self::History { authority } => {
                text_file("history.csv", "text/csv", register.history_csv(*authority))
            }
            Self::Table(query) => text_file(
                "certificates.csv",
                "text/csv",
                register.table_csv(query, now),
            ),
            Self::Templates(ids) => {
                let text = register.templates_file(ids)?;
                text_file("templates.json", "application/json", text)
            }
        })
    }
}

fn pkcs12_file(
    register: &Register,
    of: u32,
    password: &Password,
    target: pkcs12::Target,
    rng: &mut impl CryptoRng,
) -> Result<Download, Error> {
    let all = register.chain(of)?;
    let Some((own, issuers)) = all.split_first() else {
        return Err(IssuingFault::CertificateNotKept.into());
    };
    let stem = stem(register, of);
    let bags = pkcs12::Bag::identity(&register.private_key(of)?, own, issuers, Some(&stem))?;
    let file = Pkcs12::new(bags).to_der(target, Some(password), rng)?;
    let name = format!("{stem}.p12");
    Ok(Download::new(
        name,
        "application/x-pkcs12",
        Zeroizing::new(file),
    ))
}

/// Certificates for the desk, with their keys if they are kept. From there a key can go anywhere.
pub(super) fn take_out(
    register: &Register,
    of: &[u32],
    with_keys: bool,
    now: Time,
) -> Result<Done, Error> {
    let (mut change, mut objects) = (Change::default(), Vec::new());
    for id in of {
        let certificate = register.certificate(*id)?;
        objects.push((Format::Certificate, Object::Certificate(certificate)));
        if with_keys && let Ok(key) = register.private_key(*id) {
            let name = format!("{}.key", stem(register, *id));
            note(&mut change, register, *id, &name, now);
            objects.push((Format::Pkcs8, Object::PrivateKey(key)));
        }
    }
    Ok(Done {
        change,
        then: Then::TakenOut(objects),
    })
}

/// The history says that a key was handed out, and which.
fn note(change: &mut Change, register: &Register, of: u32, file: &str, now: Time) {
    if let Some(entry) = register.entries().get(&of) {
        let act = Act::KeySaved {
            entry: of,
            serial: entry.serial.clone(),
            subject: entry.holder(),
        };
        let label = register.authorities().get(&entry.issuer);
        let authority = label.map(|ca| (entry.issuer, ca.label.clone()));
        change.note(register, authority, act, now);
    } else if let Some(ca) = register.authorities().get(&of) {
        let act = Act::Exported { what: file.into() };
        change.note(register, Some((of, ca.label.clone())), act, now);
    }
}

/// What a file about something is called: by its name, of letters that every system takes.
fn stem(register: &Register, of: u32) -> String {
    let row = register.row(of, Time::from_unix(0)).map(|row| row.name);
    let name = row.or_else(|| Some(register.authorities().get(&of)?.label.clone()));
    let name = name.unwrap_or_default().replace('*', "wildcard");
    let is_plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    let plain: String = name
        .chars()
        .map(|c| if is_plain(c) { c } else { '-' })
        .take(LONGEST_STEM)
        .collect();
    match plain.trim_matches(['-', '.']) {
        "" => "certificate".into(),
        plain => plain.into(),
    }
}

fn pems(certificates: &[Certificate]) -> Result<Zeroizing<String>, Error> {
    let pems: Vec<String> = certificates
        .iter()
        .map(Certificate::pem)
        .collect::<Result<_, _>>()?;
    Ok(Zeroizing::new(pems.concat()))
}

fn pem_file(name: String, mut pem: Zeroizing<String>) -> Download {
    let octets = Zeroizing::new(core::mem::take(&mut *pem).into_bytes());
    Download::new(name, "application/x-pem-file", octets)
}

fn text_file(name: &str, media_type: &'static str, text: String) -> Download {
    Download::new(name, media_type, Zeroizing::new(text.into_bytes()))
}

const LONGEST_STEM: usize = 60;
