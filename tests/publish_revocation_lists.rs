//! Revocation lists and deltas, from one to the next, before OpenSSL, rustls-webpki, GnuTLS and our own validator.

#[path = "common/registered.rs"]
mod registered;
#[path = "common/support.rs"]
mod support;

use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use certwright::{
    Error, IssuingFault,
    authority::{Act, Register, State},
    pki::{
        Algorithm, Certificate, Digest, ListContent, Listed, RevocationList, Serial,
        SignatureAlgorithm, Time,
        chain::{Fault, Policies, Purpose, Question, Reason, Revocation, Rules, verify},
    },
};
use rand_chacha::ChaCha20Rng;
use registered::*;
use rustls_pki_types::{CertificateDer, UnixTime};
use support::{NOW, now, openssl, rng, say};
use webpki::{
    ALL_VERIFICATION_ALGS, BorrowedCertRevocationList, CertRevocationList, EndEntityCert, KeyUsage,
    RevocationOptionsBuilder, anchor_from_trusted_cert,
};

fn later(seconds: u64) -> Time {
    Time::from_unix(NOW + seconds)
}

const DAY: u64 = 86_400;

fn publish(
    register: &mut Register,
    authority: u32,
    is_delta: bool,
    now: Time,
    rng: &mut ChaCha20Rng,
) -> RevocationList {
    let (change, list) = register.publish(authority, 7, is_delta, now, rng).unwrap();
    register.apply(change);
    list
}

fn revoke(register: &mut Register, ids: &[u32], reason: Reason, now: Time) {
    let change = register.revoke(ids, &for_reason(reason), now).unwrap();
    register.apply(change);
}

fn release(register: &mut Register, ids: &[u32], now: Time) {
    let change = register.release(ids, now).unwrap();
    register.apply(change);
}

fn content(register: &Register, list: &RevocationList) -> ListContent {
    let issuer = &register.authorities()[&AUTHORITY].certificate;
    list.content(issuer).expect("it is one of ours")
}

/// Entries' numbers and reasons, in order.
fn listed(register: &Register, list: &RevocationList) -> Vec<(u32, Reason)> {
    let entry = |listed: Listed| {
        let mut entries = register.entries().iter();
        let entry = entries.find(|(_, entry)| entry.serial == listed.serial);
        (*entry.unwrap().0, listed.reason)
    };
    let mut all: Vec<_> = content(register, list)
        .entries
        .into_iter()
        .map(entry)
        .collect();
    all.sort_by_key(|(id, _)| *id);
    all
}

fn certificate(register: &Register, id: u32) -> Certificate {
    Certificate::from_der(register.entries()[&id].der.as_ref().unwrap()).unwrap()
}

/// The reason for which an entry's certificate is revoked, by each judge who can say. All have to agree.
fn judged(
    folder: &Path,
    register: &Register,
    id: u32,
    lists: &[&RevocationList],
    now: Time,
) -> Option<Reason> {
    let ours = by_us(register, id, lists, now);
    assert_eq!(
        by_openssl(folder, register, id, lists, now),
        ours.is_some(),
        "OpenSSL, {id}"
    );
    if lists.len() == 2 {
        assert_eq!(
            by_webpki(register, id, lists[1], now),
            ours.is_some(),
            "webpki, {id}"
        );
    }
    ours
}

fn by_us(register: &Register, id: u32, lists: &[&RevocationList], now: Time) -> Option<Reason> {
    let cas = register.authorities();
    let lists: Vec<_> = lists.iter().map(|list| (*list).clone()).collect();
    let answer = verify(&Question {
        leaf: &certificate(register, id),
        pool: &[cas[&AUTHORITY].certificate.clone()],
        roots: &[cas[&ROOT].certificate.clone()],
        lists: &lists,
        revocation: Revocation::Required,
        time: now,
        purpose: Purpose::TlsServer,
        peer: None,
        rules: Rules::Profile,
        policies: Policies::default(),
        max_depth: None,
        allows_weak_algorithms: false,
    });
    let path = &answer.paths[0];
    let faults: Vec<_> = path.faults().map(|(_, fault)| fault.clone()).collect();
    match faults.as_slice() {
        [] => None,
        [Fault::Revoked { reason, .. }] => Some(*reason),
        others => panic!("{others:?}"),
    }
}

