//! An authority made by `openssl ca` comes in, and goes out again so that `openssl ca` goes on.

#[path = "common/ca_directory.rs"]
mod ca_directory;
#[path = "common/support.rs"]
mod support;

use std::{fs, io::Write as _, path::Path};

use ca_directory::{Files, files_of, unpack, zip_of};
use certwright::{
    DirectoryFault, Error, IssuingFault,
    authority::{Ca, Imported, Register, Serials, State},
    pki::{Serial, Time, chain::Reason},
};
use support::{now, openssl, password, rng};
use tempfile::TempDir;
use zeroize::Zeroizing;

/// A root by `openssl ca`, with its key under the tests' password: five certificates, of which one is over, one
/// revoked with a reason, one with the time of the loss, one held; and a list.
fn made_by_openssl() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    for name in ["newcerts", "private", "crl"] {
        fs::create_dir(path.join(name)).unwrap();
    }
    let write = |name: &str, text: &str| fs::write(path.join(name), text).unwrap();
    write("openssl.cnf", CONFIG);
    write("index.txt", "");
    write("index.txt.attr", "unique_subject = no\n");
    write("serial", "1000\n");
    write("crlnumber", "0A\n");
    write("pass", support::PASSWORD);
    let run = |command: &str| openssl(path, command).expect(command);
    run(
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -pass file:pass -out private/cakey.pem",
    );
    run(
        "req -x509 -new -config openssl.cnf -key private/cakey.pem -passin file:pass -days 3650 -out cacert.pem",
    );
    for name in ["a", "b", "c", "d", "e"] {
        issue(path, name, "-passin file:pass");
    }
    run(
        "ca -config openssl.cnf -passin file:pass -revoke newcerts/1001.pem -crl_reason superseded",
    );
    run(
        "ca -config openssl.cnf -passin file:pass -revoke newcerts/1002.pem -crl_hold holdInstructionReject",
    );
    run(
        "ca -config openssl.cnf -passin file:pass -revoke newcerts/1003.pem -crl_compromise 20260102030405Z",
    );
    run("ca -config openssl.cnf -passin file:pass -gencrl -out crl.pem");
    // What a certificate that is over looks like in an index.
    let index = fs::read_to_string(path.join("index.txt")).unwrap();
    let over = "E\t200102030405Z\t\t0FFF\tunknown\t/C=CN/O=G\\xC3\\xA4nse\\x00/CN=over / gone\n";
    write("index.txt", &format!("{over}{index}"));
    folder
}

fn issue(path: &Path, name: &str, more: &str) {
    let run = |command: &str| openssl(path, command).expect(command);
    run(&format!(
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config openssl.cnf -subj /C=CN/O=Gänse&Söhne/CN={name} -utf8 \
         -addext subjectAltName=DNS:{name}.example.com -keyout {name}.key -out {name}.csr"
    ));
    run(&format!(
        "ca -config openssl.cnf -batch {more} -in {name}.csr -out {name}.crt"
    ));
}

