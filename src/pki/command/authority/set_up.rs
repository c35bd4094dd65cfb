//! The directory: made, filled from files of elsewhere, and changed.

use super::{super::convert, CERTIFICATE, KEY, Line, Source, digest_name, here, private_key};
use crate::pki::{
    Algorithm, Digest, Encoding, Encryption, Format, PrivateForm, Serial, SignatureAlgorithm,
};

/// How an authority issues, as far as `openssl.cnf` and the files beside it say it.
#[derive(Clone, Copy, Debug)]
pub struct DirectorySettings<'a> {
    /// How many days what it issues is valid.
    pub days: u32,
    /// How many days after a revocation list the next is made.
    pub list_days: u32,
    /// How it signs.
    pub signature: SignatureAlgorithm,
    /// The next serial number, if they are counted.
    pub next: Option<&'a Serial>,
}

/// Makes the directory's files, but for the authority's certificate, `cacert.pem`, and its key,
/// `private/cakey.pem`. Serial numbers are random.
pub fn set_up(days: u32, list_days: u32, digest: Option<Digest>) -> String {
    let config = CONFIG
        .replace("{days}", &days.to_string())
        .replace("{list-days}", &list_days.to_string())
        .replace("{digest}", &default_digest(digest));
    format!(
        "mkdir -p newcerts private && chmod 700 private\ntouch index.txt\necho 01 > crlnumber\n{}",
        here(CONFIG_FILE, &config)
    )
}

/// Changes the files of a directory that [`set_up`] made, or that an authority was handed out as. Addresses are not
/// among the settings. `None` for RSA-PSS, which `openssl.cnf` cannot say.
pub fn settings(settings: DirectorySettings<'_>) -> Option<String> {
    if let SignatureAlgorithm::RsaPss(_) = settings.signature {
        return None;
    }
    let set = |line: Line, name: &str, value: &str| {
        line.value("-e", &format!("s/^{name} = .*/{name} = {value}/"))
    };
    let line = set(Line::new("sed"), "default_days", &settings.days.to_string());
    let line = set(line, "default_crl_days", &settings.list_days.to_string());
    let line = set(
        line,
        "default_md",
        &default_digest(settings.signature.digest()),
    );
    // OpenSSL asks whether there is such a line, not what it says.
    let line = match settings.next {
        None => line.value("-e", "s/^#rand_serial/rand_serial/"),
        Some(_) => line.value("-e", "s/^rand_serial/#rand_serial/"),
    };
    let line = line.file("", CONFIG_FILE).file(">", NEW_CONFIG).done();
    let numbers = settings
        .next
        .map(|next| format!(" &&\necho {next} > serial"));
    Some(format!(
        "{line} && mv {NEW_CONFIG} {CONFIG_FILE}{}",
        numbers.unwrap_or_default()
    ))
}

/// Puts an authority's certificate and key from elsewhere into a directory; OpenSSL asks for the passwords, the one
/// that opens the key and the one that it gets. `None` for files that OpenSSL reads neither of.
pub fn take_in(certificate: Source<'_>, key: Source<'_>, algorithm: Algorithm) -> Option<String> {
    let is_identity = certificate.format == Format::Pkcs12 && certificate.file == key.file;
    let certificate = match is_identity && certificate.is_first() {
        true => {
            let line = Line::new("openssl pkcs12").key("-in", key);
            line.option(&format!("-clcerts -nokeys -out {CERTIFICATE}"))
                .done()
        }
        false => convert(certificate, Encoding::Pem, CERTIFICATE)?,
    };
    let (form, encryption) = (PrivateForm::Pkcs8, Some(Encryption::default()));
    let key = private_key(key, algorithm, form, Encoding::Pem, encryption, KEY)?;
    Some(format!("{certificate}\n{key}"))
}

fn default_digest(digest: Option<Digest>) -> String {
    digest.map_or("default".to_owned(), digest_name)
}

const CONFIG_FILE: &str = "openssl.cnf";
const NEW_CONFIG: &str = "openssl.new";

const CONFIG: &str = "\
[ca]
default_ca = authority

[authority]
dir = .
database = $dir/index.txt
new_certs_dir = $dir/newcerts
certificate = $dir/cacert.pem
private_key = $dir/private/cakey.pem
serial = $dir/serial
rand_serial = yes
crlnumber = $dir/crlnumber
default_days = {days}
default_crl_days = {list-days}
default_md = {digest}
policy = any_subject
preserve = yes
email_in_dn = yes
unique_subject = no
utf8 = yes
crl_extensions = revocation_list

[any_subject]
commonName = optional

[revocation_list]
authorityKeyIdentifier = keyid
";
