//! The whole set from one form: what is in the archive, and whether its README tells the truth.

#[path = "common/support.rs"]
mod support;

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    io::{Cursor, Read},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use certwright::{
    Error,
    authority::{KeyPair, Language, Plan, Role, Set},
    pki::{Algorithm, AltName, Time},
};
use support::*;
use zip::ZipArchive;

const FILES: [&str; 11] = [
    "cacert.pem",
    "cakey.pem",
    "ca.csr",
    "ca.srl",
    "servercert.pem",
    "server.csr",
    "key.pem",
    "clientcert.pem",
    "clientkey.pem",
    "client.csr",
    "fullchain.pem",
];
const PRIVATE: [&str; 3] = ["cakey.pem", "key.pem", "clientkey.pem"];

#[test]
fn the_files_are_the_tutorials() {
    let set = set(&plan(Algorithm::P256), None, now(), 20);
    let files = set.files().unwrap();
    assert_eq!(
        files.iter().map(|file| file.name).collect::<Vec<_>>(),
        FILES
    );
    for file in &files {
        let text = core::str::from_utf8(&file.contents).unwrap();
        assert_eq!(file.private, PRIVATE.contains(&file.name), "{}", file.name);
        assert_eq!(file.private, text.contains("PRIVATE KEY"), "{}", file.name);
        assert!(
            text.ends_with('\n') && !text.contains('\r'),
            "{}",
            file.name
        );
        assert!(text.lines().all(|line| line.len() <= 64), "{}", file.name);
        assert_eq!(set.file(file.name).unwrap().as_ref(), Some(file));
    }
    assert_eq!(set.file("no such file").unwrap(), None);

    let text =
        |name| String::from_utf8(set.file(name).unwrap().unwrap().contents.to_vec()).unwrap();
    assert_eq!(
        text("fullchain.pem"),
        text("servercert.pem") + &text("cacert.pem")
    );
    assert_eq!(
        text("ca.srl"),
        format!("{}\n", set.certificate(Role::Client).serial())
    );
}

#[test]
fn the_archive_holds_every_file_and_hides_the_keys() {
    let set = set(&plan(Algorithm::P256), Some(&password()), now(), 21);
    let zip = set.zip(Language::En, now()).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(zip.to_vec())).unwrap();
    let names = archive.file_names().map(|name| name.unwrap().into_owned());
    let names: Vec<String> = names.collect();
    assert_eq!(names[0], "README.txt");
    assert_eq!(names[1..], FILES);
    for name in names {
        let mut entry = archive.by_name(&name).unwrap();
        let mode = if PRIVATE.contains(&name.as_str()) {
            0o600
        } else {
            0o644
        };
        assert_eq!(entry.unix_mode().unwrap() & 0o777, mode, "{name}");
        let date = entry.last_modified().unwrap();
        assert_eq!((date.year(), date.month(), date.day()), (2026, 11, 19));
        assert_eq!((date.hour(), date.minute(), date.second()), (14, 26, 40));
        let mut contents = Vec::new();
        entry.read_to_end(&mut contents).unwrap();
        if let Some(file) = set.file(&name).unwrap() {
            assert_eq!(contents, *file.contents, "{name}");
        }
        let unprotected = b"-----BEGIN PRIVATE KEY";
        assert!(
            !contents
                .windows(unprotected.len())
                .any(|window| window == unprotected),
            "{name}"
        );
    }
}

#[cfg(unix)]
#[test]
fn unzip_restores_the_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let folder = unpack(
        &set(&plan(Algorithm::P256), None, now(), 22),
        Language::ZhHans,
    );
    for name in FILES {
        let mode = fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode();
        let expected = if PRIVATE.contains(&name) {
            0o600
        } else {
            0o644
        };
        assert_eq!(mode & 0o777, expected, "{name}");
    }
    let readme = fs::read_to_string(folder.path().join("README.txt")).unwrap();
    assert!(readme.starts_with("您的证书\n"), "Chinese comes first");
    assert!(
        readme.contains("openssl verify -x509_strict"),
        "the commands are there as well"
    );
    assert!(
        readme.contains("私钥没有加密") && !readme.contains(['{', '}']),
        "{readme}"
    );
}