fn by_openssl(
    folder: &Path,
    register: &Register,
    id: u32,
    lists: &[&RevocationList],
    now: Time,
) -> bool {
    let cas = register.authorities();
    let write = |file: &str, text: String| fs::write(folder.join(file), text).unwrap();
    write("root.pem", cas[&ROOT].certificate.pem().unwrap());
    write("pool.pem", cas[&AUTHORITY].certificate.pem().unwrap());
    write("leaf.pem", certificate(register, id).pem().unwrap());
    write(
        "lists.pem",
        lists.iter().map(|list| list.pem().unwrap()).collect(),
    );
    let time = now.unix();
    let command = format!(
        "verify -x509_strict -attime {time} -crl_check_all -extended_crl -use_deltas -CRLfile lists.pem -CAfile root.pem -untrusted pool.pem leaf.pem"
    );
    let outcome = openssl(folder, &command);
    let is_revoked = outcome.text.contains("certificate revoked");
    let is_other = !outcome.ok && !is_revoked;
    assert!(!is_other, "{}", outcome.text);
    is_revoked
}

/// It knows no deltas.
fn by_webpki(register: &Register, id: u32, list: &RevocationList, now: Time) -> bool {
    let cas = register.authorities();
    let root = CertificateDer::from(cas[&ROOT].certificate.der());
    let middle = CertificateDer::from(cas[&AUTHORITY].certificate.der());
    let leaf = certificate(register, id);
    let leaf = CertificateDer::from(leaf.der());
    let list = BorrowedCertRevocationList::from_der(list.der()).unwrap();
    let list = CertRevocationList::from(list);
    let lists = [&list];
    let options = RevocationOptionsBuilder::new(&lists).unwrap();
    let options = options.with_depth(webpki::RevocationCheckDepth::EndEntity);
    let options = options.with_expiration_policy(webpki::ExpirationPolicy::Enforce);
    let anchors = [anchor_from_trusted_cert(&root).unwrap()];
    let (leaf, pool) = (EndEntityCert::try_from(&leaf).unwrap(), [middle]);
    let verdict = leaf.verify_for_usage(
        ALL_VERIFICATION_ALGS,
        &anchors,
        &pool,
        UnixTime::since_unix_epoch(Duration::from_secs(now.unix())),
        KeyUsage::server_auth(),
        Some(options.build()),
        None,
    );
    match verdict {
        Ok(_) => false,
        Err(webpki::Error::CertRevoked) => true,
        Err(other) => panic!("{other:?}"),
    }
}

fn text(folder: &Path, list: &RevocationList) -> String {
    fs::write(folder.join("list.der"), list.der()).unwrap();
    openssl(folder, "crl -inform DER -in list.der -noout -text").expect("openssl crl")
}

