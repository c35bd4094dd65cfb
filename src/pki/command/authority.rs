//! What authorities do, as commands in an OpenSSL CA's directory: one that [`set_up`] makes, or one that an authority
//! was handed out as. They are for a POSIX shell in that directory.
//!
//! `openssl ca` dates what it revokes itself, knows not all reasons, cannot release what is held (a line of
//! `index.txt` is changed for that), and makes no deltas. Where there is no command, there is none.

mod set_up;
mod table;

pub use set_up::{DirectorySettings, set_up, settings, take_in};
pub use table::{Table, TableLine, table};

use super::{Line, Source, file_name, generate, private_key};
use crate::pki::{
    Algorithm, Application, Digest, Encoding, Encryption, ExtensionValue, Format, PrivateForm,
    Serial, SignatureAlgorithm, Time, chain::Reason, config::to_config,
};

/// The file in which the directory keeps a certificate.
pub fn kept(serial: &Serial) -> String {
    format!("newcerts/{serial}.pem")
}

/// Makes the key and the certificate of a root. OpenSSL asks for the key's password if it is to be encrypted.
pub fn root(
    application: &Application,
    algorithm: Algorithm,
    signature: SignatureAlgorithm,
    days: u32,
    is_encrypted: bool,
) -> String {
    let line = signed(
        Line::new("openssl req -x509 -new -config root.cnf"),
        signature,
    );
    let line = subject(line, application).option(&format!(
        "-extensions extensions -key {KEY} -days {days} -out {CERTIFICATE}"
    ));
    format!(
        "{}\n{}\n{}",
        new_key(algorithm, KEY, is_encrypted),
        here("root.cnf", &with_key_identifiers(application)),
        line.done()
    )
}

/// Makes a key and a request: the files `<name>.key` and `<name>.csr`. What the request asks for stands in
/// `<name>.cnf`.
pub fn request(
    application: &Application,
    algorithm: Algorithm,
    name: &str,
    is_encrypted: bool,
) -> String {
    let [key, config, csr] = ["key", "cnf", "csr"].map(|end| format!("{name}.{end}"));
    let line = Line::new("openssl req -new").file("-config", &config);
    let line = subject(line.file("-key", &key), application);
    format!(
        "{}\n{}\n{}",
        new_key(algorithm, &key, is_encrypted),
        here(&config, &config_of(application)),
        line.file("-out", &csr).done()
    )
}

/// Issues a certificate for a request, with this subject and these extensions whatever it asks for, and keeps it in
/// the directory; it is in `<name>.pem`, too, and its extensions stand in `<name>.ext`. Where `openssl.cnf` says
/// `copy_extensions`, it gets those of the request besides that are not among them.
///
/// `signature` is how it is signed, if that is known; `openssl.cnf` cannot say RSA-PSS.
pub fn issue(
    application: &Application,
    request: &str,
    signature: Option<SignatureAlgorithm>,
    days: u32,
    name: &str,
) -> String {
    let [extfile, file] = ["ext", "pem"].map(|end| format!("{name}.{end}"));
    // The setting of the same name does not do what the option does.
    let line = by_authority(Line::new(CA), signature).option("-batch -notext -preserveDN");
    let line = line.file("-in", request);
    let line = match application.subject.is_empty() {
        // OpenSSL would take the request's.
        true => line.option("-subj /"),
        false => line
            .option("-utf8")
            .value("-subj", &application.subject.to_subj()),
    };
    let line = line
        .option(&format!("-days {days}"))
        .file("-extfile", &extfile);
    let line = line
        .option("-extensions extensions")
        .file("-out", &file)
        .done();
    format!("{}\n{line}", here(&extfile, &extensions_of(application)))
}