#[test]
fn openssl_goes_on_where_it_stopped() {
    let folder = made_by_openssl();
    let before = fs::read_to_string(folder.path().join("index.txt")).unwrap();
    let (register, imported) = take_in(&zip_of(folder.path()));
    let ca = only(&register, &imported);
    assert_eq!(imported.left_out, [], "something was left out");
    assert_eq!(
        (imported.entries, ca.label.as_str()),
        (6, "Root by OpenSSL")
    );
    assert_eq!(
        ca.serials,
        Serials::Counted {
            next: serial("1005")
        }
    );
    assert_eq!(ca.lists.next_number, serial("0B"));
    assert_eq!(ca.lists.full.as_ref().unwrap().revoked(), 3);
    assert!(!ca.lists.is_due);
    assert_eq!((ca.days, ca.lists.days), (90, 7));
    assert!(ca.key.is_some());
    let entries: Vec<_> = register.entries().values().collect();
    assert!(entries.iter().skip(1).all(|it| it.der.is_some()));
    assert_eq!(entries[0].der, None);
    assert_eq!(entries[1].names, ["a.example.com"]);
    assert_eq!(entries[1].subject, "C=CN, O=Gänse&Söhne, CN=a");
    let reasons: Vec<_> = entries
        .iter()
        .map(|it| it.state.revoked().map(|it| it.reason))
        .collect();
    let expected = [
        None,
        None,
        Some(Reason::Superseded),
        Some(Reason::CertificateHold),
        Some(Reason::KeyCompromise),
        None,
    ];
    assert_eq!(reasons, expected);
    let lost = entries[4].state.revoked().unwrap().invalid_since.unwrap();
    assert_eq!(lost.to_string(), "2026-01-02 03:04:05 UTC");

    // Out again, line by line the same.
    let out = directory(&register, imported.authorities[0]);
    let path = out.path();
    let after = fs::read_to_string(path.join("index.txt")).unwrap();
    let held = before.replace("holdInstruction,holdInstructionReject", "certificateHold");
    assert_eq!(after, held);
    assert_eq!(fs::read_to_string(path.join("serial")).unwrap(), "1005\n");
    assert_eq!(fs::read_to_string(path.join("crlnumber")).unwrap(), "0B\n");
    let wrong = openssl(path, "pkey -in private/cakey.pem -passin pass:wrong -noout");
    assert!(!wrong.ok, "the key is not encrypted");

    // And on.
    fs::write(path.join("pass"), support::PASSWORD).unwrap();
    let run = |command: &str| openssl(path, command).expect(command);
    run(
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=f -addext subjectAltName=DNS:f.example.com -keyout f.key -out f.csr",
    );
    run(
        "ca -config openssl.cnf -batch -passin file:pass -extensions server_certificate -in f.csr -out f.crt",
    );
    run(
        "verify -x509_strict -CAfile cacert.pem -purpose sslserver -verify_hostname f.example.com f.crt",
    );
    assert!(run("x509 -in f.crt -noout -serial").contains("serial=1005"));
    run(
        "ca -config openssl.cnf -passin file:pass -revoke newcerts/1000.pem -crl_reason keyCompromise",
    );
    run("ca -config openssl.cnf -passin file:pass -gencrl -out crl.pem");
    let list = run("crl -in crl.pem -noout -text -CAfile cacert.pem");
    for expected in [
        "X509v3 CRL Number: \n                11",
        "1000",
        "1001",
        "1002",
        "1003",
        "Certificate Hold",
        "Superseded",
    ] {
        assert!(list.contains(expected), "no {expected} in\n{list}");
    }
    assert_eq!(list.matches("Serial Number").count(), 4);
    assert_eq!(
        fs::read_to_string(path.join("serial")).unwrap().trim(),
        "1006"
    );
    let index = fs::read_to_string(path.join("index.txt")).unwrap();
    assert_eq!(index.lines().count(), 7);

    // Back once more, with what happened there.
    let (register, imported) = take_in(&zip_of(path));
    assert_eq!(imported.left_out, []);
    let ca = only(&register, &imported);
    assert_eq!(
        ca.serials,
        Serials::Counted {
            next: serial("1006")
        }
    );
    assert_eq!(ca.lists.next_number, serial("0C"));
    let revoked = register
        .entries()
        .values()
        .filter(|it| it.state != State::Good);
    assert_eq!(revoked.count(), 4);
}

#[test]
fn random_numbers_stay_random() {
    let folder = made_by_openssl();
    let path = folder.path();
    let config = fs::read_to_string(path.join("openssl.cnf")).unwrap();
    let config = config.replace("serial = $dir/serial", "rand_serial = yes");
    fs::write(path.join("openssl.cnf"), config).unwrap();
    fs::remove_file(path.join("serial")).unwrap();
    for name in ["x", "y"] {
        issue(path, name, "-passin file:pass");
    }
    let (register, imported) = take_in(&zip_of(path));
    assert_eq!(only(&register, &imported).serials, Serials::Random);
    let out = directory(&register, imported.authorities[0]);
    let path = out.path();
    assert!(
        fs::read_to_string(path.join("openssl.cnf"))
            .unwrap()
            .contains("\nrand_serial = yes\n")
    );
    fs::write(path.join("pass"), support::PASSWORD).unwrap();
    let run = |command: &str| openssl(path, command).expect(command);
    run(
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=f -keyout f.key -out f.csr",
    );
    run("ca -config openssl.cnf -batch -passin file:pass -in f.csr -out f.crt");
    let given = fs::read_to_string(path.join("serial")).unwrap();
    let used = run("x509 -in f.crt -noout -serial");
    assert!(!used.contains(given.trim()) && used.len() > 30, "{used}");
}

