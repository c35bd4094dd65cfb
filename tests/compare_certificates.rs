//! Two certificates or requests side by side.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::pki::{
    Object, Oid,
    inspect::{Comparison, Field, compare},
    reader,
};
use support::openssl;

fn object(folder: &Path, file: &str) -> Object {
    let octets = fs::read(folder.join(file)).unwrap();
    reader::read(&octets).remove(0).object.unwrap()
}

fn make(folder: &Path, out: &str, more: &str) {
    let command = format!("req -x509 -key k -utf8 -set_serial 1 -days 9 -out {out} {more}");
    openssl(folder, &command).expect(&command);
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let command = "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out k";
    openssl(folder.path(), command).expect(command);
    folder
}

type Row<'a> = (Field, Option<&'a str>, Option<&'a str>);

/// What differs, but for times and signatures.
fn differing(comparison: &Comparison) -> Vec<Row<'_>> {
    let times = [Field::NotBefore, Field::NotAfter, Field::Signature];
    let rows = comparison.rows.iter();
    rows.filter(|row| !row.is_same && !times.contains(&row.field))
        .map(|row| (row.field.clone(), row.left.as_deref(), row.right.as_deref()))
        .collect()
}

fn extension(name: &str) -> Oid {
    Oid::named(name).unwrap()
}

#[test]
fn the_same_is_the_same() {
    let folder = folder();
    make(
        folder.path(),
        "a",
        "-subj /CN=a -addext subjectAltName=DNS:a.example,IP:192.0.2.1",
    );
    let a = object(folder.path(), "a");
    let comparison = compare(&a, &a).unwrap();
    assert!(
        comparison
            .rows
            .iter()
            .all(|row| row.is_same && row.left == row.right)
    );
    let has = |field: Field, text: &str| {
        let mut rows = comparison.rows.iter();
        assert!(
            rows.any(|row| row.field == field && row.left.as_deref() == Some(text)),
            "{field:?} {text} in {:#?}",
            comparison.rows
        );
    };
    has(Field::Kind, "CERTIFICATE");
    has(Field::Version, "3");
    has(Field::Serial, "01");
    has(Field::SignatureAlgorithm, "ecdsa-with-SHA256");
    has(Field::Subject("CN".into()), "a");
    has(Field::KeyAlgorithm, "P-256");
    has(Field::KeyParameters, "prime256v1");
    has(
        Field::Extension(extension("subjectAltName")),
        "DNS:a.example",
    );
    has(
        Field::Extension(extension("subjectAltName")),
        "IP:192.0.2.1",
    );
    has(Field::Critical(extension("basicConstraints")), "TRUE");
    has(Field::Extension(extension("basicConstraints")), "CA:TRUE");
    assert!(compare(&a, &object(folder.path(), "k")).is_none());
}

#[test]
fn what_differs_is_told_item_by_item() {
    let folder = folder();
    let san = "subjectAltName=DNS:a.example,DNS:b.example,DNS:c.example";
    make(
        folder.path(),
        "a",
        &format!("-subj /O=Acme/CN=a -addext {san} -addext keyUsage=critical,digitalSignature"),
    );
    let san = "subjectAltName=DNS:b.example,DNS:d.example,DNS:a.example";
    make(
        folder.path(),
        "b",
        &format!("-subj /O=Acme/CN=b/OU=x -addext {san} -addext extendedKeyUsage=serverAuth"),
    );
    let comparison = compare(&object(folder.path(), "a"), &object(folder.path(), "b")).unwrap();
    let cn = || "CN".to_owned();
    let (san, usage, purpose) = (
        extension("subjectAltName"),
        extension("keyUsage"),
        extension("extendedKeyUsage"),
    );
    assert_eq!(
        differing(&comparison),
        [
            (Field::Issuer(cn()), Some("a"), Some("b")),
            (Field::Issuer("OU".into()), None, Some("x")),
            (Field::Subject(cn()), Some("a"), Some("b")),
            (Field::Subject("OU".into()), None, Some("x")),
            (
                Field::Extension(san),
                Some("DNS:c.example"),
                Some("DNS:d.example")
            ),
            (Field::Critical(usage), Some("TRUE"), None),
            (Field::Extension(usage), Some("digitalSignature"), None),
            (Field::Critical(purpose), None, Some("FALSE")),
            (Field::Extension(purpose), None, Some("serverAuth")),
        ]
    );
}