#[test]
fn the_readme_tells_the_truth() {
    for (first, option, seed) in [
        ("www.example.com", "-verify_hostname www.example.com", 23),
        (
            "*.例え.example",
            "-verify_hostname www.xn--r8jz45g.example",
            24,
        ),
        ("127.0.0.1", "-verify_ip 127.0.0.1", 25),
        ("::1", "-verify_ip ::1", 26),
    ] {
        let plan = plan_for(first);
        let folder = unpack(&set(&plan, None, today(), seed), Language::En);
        let readme = fs::read_to_string(folder.path().join("README.txt")).unwrap();
        assert!(readme.contains(option), "{first}: {readme}");
        assert!(
            readme.contains("The private keys are NOT encrypted") && !readme.contains(['{', '}'])
        );
        for name in FILES {
            assert!(readme.contains(name), "{name} is not explained");
        }
        let commands = commands(&readme);
        check_fingerprint(folder.path(), &readme);
        check_commands(folder.path(), &commands);
        check_mutual_tls(folder.path(), &commands);
    }
}

#[test]
fn the_readme_of_encrypted_keys_says_so() {
    let set = set(&plan_for("localhost"), Some(&password()), today(), 27);
    let folder = unpack(&set, Language::En);
    let readme = fs::read_to_string(folder.path().join("README.txt")).unwrap();
    assert!(
        readme.contains("The private keys are encrypted: OpenSSL asks"),
        "{readme}"
    );
}

fn plan_for(first: &str) -> Plan {
    let names = [first, "also.example.com"].map(|name| AltName::server(name).unwrap());
    Plan {
        server_names: names.to_vec(),
        ..plan(Algorithm::P256)
    }
}

/// The commands use the machine's clock, so their certificates are of today.
fn today() -> Time {
    Time::from_unix(
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap()
            .as_secs(),
    )
}

fn unpack(set: &Set, language: Language) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let zip = set.zip(language, now()).unwrap();
    fs::write(folder.path().join("set.zip"), &*zip).unwrap();
    let unzip = Command::new("unzip")
        .arg("-q")
        .arg("set.zip")
        .current_dir(folder.path())
        .status();
    assert!(
        unzip
            .expect("this test needs the `unzip` program on the PATH")
            .success()
    );
    folder
}

fn commands(readme: &str) -> Vec<String> {
    let commands = readme
        .lines()
        .filter(|line| line.starts_with("    openssl "));
    commands.map(|line| line.trim().to_owned()).collect()
}

fn shell(folder: &Path, command: &str) -> Outcome {
    let run = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .output()
        .unwrap();
    let text = [run.stdout, run.stderr].map(|octets| String::from_utf8_lossy(&octets).into_owned());
    Outcome {
        ok: run.status.success(),
        text: text.concat(),
    }
}

fn check_fingerprint(folder: &Path, readme: &str) {
    let shown =
        openssl(folder, "x509 -in cacert.pem -noout -fingerprint -sha256").expect("fingerprint");
    let digits = shown.trim().split_once('=').unwrap().1;
    let readme: String = readme.split_whitespace().collect();
    assert!(readme.contains(digits), "{digits} is not in the README");
}

fn check_commands(folder: &Path, commands: &[String]) {
    let of = |kind: &str| -> Vec<&String> {
        commands
            .iter()
            .filter(|command| command.contains(kind))
            .collect()
    };
    let verify = of("openssl verify");
    assert_eq!(verify.len(), 2);
    for command in verify {
        assert!(
            shell(folder, command).expect(command).contains(": OK\n"),
            "{command}"
        );
    }
    let keys = [of("-noout -pubkey"), of("-pubout")];
    assert_eq!(keys.each_ref().map(Vec::len), [3, 3]);
    let outputs = keys.map(|group| {
        group
            .iter()
            .map(|c| shell(folder, c).expect(c))
            .collect::<Vec<_>>()
    });
    assert_eq!(outputs[0], outputs[1]);
    for command in of("-noout -text").into_iter().chain(of("-CAserial ca.srl")) {
        shell(folder, command).expect(command);
    }
    let renewed = "verify -CAfile cacert.pem -purpose sslserver servercert-new.pem";
    openssl(folder, renewed).expect("what the README's last command made");
    let tried = of("s_server").len() + of("s_client").len();
    assert_eq!(
        (tried, commands.len()),
        (2, 12),
        "every command of the README is tried here"
    );
}

