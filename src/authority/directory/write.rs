//! The directory that goes out.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{config, line::Line, one_line};
use crate::{
    Error, IssuingFault,
    authority::{Ca, Entry, Register, Serials, archive::Archive},
    pki::{Certificate, Password, Serial, SignatureAlgorithm, Time},
};

pub(super) fn write(
    register: &Register,
    authority: u32,
    password: Option<&Password>,
    now: Time,
    rng: &mut impl CryptoRng,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let ca = register.authority(authority)?;
    // By number, which is the order in which they came.
    let entries = register
        .entries()
        .values()
        .filter(|it| it.issuer == authority);
    let entries: Vec<&Entry> = entries.collect();
    let mut archive = Archive::new(now);
    let mut public = |name: &str, text: &str| archive.add(name, text.as_bytes(), false);
    public("README.txt", &readme(ca, password.is_some()))?;
    let config = config::write(ca) + &config::address_sections(&ca.addresses);
    public("openssl.cnf", &config)?;
    public("index.txt", &index(&entries, now)?)?;
    public("index.txt.attr", "unique_subject = no\n")?;
    let next = match &ca.serials {
        Serials::Counted { next } => free(register, ca, next)?,
        Serials::Random => Serial::random(rng),
    };
    public("serial", &format!("{next}\n"))?;
    public("crlnumber", &format!("{}\n", ca.lists.next_number))?;
    public("cacert.pem", &ca.certificate.pem()?)?;
    for (number, other) in (1..).zip(&ca.others) {
        public(&format!("others/cacert-{number}.pem"), &other.pem()?)?;
    }
    if let Some(list) = &ca.lists.full {
        public("crl.pem", &list.pem()?)?;
    }
    archive.add_folder("newcerts")?;
    for entry in &entries {
        if let Some(der) = &entry.der {
            let pem = Certificate::from_der(der)?.pem()?;
            archive.add(
                &format!("newcerts/{}.pem", entry.serial),
                pem.as_bytes(),
                false,
            )?;
        }
    }
    archive.add_folder("private")?;
    if let Some(key) = &ca.key {
        let key = key.open()?;
        let pem = match password {
            Some(password) => key.to_encrypted_pem(password, rng)?,
            None => key.to_pem()?,
        };
        archive.add("private/cakey.pem", pem.as_bytes(), true)?;
    }
    archive.finish()
}

/// The first number from this on that was not given: OpenSSL knows nothing of the authority's own.
fn free(register: &Register, ca: &Ca, next: &Serial) -> Result<Serial, Error> {
    let given = register.given(ca.certificate.subject());
    let mut next = next.clone();
    while given.contains(&next) {
        next = next.successor().ok_or(IssuingFault::SerialsAtEnd)?;
    }
    Ok(next)
}

fn index(entries: &[&Entry], now: Time) -> Result<String, Error> {
    let line = |entry: &&Entry| {
        let certificate = entry
            .der
            .as_deref()
            .map(Certificate::from_der)
            .transpose()?;
        let subject = match &certificate {
            Some(certificate) => one_line::subject(certificate),
            None => one_line::of_readable(&entry.subject),
        };
        let line = Line {
            serial: entry.serial.clone(),
            not_after: entry.not_after,
            state: entry.state.clone(),
            subject,
        };
        Ok(line.write(now))
    };
    entries.iter().map(line).collect()
}

fn readme(ca: &Ca, is_encrypted: bool) -> String {
    let choose = |texts: [&'static str; 3]| match (&ca.key, is_encrypted) {
        (None, _) => texts[0],
        (_, true) => texts[1],
        (_, false) => texts[2],
    };
    let pss = matches!(ca.signature, Some(SignatureAlgorithm::RsaPss(_)));
    let (pss, pss_zh) = if pss { (PSS, PSS_ZH) } else { ("", "") };
    README
        .replace("{key}", choose(KEY))
        .replace("{key-zh}", choose(KEY_ZH))
        .replace("{pss}", pss)
        .replace("{pss-zh}", pss_zh)
        .replace("{label}", &ca.label)
}

const README: &str = include_str!("readme.txt");
const KEY: [&str; 3] = [
    "The private key is NOT here: put it into private/cakey.pem.",
    "The private key, private/cakey.pem, is encrypted: OpenSSL asks for your password.",
    "The private key, private/cakey.pem, is NOT encrypted: whoever reads it can sign.",
];
const KEY_ZH: [&str; 3] = [
    "这里没有私钥，请将它放到 private/cakey.pem。",
    "私钥 private/cakey.pem 已加密，OpenSSL 会要求输入您的密码。",
    "私钥 private/cakey.pem 没有加密，任何能读到它的人都可以用它签发。",
];
const PSS: &str = "This authority signs by RSA-PSS: add -sigopt rsa_padding_mode:pss to both of\n\
                   the commands that sign.\n";
const PSS_ZH: &str = "此机构使用 RSA-PSS 签名：请在签发证书和吊销列表的命令后加上\n\
                      -sigopt rsa_padding_mode:pss。\n";
