//! Revocation lists of every scope (RFC 5280, section 6.3) before ours and OpenSSL.

#[path = "common/forge.rs"]
mod forge;
#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path, time::Instant};

use certwright::pki::{
    Certificate, RevocationList, Time,
    chain::{
        Answer, Fault, ListFault, Policies, Purpose, Question, Revocation, Rules, Step, verify,
    },
};
use forge::*;
use support::{NOW, openssl, rng};

/// A root, an authority, a leaf; others that sign lists; and the lists.
struct World {
    root: Key,
    own: Key,
    other: Key,
    authority: Draft,
    leaf: Draft,
    /// The authority's lists; the root's empty one is there besides.
    lists: Vec<Vec<u8>>,
    /// The root's list.
    above: ListDraft,
    above_key: Key,
    /// Signers of lists.
    signers: Vec<Vec<u8>>,
}

impl World {
    fn new() -> Self {
        let rng = &mut rng(9);
        let [root, own, other] = [(); 3].map(|()| Key::p256(rng));
        let (top, middle) = (name("root"), name("a"));
        Self {
            authority: Draft::new(&middle, &own, &top, &root, 2).authority(),
            leaf: Draft::new(&name("leaf"), &Key::p256(rng), &middle, &own, LEAF)
                .server("own.example"),
            above: ListDraft::new(&top, &root, 1),
            above_key: root.clone(),
            lists: Vec::new(),
            signers: Vec::new(),
            root,
            own,
            other,
        }
    }

    /// The authority's, of nobody.
    fn list(&self) -> ListDraft {
        ListDraft::new(&name("a"), &self.own, 3)
    }

    /// One that says where there are deltas: without, OpenSSL does not look at any.
    fn with_deltas(&self) -> ListDraft {
        self.list()
            .with(FRESHEST, false, point(&[place("http://a/d")]))
    }

    fn add(&mut self, list: ListDraft) {
        self.lists.push(list.sign(&self.own));
    }

    /// Only signs lists: by this name, certified by the root or the authority.
    fn signer(&mut self, subject: &str, issuer: &str) -> Draft {
        let key = if issuer == "root" {
            &self.root
        } else {
            &self.own
        };
        let mut draft = Draft::new(&name(subject), &self.other, &name(issuer), key, 30);
        draft.set(USAGE, true, usage(&[6]));
        draft
    }

    fn root(&self) -> Vec<u8> {
        let top = name("root");
        let draft = Draft::new(&top, &self.root, &top, &self.root, 1).authority();
        draft.sign(&self.root)
    }

    fn lists(&self) -> Vec<Vec<u8>> {
        let above = self.above.sign(&self.above_key);
        self.lists.iter().cloned().chain([above]).collect()
    }

    fn ours(&self, revocation: Revocation) -> Answer {
        self.by(revocation, Rules::Path)
    }

    fn by(&self, revocation: Revocation, rules: Rules) -> Answer {
        let read = |der: &Vec<u8>| Certificate::from_der(der).unwrap();
        let lists = self.lists();
        let lists = lists
            .iter()
            .map(|der| RevocationList::from_der(der).unwrap());
        let authority = self.authority.sign(&self.root);
        let pool: Vec<_> = [authority].iter().chain(&self.signers).map(read).collect();
        verify(&Question {
            leaf: &read(&self.leaf.sign(&self.own)),
            pool: &pool,
            roots: &[read(&self.root())],
            lists: &lists.collect::<Vec<_>>(),
            revocation,
            time: Time::from_unix(NOW),
            purpose: Purpose::TlsServer,
            peer: None,
            rules,
            policies: Policies::default(),
            max_depth: None,
            allows_weak_algorithms: false,
        })
    }