/// Issues a certificate again, for the same key, which does not have to be here, and keeps it in the directory; it
/// is in `<name>.pem`, too. `application` is what it says. OpenSSL takes the subject from a request alone, which a
/// key that is thrown away makes.
pub fn renew(
    certificate: &str,
    application: &Application,
    signature: Option<SignatureAlgorithm>,
    days: u32,
    name: &str,
) -> String {
    let [public, config, csr, extfile, file] =
        ["pub", "cnf", "csr", "ext", "pem"].map(|end| format!("{name}.{end}"));
    let key = Line::new("openssl x509").file("-in", certificate);
    let key = key.option("-noout -pubkey").file(">", &public).done();
    let request = Line::new("openssl req -new").file("-config", &config);
    let request = subject(request, application)
        .option("-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout /dev/null");
    let request = request.file("-out", &csr).done();
    let line = Line::new("openssl x509 -req");
    let line = match signature {
        Some(signature) => signed(line, signature),
        None => line,
    };
    let line = line.file("-in", &csr);
    let line = line.file("-force_pubkey", &public).option(&format!(
        "-CA {CERTIFICATE} -CAkey {KEY} -set_serial 0x$(openssl rand -hex 16) -days {days}"
    ));
    let line = line.file("-extfile", &extfile);
    let line = line
        .option("-extensions extensions")
        .file("-out", &file)
        .done();
    let record = Line::new(CA).file("-valid", &file).done();
    let subject = Application {
        subject: application.subject.clone(),
        ..Application::default()
    };
    let files = [
        here(&config, &config_of(&subject)),
        here(&extfile, &extensions_of(application)),
    ];
    let files = files.join("\n");
    let file = file_name(&file);
    let kept = format!("\"newcerts/$(openssl x509 -in {file} -noout -serial | cut -d= -f2).pem\"");
    format!("{key}\n{files}\n{request}\n{line} &&\n{record} &&\ncp {file} {kept}")
}

/// Makes a root's certificate again, for the same key, with the same subject and extensions, into a file.
pub fn renew_root(signature: SignatureAlgorithm, days: u32, file: &str) -> String {
    let line = signed(Line::new("openssl x509"), signature).option(&format!(
        "-in {CERTIFICATE} -signkey {KEY} -set_serial 0x$(openssl rand -hex 16) -days {days}"
    ));
    line.file("-out", file).done()
}

