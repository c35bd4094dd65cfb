//! How the desk answers.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{
    AccountFacts, Answer, Ask, Challenge, Contents, Desk, ItemSummary, Origin, Upload, Writing,
    place::places,
};
use crate::{
    Error,
    engine::{Download, Effect, Response},
    pki::{
        DnsName, Finding, Format, Object, Password, Secrets,
        acme::{self, AccountKey, Token},
        config::{Config, to_config},
        lint, reader,
    },
    random,
};

impl Desk {
    /// Answers, after a file if one was asked for.
    pub fn answer(&mut self, job: u32, ask: Ask, rng: &mut impl CryptoRng) -> Vec<Effect> {
        let respond = |answer| Effect::Respond(Response::Answered { job, answer });
        match self.reply(ask, rng) {
            Ok(Reply::Answer(answer)) => vec![respond(answer)],
            Ok(Reply::File(file)) => vec![Effect::Offer(file), respond(Answer::Saved)],
            Err(error) => vec![Effect::refused(job, error)],
        }
    }

    fn reply(&mut self, ask: Ask, rng: &mut impl CryptoRng) -> Result<Reply, Error> {
        Ok(Reply::Answer(match ask {
            Ask::Save(writing) => return self.file(&writing, rng).map(Reply::File),
            Ask::SaveConfig {
                application,
                algorithm,
                digest,
            } => {
                let text = to_config(&application, Some(algorithm), digest);
                let text = Zeroizing::new(text.into_bytes());
                return Ok(Reply::File(Download::new(
                    "openssl.cnf",
                    "text/plain",
                    text,
                )));
            }
            Ask::SaveText { name, text } => {
                let text = Zeroizing::new(text.into_bytes());
                return Ok(Reply::File(Download::new(name, OCTETS, text)));
            }
            Ask::RandomFile { count } => {
                let octets = random::octets(count, random::MOST_SAVED, rng)?;
                return Ok(Reply::File(Download::new("random.bin", OCTETS, octets)));
            }
            // The engine answers it itself.
            Ask::Office(_) => return Err(Error::NotOnDesk),
            Ask::Open(files) => Answer::Opened(self.open(files)),
            Ask::Unlock { item, password } => self.unlock(item, &password)?,
            Ask::Forget(items) => {
                for id in &items {
                    self.items.remove(id);
                }
                Answer::Forgotten(items)
            }
            Ask::Copy(writing) => self.copy(&writing, rng)?,
            Ask::Text { item, secrets } => Answer::Text(self.text(item, secrets)?),
            Ask::Check { item } => {
                self.private_key(item)?.check(rng)?;
                Answer::Sound
            }
            Ask::Like { item } => self.like(item)?,
            Ask::Inspect { item } => Answer::Inspected(self.inspect(item)?),
            Ask::Tree { item, secrets } => Answer::Tree(self.outline(item, secrets)?),
            Ask::Lint { item, scope } => Answer::Linted(self.lint(item, scope)?),
            Ask::LintApplication {
                application,
                algorithm,
                signature,
                scope,
            } => Answer::Linted(lint::application(
                &application,
                algorithm,
                signature,
                None,
                None,
                scope,
            )),
            Ask::LintPlan { plan, now } => Answer::LintedPlan(plan.findings(now)?),
            Ask::Relate => Answer::Related(self.relate()),
            Ask::Compare { left, right } => Answer::Compared(self.compare(left, right)?),
            Ask::Verify(inquiry) => Answer::Verified(self.verify(&inquiry)?),
            Ask::ReadConfig { text, section } => {
                Answer::Filled(Config::parse(text.as_bytes())?.fill(section.as_deref()))
            }
            Ask::Account { item } => self.account(item)?,
            Ask::Challenge {
                item,
                token,
                domain,
            } => self.challenge(item, &token, &domain)?,
            Ask::Jws {
                item,
                header,
                payload,
            } => {
                let account = self.account_key(item)?;
                Answer::Signed(account.sign(&header, payload.as_bytes(), rng)?)
            }
            Ask::RandomText { count, notation } => {
                let octets = random::octets(count, random::MOST_SHOWN, rng)?;
                Answer::Text(random::text(&octets, notation))
            }
            Ask::Passphrase(recipe) => Answer::Text(random::passphrase(recipe, rng)?),
        }))
    }

