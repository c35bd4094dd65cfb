//! Authorities that other programs made, taken in with what belongs to them.

#[path = "common/registers.rs"]
mod registers;
#[path = "common/support.rs"]
mod support;

use certwright::{
    Error, IssuingFault,
    authority::{Act, Change, Imported, Register},
    pki::{Algorithm, Certificate, PrivateKey, Time},
};
use registers::*;
use support::openssl;
use tempfile::TempDir;

/// Root, intermediate and server by OpenSSL, with keys of different kinds.
fn made_by_openssl() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let run = |command: &str| {
        openssl(folder.path(), command).expect(command);
    };
    write(
        folder.path(),
        "x.cnf",
        "[req]\ndistinguished_name=dn\n[dn]\n[ca]\nbasicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n\
         subjectKeyIdentifier=hash\n[leaf]\nsubjectAltName=DNS:www.example.com\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
    );
    run(
        "req -x509 -config x.cnf -extensions ca -newkey rsa:2048 -nodes -keyout root.key -out root.pem -subj /O=Gans/CN=Root -days 7000",
    );
    run(
        "req -new -config x.cnf -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout low.key -out low.csr -subj /O=Gans/CN=Low",
    );
    run(
        "x509 -req -in low.csr -CA root.pem -CAkey root.key -extfile x.cnf -extensions ca -days 5000 -set_serial 0x1000 -out low.pem",
    );
    run(
        "req -new -config x.cnf -newkey ed25519 -nodes -keyout leaf.key -out leaf.csr -subj /CN=www.example.com",
    );
    run(
        "x509 -req -in leaf.csr -CA low.pem -CAkey low.key -extfile x.cnf -extensions leaf -days 300 -set_serial 0x2000 -out leaf.pem",
    );
    folder
}

fn certificate(folder: &TempDir, name: &str) -> Certificate {
    let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
    Certificate::from_pem(&text).unwrap()
}

fn key(folder: &TempDir, name: &str) -> PrivateKey {
    let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
    PrivateKey::from_pem(&text, None).unwrap()
}

fn find(register: &Register, label: &str) -> u32 {
    let mut all = register.authorities().iter();
    *all.find(|(_, ca)| ca.label == label).unwrap().0
}

/// In whatever order they come: together, or one by one.
#[test]
fn a_whole_chain() {
    let folder = made_by_openssl();
    let of = |name: &str| certificate(&folder, name);
    let (root, low, leaf) = (of("root.pem"), of("low.pem"), of("leaf.pem"));
    let keys = ["leaf.key", "low.key", "root.key"].map(|name| key(&folder, name));
    let steps: [Vec<(Vec<Certificate>, Vec<PrivateKey>)>; 3] = [
        vec![(vec![leaf.clone(), low.clone(), root.clone()], keys.to_vec())],
        vec![
            (vec![low.clone()], vec![]),
            (vec![leaf.clone()], keys[..2].to_vec()),
            (vec![root.clone()], keys[2..].to_vec()),
        ],
        vec![
            (vec![root.clone()], vec![]),
            (vec![root.clone(), low.clone()], vec![keys[1].clone()]),
            (vec![leaf.clone()], keys.to_vec()),
        ],
    ];
    for (seed, steps) in (1..).zip(steps) {
        let mut office = Office::new(seed);
        office.now = Time::from_unix(leaf.validity().not_before.unix() + 7_200);
        for (certificates, keys) in steps {
            import(&mut office, &certificates, &keys);
        }
        let register = &office.register;
        assert_eq!(register.authorities().len(), 2);
        let (top, below) = (find(register, "Root"), find(register, "Low"));
        let ca = &register.authorities()[&below];
        assert_eq!(ca.parent, Some(top), "way {seed}");
        let entry = &register.entries()[&ca.entry.unwrap()];
        assert_eq!(
            (
                entry.issuer,
                entry.authority,
                entry.serial.to_hex().as_str()
            ),
            (top, Some(below), "1000")
        );
        assert_eq!(register.entries().len(), 2);
        let (id, entry) = register
            .entries()
            .iter()
            .find(|(_, it)| it.issuer == below)
            .unwrap();
        assert_eq!(entry.names, ["www.example.com"]);
        assert_eq!(
            register.private_key(*id).unwrap().public_key(),
            keys[0].public_key()
        );
        assert_eq!(
            register.private_key(top).unwrap().public_key(),
            keys[2].public_key()
        );
        // It goes on from here.
        let id = *id;
        let issued = office.server(below, &["next.example"]);
        let chain = office.register.chain(issued.entry.unwrap()).unwrap();
        let time = office.now.unix() + 60;
        let files = files(&chain);
        let command =
            format!("verify -attime {time} -CAfile root.pem -untrusted chain.pem leaf.pem");
        openssl(files.path(), &command).expect("verify");
        assert_eq!(
            office.register.chain(id).unwrap(),
            [leaf.clone(), low.clone(), root.clone()]
        );
    }
}

fn import(office: &mut Office, certificates: &[Certificate], keys: &[PrivateKey]) -> Imported {
    let (change, imported) = office
        .register
        .import(certificates, keys, office.now)
        .unwrap();
    office.apply(change);
    imported
}

