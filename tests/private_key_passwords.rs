//! Private keys under passwords: what other programs encrypt is opened here, what is encrypted here
//! they open, and what cannot be opened is told apart.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path, process::Command};

use certwright::{
    Error,
    pki::{
        Algorithm, AlgorithmName, Cipher, Digest, Encryption, Format, Kdf, Oid, PBKDF2_ROUNDS,
        Password, PrivateKey,
    },
};
use support::*;
use tempfile::TempDir;

/// Beyond ASCII, and beyond Unicode's first plane.
const PASSWORD: &str = "pass 马 🐎 word";

fn right() -> Password {
    Password::new(PASSWORD.into()).unwrap()
}

fn wrong() -> Password {
    Password::new("pass".into()).unwrap()
}

fn named(name: &str) -> AlgorithmName {
    let oid = Oid::named(name).ok();
    AlgorithmName {
        oid,
        name: name.into(),
    }
}

/// A folder with a password, a new key in PKCS #8 named `key`, and that key.
fn folder_with_key(algorithm: Algorithm, seed: u8) -> (TempDir, PrivateKey) {
    let folder = tempfile::tempdir().unwrap();
    let key = PrivateKey::generate(algorithm, &mut rng(seed)).unwrap();
    fs::write(folder.path().join("key"), &*key.to_pem().unwrap()).unwrap();
    fs::write(folder.path().join("password"), PASSWORD).unwrap();
    (folder, key)
}

/// The password opens it, another does not, and both refusals name the algorithm.
fn assert_opens(text: &str, key: &PrivateKey, format: Format, algorithm: &str, what: &str) {
    let back = PrivateKey::from_pem(text, Some(&right()));
    let back = back.unwrap_or_else(|error| panic!("{what}: {error}\n{text}"));
    assert_eq!(
        back.to_pkcs8_der().unwrap(),
        key.to_pkcs8_der().unwrap(),
        "{what}"
    );
    let algorithm = named(algorithm);
    assert!(algorithm.oid.is_some(), "{what}");
    assert_eq!(
        PrivateKey::from_pem(text, None).unwrap_err(),
        Error::PasswordNeeded {
            format,
            algorithm: algorithm.clone()
        },
        "{what}"
    );
    assert_eq!(
        PrivateKey::from_pem(text, Some(&wrong())).unwrap_err(),
        Error::WrongPassword { format, algorithm },
        "{what}"
    );
}

const LEGACY: &str = "-provider legacy -provider default";

#[test]
fn openssl_encrypts_pkcs8_by_every_scheme() {
    let (folder, key) = folder_with_key(Algorithm::P256, 1);
    for (scheme, algorithm) in [
        ("", "AES-256-CBC"),
        ("-v2 aes-128-cbc", "AES-128-CBC"),
        ("-v2 aes-192-cbc", "AES-192-CBC"),
        ("-v2 aes-256-cbc", "AES-256-CBC"),
        ("-v2 des3", "DES-EDE3-CBC"),
        ("-v2 des-cbc", "DES-CBC"),
        ("-v2 aes-256-cbc -v2prf hmacWithSHA1", "AES-256-CBC"),
        ("-v2 des3 -v2prf hmacWithSHA224", "DES-EDE3-CBC"),
        ("-v2 aes-256-cbc -v2prf hmacWithSHA256", "AES-256-CBC"),
        ("-v2 aes-256-cbc -v2prf hmacWithSHA384", "AES-256-CBC"),
        ("-v2 aes-256-cbc -v2prf hmacWithSHA512", "AES-256-CBC"),
        ("-v2 aes-256-cbc -iter 600000", "AES-256-CBC"),
        ("-scrypt", "AES-256-CBC"),
        ("-scrypt -v2 des3", "DES-EDE3-CBC"),
        (
            "-scrypt -scrypt_N 1024 -scrypt_r 3 -scrypt_p 16",
            "AES-256-CBC",
        ),
        ("-v1 PBE-MD5-DES", "PBE-MD5-DES"),
        ("-v1 PBE-SHA1-DES", "PBE-SHA1-DES"),
        ("-v1 PBE-MD5-RC2-64", "PBE-MD5-RC2-64"),
        ("-v1 PBE-SHA1-RC2-64", "PBE-SHA1-RC2-64"),
        ("-v1 PBE-SHA1-3DES", "PBE-SHA1-3DES"),
        ("-v1 PBE-SHA1-3DES -iter 100000", "PBE-SHA1-3DES"),
        ("-v1 PBE-SHA1-2DES", "PBE-SHA1-2DES"),
        ("-v1 PBE-SHA1-RC2-128", "PBE-SHA1-RC2-128"),
        ("-v1 PBE-SHA1-RC2-40", "PBE-SHA1-RC2-40"),
    ] {
        let command =
            format!("pkcs8 -topk8 -in key {scheme} {LEGACY} -passout file:password -out out");
        openssl(folder.path(), &command).expect(&command);
        let text = fs::read_to_string(folder.path().join("out")).unwrap();
        assert_opens(&text, &key, Format::EncryptedPkcs8, algorithm, &command);
    }
}

