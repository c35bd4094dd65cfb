//! Certificates in the place of others: with the same key and with another, of authorities, too.

#[path = "common/registers.rs"]
mod registers;
#[path = "common/support.rs"]
mod support;

use certwright::{
    Error, IssuingFault,
    authority::{Act, Change, Holder, Record, Revoked, State},
    pki::{Algorithm, Certificate, Time, chain::Reason},
};
use registers::*;
use support::NOW;

#[test]
fn a_server() {
    let mut office = Office::new(1);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let order = server(root, &["www.example.com", "192.0.2.1"], office.now);
    let key = office.key(Algorithm::P384);
    let mut keeps = order.clone();
    keeps.keeps_key = true;
    let old = office
        .issue(&keeps, &Holder::Key(key.clone()))
        .entry
        .unwrap();

    office.now = Time::from_unix(NOW + 80 * 86_400);
    let (renewal, algorithm, can_keep) = office.register.renewal(old, office.now).unwrap();
    assert_eq!((algorithm, can_keep), (Algorithm::P384, true));
    assert_eq!(renewal.application, order.application);
    assert_eq!(
        (renewal.renews, renewal.profile.as_str()),
        (Some(old), "test")
    );
    let length = |it: certwright::pki::Validity| it.not_after.unix() - it.not_before.unix();
    assert_eq!(length(renewal.validity), length(order.validity));
    assert!(renewal.validity.not_before > order.validity.not_before);

    // With the same key, which stays kept.
    let public = office.register.public_key(old).unwrap();
    let same = office
        .issue(&renewal, &Holder::Public(public.clone()))
        .entry
        .unwrap();
    let entry = &office.register.entries()[&same];
    assert_eq!(entry.renews, Some(old));
    assert_eq!(
        office.register.private_key(same).unwrap().public_key(),
        public
    );
    let last = |office: &Office| {
        office
            .register
            .events()
            .values()
            .last()
            .unwrap()
            .act
            .clone()
    };
    let Act::Renewed {
        entry,
        old: of,
        same_key,
        ..
    } = last(&office)
    else {
        panic!();
    };
    assert_eq!((entry, of, same_key), (same, old, true));
    let chain = office.register.chain(same).unwrap();
    let time = office.now.unix();
    let verdict = support::openssl(
        files(&chain).path(),
        &format!("verify -x509_strict -attime {time} -CAfile root.pem leaf.pem"),
    );
    verdict.expect("verify");

    // With another.
    let other = office.key(Algorithm::P384);
    let new = office.issue(&renewal, &Holder::Key(other)).entry.unwrap();
    assert_ne!(office.register.public_key(new).unwrap(), public);
    assert!(matches!(
        last(&office),
        Act::Renewed {
            same_key: false,
            ..
        }
    ));

    // Not beyond the issuer, and not with a key that somebody else has.
    let end = office.register.authorities()[&root]
        .certificate
        .validity()
        .not_after;
    let late = Time::from_unix(end.unix() - 86_400);
    let (renewal, _, _) = office.register.renewal(old, late).unwrap();
    assert_eq!(renewal.validity.not_after, end);
    let mut entry = office.register.entries()[&old].clone();
    entry.state = State::Revoked(Revoked {
        at: office.now,
        reason: Reason::KeyCompromise,
        invalid_since: None,
    });
    let mut change = Change::default();
    change.put(old, Record::Entry(Box::new(entry)));
    office.apply(change);
    assert!(!office.register.renewal(old, office.now).unwrap().2);
    // Nor under another name, nor by another authority.
    let other = office.authority(None, "Other", Algorithm::P256, &[]);
    let order = server(other, &["elsewhere.example"], office.now);
    let holder = Holder::Public(public);
    let fault = office.try_issue(&order, &holder).unwrap_err();
    let serial = office.register.entries()[&old].serial.clone();
    assert_eq!(fault, IssuingFault::KeyCompromised { serial }.into());
}

