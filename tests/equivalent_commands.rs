//! Every command that is shown, run as it is shown in a folder of its own: it gives what our own
//! writers give. Only the passwords come from the test, by programs of the same names before the
//! real ones, which add the options for them.

#[path = "common/support.rs"]
mod support;

use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use certwright::{
    pki::{
        Algorithm, Cipher, Digest, Encoding, Encryption, Format, Kdf, Name, Password, Pkcs7,
        Pkcs12, PrivateForm, PrivateKey, Protection, PublicForm, Request, SignatureAlgorithm,
        command::{self, Place, Source, SourceKey},
        pkcs12::{Bag, Content, Target},
        reader::{self, Finding, Object},
    },
    random::Notation,
};
use support::*;
use tempfile::TempDir;

const OLD: &str = "the old one";
const NEW: &str = "the new one";

const KINDS: [Algorithm; 5] = [
    Algorithm::Rsa(2048),
    Algorithm::P256,
    Algorithm::P384,
    Algorithm::P521,
    Algorithm::Ed25519,
];

fn pass(text: &str) -> Password {
    Password::new(text.into()).unwrap()
}

/// A folder, and before it in the PATH one with programs that know the passwords.
struct Shell {
    folder: TempDir,
    path: String,
}

impl Shell {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let programs = folder.path().join(".programs");
        fs::create_dir(&programs).unwrap();
        let path = env::var("PATH").unwrap();
        let script = |name: &str, body: &str| {
            let real = env::split_paths(&path)
                .map(|folder| folder.join(name))
                .find(|file| file.exists())
                .unwrap_or_else(|| panic!("these tests need {name} on the PATH"));
            let file = programs.join(name);
            let text = format!("#!/bin/sh\nreal='{}'\n{body}\n", real.display());
            fs::write(&file, text).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        };
        script(
            "openssl",
            &format!(
                "case \"$1 $2\" in
pkey*|rsa*|ec*) exec \"$real\" \"$@\" -passin 'pass:{OLD}' -passout 'pass:{NEW}';;
pkcs8*|pkcs12*) exec \"$real\" \"$@\" -passin 'pass:{OLD}' -passout 'pass:{NEW}';;
'req -new'|'dgst -sha256') exec \"$real\" \"$@\" -passin 'pass:{OLD}';;
*) exec \"$real\" \"$@\";;
esac"
            ),
        );
        script(
            "ssh-keygen",
            &format!(
                "case \" $* \" in
*' -N '*) exec \"$real\" \"$@\" -P '{OLD}';;
*' -p '*) exec \"$real\" \"$@\" -P '{OLD}' -N '{NEW}';;
*' -y '*) exec \"$real\" \"$@\" -P '{OLD}';;
*) exec \"$real\" \"$@\";;
esac"
            ),
        );
        script(
            "keytool",
            &format!("exec \"$real\" \"$@\" -storepass '{NEW}'"),
        );
        Self {
            path: format!("{}:{path}", programs.display()),
            folder,
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// As `ssh-keygen` wants private keys to be.
    fn write(&self, name: &str, contents: &[u8]) {
        let file = self.file(name);
        fs::write(&file, contents).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn run(&self, line: &str) -> Vec<u8> {
        let mut shell = Command::new("sh");
        let shell = shell.args(["-e", "-c", line]).stdin(Stdio::null());
        let shell = shell
            .current_dir(self.folder.path())
            .env("PATH", &self.path)
            // Java writes files under names that the locale can say.
            .env("LC_ALL", "C.UTF-8");
        let run = shell.output().unwrap();
        assert!(
            run.status.success(),
            "{line}\n{}",
            String::from_utf8_lossy(&run.stderr)
        );
        run.stdout
    }
}

/// Everything in a file, opened by the new password where it needs one.
fn found(octets: &[u8], password: &str) -> Vec<Finding> {
    let mut all = Vec::new();
    for finding in reader::read(octets) {
        match &finding.object {
            Ok(Object::Locked(locked)) => all.extend(locked.open(&pass(password)).unwrap()),
            _ => all.push(finding),
        }
    }
    all
}

fn private_in(octets: &[u8], what: &str) -> PrivateKey {
    match found(octets, NEW).remove(0).object {
        Ok(Object::PrivateKey(key)) => key,
        other => panic!("{what}: {other:?}"),
    }
}

fn some_key(algorithm: Algorithm) -> PrivateKey {
    match algorithm {
        Algorithm::Rsa(_) => {
            let folder = tempfile::tempdir().unwrap();
            let text = openssl(folder.path(), "genrsa 2048").expect("genrsa");
            PrivateKey::from_pem(&text, None).unwrap()
        }
        _ => PrivateKey::generate(algorithm, &mut rng(30)).unwrap(),
    }
}

const ROUNDS: u32 = 10_000;

fn pbkdf2(digest: Digest, cipher: Cipher) -> Encryption {
    let kdf = Kdf::Pbkdf2 {
        digest,
        rounds: ROUNDS,
    };
    Encryption::Pbes2 { kdf, cipher }
}

fn by_scrypt(log_n: u8, r: u32, p: u32) -> Encryption {
    let kdf = Kdf::Scrypt { log_n, r, p };
    let cipher = Cipher::Aes256Cbc;
    Encryption::Pbes2 { kdf, cipher }
}

fn protection(text: &str, encryption: Encryption) -> Option<Protection> {
    let password = pass(text);
    Some(Protection {
        password,
        encryption,
    })
}

/// The key in every file that commands read private keys from.
fn private_sources(key: &PrivateKey) -> Vec<(Format, Encoding, Vec<u8>)> {
    use Encoding::{Der, Pem};
    let rng = &mut rng(31);
    let algorithm = key.algorithm();
    let mut write = |form, encoding, protection: Option<Protection>| {
        key.write(form, encoding, protection.as_ref(), rng)
            .unwrap()
            .to_vec()
    };
    let by_pbes2 = || protection(OLD, pbkdf2(Digest::Sha256, Cipher::Aes256Cbc));
    let mut all = vec![
        (Format::Pkcs8, Pem, write(PrivateForm::Pkcs8, Pem, None)),
        (Format::Pkcs8, Der, write(PrivateForm::Pkcs8, Der, None)),
        (
            Format::EncryptedPkcs8,
            Pem,
            write(PrivateForm::Pkcs8, Pem, by_pbes2()),
        ),
        (
            Format::EncryptedPkcs8,
            Der,
            write(PrivateForm::Pkcs8, Der, by_pbes2()),
        ),
        (
            Format::OpenSshPrivate,
            Pem,
            write(PrivateForm::OpenSsh, Pem, None),
        ),
        (
            Format::OpenSshPrivate,
            Pem,
            write(PrivateForm::OpenSsh, Pem, by_pbes2()),
        ),
    ];
    if PrivateForm::Traditional.is_for(algorithm) {
        let format = match algorithm.is_rsa() {
            true => Format::Pkcs1Private,
            false => Format::Sec1,
        };
        let form = PrivateForm::Traditional;
        let by_aes = protection(OLD, Encryption::Traditional(Cipher::Aes192Cbc));
        all.push((format, Pem, write(form, Pem, None)));
        all.push((format, Der, write(form, Der, None)));
        all.push((Format::Traditional, Pem, write(form, Pem, by_aes)));
    }
    let bag = Bag::new(Content::PrivateKey(key.to_pkcs8_der().unwrap()));
    let file = Pkcs12::new(vec![bag]);
    let octets = file.to_der(Target::Modern, Some(&pass(OLD)), &mut support::rng(32));
    all.push((Format::Pkcs12, Der, octets.unwrap()));
    all
}

/// Those that a program may not have a command for.
fn has_command(
    format: Format,
    algorithm: Algorithm,
    form: PrivateForm,
    encoding: Encoding,
    encryption: Option<Encryption>,
) -> bool {
    let is_ed25519 = algorithm == Algorithm::Ed25519;
    let fits = match (form, encryption) {
        (PrivateForm::Jwk, _) => return false,
        (PrivateForm::OpenSsh, _) if encoding == Encoding::Der => return false,
        (PrivateForm::OpenSsh, _) => return !is_ed25519 || format == Format::OpenSshPrivate,
        (_, None) => true,
        (PrivateForm::Pkcs8, Some(encryption)) => {
            !matches!(encryption, Encryption::Traditional(_)) && encryption != by_scrypt(15, 8, 1)
        }
        (PrivateForm::Traditional, Some(encryption)) => {
            encoding == Encoding::Pem && matches!(encryption, Encryption::Traditional(_))
        }
    };
    let openssh_can = encoding == Encoding::Pem
        && !is_ed25519
        && match encryption {
            None => true,
            Some(encryption) => {
                form == PrivateForm::Traditional
                    && encryption == Encryption::Traditional(Cipher::Aes128Cbc)
            }
        };
    fits && (form == PrivateForm::Pkcs8 || !is_ed25519)
        && (format != Format::OpenSshPrivate || openssh_can)
}

#[test]
fn private_keys_in_every_form() {
    let shell = Shell::new();
    let some = [
        None,
        Some(pbkdf2(Digest::Sha256, Cipher::Aes256Cbc)),
        Some(Encryption::Traditional(Cipher::Aes128Cbc)),
    ];
    let all = [
        Some(pbkdf2(Digest::Sha1, Cipher::DesEde3Cbc)),
        Some(pbkdf2(Digest::Sha512, Cipher::Aes128Cbc)),
        Some(pbkdf2(Digest::Sha384, Cipher::Aes192Cbc)),
        Some(by_scrypt(14, 8, 1)),
        Some(by_scrypt(14, 8, 2)),
        Some(by_scrypt(15, 8, 1)),
        Some(Encryption::PbeSha1TripleDes { rounds: ROUNDS }),
        Some(Encryption::Traditional(Cipher::Aes256Cbc)),
        Some(Encryption::Traditional(Cipher::Aes192Cbc)),
        Some(Encryption::Traditional(Cipher::DesEde3Cbc)),
    ];
    let mut ran = 0;
    for algorithm in KINDS {
        let key = some_key(algorithm);
        for (format, source_encoding, octets) in private_sources(&key) {
            // Each encryption once is enough: OpenSSL reads first and then writes.
            let more = algorithm == Algorithm::P256 && format == Format::EncryptedPkcs8;
            let encryptions = some.iter().chain(all.iter().filter(|_| more));
            for encryption in encryptions.copied() {
                for form in PrivateForm::ALL {
                    for encoding in [Encoding::Pem, Encoding::Der] {
                        let source = Source::new("source.key", format, source_encoding);
                        shell.write("source.key", &octets);
                        let line = command::private_key(
                            source,
                            algorithm,
                            form,
                            encoding,
                            encryption,
                            "target.key",
                        );
                        let what = format!(
                            "{algorithm} {format:?} {source_encoding:?} to {form:?} {encoding:?} {encryption:?}: {line:?}"
                        );
                        let expected = has_command(format, algorithm, form, encoding, encryption);
                        assert_eq!(line.is_some(), expected, "{what}");
                        let Some(line) = line else { continue };
                        fs::remove_file(shell.file("target.key")).ok();
                        shell.run(&line);
                        judge_private(&shell, &key, form, encoding, encryption, &what);
                        ran += 1;
                    }
                }
            }
        }
    }
    assert!(ran > 200, "{ran}");
}

fn judge_private(
    shell: &Shell,
    key: &PrivateKey,
    form: PrivateForm,
    encoding: Encoding,
    encryption: Option<Encryption>,
    what: &str,
) {
    let target = shell.read("target.key");
    let mode = fs::metadata(shell.file("target.key"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o77, 0, "{what}: others can read it");
    let findings = reader::read(&target);
    assert_eq!(findings.len(), 1, "{what}");
    let is_locked = matches!(findings[0].object, Ok(Object::Locked(_)));
    assert_eq!(is_locked, encryption.is_some(), "{what}");
    let same = private_in(&target, what);
    assert_eq!(
        same.to_pkcs8_der().unwrap(),
        key.to_pkcs8_der().unwrap(),
        "{what}"
    );
    let encryption = encryption.filter(|_| form != PrivateForm::OpenSsh);
    let protection = encryption.and_then(|encryption| protection(NEW, encryption));
    let ours = key
        .write(form, encoding, protection.as_ref(), &mut rng(33))
        .unwrap();
    match (form, encryption) {
        // The comment and a number by chance are in it.
        (PrivateForm::OpenSsh, _) => assert!(target.starts_with(&ours[..35]), "{what}"),
        (_, None) => assert_eq!(target, *ours, "{what}"),
        (_, Some(encryption)) => {
            let (Ok(Object::Locked(theirs)), Ok(Object::Locked(ours))) =
                (&findings[0].object, &reader::read(&ours)[0].object)
            else {
                panic!("{what}");
            };
            assert_eq!(theirs.algorithm(), ours.algorithm(), "{what}");
            assert_eq!(
                findings[0].format,
                reader::read(&target)[0].format,
                "{what}"
            );
            assert!(is_as_asked(&target, encoding, encryption), "{what}");
        }
    }
}

/// By what OpenSSL prints of the structure.
fn is_as_asked(target: &[u8], encoding: Encoding, encryption: Encryption) -> bool {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("key"), target).unwrap();
    let (kdf, cipher) = match encryption {
        Encryption::Pbes2 { kdf, cipher } => (kdf, cipher.to_string().to_lowercase()),
        Encryption::Traditional(cipher) => {
            let text = String::from_utf8_lossy(target);
            return text.contains(&format!("DEK-Info: {cipher},"));
        }
        Encryption::PbeSha1TripleDes { rounds } => {
            let text = parsed(folder.path(), encoding);
            return text.contains("pbeWithSHA1And3-KeyTripleDES-CBC")
                && text.contains(&format!(":{rounds:X}\n"));
        }
    };
    let text = parsed(folder.path(), encoding);
    let numbers = match kdf {
        Kdf::Pbkdf2 { digest, rounds } => {
            let prf = digest
                .to_string()
                .to_lowercase()
                .replace("sha-", "hmacWithSHA");
            // HMAC-SHA-1 is the default, and left out.
            if digest != Digest::Sha1 && !text.contains(&prf) {
                return false;
            }
            vec![u64::from(rounds)]
        }
        Kdf::Scrypt { log_n, r, p } => vec![1 << log_n, r.into(), p.into()],
    };
    text.to_lowercase().contains(&cipher)
        && numbers.iter().all(|number| {
            let digits = format!("{number:X}");
            let even = format!("{}{digits}", if digits.len() % 2 == 1 { "0" } else { "" });
            text.contains(&format!(":{even}\n"))
        })
}

fn parsed(folder: &Path, encoding: Encoding) -> String {
    let form = match encoding {
        Encoding::Pem => "PEM",
        Encoding::Der => "DER",
    };
    openssl(folder, &format!("asn1parse -inform {form} -in key")).expect("asn1parse")
}

#[test]
fn public_keys_of_everything() {
    use Encoding::{Der, Pem};
    let shell = Shell::new();
    for algorithm in KINDS {
        let key = some_key(algorithm);
        let public = key.public_key();
        let mut sources = private_sources(&key);
        for encoding in [Pem, Der] {
            sources.push((
                Format::Spki,
                encoding,
                public.write(PublicForm::Spki, encoding).unwrap(),
            ));
            if algorithm.is_rsa() {
                let octets = public.write(PublicForm::Pkcs1, encoding).unwrap();
                sources.push((Format::Pkcs1Public, encoding, octets));
            }
        }
        let line = public.write(PublicForm::OpenSsh, Pem).unwrap();
        sources.push((Format::OpenSshPublic, Pem, line));
        shell.write("key.pem", key.to_pem().unwrap().as_bytes());
        for (form, encoding) in [("PEM", Pem), ("DER", Der)] {
            for (more, format) in [("-x509", Format::Certificate), ("", Format::Request)] {
                let command =
                    format!("req -new {more} -key key.pem -subj /CN=x -outform {form} -out made");
                openssl(shell.folder.path(), &command).expect("req");
                sources.push((format, encoding, shell.read("made")));
            }
        }
        for (format, source_encoding, octets) in sources {
            shell.write("source", &octets);
            for form in PublicForm::ALL {
                for encoding in [Pem, Der] {
                    let source = Source::new("source", format, source_encoding);
                    let line = command::public_key(source, algorithm, form, encoding, "target");
                    let what = format!(
                        "{algorithm} {format:?} {source_encoding:?} to {form:?} {encoding:?}: {line:?}"
                    );
                    let is_openssh =
                        matches!(format, Format::OpenSshPrivate | Format::OpenSshPublic);
                    let is_ed25519 = algorithm == Algorithm::Ed25519;
                    let expected = form.is_for(algorithm)
                        && (encoding == Pem || form.has_der())
                        && match form {
                            PublicForm::Jwk => false,
                            PublicForm::OpenSsh if format == Format::OpenSshPublic => false,
                            PublicForm::OpenSsh => !is_ed25519 || is_openssh,
                            _ => !is_ed25519 || !is_openssh,
                        };
                    assert_eq!(line.is_some(), expected, "{what}");
                    let Some(line) = line else { continue };
                    fs::remove_file(shell.file("target")).ok();
                    shell.run(&line);
                    let (theirs, ours) =
                        (shell.read("target"), public.write(form, encoding).unwrap());
                    match form {
                        PublicForm::OpenSsh => {
                            assert_eq!(two_words(&theirs), two_words(&ours), "{what}")
                        }
                        _ => assert_eq!(theirs, ours, "{what}"),
                    }
                }
            }
        }
    }
}

/// Without the comment.
fn two_words(line: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(line).into_owned();
    text.split_whitespace().take(2).map(str::to_owned).collect()
}

#[test]
fn keys_are_made_shown_and_checked() {
    let shell = Shell::new();
    for algorithm in Algorithm::OFFERED {
        let line = command::generate(algorithm, "key.pem");
        if algorithm.is_ml_dsa() {
            assert_eq!(
                line,
                format!("{NEWER}openssl genpkey -algorithm {algorithm} -out key.pem")
            );
            continue;
        }
        if algorithm.rsa_bits() > Some(3072) {
            assert!(line.contains(&format!(
                "rsa_keygen_bits:{} ",
                algorithm.rsa_bits().unwrap()
            )));
            continue;
        }
        shell.run(&line);
        let text = String::from_utf8(shell.read("key.pem")).unwrap();
        let key = PrivateKey::from_pem(&text, None).unwrap();
        assert_eq!(key.algorithm(), algorithm);
        assert_eq!(text, *key.to_pem().unwrap());
        if algorithm == Algorithm::Rsa(1024) {
            continue;
        }
        let mut sources = private_sources(&key);
        for encoding in [Encoding::Pem, Encoding::Der] {
            let public = key.public_key();
            sources.push((
                Format::Spki,
                encoding,
                public.write(PublicForm::Spki, encoding).unwrap(),
            ));
            if algorithm.is_rsa() {
                let octets = public.write(PublicForm::Pkcs1, encoding).unwrap();
                sources.push((Format::Pkcs1Public, encoding, octets));
            }
        }
        for (format, encoding, octets) in sources {
            shell.write("source", &octets);
            let source = Source::new("source", format, encoding);
            let what = format!("{algorithm} {format:?} {encoding:?}");
            let is_public = matches!(format, Format::Spki | Format::Pkcs1Public);
            let (text, check) = (
                command::text(source, algorithm),
                command::check(source, algorithm),
            );
            assert_eq!(text.is_none(), format == Format::OpenSshPrivate, "{what}");
            assert_eq!(
                check.is_none(),
                is_public || format == Format::OpenSshPrivate,
                "{what}"
            );
            if let Some(text) = text {
                let shown = String::from_utf8(shell.run(&text)).unwrap();
                let ours = match is_public {
                    true => key.public_key().text().unwrap(),
                    false => key
                        .text(certwright::pki::Secrets::Shown)
                        .unwrap()
                        .to_string(),
                };
                assert_eq!(shown, ours, "{what}");
            }
            if let Some(check) = check {
                shell.run(&check);
            }
        }
    }
}

/// What a shell, OpenSSL or Java could take for something else.
const NAMES: [&str; 14] = [
    "plain.pem",
    "with space.pem",
    "it's.pem",
    "\"quoted\".pem",
    "-in",
    "--",
    "$HOME.pem",
    "`id`.pem",
    "私钥.pem",
    "a;b&c|d.pem",
    "~root",
    "back\\slash\\n",
    "file:key.pem",
    "*?[a].pem",
];

#[test]
fn files_with_odd_names() {
    let shell = Shell::new();
    let key = some_key(Algorithm::P256);
    let pem = key.to_pem().unwrap();
    shell.write("key.pem", pem.as_bytes());
    let made = "req -new -x509 -key key.pem -subj /CN=x -out made.pem";
    openssl(shell.folder.path(), made).expect(made);
    let certificate = shell.read("made.pem");
    for name in NAMES {
        let target = format!("{name}.out");
        let is_source = |format| Source::new(name, format, Encoding::Pem);
        shell.write(name, pem.as_bytes());
        let source = is_source(Format::Pkcs8);
        for form in [
            PrivateForm::Pkcs8,
            PrivateForm::Traditional,
            PrivateForm::OpenSsh,
        ] {
            let line =
                command::private_key(source, key.algorithm(), form, Encoding::Pem, None, &target);
            shell.run(&line.unwrap());
            let same = private_in(&shell.read(&target), name);
            assert_eq!(same.public_key(), key.public_key(), "{name}");
            if form == PrivateForm::OpenSsh {
                let from = Source::new(&target, Format::OpenSshPrivate, Encoding::Pem);
                let back = command::private_key(
                    from,
                    key.algorithm(),
                    PrivateForm::Pkcs8,
                    Encoding::Pem,
                    None,
                    "back",
                );
                shell.run(&back.unwrap());
                assert_eq!(shell.read("back"), pem.as_bytes(), "{name}");
            }
            fs::remove_file(shell.file(&target)).unwrap();
        }
        for form in [PublicForm::Spki, PublicForm::OpenSsh] {
            let line = command::public_key(source, key.algorithm(), form, Encoding::Pem, &target);
            shell.run(&line.unwrap());
            let ours = key.public_key().write(form, Encoding::Pem).unwrap();
            assert_eq!(two_words(&shell.read(&target)), two_words(&ours), "{name}");
        }
        shell.run(&command::text(source, key.algorithm()).unwrap());
        shell.run(&command::check(source, key.algorithm()).unwrap());
        let line = command::pkcs12(
            Some(source),
            &[Source {
                file: "made.pem",
                ..is_source(Format::Certificate)
            }],
            name,
            Target::Modern,
            &target,
        );
        shell.run(&line.unwrap());
        let file = found(&shell.read(&target), NEW);
        assert!(
            file.iter().all(|it| it.label.as_deref() == Some(name)),
            "{name}: {file:?}"
        );

        shell.write(name, &certificate);
        let source = is_source(Format::Certificate);
        let line = command::convert(source, Encoding::Pem, &target);
        shell.run(&line.unwrap());
        assert_eq!(shell.read(&target), certificate, "{name}");
        let both = [source, certificate_source("made.pem")];
        shell.run(&command::concatenate(&both, &target).unwrap());
        assert_eq!(shell.read(&target), certificate.repeat(2), "{name}");
        shell.run(&command::random(5, Notation::Hex, Some(&target)));
        assert_eq!(shell.read(&target).len(), 5, "{name}");
        let printed = shell.run(&format!("printf %s {}", command::quoted(name)));
        assert_eq!(printed, name.as_bytes());
    }
    assert_eq!(command::quoted(""), "''");
    assert_eq!(
        shell.run(&format!("printf %s {}x", command::quoted(""))),
        b"x"
    );
}

struct Chain {
    shell: Shell,
    key: PrivateKey,
}

/// Three certificates, the first for the key, in `0.pem` to `2.pem` and in DER.
fn chain(key: PrivateKey) -> Chain {
    let shell = Shell::new();
    let folder = shell.folder.path().to_owned();
    shell.write("key.pem", key.to_pem().unwrap().as_bytes());
    for number in 0..3 {
        let key = match number {
            0 => "key.pem".to_owned(),
            _ => {
                let other = PrivateKey::generate(Algorithm::P256, &mut rng(40 + number)).unwrap();
                shell.write("other.pem", other.to_pem().unwrap().as_bytes());
                "other.pem".to_owned()
            }
        };
        let command = format!("req -new -x509 -key {key} -subj /CN={number} -out {number}.pem");
        openssl(&folder, &command).expect(&command);
        let command = format!("x509 -in {number}.pem -outform DER -out {number}.der");
        openssl(&folder, &command).expect(&command);
    }
    Chain { shell, key }
}

impl Chain {
    fn certificates(&self, count: usize) -> Vec<Vec<u8>> {
        let file = |number| self.shell.read(&format!("{number}.der"));
        (0..count).map(file).collect()
    }
}

const PEM_AND_DER: [[&str; 3]; 3] = [
    ["0.pem", "1.pem", "2.pem"],
    ["0.der", "1.der", "2.der"],
    ["0.der", "1.pem", "2.der"],
];

fn certificate_source(file: &str) -> Source<'_> {
    let encoding = match file.ends_with(".pem") {
        true => Encoding::Pem,
        false => Encoding::Der,
    };
    Source::new(file, Format::Certificate, encoding)
}