#[test]
fn openssl_encrypts_traditional_keys() {
    for (algorithm, program, label, seed) in [
        (Algorithm::Rsa(2048), "rsa -traditional", "RSA", 2),
        (Algorithm::P384, "ec", "EC", 3),
    ] {
        let (folder, key) = folder_with_key(algorithm, seed);
        for (option, cipher) in [
            ("-aes128", "AES-128-CBC"),
            ("-aes192", "AES-192-CBC"),
            ("-aes256", "AES-256-CBC"),
            ("-des3", "DES-EDE3-CBC"),
            ("-des", "DES-CBC"),
        ] {
            let command =
                format!("{program} -in key {option} {LEGACY} -passout file:password -out out");
            openssl(folder.path(), &command).expect(&command);
            let text = fs::read_to_string(folder.path().join("out")).unwrap();
            let start = format!("-----BEGIN {label} PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n");
            assert!(text.contains(&start), "{command}:\n{text}");
            assert_opens(&text, &key, Format::Traditional, cipher, &command);
        }
        // Without a password, the same.
        let command = format!("{program} -in key -out out");
        openssl(folder.path(), &command).expect(&command);
        let text = fs::read_to_string(folder.path().join("out")).unwrap();
        let back = PrivateKey::from_pem(&text, None).unwrap();
        assert_eq!(back.to_pkcs8_der().unwrap(), key.to_pkcs8_der().unwrap());
    }
}

#[test]
fn what_openssl_generates_under_a_password_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    for (command, algorithm) in [
        (
            "genrsa -aes256 -traditional -passout pass:secret 2048",
            Algorithm::Rsa(2048),
        ),
        (
            "genrsa -des3 -traditional -passout pass:secret 1024",
            Algorithm::Rsa(1024),
        ),
        (
            "genrsa -aes128 -passout pass:secret 2048",
            Algorithm::Rsa(2048),
        ),
        (
            "genpkey -algorithm ED25519 -aes-256-cbc -pass pass:secret",
            Algorithm::Ed25519,
        ),
        (
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521 -des3 -pass pass:secret",
            Algorithm::P521,
        ),
    ] {
        let text = openssl(folder.path(), command).expect(command);
        let password = Password::new("secret".into()).unwrap();
        let key = PrivateKey::from_pem(&text, Some(&password)).unwrap();
        assert_eq!(key.algorithm(), algorithm, "{command}");
    }
}

fn pbes2(digest: Digest, rounds: u32, cipher: Cipher) -> Encryption {
    let kdf = Kdf::Pbkdf2 { digest, rounds };
    Encryption::Pbes2 { kdf, cipher }
}

