//! An OpenSSL configuration file fills the form, and the request that comes of it is the one that
//! `openssl req -new` makes, octet for octet.

#[path = "common/config.rs"]
mod config;
#[path = "common/support.rs"]
mod support;

use certwright::{
    ConfigFault, Error,
    pki::{
        Algorithm, Digest,
        config::{Config, Filled, Reason, Remark, to_config},
    },
};
use config::*;
use rand_chacha::{
    ChaCha20Rng,
    rand_core::{Rng, SeedableRng},
};
use support::openssl;

/// The kind of file that tutorials have.
#[test]
fn a_tutorials_file_makes_the_same_request() {
    let bench = Bench::new();
    let filled = bench.compare(TUTORIAL.as_bytes());
    assert_eq!(filled.algorithm, Some(Algorithm::Rsa(3072)));
    assert_eq!(filled.digest, Some(Digest::Sha384));
    assert_eq!(filled.encrypt_key, Some(false));
    assert_eq!(filled.section.as_deref(), Some("v3_req"));
    assert_eq!(filled.extension_sections, ["v3_req", "v3_ca"]);
    let subject = filled.application.subject.to_string();
    assert_eq!(
        subject,
        "C=DE, ST=Baden-Württemberg, O=Gänse & Söhne, OU=Web, OU=Shop, CN=www.shop.example, \
         emailAddress=admin@shop.example"
    );
    assert_eq!(filled.application.extensions.len(), 10);
    let password = filled.application.challenge_password.as_deref();
    assert_eq!(password, Some("A pass # word"));
    let left: Vec<_> = filled
        .remarks
        .iter()
        .map(|r| (&*r.text, &r.reason))
        .collect();
    let in_ca = Reason::Section {
        section: "v3_ca".into(),
    };
    assert_eq!(
        left,
        [
            ("default_keyfile    = privkey.pem", &Reason::Program),
            ("subjectKeyIdentifier = hash", &in_ca),
            ("authorityKeyIdentifier = keyid:always,issuer", &in_ca),
            ("basicConstraints = critical, CA:true", &in_ca),
        ]
    );
    let line = filled.remarks[1].line as usize - 1;
    assert!(
        TUTORIAL
            .lines()
            .nth(line)
            .unwrap()
            .starts_with("subjectKeyIdentifier")
    );
}

#[test]
fn another_section_can_be_chosen() {
    let bench = Bench::new();
    let filled = Config::parse(TUTORIAL.as_bytes())
        .unwrap()
        .fill(Some("v3_ca"));
    assert_eq!(filled.section.as_deref(), Some("v3_ca"));
    // OpenSSL refuses the key identifier of an issuer that a request does not have.
    let without = TUTORIAL.replace("authorityKeyIdentifier", "#");
    let theirs = bench
        .by_openssl(without.as_bytes(), "-reqexts v3_ca")
        .unwrap();
    assert_eq!(
        extensions(&bench.by_us(&filled.application)),
        extensions(&theirs)
    );
    let reason = |line: &str| {
        let remark = filled
            .remarks
            .iter()
            .find(|remark| remark.text.starts_with(line));
        remark.map(|remark| remark.reason.clone())
    };
    assert_eq!(reason("authorityKeyIdentifier"), Some(Reason::Issuer));
    assert_eq!(reason("basicConstraints = critical"), None);
    let unused = Reason::Section {
        section: "v3_req".into(),
    };
    assert_eq!(reason("basicConstraints     = CA:FALSE"), Some(unused));
}

#[test]
fn every_extension_is_written_as_openssl_writes_it() {
    let bench = Bench::new();
    for lines in EXTENSIONS {
        let filled = bench.compare(extension_file(lines).as_bytes());
        assert_eq!(filled.remarks, [], "{lines}");
        assert_eq!(filled.application.extensions.len(), 1, "{lines}");
    }
}

/// What OpenSSL refuses is left out, and its line is named.
#[test]
fn a_broken_extension_is_named() {
    let bench = Bench::new();
    for (lines, line, reason) in broken_extensions() {
        let file = extension_file(lines);
        bench.by_openssl(file.as_bytes(), "").expect_err(lines);
        let remarks = fill(file.as_bytes()).remarks;
        let found = remarks.iter().map(|remark| (remark.line, &remark.reason));
        let wanted = (line + FIRST_LINE, &reason);
        assert!(
            found.clone().any(|found| found == wanted),
            "{lines}\n{:?}",
            found.collect::<Vec<_>>()
        );
    }
}

#[test]
fn names_are_read_as_openssl_reads_them() {
    let bench = Bench::new();
    for lines in NAMES {
        let file = format!("[req]\nutf8 = yes\ndistinguished_name = dn\n{lines}\n");
        let filled = bench.compare(file.as_bytes());
        assert_eq!(filled.remarks, [], "{lines}");
    }
}

#[test]
fn a_file_in_latin_1_is_read_as_openssl_reads_it() {
    let bench = Bench::new();
    let file = b"[req]\nprompt = no\ndistinguished_name = dn\n[dn]\nO = G\xe4nse\nCN = x\n";
    let filled = bench.compare(file);
    assert_eq!(filled.application.subject.to_string(), "O=Gänse, CN=x");
    assert_eq!(filled.remarks, []);
}

/// Files that are no files of this kind: the line, and what is wrong with it.
#[test]
fn broken_files_are_refused_with_their_line() {
    for (file, line, fault) in broken_files() {
        let refused = Config::parse(file.as_bytes()).err();
        assert_eq!(refused, Some(Error::Config { line, fault }), "{file}");
    }
}

/// Odd files: all lines that do not count, exactly.
#[test]
fn odd_lines_are_named_exactly() {
    for (file, expected) in odd_files() {
        let filled = fill(file.as_bytes());
        let found = filled
            .remarks
            .into_iter()
            .map(|remark| (remark.line, remark.reason));
        assert_eq!(found.collect::<Vec<_>>(), expected, "{file}");
    }
}