#[test]
fn the_same_comes_in_by_files_and_from_a_folder_further_down() {
    let folder = made_by_openssl();
    let all = files_of(folder.path());
    let (by_files, imported) = take_in(&all);
    assert_eq!(imported.left_out, []);
    let dressed = |prefix: &str, mark: &str| -> Files {
        let dress = |(name, octets): &(String, Zeroizing<Vec<u8>>)| {
            let name = format!("{prefix}{name}").replace('/', mark);
            (name, octets.clone())
        };
        all.iter().map(dress).collect()
    };
    for (prefix, mark) in [("demoCA/", "/"), ("./x/demoCA/", "/"), ("C:/x/", "\\")] {
        let mut files = dressed(prefix, mark);
        files.push((
            "__MACOSX/demoCA/._index.txt".into(),
            Zeroizing::new(b"x".to_vec()),
        ));
        files.push(("demoCA/.DS_Store".into(), Zeroizing::new(b"x".to_vec())));
        let (register, imported) = take_in(&files);
        assert_eq!(imported.left_out, [], "{prefix}");
        assert_eq!(register, by_files, "{prefix}");
    }
}

#[test]
fn several_authorities_in_one_tree_find_each_other() {
    let folder = made_by_openssl();
    let root = folder.path();
    let below = root.join("intermediate");
    fs::create_dir_all(below.join("newcerts")).unwrap();
    fs::create_dir_all(below.join("private")).unwrap();
    fs::write(below.join("index.txt"), "").unwrap();
    fs::write(below.join("serial"), "01\n").unwrap();
    let run = |command: &str| openssl(root, command).expect(command);
    run(
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config openssl.cnf -subj /CN=Below -keyout intermediate/private/ca.key.pem -out below.csr",
    );
    run(
        "ca -config openssl.cnf -batch -passin file:pass -extensions below -in below.csr -out intermediate/cacert.pem",
    );
    let (register, imported) = take_in(&zip_of(root));
    assert_eq!(imported.left_out, []);
    let [top, below] = imported.authorities[..] else {
        panic!("{imported:?}")
    };
    let authorities = register.authorities();
    assert_eq!(authorities[&top].parent, None);
    assert_eq!(authorities[&below].parent, Some(top));
    assert!(authorities[&below].key.is_some());
    let entry = authorities[&below].entry.unwrap();
    assert_eq!(register.entries()[&entry].authority, Some(below));
    // Again: both are here already.
    let again = register.import_directory(&zip_of(root), Some(&password()), now());
    assert!(matches!(
        again,
        Err(Error::Issuing(IssuingFault::Known { .. }))
    ));
}

#[test]
fn passwords_are_asked_for_and_judged() {
    let folder = made_by_openssl();
    let files = zip_of(folder.path());
    let none = Register::default().import_directory(&files, None, now());
    assert!(matches!(none, Err(Error::PasswordNeeded { .. })));
    let wrong = certwright::pki::Password::new("wrong".into()).unwrap();
    let wrong = Register::default().import_directory(&files, Some(&wrong), now());
    assert!(matches!(wrong, Err(Error::WrongPassword { .. })));
    // Without a key there is nothing to ask for.
    fs::remove_file(folder.path().join("private/cakey.pem")).unwrap();
    let (change, imported) = Register::default()
        .import_directory(&zip_of(folder.path()), None, now())
        .unwrap();
    let mut register = Register::default();
    register.apply(change);
    assert!(only(&register, &imported).key.is_none());
    let out = register
        .directory(imported.authorities[0], None, now(), &mut rng(3))
        .unwrap();
    let out = unpack(&out);
    assert!(!out.path().join("private/cakey.pem").exists());
}