fn by_scrypt(log_n: u8, r: u32, p: u32) -> Encryption {
    let kdf = Kdf::Scrypt { log_n, r, p };
    let cipher = Cipher::Aes256Cbc;
    Encryption::Pbes2 { kdf, cipher }
}

/// Each with what the refusals name.
fn choices() -> Vec<(Encryption, &'static str)> {
    let mut choices = vec![
        (Encryption::default(), "AES-256-CBC"),
        (by_scrypt(14, 8, 1), "AES-256-CBC"),
        (by_scrypt(14, 9, 3), "AES-256-CBC"),
        (
            Encryption::PbeSha1TripleDes { rounds: 10_000 },
            "PBE-SHA1-3DES",
        ),
    ];
    for digest in Digest::ALL {
        choices.push((pbes2(digest, 10_000, Cipher::Aes256Cbc), "AES-256-CBC"));
    }
    for (cipher, name) in [
        (Cipher::Aes128Cbc, "AES-128-CBC"),
        (Cipher::Aes192Cbc, "AES-192-CBC"),
        (Cipher::DesEde3Cbc, "DES-EDE3-CBC"),
    ] {
        choices.push((pbes2(Digest::Sha1, 12_345, cipher), name));
    }
    choices
}

fn assert_openssl_opens(folder: &Path, text: &str, key: &PrivateKey, what: &str) {
    fs::write(folder.join("made"), text).unwrap();
    let command = "pkcs8 -topk8 -nocrypt -in made -passin file:password -outform DER -out back";
    openssl(folder, command).expect(what);
    let back = PrivateKey::from_pkcs8_der(&fs::read(folder.join("back")).unwrap()).unwrap();
    assert_eq!(
        back.to_pkcs8_der().unwrap(),
        key.to_pkcs8_der().unwrap(),
        "{what}"
    );
    let command = "pkey -in made -passin pass:wrong -noout";
    openssl(folder, command).expect_failure();
}

#[test]
fn openssl_opens_every_choice() {
    let (folder, key) = folder_with_key(Algorithm::P256, 4);
    for (encryption, algorithm) in choices() {
        let what = format!("{encryption:?}");
        let text = key.to_pem_by(encryption, &right(), &mut rng(5)).unwrap();
        assert_openssl_opens(folder.path(), &text, &key, &what);
        assert_opens(&text, &key, Format::EncryptedPkcs8, algorithm, &what);
        // Nothing is drawn twice.
        let again = key.to_pem_by(encryption, &right(), &mut rng(6)).unwrap();
        assert_ne!(text, again, "{what}");
    }
    // The standard form says what was asked for.
    let text = key.to_encrypted_pem(&right(), &mut rng(5)).unwrap();
    fs::write(folder.path().join("made"), &*text).unwrap();
    let structure = openssl(folder.path(), "asn1parse -in made").expect("asn1parse");
    let rounds = format!("{PBKDF2_ROUNDS:06X}");
    for part in ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", &rounds] {
        assert!(structure.contains(part), "{part}:\n{structure}");
    }
}

#[test]
fn openssl_opens_traditional_keys() {
    for (algorithm, seed) in [(Algorithm::Rsa(2048), 7), (Algorithm::P521, 8)] {
        let (folder, key) = folder_with_key(algorithm, seed);
        for cipher in Cipher::ALL {
            let encryption = Encryption::Traditional(cipher);
            let text = key.to_pem_by(encryption, &right(), &mut rng(9)).unwrap();
            let what = format!("{algorithm}, {cipher}");
            assert!(text.contains(&format!("\nDEK-Info: {cipher},")), "{what}");
            assert_openssl_opens(folder.path(), &text, &key, &what);
            let name = cipher.to_string();
            assert_opens(&text, &key, Format::Traditional, &name, &what);
        }
    }
}

