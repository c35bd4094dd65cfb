//! A table, and what its rows are to become.

#[path = "common/kept_authority.rs"]
mod kept_authority;
#[path = "common/support.rs"]
mod support;

use std::{fs, process::Command};

use certwright::{
    DnsFault, Error, NameFault, TableFault,
    authority::{BadRow, Bundle, Register, TableDefaults, TableRow, Template},
    pki::{Algorithm, AltName, ExtensionValue, KeyUsage, PrivateKey, Validity},
};
use kept_authority::{of_years, register};
use support::{now, openssl, rng};

type Read = (Vec<TableRow>, Vec<BadRow>);

#[test]
fn a_row_says_what_is_its_own() {
    let table = "Name,names,Email,O,OU,C,ST,L,Days,Key,Password,File\r\n\
                 www.example.com,example.com;192.0.2.7 2001:db8::7 URI:https://example.com/x dns:*.例え.example,a@example.com,\
                 \"Acme, Inc.\",Web,cn,Beijing,Haidian,90,RSA 2048, se\"cret ,web 1\r\n";
    let table = table.replace(" se\"cret ", "\" se\"\"cret \"");
    let (rows, bad) = read(&table);
    assert_eq!(bad, []);
    let [row] = rows.as_slice() else {
        panic!("{rows:?}")
    };
    assert_eq!((row.line, row.stem.as_str()), (2, "web_1"));
    let subject = "/C=CN/ST=Beijing/L=Haidian/O=Acme, Inc./OU=Web/CN=www.example.com";
    assert_eq!(row.issuance().application.subject.to_subj(), subject);
    let names = [
        "www.example.com",
        "example.com",
        "192.0.2.7",
        "2001:db8::7",
        "https://example.com/x",
        "*.xn--r8jz45g.example",
        "a@example.com",
    ];
    assert_eq!(alt_names(row), names);
    assert_eq!(row.algorithm(), Algorithm::Rsa(2048));
    assert_eq!(row.issuance().validity, Validity::days(now(), 90).unwrap());
    assert_eq!(row.password.as_ref().unwrap().as_bytes(), b" se\"cret ");
    assert_eq!(row.issuance().profile, "server");
    assert!(row.issuance().keeps_key);
    // Key usage follows the row's own kind of key, and the issuer's addresses are there.
    let extensions = &row.issuance().application.extensions;
    let has = |wanted: fn(&ExtensionValue) -> bool| extensions.iter().any(|it| wanted(&it.value));
    assert!(has(
        |it| matches!(it, ExtensionValue::KeyUsage(all) if all.contains(KeyUsage::KeyEncipherment))
    ));
    assert!(has(|it| matches!(
        it,
        ExtensionValue::CrlDistributionPoints(_)
    )));
    assert!(!format!("{row:?}").contains("cret"), "a password is shown");
}

#[test]
fn what_a_row_does_not_say_is_the_default() {
    let (rows, bad) = read("cn\nwww.example.com\n\n\nnas\n");
    assert_eq!(bad, []);
    let lines: Vec<u32> = rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 5]);
    assert_eq!(alt_names(&rows[0]), ["www.example.com"]);
    assert_eq!(alt_names(&rows[1]), ["nas"]);
    assert_eq!(rows[0].algorithm(), Algorithm::P256);
    assert_eq!(
        rows[0].issuance().validity,
        Validity::days(now(), 30).unwrap()
    );
    assert!(rows[0].password.is_none());

    // The first name that is short enough becomes the common name.
    let long = format!("{}.{}.example.com", "a".repeat(60), "b".repeat(60));
    let (rows, bad) = read(&format!("san\n{long} b.example.com\n"));
    assert_eq!(bad, []);
    assert_eq!(
        rows[0].issuance().application.subject.to_subj(),
        "/CN=b.example.com"
    );
    let (rows, _) = read(&format!("san\n{long}\n"));
    assert!(rows[0].issuance().application.subject.is_empty());
    let extensions = &rows[0].issuance().application.extensions;
    let critical = extensions
        .iter()
        .find(|it| matches!(it.value, ExtensionValue::SubjectAltName(_)));
    assert!(
        critical.unwrap().critical,
        "beside an empty subject it has to be"
    );
}

