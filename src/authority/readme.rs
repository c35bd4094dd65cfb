//! The archive's `README.txt`: what each file is for, and commands to try that work as printed.

use serde::{Deserialize, Serialize};

use super::{Role, Set};
use crate::{Error, pki::AltName};

/// The language of what is written for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese, with English after it.
    ZhHans,
}

pub(super) fn readme(set: &Set, language: Language) -> Result<String, Error> {
    let template = match language {
        Language::En => ENGLISH.to_owned(),
        Language::ZhHans => format!("{CHINESE}\n{ENGLISH}"),
    };
    let encrypted = is_encrypted(set)?;
    let (host_option, server_name) = host(set.server_name());
    let root = set.certificate(Role::Authority);
    Ok(template
        .replace("{password}", if encrypted { PASSWORD } else { NO_PASSWORD })
        .replace(
            "{password-zh}",
            if encrypted {
                PASSWORD_ZH
            } else {
                NO_PASSWORD_ZH
            },
        )
        .replace("{verify-host}", &host_option)
        .replace("{server-name}", &server_name)
        .replace("{fingerprint}", &fingerprint(&root.sha256_fingerprint())))
}

/// How OpenSSL is told what name to check, and what name a client says it is looking for.
fn host(name: &AltName) -> (String, String) {
    let name = match name {
        AltName::Ip(address) => return (format!("-verify_ip {address}"), String::new()),
        name => name.to_string(),
    };
    // A client never looks for a star, but for one of the names that it stands for.
    let concrete = name
        .strip_prefix("*.")
        .map_or(name.clone(), |rest| format!("www.{rest}"));
    (
        format!("-verify_hostname {concrete}"),
        format!(" -servername {concrete}"),
    )
}

fn is_encrypted(set: &Set) -> Result<bool, Error> {
    let key = set.file("cakey.pem")?;
    Ok(key.is_some_and(|file| file.contents.starts_with(b"-----BEGIN ENCRYPTED")))
}

fn fingerprint(digest: &[u8; 32]) -> String {
    let octets: Vec<String> = digest.iter().map(|octet| format!("{octet:02X}")).collect();
    // In two lines, so that people can compare them.
    format!(
        "{}:\n    {}",
        octets[..16].join(":"),
        octets[16..].join(":")
    )
}

const ENGLISH: &str = include_str!("readme/en.txt");
const CHINESE: &str = include_str!("readme/zh-hans.txt");
const PASSWORD: &str = "The private keys are encrypted: OpenSSL asks for your password\n\
                        wherever a command below reads one.";
const NO_PASSWORD: &str = "The private keys are NOT encrypted: whoever reads them can use them.";
const PASSWORD_ZH: &str = "私钥已用您的密码加密，下面的命令读取私钥时，OpenSSL 会要求输入密码。";
const NO_PASSWORD_ZH: &str = "私钥没有加密，任何能读到它的人都可以使用它。";