#[test]
fn pkcs12_files() {
    for algorithm in [Algorithm::P256, Algorithm::Ed25519] {
        let chain = chain(some_key(algorithm));
        let shell = &chain.shell;
        for target in [Target::Modern, Target::OlderDevices] {
            for (files, count) in PEM_AND_DER
                .iter()
                .flat_map(|files| (1..=3).map(move |n| (files, n)))
            {
                for (key, file) in [(true, "key.pem"), (false, "")] {
                    let sources: Vec<_> = files[..count]
                        .iter()
                        .map(|file| certificate_source(file))
                        .collect();
                    let source = Source::new(file, Format::Pkcs8, Encoding::Pem);
                    let line = command::pkcs12(
                        key.then_some(source),
                        &sources,
                        "我的 key",
                        target,
                        "made.p12",
                    );
                    let line = line.unwrap();
                    shell.run(&line);
                    let made = found(&shell.read("made.p12"), NEW);
                    let mut keys = 0;
                    let mut certificates = Vec::new();
                    for finding in &made {
                        let is_named = finding.label.as_deref() == Some("我的 key");
                        match finding.object.as_ref().unwrap() {
                            Object::PrivateKey(found) => {
                                assert_eq!(found.to_pkcs8_der(), chain.key.to_pkcs8_der());
                                assert!(is_named, "{line}");
                                keys += 1;
                            }
                            Object::Certificate(found) => {
                                // With a key, its own; without, all of them.
                                assert_eq!(is_named, !key || certificates.is_empty(), "{line}");
                                certificates.push(found.der().to_vec());
                            }
                            other => panic!("{line}: {other:?}"),
                        }
                    }
                    assert_eq!(keys, usize::from(key), "{line}");
                    assert_eq!(certificates, chain.certificates(count), "{line}");
                    let info = "pkcs12 -in made.p12 -info -noout -passin";
                    let info: Vec<&str> = info.split(' ').chain(["pass:the new one"]).collect();
                    let info = openssl_with(shell.folder.path(), &info).expect(&line);
                    let expected = match target {
                        Target::OlderDevices => [
                            "MAC: sha1, Iteration 2048",
                            "pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048",
                        ],
                        _ => [
                            "MAC: sha256, Iteration 100000",
                            "PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256",
                        ],
                    };
                    for expected in expected {
                        assert!(info.contains(expected), "{line}\n{info}");
                    }
                }
            }
        }
    }
}