#[test]
fn a_file_of_extensions_alone_fills_them() {
    let filled = fill(b"subjectAltName = DNS:a.example\nkeyUsage = digitalSignature\nx = 1\n");
    assert_eq!(filled.section.as_deref(), Some("default"));
    assert_eq!(filled.application.extensions.len(), 2);
    assert_eq!(filled.remarks.len(), 1);
    let filled = fill(b"[ server ]\nsubjectAltName = @n\n[n]\nDNS = a.example\n");
    assert_eq!(filled.section.as_deref(), Some("server"));
    assert_eq!(filled.application.extensions.len(), 1);
    assert_eq!(filled.remarks, []);
}

#[test]
fn passwords_are_not_shown() {
    let file = b"[req]\ninput_password = topsecret\noutput_password=topsecret\n";
    let filled = fill(file);
    let text = format!("{filled:?}");
    assert!(!text.contains("topsecret"), "{text}");
    assert_eq!(filled.remarks.len(), 2);
}

/// Where OpenSSL would refuse the whole file.
#[test]
fn what_belongs_to_a_refused_attribute_belongs_to_no_other() {
    let subject = |lines: &str| {
        let file = format!("[req]\nprompt = no\ndistinguished_name = d\n[d]\n{lines}\n");
        fill(file.as_bytes()).application.subject.to_string()
    };
    assert_eq!(
        subject("O = a\nC = Germany\n+CN = b\n+OU = c"),
        "O=a, CN=b + OU=c"
    );
    assert_eq!(
        subject("O = a\nXY = Germany\n+CN = b\n+OU = c"),
        "O=a, CN=b + OU=c"
    );
    assert_eq!(subject("O = a\n+C = Germany\n+CN = b"), "CN=b + O=a");
}

/// `fullname.1` is nothing to OpenSSL, which then writes a point without a name.
#[test]
fn points_have_their_names_from_exactly_these_settings() {
    let bench = Bench::new();
    for name in ["fullname.1", "fullnames", "relativename.1"] {
        let lines = format!("crlDistributionPoints = p\n[p]\n{name} = URI:http://a.example");
        let filled = bench.compare(extension_file(&lines).as_bytes());
        let remarks: Vec<_> = filled.remarks.iter().map(|remark| &remark.reason).collect();
        assert_eq!(remarks, [&Reason::Name { name: name.into() }]);
    }
}

/// A number of 2^32 and more has its own identifier, and not that of its lower 32 bits.
#[test]
fn wide_numbers_are_not_other_identifiers() {
    let bench = Bench::new();
    let lines = "subjectAltName = RID:1.2.4294967296\nextendedKeyUsage = 1.3.6.1.5.5.7.3.4294967297\n\
                 2.5.29.4294967313 = DER:0500\n[dn]\nX.2.5.4.4294967299 = evil";
    let file = extension_file(lines);
    let filled = bench.compare(file.as_bytes());
    let application = &filled.application;
    assert_eq!(application.subject.common_name(), Some("x"));
    assert!(
        application
            .subject
            .to_string()
            .ends_with("2.5.4.4294967299=evil")
    );
    let folder = bench.path();
    let printed = openssl(folder, "req -inform DER -in r.der -noout -text").expect("text");
    let der = std::fs::read(folder.join("r.der")).unwrap();
    let request = certwright::pki::Request::from_der(&der).unwrap();
    for oid in [
        "1.2.4294967296",
        "1.3.6.1.5.5.7.3.4294967297",
        "2.5.29.4294967313",
        "2.5.4.4294967299",
    ] {
        assert!(printed.contains(oid), "{printed}");
        let oid = certwright::pki::Oid::parse(oid).unwrap();
        assert_eq!(oid.name(), None);
    }
    let names: Vec<_> = request.subject().attributes().collect();
    assert!(names.contains(&("2.5.4.4294967299", "evil")), "{names:?}");
    // Written and read again.
    let text = to_config(application, None, None);
    assert_eq!(&fill(text.as_bytes()).application, application, "{text}");
    bench.compare(text.as_bytes());
}

/// What `const-oid` cannot hold is refused, and not taken for something else.
#[test]
fn what_no_identifier_can_hold_is_refused() {
    for text in [
        "2.999.1",
        "2.40.1",
        "2.25.329800735698586629295641978511506172918",
        "1.2.18446744073709551616",
        "1.40.1",
        "3.1.1",
        "1",
        "1..2",
        "1.2.",
        "1.2.+3",
        "",
    ] {
        let refused = certwright::pki::Oid::parse(text);
        assert_eq!(refused, Err(Error::Oid { text: text.into() }));
    }
    for text in [
        "0.0",
        "1.39.0",
        "2.39.34359738367",
        "1.2.127.128.16383.16384.4294967296",
    ] {
        let oid = certwright::pki::Oid::parse(text).unwrap();
        assert_eq!(oid.to_string(), text);
    }
}

/// Small files that would grow to something huge end early.
#[test]
fn bombs_do_not_go_off() {
    let refused = |file: String| Config::parse(file.as_bytes()).unwrap_err();
    let mut laughs = String::from("a0 = ha ha ha ha\n");
    for n in 1..60 {
        laughs += &format!("a{n} = {}\n", format!("$a{}", n - 1).repeat(10));
    }
    let limit = 65_536;
    assert_eq!(
        refused(laughs),
        fault(5, ConfigFault::ValueTooLong { limit })
    );

    let wide = format!("a = {}\n{}", "x".repeat(60_000), "b = $a\n".repeat(100_000));
    let limit = 4 << 20;
    assert_eq!(refused(wide), fault(69, ConfigFault::TooLarge { limit }));

    let many = "a = b\n".repeat(100_000);
    assert_eq!(
        refused(many),
        fault(20_001, ConfigFault::TooMany { limit: 20_000 })
    );

    let sections: String = (0..100_000).map(|n| format!("[{n}]\n")).collect();
    assert!(matches!(
        refused(sections),
        Error::Config {
            fault: ConfigFault::TooMany { .. },
            ..
        }
    ));

    let limit = 1 << 20;
    assert_eq!(
        refused(" ".repeat((1 << 20) + 1)),
        fault(1, ConfigFault::TooLarge { limit })
    );

    // OpenSSL looks at the length only where a variable's value comes in.
    let long = "x".repeat(65_534);
    let limit = 65_536;
    assert_eq!(
        refused(format!("a = xx\nb = ${{a}}{long}")),
        fault(2, ConfigFault::ValueTooLong { limit })
    );
    assert!(
        Config::parse(format!("a = x\nb = ${{a}}{long}\nc = x{long}{long}").as_bytes()).is_ok()
    );
}