#[test]
fn subjects_come_in_both_notations_and_parts_replace_theirs() {
    let table = "subject;o;ou;san\n\
                 /C=CN/O=Acme/CN=a.example.com;;;\n\
                 \"CN=b.example.com,O=Acme,C=CN\";Other;;\n\
                 /C=CN/O=Acme/CN=c.example.com;;Web;\n\
                 /O=Acme;;;d.example.com\n";
    let (rows, bad) = read(table);
    assert_eq!(bad, []);
    let subjects: Vec<String> = rows
        .iter()
        .map(|row| row.issuance().application.subject.to_subj())
        .collect();
    let expected = [
        "/C=CN/O=Acme/CN=a.example.com",
        "/C=CN/O=Other/CN=b.example.com",
        "/C=CN/O=Acme/OU=Web/CN=c.example.com",
        "/O=Acme",
    ];
    assert_eq!(subjects, expected);
}

#[test]
fn the_templates_subject_stays_around_the_rows() {
    let (register, issuer) = register();
    let template = Template {
        subject: certwright::pki::Name::parse("/C=CN/O=Acme/OU=Web").unwrap(),
        ..register.template("server").unwrap()
    };
    let defaults = defaults(issuer, &template);
    let table = b"cn,st,ou\na.example.com,Hebei,\nb.example.com,,Mail\n";
    let (rows, _) = register.read_table(table, &defaults, now()).unwrap();
    let subjects: Vec<String> = rows
        .iter()
        .map(|row| row.issuance().application.subject.to_subj())
        .collect();
    let expected = [
        "/C=CN/ST=Hebei/O=Acme/OU=Web/CN=a.example.com",
        "/C=CN/O=Acme/OU=Mail/CN=b.example.com",
    ];
    assert_eq!(subjects, expected);
}

#[test]
fn other_templates_have_other_names() {
    let of = |name: &str, table: &str| {
        let (register, issuer) = register();
        let template = register.template(name).unwrap();
        let read = register.read_table(table.as_bytes(), &defaults(issuer, &template), now());
        let (rows, bad) = read.unwrap();
        assert_eq!(bad, []);
        alt_names(&rows[0])
    };
    assert_eq!(of("client", "cn\nAlice\n"), [""; 0]);
    assert_eq!(
        of("client", "cn,email\nAlice,a@example.com\n"),
        ["a@example.com"]
    );
    assert_eq!(of("email", "cn\na@example.com\n"), ["a@example.com"]);
    assert_eq!(of("code-signing", "cn\nwww.example.com\n"), [""; 0]);
}

/// As spreadsheets write them, in any country.
#[test]
fn tables_come_in_many_dresses() {
    let rows = |text: &str| {
        let (rows, bad) = read(text);
        assert_eq!(bad, [], "{text:?}");
        rows.iter()
            .map(|row| (row.line, row.stem.clone()))
            .collect::<Vec<_>>()
    };
    let two = |first: u32| {
        vec![
            (first, "a.example.com".to_owned()),
            (first + 1, "b.example.com".to_owned()),
        ]
    };
    for text in [
        "cn,days\na.example.com,5\nb.example.com,6\n",
        "\u{feff}cn,days\r\na.example.com,5\r\nb.example.com,6",
        "cn;days\na.example.com;5\nb.example.com;6\n",
        "cn\tdays\na.example.com\t5\nb.example.com\t6\n",
        "\"cn\",\"days\"\n\"a.example.com\",\"5\"\n\"b.example.com\",\" 6 \"\n",
        "Common Name,VALIDITY,,\na.example.com,5,,\nb.example.com,6,,\n",
        "common_name;valid-days\na.example.com;5\nb.example.com;6\n",
        "通用名,天数\na.example.com,5\nb.example.com,6\n",
        "cn\ra.example.com\rb.example.com\r",
    ] {
        match text.contains('\n') {
            true => assert_eq!(rows(text), two(2), "{text:?}"),
            // Lines that end as they did on old Macintoshes are rows, though not counted.
            false => assert_eq!(rows(text).len(), 2),
        }
    }
    assert_eq!(
        rows("sep=;\r\ncn;days\r\na.example.com;5\r\nb.example.com;6\r\n"),
        two(3)
    );
    assert_eq!(
        rows("\n\ncn\n,,\n\n \na.example.com\nb.example.com\n\n")[0].0,
        7
    );
    // A field with a line break in it.
    assert_eq!(
        rows(
            "san,cn\n\"a.example.com\nc.example.com\",a.example.com\nb.example.com,b.example.com\n"
        )[1]
        .0,
        4
    );
}