#[test]
fn pkcs12_files_that_no_command_makes() {
    let source = |file, format| Source::new(file, format, Encoding::Pem);
    let key = source("key", Format::Pkcs8);
    let certificate = source("certificate", Format::Certificate);
    let bundle = source("bundle", Format::Pkcs7);
    let made = |key, certificates: &[Source<'_>], target| {
        command::pkcs12(key, certificates, "n", target, "f")
    };
    for (what, line) in [
        ("no certificate", made(Some(key), &[], Target::Modern)),
        (
            "a bundle",
            made(Some(key), &[certificate, bundle], Target::Modern),
        ),
        (
            "OpenSSH's",
            made(
                Some(source("key", Format::OpenSshPrivate)),
                &[certificate],
                Target::Modern,
            ),
        ),
        (
            "DER",
            made(
                Some(Source {
                    encoding: Encoding::Der,
                    ..key
                }),
                &[certificate],
                Target::Modern,
            ),
        ),
        (
            "PKCS #12",
            made(
                Some(source("key", Format::Pkcs12)),
                &[certificate],
                Target::Modern,
            ),
        ),
        ("nothing trusted", made(None, &[], Target::JavaTruststore)),
        (
            "a bundle trusted",
            made(None, &[bundle], Target::JavaTruststore),
        ),
        (
            "two in one file",
            made(None, &[certificate, certificate], Target::JavaTruststore),
        ),
        ("PKCS #7", command::pkcs7(&[bundle], Encoding::Pem, "f")),
        ("nothing", command::pkcs7(&[], Encoding::Pem, "f")),
    ] {
        assert_eq!(line, None, "{what}");
    }
}

