//! Encrypted private keys that are damaged, that use what is not known here, or that ask for too
//! much: a table of files and the exact answers.

#[path = "common/support.rs"]
mod support;

use std::fs;

use certwright::{
    Cost, Damage, Error,
    pki::{Algorithm, AlgorithmName, Format, Oid, Password, PrivateKey},
};
use der::{Encode, asn1::ObjectIdentifier};
use rand_chacha::rand_core::Rng;
use support::*;

const PKCS8: Format = Format::EncryptedPkcs8;
const TOO_MANY: u64 = 20_000_001;
const MOST: Cost = Cost::Rounds(20_000_000);
const MOST_MEMORY: Cost = Cost::Memory(1 << 28);

/// DER.
type Part = Vec<u8>;

fn tlv(tag: u8, contents: &[Part]) -> Part {
    let contents = contents.concat();
    let mut part = vec![tag];
    match contents.len() {
        short @ 0..128 => part.push(short as u8),
        long @ 128..256 => part.extend([0x81, long as u8]),
        long => part.extend([0x82, (long >> 8) as u8, long as u8]),
    }
    part.extend(contents);
    part
}

fn sequence<const N: usize>(parts: [Part; N]) -> Part {
    tlv(0x30, &parts)
}

fn octets(octets: &[u8]) -> Part {
    tlv(4, &[octets.to_vec()])
}

fn int(number: u64) -> Part {
    number.to_der().unwrap()
}

/// By its dotted form, or by the name that our own errors have for it.
fn oid(name: &str) -> Part {
    let dotted = Oid::named(name).unwrap().to_string();
    ObjectIdentifier::new(&dotted).unwrap().to_der().unwrap()
}

fn null() -> Part {
    vec![5, 0]
}

fn prf(name: &str) -> Part {
    sequence([oid(name), null()])
}

fn pbkdf2(rest: &[Part]) -> Part {
    sequence([
        oid("PBKDF2"),
        tlv(0x30, &[&[octets(b"salty-salt")], rest].concat()),
    ])
}

fn scrypt(n: u64, r: u64, p: u64) -> Part {
    let parameters = sequence([octets(b"salt"), int(n), int(r), int(p)]);
    sequence([oid("scrypt"), parameters])
}

fn aes() -> Part {
    sequence([oid("AES-256-CBC"), octets(&[7; 16])])
}

fn pbes2(kdf: Part, cipher: Part) -> Part {
    sequence([oid("PBES2"), sequence([kdf, cipher])])
}

/// PBES1 and PKCS #12.
fn pbe(name: &str, rounds: u64) -> Part {
    sequence([oid(name), sequence([octets(b"saltsalt"), int(rounds)])])
}

fn file(scheme: Part) -> Part {
    sequence([scheme, octets(&[9; 48])])
}

fn named(name: &str) -> AlgorithmName {
    AlgorithmName {
        oid: Some(Oid::named(name).unwrap()),
        name: name.into(),
    }
}

fn damaged(algorithm: &str, damage: Damage) -> Error {
    let algorithm = (!algorithm.is_empty()).then(|| named(algorithm));
    Error::Damaged {
        format: PKCS8,
        algorithm,
        damage,
    }
}

fn field(algorithm: &str, field: &str) -> Error {
    let field = field.into();
    damaged(algorithm, Damage::Field { field })
}

fn unsupported(name: &str) -> Error {
    Error::Unsupported {
        format: PKCS8,
        algorithm: named(name),
    }
}

fn costly(name: &str, asked: Cost, limit: Cost) -> Error {
    Error::TooCostly {
        format: PKCS8,
        algorithm: named(name),
        asked,
        limit,
    }
}

fn wrong(name: &str) -> Error {
    Error::WrongPassword {
        format: PKCS8,
        algorithm: named(name),
    }
}

fn blocks(algorithm: &str, octets: u64, block: u64) -> Error {
    damaged(algorithm, Damage::Blocks { octets, block })
}