    fn openssl(&self, folder: &Path) -> bool {
        let write = |file: &str, label: &str, all: &[Vec<u8>]| {
            let text: String = all.iter().map(|der| pem(label, der)).collect();
            fs::write(folder.join(file), text).unwrap();
        };
        let mut pool = self.signers.clone();
        pool.push(self.authority.sign(&self.root));
        write("root.pem", "CERTIFICATE", &[self.root()]);
        write("pool.pem", "CERTIFICATE", &pool);
        write("leaf.pem", "CERTIFICATE", &[self.leaf.sign(&self.own)]);
        write("lists.pem", "X509 CRL", &self.lists());
        let command = format!(
            "verify -attime {NOW} -crl_check_all -extended_crl -use_deltas -CRLfile lists.pem -CAfile root.pem -untrusted pool.pem leaf.pem"
        );
        openssl(folder, &command).ok
    }
}

const FRESHEST: &str = "2.5.29.46";
const LEAF: u8 = 0x11;

fn reason(code: u8) -> Vec<Extension> {
    vec![(REASON, false, vec![10, 1, code])]
}

/// `IssuingDistributionPoint`.
fn scope(parts: &[Vec<u8>]) -> Vec<u8> {
    sequence(parts)
}

fn flag(number: u32) -> Vec<u8> {
    context(number, false, &[0xff])
}

fn reasons(number: u32, bits: &[u8]) -> Vec<u8> {
    context(number, false, &named_bits(bits))
}

/// A leaf's one distribution point.
fn point(parts: &[Vec<u8>]) -> Vec<u8> {
    sequence(&[sequence(parts)])
}

fn place(uri_: &str) -> Vec<u8> {
    full_name(&[uri(uri_)])
}

fn relative(text: &str) -> Vec<u8> {
    let whole = name(text);
    // The one SET's contents: a SEQUENCE's header and a SET's have two octets each.
    context(0, true, &context(1, true, &whole[4..]))
}

fn entry_issuer(text: &str) -> Extension {
    (ENTRY_ISSUER, true, sequence(&[directory(&name(text))]))
}