#[test]
fn several_certificates_of_one_file() {
    let chain = chain(some_key(Algorithm::P256));
    let shell = &chain.shell;
    shell.run("cat 0.pem 1.pem 2.pem > all.pem");
    let sources = [0, 1, 2].map(|before| Source {
        place: Place {
            before,
            of_kind: 3,
            of_all: 3,
        },
        ..certificate_source("all.pem")
    });
    let key = Source::new("key.pem", Format::Pkcs8, Encoding::Pem);
    let line = command::pkcs12(Some(key), &sources, "", Target::Modern, "made.p12").unwrap();
    shell.run(&line);
    assert_eq!(found(&shell.read("made.p12"), NEW).len(), 4, "{line}");
    let line = command::pkcs7(&sources, Encoding::Der, "made.p7b").unwrap();
    shell.run(&line);
    let made = Pkcs7::open(&shell.read("made.p7b")).unwrap();
    assert_eq!(made.certificates().len(), 3, "{line}");
}

#[test]
fn java_truststores() {
    let chain = chain(some_key(Algorithm::P256));
    let shell = &chain.shell;
    for files in &PEM_AND_DER[..2] {
        for name in ["roots", ""] {
            let sources: Vec<_> = files.iter().map(|file| certificate_source(file)).collect();
            let line = command::pkcs12(
                None,
                &sources,
                name,
                Target::JavaTruststore,
                "-trust 库.p12",
            );
            let line = line.unwrap();
            shell.run(&line);
            let stem = if name.is_empty() { "certificate" } else { name };
            let made = found(&shell.read("-trust 库.p12"), NEW);
            let mut labels: Vec<_> = made.iter().map(|it| it.label.clone().unwrap()).collect();
            labels.sort();
            assert_eq!(
                labels,
                [
                    stem.to_owned(),
                    format!("{stem} (2)"),
                    format!("{stem} (3)")
                ],
                "{line}"
            );
            // As our own writer names them.
            let bags = chain.certificates(3).into_iter();
            let bags = bags
                .map(|der| Bag::new(Content::Certificate(der)).named(name))
                .collect();
            let ours =
                Pkcs12::new(bags).to_der(Target::JavaTruststore, Some(&pass(NEW)), &mut rng(50));
            let ours = found(&ours.unwrap(), NEW);
            let mut expected: Vec<_> = ours.iter().map(|it| it.label.clone().unwrap()).collect();
            expected.sort();
            assert_eq!(labels, expected);
            fs::remove_file(shell.file("-trust 库.p12")).unwrap();
        }
    }
}

