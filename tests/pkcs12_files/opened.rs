//! Files that others made.

use std::fs;

use base64ct::{Base64, Encoding};
use certwright::{
    Damage, Error,
    pki::{
        Format, Pkcs12,
        pkcs12::{Bag, Content},
    },
};

use crate::{material::*, rfc9579, support::*};

const SHA1: &str = "1.2.840.113549.2.7";
const SHA256: &str = "1.2.840.113549.2.9";
const SHA384: &str = "1.2.840.113549.2.10";
const SHA512: &str = "1.2.840.113549.2.11";

#[test]
fn files_by_openssl_open_in_every_variant() {
    let material = Material::new();
    for (mac, options) in [
        (Some(SHA256), ""),
        (Some(SHA1), "-legacy"),
        (Some(SHA256), "-keypbe NONE -certpbe NONE"),
        (Some(SHA256), "-keypbe NONE"),
        (None, "-nomac"),
        (None, "-nomac -legacy"),
        (None, "-nomac -keypbe NONE -certpbe NONE"),
        (Some(SHA1), "-macalg sha1"),
        (Some(SHA384), "-macalg sha384"),
        (Some(SHA512), "-macalg sha512"),
        (
            Some(SHA256),
            "-legacy -certpbe PBE-SHA1-RC2-40 -macalg sha256",
        ),
        (Some(SHA1), "-legacy -certpbe PBE-SHA1-RC2-128"),
        (
            Some(SHA1),
            "-legacy -certpbe PBE-SHA1-2DES -keypbe PBE-SHA1-2DES",
        ),
        (Some(SHA256), "-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES"),
        (Some(SHA256), "-certpbe AES-128-CBC -keypbe AES-192-CBC"),
        (Some(SHA256), "-certpbe DES-EDE3-CBC"),
        (
            Some(SHA1),
            "-legacy -certpbe PBE-MD5-DES -keypbe PBE-SHA1-RC2-64",
        ),
        (Some(SHA256), "-iter 1 -nomaciter"),
        (Some(SHA256), "-iter 60000"),
    ] {
        let named = ["-name", "Gänse & 马", "-caname", "über allen"];
        let options: Vec<_> = options.split_whitespace().chain(named).collect();
        let file = material.export(PASSWORD, &options);
        let opened = Pkcs12::open(&file, Some(&password())).unwrap_or_else(|error| {
            panic!("{options:?}: {error}");
        });
        assert_eq!(opened.mac().cloned(), mac.map(algorithm), "{options:?}");
        assert_matches_material(&opened, &material);
    }
}

fn assert_matches_material(opened: &Pkcs12, material: &Material) {
    let [leaf, root, key] = opened.bags() else {
        panic!("{opened:?}");
    };
    assert_eq!(leaf.content, Content::Certificate(material.leaf.clone()));
    assert_eq!(root.content, Content::Certificate(material.root.clone()));
    assert_eq!(octets(key), material.key);
    let name = |bag: &Bag| bag.friendly_name.clone();
    assert_eq!(name(leaf).as_deref(), Some("Gänse & 马"));
    assert_eq!(name(key), name(leaf));
    assert_eq!(name(root).as_deref(), Some("über allen"));
    assert_eq!(key.local_key_id.as_ref().map(Vec::len), Some(20));
    assert_eq!(key.local_key_id, leaf.local_key_id);
    assert_eq!(root.local_key_id, None);
}

#[test]
fn a_file_needs_its_own_password_and_only_that() {
    let material = Material::new();
    let wrong = |oid| Error::WrongPassword {
        format: Format::Pkcs12,
        algorithm: algorithm(oid),
    };
    let needed = |oid| Error::PasswordNeeded {
        format: Format::Pkcs12,
        algorithm: algorithm(oid),
    };
    let aes = "2.16.840.1.101.3.4.1.42";
    let rc2 = "1.2.840.113549.1.12.1.6";
    for (named, options) in [
        (SHA256, ""),
        (SHA1, "-legacy"),
        (SHA512, "-macalg sha512 -keypbe NONE -certpbe NONE"),
        (aes, "-nomac"),
        (rc2, "-legacy -nomac -certpbe PBE-SHA1-RC2-40"),
        (aes, "-nomac -certpbe NONE"),
    ] {
        let options: Vec<_> = options.split_whitespace().collect();
        let file = material.export(PASSWORD, &options);
        for guess in ["correct horse 马 batterY", " ", "correct horse ? battery"] {
            let opened = Pkcs12::open(&file, Some(&text(guess)));
            assert_eq!(opened, Err(wrong(named)), "{options:?}");
        }
        assert_eq!(Pkcs12::open(&file, None), Err(needed(named)), "{options:?}");

        // The empty password is one that no password stands for.
        let file = material.export("", &options);
        let opened = Pkcs12::open(&file, None).unwrap();
        assert_eq!(opened.bags().len(), 3, "{options:?}");
        let opened = Pkcs12::open(&file, Some(&password()));
        assert_eq!(opened, Err(wrong(named)), "{options:?}");
    }

    let open = ["-nomac", "-keypbe", "NONE", "-certpbe", "NONE"];
    let file = material.export(PASSWORD, &open);
    assert_eq!(Pkcs12::open(&file, None).unwrap().bags().len(), 3);
    assert_eq!(
        Pkcs12::open(&file, Some(&text("x"))).unwrap().bags().len(),
        3
    );
}