fn check_mutual_tls(folder: &Path, commands: &[String]) {
    let find = |kind: &str| {
        commands
            .iter()
            .find(|command| command.contains(kind))
            .unwrap()
    };
    let port = free_port();
    let with_port = |command: &str| command.replace("8443", &port.to_string());
    let mut server = Server::start(folder, &with_port(find("s_server")), port);

    let client = with_port(find("s_client"));
    let talk = |client: &str| shell(folder, &format!("(echo hello; sleep 1) | {client}"));
    let text = talk(&client).expect("the client");
    assert!(text.contains("Verification: OK"), "{text}");

    let stranger = client.replace(" -cert clientcert.pem -key clientkey.pem", "");
    assert_ne!(stranger, client);
    let text = talk(&stranger).text;
    assert!(
        text.contains("certificate required") || text.contains("handshake failure"),
        "{text}"
    );

    let impostor = client
        .replace("clientcert.pem", "servercert.pem")
        .replace("clientkey.pem", "key.pem");
    let text = talk(&impostor).text;
    assert!(
        text.contains("alert"),
        "a server's certificate passed as a client's: {text}"
    );

    let text = talk(&looking_for_another(&client)).expect_failure();
    assert!(
        text.contains("mismatch"),
        "the client took the server for another: {text}"
    );
    let heard = server.stop();
    assert!(heard.contains("hello"), "the server heard: {heard}");
}

fn looking_for_another(client: &str) -> String {
    let words: Vec<&str> = client.split(' ').collect();
    let before = |index: usize| index.checked_sub(1).map(|before| words[before]);
    let other = words
        .iter()
        .enumerate()
        .map(|(index, word)| match before(index) {
            Some("-verify_hostname") => "other.example.net",
            Some("-verify_ip") => "192.0.2.99",
            _ => word,
        });
    other.collect::<Vec<_>>().join(" ")
}

