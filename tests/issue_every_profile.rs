//! Every profile with every kind of key, put before OpenSSL and rustls-webpki.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path, time::Duration};

use certwright::{
    Error,
    authority::{Authority, Role, Set},
    pki::{Algorithm, AltName, Name, PrivateKey, Request, Time, Validity, profile},
};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use support::*;
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage, anchor_from_trusted_cert};

#[test]
fn openssl_accepts_a_p256_set() {
    openssl_accepts(Algorithm::P256, 1);
}

#[test]
fn openssl_accepts_a_p384_set() {
    openssl_accepts(Algorithm::P384, 2);
}

#[test]
fn openssl_accepts_an_rsa_2048_set() {
    openssl_accepts(Algorithm::Rsa(2048), 3);
}

fn openssl_accepts(algorithm: Algorithm, seed: u8) {
    let plain = set(&plan(algorithm), None, now(), seed);
    let folder = folder(&plain);
    check_certificates(folder.path());
    check_requests(folder.path());
    check_keys(folder.path(), "");
    check_chains_with_webpki(&plain);

    let password = password();
    let encrypted = set(&plan(algorithm), Some(&password), now(), seed);
    let folder = support::folder(&encrypted);
    check_certificates(folder.path());
    fs::write(folder.path().join("password"), PASSWORD).unwrap();
    fs::write(folder.path().join("wrong"), "incorrect horse").unwrap();
    check_keys(folder.path(), "-passin file:password");
    check_encryption(folder.path());
}

fn check_certificates(folder: &Path) {
    let verify = format!("verify -x509_strict -CAfile cacert.pem -attime {NOW} -purpose");
    let run = |rest: &str| openssl(folder, &format!("{verify} {rest}"));
    for name in ["www.example.com", "a.xn--r8jz45g.example"] {
        run(&format!("sslserver -verify_hostname {name} servercert.pem")).expect(name);
    }
    for address in ["192.0.2.7", "2001:db8::7"] {
        run(&format!("sslserver -verify_ip {address} servercert.pem")).expect(address);
    }
    run("sslclient -verify_email ming@example.com clientcert.pem").expect("the client");
    run("any cacert.pem").expect("the authority");

    let refused = |rest: &str, because| run(rest).expect_refusal(rest, because);
    refused(
        "sslserver -verify_hostname example.com servercert.pem",
        "hostname mismatch",
    );
    refused(
        "sslserver -verify_ip 192.0.2.8 servercert.pem",
        "IP address mismatch",
    );
    refused("sslclient servercert.pem", "unsuitable certificate purpose");
    refused("sslserver clientcert.pem", "unsuitable certificate purpose");
}

fn check_requests(folder: &Path) {
    for file in ["ca.csr", "server.csr", "client.csr"] {
        let text = openssl(folder, &format!("req -in {file} -noout -verify -text")).expect(file);
        assert!(text.contains("verify OK"), "{file}: {text}");
    }
    let text = openssl(folder, "req -in server.csr -noout -text").text;
    assert!(text.contains("Requested Extensions:"), "{text}");
    assert!(text.contains("DNS:www.example.com, DNS:*.xn--r8jz45g.example, IP Address:192.0.2.7"));
    for absent in ["Key Identifier", "CA:TRUE"] {
        assert!(!text.contains(absent), "{absent} in {text}");
    }
}

fn check_keys(folder: &Path, options: &str) {
    for (key, certificate) in [
        ("cakey.pem", "cacert.pem"),
        ("key.pem", "servercert.pem"),
        ("clientkey.pem", "clientcert.pem"),
    ] {
        let check = openssl(folder, &format!("pkey -in {key} -check -noout {options}")).expect(key);
        assert!(check.contains("Key is valid"), "{check}");
        let of_key = openssl(folder, &format!("pkey -in {key} -pubout {options}")).expect(key);
        let of_certificate = openssl(folder, &format!("x509 -in {certificate} -noout -pubkey"));
        assert_eq!(of_key, of_certificate.expect(certificate));
    }
}