#[test]
fn pkcs7_bundles() {
    let chain = chain(some_key(Algorithm::P256));
    let shell = &chain.shell;
    for files in &PEM_AND_DER {
        for count in 1..=3 {
            for encoding in [Encoding::Pem, Encoding::Der] {
                let sources: Vec<_> = files[..count]
                    .iter()
                    .map(|file| certificate_source(file))
                    .collect();
                let line = command::pkcs7(&sources, encoding, "made.p7b").unwrap();
                shell.run(&line);
                let mut made = Vec::new();
                for finding in reader::read(&shell.read("made.p7b")) {
                    match finding.object {
                        Ok(Object::Certificate(found)) => made.push(found.der().to_vec()),
                        other => panic!("{line}: {other:?}"),
                    }
                }
                assert_eq!(made, chain.certificates(count), "{line}");
            }
        }
    }
}

#[test]
fn certificates_requests_and_lists_are_converted() {
    let chain = chain(some_key(Algorithm::P256));
    let shell = &chain.shell;
    let folder = shell.folder.path();
    openssl(folder, "req -new -key key.pem -subj /CN=0 -out request.pem").expect("req");
    fs::write(folder.join("index.txt"), "").unwrap();
    fs::write(folder.join("ca.cnf"), "[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=3\ncrlnumber=number\n").unwrap();
    fs::write(folder.join("number"), "01\n").unwrap();
    openssl(
        folder,
        "ca -config ca.cnf -gencrl -keyfile key.pem -cert 0.pem -out list.pem",
    )
    .expect("crl");
    for (file, format) in [
        ("0.pem", Format::Certificate),
        ("request.pem", Format::Request),
        ("list.pem", Format::RevocationList),
    ] {
        let pem = shell.read(file);
        let der = match reader::read(&pem).remove(0).object.unwrap() {
            Object::Certificate(it) => it.der().to_vec(),
            Object::Request(it) => it.der().to_vec(),
            Object::RevocationList(it) => it.der().to_vec(),
            other => panic!("{other:?}"),
        };
        for (from, octets) in [(Encoding::Pem, &pem), (Encoding::Der, &der)] {
            for (to, expected) in [(Encoding::Pem, &pem), (Encoding::Der, &der)] {
                shell.write("source", octets);
                let source = Source::new("source", format, from);
                let line = command::convert(source, to, "target").unwrap();
                shell.run(&line);
                assert_eq!(&shell.read("target"), expected, "{line}");
            }
        }
    }
    let source = Source::new("source", Format::Pkcs8, Encoding::Pem);
    assert_eq!(command::convert(source, Encoding::Pem, "target"), None);
}

