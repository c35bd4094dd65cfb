//! What certificates may be used for: where their being for everything is not enough, and where the
//! authorities above have nothing to say.

#[path = "common/forge.rs"]
mod forge;
#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::pki::{
    Certificate, Oid, Time,
    chain::{Fault, Policies, Purpose, Question, Remedy, Revocation, Rules, verify},
};
use forge::*;
use support::{NOW, openssl, rng};

const SERVER: &str = "1.3.6.1.5.5.7.3.1";
const CLIENT: &str = "1.3.6.1.5.5.7.3.2";
const CODE: &str = "1.3.6.1.5.5.7.3.3";
const STAMPS: &str = "1.3.6.1.5.5.7.3.8";
const ANSWERS: &str = "1.3.6.1.5.5.7.3.9";
const ANY: &str = "2.5.29.37.0";

/// An extended key usage: whether it is critical, and its purposes.
type Purposes = Option<(bool, &'static [&'static str])>;

/// A root, an authority and a leaf, signed.
struct Chain([Vec<u8>; 3]);

impl Chain {
    fn new(authority: Purposes, leaf: Purposes, leaf_is_authority: bool) -> Self {
        let rng = &mut rng(31);
        let keys = [(); 3].map(|()| Key::p256(rng));
        let names = ["root", "authority", "leaf"].map(name);
        let draft = |place: usize, above: usize, purposes: Purposes| {
            let serial = 60 + place as u8;
            let (own, issuer) = (&keys[place], &keys[above]);
            let mut draft = Draft::new(&names[place], own, &names[above], issuer, serial);
            if let Some((is_critical, all)) = purposes {
                draft.set(PURPOSES, is_critical, oids(all));
            }
            draft
        };
        let mut end = draft(2, 1, leaf);
        if leaf_is_authority {
            end = end.authority();
            end.set(USAGE, true, usage(&[0, 5, 6]));
        } else {
            end.set(USAGE, true, usage(&[0]));
        }
        Self([
            draft(0, 0, None).authority().sign(&keys[0]),
            draft(1, 0, authority).authority().sign(&keys[0]),
            end.sign(&keys[1]),
        ])
    }

    /// What is wrong by our account.
    fn ours(&self, purpose: Purpose, rules: Rules) -> Vec<(usize, Fault)> {
        let [root, authority, leaf] = self
            .0
            .each_ref()
            .map(|der| Certificate::from_der(der).unwrap());
        let answer = verify(&Question {
            leaf: &leaf,
            pool: &[authority],
            roots: &[root],
            lists: &[],
            revocation: Revocation::IfThere,
            time: Time::from_unix(NOW),
            purpose,
            peer: None,
            rules,
            policies: Policies::default(),
            max_depth: None,
            allows_weak_algorithms: false,
        });
        let faults = answer.paths[0].faults();
        let faults: Vec<_> = faults.map(|(at, it)| (at, it.clone())).collect();
        assert_eq!(answer.is_valid(), faults.is_empty());
        faults
    }

    fn openssl_takes(&self, purpose: &str, folder: &Path) -> bool {
        for (file, der) in ["root", "authority", "leaf"].iter().zip(&self.0) {
            fs::write(folder.join(file), pem("CERTIFICATE", der)).unwrap();
        }
        let command = format!(
            "verify -x509_strict -attime {NOW} -purpose {purpose} -CAfile root -untrusted authority leaf"
        );
        openssl(folder, &command).ok
    }
}

fn oid_of(purpose: Purpose) -> Oid {
    purpose.oid().unwrap()
}

/// RFC 3161, section 2.3: the extended key usage is there, is critical, and has no other purpose.
#[test]
fn time_stamps_want_a_certificate_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let wanted = oid_of(Purpose::TimeStamping);
    let cases: [(Purposes, Option<Fault>); 7] = [
        (Some((true, &[STAMPS])), None),
        (None, Some(Fault::PurposeNotNamed { wanted })),
        (
            Some((true, &[ANY])),
            Some(Fault::PurposeNotNamed { wanted }),
        ),
        (Some((true, &[CODE])), Some(Fault::Purpose { wanted })),
        (
            Some((false, &[STAMPS])),
            Some(Fault::PurposeNotAlone { wanted }),
        ),
        (
            Some((true, &[STAMPS, CODE])),
            Some(Fault::PurposeNotAlone { wanted }),
        ),
        (
            Some((true, &[STAMPS, ANY])),
            Some(Fault::PurposeNotAlone { wanted }),
        ),
    ];
    for (leaf, fault) in cases {
        let chain = Chain::new(None, leaf, false);
        let expected: Vec<_> = fault.into_iter().map(|fault| (2, fault)).collect();
        for rules in [Rules::Path, Rules::Profile] {
            assert_eq!(
                chain.ours(Purpose::TimeStamping, rules),
                expected,
                "{leaf:?}"
            );
        }
        let theirs = chain.openssl_takes("timestampsign", folder.path());
        assert_eq!(theirs, expected.is_empty(), "OpenSSL: {leaf:?}");
    }
}