/// Root, authority below it, and a server: with the same keys, all that was issued goes on.
#[test]
fn authorities_with_the_same_key() {
    let mut office = Office::new(2);
    let root = office.authority(None, "Root", Algorithm::Rsa(2048), &[]);
    let low = office.authority(
        Some(root),
        "Low",
        Algorithm::P256,
        &[purposes(&[server_auth()])],
    );
    let leaf = office.server(low, &["www.example.com"]).entry.unwrap();
    let old: Vec<Certificate> = office.register.chain(leaf).unwrap();

    office.now = Time::from_unix(NOW + 3_600);
    let mut first = None;
    for id in [low, root] {
        let (renewal, _, can_keep) = office.register.renewal(id, office.now).unwrap();
        assert!(can_keep);
        let holder = match id == root {
            // A root signs itself.
            true => Holder::Key(office.register.private_key(id).unwrap()),
            false => Holder::Public(office.register.public_key(id).unwrap()),
        };
        let before = office.register.authorities()[&id].clone();
        let issued = office.issue(&renewal, &holder);
        assert_eq!(issued.authority, Some(id), "it keeps its number");
        assert_eq!(issued.entry.is_none(), id == root);
        let after = &office.register.authorities()[&id];
        assert_eq!(after.certificate, issued.certificate);
        assert_eq!(after.others, [before.certificate]);
        assert_eq!((&after.key, after.parent), (&before.key, before.parent));
        if let Some(entry) = issued.entry {
            assert_eq!(after.entry, Some(entry));
            let entry = &office.register.entries()[&entry];
            assert_eq!((entry.renews, entry.authority), (before.entry, Some(low)));
            first = before.entry;
        }
    }
    assert_eq!(office.register.authorities().len(), 2);
    let new = office.register.chain(leaf).unwrap();
    assert_eq!(new[0], old[0]);
    assert!(new[1] != old[1] && new[2] != old[2]);
    // In every mixture of old and new.
    for middle in [&old[1], &new[1]] {
        for top in [&old[2], &new[2]] {
            let chain = [old[0].clone(), middle.clone(), top.clone()];
            openssl_verdict(&files(&chain), "-purpose sslserver").unwrap();
            webpki_verdict(&chain, "www.example.com").unwrap();
        }
    }
    let next = office.server(low, &["next.example"]).entry.unwrap();
    openssl_verdict(&files(&office.register.chain(next).unwrap()), "").unwrap();
    // Renewed by its former entry it is no authority's any more: another certificate of the same one.
    let (by_entry, _, _) = office.register.renewal(first.unwrap(), office.now).unwrap();
    assert_eq!(by_entry.renews, first);
}

#[test]
fn authorities_with_another_key() {
    let mut office = Office::new(3);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let low = office.authority(Some(root), "Low", Algorithm::P256, &[]);
    let leaf = office.server(low, &["www.example.com"]).entry.unwrap();
    let (renewal, algorithm, _) = office.register.renewal(low, office.now).unwrap();
    let key = office.key(algorithm);
    let issued = office.issue(&renewal, &Holder::Key(key));
    let beside = issued.authority.unwrap();
    assert_ne!(beside, low);
    assert_eq!(office.register.authorities()[&beside].label, "Low");
    assert_eq!(office.register.authorities()[&beside].parent, Some(root));
    let entry = &office.register.entries()[&issued.entry.unwrap()];
    assert_eq!(entry.renews, office.register.authorities()[&low].entry);
    // Both go on, and their certificates are not mixed up.
    let second = office.server(beside, &["www.example.com"]).entry.unwrap();
    for entry in [leaf, second] {
        let chain = office.register.chain(entry).unwrap();
        openssl_verdict(&files(&chain), "").unwrap();
        webpki_verdict(&chain, "www.example.com").unwrap();
    }
    let last = office.register.events().values().rev().nth(1).unwrap();
    assert!(matches!(
        last.act,
        Act::Renewed {
            same_key: false,
            ..
        }
    ));
}

#[test]
fn what_is_not_here() {
    let mut office = Office::new(4);
    let root = office.authority(None, "Root", Algorithm::P256, &[]);
    let refused = office.register.renewal(4711, office.now).unwrap_err();
    assert_eq!(refused, IssuingFault::Gone { id: 4711 }.into());
    let leaf = office.server(root, &["a.example"]).entry.unwrap();
    let mut entry = office.register.entries()[&leaf].clone();
    entry.der = None;
    let mut change = Change::default();
    change.put(leaf, Record::Entry(Box::new(entry)));
    office.apply(change);
    let fault = Error::from(IssuingFault::CertificateNotKept);
    assert_eq!(
        office.register.renewal(leaf, office.now).unwrap_err(),
        fault
    );
    assert_eq!(office.register.chain(leaf).unwrap_err(), fault);
    let mut order = server(root, &["a.example"], office.now);
    order.renews = Some(4711);
    let key = office.key(Algorithm::P256);
    let refused = office.try_issue(&order, &Holder::Key(key)).unwrap_err();
    assert_eq!(refused, IssuingFault::Gone { id: 4711 }.into());
}