/// What is broken, the file, and the answer.
fn structures() -> Vec<(&'static str, Part, Error)> {
    let good = file(pbes2(pbkdf2(&[int(1)]), aes()));
    let structure = || damaged("", Damage::Structure);
    let length = good.len() as u64;
    let truncated = |present, expected| damaged("", Damage::Truncated { expected, present });
    let with = |ciphertext: &[u8]| sequence([pbes2(pbkdf2(&[int(1)]), aes()), octets(ciphertext)]);
    vec![
        ("nothing", Vec::new(), damaged("", Damage::Empty)),
        ("one octet", vec![0x30], structure()),
        (
            "its end is missing",
            good[..good.len() - 5].to_vec(),
            truncated(length - 5, length),
        ),
        (
            "something follows",
            [good.clone(), vec![0, 0, 0]].concat(),
            damaged("", Damage::Trailing { octets: 3 }),
        ),
        ("another type", octets(&good), structure()),
        (
            "BER, of indefinite length",
            vec![0x30, 0x80, 0, 0],
            structure(),
        ),
        ("no algorithm", sequence([octets(&[9; 48])]), structure()),
        ("an algorithm only", sequence([aes()]), structure()),
        (
            "three parts",
            sequence([pbes2(pbkdf2(&[int(1)]), aes()), octets(&[9; 48]), null()]),
            structure(),
        ),
        ("no ciphertext", with(&[]), blocks("AES-256-CBC", 0, 16)),
        (
            "half a block",
            with(&[9; 40]),
            blocks("AES-256-CBC", 40, 16),
        ),
        (
            "half a block of DES",
            sequence([pbe("PBE-SHA1-3DES", 1), octets(&[9; 12])]),
            blocks("PBE-SHA1-3DES", 12, 8),
        ),
        ("a wrong password", good, wrong("AES-256-CBC")),
        (
            "a wrong password",
            file(pbe("PBE-SHA1-RC2-40", 1)),
            wrong("PBE-SHA1-RC2-40"),
        ),
    ]
}

fn schemes() -> Vec<(&'static str, Part, Error)> {
    let pbkdf2_1 = || pbkdf2(&[int(1)]);
    let gcm = sequence([oid("id-aes256-GCM"), sequence([octets(&[1; 12])])]);
    let camellia = sequence([oid("CAMELLIA-256-CBC"), octets(&[7; 16])]);
    let unnamed = sequence([oid("1.2.3.4.5"), null()]);
    let short_iv = sequence([oid("AES-128-CBC"), octets(&[7; 15])]);
    let des = sequence([oid("DES-EDE3-CBC"), octets(&[7; 16])]);
    let unsalted = sequence([oid("PBE-MD5-DES"), sequence([int(1), int(1)])]);
    let longer = sequence([octets(b"saltsalt"), int(1), int(1)]);
    vec![
        (
            "an unknown scheme",
            file(unnamed.clone()),
            unsupported("1.2.3.4.5"),
        ),
        (
            "MD2",
            file(pbe("PBE-MD2-DES", 1)),
            unsupported("PBE-MD2-DES"),
        ),
        (
            "RC4",
            file(pbe("PBE-SHA1-RC4-128", 1)),
            unsupported("PBE-SHA1-RC4-128"),
        ),
        (
            "a cipher without a scheme",
            file(aes()),
            unsupported("AES-256-CBC"),
        ),
        (
            "an unknown function",
            file(pbes2(unnamed.clone(), aes())),
            unsupported("1.2.3.4.5"),
        ),
        (
            "GCM",
            file(pbes2(pbkdf2_1(), gcm)),
            unsupported("id-aes256-GCM"),
        ),
        (
            "Camellia",
            file(pbes2(pbkdf2_1(), camellia)),
            unsupported("CAMELLIA-256-CBC"),
        ),
        (
            "an unknown cipher",
            file(pbes2(pbkdf2_1(), unnamed)),
            unsupported("1.2.3.4.5"),
        ),
        (
            "no parameters",
            file(sequence([oid("PBES2")])),
            field("PBES2", "parameters"),
        ),
        (
            "NULL for parameters",
            file(sequence([oid("PBES2"), null()])),
            field("PBES2", "parameters"),
        ),
        (
            "no cipher",
            file(sequence([oid("PBES2"), sequence([pbkdf2_1()])])),
            field("PBES2", "encryptionScheme"),
        ),
        (
            "a function that is no algorithm",
            file(pbes2(octets(b"x"), aes())),
            field("PBES2", "keyDerivationFunc"),
        ),
        (
            "two ciphers",
            file(sequence([
                oid("PBES2"),
                sequence([pbkdf2_1(), aes(), aes()]),
            ])),
            damaged("PBES2", Damage::Structure),
        ),
        (
            "no vector",
            file(pbes2(pbkdf2_1(), sequence([oid("AES-256-CBC")]))),
            field("AES-256-CBC", "iv"),
        ),
        (
            "a short vector",
            file(pbes2(pbkdf2_1(), short_iv)),
            field("AES-128-CBC", "iv"),
        ),
        (
            "a long vector",
            file(pbes2(pbkdf2_1(), des)),
            field("DES-EDE3-CBC", "iv"),
        ),
        ("no salt", file(unsalted), field("PBE-MD5-DES", "salt")),
        (
            "no rounds",
            file(sequence([
                oid("PBE-SHA1-3DES"),
                sequence([octets(b"saltsalt")]),
            ])),
            field("PBE-SHA1-3DES", "iterationCount"),
        ),
        (
            "too many parameters",
            file(sequence([oid("PBE-SHA1-DES"), longer])),
            damaged("PBE-SHA1-DES", Damage::Structure),
        ),
        (
            "zero rounds",
            file(pbe("PBE-MD5-DES", 0)),
            field("PBE-MD5-DES", "iterationCount"),
        ),
        (
            "2^31 rounds",
            file(pbe("PBE-SHA1-3DES", 1 << 31)),
            costly("PBE-SHA1-3DES", Cost::Rounds(1 << 31), MOST),
        ),
    ]
}