#[test]
fn keys_without_a_traditional_form_say_so() {
    let encryption = Encryption::Traditional(Cipher::Aes256Cbc);
    for algorithm in [Algorithm::Ed25519, Algorithm::MlDsa65] {
        let rng = &mut rng(10);
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let answer = key.to_pem_by(encryption, &right(), rng).unwrap_err();
        let Error::Unsupported { format, .. } = answer else {
            panic!("{answer:?}")
        };
        assert_eq!(format, Format::Traditional);
        // PKCS #8 has room for any.
        let quick = pbes2(Digest::Sha256, 10_000, Cipher::Aes256Cbc);
        let text = key.to_pem_by(quick, &right(), rng).unwrap();
        let back = PrivateKey::from_pem(&text, Some(&right())).unwrap();
        assert_eq!(back.public_key(), key.public_key());
        // And has no traditional encryption.
        let answer = key.to_encrypted_pkcs8_der(encryption, &right(), rng);
        assert!(matches!(answer, Err(Error::Unsupported { .. })));
    }
}

#[test]
fn weak_and_absurd_choices_are_refused() {
    let rounds = |given| Error::Rounds {
        given,
        min: 10_000,
        max: 10_000_000,
    };
    let cost = |parameter: &str, given, min, max| Error::ScryptCost {
        parameter: parameter.into(),
        given,
        min,
        max,
    };
    let memory = 1 << 28;
    let of = |rounds| pbes2(Digest::Sha256, rounds, Cipher::Aes256Cbc);
    let n = |given| cost("N", given, 1 << 14, memory / 128);
    let key = PrivateKey::generate(Algorithm::P256, &mut rng(11)).unwrap();
    for (encryption, error) in [
        (of(0), rounds(0)),
        (of(9_999), rounds(9_999)),
        (of(10_000_001), rounds(10_000_001)),
        (of(u32::MAX), rounds(u32::MAX)),
        (Encryption::PbeSha1TripleDes { rounds: 1 }, rounds(1)),
        (by_scrypt(13, 8, 1), n(1 << 13)),
        (by_scrypt(0, 8, 1), n(1)),
        (by_scrypt(22, 8, 1), n(1 << 22)),
        (by_scrypt(63, 8, 1), n(1 << 63)),
        (by_scrypt(64, 8, 1), n(u64::MAX)),
        (by_scrypt(255, u32::MAX, u32::MAX), n(u64::MAX)),
        (by_scrypt(14, 7, 1), cost("r", 7, 8, memory / 128)),
        (
            by_scrypt(14, u32::MAX, 1),
            cost("r", u32::MAX.into(), 8, memory / 128),
        ),
        (by_scrypt(14, 8, 0), cost("p", 0, 1, 16)),
        (by_scrypt(14, 8, 17), cost("p", 17, 1, 16)),
        (
            by_scrypt(18, 8, 1),
            cost("memory", ((1 << 18) + 1) * 8 * 128, 0, memory),
        ),
    ] {
        assert_eq!(encryption.check(), Err(error.clone()), "{encryption:?}");
        let answer = key.to_pem_by(encryption, &right(), &mut rng(12));
        assert_eq!(answer, Err(error), "{encryption:?}");
    }
    for (encryption, _) in choices() {
        encryption.check().unwrap();
        let bytes = postcard::to_allocvec(&encryption).unwrap();
        assert_eq!(postcard::from_bytes(&bytes), Ok(encryption));
    }
}

#[test]
fn python_and_certwright_open_each_others_keys() {
    let (folder, key) = folder_with_key(Algorithm::P256, 13);
    let here = folder.path();
    let python = |program: &str| {
        let mut command = Command::new("python3");
        command.args(["-c", program]).current_dir(here).output()
    };
    if !python("import cryptography").is_ok_and(|output| output.status.success()) {
        say("SKIPPED: Python's `cryptography` is not there");
        return;
    }
    for (encryption, _) in choices() {
        let text = key.to_pem_by(encryption, &right(), &mut rng(14)).unwrap();
        fs::write(here.join("made"), &*text).unwrap();
        let output = python(PYTHON_OPENS).unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{encryption:?}: {errors}");
    }
    let output = python(PYTHON_WRITES).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    for (file, format) in [
        ("best", Format::EncryptedPkcs8),
        ("old", Format::Traditional),
    ] {
        let text = fs::read_to_string(here.join(file)).unwrap();
        assert_opens(&text, &key, format, "AES-256-CBC", file);
    }
}

