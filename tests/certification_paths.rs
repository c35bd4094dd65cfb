//! Paths made by OpenSSL: those that are valid are, and those that are broken in one way each say in
//! which.

#[path = "common/support.rs"]
mod support;

use std::{
    fs,
    time::{SystemTime, UNIX_EPOCH},
};

use certwright::pki::{
    Certificate, DnsName, Object, RevocationList, Time,
    chain::{
        Answer, Fault, ListFault, Peer, Policies, Purpose, Question, Reason, Revocation, Rules,
        verify,
    },
    reader::read,
};
use support::openssl;
use tempfile::TempDir;

/// A root, an intermediate, and a server's certificate.
struct Chain {
    folder: TempDir,
}

const EXTENSIONS: &str = r#"
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[narrow]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
nameConstraints = critical,permitted;DNS:other.example
[shut]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
nameConstraints = critical,excluded;DNS:own.example
[dotted]
keyUsage = critical,digitalSignature
authorityKeyIdentifier = keyid
subjectAltName = DNS:www.own.example.
[blank]
keyUsage = critical,digitalSignature
authorityKeyIdentifier = keyid
subjectAltName = "DNS:www.own.example "
[end]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = DNS:www.own.example
"#;

impl Chain {
    fn new(intermediate: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let chain = Self { folder };
        fs::write(chain.folder.path().join("x.cnf"), EXTENSIONS).unwrap();
        for name in ["root", "middle", "leaf"] {
            chain.run(&format!(
                "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {name}.key -out {name}.csr -subj /CN={name}"
            ));
        }
        chain.run("x509 -req -in root.csr -signkey root.key -days 30 -extfile x.cnf -extensions ca -out root.pem");
        chain.sign("middle", "root", intermediate, 1000);
        chain.sign("leaf", "middle", "end", 2000);
        chain
    }

    fn run(&self, command: &str) -> String {
        openssl(self.folder.path(), command).expect(command)
    }

    fn sign(&self, name: &str, issuer: &str, section: &str, serial: u32) {
        self.run(&format!(
            "x509 -req -in {name}.csr -CA {issuer}.pem -CAkey {issuer}.key -set_serial {serial} -days 20 -extfile x.cnf -extensions {section} -out {name}.pem"
        ));
    }

    /// The intermediate's revocation list.
    fn list(&self, settings: &str, extensions: &str, index: &str) -> RevocationList {
        let config = format!(
            "[ca]\ndefault_ca = a\n[a]\ndatabase = index.txt\n{settings}\ndefault_md = default\n\
             default_crl_days = 9\ncrl_extensions = e\n[e]\n{extensions}\n"
        );
        for (name, text) in [
            ("c.cnf", config.as_str()),
            ("index.txt", index),
            ("number", "01\n"),
        ] {
            fs::write(self.folder.path().join(name), text).unwrap();
        }
        self.run("ca -config c.cnf -gencrl -keyfile middle.key -cert middle.pem -out list.pem");
        let octets = fs::read(self.folder.path().join("list.pem")).unwrap();
        match read(&octets).remove(0).object {
            Ok(Object::RevocationList(list)) => list,
            other => panic!("{other:?}"),
        }
    }

    fn certificate(&self, name: &str) -> Certificate {
        let text = fs::read_to_string(self.folder.path().join(name).with_extension("pem"));
        Certificate::from_pem(&text.unwrap()).unwrap()
    }

    /// Whether OpenSSL takes it.
    fn openssl(&self, options: &str) -> bool {
        let command =
            format!("verify -x509_strict -purpose sslserver -CAfile root.pem {options} leaf.pem");
        openssl(self.folder.path(), &command).ok
    }