#[test]
fn every_bad_row_is_named_and_none_stops_the_others() {
    let table = "cn,names,email,days,key,c,file,subject\n\
                 a.example.com,,,,,,,\n\
                 ,,,,,cn,,\n\
                 b.example.com,bad..name,,,,,,\n\
                 c.example.com,,not an address,,,,,\n\
                 d.example.com,,,ninety,,,,\n\
                 e.example.com,,,40000,,,,\n\
                 f.example.com,,,4000,,,,\n\
                 g.example.com,,,,rsa512,,,\n\
                 h.example.com,,,,,China,,\n\
                 i.example.com,,,,,,A.EXAMPLE.COM,\n\
                 j.example.com,,,,,,,CN\n\
                 k.example.com,,\n\
                 l.example.com,,,,,,,,m\n\
                 Web server,,a@example.com,,,,,\n\
                 www.example.com:8443,,,,,,,\n\
                 Web server,a@example.com,,,,,,\n\
                 z.example.com,,,,,,,\n";
    let (rows, bad) = read(table);
    let stems: Vec<&str> = rows.iter().map(|row| row.stem.as_str()).collect();
    assert_eq!(stems, ["a.example.com", "z.example.com"]);
    let lines: Vec<u32> = bad.iter().map(|it| it.line).collect();
    assert_eq!(lines, (3..=17).collect::<Vec<u32>>());
    let columns: Vec<&str> = bad
        .iter()
        .map(|it| it.column.as_deref().unwrap_or("-"))
        .collect();
    let expected = [
        "-", "names", "email", "days", "days", "days", "key", "c", "file", "subject", "-", "-",
        "cn", "cn", "names",
    ];
    assert_eq!(columns, expected);
    let fault = |fault: TableFault| Error::Table(fault);
    assert_eq!(bad[0].error, fault(TableFault::NoName));
    assert!(
        matches!(
            &bad[1].error,
            Error::DnsName {
                fault: DnsFault::EmptyLabel,
                ..
            }
        ),
        "{:?}",
        bad[1]
    );
    assert!(matches!(&bad[2].error, Error::Email { .. }));
    assert_eq!(
        bad[3].error,
        fault(TableFault::Number {
            text: "ninety".into()
        })
    );
    assert!(matches!(
        &bad[4].error,
        Error::ValidityRange { given: 40_000, .. }
    ));
    assert!(matches!(&bad[5].error, Error::OutlivesIssuer { .. }));
    assert_eq!(
        bad[6].error,
        fault(TableFault::Algorithm {
            text: "rsa512".into()
        })
    );
    assert!(matches!(&bad[7].error, Error::Country { .. }));
    assert_eq!(bad[8].error, fault(TableFault::SameFile { line: 2 }));
    assert!(matches!(
        &bad[9].error,
        Error::Name {
            fault: NameFault::NoEquals { .. },
            ..
        }
    ));
    assert_eq!(
        bad[10].error,
        fault(TableFault::Fields {
            found: 3,
            wanted: 8
        })
    );
    assert_eq!(
        bad[11].error,
        fault(TableFault::Fields {
            found: 9,
            wanted: 8
        })
    );
    // A name that is no host's is what is wrong, where there are no other names.
    let of_host = |name: &str, fault| {
        let name = name.to_owned();
        Error::DnsName { name, fault }
    };
    let character = ' ';
    assert_eq!(
        bad[12].error,
        of_host("Web server", DnsFault::Character { character })
    );
    assert_eq!(
        bad[13].error,
        of_host("www.example.com:8443", DnsFault::Port)
    );
    assert_eq!(bad[14].error, Error::NoServerName);
}

