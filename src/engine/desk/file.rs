//! Files of what lies on the desk.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Desk, Writing};
use crate::{
    Error,
    engine::Download,
    pki::{
        Encoding, Object, Pkcs7, Pkcs12, PublicKey,
        pkcs12::{Bag, Content},
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
                let contents =
                    self.private_key(*item)?
                        .write(*form, *encoding, protection.as_ref(), rng)?;
                let name = self.summary(*item)?.saved_as(form.ending(*encoding));
                Ok(download(name, contents))
            }
            Writing::PublicKey {
                item,
                form,
                encoding,
            } => {
                let contents = self.public_key(*item)?.write(*form, *encoding)?;
                let name = self.summary(*item)?.saved_as(form.ending(*encoding));
                Ok(download(name, Zeroizing::new(contents)))
            }
            Writing::Object { item, encoding } => self.object_file(*item, *encoding),
            Writing::Pkcs12 {
                items,
                name,
                password,
                target,
            } => {
                let file = Pkcs12::new(self.bags(items, name)?);
                let file = file.to_der(*target, Some(password), rng)?;
                Ok(download(target.file_name().into(), Zeroizing::new(file)))
            }
            Writing::Pkcs7 { items, encoding } => {
                let bundle = Pkcs7::new(self.certificates(items)?, Vec::new());
                let file = match encoding {
                    Encoding::Pem => bundle.pem()?.into_bytes(),
                    Encoding::Der => bundle.to_der()?,
                };
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
        Ok(download(
            self.summary(id)?.saved_as(ending),
            Zeroizing::new(contents),
        ))
    }

    fn pem(&self, items: &[u32]) -> Result<Download, Error> {
        let one = |id: &u32| match self.object(*id)? {
            Object::PrivateKey(key) => key.to_pem(),
            Object::PublicKey(key) => key.to_pem().map(Zeroizing::new),
            Object::Certificate(it) => it.pem().map(Zeroizing::new),
            Object::Request(it) => it.pem().map(Zeroizing::new),
            Object::RevocationList(it) => it.pem().map(Zeroizing::new),
            Object::Locked(_) => Err(Error::NotOnDesk),
        };
        let all: Vec<Zeroizing<String>> = items.iter().map(one).collect::<Result<_, _>>()?;
        // As long as it will be: what grows leaves what it had behind, private keys, too.
        let length = all.iter().map(|text| text.len()).sum();
        let mut contents = Zeroizing::new(Vec::with_capacity(length));
        for text in &all {
            contents.extend_from_slice(text.as_bytes());
        }
        Ok(download("bundle.pem".into(), contents))
    }

    fn public_key(&self, id: u32) -> Result<PublicKey, Error> {
        match self.object(id)? {
            Object::PrivateKey(key) => Ok(key.public_key()),
            Object::PublicKey(key) => Ok(key.clone()),
            Object::Certificate(certificate) => certificate.public_key().cloned(),
            Object::Request(request) => request.public_key().cloned(),
            Object::RevocationList(_) | Object::Locked(_) => Err(Error::NotOnDesk),
        }
    }

    fn certificates(&self, items: &[u32]) -> Result<Vec<Vec<u8>>, Error> {
        let certificate = |id: &u32| match self.object(*id)? {
            Object::Certificate(certificate) => Ok(certificate.der().to_vec()),
            _ => Err(Error::NotOnDesk),
        };
        items.iter().map(certificate).collect()
    }

    /// Keys with the certificates that are theirs, then all other certificates. A truststore has no
    /// keys.
    fn bags(&self, items: &[u32], name: &str) -> Result<Vec<Bag>, Error> {
        let (mut keys, mut certificates) = (Vec::new(), Vec::new());
        for id in items {
            match self.object(*id)? {
                Object::PrivateKey(key) => keys.push(key),
                Object::Certificate(certificate) => certificates.push(certificate),
                _ => return Err(Error::NotOnDesk),
            }
        }
        let friendly_name = (!name.is_empty()).then_some(name);
        let mut bags = Vec::new();
        for key in keys {
            let public = key.public_key();
            let own = certificates
                .iter()
                .position(|certificate| certificate.public_key() == Ok(&public));
            match own.map(|index| certificates.remove(index)) {
                Some(certificate) => {
                    bags.extend(Bag::identity(key, certificate, &[], friendly_name)?);
                }
                None => bags.push(named(
                    Content::PrivateKey(key.to_pkcs8_der()?),
                    friendly_name,
                )),
            }
        }
        // Only what stands alone has the name: it is the key's else.
        let friendly_name = friendly_name.filter(|_| bags.is_empty());
        let others = certificates.into_iter();
        let others = others.map(|it| named(Content::Certificate(it.der().to_vec()), friendly_name));
        bags.extend(others);
        Ok(bags)
    }
}

fn named(content: Content, friendly_name: Option<&str>) -> Bag {
    let bag = Bag::new(content);
    match friendly_name {
        Some(name) => bag.named(name),
        None => bag,
    }
}

fn download(name: String, contents: Zeroizing<Vec<u8>>) -> Download {
    let media_type = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("p12") => "application/x-pkcs12",
        Some("json") => "application/json",
        Some("der" | "p7c") => "application/octet-stream",
        _ => "application/x-pem-file",
    };
    Download::new(name, media_type, contents)
}