fn check_encryption(folder: &Path) {
    let wrong = openssl(folder, "pkey -in key.pem -noout -passin file:wrong");
    assert!(!wrong.ok, "a wrong password opened the key");
    let scheme = openssl(folder, "asn1parse -in key.pem").expect("asn1parse");
    let rounds = format!("INTEGER           :{:06X}", certwright::pki::PBKDF2_ROUNDS);
    for part in ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", &rounds] {
        assert!(scheme.contains(part), "no {part} in {scheme}");
    }
}

fn check_chains_with_webpki(set: &Set) {
    let server = |now| judge(set, Role::Server, KeyUsage::server_auth(), now);
    let client = |now| judge(set, Role::Client, KeyUsage::client_auth(), now);
    server(NOW).expect("the server");
    client(NOW).expect("the client");
    judge(set, Role::Server, KeyUsage::client_auth(), NOW).expect_err("a server is no client");
    judge(set, Role::Client, KeyUsage::server_auth(), NOW).expect_err("a client is no server");

    let Validity {
        not_before,
        not_after,
    } = set.certificate(Role::Server).validity();
    server(not_before.unix()).expect("from the first second");
    server(not_after.unix()).expect("to the last second");
    server(not_before.unix() - 1).expect_err("not before");
    server(not_after.unix() + 1).expect_err("not after");

    let der = CertificateDer::from(set.certificate(Role::Server).der());
    let leaf = EndEntityCert::try_from(&der).unwrap();
    let is_for = |name: &str| {
        leaf.verify_is_valid_for_subject_name(&ServerName::try_from(name.to_owned()).unwrap())
    };
    for name in [
        "www.example.com",
        "a.xn--r8jz45g.example",
        "192.0.2.7",
        "2001:db8::7",
    ] {
        is_for(name).expect(name);
    }
    for name in [
        "example.com",
        "a.b.xn--r8jz45g.example",
        "192.0.2.8",
        "2001:db8::8",
    ] {
        is_for(name).expect_err(name);
    }
}

fn judge(set: &Set, role: Role, usage: KeyUsage, now: u64) -> Result<(), webpki::Error> {
    let root = CertificateDer::from(set.certificate(Role::Authority).der());
    let anchors = [anchor_from_trusted_cert(&root).unwrap()];
    let der = CertificateDer::from(set.certificate(role).der());
    let leaf = EndEntityCert::try_from(&der)?;
    let time = UnixTime::since_unix_epoch(Duration::from_secs(now));
    leaf.verify_for_usage(
        ALL_VERIFICATION_ALGS,
        &anchors,
        &[],
        time,
        usage,
        None,
        None,
    )?;
    Ok(())
}

#[test]
fn larger_rsa_keys_work_too() {
    for (algorithm, bits, seed) in [
        (Algorithm::Rsa(3072), 3072, 4),
        (Algorithm::Rsa(4096), 4096, 5),
    ] {
        let rng = &mut rng(seed);
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("cakey.pem"), &*key.to_pem().unwrap()).unwrap();
        let check = openssl(folder.path(), "pkey -in cakey.pem -check -noout -text").expect("key");
        assert!(
            check.contains("Key is valid") && check.contains(&format!("{bits} bit")),
            "{check}"
        );

        let subject = plan(algorithm).authority_subject();
        let validity = Validity::years(now(), 10).unwrap();
        let authority = Authority::create(subject, key, validity, rng).unwrap();
        let pem = authority.certificate().pem().unwrap();
        fs::write(folder.path().join("cacert.pem"), pem).unwrap();
        let verify = format!("verify -x509_strict -CAfile cacert.pem -attime {NOW} cacert.pem");
        openssl(folder.path(), &verify).expect("verify");
    }
}