    fn open(&mut self, files: Vec<Upload>) -> Vec<ItemSummary> {
        let mut items = Vec::new();
        for Upload { name, contents } in files {
            let (findings, raw) = match contents {
                Contents::Here(octets) => {
                    let findings = reader::read(&octets);
                    let raw = is_closed(&findings).then(|| reader::octets(&octets));
                    (findings, raw.flatten())
                }
                Contents::Attached => (vec![unreadable(&name)], None),
            };
            for (place, finding) in places(&findings).into_iter().zip(findings) {
                let file = name.clone();
                let origin = Origin {
                    file,
                    place,
                    locked_by: None,
                };
                items.push(self.place(origin, finding));
            }
            if let Some(item) = self.items.get_mut(&self.last) {
                item.raw = raw.or(item.raw.take());
            }
        }
        items
    }

    fn unlock(&mut self, id: u32, password: &Password) -> Result<Answer, Error> {
        let Object::Locked(locked) = self.object(id)? else {
            return Err(Error::NotOnDesk);
        };
        let found = locked.open(password)?;
        let locked_by = Some(locked.algorithm().clone());
        let line = self.item(id)?.finding.line;
        let Some(item) = self.items.remove(&id) else {
            return Err(Error::NotOnDesk);
        };
        // A key stays where it was; a container is the whole file, and now one knows what it has.
        let places = match found.len() {
            1 => vec![item.origin.place],
            _ => places(&found),
        };
        let mut items = Vec::new();
        for (place, mut finding) in places.into_iter().zip(found) {
            finding.line = line;
            let origin = Origin {
                place,
                locked_by: locked_by.clone(),
                ..item.origin.clone()
            };
            items.push(self.place(origin, finding));
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
            Object::Certificate(it) => Ok(Zeroizing::new(it.text())),
            Object::Request(it) => Ok(Zeroizing::new(it.text())),
            Object::RevocationList(it) => Ok(Zeroizing::new(it.text())),
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
        let account = self.account_key(id)?;
        let facts = AccountFacts {
            jwk: account.jwk()?,
            canonical_jwk: account.public_key().to_canonical_jwk()?,
            thumbprint: account.thumbprint()?,
            is_taken_everywhere: account.is_taken_everywhere(),
        };
        if let Some(item) = self.items.get_mut(&id) {
            item.is_account = true;
        }
        Ok(Answer::Account(facts))
    }

    fn challenge(&self, id: u32, token: &str, domain: &str) -> Result<Answer, Error> {
        let account = self.account_key(id)?;
        let token = Token::parse(token)?;
        Ok(Answer::Challenge(Challenge {
            key_authorization: account.key_authorization(&token)?,
            http_path: acme::http_01_path(&token),
            dns_name: acme::dns_01_name(&DnsName::parse(domain)?)?,
            dns_value: account.dns_01_value(&token)?,
            is_short: token.is_short(),
        }))
    }

    fn account_key(&self, id: u32) -> Result<AccountKey, Error> {
        AccountKey::new(self.private_key(id)?.clone())
    }
}

enum Reply {
    Answer(Answer),
    File(Download),
}

/// Whether a file has one thing, and that cannot be read, or not without a password.
fn is_closed(findings: &[Finding]) -> bool {
    matches!(findings, [it] if matches!(it.object, Err(_) | Ok(Object::Locked(_))))
}

/// What was attached and is not here could not be read.
fn unreadable(file: &str) -> Finding {
    Finding {
        line: None,
        label: None,
        format: Format::Unknown,
        object: Err(Error::Unreadable { file: file.into() }),
    }
}

const OCTETS: &str = "application/octet-stream";