#[test]
fn a_full_list_says_who_is_revoked_and_why() {
    let (folder, rng) = (tempfile::tempdir().unwrap(), &mut rng(1));
    let folder = folder.path();
    for algorithm in [Algorithm::P256, Algorithm::P384, Algorithm::Rsa(2048)] {
        let days = if algorithm.is_rsa() {
            vec![90; 2]
        } else {
            vec![90; 10]
        };
        let mut register = register(algorithm, &days, now(), rng);
        let above = publish(&mut register, ROOT, false, now(), rng);
        let empty = publish(&mut register, AUTHORITY, false, now(), rng);
        assert!(text(folder, &empty).contains("No Revoked Certificates."));
        assert_eq!(
            judged(folder, &register, FIRST, &[&above, &empty], now()),
            None
        );

        let reasons = [
            Reason::Unspecified,
            Reason::KeyCompromise,
            Reason::AffiliationChanged,
            Reason::Superseded,
            Reason::CessationOfOperation,
            Reason::CertificateHold,
            Reason::PrivilegeWithdrawn,
        ];
        let count = days.len().min(reasons.len()) - usize::from(days.len() == 2);
        for (id, reason) in (FIRST..).zip(reasons).take(count) {
            revoke(&mut register, &[id], reason, now());
        }
        assert!(register.authorities()[&AUTHORITY].lists.is_due);
        let list = publish(&mut register, AUTHORITY, false, now(), rng);
        let lists = &register.authorities()[&AUTHORITY].lists;
        assert!(!lists.is_due);
        assert_eq!(lists.full.as_ref(), Some(&list));
        assert_eq!(lists.full_number, Serial::from_hex("02").ok());
        assert_eq!(lists.next_number, Serial::from_hex("03").unwrap());
        assert_eq!(list.revoked(), count);
        let wanted: Vec<_> = (FIRST..).zip(reasons).take(count).collect();
        assert_eq!(self::listed(&register, &list), wanted);
        for (id, reason) in wanted {
            let found = judged(folder, &register, id, &[&above, &list], now());
            assert_eq!(found, Some(reason));
        }
        let last = FIRST + u32::try_from(days.len()).unwrap() - 1;
        assert_eq!(
            judged(folder, &register, last, &[&above, &list], now()),
            None
        );

        let shown = text(folder, &list);
        assert!(shown.contains("Version 2 (0x1)"), "{shown}");
        assert!(
            shown.contains("X509v3 CRL Number: \n                2\n"),
            "{shown}"
        );
        // Exactly one line of a reason for each but the first, which has no extension at all.
        assert_eq!(
            shown.matches("X509v3 CRL Reason Code").count(),
            count - 1,
            "{shown}"
        );
        if count > 1 {
            assert!(shown.contains("Key Compromise") && shown.contains("Certificate Hold"));
        }
        gnutls(
            folder,
            register.authorities()[&AUTHORITY].certificate.clone(),
            &list,
            count,
        );
    }
}

/// GnuTLS reads it, and finds it signed by the authority.
fn gnutls(folder: &Path, issuer: Certificate, list: &RevocationList, count: usize) {
    fs::write(folder.join("issuer.pem"), issuer.pem().unwrap()).unwrap();
    fs::write(folder.join("list.pem"), list.pem().unwrap()).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new("certtool");
        command.args(arguments).current_dir(folder).output().ok()
    };
    let Some(shown) = run(&["--crl-info", "--infile", "list.pem"]) else {
        return say("certtool is not there: lists were not put before GnuTLS");
    };
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(
        shown.contains(&format!("Revoked certificates ({count})")),
        "{shown}"
    );
    // It judges by its own clock, which does not matter for the signature.
    let judged = run(&[
        "--verify-crl",
        "--load-ca-certificate",
        "issuer.pem",
        "--infile",
        "list.pem",
    ]);
    let judged = judged.unwrap();
    let judged = [judged.stdout, judged.stderr].concat();
    let judged = String::from_utf8_lossy(&judged).into_owned();
    let is_signed =
        !judged.contains("invalid signature") && !judged.contains("signature is invalid");
    assert!(
        is_signed && judged.contains("Verification output"),
        "{judged}"
    );
}

#[test]
fn names_and_keys_are_called_what_the_issuer_calls_them() {
    let rng = &mut rng(2);
    let register = register(Algorithm::P256, &[90], now(), rng);
    let (_, list) = register.publish(AUTHORITY, 7, false, now(), rng).unwrap();
    let ca = &register.authorities()[&AUTHORITY];
    let issuer = certificate(&register, FIRST);
    // Two attributes of twelve octets, with their headers.
    let subject = {
        let der = ca.certificate.der();
        let at = der.windows(12).rposition(|it| it == b"Acme Issuing");
        der[at.unwrap() - 36..][..48].to_vec()
    };
    assert_eq!(subject[..2], [0x30, 46]);
    let has = |der: &[u8]| der.windows(subject.len()).any(|it| it == subject);
    assert!(has(list.der()) && has(issuer.der()));
    assert_eq!(list.issuer(), ca.certificate.subject());
    assert!(list.is_by(ca.certificate.public_key().unwrap()));
}