#[test]
fn extensions_are_in_order_and_as_critical_as_they_should_be() {
    let rsa = set(&plan(Algorithm::Rsa(2048)), None, now(), 3);
    let ec = set(&plan(Algorithm::P256), None, now(), 1);
    assert_eq!(
        extensions(&ec, "cacert.pem"),
        [
            "X509v3 Authority Key Identifier:",
            "X509v3 Subject Key Identifier:",
            "X509v3 Key Usage: critical = Certificate Sign, CRL Sign",
            "X509v3 Basic Constraints: critical = CA:TRUE",
        ]
    );
    let names = "DNS:www.example.com, DNS:*.xn--r8jz45g.example, IP Address:192.0.2.7, \
                 IP Address:2001:DB8:0:0:0:0:0:7";
    let names = format!("X509v3 Subject Alternative Name: = {names}");
    for (set, usage) in [
        (&rsa, "Digital Signature, Key Encipherment"),
        (&ec, "Digital Signature"),
    ] {
        assert_eq!(
            extensions(set, "servercert.pem"),
            [
                "X509v3 Authority Key Identifier:",
                "X509v3 Subject Key Identifier:",
                &format!("X509v3 Key Usage: critical = {usage}"),
                &names,
                "X509v3 Basic Constraints: critical = CA:FALSE",
                "X509v3 Extended Key Usage: = TLS Web Server Authentication",
            ]
        );
    }
    assert_eq!(
        extensions(&rsa, "clientcert.pem"),
        [
            "X509v3 Authority Key Identifier:",
            "X509v3 Subject Key Identifier:",
            "X509v3 Key Usage: critical = Digital Signature",
            "X509v3 Subject Alternative Name: = email:ming@example.com",
            "X509v3 Basic Constraints: critical = CA:FALSE",
            "X509v3 Extended Key Usage: = TLS Web Client Authentication",
        ]
    );
}

/// Each extension as OpenSSL shows it, in order; the key identifiers without their digits.
fn extensions(set: &Set, file: &str) -> Vec<String> {
    let folder = folder(set);
    let text = openssl(folder.path(), &format!("x509 -in {file} -noout -text")).expect(file);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let heads = lines
        .windows(2)
        .filter(|pair| pair[0].starts_with("X509v3 ") && pair[0] != "X509v3 extensions:");
    heads
        .map(|pair| match pair[0].contains("Key Identifier") {
            true => pair[0].to_owned(),
            false => format!("{} = {}", pair[0], pair[1]),
        })
        .collect()
}

#[test]
fn key_identifiers_are_what_openssl_makes_them() {
    let set = set(&plan(Algorithm::P384), None, now(), 2);
    let folder = folder(&set);
    let ids = |file: &str, which: &str| {
        let text = openssl(
            folder.path(),
            &format!("x509 -in {file} -noout -ext {which}"),
        )
        .expect(file);
        text.lines().nth(1).unwrap().trim().to_owned()
    };
    let root = ids("cacert.pem", "subjectKeyIdentifier");
    let key = set
        .certificate(Role::Authority)
        .public_key()
        .unwrap()
        .key_identifier()
        .unwrap();
    let hex: Vec<String> = key.iter().map(|octet| format!("{octet:02X}")).collect();
    assert_eq!(root, hex.join(":"));
    for file in ["cacert.pem", "servercert.pem", "clientcert.pem"] {
        assert_eq!(ids(file, "authorityKeyIdentifier"), root);
    }
    assert_ne!(ids("servercert.pem", "subjectKeyIdentifier"), root);

    // OpenSSL's own `hash` is method 1 of RFC 5280, section 4.2.1.2.
    let command =
        "req -x509 -new -key key.pem -subj /CN=x -addext subjectKeyIdentifier=hash -out own.pem";
    openssl(folder.path(), command).expect("req -x509");
    let method = "subjectKeyIdentifier";
    assert_eq!(ids("own.pem", method), ids("servercert.pem", method));
}

