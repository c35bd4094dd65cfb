//! Templates as a file, to be taken in elsewhere.
//!
//! The file is JSON in UTF-8:
//!
//! ```json
//! {
//!   "format": "certwright-templates",
//!   "version": 1,
//!   "templates": [
//!     {
//!       "name": "web server of ours",
//!       "days": 398,
//!       "algorithm": "P256",
//!       "signature": null,
//!       "config": ["[req]", "prompt = no", "…", "[extensions]", "keyUsage = critical,digitalSignature"]
//!     }
//!   ]
//! }
//! ```
//!
//! `config` is, line by line, a configuration file for OpenSSL ([`to_config`]) with the subject and the extensions, so
//! people can read and change it. `algorithm` is `P256`, `P384`, `P521`, `Ed25519`, `MlDsa44`, `MlDsa65`, `MlDsa87`, or
//! `{"Rsa": 2048}`; `signature` is `null` (the authority's own way), `{"Ecdsa": "Sha256"}`, `{"RsaPkcs1": "Sha256"}`,
//! `{"RsaPss": "Sha256"}`, or an algorithm's name. Members that are not known are passed over.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{checked, free};
use crate::{
    ConfigFault, Error, IssuingFault,
    authority::register::{Change, Register, Template},
    pki::{
        Algorithm, Application, SignatureAlgorithm, Time,
        config::{Config, to_config},
    },
};

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    #[serde(default)]
    templates: Vec<Written>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    days: u32,
    algorithm: Algorithm,
    #[serde(default)]
    signature: Option<SignatureAlgorithm>,
    config: Vec<String>,
}

/// What every version has.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
}

impl Register {
    /// The user's templates with these numbers as one file: JSON that people can read and change.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`], [`Error::Encoding`].
    pub fn templates_file(&self, ids: &[u32]) -> Result<String, Error> {
        let templates = ids.iter().map(|id| self.own_template(*id).map(written));
        let file = File {
            format: FORMAT.into(),
            version: VERSION,
            templates: templates.collect::<Result<_, _>>()?,
        };
        let text = serde_json::to_string_pretty(&file);
        let text = text.map_err(|_| Error::encoding("a file of templates"))?;
        Ok(text + "\n")
    }

    /// Takes in templates from such a file, all or none, and says how many. One that is here already, the same in
    /// all, is passed over; one whose name another has gets a number after it.
    ///
    /// # Errors
    /// [`IssuingFault::NotTemplates`], [`IssuingFault::NewerTemplates`], [`Error::Config`] with the line of `config` that
    /// cannot be read, and those of [`Register::save_template`].
    pub fn import_templates(&self, octets: &[u8], now: Time) -> Result<(Change, u32), Error> {
        let built_in = Template::built_in();
        let mut taken: BTreeSet<String> = built_in.into_iter().map(|it| it.name).collect();
        let own = self.templates().values();
        taken.extend(own.map(|it| it.name.clone()));
        let (mut change, mut count) = (Change::default(), 0);
        for written in read(octets)?.templates {
            let mut template = checked(&template(written)?)?;
            if self.templates().values().any(|known| *known == template) {
                continue;
            }
            let names = taken.iter().map(String::as_str).collect();
            template.name = free(&template.name, &names);
            taken.insert(template.name.clone());
            self.put_template(&mut change, None, template, now);
            count += 1;
        }
        Ok((change, count))
    }
}

fn written(template: &Template) -> Written {
    let application = Application {
        subject: template.subject.clone(),
        extensions: template.extensions.clone(),
        ..Application::default()
    };
    let config = to_config(&application, Some(template.algorithm), None);
    Written {
        name: template.name.clone(),
        days: template.days,
        algorithm: template.algorithm,
        signature: template.signature,
        config: config.lines().map(str::to_owned).collect(),
    }
}

fn read(octets: &[u8]) -> Result<File, Error> {
    let not_one = || Error::from(IssuingFault::NotTemplates);
    if octets.len() > MOST_OCTETS {
        return Err(not_one());
    }
    let octets = octets.strip_prefix(b"\xef\xbb\xbf").unwrap_or(octets);
    let header: Header = serde_json::from_slice(octets).map_err(|_| not_one())?;
    if header.format != FORMAT || header.version == 0 {
        return Err(not_one());
    }
    if header.version > VERSION {
        let version = header.version;
        return Err(IssuingFault::NewerTemplates { version }.into());
    }
    let file: File = serde_json::from_slice(octets).map_err(|_| not_one())?;
    match file.templates.len() > MOST_TEMPLATES {
        true => Err(not_one()),
        false => Ok(file),
    }
}

/// Every line has to be understood: a template that lacks what its file says would be another one.
fn template(written: Written) -> Result<Template, Error> {
    let filled = Config::parse(written.config.join("\n").as_bytes())?.fill(None);
    if let Some(remark) = filled.remarks.into_iter().next() {
        return Err(Error::Config {
            line: remark.line,
            fault: ConfigFault::UnknownWord { text: remark.text },
        });
    }
    Ok(Template {
        name: written.name,
        subject: filled.application.subject,
        extensions: filled.application.extensions,
        algorithm: written.algorithm,
        signature: written.signature,
        days: written.days,
    })
}

const FORMAT: &str = "certwright-templates";
const VERSION: u32 = 1;
const MOST_OCTETS: usize = 4 << 20;
const MOST_TEMPLATES: usize = 1_000;