#[test]
fn what_is_of_no_use() {
    let folder = made_by_openssl();
    let of = |name: &str| certificate(&folder, name);
    let mut office = Office::new(9);
    // A leaf without its authority, and a key of nothing.
    let imported = import(&mut office, &[of("leaf.pem")], &[key(&folder, "root.key")]);
    let subject = "CN=www.example.com".to_owned();
    let why = [
        (
            subject.clone(),
            Error::from(IssuingFault::NotAuthority {
                subject: subject.clone(),
            }),
        ),
        (
            "RSA 2048".to_owned(),
            IssuingFault::CertificateNotKept.into(),
        ),
    ];
    assert_eq!(imported.left_out, why);
    assert!(office.register.is_empty());

    let all = [of("root.pem"), of("low.pem"), of("leaf.pem")];
    let imported = import(&mut office, &all, &[]);
    assert_eq!((imported.authorities.len(), imported.entries), (2, 2));
    let before = office.register.clone();
    let again = import(&mut office, &all, &[]);
    assert_eq!((again.authorities.len(), again.entries), (0, 0));
    assert_eq!(again.left_out.len(), 3);
    assert_eq!(office.register, before);

    // Its key is not here, and comes later.
    let low = find(&office.register, "Low");
    let order = server(low, &["a.example"], of("leaf.pem").validity().not_before);
    let reasons = office
        .register
        .refusals(&order, Algorithm::P256, office.now);
    assert!(
        reasons.contains(
            &IssuingFault::NoKey {
                authority: "Low".into()
            }
            .into()
        )
    );
    import(&mut office, &[], &[key(&folder, "low.key")]);
    assert!(office.register.private_key(low).is_ok());
}

/// What is written into a vault has to be read from there again, whatever number a certificate has.
#[test]
fn numbers_that_break_the_standard() {
    let folder = made_by_openssl();
    let command =
        "x509 -req -in leaf.csr -CA low.pem -CAkey low.key -days 300 -set_serial 0 -out zero.pem";
    openssl(folder.path(), command).expect(command);
    let command = "x509 -req -in low.csr -CA root.pem -CAkey root.key -extfile x.cnf -extensions ca -days 5000 -set_serial 0 -out low.pem";
    openssl(folder.path(), command).expect(command);
    let mut office = Office::new(12);
    let all = ["root.pem", "low.pem", "zero.pem"].map(|name| certificate(&folder, name));
    let imported = import(&mut office, &all, &[]);
    assert!(matches!(imported.left_out[..], [(_, Error::Serial { .. })]));
    let low = find(&office.register, "Low");
    assert!(office.register.authorities()[&low].parent.is_some());
    assert!(office.register.entries().is_empty());
}

/// Somebody else's root with the name of ours is no parent of what ours signed.
#[test]
fn names_prove_nothing() {
    let folder = made_by_openssl();
    let other = made_by_openssl();
    let mut office = Office::new(10);
    let all = [
        certificate(&other, "root.pem"),
        certificate(&folder, "low.pem"),
    ];
    import(&mut office, &all, &[]);
    let low = find(&office.register, "Low");
    assert_eq!(office.register.authorities()[&low].parent, None);
    import(&mut office, &[certificate(&folder, "root.pem")], &[]);
    let parent = office.register.authorities()[&low].parent.unwrap();
    let root = &office.register.authorities()[&parent].certificate;
    assert_eq!(*root, certificate(&folder, "root.pem"));
}

#[test]
fn removed_with_all_below() {
    let mut office = Office::new(11);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let other = office.authority(None, "Other", Algorithm::P256, &[]);
    let low = office.authority(Some(root), "Low", Algorithm::P256, &[]);
    let lower = office.authority(Some(low), "Lower", Algorithm::P256, &[]);
    let gone = office.server(lower, &["a.example"]).entry.unwrap();
    let stays = office.server(other, &["b.example"]).entry.unwrap();
    let entry = office.register.authorities()[&low].entry.unwrap();
    let events = office.register.events().len();
    let change = office.register.remove(low, office.now).unwrap();
    office.apply(change);
    let register = &office.register;
    assert_eq!(
        register.authorities().keys().copied().collect::<Vec<_>>(),
        [root, other]
    );
    assert!(!register.entries().contains_key(&gone) && register.entries().contains_key(&stays));
    // Its certificate stays in the book of who signed it.
    assert_eq!(register.entries()[&entry].authority, None);
    let removed: Vec<_> = register.events().values().skip(events).collect();
    let names: Vec<_> = removed
        .iter()
        .map(|it| it.authority.clone().unwrap().1)
        .collect();
    assert_eq!(names, ["Low", "Lower"]);
    assert!(removed.iter().all(|it| it.act == Act::Removed));
    let refused = register.remove(low, office.now).unwrap_err();
    assert_eq!(refused, IssuingFault::Gone { id: low }.into());
    // Numbers are never given twice.
    let last = *register.events().keys().last().unwrap();
    let mut change = Change::default();
    let next = change.add(
        register,
        certwright::authority::Record::Event(removed[0].clone()),
    );
    assert!(next > last);
}