#[test]
fn dates_and_invalidity_are_as_they_were_given() {
    let (folder, rng) = (tempfile::tempdir().unwrap(), &mut rng(3));
    let mut register = register(Algorithm::P256, &[90], now(), rng);
    let revocation = certwright::authority::Revocation {
        reason: Reason::KeyCompromise,
        at: Some(later(3 * DAY)),
        invalid_since: Some(later(DAY)),
    };
    let change = register
        .revoke(&[FIRST], &revocation, later(5 * DAY))
        .unwrap();
    register.apply(change);
    let list = publish(&mut register, AUTHORITY, false, later(5 * DAY), rng);
    let shown = text(folder.path(), &list);
    assert!(
        shown.contains("Revocation Date: Nov 22 14:26:40 2026 GMT"),
        "{shown}"
    );
    assert!(
        shown.contains("Invalidity Date: \n                Nov 20 14:26:40 2026 GMT"),
        "{shown}"
    );
    // An hour back; seven days from now.
    assert!(
        shown.contains("Last Update: Nov 24 13:26:40 2026 GMT"),
        "{shown}"
    );
    assert!(
        shown.contains("Next Update: Dec  1 14:26:40 2026 GMT"),
        "{shown}"
    );

    // Beyond 2049 dates are written otherwise.
    let far = Time::from_unix(2_600_000_000);
    let list = publish(&mut register, AUTHORITY, false, far, rng);
    let shown = text(folder.path(), &list);
    assert!(shown.contains("2052 GMT"), "{shown}");
    assert!(Certificate::from_der(list.der()).is_err());
    fs::write(folder.path().join("list.der"), list.der()).unwrap();
    let tree = openssl(folder.path(), "asn1parse -inform DER -in list.der").expect("asn1parse");
    let dates = tree.lines().filter(|line| line.contains("GENERALIZEDTIME"));
    // This and the next update; the revocation's own date stays a UTCTime; invalidity is inside of an octet string.
    assert_eq!(dates.count(), 2, "{tree}");
}

#[test]
fn deltas_say_what_changed_since_the_full_list() {
    let (folder, rng) = (tempfile::tempdir().unwrap(), &mut rng(4));
    let folder = folder.path();
    let mut register = register(Algorithm::P256, &[90; 7], now(), rng);
    let [revoked, held, back, worse, new, between, good] = [0, 1, 2, 3, 4, 5, 6].map(|n| FIRST + n);
    revoke(&mut register, &[revoked], Reason::KeyCompromise, now());
    revoke(
        &mut register,
        &[held, back, worse],
        Reason::CertificateHold,
        now(),
    );
    let above = publish(&mut register, ROOT, false, now(), rng);
    let full = publish(&mut register, AUTHORITY, false, now(), rng);
    assert_eq!(full.revoked(), 4);

    let one = later(DAY);
    release(&mut register, &[back], one);
    revoke(&mut register, &[worse], Reason::Superseded, one);
    revoke(&mut register, &[new], Reason::CessationOfOperation, one);
    revoke(&mut register, &[between], Reason::CertificateHold, one);
    let delta = publish(&mut register, AUTHORITY, true, one, rng);
    let wanted = [
        (back, Reason::RemoveFromCrl),
        (worse, Reason::Superseded),
        (new, Reason::CessationOfOperation),
        (between, Reason::CertificateHold),
    ];
    assert_eq!(listed(&register, &delta), wanted);
    let shown = text(folder, &delta);
    assert!(
        shown.contains("X509v3 Delta CRL Indicator: critical\n                1\n"),
        "{shown}"
    );
    assert!(
        shown.contains("X509v3 CRL Number: \n                2\n"),
        "{shown}"
    );
    assert!(!shown.contains("Freshest"), "{shown}");
    assert!(text(folder, &full).contains("X509v3 Freshest CRL"));
    let lists = &register.authorities()[&AUTHORITY].lists;
    assert_eq!(lists.delta.as_ref(), Some(&delta));
    assert_eq!(lists.full.as_ref(), Some(&full));
    assert!(!lists.is_due);

    let both = [&above, &full, &delta];
    let found = |id| judged(folder, &register, id, &both, one);
    assert_eq!(found(revoked), Some(Reason::KeyCompromise));
    assert_eq!(found(held), Some(Reason::CertificateHold));
    assert_eq!(found(worse), Some(Reason::Superseded));
    assert_eq!(found(new), Some(Reason::CessationOfOperation));
    assert_eq!(found(between), Some(Reason::CertificateHold));
    assert_eq!(found(good), None);
    // What is released: OpenSSL, too, takes the delta's word.
    assert_eq!(found(back), None);

    // Section 5.2.4: what was held only in a delta MUST be taken back in the next.
    let two = later(2 * DAY);
    release(&mut register, &[between], two);
    let second = publish(&mut register, AUTHORITY, true, two, rng);
    assert!(listed(&register, &second).contains(&(between, Reason::RemoveFromCrl)));
    assert!(listed(&register, &second).contains(&(new, Reason::CessationOfOperation)));
    assert!(text(folder, &second).contains("Delta CRL Indicator: critical\n                1\n"));
    assert_eq!(
        judged(folder, &register, between, &[&above, &full, &second], two),
        None
    );

    // The next full one has it all, and takes back nothing.
    let three = later(3 * DAY);
    let next = publish(&mut register, AUTHORITY, false, three, rng);
    let wanted = [
        (revoked, Reason::KeyCompromise),
        (held, Reason::CertificateHold),
        (worse, Reason::Superseded),
        (new, Reason::CessationOfOperation),
    ];
    assert_eq!(listed(&register, &next), wanted);
    assert_eq!(register.authorities()[&AUTHORITY].lists.delta, None);
    let nothing = publish(&mut register, AUTHORITY, true, three, rng);
    assert_eq!(nothing.revoked(), 0);
    assert_eq!(
        judged(folder, &register, new, &[&above, &next, &nothing], three),
        Some(Reason::CessationOfOperation)
    );
    assert_eq!(
        judged(folder, &register, good, &[&above, &next, &nothing], three),
        None
    );
}