#[test]
fn long_values_are_read_as_openssl_reads_them() {
    let bench = Bench::new();
    let octets = "5A".repeat(40_000);
    let long = format!("1.2.3 = DER:0482{:04X}{octets}", 40_000);
    bench.compare(extension_file(&long).as_bytes());
    for (value, is_read) in [("a", true), ("aa", false)] {
        let long = format!(
            "[v]\nv = {value}\n[e]\nnsComment = ${{v::v}}{}",
            "x".repeat(65_534)
        );
        let file = extension_file(&long);
        assert_eq!(bench.by_openssl(file.as_bytes(), "").is_ok(), is_read);
        assert_eq!(Config::parse(file.as_bytes()).is_ok(), is_read);
    }
}

#[test]
fn sections_that_name_each_other_over_and_over_end() {
    let only = |extension: &str, sections: &str| {
        let file = format!("[req]\nreq_extensions = e\n[e]\n{extension}\n{sections}");
        let filled = fill(file.as_bytes());
        assert_eq!(filled.application.extensions, [], "{file}");
        filled
            .remarks
            .into_iter()
            .map(|remark| remark.reason)
            .collect::<Vec<_>>()
    };
    let nesting = Reason::Fault(ConfigFault::Nesting);
    let too_much = Reason::Fault(ConfigFault::TooMuch { limit: 4 << 20 });

    let own = only("1.2.3 = ASN1:SEQ:s", "[s]\na = SEQ:s\n");
    assert!(own.contains(&nesting), "{own:?}");
    let twice = only("1.2.3 = ASN1:SEQ:s", "[s]\na = SEQ:s\nb = SEQ:s\n");
    assert!(twice.contains(&nesting), "{twice:?}");
    let mut pyramid = String::new();
    for n in 0..40 {
        let members = (0..9).map(|m| format!("{m} = SEQ:s{}\n", n + 1));
        pyramid += &format!("[s{n}]\n{}", members.collect::<String>());
    }
    let pyramid = only("1.2.3 = ASN1:SEQ:s0", &(pyramid + "[s40]\na = UTF8:x\n"));
    assert!(pyramid.contains(&too_much), "{pyramid:?}");

    let names: String = (0..9_000).map(|n| format!("dirName.{n} = d\n")).collect();
    let parts: String = (0..9_000).map(|n| format!("{n}.CN = x\n")).collect();
    let wide = only("issuerAltName = @n", &format!("[n]\n{names}[d]\n{parts}"));
    assert!(wide.contains(&too_much), "{wide:?}");

    let policies = vec!["@p"; 10_000].join(",");
    let notes: String = (0..5_000).map(|n| format!("CPS.{n} = x\n")).collect();
    let policies = format!("certificatePolicies = {policies}");
    let wide = only(
        &policies,
        &format!("[p]\npolicyIdentifier = 1.2.3\n{notes}"),
    );
    assert!(wide.contains(&too_much), "{wide:?}");

    let bits: String = (0..19_000)
        .map(|n| format!("{n} = FORMAT:BITLIST,BITSTR:65535\n"))
        .collect();
    let wide = only("1.2.3 = ASN1:SEQ:s", &format!("[s]\n{bits}"));
    assert!(wide.contains(&too_much), "{wide:?}");
}

/// A list can lead to the same line over and over; the line is shown once.
#[test]
fn a_line_is_remarked_once_however_often_it_is_read() {
    let comment = "x".repeat(900_000);
    for extension in [
        format!("crlDistributionPoints = {}", vec!["s"; 32_000].join(",")),
        format!("subjectAltName = {}", vec!["dirName:s"; 8_000].join(",")),
    ] {
        let value = if extension.starts_with("crl") {
            "r"
        } else {
            "é"
        };
        let name = if extension.starts_with("crl") {
            "q"
        } else {
            "CN"
        };
        let file = format!(
            "[req]\nreq_extensions = e\n[e]\n{extension}\n[s]\n{name} = {value} #{comment}\n"
        );
        let filled = fill(file.as_bytes());
        let remarked = filled.remarks.iter().filter(|remark| remark.line == 6);
        assert_eq!(remarked.count(), 1);
    }

    let emails: String = (0..9_000)
        .map(|n| format!("{n}.emailAddress = someone.whoever.it.may.be@example.com\n"))
        .collect();
    let copies = vec!["email:copy"; 20_000].join(",");
    let file = format!(
        "[req]\nprompt = no\ndistinguished_name = d\nreq_extensions = e\n[e]\n\
         subjectAltName = {copies}\n[d]\n{emails}"
    );
    let filled = fill(file.as_bytes());
    let too_much = Reason::Fault(ConfigFault::TooMuch { limit: 4 << 20 });
    assert_eq!(filled.remarks.len(), 1);
    assert_eq!(filled.remarks[0].reason, too_much);
}

fn fault(line: u32, fault: ConfigFault) -> Error {
    Error::Config { line, fault }
}

fn extension_file(lines: &str) -> String {
    format!(
        "oid_section = oids\n[oids]\nmyExtension = 1.3.6.1.4.1.55555.1\n[req]\nprompt = no\n\
         distinguished_name = dn\nreq_extensions = e\n[dn]\nCN = x\nemailAddress = a@example.com\n\
         [e]\n{lines}\n"
    )
}