#[test]
fn requests_by_a_configuration_file() {
    let shell = Shell::new();
    shell.write(
        "the form.cnf",
        b"[req]\nprompt=no\ndistinguished_name=n\n[n]\nCN=x\n",
    );
    let subject = Name::parse("/CN=x").unwrap();
    for algorithm in KINDS {
        let key = some_key(algorithm);
        shell.write("my key.pem", key.to_pem().unwrap().as_bytes());
        for signature in algorithm.signatures() {
            let source = Source::new("my key.pem", Format::Pkcs8, Encoding::Pem);
            let line = command::request("the form.cnf", source, &subject, signature, "-my.csr");
            let line = line.unwrap();
            shell.run(&line);
            let text = String::from_utf8(shell.read("-my.csr")).unwrap();
            let request = Request::from_pem(&text).unwrap();
            assert_eq!(request.public_key(), Ok(&key.public_key()), "{line}");
            if !signature.is_weak() {
                request.verify().expect(&line);
            }
            let told = openssl(shell.folder.path(), "req -in ./-my.csr -noout -text").expect(&line);
            let name = match signature {
                SignatureAlgorithm::RsaPkcs1(digest) => {
                    digest.to_string().to_lowercase().replace('-', "") + "WithRSAEncryption"
                }
                SignatureAlgorithm::RsaPss(_) => "rsassaPss".into(),
                SignatureAlgorithm::Ecdsa(digest) => {
                    format!("ecdsa-with-{}", digest.to_string().replace('-', ""))
                }
                _ => "ED25519".into(),
            };
            assert!(
                told.contains(&format!("Signature Algorithm: {name}")),
                "{line}\n{told}"
            );
        }
    }
}

/// Whatever the key's file is: OpenSSL makes the request with it, or there is no command. An empty
/// subject is asked for by the command, since a configuration file cannot.
#[test]
fn requests_with_keys_of_every_form() {
    let shell = Shell::new();
    for algorithm in [Algorithm::P256, Algorithm::Ed25519] {
        let key = some_key(algorithm);
        let signature = algorithm.signature();
        for (format, encoding, octets) in private_sources(&key) {
            shell.write("key", &octets);
            for (subject, config) in [("/CN=x", "CN=x\n"), ("/", "")] {
                let config = format!("[req]\nprompt=no\ndistinguished_name=n\n[n]\n{config}");
                shell.write("r.cnf", config.as_bytes());
                let source = Source::new("key", format, encoding);
                let subject = Name::parse(subject).unwrap();
                let line = command::request("r.cnf", source, &subject, signature, "r.csr");
                assert_eq!(line.is_none(), format == Format::OpenSshPrivate, "{line:?}");
                let Some(line) = line else { continue };
                shell.run(&line);
                let text = String::from_utf8(shell.read("r.csr")).unwrap();
                let request = Request::from_pem(&text).unwrap();
                assert_eq!(request.public_key(), Ok(&key.public_key()), "{line}");
                assert_eq!(request.subject().to_string(), subject.to_string(), "{line}");
            }
        }
        for format in [
            Format::Jwk,
            Format::OpenSshPrivate,
            Format::Spki,
            Format::Certificate,
        ] {
            let source = Source::new("key", format, Encoding::Pem);
            let line = command::request("r.cnf", source, &Name::default(), signature, "r.csr");
            assert_eq!(line, None, "{format:?}");
        }
    }
}