#[test]
fn without_a_full_list_of_its_own_there_is_no_delta() {
    let rng = &mut rng(5);
    let mut register = register(Algorithm::P256, &[90], now(), rng);
    let refused = |register: &Register, rng: &mut ChaCha20Rng| {
        let error = register
            .publish(AUTHORITY, 7, true, now(), rng)
            .unwrap_err();
        assert_eq!(error, Error::from(IssuingFault::NoFullList));
    };
    refused(&register, rng);
    // Somebody else's.
    let above = publish(&mut register, ROOT, false, now(), rng);
    change_ca(&mut register, AUTHORITY, |ca| ca.lists.full = Some(above));
    refused(&register, rng);
    // A delta is none.
    publish(&mut register, AUTHORITY, false, now(), rng);
    let delta = publish(&mut register, AUTHORITY, true, now(), rng);
    change_ca(&mut register, AUTHORITY, |ca| ca.lists.full = Some(delta));
    refused(&register, rng);
}

#[test]
fn what_has_expired_stays_for_one_more_list() {
    let (folder, rng) = (tempfile::tempdir().unwrap(), &mut rng(6));
    let folder = folder.path();
    let mut register = register(Algorithm::P256, &[10, 10, 10, 90], now(), rng);
    let [short, in_delta, late, long] = [0, 1, 2, 3].map(|n| FIRST + n);
    revoke(&mut register, &[short, long], Reason::KeyCompromise, now());
    let first = publish(&mut register, AUTHORITY, false, now(), rng);
    assert_eq!(listed(&register, &first).len(), 2);

    // Revoked since, and over before there is another full list: in all deltas until then.
    revoke(
        &mut register,
        &[in_delta],
        Reason::Superseded,
        later(9 * DAY),
    );
    let delta = publish(&mut register, AUTHORITY, true, later(20 * DAY), rng);
    assert_eq!(listed(&register, &delta), [(in_delta, Reason::Superseded)]);

    let second = publish(&mut register, AUTHORITY, false, later(20 * DAY), rng);
    let ids = |list| {
        listed(&register, list)
            .into_iter()
            .map(|(id, _)| id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&second), [short, in_delta, long]);
    let third = publish(&mut register, AUTHORITY, false, later(21 * DAY), rng);
    let ids = |register: &Register, list: &RevocationList| {
        let all = listed(register, list).into_iter();
        all.map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(ids(&register, &third), [long]);
    // It stays away, in deltas too.
    let delta = publish(&mut register, AUTHORITY, true, later(21 * DAY), rng);
    assert_eq!(delta.revoked(), 0);
    let fourth = publish(&mut register, AUTHORITY, false, later(22 * DAY), rng);
    assert_eq!(ids(&register, &fourth), [long]);

    // Revoked only after it was over: on one list, with a date long before that list.
    let revocation = certwright::authority::Revocation {
        reason: Reason::KeyCompromise,
        at: Some(later(2 * DAY)),
        invalid_since: None,
    };
    let change = register
        .revoke(&[late], &revocation, later(23 * DAY))
        .unwrap();
    register.apply(change);
    let delta = publish(&mut register, AUTHORITY, true, later(23 * DAY), rng);
    assert_eq!(ids(&register, &delta), [late]);
    let fifth = publish(&mut register, AUTHORITY, false, later(24 * DAY), rng);
    assert_eq!(ids(&register, &fifth), [late, long]);
    let sixth = publish(&mut register, AUTHORITY, false, later(25 * DAY), rng);
    assert_eq!(ids(&register, &sixth), [long]);
    text(folder, &sixth);
}

#[test]
fn numbers_grow_and_dates_do_not_go_back() {
    let rng = &mut rng(7);
    let mut register = register(Algorithm::P256, &[90], now(), rng);
    let mut last = (Time::from_unix(0), String::new());
    // The clock goes back by a year, and on again; two lists in the same second.
    let year = 365 * DAY;
    let times = [
        NOW,
        NOW,
        NOW - year,
        NOW - year + 5,
        NOW + 1,
        NOW + year,
        NOW - year,
    ];
    for (place, time) in times.into_iter().enumerate() {
        let is_delta = place % 3 == 1;
        // What is not stored has not happened.
        let lost = register
            .publish(AUTHORITY, 7, is_delta, Time::from_unix(time), rng)
            .unwrap();
        let list = publish(
            &mut register,
            AUTHORITY,
            is_delta,
            Time::from_unix(time),
            rng,
        );
        assert_eq!(lost.1.number(), list.number());
        let number = list.number().unwrap().to_hex();
        assert_eq!(number, format!("{:02X}", place + 1));
        assert!(list.this_update() > last.0, "{place}");
        let until = list.next_update().unwrap();
        assert!(
            until.unix() >= list.this_update().unix() + 7 * DAY,
            "{place}"
        );
        last = (list.this_update(), number);
    }
    let published = register
        .events()
        .values()
        .filter(|event| matches!(event.act, Act::Published { .. }));
    assert_eq!(published.count(), times.len());

    // A number that was restored from before is not given again while a list with it is here.
    change_ca(&mut register, AUTHORITY, |ca| {
        ca.lists.next_number = Serial::from_hex("01").unwrap()
    });
    let list = publish(&mut register, AUTHORITY, false, now(), rng);
    assert_eq!(list.number().unwrap().to_hex(), "08");

    // 0xFF has another octet after it; the last of all has none.
    change_ca(&mut register, AUTHORITY, |ca| {
        ca.lists.next_number = Serial::from_hex("FFFF").unwrap()
    });
    publish(&mut register, AUTHORITY, false, now(), rng);
    let list = publish(&mut register, AUTHORITY, false, now(), rng);
    assert_eq!(list.number().unwrap().to_hex(), "010000");
    let end = format!("7F{}", "FF".repeat(19));
    change_ca(&mut register, AUTHORITY, |ca| {
        ca.lists.next_number = Serial::from_hex(&end).unwrap()
    });
    let error = register
        .publish(AUTHORITY, 7, false, now(), rng)
        .unwrap_err();
    assert_eq!(error, Error::from(IssuingFault::SerialsAtEnd));
}

#[test]
fn what_cannot_be_published_is_refused() {
    let rng = &mut rng(8);
    let mut register = register(Algorithm::P256, &[90], now(), rng);
    let mut publish = |register: &Register, id, days, now| {
        register
            .publish(id, days, false, now, rng)
            .map(drop)
            .unwrap_err()
    };
    let gone = IssuingFault::Gone { id: FIRST };
    assert_eq!(publish(&register, FIRST, 7, now()), Error::from(gone));
    for days in [0, 36_501, u32::MAX] {
        let error = publish(&register, AUTHORITY, days, now());
        assert!(matches!(error, Error::ValidityRange { .. }), "{error:?}");
    }
    for time in [Time::MAX, Time::from_unix(Time::MAX.unix() - DAY)] {
        assert_eq!(
            publish(&register, AUTHORITY, 7, time),
            Error::ValidityBeyond9999
        );
    }
    // Of another kind of key.
    change_ca(&mut register, AUTHORITY, |ca| {
        ca.signature = Some(SignatureAlgorithm::RsaPkcs1(Digest::Sha256))
    });
    assert!(matches!(
        publish(&register, AUTHORITY, 7, now()),
        Error::Signing { .. }
    ));
    let other = register.authorities()[&ROOT].key.clone();
    change_ca(&mut register, AUTHORITY, |ca| {
        (ca.key, ca.signature) = (other, None)
    });
    let error = publish(&register, AUTHORITY, 7, now());
    assert!(
        matches!(error, Error::Issuing(IssuingFault::OtherKey { .. })),
        "{error:?}"
    );
    // A leaf's key must not sign lists.
    change_ca(&mut register, AUTHORITY, |ca| ca.key = None);
    let authority = "Issuing".into();
    assert_eq!(
        publish(&register, AUTHORITY, 7, now()),
        Error::from(IssuingFault::NoKey { authority })
    );
}

#[test]
fn an_authority_that_is_revoked_is_on_its_parents_list() {
    let (folder, rng) = (tempfile::tempdir().unwrap(), &mut rng(9));
    let mut register = register(Algorithm::P256, &[90], now(), rng);
    revoke(&mut register, &[ABOVE], Reason::CaCompromise, now());
    assert!(register.authorities()[&ROOT].lists.is_due);
    assert!(!register.authorities()[&AUTHORITY].lists.is_due);
    let above = publish(&mut register, ROOT, false, now(), rng);
    // It may say its last word.
    let own = publish(&mut register, AUTHORITY, false, now(), rng);
    assert!(by_openssl(
        folder.path(),
        &register,
        FIRST,
        &[&above, &own],
        now()
    ));
    assert_eq!(
        by_us(&register, FIRST, &[&above, &own], now()),
        Some(Reason::CaCompromise)
    );
}

#[test]
fn a_list_of_ten_thousand_is_made_and_read() {
    let (folder, rng) = (tempfile::tempdir().unwrap(), &mut rng(10));
    let folder = folder.path();
    let mut register = register(Algorithm::P256, &[90, 90], now(), rng);
    let mut change = certwright::authority::Change::default();
    for n in 1..=10_000_u32 {
        let mut entry = register.entries()[&FIRST].clone();
        entry.serial = Serial::from_hex(&format!("{n:08X}")).unwrap();
        entry.state = State::Good;
        change.put(
            100 + n,
            certwright::authority::Record::Entry(Box::new(entry)),
        );
    }
    register.apply(change);
    let ids: Vec<u32> = (101..=10_100).chain([FIRST]).collect();
    let start = Instant::now();
    revoke(&mut register, &ids, Reason::Superseded, now());
    let list = publish(&mut register, AUTHORITY, false, now(), rng);
    let delta = publish(&mut register, AUTHORITY, true, now(), rng);
    say(&format!(
        "10 001 revoked, listed, and a delta to that: {:?}",
        start.elapsed()
    ));
    assert_eq!((list.revoked(), delta.revoked()), (10_001, 0));
    assert!(text(folder, &list).matches("Serial Number:").count() == 10_001);
    let above = publish(&mut register, ROOT, false, now(), rng);
    assert_eq!(
        judged(folder, &register, FIRST, &[&above, &list], now()),
        Some(Reason::Superseded)
    );
    assert_eq!(
        judged(folder, &register, FIRST + 1, &[&above, &list], now()),
        None
    );
}