/// It took every octet of a password for a character: what it made of `päss` is what OpenSSL makes of
/// `pÃ¤ss` today.
#[test]
fn files_by_openssl_before_1_1_open() {
    let material = Material::new();
    let taken: String = PASSWORD.bytes().map(char::from).collect();
    for options in [&["-legacy"][..], &["-legacy", "-nomac"]] {
        let file = material.export(&taken, options);
        let opened = Pkcs12::open(&file, Some(&password())).unwrap();
        assert_eq!(octets(keys(&opened)[0]), material.key);
    }
}

/// The MAC alone was made so. PBES2 took the octets as they are, then as now.
#[test]
fn files_by_openssl_before_1_1_open_with_pbes2() {
    let material = Material::new();
    let today = material.export(PASSWORD, &["-iter", "1"]);
    let [version, safe, _] = children(&today)[..] else {
        panic!("no MAC");
    };
    let content = children(children(safe)[1])[0];
    let content = &content[lengths(content).0..];
    fs::write(material.path().join("content"), content).unwrap();
    let characters = PASSWORD.bytes().map(|octet| format!("00{octet:02x}"));
    let password = characters.collect::<String>() + "0000";
    let derive = format!(
        "kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexpass:{password} -kdfopt hexsalt:{} \
         -kdfopt iter:1 -kdfopt id:3 PKCS12KDF",
        "07".repeat(8)
    );
    let key = openssl(material.path(), &derive).expect(&derive);
    let key = key.trim().replace(':', "");
    let sign = format!("dgst -sha256 -mac HMAC -macopt hexkey:{key} -binary -out mac content");
    openssl(material.path(), &sign).expect(&sign);
    let mac = fs::read(material.path().join("mac")).unwrap();
    let algorithm = tlv(0x30, &[&oid("2.16.840.1.101.3.4.2.1"), &[5, 0]]);
    let mac = tlv(0x30, &[&algorithm, &tlv(4, &[&mac])]);
    let mac = tlv(0x30, &[&mac, &tlv(4, &[&[7; 8]])]);
    let file = tlv(0x30, &[version, safe, &mac]);
    let opened = Pkcs12::open(&file, Some(&self::password())).unwrap();
    assert_eq!(octets(keys(&opened)[0]), material.key);
}

#[test]
fn files_by_keytool_open() {
    let material = Material::new();
    let path = material.path();
    let store = "-keystore store.p12 -storetype PKCS12 -storepass changeit";
    let generate = |alias: &str, kind: &str, options: &str| {
        format!("-genkeypair {store} {options} -alias {alias} -dname CN={alias} {kind}")
    };
    for (mac, options) in [
        (Some(SHA256), ""),
        (Some(SHA1), "-J-Dkeystore.pkcs12.legacy"),
        (
            Some(SHA512),
            "-J-Dkeystore.pkcs12.macAlgorithm=HmacPBESHA512",
        ),
        (None, "-J-Dkeystore.pkcs12.macAlgorithm=NONE"),
    ] {
        for command in [
            generate("first", "-keyalg EC -groupname secp256r1", options),
            generate("second", "-keyalg RSA -keysize 2048", options),
            format!("-importcert {store} {options} -alias trusted -file root.pem -noprompt"),
            format!("-genseckey {store} {options} -alias secret -keyalg AES -keysize 128"),
        ] {
            let arguments: Vec<_> = command.split_whitespace().collect();
            let Some(outcome) = run(path, "keytool", &arguments) else {
                return;
            };
            outcome.expect(&command);
        }
        let file = fs::read(path.join("store.p12")).unwrap();
        fs::remove_file(path.join("store.p12")).unwrap();
        let opened = Pkcs12::open(&file, Some(&text("changeit"))).unwrap();
        assert_eq!(opened.mac().cloned(), mac.map(algorithm), "{options}");
        let names: Vec<_> = keys(&opened)
            .iter()
            .map(|bag| bag.friendly_name.clone())
            .collect();
        assert_eq!(names, ["first", "second"].map(|name| Some(name.to_owned())));
        assert!(
            certificates(&opened).contains(&&*material.root),
            "{options}"
        );
        assert_eq!(certificates(&opened).len(), 3);
        let secret = |bag: &&Bag| bag.friendly_name.as_deref() == Some("secret");
        let secret = opened.bags().iter().find(secret).unwrap();
        let name = algorithm("1.2.840.113549.1.12.10.1.5");
        assert_eq!(secret.content, Content::Other(name));
    }
}