/// A command that names the file would be about something else.
#[test]
fn what_is_not_first_in_its_file_has_no_command() {
    let place = Place {
        before: 1,
        of_kind: 2,
        of_all: 2,
    };
    for format in [
        Format::Certificate,
        Format::Request,
        Format::RevocationList,
        Format::Pkcs8,
        Format::Spki,
        Format::Pkcs1Public,
        Format::OpenSshPublic,
    ] {
        let source = Source {
            place,
            ..Source::new("both.pem", format, Encoding::Pem)
        };
        let (algorithm, pem) = (Algorithm::Rsa(2048), Encoding::Pem);
        let signature = algorithm.signature();
        for line in [
            command::convert(source, Encoding::Der, "b"),
            command::public_key(source, algorithm, PublicForm::Spki, pem, "b"),
            command::public_key(source, algorithm, PublicForm::OpenSsh, pem, "b"),
            command::public_key(source, algorithm, PublicForm::Pkcs1, pem, "b"),
            command::private_key(source, algorithm, PrivateForm::Pkcs8, pem, None, "b"),
            command::text(source, algorithm),
            command::check(source, algorithm),
            command::request("c", source, &Name::default(), signature, "b"),
            command::jws_signature(source, algorithm, "x"),
            command::concatenate(&[source], "b"),
            command::pkcs7(&[source], pem, "b"),
            command::pkcs12(None, &[source], "", Target::Modern, "b"),
            command::pkcs12(None, &[source], "", Target::JavaTruststore, "b"),
        ] {
            assert_eq!(line, None, "{format:?}");
        }
    }
}

/// `openssl pkey` would read the key of the file, not the certificate's.
#[test]
fn a_certificate_in_pkcs12_is_not_its_key() {
    let certificate = Source {
        is_private_key: false,
        ..Source::new("a.p12", Format::Pkcs12, Encoding::Der)
    };
    for form in PublicForm::ALL {
        let line = command::public_key(certificate, Algorithm::Rsa(2048), form, Encoding::Pem, "b");
        assert_eq!(line, None, "{form:?}");
    }
    assert_eq!(command::text(certificate, Algorithm::P256), None);
}