#[test]
fn what_spoils_a_whole_table_is_said_at_once() {
    let refused = |table: &[u8]| {
        let (register, issuer) = register();
        let template = register.template("server").unwrap();
        register
            .read_table(table, &defaults(issuer, &template), now())
            .unwrap_err()
    };
    let name = |name: &str| name.to_owned();
    for (table, fault) in [
        (&b""[..], TableFault::NoRows),
        (b"\xef\xbb\xbf\n\n", TableFault::NoRows),
        (b"cn\n", TableFault::NoRows),
        (b"cn\n\n , \n", TableFault::NoRows),
        (b"cn\n\xff\xfe", TableFault::NotUtf8),
        (
            b"cn,days,key\na.example.com,5,\n\"b.example.com,5,\nc.example.com,5,\n",
            TableFault::OpenQuote { line: 3 },
        ),
        // The row begins a line before it, with a break in its first field.
        (
            b"sep=;\r\ncn;san\r\n\"a.\r\nexample.com\";\"b\"\"\r\n",
            TableFault::OpenQuote { line: 4 },
        ),
        (b"\"cn\n", TableFault::OpenQuote { line: 1 }),
        (b"cn\n\"", TableFault::OpenQuote { line: 2 }),
        (
            b"cn,colour\na,b\n",
            TableFault::Heading {
                name: name("colour"),
            },
        ),
        (b"cn,,ou\na,,b\n", TableFault::Heading { name: name("") }),
        (
            b"a.example.com\nb.example.com\n",
            TableFault::Heading {
                name: name("a.example.com"),
            },
        ),
        (
            b"cn,Name\na,b\n",
            TableFault::HeadingTwice { name: name("Name") },
        ),
    ] {
        assert_eq!(
            refused(table),
            Error::Table(fault),
            "{}",
            String::from_utf8_lossy(table)
        );
    }
    let rows = |count: usize| format!("cn\n{}", "a.example.com\n".repeat(count)).into_bytes();
    let limit = 10_000;
    assert_eq!(
        refused(&rows(10_001)),
        Error::Table(TableFault::TooManyRows { limit })
    );
    let bad = |count: usize| format!("cn\n{}", "a b\n".repeat(count)).into_bytes();
    assert_eq!(
        refused(&bad(10_001)),
        Error::Table(TableFault::TooManyRows { limit })
    );
}

/// Ten thousand rows of one name: no two files are the same, and it does not take longer and longer.
#[test]
fn every_row_has_files_of_its_own() {
    let (rows, bad) = read(&format!(
        "cn\n{}",
        "a.example.com\nA.Example.com\n".repeat(5_000)
    ));
    assert_eq!((rows.len(), bad.len()), (10_000, 0));
    let mut stems: Vec<String> = rows.iter().map(|row| row.stem.to_lowercase()).collect();
    assert_eq!(stems[1], "a.example.com-2");
    stems.sort();
    stems.dedup();
    assert_eq!(stems.len(), 10_000);
}