/// Lines that [`extension_file`] has before those given.
const FIRST_LINE: u32 = 11;

fn broken_extensions() -> Vec<(&'static str, u32, Reason)> {
    use ConfigFault::*;
    let text = |text: &str| text.to_owned();
    let wrong = Reason::Fault;
    vec![
        (
            "basicConstraints = CA:maybe",
            1,
            wrong(Boolean {
                text: text("maybe"),
            }),
        ),
        (
            "basicConstraints = CA",
            1,
            wrong(NoValue { text: text("CA") }),
        ),
        (
            "basicConstraints = pathlen:x",
            1,
            wrong(Number { text: text("x") }),
        ),
        (
            "basicConstraints = authority:TRUE",
            1,
            wrong(UnknownWord {
                text: text("authority"),
            }),
        ),
        ("basicConstraints =", 1, wrong(NoValue { text: text("") })),
        (
            "basicConstraints = @e2\n[e2]",
            1,
            wrong(NoValue { text: text("@e2") }),
        ),
        (
            "issuerAltName = dirName:d\n[d]\nn3 = DEU",
            3,
            wrong(Characters { text: text("DEU") }),
        ),
        (
            "issuerAltName = dirName:d\n[d]\nc3 = DE",
            3,
            wrong(Characters { text: text("DE") }),
        ),
        (
            "keyUsage = digitalSignature,, cRLSign",
            1,
            wrong(NoValue {
                text: text("digitalSignature,, cRLSign"),
            }),
        ),
        (
            "keyUsage = digitalsignature",
            1,
            wrong(UnknownWord {
                text: text("digitalsignature"),
            }),
        ),
        (
            "extendedKeyUsage = webServer",
            1,
            wrong(Oid {
                text: text("webServer"),
            }),
        ),
        (
            "extendedKeyUsage = @e2",
            1,
            wrong(UnknownSection { name: text("e2") }),
        ),
        (
            "subjectAltName = @n\n[n]\nDNS.1 = a.example\nIP.1 = 10.0.0.256",
            4,
            wrong(IpAddress {
                text: text("10.0.0.256"),
            }),
        ),
        (
            "subjectAltName = @n\n[n]\nDNS.1 = a.example\nHOST.1 = b",
            4,
            wrong(UnknownWord {
                text: text("HOST.1"),
            }),
        ),
        (
            "subjectAltName = a.example",
            1,
            wrong(NoValue {
                text: text("a.example"),
            }),
        ),
        (
            "subjectAltName = RID:one",
            1,
            wrong(Oid { text: text("one") }),
        ),
        (
            "subjectAltName = dirName:nowhere",
            1,
            wrong(UnknownSection {
                name: text("nowhere"),
            }),
        ),
        (
            "subjectAltName = otherName:1.2.3",
            1,
            wrong(NoValue {
                text: text("1.2.3"),
            }),
        ),
        (
            "subjectAltName = otherName:1.2.3;UTF9:x",
            1,
            wrong(UnknownWord { text: text("UTF9") }),
        ),
        (
            "subjectKeyIdentifier = hush",
            1,
            wrong(Hex { text: text("hush") }),
        ),
        ("authorityKeyIdentifier = keyid", 1, Reason::Issuer),
        ("issuerAltName = issuer:copy", 1, Reason::Issuer),
        (
            "authorityInfoAccess = URI:http://a.example",
            1,
            wrong(UnknownWord { text: text("URI") }),
        ),
        (
            "nameConstraints = permitted;IP:192.0.2.0/24",
            1,
            wrong(IpAddress { text: text("24") }),
        ),
        (
            "nameConstraints = allowed;DNS:a",
            1,
            wrong(UnknownWord {
                text: text("allowed;DNS"),
            }),
        ),
        (
            "certificatePolicies = @p\n[p]\nCPS = http://a.example",
            1,
            wrong(NoValue {
                text: text("policyIdentifier"),
            }),
        ),
        (
            "policyConstraints = requireExplicitPolicy:a",
            1,
            wrong(Number { text: text("a") }),
        ),
        (
            "tlsfeature = 70000",
            1,
            wrong(Number {
                text: text("70000"),
            }),
        ),
        (
            "inhibitAnyPolicy = none",
            1,
            wrong(Number { text: text("none") }),
        ),
        ("1.2.3 = DER:0", 1, wrong(Hex { text: text("0") })),
        (
            "subjectAltName = critical,DER:30038201 61",
            1,
            wrong(Hex {
                text: text("30038201 61"),
            }),
        ),
        (
            "1.2.3 = 0500",
            1,
            Reason::Name {
                name: text("1.2.3"),
            },
        ),
        (
            "yourExtension = ASN1:NULL",
            1,
            wrong(Oid {
                text: text("yourExtension"),
            }),
        ),
        (
            "myExtension = ASN1:SEQ:s\n[s]\na = INT:1\nb = INT:b",
            4,
            wrong(Number { text: text("b") }),
        ),
        (
            "commonName = x",
            1,
            Reason::Name {
                name: text("commonName"),
            },
        ),
    ]
}

fn broken_files() -> Vec<(&'static str, u32, ConfigFault)> {
    use ConfigFault::*;
    let unknown = |section: &str, name: &str| UnknownVariable {
        section: section.into(),
        name: name.into(),
    };
    vec![
        ("[req", 1, NoClosingBracket),
        ("[req)\n", 1, NoClosingBracket),
        ("\n\n[ a b (c) ]", 3, NoClosingBracket),
        ("[req] x\n[", 2, NoClosingBracket),
        ("[a # ]\n", 1, NoClosingBracket),
        ("x", 1, NoEqualSign),
        ("a = b\nx : y\n", 2, NoEqualSign),
        ("a = b \\\n c\n\nx", 4, NoEqualSign),
        ("two words = x", 1, NoEqualSign),
        ("schlüssel = x", 1, NoEqualSign),
        ("-----BEGIN CERTIFICATE-----\nMIIB", 1, NoEqualSign),
        ("{\"kty\": \"RSA\"}", 1, NoEqualSign),
        ("a = 1\nb = ${a", 2, NoClosingBrace),
        ("a = 1\nb = $(a}", 2, NoClosingBrace),
        ("b = $a", 1, unknown("default", "a")),
        ("[s]\nb = $a\na = 1", 2, unknown("s", "a")),
        ("b = ${s::a}", 1, unknown("s", "a")),
        ("b = $", 1, unknown("default", "")),
        ("a = \\\n\\\n$x", 1, unknown("default", "x")),
        (".pragma = dollarid", 1, Pragma),
        (".pragma dollarid:perhaps", 1, Pragma),
        ("a = \0", 1, Nul),
    ]
}