/// OpenSSL says "No cert in -in file matches private key".
#[test]
fn a_key_needs_its_certificate() {
    let of = |source, number: u8| Source {
        key: Some(SourceKey {
            algorithm: Algorithm::P256,
            sha256: [number; 32],
        }),
        ..source
    };
    let key = of(Source::new("key.pem", Format::Pkcs8, Encoding::Pem), 1);
    let made = |all: &[Source<'_>]| command::pkcs12(Some(key), all, "", Target::Modern, "b");
    let (other, own) = (
        of(certificate_source("2.pem"), 2),
        of(certificate_source("1.pem"), 1),
    );
    assert_eq!(made(&[other]), None);
    assert!(made(&[own]).is_some());
    assert!(made(&[other, own]).is_some());
}

#[test]
fn files_of_pem_are_put_together() {
    let chain = chain(some_key(Algorithm::P256));
    let shell = &chain.shell;
    // Editors leave the last line open.
    let open = shell.read("0.pem");
    shell.write("0=open.pem", open.strip_suffix(b"\n").unwrap());
    let [open, one, two] = ["0=open.pem", "1.pem", "2.der"].map(certificate_source);
    let key = Source::new("key.pem", Format::Pkcs8, Encoding::Pem);
    let line = command::concatenate(&[key, open, one], "made.pem").unwrap();
    shell.run(&line);
    let expected = ["key.pem", "0.pem", "1.pem"]
        .map(|file| shell.read(file))
        .concat();
    assert_eq!(shell.read("made.pem"), expected, "{line}");
    for sources in [[open, one], [open, two]] {
        let line = command::pkcs12(Some(key), &sources, "", Target::Modern, "made.p12").unwrap();
        shell.run(&line);
        assert_eq!(found(&shell.read("made.p12"), NEW).len(), 3, "{line}");
        let line = command::pkcs7(&sources, Encoding::Pem, "made.p7b").unwrap();
        shell.run(&line);
        assert_eq!(found(&shell.read("made.p7b"), NEW).len(), 2, "{line}");
    }
    let both = |source| Source {
        place: Place {
            before: 0,
            of_kind: 1,
            of_all: 2,
        },
        ..source
    };
    for (what, sources) in [
        ("nothing", vec![]),
        ("DER", vec![one, two]),
        ("more than was chosen", vec![one, both(key)]),
        (
            "a password",
            vec![Source::new(
                "key.pem",
                Format::EncryptedPkcs8,
                Encoding::Pem,
            )],
        ),
        (
            "a password",
            vec![Source::new("key.pem", Format::Traditional, Encoding::Pem)],
        ),
        (
            "PKCS #12",
            vec![Source::new("key.p12", Format::Pkcs12, Encoding::Der)],
        ),
        (
            "JWK",
            vec![Source::new("key.jwk", Format::Jwk, Encoding::Pem)],
        ),
    ] {
        assert_eq!(command::concatenate(&sources, "b"), None, "{what}");
    }
    // Two things of one file are in it once.
    let of_one = [
        key,
        Source::new("key.pem", Format::Certificate, Encoding::Pem),
    ]
    .map(both);
    assert_eq!(
        command::concatenate(&of_one, "b"),
        Some("awk 1 key.pem > b".into())
    );
}

/// Keys under what OpenSSL 3 has only in its legacy provider.
#[test]
fn old_schemes_need_the_legacy_provider() {
    let shell = Shell::new();
    let folder = shell.folder.path().to_owned();
    let key = some_key(Algorithm::Rsa(2048));
    shell.write("key.pem", key.to_pem().unwrap().as_bytes());
    for scheme in [
        "-v1 PBE-SHA1-RC2-40",
        "-v1 PBE-SHA1-RC2-128",
        "-v1 PBE-SHA1-RC2-64",
        "-v1 PBE-MD5-RC2-64",
        "-v1 PBE-SHA1-DES",
        "-v1 PBE-MD5-DES",
        "-v2 des-cbc",
        "-v1 PBE-SHA1-3DES",
        "-v2 aes-256-cbc",
    ] {
        let password = format!("pass:{OLD}");
        let line = format!("pkcs8 -topk8 -in key.pem {scheme} -out old.pem -provider legacy");
        let arguments = line
            .split(' ')
            .chain(["-provider", "default", "-passout", &password]);
        openssl_with(&folder, &arguments.collect::<Vec<_>>()).expect(scheme);
        let octets = shell.read("old.pem");
        let findings = reader::read(&octets);
        let Ok(Object::Locked(locked)) = &findings[0].object else {
            panic!("{scheme}: {findings:?}");
        };
        let is_legacy = command::is_legacy(locked.algorithm());
        let arguments = ["pkey", "-in", "old.pem", "-noout", "-passin", &password];
        let plain = openssl_with(&folder, &arguments);
        assert_eq!(plain.ok, !is_legacy, "{scheme}");
        let source = Source {
            is_legacy,
            ..Source::new("old.pem", Format::EncryptedPkcs8, Encoding::Pem)
        };
        let (algorithm, pem) = (key.algorithm(), Encoding::Pem);
        let subject = Name::parse("/CN=x").unwrap();
        shell.write(
            "c.cnf",
            b"[req]\nprompt=no\ndistinguished_name=n\n[n]\nCN=x\n",
        );
        openssl(
            &folder,
            "req -new -x509 -key key.pem -subj /CN=x -out c.pem",
        )
        .expect("c.pem");
        for line in [
            command::private_key(source, algorithm, PrivateForm::Pkcs8, pem, None, "b"),
            command::private_key(source, algorithm, PrivateForm::Traditional, pem, None, "b"),
            command::public_key(source, algorithm, PublicForm::Pkcs1, pem, "b"),
            command::public_key(source, algorithm, PublicForm::Spki, pem, "b"),
            command::text(source, algorithm),
            command::check(source, algorithm),
            command::request("c.cnf", source, &subject, algorithm.signature(), "b"),
            command::jws_signature(source, algorithm, "x"),
            command::pkcs12(
                Some(source),
                &[certificate_source("c.pem")],
                "",
                Target::Modern,
                "b",
            ),
        ] {
            let line = line.unwrap();
            shell.run(&line);
        }
    }
}

#[test]
fn random_octets_and_digests() {
    let shell = Shell::new();
    for count in [1, 47, 48, 49, 1000] {
        let hex =
            String::from_utf8(shell.run(&command::random(count, Notation::Hex, None))).unwrap();
        let base64 =
            String::from_utf8(shell.run(&command::random(count, Notation::Base64, None))).unwrap();
        let ours = certwright::random::octets(count, 1000, &mut rng(60)).unwrap();
        let shape = |text: &str| text.lines().map(str::len).collect::<Vec<_>>();
        assert_eq!(
            shape(&hex),
            shape(&certwright::random::text(&ours, Notation::Hex))
        );
        assert_eq!(
            shape(&base64),
            shape(&certwright::random::text(&ours, Notation::Base64))
        );
    }
    // Tokens of ACME may begin with a hyphen.
    for (text, digest) in [
        ("abc", "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"),
        ("", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"),
        ("-n a'b", &base64url_sha256("-n a'b")),
    ] {
        let said = String::from_utf8(shell.run(&command::base64url_digest(text))).unwrap();
        assert_eq!(said.trim_end(), digest, "{text}");
    }
}

fn base64url_sha256(text: &str) -> String {
    use base64ct::Encoding as _;
    base64ct::Base64UrlUnpadded::encode_string(&Digest::Sha256.of(text.as_bytes()))
}

const NEWER: &str = "# OpenSSL 3.5 or later\n";

/// OpenSSL 3.0 cannot run these; 3.5 can.
#[test]
fn ml_dsa_has_commands_of_its_own_shape() {
    for algorithm in [Algorithm::MlDsa44, Algorithm::MlDsa65, Algorithm::MlDsa87] {
        let source = Source::new("a", Format::Pkcs8, Encoding::Pem);
        let private = |form, encryption| {
            command::private_key(source, algorithm, form, Encoding::Pem, encryption, "b")
        };
        assert_eq!(
            private(PrivateForm::Pkcs8, None).unwrap(),
            format!("{NEWER}openssl pkey -in a -out b")
        );
        let encrypted = private(
            PrivateForm::Pkcs8,
            Some(pbkdf2(Digest::Sha256, Cipher::Aes256Cbc)),
        );
        let expected =
            "openssl pkcs8 -topk8 -in a -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 10000 -out b";
        assert_eq!(encrypted.unwrap(), format!("{NEWER}{expected}"));
        for form in [
            PrivateForm::Traditional,
            PrivateForm::OpenSsh,
            PrivateForm::Jwk,
        ] {
            assert_eq!(private(form, None), None);
        }
        let public = |form| command::public_key(source, algorithm, form, Encoding::Pem, "b");
        assert_eq!(
            public(PublicForm::Spki).unwrap(),
            format!("{NEWER}openssl pkey -in a -pubout -out b")
        );
        for form in [PublicForm::Pkcs1, PublicForm::OpenSsh, PublicForm::Jwk] {
            assert_eq!(public(form), None);
        }
        let subject = Name::parse("/CN=x").unwrap();
        let line = command::request("c", source, &subject, algorithm.signature(), "b").unwrap();
        assert_eq!(
            line,
            format!("{NEWER}openssl req -new -config c -key a -out b")
        );
        let sources = [certificate_source("c")];
        let of = Source {
            key: Some(SourceKey {
                algorithm,
                sha256: [0; 32],
            }),
            ..source
        };
        let bundle = command::pkcs12(Some(of), &sources, "", Target::Modern, "b").unwrap();
        for line in [
            command::text(source, algorithm).unwrap(),
            command::check(source, algorithm).unwrap(),
            bundle,
        ] {
            assert!(line.starts_with(NEWER), "{line}");
            // What is pasted runs, comment and all.
            let shell = Shell::new();
            shell.run(&line.replace("openssl", "true"));
        }
    }
}