    fn ask(&self, change: impl FnOnce(&mut Asked)) -> Answer {
        let mut asked = Asked {
            pool: vec![self.certificate("middle")],
            lists: Vec::new(),
            host: "www.own.example",
            seconds: SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .unwrap()
                .as_secs()
                + 60,
            leaf: self.certificate("leaf"),
            rules: Rules::Profile,
        };
        change(&mut asked);
        verify(&Question {
            leaf: &asked.leaf,
            pool: &asked.pool,
            roots: &[self.certificate("root")],
            lists: &asked.lists,
            revocation: Revocation::IfThere,
            time: Time::from_unix(asked.seconds),
            purpose: Purpose::TlsServer,
            peer: Some(Peer::Host(DnsName::parse(asked.host).unwrap())),
            rules: asked.rules,
            policies: Policies::default(),
            max_depth: None,
            allows_weak_algorithms: false,
        })
    }
}

struct Asked {
    leaf: Certificate,
    pool: Vec<Certificate>,
    lists: Vec<RevocationList>,
    host: &'static str,
    seconds: u64,
    rules: Rules,
}

fn faults(answer: &Answer) -> Vec<(usize, Fault)> {
    let path = answer.paths.first().expect("a path");
    path.faults()
        .map(|(at, fault)| (at, fault.clone()))
        .collect()
}

#[test]
fn a_path_is_found_and_valid() {
    let chain = Chain::new("ca");
    assert!(chain.openssl("-untrusted middle.pem"));
    let answer = chain.ask(|_| {});
    assert_eq!(faults(&answer), []);
    let names: Vec<String> = answer.paths[0]
        .certificates
        .iter()
        .map(|it| it.subject().to_string())
        .collect();
    assert_eq!(names, ["CN=root", "CN=middle", "CN=leaf"]);
}

#[test]
fn a_missing_intermediate_is_named_with_its_key() {
    let chain = Chain::new("ca");
    assert!(!chain.openssl(""));
    let answer = chain.ask(|asked| asked.pool.clear());
    let key = chain.run("x509 -in middle.pem -noout -ext subjectKeyIdentifier");
    let key = key.lines().last().unwrap().trim().replace(':', "");
    let fault = Fault::NoIssuer {
        issuer: "CN=middle".into(),
        key: Some(key),
        places: Vec::new(),
    };
    assert!(faults(&answer).contains(&(0, fault)), "{answer:?}");
}

#[test]
fn time_and_host_are_said() {
    let chain = Chain::new("ca");
    let leaf = chain.certificate("leaf");
    let late = chain.ask(|asked| asked.seconds = leaf.validity().not_after.unix() + 1);
    let not_after = leaf.validity().not_after;
    assert!(faults(&late).contains(&(2, Fault::Expired { not_after })));
    let early = chain.ask(|asked| asked.seconds = leaf.validity().not_before.unix() - 1);
    let not_before = leaf.validity().not_before;
    assert!(faults(&early).contains(&(2, Fault::NotYetValid { not_before })));
    let other = chain.ask(|asked| asked.host = "other.example");
    let wanted = Peer::parse("other.example").unwrap();
    assert_eq!(faults(&other), [(2, Fault::Peer { wanted })]);
}

/// It has the root's name, its public key and its key identifier, and is signed by somebody else.
#[test]
fn nothing_is_trusted_by_key_or_name() {
    let chain = Chain::new("ca");
    chain.run("pkey -in root.key -pubout -out root.pub");
    chain.run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out evil.key");
    chain.run("req -new -key evil.key -subj /CN=root -out evil.csr");
    chain.run("x509 -req -in evil.csr -signkey evil.key -days 9 -extfile x.cnf -extensions ca -out evil.pem");
    chain.run("x509 -req -in leaf.csr -force_pubkey root.pub -CA evil.pem -CAkey evil.key -set_serial 7 -days 9 -extfile x.cnf -extensions end -out forged.pem");
    let answer = chain.ask(|asked| {
        asked.leaf = chain.certificate("forged");
        asked.pool.push(chain.certificate("evil"));
    });
    assert!(!answer.is_valid());
    let all: Vec<Fault> = answer
        .paths
        .iter()
        .flat_map(|path| path.faults())
        .map(|(_, it)| it.clone())
        .collect();
    assert!(
        all.contains(&Fault::Signature) || all.contains(&Fault::SelfSigned { is_leaf: false }),
        "{all:?}"
    );
    // Not even as itself.
    let answer = chain.ask(|asked| asked.leaf = chain.certificate("evil"));
    assert!(!answer.is_valid());
}