fn functions() -> Vec<(&'static str, Part, Error)> {
    let with = |parts: &[Part]| file(pbes2(pbkdf2(parts), aes()));
    let of_scrypt = |n, r, p| file(pbes2(scrypt(n, r, p), aes()));
    let memory = |octets| costly("scrypt", Cost::Memory(octets), MOST_MEMORY);
    let negative = vec![2, 1, 0xff];
    let huge = tlv(2, &[vec![1; 20]]);
    let other_salt = sequence([oid("1.2.3.4.5"), null()]);
    let other_salt = sequence([oid("PBKDF2"), sequence([other_salt, int(1)])]);
    let odd_prf = sequence([oid("hmacWithSHA256"), int(1)]);
    let no_lanes = sequence([oid("scrypt"), sequence([octets(b"salt"), int(2), int(1)])]);
    let long = sequence([octets(b"salt"), int(2), int(1), int(1), int(16)]);
    let long = sequence([oid("scrypt"), long]);
    vec![
        (
            "zero rounds",
            with(&[int(0)]),
            field("PBKDF2", "iterationCount"),
        ),
        (
            "fewer than zero",
            with(&[negative]),
            field("PBKDF2", "iterationCount"),
        ),
        (
            "rounds of octets",
            with(&[octets(&[1])]),
            field("PBKDF2", "iterationCount"),
        ),
        (
            "a round too many",
            with(&[int(TOO_MANY)]),
            costly("PBKDF2", Cost::Rounds(TOO_MANY), MOST),
        ),
        (
            "2^31 rounds",
            with(&[int(1 << 31)]),
            costly("PBKDF2", Cost::Rounds(1 << 31), MOST),
        ),
        (
            "2^153 rounds",
            with(&[huge]),
            costly("PBKDF2", Cost::Rounds(u64::MAX), MOST),
        ),
        (
            "no length",
            with(&[int(1), int(0)]),
            field("PBKDF2", "keyLength"),
        ),
        (
            "half the length",
            with(&[int(1), int(16)]),
            field("PBKDF2", "keyLength"),
        ),
        (
            "2^63 octets",
            with(&[int(1), int(1 << 63)]),
            field("PBKDF2", "keyLength"),
        ),
        (
            "HMAC of MD5",
            with(&[int(1), prf("hmacWithMD5")]),
            unsupported("hmacWithMD5"),
        ),
        (
            "HMAC of SHA-3",
            with(&[int(1), int(32), prf("id-hmacWithSHA3-256")]),
            unsupported("id-hmacWithSHA3-256"),
        ),
        ("odd HMAC", with(&[int(1), odd_prf]), field("PBKDF2", "prf")),
        (
            "not even HMAC",
            with(&[int(1), null()]),
            damaged("PBKDF2", Damage::Structure),
        ),
        (
            "a salt from elsewhere",
            file(pbes2(other_salt, aes())),
            unsupported("1.2.3.4.5"),
        ),
        (
            "N = 0",
            of_scrypt(0, 8, 1),
            field("scrypt", "costParameter"),
        ),
        (
            "N = 1",
            of_scrypt(1, 8, 1),
            field("scrypt", "costParameter"),
        ),
        (
            "N = 3",
            of_scrypt(3, 8, 1),
            field("scrypt", "costParameter"),
        ),
        (
            "N = 16 385",
            of_scrypt(16_385, 8, 1),
            field("scrypt", "costParameter"),
        ),
        ("r = 0", of_scrypt(2, 0, 1), field("scrypt", "blockSize")),
        (
            "p = 0",
            of_scrypt(2, 8, 0),
            field("scrypt", "parallelizationParameter"),
        ),
        (
            "4 GiB",
            of_scrypt(1 << 22, 8, 1),
            memory(((1 << 22) + 1) * 1024),
        ),
        (
            "a block over 256 MiB",
            of_scrypt(1 << 18, 8, 1),
            memory((1 << 28) + 1024),
        ),
        ("a large r", of_scrypt(2, 1 << 40, 1), memory(3 << 47)),
        (
            "beyond 2^64",
            of_scrypt(1 << 40, 1 << 40, 1 << 40),
            memory(u64::MAX),
        ),
        (
            "nothing is larger",
            of_scrypt(u64::MAX, u64::MAX, u64::MAX),
            memory(u64::MAX),
        ),
        (
            "p = 17",
            of_scrypt(2, 8, 17),
            costly("scrypt", Cost::Rounds(17), Cost::Rounds(16)),
        ),
        (
            "no p",
            file(pbes2(no_lanes, aes())),
            field("scrypt", "parallelizationParameter"),
        ),
        (
            "half the length",
            file(pbes2(long, aes())),
            field("scrypt", "keyLength"),
        ),
    ]
}