/// Revokes the certificates in these files, or holds them. `None` for reasons that `openssl ca` does not know, and
/// where it cannot say since when something was bad: it does so only for the two kinds of compromise.
pub fn revoke(files: &[String], reason: Reason, invalid_since: Option<Time>) -> Option<String> {
    let why = match (reason, invalid_since) {
        (Reason::PrivilegeWithdrawn | Reason::AaCompromise | Reason::RemoveFromCrl, _) => {
            return None;
        }
        (Reason::KeyCompromise, Some(since)) => format!("-crl_compromise {}", utc(since)),
        (Reason::CaCompromise, Some(since)) => format!("-crl_CA_compromise {}", utc(since)),
        (_, Some(_)) => return None,
        (Reason::Unspecified, None) => String::new(),
        (reason, None) => format!("-crl_reason {}", reason_name(reason)),
    };
    let revoke = |file: &String| {
        let line = Line::new(CA).file("-revoke", file);
        match why.as_str() {
            "" => line.done(),
            why => line.option(why).done(),
        }
    };
    let lines: Vec<String> = files.iter().map(revoke).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Makes certificates good again that are held: OpenSSL has no command for it, but its index is a text.
pub fn release(serials: &[Serial]) -> Option<String> {
    let release = |serial: &Serial| {
        format!(
            "awk -F '\\t' -v OFS='\\t' '$1 == \"R\" && $3 ~ /,(certificateHold|holdInstruction)/ && $4 == \"{serial}\" {{ $1 = \"V\"; $3 = \"\" }} 1' index.txt > index.new && mv index.new index.txt"
        )
    };
    let lines: Vec<String> = serials.iter().map(release).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Makes the next revocation list, a full one.
pub fn list(days: u32, file: &str) -> String {
    let line = Line::new(CA).option(&format!("-gencrl -crldays {days}"));
    line.file("-out", file).done()
}

/// Writes the authority's own key to a file, under a password that OpenSSL asks for, or in clear.
pub fn own_key(algorithm: Algorithm, is_encrypted: bool, file: &str) -> Option<String> {
    let source = Source::new(KEY, Format::Pkcs8, Encoding::Pem);
    let encryption = is_encrypted.then(Encryption::default);
    private_key(
        source,
        algorithm,
        PrivateForm::Pkcs8,
        Encoding::Pem,
        encryption,
        file,
    )
}

/// Puts a certificate, its key, and the authority's certificates in `chain` into a PKCS #12 file.
pub fn pkcs12(certificate: &str, key: &str, chain: &str, name: &str, file: &str) -> String {
    let line = Line::new("openssl pkcs12 -export").file("-inkey", key);
    let line = line.file("-in", certificate).file("-certfile", chain);
    line.value("-name", name).file("-out", file).done()
}

/// Checks a certificate against a root, with the authorities between in one file, and with revocation lists.
pub fn verify(root: &str, between: Option<&str>, lists: &[&str], certificate: &str) -> String {
    let line = Line::new("openssl verify").file("-CAfile", root);
    let line = match between {
        Some(between) => line.file("-untrusted", between),
        None => line,
    };
    let line = lists
        .iter()
        .fold(line, |line, list| line.file("-CRLfile", list));
    let line = match lists.is_empty() {
        true => line,
        false => line.option("-crl_check_all"),
    };
    line.file("", certificate).done()
}

/// A reason as `openssl ca -crl_reason` calls it, or RFC 5280 where that has no name for it.
pub fn reason_name(reason: Reason) -> &'static str {
    match reason {
        Reason::Unspecified => "unspecified",
        Reason::KeyCompromise => "keyCompromise",
        Reason::CaCompromise => "CACompromise",
        Reason::AffiliationChanged => "affiliationChanged",
        Reason::Superseded => "superseded",
        Reason::CessationOfOperation => "cessationOfOperation",
        Reason::CertificateHold => "certificateHold",
        Reason::RemoveFromCrl => "removeFromCRL",
        Reason::PrivilegeWithdrawn => "privilegeWithdrawn",
        Reason::AaCompromise => "AACompromise",
    }
}

/// As OpenSSL calls it.
fn digest_name(digest: Digest) -> String {
    digest.to_string().to_lowercase().replace('-', "")
}

fn new_key(algorithm: Algorithm, file: &str, is_encrypted: bool) -> String {
    let line = generate(algorithm, file);
    match is_encrypted {
        true => format!("{line} -aes-256-cbc"),
        false => line,
    }
}

/// Without the comment at its top, which has another command.
fn config_of(application: &Application) -> String {
    let text = to_config(application, None, None);
    let lines = text.lines();
    let lines = lines.skip_while(|line| line.starts_with('#') || line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// With the two extensions that name keys, of which OpenSSL 3.0 adds none by itself. In a certificate that signs
/// itself, the subject's has to come first.
fn with_key_identifiers(application: &Application) -> String {
    let mut application = application.clone();
    let own = |value: &ExtensionValue| {
        matches!(
            value,
            ExtensionValue::SubjectKeyIdentifier(_) | ExtensionValue::AuthorityKeyIdentifier(_)
        )
    };
    application
        .extensions
        .retain(|extension| !own(&extension.value));
    let text = config_of(&application);
    match text.split_once(SECTION) {
        Some((before, after)) => format!("{before}{SECTION}{KEY_IDENTIFIERS}{after}"),
        None => format!("{text}{SECTION}{KEY_IDENTIFIERS}"),
    }
}

/// The extensions alone, and the sections that they refer to.
fn extensions_of(application: &Application) -> String {
    let text = with_key_identifiers(application);
    let after = text.split_once(SECTION).map_or("", |(_, after)| after);
    format!("{}{after}", SECTION.trim_start())
}

/// Writes a file.
fn here(file: &str, text: &str) -> String {
    let end = end_of(text);
    format!("cat > {} <<'{end}'\n{text}{end}", file_name(file))
}

/// A word that ends a text at a shell: none of its lines.
fn end_of(text: &str) -> String {
    let mut end = "END".to_owned();
    while text.lines().any(|line| line == end) {
        end.push('_');
    }
    end
}

fn subject(line: Line, application: &Application) -> Line {
    match application.subject.is_empty() {
        true => line.option("-subj /"),
        false => line,
    }
}

fn signed(line: Line, signature: SignatureAlgorithm) -> Line {
    super::request::signed(line, signature)
}

/// `openssl ca` has another name for the digest.
fn by_authority(line: Line, signature: Option<SignatureAlgorithm>) -> Line {
    let Some(signature) = signature else {
        return line;
    };
    let line = match signature.digest() {
        Some(digest) => line.option(&format!("-md {}", digest_name(digest))),
        None => line,
    };
    super::request::padded(line, signature)
}

/// `20261119142640Z`.
fn utc(time: Time) -> String {
    let digits = time
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>();
    format!("{digits}Z")
}

const CA: &str = "openssl ca -config openssl.cnf";
const CERTIFICATE: &str = "cacert.pem";
const KEY: &str = "private/cakey.pem";

/// Where [`to_config`] puts extensions.
const SECTION: &str = "\n[extensions]\n";
const KEY_IDENTIFIERS: &str = "subjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid\n";
