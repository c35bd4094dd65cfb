//! Random chains, valid or broken in one way, before our validator and those of others: OpenSSL, rustls-webpki
//! and certval. Where one of them says otherwise, the reason is in a list.

#[path = "common/forge.rs"]
mod forge;
#[path = "common/support.rs"]
mod support;

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use certval::{
    CertificationPath, CertificationPathResults, CertificationPathSettings, PDVCertificate,
    PDVTrustAnchorChoice, PkiEnvironment, TimeOfInterest, enforce_trust_anchor_constraints,
    validate_path_rfc5280,
};
use certwright::pki::{
    Certificate, DnsName, RevocationList, Time,
    chain::{Peer, Policies, Purpose, Question, Revocation, Rules, verify},
};
use forge::*;
use rand_chacha::{ChaCha20Rng, rand_core::Rng};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use support::{NOW, openssl, rng};
use webpki::{
    ALL_VERIFICATION_ALGS, BorrowedCertRevocationList, CertRevocationList, EndEntityCert, KeyUsage,
    RevocationOptionsBuilder, anchor_from_trusted_cert,
};

/// A chain from its root to its leaf.
struct Chain {
    keys: Vec<Key>,
    drafts: Vec<Draft>,
    /// Who signs each, by place; the root itself.
    signers: Vec<Key>,
    list: Option<Vec<u8>>,
    /// Others in the pool.
    extra: Vec<Vec<u8>>,
    host: &'static str,
    /// What is trusted, in place of the root.
    trusted: Option<Vec<u8>>,
    /// What is changed in the leaf after it was signed.
    is_touched: bool,
}

const HOST: &str = "www.own.example";

impl Chain {
    /// `above`: how many authorities there are between root and leaf.
    fn new(above: usize, keys: Vec<Key>) -> Self {
        let mut drafts = Vec::new();
        for (place, key) in keys.iter().enumerate() {
            let parent = place.saturating_sub(1);
            let (own, issuer) = (name(&format!("c{place}")), name(&format!("c{parent}")));
            let draft = Draft::new(&own, key, &issuer, &keys[parent], 10 + place as u8);
            drafts.push(match place == above + 1 {
                true => draft.server(HOST),
                false => draft.authority(),
            });
        }
        let signers = (0..keys.len()).map(|place| keys[place.saturating_sub(1)].clone());
        Self {
            signers: signers.collect(),
            keys,
            drafts,
            list: None,
            extra: Vec::new(),
            host: HOST,
            trusted: None,
            is_touched: false,
        }
    }

    fn leaf(&mut self) -> &mut Draft {
        self.drafts.last_mut().unwrap()
    }

    /// The lowest authority: the root itself, if there is no other.
    fn issuer(&mut self) -> &mut Draft {
        let place = self.drafts.len() - 2;
        &mut self.drafts[place]
    }

    fn signed(&self) -> Vec<Vec<u8>> {
        let pairs = self.drafts.iter().zip(&self.signers);
        let mut signed: Vec<Vec<u8>> = pairs.map(|(draft, key)| draft.sign(key)).collect();
        if self.is_touched {
            let leaf = signed.last_mut().unwrap();
            let host = leaf.windows(3).position(|it| it == b"own").unwrap();
            leaf[host + 1] ^= 0x20;
        }
        signed
    }
}

