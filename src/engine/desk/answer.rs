//! How the desk answers.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Answer, Ask, Contents, Desk, ItemSummary, Upload, Writing};
use crate::{
    Error,
    engine::{Download, Effect, Response},
    pki::{AccountKey, Object, Password, Secrets, config, reader},
    random,
};

impl Desk {
    /// Answers with an [`Effect`]: a response, or a file.
    pub fn answer(&mut self, job: u32, ask: Ask, rng: &mut impl CryptoRng) -> Effect {
        match self.effect(job, ask, rng) {
            Ok(effect) => effect,
            Err(error) => Effect::Respond(Response::Refused { job, error }),
        }
    }

    fn effect(&mut self, job: u32, ask: Ask, rng: &mut impl CryptoRng) -> Result<Effect, Error> {
        let answer = match ask {
            Ask::Save(writing) => return Ok(Effect::Offer(self.file(&writing, rng)?)),
            Ask::SaveConfig {
                application,
                algorithm,
                digest,
            } => {
                let text = config::write(&application, algorithm, digest)?;
                return Ok(offer("openssl.cnf", text.into_bytes()));
            }
            Ask::RandomFile { count } => {
                let octets = random::octets(count, random::MOST_SAVED, rng)?;
                return Ok(Effect::Offer(Download {
                    name: "random.bin".into(),
                    media_type: "application/octet-stream",
                    contents: octets,
                }));
            }
            Ask::Open(files) => Answer::Opened(self.open(files)),
            Ask::Unlock { item, password } => self.unlock(item, &password)?,
            Ask::Forget(items) => {
                self.items.retain(|id, _| !items.contains(id));
                Answer::Forgotten(items)
            }
            Ask::Copy(writing) => self.copy(&writing, rng)?,
            Ask::Text { item, secrets } => Answer::Text(self.text(item, secrets)?),
            Ask::Check { item } => {
                self.private_key(item)?.check(rng)?;
                Answer::Sound
            }
            Ask::Like { item } => self.like(item)?,
            Ask::ReadConfig { text, section } => {
                Answer::Filled(config::read(&text, section.as_deref())?)
            }
            Ask::Account { item } => self.account(item)?,
            Ask::Challenge {
                item,
                token,
                domain,
            } => Answer::Challenge(self.account_key(item)?.challenge(&token, &domain)?),
            Ask::Jws {
                item,
                header,
                payload,
            } => {
                let jws = self.account_key(item)?.sign_jws(&header, &payload, rng)?;
                Answer::Text(Zeroizing::new(jws))
            }
            Ask::RandomText { count, notation } => {
                let octets = random::octets(count, random::MOST_SHOWN, rng)?;
                Answer::Text(random::text(&octets, notation))
            }
            Ask::Passphrase(recipe) => Answer::Text(random::passphrase(recipe, rng)?),
        };
        Ok(Effect::Respond(Response::Answered { job, answer }))
    }

    fn open(&mut self, files: Vec<Upload>) -> Vec<ItemSummary> {
        let mut items = Vec::new();
        for Upload { name, contents } in files {
            // What was attached and is not here was read by nobody: an empty file says so.
            let octets = match contents {
                Contents::Here(octets) => octets,
                Contents::Attached => Zeroizing::default(),
            };
            for finding in reader::read(&octets) {
                items.push(self.place(&name, finding));
            }
        }
        items
    }

    fn unlock(&mut self, id: u32, password: &Password) -> Result<Answer, Error> {
        let Object::Locked(locked) = self.object(id)? else {
            return Err(Error::NotOnDesk);
        };
        let found = locked.open(password)?;
        let line = self.item(id)?.finding.line;
        let Some(item) = self.items.remove(&id) else {
            return Err(Error::NotOnDesk);
        };
        let mut items = Vec::new();
        for mut finding in found {
            finding.line = line;
            items.push(self.place(&item.file, finding));
        }
        Ok(Answer::Unlocked { was: id, items })
    }

    /// Only public files are shown: a private key is saved, or looked at by [`Ask::Text`].
    fn copy(&self, writing: &Writing, rng: &mut impl CryptoRng) -> Result<Answer, Error> {
        let is_public = matches!(
            writing,
            Writing::PublicKey { .. } | Writing::Object { .. } | Writing::Pkcs7 { .. }
        );
        if !is_public {
            return Err(Error::NotOnDesk);
        }
        let octets = self.file(writing, rng)?.contents;
        let text = core::str::from_utf8(&octets).map_err(|_| Error::encoding("a text"))?;
        Ok(Answer::Text(Zeroizing::new(text.to_owned())))
    }

    fn text(&self, id: u32, secrets: Secrets) -> Result<Zeroizing<String>, Error> {
        match self.object(id)? {
            Object::PrivateKey(key) => key.text(secrets),
            Object::PublicKey(key) => key.text().map(Zeroizing::new),
            _ => Err(Error::NotOnDesk),
        }
    }

    fn like(&self, id: u32) -> Result<Answer, Error> {
        let (application, left_out) = match self.object(id)? {
            Object::Certificate(certificate) => certificate.application()?,
            Object::Request(request) => request.application()?,
            _ => return Err(Error::NotOnDesk),
        };
        Ok(Answer::Like(application, left_out))
    }

    fn account(&mut self, id: u32) -> Result<Answer, Error> {
        let facts = self.account_key(id)?.facts()?;
        if let Some(item) = self.items.get_mut(&id) {
            item.is_account = true;
        }
        Ok(Answer::Account(facts))
    }

    fn account_key(&self, id: u32) -> Result<AccountKey, Error> {
        AccountKey::new(self.private_key(id)?.clone())
    }
}

fn offer(name: &str, contents: Vec<u8>) -> Effect {
    Effect::Offer(Download {
        name: name.into(),
        media_type: "text/plain",
        contents: Zeroizing::new(contents),
    })
}