#[test]
fn what_does_not_fit_is_left_out_and_nothing_else() {
    let folder = made_by_openssl();
    let path = folder.path();
    fs::remove_file(path.join("newcerts/1004.pem")).unwrap();
    for name in ["e.crt", "crlnumber"] {
        fs::remove_file(path.join(name)).unwrap();
    }
    let mut index = fs::OpenOptions::new()
        .append(true)
        .open(path.join("index.txt"))
        .unwrap();
    index.write_all(b"\n# a remark\nV\t991301000000Z\t\t2000\tunknown\t/CN=x\nV\t270101000000Z\t\t1000\tunknown\t/CN=twice\nV\r\n").unwrap();
    index
        .write_all(b"V\t270101000000Z\t\t3000\tunknown\t/CN=above\r\n")
        .unwrap();
    let run = |command: &str| openssl(path, command).expect(command);
    run(
        "req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config openssl.cnf -subj /CN=Stranger -keyout s.key -out stranger.pem",
    );
    fs::write(
        path.join("broken.pem"),
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
    )
    .unwrap();
    fs::write(path.join("crlnumber"), "soon\n").unwrap();
    let (register, imported) = take_in(&zip_of(path));
    let left_out = |name: &str| -> Vec<&Error> {
        let found = imported.left_out.iter().filter(|(file, _)| file == name);
        found.map(|(_, error)| error).collect()
    };
    let line = |line, field: &str| {
        Error::Directory(DirectoryFault::IndexLine {
            line,
            field: field.into(),
        })
    };
    assert_eq!(
        left_out("index.txt"),
        [
            &line(9, "exp_date"),
            &line(10, "serial"),
            &line(11, "fields")
        ]
    );
    assert_eq!(
        left_out("stranger.pem"),
        [&Error::Directory(DirectoryFault::OtherIssuer)]
    );
    assert_eq!(left_out("broken.pem").len(), 1);
    assert_eq!(left_out("crlnumber").len(), 1);
    assert_eq!(imported.left_out.len(), 6, "{:?}", imported.left_out);
    assert_eq!(imported.entries, 7);
    let without: Vec<String> = register
        .entries()
        .values()
        .filter(|it| it.der.is_none())
        .map(|it| it.serial.to_hex())
        .collect();
    assert_eq!(without, ["0FFF", "1004", "3000"]);
    let ca = only(&register, &imported);
    // Above all that were given, whatever the file says; and above the list's own number.
    assert_eq!(
        ca.serials,
        Serials::Counted {
            next: serial("3001")
        }
    );
    assert_eq!(ca.lists.next_number, serial("0B"));

    // A certificate that no line has.
    let index = fs::read_to_string(path.join("index.txt")).unwrap();
    let without: Vec<&str> = index
        .lines()
        .filter(|line| !line.contains("\t1003\t"))
        .collect();
    fs::write(path.join("index.txt"), without.join("\n")).unwrap();
    let (_, imported) = take_in(&zip_of(path));
    let not_in = imported
        .left_out
        .iter()
        .filter(|(_, error)| *error == Error::Directory(DirectoryFault::NotInIndex));
    assert_eq!(not_in.count(), 1, "{:?}", imported.left_out);
}

#[test]
fn what_is_no_directory_is_refused() {
    let refused = |files: &Files| {
        Register::default()
            .import_directory(files, None, now())
            .unwrap_err()
    };
    let file = |name: &str, octets: &[u8]| (name.to_owned(), Zeroizing::new(octets.to_vec()));
    assert_eq!(refused(&vec![]), DirectoryFault::NoIndex.into());
    assert_eq!(
        refused(&vec![file("serial", b"01")]),
        DirectoryFault::NoIndex.into()
    );
    assert_eq!(
        refused(&vec![file("index.txt", b"")]),
        DirectoryFault::NoCertificate.into()
    );
    let not_zip = refused(&vec![file("x.zip", b"hello")]);
    assert!(matches!(
        not_zip,
        Error::Directory(DirectoryFault::NotZip { .. })
    ));
    let climbing = vec![file("../index.txt", b""), file("a/../../index.txt", b"")];
    assert_eq!(refused(&climbing), DirectoryFault::NoIndex.into());
}