#[test]
fn names_have_the_string_types_of_the_standard() {
    let set = set(&plan(Algorithm::P256), None, now(), 1);
    let folder = folder(&set);
    let dump = openssl(folder.path(), "asn1parse -in clientcert.pem -i").expect("asn1parse");
    for (attribute, kind) in [
        ("countryName", "PRINTABLESTRING"),
        ("organizationName", "UTF8STRING"),
        ("commonName", "UTF8STRING"),
    ] {
        let mut lines = dump.lines();
        let mut seen = 0;
        while let Some(line) = lines.next() {
            if line.contains(attribute) {
                let value = lines.next().unwrap();
                assert!(value.contains(kind), "{attribute}: {value}");
                seen += 1;
            }
        }
        assert_eq!(seen, 2, "{attribute} in the issuer and in the subject");
    }
    let subject = openssl(
        folder.path(),
        "x509 -in clientcert.pem -noout -subject -nameopt utf8,sep_comma_plus_space,sname",
    );
    let subject = subject.expect("subject");
    assert!(
        subject.contains("C=CN, O=Acme, Gänse & Söhne, CN=王小明"),
        "{subject}"
    );
    let shown = set.certificate(Role::Client).subject().to_string();
    assert_eq!(shown, "C=CN, O=\"Acme, Gänse & Söhne\", CN=王小明");
}

#[test]
fn an_email_in_the_subject_is_an_ia5_string() {
    use certwright::pki::AttributeType::{CommonName, Email};
    let rng = &mut rng(6);
    let subject = Name::default()
        .with(attribute(CommonName, "x"))
        .with(attribute(Email, "x@example.com"));
    let key = PrivateKey::generate(Algorithm::P256, rng).unwrap();
    let request = Request::sign(&profile::Client::new(subject, None), &key, rng).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("r"), request.pem().unwrap()).unwrap();
    let dump = openssl(folder.path(), "asn1parse -in r").expect("asn1parse");
    let value = dump
        .lines()
        .skip_while(|line| !line.contains("emailAddress"))
        .nth(1)
        .unwrap();
    assert!(
        value.contains("IA5STRING         :x@example.com"),
        "{value}"
    );
}

#[test]
fn dates_are_utc_time_before_2050_and_generalized_time_after() {
    let set = set(&plan(Algorithm::P256), None, now(), 1);
    let folder = folder(&set);
    let dump = openssl(folder.path(), "asn1parse -in cacert.pem").expect("asn1parse");
    let times: Vec<&str> = dump.lines().filter(|line| line.contains("TIME")).collect();
    assert_eq!(times.len(), 2);
    assert!(
        times[0].contains("UTCTIME") && times[0].ends_with(":261119132640Z"),
        "{times:?}"
    );
    assert!(
        times[1].contains("GENERALIZEDTIME") && times[1].ends_with(":20561119132639Z"),
        "{times:?}"
    );
}

#[test]
fn a_server_without_a_subject_has_critical_alternative_names() {
    let long = format!("{}.{}.example", "a".repeat(50), "b".repeat(50));
    let mut plan = plan(Algorithm::P256);
    (plan.organization, plan.country) = (None, None);
    plan.server_names = vec![AltName::server(&long).unwrap()];
    let set = set(&plan, None, now(), 7);
    assert!(set.certificate(Role::Server).subject().is_empty());
    let names = &extensions(&set, "servercert.pem")[3];
    assert_eq!(
        *names,
        format!("X509v3 Subject Alternative Name: critical = DNS:{long}")
    );
    let folder = folder(&set);
    let verify =
        format!("verify -x509_strict -CAfile cacert.pem -attime {NOW} -verify_hostname {long}");
    openssl(folder.path(), &format!("{verify} servercert.pem")).expect("verify");
    check_webpki_name(&set, &long);
}

fn check_webpki_name(set: &Set, name: &str) {
    judge(set, Role::Server, KeyUsage::server_auth(), NOW).expect("webpki");
    let der = CertificateDer::from(set.certificate(Role::Server).der());
    let leaf = EndEntityCert::try_from(&der).unwrap();
    let name = ServerName::try_from(name.to_owned()).unwrap();
    leaf.verify_is_valid_for_subject_name(&name).unwrap();
}

#[test]
fn the_common_name_is_the_first_server_name_that_fits() {
    let mut plan = plan(Algorithm::P256);
    let long = format!("{}.{}.example", "a".repeat(50), "b".repeat(50));
    plan.server_names = [&long, "10.1.2.3"]
        .map(|name| AltName::server(name).unwrap())
        .to_vec();
    assert_eq!(
        plan.server_subject().unwrap().common_name(),
        Some("10.1.2.3")
    );
}