fn odd_files() -> Vec<(&'static str, Vec<(u32, Reason)>)> {
    use Reason::*;
    let named = |name: &str| Name { name: name.into() };
    let section = |section: &str| Section {
        section: section.into(),
    };
    let environment = |name: &str| Environment { name: name.into() };
    let wrong = Fault;
    let no_section = |name: &str| Fault(ConfigFault::UnknownSection { name: name.into() });
    vec![
        ("", vec![]),
        ("# nothing\n\r\n\t\n", vec![]),
        ("a = 1\n", vec![(1, named("a"))]),
        (
            "a = 1\na = 2\n",
            vec![(1, Overridden { by: 2 }), (2, named("a"))],
        ),
        ("a = 1\nb = $a\n", vec![(2, named("b"))]),
        ("[ca]\na = 1\n", vec![(2, section("ca"))]),
        (
            ".include x.cnf\n.pragma abspath:on\n",
            vec![(1, Include), (2, Pragma)],
        ),
        (
            "HOME = $ENV::HOME\nRANDFILE = $HOME/.rnd\n[req]\n",
            vec![(1, environment("HOME")), (2, environment("HOME"))],
        ),
        (
            "HOME = .\nRANDFILE = $ENV::HOME/.rnd\n[req]\n",
            vec![(2, Program), (2, environment("HOME"))],
        ),
        (
            "[req]\ndistinguished_name = dn\n",
            vec![(2, no_section("dn"))],
        ),
        (
            "[req]\ndistinguished_name = d\n[d]\nCN = www.example.com\n",
            vec![(2, Questions)],
        ),
        ("[req]\nreq_extensions = e\n", vec![(2, no_section("e"))]),
        ("[req]\nx509_extensions = e\n", vec![(2, no_section("e"))]),
        ("[req]\nattributes = a\n", vec![(2, no_section("a"))]),
        ("oid_section = o\n[req]\n", vec![(1, no_section("o"))]),
        (
            "oid_section = o\n[o]\nmine = 1.2.x\n[req]\n",
            vec![(
                3,
                wrong(ConfigFault::Oid {
                    text: "1.2.x".into(),
                }),
            )],
        ),
        (
            "oid_section = o\n[o]\nserverAuth = 1.2.3\nmine = serverAuth\n[req]\n",
            vec![
                (
                    3,
                    wrong(ConfigFault::KnownName {
                        name: "serverAuth".into(),
                    }),
                ),
                (
                    4,
                    wrong(ConfigFault::Oid {
                        text: "serverAuth".into(),
                    }),
                ),
            ],
        ),
        (
            "[req]\ndefault_bits = 512\n",
            vec![(2, KeySize { text: "512".into() })],
        ),
        (
            "[req]\ndefault_bits = many\n",
            vec![(
                2,
                KeySize {
                    text: "many".into(),
                },
            )],
        ),
        (
            "[req]\ndefault_md = md5\n",
            vec![(2, Digest { text: "md5".into() })],
        ),
        ("[req]\ndefault_md = default\n", vec![]),
        ("[req]\nstring_mask = nombstr\n", vec![(2, StringMask)]),
        (
            "[req]\ndefault_bit = 2048\n",
            vec![(2, named("default_bit"))],
        ),
        (
            "[req]\nprompt = no\ndistinguished_name = d\n[d]\nCN = a\nCN_max = 64\nXY = b\n",
            vec![(6, named("CN_max")), (7, named("XY"))],
        ),
        (
            "[req]\ndistinguished_name = d\n[d]\nC = Country\nC_default = Germany\nC_max = 2\n\
             O_default = nobody\nXY = what\nCN = Name\nCN_min = 3\nCN_value = ab\n",
            vec![
                (5, TooLong { given: 7, max: 2 }),
                (
                    5,
                    Refused(Box::new(Error::Country {
                        value: "Germany".into(),
                    })),
                ),
                (7, named("O_default")),
                (8, named("XY")),
                (11, TooShort { given: 2, min: 3 }),
            ],
        ),
        (
            "[req]\nprompt = no\ndistinguished_name = d\n[d]\nC = de\nO = Gänse\n",
            vec![(5, Changed { text: "DE".into() }), (6, Utf8)],
        ),
        (
            "[req]\nreq_extensions = e\n[e]\nnoCheck = 1\n1.3.6.1.5.5.7.48.1.5 = DER:0500\n",
            vec![(
                5,
                Refused(Box::new(Error::Extension {
                    oid: certwright::pki::Oid::named("noCheck").unwrap(),
                    fault: certwright::ExtensionFault::Repeated,
                })),
            )],
        ),
        (
            "[req]\nprompt = no\nattributes = a\n[a]\nchallengePassword = a\\tb\n",
            vec![(
                5,
                Refused(Box::new(Error::Character {
                    attribute: certwright::pki::AttributeType::named("challengePassword")
                        .unwrap_or(certwright::pki::AttributeType::Other(
                            certwright::pki::Oid::named("challengePassword").unwrap(),
                        )),
                    character: '\t',
                })),
            )],
        ),
        (
            "[req]\nreq_extensions = e\n[e]\nsubjectAltName = URI:http://ä, DNS:a\nnsComment = ä\n\
             2.5.29.17 = DER:0500\n",
            vec![
                (
                    4,
                    wrong(ConfigFault::Characters {
                        text: "http://ä".into(),
                    }),
                ),
                (5, wrong(ConfigFault::Characters { text: "ä".into() })),
                (
                    6,
                    Refused(Box::new(Error::Encoding {
                        what: "subjectAltName".into(),
                    })),
                ),
            ],
        ),
        (
            "[req]\nprompt = no\ndistinguished_name = d\n[d]\nOU = a\n+OU = b\n",
            vec![(6, Repeated)],
        ),
        (
            "[req]\nprompt = no\nattributes = a\n[a]\nchallengePassword = x\nfriendlyName = y\n",
            vec![(6, named("friendlyName"))],
        ),
        (
            "[req]\nreq_extensions = e\n[e]\ncrlDistributionPoints = p\n[p]\n\
             fullname = URI:http://a.example\nnickname = b\n",
            vec![(7, named("nickname"))],
        ),
        (
            "[req]\nreq_extensions = e\n[e]\ncrlDistributionPoints = p\n[p]\n\
             fullname.1 = URI:http://a.example\n",
            vec![(6, named("fullname.1"))],
        ),
        (
            "[req]\nprompt = no\ndistinguished_name = d\n[d]\nC = DE\nXY = a\n+O = b\nST = c\n",
            vec![(6, named("XY"))],
        ),
        (
            "[req]\nreq_extensions = e\n[e]\n1.2.3 = DER:050005\nkeyUsage = cRLSign\n",
            vec![(
                4,
                Refused(Box::new(Error::Extension {
                    oid: certwright::pki::Oid::parse("1.2.3").unwrap(),
                    fault: certwright::ExtensionFault::Trailing { octets: 1 },
                })),
            )],
        ),
    ]
}