/// What is asked of the leaf is not asked of those above: they only must not leave the purpose out.
#[test]
fn authorities_may_be_for_more_than_time_stamps() {
    let wanted = oid_of(Purpose::TimeStamping);
    let leaf: Purposes = Some((true, &[STAMPS]));
    let good: [Purposes; 4] = [
        None,
        Some((false, &[ANY])),
        Some((false, &[STAMPS])),
        Some((false, &[CODE, STAMPS])),
    ];
    for authority in good {
        let chain = Chain::new(authority, leaf, false);
        assert_eq!(chain.ours(Purpose::TimeStamping, Rules::Profile), []);
    }
    let chain = Chain::new(Some((false, &[CODE])), leaf, false);
    let faults = chain.ours(Purpose::TimeStamping, Rules::Profile);
    assert_eq!(faults, [(1, Fault::Purpose { wanted })]);
}

/// RFC 6960, section 4.2.2.2: an authority names its responder so, and nothing else does; itself it need not.
#[test]
fn a_responder_is_named_as_one() {
    let wanted = oid_of(Purpose::OcspSigning);
    let cases: [(Purposes, Option<Fault>); 6] = [
        (Some((false, &[ANSWERS])), None),
        (Some((true, &[ANSWERS])), None),
        (Some((false, &[ANY, ANSWERS])), None),
        (None, Some(Fault::PurposeNotNamed { wanted })),
        (
            Some((false, &[ANY])),
            Some(Fault::PurposeNotNamed { wanted }),
        ),
        (
            Some((false, &[SERVER, CLIENT])),
            Some(Fault::Purpose { wanted }),
        ),
    ];
    for (leaf, fault) in cases {
        let expected: Vec<_> = fault.into_iter().map(|fault| (2, fault)).collect();
        let faults = Chain::new(None, leaf, false).ours(Purpose::OcspSigning, Rules::Profile);
        assert_eq!(faults, expected, "{leaf:?}");
        let authority = Chain::new(None, leaf, true);
        assert_eq!(authority.ours(Purpose::OcspSigning, Rules::Profile), []);
    }
}

/// The Baseline Requirements (section 7.1.2.10.6) forbid it in servers' authorities, which all have
/// responders.
#[test]
fn a_responder_is_not_nested() {
    let folder = tempfile::tempdir().unwrap();
    let above: Purposes = Some((false, &[SERVER, CLIENT]));
    let chain = Chain::new(above, Some((false, &[ANSWERS])), false);
    assert_eq!(chain.ours(Purpose::OcspSigning, Rules::Profile), []);
    assert!(chain.openssl_takes("ocsphelper", folder.path()));
    // Other purposes are.
    let chain = Chain::new(above, Some((false, &[CODE])), false);
    let wanted = oid_of(Purpose::CodeSigning);
    let faults = chain.ours(Purpose::CodeSigning, Rules::Profile);
    assert_eq!(faults, [(1, Fault::Purpose { wanted })]);
}

#[test]
fn the_standard_that_asks_is_named() {
    for (purpose, section) in [
        (Purpose::TimeStamping, "RFC 3161, 2.3"),
        (Purpose::OcspSigning, "RFC 6960, 4.2.2.2"),
    ] {
        let wanted = oid_of(purpose);
        for fault in [
            Fault::PurposeNotNamed { wanted },
            Fault::PurposeNotAlone { wanted },
        ] {
            assert_eq!(fault.section(), section);
            assert_eq!(fault.openssl_name(), "X509_V_ERR_INVALID_PURPOSE");
            assert_eq!(fault.remedy(), Remedy::ChangePurpose);
        }
    }
}
