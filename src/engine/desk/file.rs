//! Files of what lies on the desk.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Desk, Item, Writing};
use crate::{
    Error,
    engine::Download,
    pki::{
        Certificate, Encoding, Object, PrivateForm, PublicForm, PublicKey, pkcs7,
        pkcs12,
    },
};

impl Desk {
    /// Writes a file.
    ///
    /// # Errors
    /// [`Error::NotOnDesk`] for what is not there or is something else, [`Error::NoSuchForm`],
    /// [`Error::Encoding`].
    pub(super) fn file(
        &self,
        writing: &Writing,
        rng: &mut impl CryptoRng,
    ) -> Result<Download, Error> {
        match writing {
            Writing::PrivateKey {
                item,
                form,
                encoding,
                protection,
            } => {
                let contents = self.private_key(*item)?.write(*form, *encoding, protection.as_ref(), rng)?;
                let name = name(self.item(*item)?, private_ending(*form, *encoding));
                Ok(download(name, contents))
            }
            Writing::PublicKey {
                item,
                form,
                encoding,
            } => {
                let contents = self.public_key(*item)?.write(*form, *encoding)?;
                let name = name(self.item(*item)?, public_ending(*form, *encoding));
                Ok(download(name, Zeroizing::new(contents)))
            }
            Writing::Object { item, encoding } => self.object_file(*item, *encoding),
            Writing::Pkcs12 {
                items,
                name,
                password,
                target,
            } => {
                let bundle = self.bundle(items)?;
                let file = pkcs12::write(&bundle, name, password, *target, rng)?;
                let name = match target {
                    pkcs12::Target::JavaTruststore => "truststore.p12",
                    _ => "bundle.p12",
                };
                Ok(download(name.into(), Zeroizing::new(file)))
            }
            Writing::Pkcs7 { items, encoding } => {
                let certificates = self.certificates(items)?;
                let file = pkcs7::write(&certificates, *encoding)?;
                let name = match encoding {
                    Encoding::Pem => "certificates.p7b",
                    Encoding::Der => "certificates.p7c",
                };
                Ok(download(name.into(), Zeroizing::new(file)))
            }
            Writing::Pem { items } => self.pem(items),
        }
    }

    fn object_file(&self, id: u32, encoding: Encoding) -> Result<Download, Error> {
        let (ending, der, pem) = match self.object(id)? {
            Object::Certificate(it) => ("crt", it.der(), it.pem()?),
            Object::Request(it) => ("csr", it.der(), it.pem()?),
            Object::RevocationList(it) => ("crl", it.der(), it.pem()?),
            _ => return Err(Error::NotOnDesk),
        };
        let contents = match encoding {
            Encoding::Pem => pem.into_bytes(),
            Encoding::Der => der.to_vec(),
        };
        let ending = match encoding {
            Encoding::Pem => ending,
            Encoding::Der => "der",
        };
        Ok(download(name(self.item(id)?, ending), Zeroizing::new(contents)))
    }

    fn pem(&self, items: &[u32]) -> Result<Download, Error> {
        let mut text = Zeroizing::new(String::new());
        for id in items {
            match self.object(*id)? {
                Object::PrivateKey(key) => text.push_str(&key.to_pem()?),
                Object::PublicKey(key) => text.push_str(&key.to_pem()?),
                Object::Certificate(it) => text.push_str(&it.pem()?),
                Object::Request(it) => text.push_str(&it.pem()?),
                Object::RevocationList(it) => text.push_str(&it.pem()?),
                Object::Locked(_) => return Err(Error::NotOnDesk),
            }
        }
        let contents = Zeroizing::new(text.as_bytes().to_vec());
        Ok(download("bundle.pem".into(), contents))
    }

    fn public_key(&self, id: u32) -> Result<PublicKey, Error> {
        match self.object(id)? {
            Object::PrivateKey(key) => Ok(key.public_key()),
            Object::PublicKey(key) => Ok(key.clone()),
            Object::Certificate(certificate) => certificate.public_key().cloned(),
            Object::Request(request) => Ok(request.public_key().clone()),
            Object::RevocationList(_) | Object::Locked(_) => Err(Error::NotOnDesk),
        }
    }

    fn certificates(&self, items: &[u32]) -> Result<Vec<&Certificate>, Error> {
        let certificate = |id: &u32| match self.object(*id)? {
            Object::Certificate(certificate) => Ok(certificate),
            _ => Err(Error::NotOnDesk),
        };
        items.iter().map(certificate).collect()
    }

    fn bundle(&self, items: &[u32]) -> Result<pkcs12::Bundle<'_>, Error> {
        let mut bundle = pkcs12::Bundle::default();
        for id in items {
            match self.object(*id)? {
                Object::PrivateKey(key) => bundle.keys.push(key),
                Object::Certificate(certificate) => bundle.certificates.push(certificate),
                _ => return Err(Error::NotOnDesk),
            }
        }
        Ok(bundle)
    }
}

/// The file that it came from with another ending; `key.pem` and the like for what was made here.
fn name(item: &Item, ending: &str) -> String {
    let stem = match item.file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => item.file.as_str(),
    };
    let stem = match (stem, &item.finding.object) {
        ("", Ok(Object::PrivateKey(_) | Object::PublicKey(_))) => "key",
        ("", Ok(Object::Request(_))) => "request",
        ("", Ok(Object::RevocationList(_))) => "list",
        ("", _) => "certificate",
        (stem, _) => stem,
    };
    match ending.strip_prefix('-') {
        Some(more) => format!("{stem}-{more}"),
        None => format!("{stem}.{ending}"),
    }
}

fn private_ending(form: PrivateForm, encoding: Encoding) -> &'static str {
    match (form, encoding) {
        (PrivateForm::Jwk, _) => "jwk.json",
        (PrivateForm::OpenSsh, _) => "openssh",
        (_, Encoding::Pem) => "pem",
        (_, Encoding::Der) => "der",
    }
}

fn public_ending(form: PublicForm, encoding: Encoding) -> &'static str {
    match (form, encoding) {
        (PublicForm::Jwk, _) => "-public.jwk.json",
        (PublicForm::OpenSsh, _) => "pub",
        (_, Encoding::Pem) => "-public.pem",
        (_, Encoding::Der) => "-public.der",
    }
}

fn download(name: String, contents: Zeroizing<Vec<u8>>) -> Download {
    let media_type = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("p12") => "application/x-pkcs12",
        Some("json") => "application/json",
        Some("der" | "p7c") => "application/octet-stream",
        _ => "application/x-pem-file",
    };
    Download {
        name,
        media_type,
        contents,
    }
}