/// Whatever happens to a file, a request can be made of what is read, and the form that was filled
/// can be saved and filled again.
#[test]
fn a_damaged_file_does_no_harm() {
    let bench = Bench::new();
    let mut read = 0;
    for seed in 0..3_000 {
        let file = damaged(TUTORIAL, seed);
        let Ok(config) = Config::parse(&file) else {
            continue;
        };
        read += 1;
        let filled = config.fill(None);
        bench.by_us(&filled.application);
        let text = to_config(&filled.application, filled.algorithm, filled.digest);
        let again = fill(text.as_bytes());
        assert_eq!(again.application, filled.application, "{text}");
        assert_eq!(again.remarks, [], "{text}");
    }
    assert!(read > 1_000, "only {read} were readable");
}

/// What is read without any remark means the same to OpenSSL.
#[test]
fn a_damaged_file_means_the_same_to_openssl() {
    let bench = Bench::new();
    // OpenSSL looks at the extensions of certificates, too, which are none of a request's business.
    let (request, _) = TUTORIAL.split_once("[ v3_ca ]").unwrap();
    let request = request.replace("x509_extensions", "#");
    let saved = to_config(&fill(request.as_bytes()).application, None, None);
    let mut same = 0;
    for seed in 0..400 {
        let file = damaged(if seed % 2 == 0 { &request } else { &saved }, seed);
        let theirs = bench.by_openssl(&file, "");
        let Ok(config) = Config::parse(&file) else {
            let text = String::from_utf8_lossy(&file);
            assert!(theirs.is_err(), "{:?}\n{text}", Config::parse(&file).err());
            continue;
        };
        let filled = config.fill(None);
        let is_harmless = |remark: &Remark| remark.reason == Reason::Program;
        if filled.remarks.iter().all(is_harmless) && core::str::from_utf8(&file).is_ok() {
            let theirs = theirs.unwrap_or_else(|error| {
                panic!("{error}\n{}", String::from_utf8_lossy(&file));
            });
            assert_same(&bench.by_us(&filled.application), &theirs, &file);
            same += 1;
        }
    }
    assert!(same > 40, "only {same} were compared");
}

/// The tutorial's file with a few octets, or lines, changed, put in or taken out.
fn damaged(file: &str, seed: u64) -> Vec<u8> {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let mut below = |limit: usize| rng.next_u64() as usize % limit;
    let mut file = file.as_bytes().to_vec();
    for _ in 0..=below(3) {
        let at = below(file.len());
        let octet = SPECIAL[below(SPECIAL.len())];
        let lines: Vec<_> = file.split_inclusive(|octet| *octet == b'\n').collect();
        let (one, other) = (below(lines.len()), below(lines.len()));
        match below(5) {
            0 => file[at] = octet,
            1 => file.insert(at, octet),
            2 => _ = file.remove(at),
            3 => {
                let mut lines = lines;
                lines.swap(one, other);
                file = lines.concat();
            }
            _ => {
                let mut lines = lines;
                lines.insert(one, lines[other]);
                file = lines.concat();
            }
        }
    }
    file
}

const SPECIAL: &[u8] = b"\\\"'`$#{}()=,;:[]@+.%! \t\n\raZ0_\xc3\xff-";

/// Everything that is read keeps its shape on its way to the page.
#[test]
fn what_was_read_can_be_sent() {
    let filled = fill(TUTORIAL.as_bytes());
    let octets = postcard::to_allocvec(&filled).unwrap();
    assert_eq!(postcard::from_bytes::<Filled>(&octets).unwrap(), filled);
}