/// A list, whether it clears the leaf, and how it is made.
type Case = (&'static str, bool, fn(&mut World));

const CASES: &[Case] = &[
    ("nobody is on it", true, |w| w.add(w.list())),
    ("there is none", false, |_| {}),
    ("the leaf is on it", false, |w| {
        w.add(w.list().revoking(&[LEAF], reason(1)))
    }),
    ("another is on it", true, |w| {
        w.add(w.list().revoking(&[LEAF + 1], reason(1)))
    }),
    ("on hold", false, |w| {
        w.add(w.list().revoking(&[LEAF], reason(6)))
    }),
    ("expired", false, |w| {
        let mut list = w.list();
        list.next = "261102000000Z".into();
        w.add(list);
    }),
    ("of the future", false, |w| {
        w.add(w.list().made("270101000000Z"))
    }),
    ("an old one and a newer", false, |w| {
        w.add(w.list().made("261101000000Z"));
        let newer = w
            .list()
            .made("261110000000Z")
            .with(LIST_NUMBER, false, integer(4));
        w.add(newer.revoking(&[LEAF], reason(1)));
    }),
    ("released from hold in a newer", true, |w| {
        w.add(w.list().made("261101000000Z").revoking(&[LEAF], reason(6)));
        w.add(
            w.list()
                .made("261110000000Z")
                .with(LIST_NUMBER, false, integer(4)),
        );
    }),
    ("by another key", false, |w| {
        w.lists.push(w.list().sign(&w.other))
    }),
    ("its issuer may not sign lists", false, |w| {
        w.authority.set(USAGE, true, usage(&[5]));
        w.add(w.list());
    }),
    ("unknown critical extension", false, |w| {
        w.add(w.list().with("1.2.3.4", true, vec![5, 0]))
    }),
    ("unknown extension", true, |w| {
        w.add(w.list().with("1.2.3.4", false, vec![5, 0]))
    }),
    ("unknown critical extension of an entry", false, |w| {
        w.add(
            w.list()
                .revoking(&[LEAF + 1], vec![("1.2.3.4", true, vec![5, 0])]),
        );
    }),
    ("a negative serial number is another", true, |w| {
        w.leaf.serial = vec![0xff];
        w.add(w.list().revoking(&[0, 0xff], reason(1)));
    }),
    ("a negative serial number is on it", false, |w| {
        w.leaf.serial = vec![0xff];
        w.add(w.list().revoking(&[0xff], reason(1)));
    }),
    ("for users", true, |w| {
        w.add(w.list().with(SCOPE, true, scope(&[flag(1)])))
    }),
    ("for authorities", false, |w| {
        w.add(w.list().with(SCOPE, true, scope(&[flag(2)])))
    }),
    ("for attributes", false, |w| {
        w.add(w.list().with(SCOPE, true, scope(&[flag(5)])))
    }),
    ("for users and for authorities", false, |w| {
        w.add(w.list().with(SCOPE, true, scope(&[flag(2)])));
        w.add(
            w.list()
                .with(SCOPE, true, scope(&[flag(1)]))
                .revoking(&[LEAF], reason(1)),
        );
    }),
    ("for some reasons", false, |w| {
        w.add(w.list().with(SCOPE, true, scope(&[reasons(3, &[1, 2])])));
    }),
    ("for some reasons and the others", true, |w| {
        w.add(w.list().with(SCOPE, true, scope(&[reasons(3, &[1, 2])])));
        w.add(
            w.list()
                .with(SCOPE, true, scope(&[reasons(3, &[3, 4, 5, 6, 7, 8])])),
        );
    }),
    ("for some reasons and revoked for another", false, |w| {
        w.add(w.list().with(SCOPE, true, scope(&[reasons(3, &[1, 2])])));
        let others = w
            .list()
            .with(SCOPE, true, scope(&[reasons(3, &[3, 4, 5, 6, 7, 8])]));
        w.add(others.revoking(&[LEAF], reason(4)));
    }),
    ("of its point", true, |w| {
        w.leaf.set(POINTS, false, point(&[place("http://a/1")]));
        w.add(w.list().with(SCOPE, true, scope(&[place("http://a/1")])));
    }),
    ("of another point", false, |w| {
        w.leaf.set(POINTS, false, point(&[place("http://a/1")]));
        w.add(w.list().with(SCOPE, true, scope(&[place("http://a/2")])));
    }),
    ("of a point, and the leaf has none", false, |w| {
        w.add(w.list().with(SCOPE, true, scope(&[place("http://a/2")])));
    }),
    ("of all points", true, |w| {
        w.leaf.set(POINTS, false, point(&[place("http://a/1")]));
        w.add(w.list());
    }),
    ("of a name below the issuer's", true, |w| {
        w.leaf.set(POINTS, false, point(&[relative("p")]));
        w.add(w.list().with(SCOPE, true, scope(&[relative("p")])));
    }),
    ("of a name below the issuer's, revoked", false, |w| {
        w.leaf.set(POINTS, false, point(&[relative("p")]));
        let list = w.list().with(SCOPE, true, scope(&[relative("p")]));
        w.add(list.revoking(&[LEAF], reason(1)));
    }),
    ("of a name below the issuer's, written in full", true, |w| {
        w.leaf.set(
            POINTS,
            false,
            point(&[full_name(&[directory(&name("a/p"))])]),
        );
        w.add(w.list().with(SCOPE, true, scope(&[relative("p")])));
    }),
    ("of another name below the issuer's", false, |w| {
        w.leaf.set(POINTS, false, point(&[relative("p")]));
        w.add(w.list().with(SCOPE, true, scope(&[relative("q")])));
    }),
    ("by somebody else, as the leaf says", true, |w| {
        indirect(w, &[flag(4)], Vec::new())
    }),
    ("by somebody else, revoked", false, |w| {
        indirect(w, &[flag(4)], vec![(vec![LEAF], vec![entry_issuer("a")])]);
    }),
    (
        "by somebody else, revoked, and the issuer named before",
        false,
        |w| {
            let entries = vec![
                (vec![LEAF + 1], vec![entry_issuer("a")]),
                (vec![LEAF], Vec::new()),
            ];
            indirect(w, &[flag(4)], entries);
        },
    ),
    ("by somebody else, of another issuer", true, |w| {
        indirect(w, &[flag(4)], vec![(vec![LEAF], vec![entry_issuer("b")])]);
    }),
    ("by somebody else, who does not say so", false, |w| {
        indirect(w, &[], Vec::new())
    }),
    (
        "by somebody else, whom the leaf does not name",
        false,
        |w| {
            indirect(w, &[flag(4)], Vec::new());
            w.leaf.drop(POINTS);
        },
    ),
    ("added by a delta", false, |w| {
        w.add(w.with_deltas());
        w.add(delta(w, 3, 4).revoking(&[LEAF], reason(1)));
    }),
    ("released by a delta", true, |w| {
        w.add(w.with_deltas().revoking(&[LEAF], reason(6)));
        w.add(delta(w, 3, 4).revoking(&[LEAF], reason(8)));
    }),
    ("a delta without its base", false, |w| w.add(delta(w, 3, 4))),
    ("a delta to a later base", true, |w| {
        w.add(w.with_deltas());
        w.add(delta(w, 4, 5).revoking(&[LEAF], reason(1)));
    }),
    ("a delta of another scope", true, |w| {
        w.add(w.with_deltas());
        let delta = delta(w, 3, 4).revoking(&[LEAF], reason(1));
        w.add(delta.with(SCOPE, true, scope(&[flag(1)])));
    }),
    ("by another key of the issuer", true, |w| {
        let signer = w.signer("a", "root").sign(&w.root);
        w.signers.push(signer);
        w.lists
            .push(ListDraft::new(&name("a"), &w.other, 3).sign(&w.other));
    }),
    (
        "by another key of the issuer, which has expired",
        false,
        |w| {
            let mut signer = w.signer("a", "root");
            signer.until = "261001000000Z".into();
            w.signers.push(signer.sign(&w.root));
            w.lists
                .push(ListDraft::new(&name("a"), &w.other, 3).sign(&w.other));
        },
    ),
    (
        "by another key of the issuer, which is revoked",
        false,
        |w| {
            let signer = w.signer("a", "root").sign(&w.root);
            w.signers.push(signer);
            w.above = w.above.clone().revoking(&[30], reason(1));
            w.lists
                .push(ListDraft::new(&name("a"), &w.other, 3).sign(&w.other));
        },
    ),
    // Of the issuer itself: a list by its first key is about the certificate of its second.
    ("by the issuer's second key", true, |w| {
        second_key(w, Vec::new())
    }),
    ("by the issuer's second key, which is revoked", false, |w| {
        second_key(w, vec![(vec![30], reason(1))]);
    }),
    // The list is about its signer's own certificate, too, as that says.
    ("by a signer that is on the same list's watch", true, |w| {
        own_watch(w, Vec::new())
    }),
    (
        "by a signer that is on the same list's watch, and revoked",
        false,
        |w| {
            own_watch(w, vec![(vec![LEAF], vec![entry_issuer("a")])]);
        },
    ),
    ("twice on it, revoked and released", false, |w| {
        w.add(
            w.list()
                .revoking(&[LEAF], reason(1))
                .revoking(&[LEAF], reason(8)),
        );
    }),
    // The leaf is not revoked, its issuer is, and has a certificate made that looks like the root's.
    ("the revoked clear themselves", false, |w| {
        let signer = w.signer("root", "a").sign(&w.own);
        w.signers.push(signer);
        w.above = ListDraft::new(&name("root"), &w.other, 9);
        w.above_key = w.other.clone();
        w.add(w.list());
    }),
];

fn delta(world: &World, base: u8, number: u8) -> ListDraft {
    let list = world
        .list()
        .made("261110000000Z")
        .with(DELTA, true, integer(base));
    list.with(LIST_NUMBER, false, integer(number))
}

fn second_key(world: &mut World, revoked: Vec<(Vec<u8>, Vec<Extension>)>) {
    let mut signer = world.signer("a", "a");
    signer.set(POINTS, false, point(&[place("http://a/first")]));
    world.signers.push(signer.sign(&world.own));
    let mut first = world
        .list()
        .with(SCOPE, true, scope(&[place("http://a/first")]));
    first.revoked = revoked;
    world.add(first);
    world
        .lists
        .push(ListDraft::new(&name("a"), &world.other, 3).sign(&world.other));
}

fn own_watch(world: &mut World, revoked: Vec<(Vec<u8>, Vec<Extension>)>) {
    indirect(world, &[flag(4)], revoked);
    let mut signer = world.signer("lists", "a");
    signer.extensions.extend(
        world
            .leaf
            .extensions
            .iter()
            .filter(|it| it.0 == POINTS)
            .cloned(),
    );
    world.signers = vec![signer.sign(&world.own)];
}

fn indirect(world: &mut World, parts: &[Vec<u8>], revoked: Vec<(Vec<u8>, Vec<Extension>)>) {
    let signer = world.signer("lists", "root").sign(&world.root);
    world.signers.push(signer);
    let at = place("http://a/1");
    let issuer = context(2, true, &directory(&name("lists")));
    world.leaf.set(POINTS, false, point(&[at.clone(), issuer]));
    let parts = [&[at], parts].concat();
    let mut list = ListDraft::new(&name("lists"), &world.other, 3).with(SCOPE, true, scope(&parts));
    list.revoked = revoked;
    world.lists.push(list.sign(&world.other));
}

/// What OpenSSL says otherwise, and why.
const DISAGREEMENTS: &[(&str, &str)] = &[
    (
        "by another key of the issuer, which has expired",
        "the `verify` command forgives what has expired, and remembers it of the path alone, not of a list's signer",
    ),
    (
        "by a signer that is on the same list's watch",
        "a signer's certificate is looked up in lists by its issuer's own key only, although it says another",
    ),
];

#[test]
fn ours_and_openssl() {
    let folder = tempfile::tempdir().unwrap();
    let (mut wrong, mut odd) = (Vec::new(), Vec::new());
    for (name, is_good, make) in CASES {
        let mut world = World::new();
        make(&mut world);
        let answer = world.ours(Revocation::Required);
        if answer.is_valid() != *is_good {
            wrong.push((name, answer));
        } else {
            let of_lists = |step: &Step| *step == Step::Revocation;
            let failed = answer.paths[0]
                .checks
                .iter()
                .filter(|it| it.outcome.is_err());
            assert!(failed.clone().all(|check| of_lists(&check.step)), "{name}");
        }
        if world.openssl(folder.path()) != *is_good {
            odd.push(*name);
        }
    }
    let names: Vec<_> = wrong.iter().map(|(name, _)| *name).collect();
    assert!(wrong.is_empty(), "{names:?}: {wrong:#?}");
    assert_eq!(
        odd,
        DISAGREEMENTS
            .iter()
            .map(|(name, _)| *name)
            .collect::<Vec<_>>()
    );
}

/// A delta that adds to nothing says nothing, and is no reason to take the certificate.
#[test]
fn a_delta_alone_is_not_overlooked() {
    let mut world = World::new();
    world.add(delta(&world, 3, 4));
    let answer = world.ours(Revocation::IfThere);
    let faults: Vec<_> = answer.paths[0]
        .faults()
        .map(|(at, it)| (at, it.clone()))
        .collect();
    assert_eq!(faults, [(2, Fault::List(ListFault::NoBase))]);
}

/// An authority has a new key and its old name, and a list by the old key lies about: OpenSSL does not look at
/// it, and nothing is wrong with the certificate.
#[test]
fn a_list_by_a_former_key_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let faults = |answer: &Answer| -> Vec<_> {
        let faults = answer.paths[0].faults();
        faults.map(|(at, it)| (at, it.clone())).collect()
    };
    let mut world = World::new();
    let former = ListDraft::new(&name("a"), &world.other, 2).revoking(&[LEAF], reason(1));
    world.lists.push(former.sign(&world.other));
    for rules in [Rules::Path, Rules::Profile] {
        let answer = world.by(Revocation::IfThere, rules);
        assert!(answer.is_valid(), "{:?}", faults(&answer));
        let answer = world.by(Revocation::Required, rules);
        assert_eq!(faults(&answer), [(2, Fault::NoList)]);
    }
    assert!(!world.openssl(folder.path()));
    // Beside the new key's it does no harm.
    world.add(world.list());
    assert!(world.ours(Revocation::Required).is_valid());
    assert!(world.openssl(folder.path()));

    // Without a word about its key it could be the issuer's, changed.
    let mut world = World::new();
    let mut silent = world.list();
    silent.extensions.retain(|it| it.0 != AKI);
    world.lists.push(silent.sign(&world.other));
    let expected = [(2, Fault::List(ListFault::Signature))];
    assert_eq!(faults(&world.ours(Revocation::IfThere)), expected);
    // So it could where the issuer does not say which key it has.
    let mut world = World::new();
    world.authority.drop(SKI);
    let former = ListDraft::new(&name("a"), &world.other, 2);
    world.lists.push(former.sign(&world.other));
    assert_eq!(faults(&world.ours(Revocation::IfThere)), expected);
    // The signature counts, not what the list says of its key.
    let mut world = World::new();
    let odd = ListDraft::new(&name("a"), &world.other, 3).revoking(&[LEAF], reason(1));
    world.add(odd);
    let found = faults(&world.ours(Revocation::IfThere));
    assert!(
        matches!(found[..], [(2, Fault::Revoked { .. })]),
        "{found:?}"
    );
}