fn free_port() -> u16 {
    TcpListener::bind("localhost:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// The README's server; it ends with its standard input, and with the test.
struct Server(Child);

impl Server {
    fn start(folder: &Path, command: &str, port: u16) -> Self {
        let mut program = Command::new("sh");
        program
            .args(["-c", &format!("exec {command}")])
            .current_dir(folder);
        program
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let server = Self(program.spawn().unwrap());
        for _ in 0..100 {
            if TcpStream::connect(("localhost", port)).is_ok() {
                return server;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("the README's server did not start: {command}");
    }

    fn stop(&mut self) -> String {
        self.0.kill().unwrap();
        let mut text = Vec::new();
        self.0
            .stdout
            .take()
            .unwrap()
            .read_to_end(&mut text)
            .unwrap();
        String::from_utf8_lossy(&text).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_plan_refuses_what_cannot_work() {
    let good = || plan(Algorithm::P256);
    assert_eq!(good().check(now()), Ok(()));
    let nameless = Plan {
        server_names: Vec::new(),
        ..good()
    };
    assert_eq!(nameless.check(now()), Err(Error::NoServerName));

    let outlives = Plan {
        authority_years: 1,
        certificate_days: 366,
        ..good()
    };
    assert!(matches!(
        outlives.check(now()),
        Err(Error::OutlivesIssuer { .. })
    ));
    let as_long = Plan {
        authority_years: 1,
        certificate_days: 365,
        ..good()
    };
    assert_eq!(as_long.check(now()), Ok(()));

    let client_is_authority = Plan {
        client_name: good().authority_name,
        ..good()
    };
    assert!(matches!(
        client_is_authority.check(now()),
        Err(Error::SameNameAsIssuer { .. })
    ));
    let kind = certwright::pki::AttributeType::CommonName;
    let server_is_authority = Plan {
        authority_name: attribute(kind, "WWW.example.com"),
        ..good()
    };
    assert!(matches!(
        server_is_authority.check(now()),
        Err(Error::SameNameAsIssuer { .. })
    ));

    let email = AltName::Email(good().client_email.unwrap());
    let mail_server = Plan {
        server_names: vec![email],
        ..good()
    };
    assert!(matches!(
        mail_server.check(now()),
        Err(Error::DnsName { .. })
    ));
    let swapped = Plan {
        country: good().organization,
        ..good()
    };
    assert!(matches!(swapped.check(now()), Err(Error::Empty { .. })));
}

#[test]
fn keys_that_do_not_fit_the_plan_are_refused() {
    let rng = &mut rng(28);
    let mut pair = |algorithm| KeyPair::generate(algorithm, None, rng).unwrap();
    let [a, b, c] = [Algorithm::P256, Algorithm::P256, Algorithm::P384].map(&mut pair);
    let create = |keys| Set::create(&plan(Algorithm::P256), keys, now(), &mut support::rng(29));
    let refused = |keys| matches!(create(keys), Err(Error::KeyFormat { .. }));
    assert!(
        refused([a.clone(), b.clone(), b.clone()]),
        "one key for two"
    );
    assert!(
        refused([a.clone(), a.clone(), b.clone()]),
        "the authority's key for the server"
    );
    assert!(refused([a, b, c]), "a key of another kind");
}

#[test]
fn a_key_pair_crosses_a_boundary() {
    for algorithm in [Algorithm::P256, Algorithm::P384, Algorithm::Rsa(2048)] {
        let pair = KeyPair::generate(algorithm, None, &mut rng(30)).unwrap();
        let bytes = pair.to_bytes().unwrap();
        let back = KeyPair::from_bytes(&bytes).unwrap();
        assert_eq!(back.pem, pair.pem);
        assert_eq!(
            back.key.to_pkcs8_der().unwrap(),
            pair.key.to_pkcs8_der().unwrap()
        );
        let mut broken = bytes.to_vec();
        broken[3] ^= 0xff;
        assert!(KeyPair::from_bytes(&broken).is_err());
    }
}

#[test]
fn a_plan_and_certificates_cross_a_boundary_checked() {
    let plan = plan(Algorithm::P256);
    let bytes = postcard::to_allocvec(&plan).unwrap();
    assert_eq!(postcard::from_bytes::<Plan>(&bytes).unwrap(), plan);
    // The authority's name is the first text; a control character in it must not get through.
    let at = bytes
        .windows(4)
        .position(|window| window == b"Acme")
        .unwrap();
    let mut broken = bytes.clone();
    broken[at] = 7;
    assert!(postcard::from_bytes::<Plan>(&broken).is_err());
    let at = bytes
        .windows(3)
        .position(|window| window == b"www")
        .unwrap();
    let mut broken = bytes;
    broken[at] = b'_';
    assert!(postcard::from_bytes::<Plan>(&broken).is_err());

    let set = set(&plan, None, now(), 31);
    let certificate = set.certificate(Role::Server);
    let bytes = postcard::to_allocvec(certificate).unwrap();
    let back: certwright::pki::Certificate = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back, *certificate);
    assert_eq!(back.alt_names(), plan.server_names);
    assert!(
        postcard::from_bytes::<certwright::pki::Certificate>(&bytes[..bytes.len() - 1]).is_err()
    );
}

#[test]
fn names_that_are_the_same_are_equal() {
    let names = "a.example, A.EXAMPLE.\n::1；[0:0::1] 例え.example、xn--r8jz45g.example";
    let names: Vec<_> = certwright::pki::split_names(names)
        .map(|name| AltName::server(name).unwrap())
        .collect();
    assert_eq!(names.len(), 6);
    let different: HashSet<_> = names.into_iter().collect();
    let shown: HashSet<String> = different.iter().map(AltName::to_string).collect();
    let expected = ["a.example", "::1", "xn--r8jz45g.example"].map(String::from);
    assert_eq!(shown, HashSet::from(expected));
}

#[test]
fn secrets_are_not_printed() {
    let set = set(&plan(Algorithm::P256), None, now(), 32);
    let pair = KeyPair::generate(Algorithm::P256, None, &mut rng(33)).unwrap();
    let files = set.files().unwrap();
    let shown = [
        format!("{:?}", password()),
        format!("{pair:?} {:?}", pair.key),
        format!("{set:#?}"),
        format!("{files:?}"),
    ];
    let entries: BTreeMap<usize, &String> = shown.iter().enumerate().collect();
    for (index, text) in entries {
        assert!(text.contains("[elided]"), "{index}: {text}");
        assert!(
            !text.contains("horse") && !text.contains("BEGIN"),
            "{index}: {text}"
        );
        let digits = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|run| run.len() > 2);
        // Certificates show their serial number, which is no secret; octet lists would be.
        assert!(
            !text.contains("[48,") && digits.count() < 20,
            "{index}: {text}"
        );
    }
}