const EXTENSIONS: &[&str] = &[
    "basicConstraints = CA:FALSE",
    "basicConstraints = critical,CA:true, pathlen : 0",
    "basicConstraints = critical, @bc\n[bc]\nCA = yes\npathlen = 0x10",
    "keyUsage = digitalSignature, keyEncipherment",
    "keyUsage = critical, Digital Signature, CRL Sign, decipherOnly, encipherOnly",
    "keyUsage = critical,keyCertSign,cRLSign,nonRepudiation,dataEncipherment,keyAgreement",
    "extendedKeyUsage = serverAuth, clientAuth",
    "extendedKeyUsage = critical, TLS Web Server Authentication, 1.3.6.1.4.1.311.20.2.2, myExtension",
    "extendedKeyUsage = @eku\n[eku]\n1 = timeStamping\n2 = OCSPSigning",
    "extendedKeyUsage = serverAuth, msSGC, nsSGC, mail, Netscape Server Gated Crypto",
    "extendedKeyUsage = 1.3.6.1.5.5.7.3.4294967297",
    "2.5.29.4294967313 = DER:0500",
    "1.2.3 = DER:05::00",
    "1.2.3 = DER::05:00:",
    "1.2.3 = ASN1:FORMAT:HEX,OCT::05::00::",
    "subjectKeyIdentifier = ::05::00",
    "subjectAltName = dirName:d\n[d]\nmail = a@b.example\n+c3 = DEU\nn3 = 276\nfoo.INN = 123456789012\n\
     OGRN = 1234567890123\nSNILS = 12345678901\nfriendlyName = Gans\nCSPName = Microsoft CSP",
    "issuerAltName = dirName:d\n[d]\nX.2.5.4.4294967299 = evil",
    "subjectKeyIdentifier = hash",
    "subjectKeyIdentifier = 01:02:aB",
    "subjectAltName = DNS:a.example, DNS:*.b.example,IP:192.0.2.7, IP : 2001:db8::1,email:b@example.com,\
     URI:https://c.example/a?b#c",
    "subjectAltName = critical, @n\n[n]\nDNS.1 = a.example\nDNS.2=b.example\nIP.1 = ::ffff:1.2.3.4\n\
     email.x = c@example.com\nURI.1 = \"ldap://d.example/cn=a,dc=b\"\nRID.1 = 1.2.3.4\nIP.2 = 010.000.0.1",
    "subjectAltName = email:copy, DNS:a.example",
    "subjectAltName = email:move, email:copy",
    "subjectAltName = dirName:d\n[d]\nC = DE\n1.OU = One, Two\n2.OU = Three\n3.+OU = Four\nCN = \\\"x\\\"",
    "subjectAltName = otherName:1.3.6.1.4.1.311.20.2.3;UTF8:user@example.com",
    "subjectAltName = @n\n[n]\notherName = msUPN;FORMAT:UTF8,UTF8:jürgen@example.com",
    "subjectAltName = @n\n[n]\notherName.1 = 1.2.3;SEQ:s\nRID = myExtension\n[s]\na = INT:5\nb = IA5:x",
    "subjectAltName = DNS:under_score.example, DNS:xn--nxasmq6b",
    "issuerAltName = URI:http://a.example, email:a@example.com",
    "authorityInfoAccess = OCSP;URI:http://ocsp.example/, caIssuers;URI:http://a.example/ca.crt",
    "authorityInfoAccess = @a\n[a]\nOCSP;URI.0 = http://ocsp.example\ncaIssuers;URI.1 = http://b.example\n\
     1.2.3;DNS = c.example",
    "subjectInfoAccess = caRepository;URI:http://a.example/",
    "crlDistributionPoints = URI:http://a.example/a.crl, URI:http://b.example/b.crl",
    "crlDistributionPoints = @p\n[p]\nURI.1 = http://a.example/a.crl\nURI.2 = http://b.example/b.crl",
    "crlDistributionPoints = p, q\n[p]\nfullname = URI:http://a.example/a.crl, URI:http://b.example\n\
     CRLissuer = dirName:i\nreasons = keyCompromise, CACompromise, AACompromise\n[q]\nfullname = @f\n\
     [f]\nURI = http://c.example\n[i]\nC = UK\nO = Org",
    "crlDistributionPoints = p\n[p]\nrelativename = r\n[r]\nCN = x\n+OU = y",
    "freshestCRL = URI:http://a.example/delta.crl",
    "certificatePolicies = 1.2.3.4, 2.5.29.32.0, myExtension",
    "certificatePolicies = critical, 1.2.3, @p\n[p]\npolicyIdentifier = 1.3.5.8\n\
     CPS.1 = \"http://a.example/\"\nCPS.2 = http://b.example/\nuserNotice.1 = @n\n[n]\n\
     explicitText = Explicit text, here\norganization = Org\nnoticeNumbers = 1,2,300,4",
    "certificatePolicies = ia5org, @p\n[p]\npolicyIdentifier = 1.3.5.8\nuserNotice.1 = @n\n\
     userNotice.2 = @m\n[n]\norganization = Org\nnoticeNumbers = 1\n[m]\nexplicitText = UTF8:Grüße",
    "policyMappings = 1.2.3:1.2.4, 1.2.5:anyPolicy",
    "policyConstraints = critical, requireExplicitPolicy:3, inhibitPolicyMapping:0",
    "policyConstraints = requireExplicitPolicy:300",
    "inhibitAnyPolicy = critical, 2",
    "nameConstraints = critical, permitted;DNS:example.com, permitted;DNS:.example.org, \
     excluded;IP:192.0.2.0/255.255.255.0, permitted;email:.example.com, excluded;URI:.a.example",
    "nameConstraints = @c\n[c]\npermitted;IP.1 = 2001:db8::/ffff:ffff::\npermitted;dirName.1 = d\n\
     excluded;DNS.1 = b.example\n[d]\nO = Org",
    "tlsfeature = status_request",
    "tlsfeature = status_request_v2, 5, 1000",
    "subjectAltName = DNS:a.example, DNS:b\\nexample, DNS:c:d",
    "nsComment = \"  A comment, with: all; of # that \"",
    "nsCertType = client, server, SSL CA, objCA",
    "nsBaseUrl = http://a.example/",
    "noCheck = ignored",
    "1.2.3.4 = DER:05:00",
    "1.2.3.4 = critical, DER:0403414243",
    "2.5.29.17 = DER:3003820161",
    "1.2.3.4 = critical,ASN1:UTF8:Some random data, with commas",
    "myExtension = ASN1:SEQUENCE:s\n[s]\na = INT:0x2a\nb = EXP:0, UTF8:x\nc = SET:t\nd = OID:myExtension\n\
     [t]\n1 = PRINTABLE:b\n2 = PRINTABLE:a",
];