#[test]
fn files_by_python_open() {
    let material = Material::new();
    let script = "
from cryptography.hazmat.primitives import hashes, serialization as s
from cryptography.hazmat.primitives.serialization import pkcs12 as p
from cryptography import x509
key = s.load_pem_private_key(open('leaf.key', 'rb').read(), None)
leaf, root = (x509.load_pem_x509_certificate(open(f, 'rb').read()) for f in ('leaf.pem', 'root.pem'))
P, F = p.PBES, s.PrivateFormat.PKCS12.encryption_builder()
ways = {'best': s.BestAvailableEncryption('päss 马'.encode())}
for pbes in (P.PBESv1SHA1And3KeyTripleDESCBC, P.PBESv2SHA256AndAES256CBC):
    for mac in (hashes.SHA1(), hashes.SHA256(), hashes.SHA384(), hashes.SHA512()):
        way = F.kdf_rounds(5000).key_cert_algorithm(pbes).hmac_hash(mac).build('päss 马'.encode())
        ways[pbes.name + mac.name] = way
for name, way in ways.items():
    open(name + '.python', 'wb').write(p.serialize_key_and_certificates('näme'.encode(), key, leaf, [root], way))
print(len(ways))";
    let Some(count) = python(material.path(), script) else {
        return;
    };
    assert_eq!(count.trim(), "9");
    let mut opened = 0;
    for entry in fs::read_dir(material.path()).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "python")
        {
            let file = Pkcs12::open(&fs::read(&path).unwrap(), Some(&text("päss 马"))).unwrap();
            assert_eq!(octets(keys(&file)[0]), material.key, "{path:?}");
            assert_eq!(certificates(&file), [&material.leaf, &material.root]);
            assert_eq!(keys(&file)[0].friendly_name.as_deref(), Some("näme"));
            opened += 1;
        }
    }
    assert_eq!(opened, 9);
}

/// NSS writes BER: indefinite lengths, and octet strings in parts.
#[test]
fn files_by_nss_open() {
    let material = Material::new();
    let path = material.path();
    let file = material.export("über", &["-name", "leaf"]);
    assert!(!file.is_empty());
    fs::write(path.join("nss-password"), "über").unwrap();
    let Some(outcome) = run(path, "certutil", &["-N", "-d", "sql:.", "--empty-password"]) else {
        return;
    };
    outcome.expect("certutil");
    let import = [
        "-i",
        "made.p12",
        "-d",
        "sql:.",
        "-w",
        "nss-password",
        "-K",
        "",
    ];
    let Some(outcome) = run(path, "pk12util", &import) else {
        return;
    };
    outcome.expect("pk12util -i");
    let pbe = "PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC";
    let rc2 = "PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC";
    for options in [
        &[][..],
        &["-c", "AES-128-CBC", "-C", "AES-256-CBC"],
        &["-c", pbe, "-C", rc2, "-M", "SHA-1"],
        &["-c", pbe, "-C", "none"],
        &["-M", "SHA-512"],
    ] {
        let export = [
            "-o",
            "nss.p12",
            "-n",
            "leaf",
            "-d",
            "sql:.",
            "-w",
            "nss-password",
            "-K",
            "",
        ];
        let arguments = [&export[..], options].concat();
        run(path, "pk12util", &arguments)
            .unwrap()
            .expect("pk12util -o");
        let file = fs::read(path.join("nss.p12")).unwrap();
        assert!(file.starts_with(&[0x30, 0x80]), "no BER any more");
        let opened = Pkcs12::open(&file, Some(&text("über"))).unwrap_or_else(|error| {
            panic!("{options:?}: {error}");
        });
        let key = keys(&opened)[0];
        let public = |der: &[u8]| {
            certwright::pki::PrivateKey::from_pkcs8_der(der)
                .unwrap()
                .public_key()
        };
        assert!(public(octets(key)) == public(&material.key), "{options:?}");
        assert!(
            certificates(&opened).contains(&&*material.leaf),
            "{options:?}"
        );
        assert_eq!(key.friendly_name.as_deref(), Some("leaf"));
        let wrong = Pkcs12::open(&file, Some(&text("uber")));
        assert!(
            matches!(wrong, Err(Error::WrongPassword { .. })),
            "{wrong:?}"
        );
    }
}

