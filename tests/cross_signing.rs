//! Certificates for the same authority by several others: each is a way to a root.

#[path = "common/registers.rs"]
mod registers;
#[path = "common/support.rs"]
mod support;

use certwright::{
    authority::Holder,
    pki::{Algorithm, Certificate},
};
use registers::*;

#[test]
fn two_ways_to_a_root() {
    let mut office = Office::new(1);
    let old = office.authority(None, "Old Root", Algorithm::Rsa(2048), &[]);
    let new = office.authority(None, "New Root", Algorithm::P384, &[]);
    let low = office.authority(Some(new), "Low", Algorithm::P256, &[]);
    let leaf = office.server(low, &["www.example.com"]).entry.unwrap();

    // The new root by the old one.
    let crossed = cross(&mut office, old, new);
    let own = office.register.chain(leaf).unwrap();
    let old_root = office.register.authorities()[&old].certificate.clone();
    openssl_verdict(&files(&own), "").unwrap();
    webpki_verdict(&own, "www.example.com").unwrap();
    let other = [own[0].clone(), own[1].clone(), crossed, old_root];
    openssl_verdict(&files(&other), "-purpose sslserver").unwrap();
    webpki_verdict(&other, "www.example.com").unwrap();

    // The authority below by the old root, too.
    let crossed = cross(&mut office, old, low);
    let shorter = [own[0].clone(), crossed, other[3].clone()];
    openssl_verdict(&files(&shorter), "").unwrap();
    webpki_verdict(&shorter, "www.example.com").unwrap();
}

/// It becomes another certificate of the one it is for, which otherwise stays as it is.
fn cross(office: &mut Office, by: u32, of: u32) -> Certificate {
    let (mut order, _, _) = office.register.renewal(of, office.now).unwrap();
    (order.issuer, order.renews, order.label) = (Some(by), None, None);
    order.validity.not_before = office.register.authorities()[&by]
        .certificate
        .validity()
        .not_before;
    order.validity.not_after = office.register.authorities()[&by]
        .certificate
        .validity()
        .not_after;
    let before = office.register.authorities()[&of].clone();
    let key = office.register.public_key(of).unwrap();
    let issued = office.issue(&order, &Holder::Public(key));
    assert_eq!(issued.authority, Some(of));
    let after = &office.register.authorities()[&of];
    assert_eq!(
        (&after.certificate, after.parent, after.entry),
        (&before.certificate, before.parent, before.entry)
    );
    assert_eq!(after.others.last(), Some(&issued.certificate));
    let entry = &office.register.entries()[&issued.entry.unwrap()];
    assert_eq!((entry.issuer, entry.authority), (by, Some(of)));
    issued.certificate
}

/// Authorities that sign each other end no walk, and each stays where it was.
#[test]
fn circles() {
    let mut office = Office::new(2);
    let one = office.authority(None, "One", Algorithm::P256, &[]);
    let two = office.authority(Some(one), "Two", Algorithm::P256, &[]);
    cross(&mut office, two, one);
    // Even where it was to be One's certificate from now on.
    let (mut order, _, _) = office.register.renewal(one, office.now).unwrap();
    order.issuer = Some(two);
    order.validity = office.register.authorities()[&two].certificate.validity();
    let key = office.register.public_key(one).unwrap();
    let issued = office.issue(&order, &Holder::Public(key));
    assert_eq!(issued.authority, Some(one));
    assert_eq!(office.register.authorities()[&one].parent, None);
    let leaf = office.server(two, &["www.example.com"]).entry.unwrap();
    let chain = office.register.chain(leaf).unwrap();
    assert_eq!(chain.len(), 3);
    openssl_verdict(&files(&chain), "").unwrap();
}