const NAMES: &[&str] = &[
    "prompt = no\n[dn]\nC = DE\nST = x\nL = x\nO = Gänse\nOU = 中\nCN = a.example\nemailAddress = a@b.example",
    "prompt = no\n[dn]\ncommonName = x\ncountryName = DE\norganizationalUnitName = y",
    "prompt = no\n[dn]\n0.OU = a\n1.OU = b\nfoo,OU = c\n2.+L = d\n+UID = e\nCN = x",
    "prompt = no\n[dn]\n1.DC = example\n2.DC = com\nUID = u\nserialNumber = 12\nstreet = s\ntitle = t\nGN = g\nSN = s",
    "prompt = no\n[dn]\nX.2.5.4.65 = p\norganizationIdentifier = VATDE-1\njurisdictionC = DE\nCN = \\$\\#\\\\",
    "prompt = no\n[dn]\nCN = x\nmail = a@b.example\nc3 = DEU\nn3 = 276\nINN = 123456789012\nOGRN = 1234567890123\n\
     SNILS = 12345678901\nfriendlyName = Gänse 中\nCSPName = ä",
    "prompt = no\n[dn]\nX.2.5.4.4294967299 = evil\nX.2.5.4.34359738367 = x\nX.1.2.4294967296 = y",
    "prompt = no\nreq_extensions = e\n[dn]\nO = a\nemailAddress = e@a.example\n+CN = b\n+OU = c\n[e]\nsubjectAltName = email:move",
    "prompt = no\nreq_extensions = e\n[dn]\nemailAddress = e@a.example\n+CN = b\nO = c\n[e]\nsubjectAltName = email:move",
    "prompt = no\nreq_extensions = e\n[dn]\nO = a\n+emailAddress = e@a.example\n+CN = b\n[e]\nsubjectAltName = email:move",
    "prompt = yes\n[dn]\nC = Country\nC_default = DE\nC_min = 2\nC_max = 2\n0.O = Org\n0.O_default = One\n\
     1.O = Org\n1.O_default = Two\nCN = Name\nCN_value = v\nCN_default = d\nL = City\nST = State\nST_default =",
    "[dn]\nCN = Name\n[base]\nname = x\n[dn]\nCN_default = $base::name",
    "attributes = a\nprompt = no\n[dn]\nCN = x\n[a]\nchallengePassword = geheim äöü\nunstructuredName = y",
    "attributes = a\n[dn]\nCN = x\nCN_default = y\n[a]\nchallengePassword = Password\n\
     challengePassword_min = 4\nchallengePassword_max = 20\nchallengePassword_default = abcd\n\
     unstructuredName = Other name",
];

const TUTORIAL: &str = r#"# Make a key and a request for our shop:
#   openssl req -new -config shop.cnf -keyout privkey.pem -out shop.csr

oid_section = new_oids
base        = shop.example     # used below

[ new_oids ]
shopClass   = 1.3.6.1.4.1.55555.7.1
shopOwner   = 1.3.6.1.4.1.55555.7.2

[req]
default_bits       = 3072
default_md         = sha384
default_keyfile    = privkey.pem
encrypt_key        = no
utf8               = yes
string_mask        = utf8only
distinguished_name = req_distinguished_name
attributes         = req_attributes
req_extensions     = v3_req
x509_extensions    = v3_ca

[ req_distinguished_name ]
countryName                     = Country Name (2 letter code)
countryName_default             = DE
countryName_min                 = 2
countryName_max                 = 2
stateOrProvinceName             = State or Province Name (full name)
stateOrProvinceName_default     = Baden-Württemberg
localityName                    = Locality Name (eg, city)
0.organizationName              = Organization Name (eg, company)
0.organizationName_default      = "Gänse & Söhne"
0.organizationalUnitName        = Organizational Unit
0.organizationalUnitName_default = Web
1.organizationalUnitName        = Second Organizational Unit
1.organizationalUnitName_default = Shop
commonName                      = Common Name (e.g. server FQDN)
commonName_default              = www.${base}
commonName_max                  = 64
emailAddress                    = Email Address
emailAddress_default            = admin@$base
emailAddress_max                = 64

[ req_attributes ]
challengePassword               = A challenge password
challengePassword_min           = 4
challengePassword_max           = 20
challengePassword_default       = 'A pass # word'

[ v3_req ]
basicConstraints     = CA:FALSE
keyUsage             = critical, digitalSignature, \
                       keyEncipherment
extendedKeyUsage     = serverAuth, clientAuth, shopClass
subjectKeyIdentifier = hash
subjectAltName       = @alt_names
certificatePolicies  = 1.3.6.1.4.1.55555.7.3, @policy
tlsfeature           = status_request
1.3.6.1.4.1.55555.8  = DER:0C:03:61:62:63
shopOwner            = critical, ASN1:SEQUENCE:owner
nsComment            = "Made for $base # not a comment"

[ alt_names ]
DNS.1   = www.${base}
DNS.2   = $base
DNS.3   = *.${default::base}
IP.1    = 192.0.2.10
IP.2    = 2001:db8::10
email.1 = admin@${base}
URI.1   = https://www.$base/a,b
RID.1   = shopClass
otherName.1 = msUPN;UTF8:shop@example
dirName.1   = shop_name

[ shop_name ]
C  = DE
O  = Shop
CN = ${base}

[ policy ]
policyIdentifier = 1.3.6.1.4.1.55555.7.4
CPS.1            = https://www.$base/cps
userNotice.1     = @notice

[ notice ]
explicitText = UTF8:Für alle

[ owner ]
name = FORMAT:UTF8, UTF8:Jürgen
id   = EXPLICIT:0, INTEGER:0x1F

[ v3_ca ]
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always,issuer
basicConstraints = critical, CA:true
"#;