#[test]
fn pkcs8_that_cannot_be_opened() {
    let password = Password::new("x".into()).unwrap();
    let rows = [structures(), schemes(), functions()].concat();
    assert!(rows.len() > 60);
    for (what, der, error) in rows {
        let answer = PrivateKey::from_encrypted_pkcs8_der(&der, Some(&password));
        assert_eq!(answer.unwrap_err(), error, "{what}");
        // Without a password, the same: nobody is asked for one that would not help.
        let answer = PrivateKey::from_encrypted_pkcs8_der(&der, None).unwrap_err();
        match error {
            Error::WrongPassword { format, algorithm } => {
                assert_eq!(
                    answer,
                    Error::PasswordNeeded { format, algorithm },
                    "{what}"
                );
            }
            _ => assert_eq!(answer, error, "{what}"),
        }
    }
}

/// The padding is right, and what is inside is no key: nearly always a wrong password by chance.
#[test]
fn what_is_inside_has_to_be_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let derive = "kdf -keylen 32 -kdfopt digest:SHA1 -kdfopt pass:x -kdfopt salt:salty-salt \
                  -kdfopt iter:1 PBKDF2";
    let derived = openssl(path, derive).expect(derive);
    let derived = derived.trim().replace(':', "");
    let encrypted = |contents: &[u8]| {
        fs::write(path.join("contents"), contents).unwrap();
        let iv = "07".repeat(16);
        let command = format!("enc -aes-256-cbc -K {derived} -iv {iv} -in contents -out out");
        openssl(path, &command).expect(&command);
        let ciphertext = fs::read(path.join("out")).unwrap();
        sequence([pbes2(pbkdf2(&[int(1)]), aes()), octets(&ciphertext)])
    };
    let password = Password::new("x".into()).unwrap();
    let open = |contents: &[u8]| {
        let file = encrypted(contents);
        PrivateKey::from_encrypted_pkcs8_der(&file, Some(&password))
    };
    let key = PrivateKey::generate(Algorithm::P256, &mut rng(19)).unwrap();
    let der = key.to_pkcs8_der().unwrap();
    assert_eq!(open(&der).unwrap().public_key(), key.public_key());
    let longer = [&der[..], &[0]].concat();
    let other = key.to_sec1_der().unwrap().unwrap();
    for contents in [&b"no key"[..], &[], &der[..40], &longer] {
        assert_eq!(open(contents).unwrap_err(), wrong("AES-256-CBC"));
    }
    // A whole SEQUENCE does not come out by chance: the password was right.
    let answer = Error::Damaged {
        format: Format::EncryptedPkcs8,
        algorithm: Some(named("AES-256-CBC")),
        damage: Damage::Contents,
    };
    assert_eq!(open(&other).unwrap_err(), answer);
    // A key of a kind that is not known is a key.
    let unknown = sequence([int(0), sequence([oid("X25519")]), octets(&octets(&[1; 32]))]);
    let answer = Error::Unsupported {
        format: Format::Pkcs8,
        algorithm: named("X25519"),
    };
    assert_eq!(open(&unknown).unwrap_err(), answer);
}

#[test]
fn changed_files_get_an_answer() {
    let rng = &mut rng(22);
    let password = Password::new("x".into()).unwrap();
    let quick = file(pbes2(
        pbkdf2(&[int(1), int(32), prf("hmacWithSHA512")]),
        aes(),
    ));
    let traditional = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\
                       DEK-Info: DES-CBC,0011223344556677\n\n\
                       QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2\n\
                       -----END RSA PRIVATE KEY-----\n";
    let files = [
        quick,
        file(pbes2(scrypt(2, 1, 1), aes())),
        file(pbe("PBE-MD5-RC2-64", 1)),
        file(pbe("PBE-SHA1-2DES", 1)),
        traditional.as_bytes().to_vec(),
    ];
    for good in &files {
        for _ in 0..4_000 {
            let mut octets = good.clone();
            for _ in 0..=rng.next_u32() % 3 {
                let at = rng.next_u32() as usize % octets.len();
                octets[at] = rng.next_u32() as u8;
            }
            let _ = PrivateKey::from_encrypted_pkcs8_der(&octets, Some(&password));
            let text = String::from_utf8_lossy(&octets);
            let _ = PrivateKey::from_pem(&text, Some(&password));
        }
    }
}