#[test]
fn files_by_gnutls_open() {
    let material = Material::new();
    let path = material.path();
    for cipher in ["aes-256", "aes-128", "3des-pkcs12", "rc2-40"] {
        let arguments = format!(
            "--to-p12 --load-privkey leaf.key --load-certificate leaf.pem --load-ca-certificate \
             root.pem --p12-name leaf --password 1234 --pkcs-cipher {cipher} --outder --outfile \
             gnutls.p12"
        );
        let arguments: Vec<_> = arguments.split_whitespace().collect();
        let Some(outcome) = run(path, "certtool", &arguments) else {
            return;
        };
        outcome.expect("certtool");
        let file = fs::read(path.join("gnutls.p12")).unwrap();
        let opened = Pkcs12::open(&file, Some(&text("1234"))).unwrap();
        let public = |der: &[u8]| {
            certwright::pki::PrivateKey::from_pkcs8_der(der)
                .unwrap()
                .public_key()
        };
        assert!(
            public(octets(keys(&opened)[0])) == public(&material.key),
            "{cipher}"
        );
        assert_eq!(certificates(&opened), [&material.leaf, &material.root]);
    }
}

#[test]
fn ber_opens_as_der_does() {
    let material = Material::new();
    for options in [&[][..], &["-legacy"], &["-nomac"]] {
        let der = material.export("1234", options);
        let opened = Pkcs12::open(&der, Some(&text("1234"))).unwrap();
        let ber = to_ber(&der);
        assert_ne!(ber, der);
        assert_eq!(Pkcs12::open(&ber, Some(&text("1234"))).unwrap(), opened);
    }
    // Without a MAC, what is in the first octet string may be written anew, too.
    let der = material.export("1234", &["-iter", "1", "-nomac"]);
    let opened = Pkcs12::open(&der, Some(&text("1234"))).unwrap();
    let outer = children(&der);
    let safe = children(children(outer[1])[1])[0];
    let (header, end) = lengths(safe);
    let safe = to_ber(&safe[header..end]);
    let info = tlv(
        0x30,
        &[children(outer[1])[0], &tlv(0xA0, &[&tlv(4, &[&safe])])],
    );
    let ber = to_ber(&tlv(0x30, &[outer[0], &info]));
    assert_eq!(Pkcs12::open(&ber, Some(&text("1234"))).unwrap(), opened);
}

#[test]
fn the_vectors_of_rfc_9579_open_or_are_refused() {
    let password = text(rfc9579::PASSWORD);
    let [a1, a2, a3] =
        [rfc9579::A1, rfc9579::A2, rfc9579::A3].map(|text| Base64::decode_vec(text).unwrap());
    for file in [&a1, &a2, &a3] {
        let opened = Pkcs12::open(file, Some(&password)).unwrap();
        assert_eq!(opened.mac().unwrap().name, "PBMAC1");
        assert_eq!((keys(&opened).len(), certificates(&opened).len()), (1, 1));
        let wrong = Error::WrongPassword {
            format: Format::Pkcs12,
            algorithm: algorithm("1.2.840.113549.1.5.14"),
        };
        assert_eq!(Pkcs12::open(file, Some(&text("1235"))), Err(wrong));
    }
    let wrong = Error::WrongPassword {
        format: Format::Pkcs12,
        algorithm: algorithm("1.2.840.113549.1.5.14"),
    };
    let no_length = Error::Damaged {
        format: Format::Pkcs12,
        algorithm: Some(algorithm("1.2.840.113549.1.5.12")),
        damage: Damage::Field {
            field: "keyLength".into(),
        },
    };
    for (mac_data, error) in [
        (rfc9579::A4_MAC_DATA, &wrong),
        (rfc9579::A5_MAC_DATA, &wrong),
        (rfc9579::A6_MAC_DATA, &no_length),
    ] {
        let file = tlv(0x30, &[&a1[4..rfc9579::MAC_DATA], &hex(mac_data)]);
        assert_eq!(Pkcs12::open(&file, Some(&password)).as_ref(), Err(error));
    }
    // Section 9: keys that are too short, and one longer than any digest.
    let length = |at: &usize| a1[*at..].starts_with(&[2, 1, 32]);
    let length = (rfc9579::MAC_DATA..a1.len()).find(length).unwrap();
    for octets in [1, 19, 65] {
        let mut file = a1.clone();
        file[length + 2] = octets;
        assert_eq!(Pkcs12::open(&file, Some(&password)), Err(no_length.clone()));
    }
}

fn hex(digits: &str) -> Vec<u8> {
    let octet = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(octet).collect()
}