#[test]
fn what_only_looks_the_same_is_told() {
    let folder = folder();
    fs::write(
        folder.path().join("utf8"),
        "[req]\ndistinguished_name=d\nprompt=no\nstring_mask=utf8only\n[d]\nO=Acme\nCN=a\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("ascii"),
        "[req]\ndistinguished_name=d\nprompt=no\nstring_mask=default\n[d]\nO=Acme\nCN=a\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("turned"),
        "[req]\ndistinguished_name=d\nprompt=no\nstring_mask=utf8only\n[d]\nCN=a\nO=Acme\n",
    )
    .unwrap();
    for name in ["utf8", "ascii", "turned"] {
        let command = format!("req -new -key k -config {name} -out {name}.csr");
        openssl(folder.path(), &command).expect(&command);
    }
    let of = |name: &str| object(folder.path(), name);
    let comparison = compare(&of("utf8.csr"), &of("ascii.csr")).unwrap();
    let both = |text: &str| {
        [
            format!("{text} (UTF8String)"),
            format!("{text} (PrintableString)"),
        ]
    };
    let ([o, o2], [cn, cn2]) = (both("Acme"), both("a"));
    assert_eq!(
        differing(&comparison),
        [
            (Field::Subject("O".into()), Some(&*o), Some(&*o2)),
            (Field::Subject("CN".into()), Some(&*cn), Some(&*cn2)),
        ]
    );
    let comparison = compare(&of("utf8.csr"), &of("turned.csr")).unwrap();
    assert_eq!(
        differing(&comparison),
        [(
            Field::SubjectOrder,
            Some("O=Acme, CN=a"),
            Some("CN=a, O=Acme")
        )]
    );
}

#[test]
fn extensions_in_another_order() {
    let folder = folder();
    let (a, b) = (
        "-addext keyUsage=digitalSignature",
        "-addext subjectAltName=DNS:a,DNS:b",
    );
    make(folder.path(), "a", &format!("-subj /CN=a {a} {b}"));
    make(folder.path(), "b", &format!("-subj /CN=a {b} {a}"));
    make(
        folder.path(),
        "c",
        &format!("-subj /CN=a {a} -addext subjectAltName=DNS:b,DNS:a"),
    );
    let of = |name: &str| object(folder.path(), name);
    let comparison = compare(&of("a"), &of("b")).unwrap();
    let [(Field::Extensions, Some(left), Some(right))] = &differing(&comparison)[..] else {
        panic!("{:#?}", differing(&comparison));
    };
    assert!(left.ends_with("keyUsage, subjectAltName"), "{left}");
    assert!(right.ends_with("subjectAltName, keyUsage"), "{right}");
    let comparison = compare(&of("a"), &of("c")).unwrap();
    let [(Field::ExtensionOrder(oid), Some(_), Some(_))] = &differing(&comparison)[..] else {
        panic!("{:#?}", differing(&comparison));
    };
    assert_eq!(oid.name(), Some("subjectAltName"));
}

#[test]
fn a_request_beside_its_certificate() {
    let folder = folder();
    make(
        folder.path(),
        "a",
        "-subj /CN=a -addext subjectAltName=DNS:a.example",
    );
    let command = "req -new -key k -subj /CN=a -addext subjectAltName=DNS:a.example -out csr";
    openssl(folder.path(), command).expect(command);
    let comparison = compare(&object(folder.path(), "csr"), &object(folder.path(), "a")).unwrap();
    let fields: Vec<Field> = differing(&comparison)
        .into_iter()
        .map(|row| row.0)
        .collect();
    assert!(fields.contains(&Field::Kind) && fields.contains(&Field::Serial));
    for same in [
        Field::Key,
        Field::Subject("CN".into()),
        Field::Extension(extension("subjectAltName")),
    ] {
        assert!(!fields.contains(&same), "{same:?}");
    }
}