/// How a chain is broken, and whether it is.
type Mutation = (&'static str, bool, fn(&mut Chain, &mut ChaCha20Rng));

const MUTATIONS: &[Mutation] = &[
    ("nothing", true, |_, _| {}),
    ("bad signature", false, |chain, rng| {
        *chain.signers.last_mut().unwrap() = Key::p256(rng);
    }),
    ("touched", false, |chain, _| chain.is_touched = true),
    ("expired leaf", false, |chain, _| {
        chain.leaf().until = "260601000000Z".into()
    }),
    ("expired issuer", false, |chain, rng| {
        insert(chain, rng);
        chain.issuer().until = "260601000000Z".into();
    }),
    ("expired root", false, |chain, _| {
        chain.drafts[0].until = "260601000000Z".into()
    }),
    ("not yet", false, |chain, _| {
        chain.leaf().from = "270601000000Z".into()
    }),
    ("wrong issuer name", false, |chain, _| {
        chain.leaf().issuer = name("other")
    }),
    ("not an authority", false, |chain, rng| {
        insert(chain, rng);
        chain.issuer().set(BASIC, true, sequence(&[]));
    }),
    ("root is no authority", false, |chain, _| {
        chain.drafts[0].set(BASIC, true, sequence(&[]))
    }),
    ("no basic constraints", false, |chain, rng| {
        insert(chain, rng);
        chain.issuer().drop(BASIC);
    }),
    ("path too long", false, |chain, rng| {
        insert(chain, rng);
        chain
            .issuer()
            .set(BASIC, true, sequence(&[boolean(true), integer(0)]));
        insert(chain, rng);
    }),
    ("path too long for the root", false, |chain, rng| {
        chain.drafts[0].set(BASIC, true, sequence(&[boolean(true), integer(0)]));
        insert(chain, rng);
    }),
    ("path length kept", true, |chain, _| {
        let length = chain.drafts.len() as u8 - 2;
        chain.drafts[0].set(BASIC, true, sequence(&[boolean(true), integer(length)]));
    }),
    ("no keyCertSign", false, |chain, rng| {
        insert(chain, rng);
        chain.issuer().set(USAGE, true, usage(&[6]));
    }),
    ("root has no keyCertSign", false, |chain, _| {
        chain.drafts[0].set(USAGE, true, usage(&[6]))
    }),
    ("purpose not above", false, |chain, rng| {
        insert(chain, rng);
        chain
            .issuer()
            .set(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.4"]));
    }),
    ("purpose above", true, |chain, rng| {
        insert(chain, rng);
        chain
            .issuer()
            .set(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.1"]));
    }),
    ("leaf for clients", false, |chain, _| {
        chain
            .leaf()
            .set(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.2"]));
    }),
    ("dns permitted", true, |chain, rng| {
        limited(chain, rng, 0, dns("own.example"), None)
    }),
    ("dns not permitted", false, |chain, rng| {
        limited(chain, rng, 0, dns("other.example"), None)
    }),
    ("dns excluded", false, |chain, rng| {
        limited(chain, rng, 1, dns("own.example"), None)
    }),
    ("email permitted", true, |chain, rng| {
        limited(
            chain,
            rng,
            0,
            email("own.example"),
            Some(email("me@own.example")),
        );
    }),
    ("email not permitted", false, |chain, rng| {
        limited(
            chain,
            rng,
            0,
            email("own.example"),
            Some(email("me@sub.own.example")),
        );
    }),
    ("email excluded", false, |chain, rng| {
        limited(
            chain,
            rng,
            1,
            email("me@own.example"),
            Some(email("me@OWN.example")),
        );
    }),
    ("ip permitted", true, |chain, rng| {
        limited(
            chain,
            rng,
            0,
            ip(&[192, 0, 2, 0, 255, 255, 255, 0]),
            Some(ip(&[192, 0, 2, 7])),
        );
    }),
    ("ip not permitted", false, |chain, rng| {
        limited(
            chain,
            rng,
            0,
            ip(&[192, 0, 2, 0, 255, 255, 255, 0]),
            Some(ip(&[192, 0, 3, 7])),
        );
    }),
    ("ip excluded", false, |chain, rng| {
        limited(
            chain,
            rng,
            1,
            ip(&[192, 0, 2, 0, 255, 255, 255, 0]),
            Some(ip(&[192, 0, 2, 7])),
        );
    }),
    ("directory permitted", true, |chain, rng| {
        limited(chain, rng, 0, directory(&name("org")), None);
        chain.leaf().subject = name("org/leaf");
    }),
    ("directory not permitted", false, |chain, rng| {
        limited(chain, rng, 0, directory(&name("org")), None);
        chain.leaf().subject = name("other/leaf");
    }),
    ("directory excluded", false, |chain, rng| {
        limited(chain, rng, 1, directory(&name("org")), None);
        chain.leaf().subject = name("ORG/leaf");
    }),
    ("uri permitted", true, |chain, rng| {
        limited(
            chain,
            rng,
            0,
            uri(".own.example"),
            Some(uri("https://me@a.own.example:1/b")),
        );
    }),
    ("uri not permitted", false, |chain, rng| {
        limited(
            chain,
            rng,
            0,
            uri(".own.example"),
            Some(uri("https://own.example/")),
        );
    }),
    ("uri excluded", false, |chain, rng| {
        limited(
            chain,
            rng,
            1,
            uri("own.example"),
            Some(uri("https://own.example/")),
        );
    }),
    ("unknown critical extension", false, |chain, _| {
        chain.leaf().set("1.2.3.4", true, vec![5, 0]);
    }),
    ("unknown critical extension above", false, |chain, rng| {
        insert(chain, rng);
        chain.issuer().set("1.2.3.4", true, vec![5, 0]);
    }),
    ("unknown extension", true, |chain, _| {
        chain.leaf().set("1.2.3.4", false, vec![5, 0])
    }),
    ("wrong host", false, |chain, _| {
        chain.host = "www.other.example"
    }),
    ("wildcard", true, |chain, _| {
        chain
            .leaf()
            .set(NAMES, false, sequence(&[dns("*.own.example")]));
    }),
    ("wildcard too far", false, |chain, _| {
        chain
            .leaf()
            .set(NAMES, false, sequence(&[dns("*.example")]));
        chain.host = "www.own.example";
    }),
    ("revoked", false, |chain, _| listed(chain, 0)),
    ("another revoked", true, |chain, _| listed(chain, 1)),
    ("root not trusted", false, |chain, rng| {
        let (key, own) = (Key::p256(rng), name("stranger"));
        chain.trusted = Some(
            Draft::new(&own, &key, &own, &key, 99)
                .authority()
                .sign(&key),
        );
    }),
    // The root's name, key and key identifier, and signed by somebody else.
    ("leaf with the root's key", false, |chain, rng| {
        let (spki, subject) = (chain.keys[0].spki(), chain.drafts[0].subject.clone());
        let ski = chain.drafts[0].extensions[0].2.clone();
        let leaf = chain.leaf();
        (leaf.spki, leaf.subject) = (spki, subject);
        leaf.set(SKI, false, ski);
        *chain.signers.last_mut().unwrap() = Key::p256(rng);
    }),
    ("root's twin", false, |chain, rng| {
        // Another with the root's name signs what the root would.
        let (twin, own) = (Key::p256(rng), chain.drafts[0].subject.clone());
        let place = 1;
        chain.signers[place] = twin.clone();
        chain.drafts[place].drop(AKI);
        chain.extra.push(
            Draft::new(&own, &twin, &own, &twin, 98)
                .authority()
                .sign(&twin),
        );
    }),
    ("many in the pool", true, |chain, rng| {
        for serial in 0..5 {
            let (twin, own) = (Key::p256(rng), chain.drafts[0].subject.clone());
            chain.extra.push(
                Draft::new(&own, &twin, &own, &twin, 70 + serial)
                    .authority()
                    .sign(&twin),
            );
        }
    }),
];

/// One more authority between root and leaf.
fn insert(chain: &mut Chain, rng: &mut ChaCha20Rng) {
    let at = chain.drafts.len() - 1;
    let (key, own) = (Key::p256(rng), name(&format!("inserted{at}")));
    let (above, above_key) = (
        chain.drafts[at - 1].subject.clone(),
        chain.keys[at - 1].clone(),
    );
    let draft = Draft::new(&own, &key, &above, &above_key, 60).authority();
    let leaf = Draft::new(&name("leaf"), &chain.keys[at].clone(), &own, &key, 61).server(HOST);
    chain.drafts.truncate(at);
    chain.drafts.extend([draft, leaf]);
    chain.signers.truncate(at);
    chain.signers.extend([above_key, key.clone()]);
    chain.keys.insert(at, key);
}

fn limited(
    chain: &mut Chain,
    rng: &mut ChaCha20Rng,
    which: u32,
    base: Vec<u8>,
    other: Option<Vec<u8>>,
) {
    insert(chain, rng);
    chain.issuer().set(LIMITS, true, limits(which, base));
    let mut names = vec![dns(HOST)];
    names.extend(other);
    chain.leaf().set(NAMES, false, sequence(&names));
}

fn listed(chain: &mut Chain, off: u8) {
    let serial = chain.leaf().serial[0] + off;
    let at = chain.drafts.len() - 2;
    let list = ListDraft::new(&chain.drafts[at].subject, &chain.keys[at], 1);
    chain.list = Some(list.revoking(&[serial], Vec::new()).sign(&chain.keys[at]));
}

/// What the others say otherwise, and why.
const DISAGREEMENTS: &[(&str, &str, &str)] = &[
    ("directory permitted", "webpki", NO_FORMS),
    ("email permitted", "webpki", NO_FORMS),
    ("uri permitted", "webpki", NO_FORMS),
    ("no keyCertSign", "webpki", "key usages are not looked at"),
    ("root has no keyCertSign", "webpki", JUST_A_KEY),
    ("root is no authority", "webpki", JUST_A_KEY),
    ("root is no authority", "certval", JUST_A_KEY),
    ("expired root", "webpki", JUST_A_KEY),
    ("path too long for the root", "webpki", JUST_A_KEY),
    ("wrong host", "certval", NO_HOSTS),
    ("wildcard too far", "certval", NO_HOSTS),
];

const NO_FORMS: &str = "limits on such names are not known there, and refused";
const NO_HOSTS: &str = "it is about paths, not about hosts";
const JUST_A_KEY: &str = "an anchor is a name and a key there, as in RFC 5280; here as with OpenSSL what it says of itself counts";

fn ours(chain: &Chain, signed: &[Vec<u8>]) -> bool {
    let read = |der: &Vec<u8>| Certificate::from_der(der).unwrap();
    let (root, rest) = signed.split_first().unwrap();
    let (leaf, middle) = rest.split_last().unwrap();
    let pool: Vec<_> = middle.iter().chain(&chain.extra).map(read).collect();
    let lists = chain
        .list
        .iter()
        .map(|der| RevocationList::from_der(der).unwrap());
    let answer = verify(&Question {
        leaf: &read(leaf),
        pool: &pool,
        roots: &[read(chain.trusted.as_ref().unwrap_or(root))],
        lists: &lists.collect::<Vec<_>>(),
        revocation: Revocation::IfThere,
        time: Time::from_unix(NOW),
        purpose: Purpose::TlsServer,
        peer: Some(Peer::Host(DnsName::parse(chain.host).unwrap())),
        rules: Rules::Path,
        policies: Policies::default(),
        max_depth: None,
        allows_weak_algorithms: false,
    });
    answer.is_valid()
}

fn by_openssl(chain: &Chain, signed: &[Vec<u8>], folder: &Path) -> bool {
    let (root, rest) = signed.split_first().unwrap();
    let (leaf, middle) = rest.split_last().unwrap();
    let write = |file: &str, label: &str, all: &[&Vec<u8>]| {
        let text: String = all.iter().map(|der| pem(label, der)).collect();
        fs::write(folder.join(file), text).unwrap();
    };
    let pool: Vec<_> = middle.iter().chain(&chain.extra).collect();
    write(
        "root.pem",
        "CERTIFICATE",
        &[chain.trusted.as_ref().unwrap_or(root)],
    );
    write("leaf.pem", "CERTIFICATE", &[leaf]);
    write("pool.pem", "CERTIFICATE", &pool);
    let mut options = String::new();
    if !pool.is_empty() {
        options += "-untrusted pool.pem ";
    }
    if let Some(list) = &chain.list {
        write("list.pem", "X509 CRL", &[list]);
        options += "-crl_check -CRLfile list.pem ";
    }
    let host = chain.host;
    let command = format!(
        "verify -x509_strict -attime {NOW} -purpose sslserver -verify_hostname {host} -CAfile root.pem {options} leaf.pem"
    );
    openssl(folder, &command).ok
}

fn by_webpki(chain: &Chain, signed: &[Vec<u8>]) -> bool {
    let (root, rest) = signed.split_first().unwrap();
    let (leaf, middle) = rest.split_last().unwrap();
    let root = CertificateDer::from(chain.trusted.as_ref().unwrap_or(root).clone());
    let leaf = CertificateDer::from(leaf.clone());
    let pool = middle.iter().chain(&chain.extra).cloned();
    let pool: Vec<_> = pool.map(CertificateDer::from).collect();
    let verdict = || {
        let anchor = anchor_from_trusted_cert(&root).ok()?;
        let anchors = [anchor];
        let leaf = EndEntityCert::try_from(&leaf).ok()?;
        let list = chain.list.as_ref().map(|der| {
            CertRevocationList::from(BorrowedCertRevocationList::from_der(der).unwrap())
        });
        let lists: Vec<_> = list.iter().collect();
        let revocation = RevocationOptionsBuilder::new(&lists).ok();
        let revocation = revocation.map(|it| {
            let it = it.with_depth(webpki::RevocationCheckDepth::EndEntity);
            it.build()
        });
        let (now, usage) = (
            UnixTime::since_unix_epoch(Duration::from_secs(NOW)),
            KeyUsage::server_auth(),
        );
        leaf.verify_for_usage(
            ALL_VERIFICATION_ALGS,
            &anchors,
            &pool,
            now,
            usage,
            revocation,
            None,
        )
        .ok()?;
        let host = ServerName::try_from(chain.host).unwrap();
        leaf.verify_is_valid_for_subject_name(&host).ok()
    };
    verdict().is_some()
}

/// `None` for what it is not asked: about RSA (its own wants other versions than ours), lists, and which of
/// a pool's certificates make the path.
fn by_certval(chain: &Chain, signed: &[Vec<u8>]) -> Option<bool> {
    let is_rsa = chain.signers.iter().any(|key| matches!(key, Key::Rsa(_)));
    if is_rsa || chain.list.is_some() || !chain.extra.is_empty() {
        return None;
    }
    let (root, rest) = signed.split_first().unwrap();
    let (leaf, middle) = rest.split_last().unwrap();
    let root = PDVTrustAnchorChoice::create(chain.trusted.as_ref().unwrap_or(root), "").ok()?;
    let read = |der: &Vec<u8>| PDVCertificate::try_from(der.as_slice()).ok();
    let middle: Option<Vec<_>> = middle.iter().map(read).collect();
    let path = CertificationPath::new(root, middle?, read(leaf)?);
    let mut environment = PkiEnvironment::new();
    environment.populate_5280_pki_environment();
    let mut settings = CertificationPathSettings::new();
    settings.set_require_ta_store(false);
    settings.set_enforce_trust_anchor_constraints(true);
    settings.set_time_of_interest(TimeOfInterest::from_unix_secs(NOW).unwrap());
    settings.set_extended_key_usage_path(true);
    settings.set_extended_key_usage(vec!["1.3.6.1.5.5.7.3.1".to_string()]);
    let Ok(settings) = enforce_trust_anchor_constraints(&settings, &path.trust_anchor) else {
        return Some(false);
    };
    let mut results = CertificationPathResults::new();
    Some(validate_path_rfc5280(&environment, &settings, &path, &mut results).is_ok())
}

#[test]
fn everybody_agrees_or_the_reason_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let rng = &mut rng(77);
    let rsa: Vec<Key> = (0..2)
        .map(|_| {
            let command = "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa.pem";
            openssl(folder.path(), command).expect("a key");
            Key::rsa(&fs::read_to_string(folder.path().join("rsa.pem")).unwrap())
        })
        .collect();
    // By mutation and judge: how often they agreed, and how often not.
    let mut counts: BTreeMap<(&str, &str), [usize; 2]> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (mutation, is_good, change) in MUTATIONS {
        for round in 0..5 {
            let above = round % 4;
            let keys = (0..above + 2).map(|place| match (rng.next_u32() + place as u32) % 8 {
                0..=2 => Key::p256(rng),
                3 | 4 => Key::p384(rng),
                5 => rsa[place % 2].clone(),
                _ => Key::ed25519(rng),
            });
            let mut chain = Chain::new(above, keys.collect());
            change(&mut chain, rng);
            let signed = chain.signed();
            if ours(&chain, &signed) != *is_good {
                wrong.push((mutation, round));
            }
            let judges = [
                ("openssl", Some(by_openssl(&chain, &signed, folder.path()))),
                ("webpki", Some(by_webpki(&chain, &signed))),
                ("certval", by_certval(&chain, &signed)),
            ];
            for (judge, verdict) in judges {
                let count = counts.entry((mutation, judge)).or_default();
                if let Some(verdict) = verdict {
                    count[usize::from(verdict != *is_good)] += 1;
                }
            }
        }
    }
    assert_eq!(wrong, [], "ours");
    for (mutation, judge, reason) in DISAGREEMENTS {
        let [agreed, otherwise] = counts.remove(&(*mutation, *judge)).unwrap_or_default();
        assert!(otherwise > 0, "{mutation}: {judge} was not asked: {reason}");
        assert_eq!(agreed, 0, "{mutation}: {judge} agrees after all: {reason}");
    }
    for (pair, [agreed, otherwise]) in counts {
        assert_eq!(otherwise, 0, "{pair:?} disagree, of {agreed}");
    }
}