/// Thousands of names in a certificate's distribution points, and in lists: it ends, the certificate is not
/// taken, and the answer says that it was cut. Those of a large authority are all compared.
#[test]
fn names_of_points_are_not_compared_for_ever() {
    let names = |kind: &str, count: usize| -> Vec<Vec<u8>> {
        let name = |number| uri(&format!("http://a/{kind}/{number}"));
        (0..count).map(name).collect()
    };
    let mut world = World::new();
    let one = sequence(&[full_name(&names("leaf", 1_000))]);
    world.leaf.set(POINTS, false, sequence(&vec![one; 100]));
    let list = world.list();
    let list = list.with(SCOPE, true, scope(&[full_name(&names("list", 1_000))]));
    for number in 0..20 {
        world.add(list.clone().with(LIST_NUMBER, false, integer(number)));
    }
    for revocation in [Revocation::IfThere, Revocation::Required] {
        let start = Instant::now();
        let answer = world.ours(revocation);
        assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
        assert!(answer.is_cut_short);
        let faults: Vec<_> = answer.paths[0].faults().collect();
        assert_eq!(faults, [(2, &Fault::TooManyNames)]);
    }

    let mut world = World::new();
    world
        .leaf
        .set(POINTS, false, point(&[place("http://a/list/7")]));
    for name in names("list", 300) {
        let place = full_name(&[name, uri("ldap://a/list")]);
        world.add(world.list().with(SCOPE, true, scope(&[place])));
    }
    let answer = world.ours(Revocation::Required);
    assert!(answer.is_valid() && !answer.is_cut_short);
}

/// What section 5 forbids, and is no hindrance where only the path counts.
#[test]
fn lists_of_the_wrong_form() {
    type Change = fn(ListDraft) -> ListDraft;
    let cases: [(Change, ListFault); 4] = [
        (|list| list.with(SCOPE, true, scope(&[])), ListFault::Scope),
        (
            |list| list.with(SCOPE, false, scope(&[flag(1)])),
            ListFault::NotCritical,
        ),
        (
            |list| list.with(LIST_NUMBER, true, integer(3)),
            ListFault::NumberCritical,
        ),
        (
            |mut list| {
                list.extensions.retain(|it| it.0 != LIST_NUMBER);
                list
            },
            ListFault::NumberMissing,
        ),
    ];
    for (change, fault) in cases {
        let mut world = World::new();
        world.add(change(world.list()));
        let answer = world.by(Revocation::Required, Rules::Profile);
        let faults: Vec<_> = answer.paths[0]
            .faults()
            .map(|(at, it)| (at, it.clone()))
            .collect();
        assert_eq!(faults, [(2, Fault::List(fault))]);
        assert!(world.ours(Revocation::Required).is_valid(), "{fault:?}");
    }
}
