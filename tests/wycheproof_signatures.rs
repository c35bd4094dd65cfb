//! Signatures before Google's collection of tricks (Project Wycheproof): none that is invalid counts.

#[path = "common/support.rs"]
mod support;

use certwright::pki::{Digest, PublicKey, SignatureAlgorithm};
use wycheproof::{HashFunction, TestResult, ecdsa, eddsa, rsa_pkcs1_verify, rsa_pss_verify};

/// What became of one kind.
#[derive(Default)]
struct Count {
    valid: usize,
    invalid: usize,
    /// Such as one may take or leave: how many were taken, and how many left.
    acceptable: [usize; 2],
    /// Of keys and parameters that are not known here.
    left_out: usize,
    /// Valid ones that are refused, and how often for which of the reasons that the collection gives.
    refused: Vec<String>,
}

impl Count {
    fn judge(&mut self, case: &str, wanted: &TestResult, verdict: bool) {
        match wanted {
            TestResult::Valid if verdict => self.valid += 1,
            TestResult::Valid => self.refused.push(case.into()),
            TestResult::Invalid => {
                assert!(!verdict, "invalid, and accepted: {case}");
                self.invalid += 1;
            }
            TestResult::Acceptable => self.acceptable[usize::from(!verdict)] += 1,
        }
    }

    fn say(&self, what: &str) {
        let [taken, left] = self.acceptable;
        support::say(&format!(
            "Wycheproof, {what}: {} valid accepted, {} invalid refused, {taken} acceptable accepted, {left} refused, {} left out",
            self.valid, self.invalid, self.left_out
        ));
    }
}

fn digest(hash: HashFunction) -> Option<Digest> {
    Some(match hash {
        HashFunction::Sha1 => Digest::Sha1,
        HashFunction::Sha2_256 => Digest::Sha256,
        HashFunction::Sha2_384 => Digest::Sha384,
        HashFunction::Sha2_512 => Digest::Sha512,
        _ => return None,
    })
}

#[test]
fn ecdsa_signatures() {
    use ecdsa::TestName::*;
    let mut count = Count::default();
    for set in [
        EcdsaSecp256r1Sha256,
        EcdsaSecp256r1Sha512,
        EcdsaSecp384r1Sha256,
        EcdsaSecp384r1Sha384,
        EcdsaSecp384r1Sha512,
        EcdsaSecp521r1Sha512,
    ] {
        for group in ecdsa::TestSet::load(set).unwrap().test_groups {
            let key = PublicKey::from_spki_der(&group.der).unwrap();
            let algorithm = SignatureAlgorithm::Ecdsa(digest(group.hash).unwrap());
            for test in group.tests {
                let verdict = key.verifies(algorithm, &test.msg, &test.sig);
                count.judge(&format!("{set:?} {}", test.tc_id), &test.result, verdict);
            }
        }
    }
    count.say("ECDSA");
    assert_eq!(count.refused, [""; 0]);
    assert!(
        count.valid > 1_200 && count.invalid > 1_800,
        "{} {}",
        count.valid,
        count.invalid
    );
}

#[test]
fn ed25519_signatures() {
    let mut count = Count::default();
    for group in eddsa::TestSet::load(eddsa::TestName::Ed25519)
        .unwrap()
        .test_groups
    {
        let key = PublicKey::from_spki_der(&group.der).unwrap();
        for test in group.tests {
            let verdict = key.verifies(SignatureAlgorithm::Ed25519, &test.msg, &test.sig);
            count.judge(&format!("{}", test.tc_id), &test.result, verdict);
        }
    }
    count.say("Ed25519");
    assert_eq!(count.refused, [""; 0]);
    assert!(
        count.valid > 50 && count.invalid > 50,
        "{} {}",
        count.valid,
        count.invalid
    );
}

#[test]
fn rsa_pkcs1_signatures() {
    let mut count = Count::default();
    for set in rsa_pkcs1_verify::TestName::all() {
        for group in rsa_pkcs1_verify::TestSet::load(set).unwrap().test_groups {
            let key = PublicKey::from_spki_der(&group.der);
            let (Ok(key), Some(digest)) = (key, digest(group.hash)) else {
                count.left_out += group.tests.len();
                continue;
            };
            for test in group.tests {
                let algorithm = SignatureAlgorithm::RsaPkcs1(digest);
                let verdict = key.verifies(algorithm, &test.msg, &test.sig);
                count.judge(&format!("{set:?} {}", test.tc_id), &test.result, verdict);
            }
        }
    }
    count.say("RSA PKCS #1 v1.5");
    assert_eq!(count.refused, [""; 0]);
    assert!(
        count.valid > 80 && count.invalid > 3_000,
        "{} {}",
        count.valid,
        count.invalid
    );
}

/// With the mask's digest and the salt's length that a certificate may name here: those of the digest.
#[test]
fn rsa_pss_signatures() {
    let mut count = Count::default();
    for set in rsa_pss_verify::TestName::all() {
        for group in rsa_pss_verify::TestSet::load(set).unwrap().test_groups {
            let key = PublicKey::from_spki_der(&group.der);
            let usual = digest(group.hash).filter(|digest| {
                *digest != Digest::Sha1
                    && group.salt_size == usize::from(digest.length())
                    && group.mgf_hash == Some(group.hash)
            });
            let (Ok(key), Some(digest)) = (key, usual) else {
                count.left_out += group.tests.len();
                continue;
            };
            for test in group.tests {
                let algorithm = SignatureAlgorithm::RsaPss(digest);
                let verdict = key.verifies(algorithm, &test.msg, &test.sig);
                count.judge(&format!("{set:?} {}", test.tc_id), &test.result, verdict);
            }
        }
    }
    count.say("RSA PSS");
    assert_eq!(count.refused, [""; 0]);
    assert!(
        count.valid > 200 && count.invalid > 50,
        "{} {}",
        count.valid,
        count.invalid
    );
}