const PYTHON_OPENS: &str = "
from cryptography.hazmat.primitives.serialization import *
load = lambda name, password: load_pem_private_key(open(name, 'rb').read(), password)
made = load('made', open('password', 'rb').read())
assert made.private_numbers() == load('key', None).private_numbers()
";

const PYTHON_WRITES: &str = "
from cryptography.hazmat.primitives.serialization import *
password = open('password', 'rb').read()
key = load_pem_private_key(open('key', 'rb').read(), None)
def write(name, form, encryption):
    open(name, 'wb').write(key.private_bytes(Encoding.PEM, form, encryption))
best = BestAvailableEncryption(password)
write('best', PrivateFormat.PKCS8, best)
write('old', PrivateFormat.TraditionalOpenSSL, best)
";

/// Java reads PBES2 through its standard library; a class in one file needs no building.
#[test]
fn java_opens_keys() {
    let (folder, key) = folder_with_key(Algorithm::P256, 15);
    let here = folder.path();
    let java = |arguments: &[&str]| {
        let run = Command::new("java")
            .args(arguments)
            .current_dir(here)
            .output();
        run.map(|output| {
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            (output.status.success(), text)
        })
    };
    if !java(&["--describe-module", "jdk.compiler"]).is_ok_and(|(ok, _)| ok) {
        say("SKIPPED: Java and its compiler are not there");
        return;
    }
    // Java 17 takes ASCII passwords only.
    let password = Password::new("changeit".into()).unwrap();
    fs::write(here.join("Open.java"), JAVA).unwrap();
    fs::write(here.join("plain"), &*key.to_pkcs8_der().unwrap()).unwrap();
    let mut files = Vec::new();
    for (at, (encryption, _)) in choices().into_iter().enumerate() {
        if let Encryption::Pbes2 {
            kdf: Kdf::Scrypt { .. },
            ..
        }
        | Encryption::Pbes2 {
            cipher: Cipher::Aes192Cbc | Cipher::DesEde3Cbc,
            ..
        } = encryption
        {
            // Java has no names for these.
            continue;
        }
        let rng = &mut rng(16);
        let der = key.to_encrypted_pkcs8_der(encryption, &password, rng);
        let name = format!("made{at}");
        fs::write(here.join(&name), der.unwrap()).unwrap();
        files.push(name);
    }
    assert_eq!(files.len(), 7);
    let mut arguments = vec!["Open.java"];
    arguments.extend(files.iter().map(String::as_str));
    let (ok, text) = java(&arguments).unwrap();
    assert!(ok, "{text}");
}

const JAVA: &str = r#"
import java.nio.file.*;
import java.util.Arrays;
import javax.crypto.*;
import javax.crypto.spec.PBEKeySpec;
public class Open {
    public static void main(String[] names) throws Exception {
        byte[] plain = Files.readAllBytes(Path.of("plain"));
        for (String name : names) {
            var info = new EncryptedPrivateKeyInfo(Files.readAllBytes(Path.of(name)));
            var parameters = info.getAlgParameters();
            String scheme = parameters.toString().startsWith("PBE") ? parameters.toString() : info.getAlgName();
            var key = SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec("changeit".toCharArray()));
            var cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, key, parameters);
            if (!Arrays.equals(info.getKeySpec(cipher).getEncoded(), plain)) throw new Exception(name);
        }
    }
}
"#;