#[test]
fn no_files_name_leads_elsewhere() {
    for (asked, stem) in [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\x", "C__x"),
        ("..", "certificate"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("-rf", "rf"),
        ("a\u{202e}b", "a_b"),
        ("服务器", "服务器"),
    ] {
        let (rows, _) = read(&format!("cn,file\na.example.com,{asked}\n"));
        assert_eq!(rows[0].stem, stem);
    }
    let (rows, _) = read("cn\n*.example.com\n");
    assert_eq!(rows[0].stem, "_wildcard.example.com");
    let (rows, _) = read(&format!("cn,file\na.example.com,{}\n", "长".repeat(500)));
    assert!(rows[0].stem.len() < 200);
}

#[test]
fn a_row_does_not_outlive_its_issuer() {
    let (register, issuer) = of_years(1);
    let template = register.template("server").unwrap();
    let defaults = TableDefaults {
        days: 1_000,
        ..defaults(issuer, &template)
    };
    let (rows, bad) = register
        .read_table(b"cn,days\na.example,\nb.example,1000\n", &defaults, now())
        .unwrap();
    let limit = register.authorities()[&issuer]
        .certificate
        .validity()
        .not_after;
    // The default is a wish; what a row says is not bent.
    assert_eq!(rows[0].issuance().validity.not_after, limit);
    assert!(matches!(bad[0].error, Error::OutlivesIssuer { .. }));
}

#[test]
fn nothing_makes_it_stumble() {
    let table = "cn,names,email,days,key,password,file\r\n\"a.example.com\",\"b.example.com;192.0.2.1\",a@example.com,5,p384,x,y\r\n";
    for place in 0..table.len() {
        for octet in [0, b'"', b'\n', b',', b';', b'\t', 0xff, b'='] {
            let mut octets = table.as_bytes().to_vec();
            octets[place] = octet;
            let (register, issuer) = register();
            let template = register.template("server").unwrap();
            let _ = register.read_table(&octets, &defaults(issuer, &template), now());
        }
        let _ = table.get(..place).map(read_any);
    }
}

#[test]
fn a_bundle_unpacks_to_files_that_belong_together() {
    let (register, issuer) = register();
    let (rows, _) = read("cn,file\na.example.com,\nb.example.com,服务器\n");
    let ca = &register.authorities()[&issuer];
    let chain = ca.certificate.pem().unwrap();
    let mut bundle = Bundle::new(2, now());
    let key = PrivateKey::generate(Algorithm::P256, &mut rng(1))
        .unwrap()
        .to_pem()
        .unwrap();
    bundle
        .add(&rows[0], &ca.certificate, &key, &chain, Some(b"p12"))
        .unwrap();
    bundle
        .add(&rows[1], &ca.certificate, "", &chain, None)
        .unwrap();
    let zip = bundle.finish("line,error\r\n").unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bundle.zip"), &*zip).unwrap();
    let script = "import zipfile, sys\nz = zipfile.ZipFile('bundle.zip')\nassert z.testzip() is None\n\
                  for i in z.infolist(): print(i.filename, oct(i.external_attr >> 16 & 0o777))\nz.extractall()";
    let python = Command::new("python3")
        .args(["-X", "utf8", "-c", script])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&python.stdout).into_owned();
    assert!(
        python.status.success(),
        "{}",
        String::from_utf8_lossy(&python.stderr)
    );
    let expected = "chain.pem 0o644\na.example.com.crt 0o644\na.example.com.key 0o600\na.example.com.p12 0o600\n\
                    服务器.crt 0o644\nreport.csv 0o644\n";
    assert_eq!(text, expected);
    openssl(folder.path(), "pkey -in a.example.com.key -noout").expect("the key");
    openssl(folder.path(), "verify -CAfile chain.pem a.example.com.crt").expect("the chain");
    assert_eq!(
        fs::read_to_string(folder.path().join("report.csv")).unwrap(),
        "line,error\r\n"
    );
}

/// Memory grows with the archive and nothing else; here: its own octets, in one piece.
#[test]
fn a_bundle_of_thousands_is_one_sound_archive() {
    let (register, issuer) = register();
    let certificate = &register.authorities()[&issuer].certificate;
    let (rows, _) = read(&format!("cn\n{}", "a.example.com\n".repeat(3_000)));
    let mut bundle = Bundle::new(2, now());
    for row in &rows {
        bundle.add(row, certificate, "key", "chain", None).unwrap();
    }
    let zip = bundle.finish("").unwrap();
    assert!(zip.capacity() <= zip.len() * 2);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bundle.zip"), &*zip).unwrap();
    let script = "import zipfile\nz = zipfile.ZipFile('bundle.zip')\nassert z.testzip() is None\nassert len(set(z.namelist())) == 6002";
    let python = Command::new("python3")
        .args(["-c", script])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(
        python.status.success(),
        "{}",
        String::from_utf8_lossy(&python.stderr)
    );
}

fn defaults(issuer: u32, template: &Template) -> TableDefaults<'_> {
    TableDefaults {
        issuer,
        template,
        algorithm: Algorithm::P256,
        days: 30,
        keeps_keys: true,
    }
}

fn read(table: &str) -> Read {
    read_any(table).unwrap()
}

fn read_any(table: &str) -> Result<Read, Error> {
    let (register, issuer): (Register, u32) = register();
    let template = register.template("server").unwrap();
    register.read_table(table.as_bytes(), &defaults(issuer, &template), now())
}

fn alt_names(row: &TableRow) -> Vec<String> {
    let extensions = row.issuance().application.extensions;
    let extensions = extensions.iter();
    let mut names = extensions.filter_map(|it| match &it.value {
        ExtensionValue::SubjectAltName(names) => Some(names),
        _ => None,
    });
    let text = |name: &AltName| match name {
        AltName::Dns(name) => name.as_str().to_owned(),
        name => name.to_string(),
    };
    names.next().into_iter().flatten().map(text).collect()
}