#[test]
fn archives_that_mean_harm_do_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let python = |script: &str| {
        let run = std::process::Command::new("python3")
            .args(["-c", script])
            .current_dir(path)
            .output()
            .unwrap();
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        let octets = fs::read(path.join("x.zip")).unwrap();
        vec![("x.zip".to_owned(), Zeroizing::new(octets))]
    };
    let refused = |files: &Files| {
        Register::default()
            .import_directory(files, None, now())
            .unwrap_err()
    };
    let bomb = python(
        "import zipfile\nz = zipfile.ZipFile('x.zip', 'w', 8)\nz.writestr('index.txt', '')\nfor i in range(5): z.writestr('%d.pem' % i, bytes(70 << 20))\nz.close()",
    );
    assert!(bomb[0].1.len() < 1 << 20);
    assert_eq!(refused(&bomb), DirectoryFault::TooLarge.into());
    // One that says of itself that it is small.
    let octets = bomb[0].1.clone();
    let small: Vec<u8> = octets.iter().copied().collect();
    let size = (70u32 << 20).to_le_bytes();
    let mut lying = small.clone();
    while let Some(place) = lying.windows(4).position(|it| it == size) {
        lying[place..place + 4].copy_from_slice(&7u32.to_le_bytes());
    }
    let lying = vec![("x.zip".to_owned(), Zeroizing::new(lying))];
    assert!(matches!(refused(&lying), Error::Directory(_)));
    let many = python(
        "import zipfile\nz = zipfile.ZipFile('x.zip', 'w')\nfor i in range(100001): z.writestr('%d' % i, '')\nz.close()",
    );
    assert_eq!(refused(&many), DirectoryFault::TooLarge.into());

    let encrypted = python(ENCRYPTED);
    assert_eq!(refused(&encrypted), DirectoryFault::EncryptedZip.into());
}

/// Whatever octet is broken, and wherever it stops.
#[test]
fn nothing_makes_it_stumble() {
    let folder = made_by_openssl();
    let files = files_of(folder.path());
    let read = |files: &Files| {
        // Without the key, as guessing passwords takes its time.
        let files: Files = files
            .iter()
            .filter(|(name, _)| !name.contains("key"))
            .cloned()
            .collect();
        Register::default().import_directory(&files, None, now())
    };
    let (_, whole) = read(&files).unwrap();
    let index = files
        .iter()
        .position(|(name, _)| name == "index.txt")
        .unwrap();
    let length = files[index].1.len();
    for place in (0..length).step_by(5) {
        for octet in [0, b'\t', b'\n', b'9', b'\\', 0xff] {
            let mut files = files.clone();
            files[index].1[place] = octet;
            let (_, imported) = read(&files).unwrap();
            let lost = whole.entries - imported.entries.min(whole.entries);
            assert!(lost <= 2, "one octet, and {lost} lines are gone");
        }
    }
    let zip = zip_of(folder.path());
    let octets = &zip[0].1;
    for end in (0..octets.len()).step_by(octets.len() / 200) {
        let cut = vec![("x.zip".to_owned(), Zeroizing::new(octets[..end].to_vec()))];
        let fault = Register::default().import_directory(&cut, None, now());
        assert!(fault.is_err());
    }
}

fn take_in(files: &Files) -> (Register, Imported) {
    let mut register = Register::default();
    let taken = register.import_directory(files, Some(&password()), now());
    let (change, imported) = taken.unwrap();
    register.apply(change);
    (register, imported)
}

fn only<'a>(register: &'a Register, imported: &Imported) -> &'a Ca {
    let [id] = imported.authorities[..] else {
        panic!("{imported:?}")
    };
    &register.authorities()[&id]
}

fn directory(register: &Register, id: u32) -> TempDir {
    let now = Time::from_unix(now().unix());
    let zip = register
        .directory(id, Some(&password()), now, &mut rng(4))
        .unwrap();
    unpack(&zip)
}

fn serial(hex: &str) -> Serial {
    Serial::from_hex(hex).unwrap()
}

const CONFIG: &str = "\
[ca]
default_ca = CA_default
[CA_default]
dir = .
database = $dir/index.txt
new_certs_dir = $dir/newcerts
certificate = $dir/cacert.pem
private_key = $dir/private/cakey.pem
serial = $dir/serial
crlnumber = $dir/crlnumber
default_days = 90
default_crl_days = 7
default_md = sha256
policy = any
copy_extensions = copy
x509_extensions = leaf
unique_subject = no
[any]
countryName = optional
organizationName = optional
commonName = supplied
[leaf]
basicConstraints = critical,CA:FALSE
[below]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[req]
distinguished_name = name
x509_extensions = root
prompt = no
utf8 = yes
string_mask = utf8only
[name]
CN = Root by OpenSSL
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
";

/// Python writes none, so the flag is set by hand in both of a file's headers.
const ENCRYPTED: &str = "
import zipfile
z = zipfile.ZipFile('x.zip', 'w')
z.writestr('index.txt', '0123456789ab')
z.close()
b = bytearray(open('x.zip', 'rb').read())
b[b.index(b'PK\\x03\\x04') + 6] |= 1
b[b.index(b'PK\\x01\\x02') + 8] |= 1
open('x.zip', 'wb').write(b)
";