#[test]
fn an_authority_keeps_to_its_names() {
    let chain = Chain::new("narrow");
    assert!(!chain.openssl("-untrusted middle.pem"));
    let name = "DNS:www.own.example".into();
    assert_eq!(
        faults(&chain.ask(|_| {})),
        [(2, Fault::NotPermitted { name })]
    );
}

/// A name that is written a little otherwise is the same to whoever connects, and so it has to be to the
/// authority's limits.
#[test]
fn no_dot_or_blank_leads_around_an_exclusion() {
    let chain = Chain::new("shut");
    for section in ["end", "dotted", "blank"] {
        chain.sign("leaf", "middle", section, 3000);
        let answer = chain.ask(|asked| asked.rules = Rules::Path);
        assert!(!answer.is_valid(), "{section}");
    }
}

#[test]
fn a_leaf_signs_no_certificates() {
    let chain = Chain::new("end");
    assert!(!chain.openssl("-untrusted middle.pem"));
    let found = faults(&chain.ask(|_| {}));
    for fault in [Fault::NotAuthority, Fault::NoCertSign] {
        assert!(found.contains(&(1, fault)), "{found:?}");
    }
}

#[test]
fn a_revoked_certificate_is_refused_with_the_reason() {
    let chain = Chain::new("ca");
    let (revoked, extensions) = ("crlnumber = number", "authorityKeyIdentifier = keyid");
    let list = |index: &str| chain.list(revoked, extensions, index);
    let good = list("R\t301231235959Z\t261119142640Z\t0A\tunknown\t/CN=x\n");
    let answer = chain.ask(|asked| asked.lists = vec![good]);
    assert_eq!(faults(&answer), []);
    let bad = list("R\t301231235959Z\t261119142640Z,keyCompromise\t07D0\tunknown\t/CN=leaf\n");
    let answer = chain.ask(|asked| asked.lists = vec![bad]);
    let found = faults(&answer);
    let is_said = |(at, fault): &(usize, Fault)| {
        let reason = Reason::KeyCompromise;
        matches!(fault, Fault::Revoked { reason: said, .. } if *said == reason) && *at == 2
    };
    assert!(found.len() == 1 && found.iter().all(is_said), "{found:?}");
    assert!(!chain.openssl("-untrusted middle.pem -crl_check -CRLfile list.pem"));
}

/// Where only the path counts a list may lack its number. What else is wrong with it counts all the same.
#[test]
fn a_list_without_a_number_hides_no_other_fault() {
    let chain = Chain::new("ca");
    let plain = chain.list("", "authorityKeyIdentifier = keyid", "");
    let odd = chain.list("", "1.2.3.4 = critical,DER:0500", "");
    // A reason that there is not.
    let revoked = "R\t301231235959Z\t261119142640Z,keyCompromise\t0A\tunknown\t/CN=x\n";
    let mut der = chain
        .list("", "authorityKeyIdentifier = keyid", revoked)
        .der()
        .to_vec();
    let reason = der
        .windows(3)
        .position(|octets| octets == [10, 1, 1])
        .unwrap();
    der[reason + 2] = 7;
    let broken = RevocationList::from_der(&der).unwrap();
    for (rules, list, fault) in [
        (Rules::Path, &broken, Some(ListFault::Broken)),
        (Rules::Path, &plain, None),
        (Rules::Profile, &plain, Some(ListFault::NumberMissing)),
        (Rules::Path, &odd, Some(ListFault::UnknownExtension)),
        (Rules::Profile, &odd, Some(ListFault::UnknownExtension)),
    ] {
        let answer = chain.ask(|asked| {
            asked.lists = vec![list.clone()];
            asked.rules = rules;
        });
        let expected: Vec<_> = fault
            .map(|fault| (2, Fault::List(fault)))
            .into_iter()
            .collect();
        assert_eq!(faults(&answer), expected, "{rules:?}");
    }
}