#[test]
fn an_authority_refuses_what_it_should() {
    let rng = &mut rng(8);
    let plan = plan(Algorithm::P256);
    let generate =
        |rng: &mut rand_chacha::ChaCha20Rng| PrivateKey::generate(Algorithm::P256, rng).unwrap();
    let years = Validity::years(now(), 1).unwrap();
    let root_key = generate(rng);
    let authority = Authority::create(plan.authority_subject(), root_key, years, rng).unwrap();
    let key = generate(rng);
    let client = profile::Client::new(plan.client_subject(), None);
    let request = Request::sign(&client, &key, rng).unwrap();
    let days = |n| Validity::days(now(), n).unwrap();
    authority
        .issue(&request, &client, days(365), rng)
        .expect("as long as its authority");

    let outlives = authority
        .issue(&request, &client, days(366), rng)
        .unwrap_err();
    let not_after = Time::from_unix(days(366).not_after.unix());
    assert_eq!(
        outlives,
        Error::OutlivesIssuer {
            not_after,
            issuer_not_after: years.not_after
        }
    );

    // Letter case and space do not make another name (RFC 5280, section 7.1).
    use certwright::pki::AttributeType::{CommonName, Country, Organization};
    let same = Name::default()
        .with(attribute(Country, "CN"))
        .with(attribute(Organization, "ACME,  gänse & SÖHNE"))
        .with(attribute(CommonName, "acme root"));
    let same = authority.issue(&request, &profile::Client::new(same, None), days(1), rng);
    let name = plan.authority_subject().to_string();
    assert_eq!(same.unwrap_err(), Error::SameNameAsIssuer { name });

    let mut der = request.der().to_vec();
    *der.last_mut().unwrap() ^= 1;
    let forged = Request::from_der(&der).unwrap();
    assert_eq!(forged.verify(), Err(Error::RequestSignature));
    let refused = authority.issue(&forged, &client, days(1), rng).unwrap_err();
    assert_eq!(refused, Error::RequestSignature);
}

#[test]
fn requests_from_openssl_are_signed() {
    let rng = &mut rng(9);
    let folder = tempfile::tempdir().unwrap();
    let years = Validity::years(now(), 1).unwrap();
    let plan = plan(Algorithm::P384);
    let root_key = PrivateKey::generate(Algorithm::P384, rng).unwrap();
    let authority = Authority::create(plan.authority_subject(), root_key, years, rng).unwrap();
    fs::write(
        folder.path().join("ca.pem"),
        authority.certificate().pem().unwrap(),
    )
    .unwrap();
    for key in [
        "ec -pkeyopt ec_paramgen_curve:P-256",
        "ec -pkeyopt ec_paramgen_curve:P-384",
        "rsa:2048",
    ] {
        for digest in ["sha256", "sha384", "sha512"] {
            let command = format!(
                "req -new -newkey {key} -{digest} -noenc -keyout k -out r -subj /CN=x \
                                   -addext subjectAltName=DNS:x.example"
            );
            openssl(folder.path(), &command).expect(&command);
            let pem = fs::read_to_string(folder.path().join("r")).unwrap();
            let request = Request::from_pem(&pem).unwrap();
            request
                .verify()
                .unwrap_or_else(|error| panic!("{command}: {error}"));
            assert_eq!(request.alt_names(), [AltName::server("x.example").unwrap()]);
            assert_eq!(request.subject().to_string(), "CN=x");
            let names = request.alt_names().to_vec();
            let profile = profile::Server::new(Name::default(), names).unwrap();
            let days = Validity::days(now(), 10).unwrap();
            let certificate = authority.issue(&request, &profile, days, rng).unwrap();
            fs::write(folder.path().join("c"), certificate.pem().unwrap()).unwrap();
            let verify =
                format!("verify -x509_strict -CAfile ca.pem -attime {NOW} -purpose sslserver c");
            openssl(folder.path(), &verify).expect(&command);
        }
    }
}
