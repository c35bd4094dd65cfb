//! Policies, mappings and what inhibits them (RFC 5280, section 6.1, with RFC 9618): generated chains before
//! ours and OpenSSL. They agree on all.

#[path = "common/forge.rs"]
mod forge;
#[path = "common/support.rs"]
mod support;

use std::fs;

use certwright::pki::{
    Certificate, Oid, Time,
    chain::{Fault, Policies, Purpose, Question, Revocation, Rules, verify},
};
use forge::*;
use support::{NOW, openssl, rng};

/// What one certificate says.
struct Says {
    policies: &'static [&'static str],
    mapped: &'static [(&'static str, &'static str)],
    /// `requireExplicitPolicy`, `inhibitPolicyMapping`.
    limits: (Option<u8>, Option<u8>),
    no_any: Option<u8>,
    is_self_issued: bool,
}

const NONE: Says = Says {
    policies: &[],
    mapped: &[],
    limits: (None, None),
    no_any: None,
    is_self_issued: false,
};
const ONE: Says = Says {
    policies: &[P1],
    ..NONE
};
const TWO: Says = Says {
    policies: &[P2],
    ..NONE
};
const ALL: Says = Says {
    policies: &[ANY],
    ..NONE
};

const P1: &str = "1.2.3.1";
const P2: &str = "1.2.3.2";
const P3: &str = "1.2.3.3";
const ANY: &str = "2.5.29.32.0";

struct Case {
    name: &'static str,
    is_good: bool,
    wanted: &'static [&'static str],
    /// `-explicit_policy`, `-inhibit_any`, `-inhibit_map`.
    flags: &'static str,
    /// From below the root to the leaf.
    path: &'static [Says],
}

const PLAIN: Case = Case {
    name: "",
    is_good: true,
    wanted: &[],
    flags: "",
    path: &[],
};

const MAPS: Says = Says {
    mapped: &[(P1, P2)],
    ..ONE
};
const ANY_MAPS: Says = Says {
    mapped: &[(P1, P2)],
    ..ALL
};

const CASES: &[Case] = &[
    Case {
        name: "none, none asked",
        path: &[NONE, NONE],
        ..PLAIN
    },
    Case {
        name: "none, but asked",
        is_good: false,
        flags: "e",
        path: &[NONE, NONE],
        ..PLAIN
    },
    Case {
        name: "the same",
        flags: "e",
        path: &[ONE, ONE],
        ..PLAIN
    },
    Case {
        name: "the wanted",
        flags: "e",
        wanted: &[P1],
        path: &[ONE, ONE],
        ..PLAIN
    },
    Case {
        name: "another than wanted",
        is_good: false,
        flags: "e",
        wanted: &[P2],
        path: &[ONE, ONE],
    },
    Case {
        name: "another than wanted, which nobody insists on",
        wanted: &[P2],
        path: &[ONE, ONE],
        ..PLAIN
    },
    Case {
        name: "one of two wanted",
        flags: "e",
        wanted: &[P1, P2],
        path: &[ONE, ONE],
        ..PLAIN
    },
    Case {
        name: "they differ",
        is_good: false,
        flags: "e",
        path: &[ONE, TWO],
        ..PLAIN
    },
    Case {
        name: "they differ, and nobody asks",
        path: &[ONE, TWO],
        ..PLAIN
    },
    Case {
        name: "missing in between",
        is_good: false,
        flags: "e",
        path: &[ONE, NONE, ONE],
        ..PLAIN
    },
    Case {
        name: "any above",
        flags: "e",
        wanted: &[P1],
        path: &[ALL, ONE],
        ..PLAIN
    },
    Case {
        name: "any below",
        flags: "e",
        wanted: &[P1],
        path: &[ONE, ALL],
        ..PLAIN
    },
    Case {
        name: "any all the way",
        flags: "e",
        wanted: &[P3],
        path: &[ALL, ALL, ALL],
        ..PLAIN
    },
    Case {
        name: "any is inhibited",
        is_good: false,
        flags: "ea",
        path: &[ALL, ONE],
        ..PLAIN
    },
    Case {
        name: "any is inhibited, and is not there",
        flags: "ea",
        path: &[ONE, ONE],
        ..PLAIN
    },
    Case {
        name: "any is inhibited below",
        is_good: false,
        flags: "e",
        path: &[
            Says {
                no_any: Some(0),
                ..ONE
            },
            ALL,
        ],
        ..PLAIN
    },
    Case {
        name: "any is inhibited later",
        flags: "e",
        path: &[
            Says {
                no_any: Some(1),
                ..ONE
            },
            ALL,
            ONE,
        ],
        ..PLAIN
    },
    Case {
        name: "any is inhibited, and the self-issued may",
        flags: "e",
        path: &[
            Says {
                no_any: Some(0),
                ..ONE
            },
            Says {
                is_self_issued: true,
                ..ALL
            },
            ONE,
        ],
        ..PLAIN
    },
    Case {
        name: "any is inhibited, and the leaf may not, self-issued as it is",
        is_good: false,
        flags: "e",
        path: &[
            Says {
                no_any: Some(0),
                ..ONE
            },
            Says {
                is_self_issued: true,
                ..ALL
            },
        ],
        ..PLAIN
    },
    Case {
        name: "mapped",
        flags: "e",
        wanted: &[P1],
        path: &[MAPS, TWO],
        ..PLAIN
    },
    Case {
        name: "mapped, the subject's wanted",
        is_good: false,
        flags: "e",
        wanted: &[P2],
        path: &[MAPS, TWO],
    },
    Case {
        name: "mapped, and not used",
        is_good: false,
        flags: "e",
        path: &[MAPS, ONE],
        ..PLAIN
    },
    Case {
        name: "mapped from any",
        flags: "e",
        wanted: &[P1],
        path: &[ANY_MAPS, TWO],
        ..PLAIN
    },
    Case {
        name: "mapped from any, the subject's wanted",
        flags: "e",
        wanted: &[P2],
        path: &[ANY_MAPS, TWO],
        is_good: false,
    },
    Case {
        name: "mapped twice",
        flags: "e",
        wanted: &[P1],
        path: &[
            MAPS,
            Says {
                mapped: &[(P2, P3)],
                ..TWO
            },
            Says {
                policies: &[P3],
                ..NONE
            },
        ],
        ..PLAIN
    },
    Case {
        name: "mapped to two",
        flags: "e",
        wanted: &[P1],
        path: &[
            Says {
                mapped: &[(P1, P2), (P1, P3)],
                ..ONE
            },
            Says {
                policies: &[P3],
                ..NONE
            },
        ],
        ..PLAIN
    },
    Case {
        name: "two mapped to one",
        flags: "e",
        wanted: &[P2],
        path: &[
            Says {
                policies: &[P1, P2],
                mapped: &[(P1, P3), (P2, P3)],
                ..NONE
            },
            Says {
                policies: &[P3],
                ..NONE
            },
        ],
        ..PLAIN
    },
    Case {
        name: "mappings are inhibited",
        is_good: false,
        flags: "em",
        path: &[MAPS, TWO],
        ..PLAIN
    },
    Case {
        name: "mappings are inhibited, and the issuer's is used",
        is_good: false,
        flags: "em",
        path: &[MAPS, ONE],
        ..PLAIN
    },
    Case {
        name: "mappings are inhibited below",
        is_good: false,
        flags: "e",
        path: &[
            Says {
                limits: (None, Some(0)),
                ..ONE
            },
            MAPS,
            TWO,
        ],
        ..PLAIN
    },
    Case {
        name: "mappings are inhibited later",
        flags: "e",
        path: &[
            Says {
                limits: (None, Some(1)),
                ..ONE
            },
            MAPS,
            TWO,
        ],
        ..PLAIN
    },
    Case {
        name: "any is mapped",
        is_good: false,
        path: &[
            Says {
                mapped: &[(ANY, P1)],
                ..ALL
            },
            ONE,
        ],
        ..PLAIN
    },
    Case {
        name: "mapped to any",
        is_good: false,
        path: &[
            Says {
                mapped: &[(P1, ANY)],
                ..ONE
            },
            ALL,
        ],
        ..PLAIN
    },
    Case {
        name: "required from here on",
        is_good: false,
        path: &[
            Says {
                limits: (Some(0), None),
                ..ONE
            },
            NONE,
        ],
        ..PLAIN
    },
    Case {
        name: "required after one more",
        path: &[
            Says {
                limits: (Some(2), None),
                ..ONE
            },
            NONE,
        ],
        ..PLAIN
    },
    Case {
        name: "required after one more, which comes",
        is_good: false,
        path: &[
            Says {
                limits: (Some(1), None),
                ..ONE
            },
            NONE,
            NONE,
        ],
        ..PLAIN
    },
    Case {
        name: "required by the leaf",
        is_good: false,
        path: &[
            ONE,
            Says {
                limits: (Some(0), None),
                ..NONE
            },
        ],
        ..PLAIN
    },
    Case {
        name: "self-issued ones do not count down",
        path: &[
            Says {
                limits: (Some(2), None),
                ..ONE
            },
            Says {
                is_self_issued: true,
                ..ONE
            },
            NONE,
        ],
        ..PLAIN
    },
];

fn chain(case: &Case) -> Vec<Vec<u8>> {
    let rng = &mut rng(5);
    let (mut issuer, mut issuer_key) = (name("root"), Key::p256(rng));
    let root = Draft::new(&issuer, &issuer_key, &issuer, &issuer_key, 1).authority();
    let mut signed = vec![root.sign(&issuer_key)];
    for (place, says) in case.path.iter().enumerate() {
        let key = Key::p256(rng);
        let own = match says.is_self_issued {
            true => issuer.clone(),
            false => name(&format!("c{place}")),
        };
        let mut draft = Draft::new(&own, &key, &issuer, &issuer_key, 2 + place as u8);
        draft = match place + 1 == case.path.len() {
            true => draft.server("own.example"),
            false => draft.authority(),
        };
        if !says.policies.is_empty() {
            draft.set(POLICIES, false, policies(says.policies));
        }
        if !says.mapped.is_empty() {
            draft.set(MAPPINGS, true, mappings(says.mapped));
        }
        let limit = |number, value: Option<u8>| value.map(|value| context(number, false, &[value]));
        let limits: Vec<_> = [limit(0, says.limits.0), limit(1, says.limits.1)]
            .into_iter()
            .flatten()
            .collect();
        if !limits.is_empty() {
            draft.set(POLICY_LIMITS, true, sequence(&limits));
        }
        if let Some(value) = says.no_any {
            draft.set(NO_ANY, true, integer(value));
        }
        signed.push(draft.sign(&issuer_key));
        (issuer, issuer_key) = (own, key);
    }
    signed
}

#[test]
fn ours_and_openssl() {
    let folder = tempfile::tempdir().unwrap();
    for case in CASES {
        let signed = chain(case);
        let all: Vec<_> = signed
            .iter()
            .map(|der| Certificate::from_der(der).unwrap())
            .collect();
        let (leaf, rest) = all.split_last().unwrap();
        let wanted = case.wanted.iter().map(|it| Oid::parse(it).unwrap());
        let answer = verify(&Question {
            leaf,
            pool: &rest[1..],
            roots: &rest[..1],
            lists: &[],
            revocation: Revocation::Ignored,
            time: Time::from_unix(NOW),
            purpose: Purpose::TlsServer,
            peer: None,
            rules: Rules::Path,
            policies: Policies {
                wanted: wanted.collect(),
                require_explicit: case.flags.contains('e'),
                inhibit_any: case.flags.contains('a'),
                inhibit_mapping: case.flags.contains('m'),
            },
            max_depth: None,
            allows_weak_algorithms: false,
        });
        assert_eq!(
            answer.is_valid(),
            case.is_good,
            "{}: {answer:#?}",
            case.name
        );
        let of_policy = |fault: &Fault| matches!(fault, Fault::Policy | Fault::AnyPolicyMapped);
        assert!(
            answer.paths[0].faults().all(|(_, fault)| of_policy(fault)),
            "{}",
            case.name
        );
        if case.is_good && case.flags.contains('e') {
            let met: Vec<String> = answer.paths[0]
                .policies
                .iter()
                .map(Oid::to_string)
                .collect();
            assert!(!met.is_empty(), "{}", case.name);
            let is_wanted =
                |it: &String| case.wanted.is_empty() || case.wanted.contains(&it.as_str());
            assert!(met.iter().all(is_wanted), "{}: {met:?}", case.name);
        }
        let by_openssl = by_openssl(folder.path(), case, &signed);
        assert_eq!(by_openssl, case.is_good, "OpenSSL on {}", case.name);
    }
}

fn by_openssl(folder: &std::path::Path, case: &Case, signed: &[Vec<u8>]) -> bool {
    let write = |file: &str, all: &[Vec<u8>]| {
        let text: String = all.iter().map(|der| pem("CERTIFICATE", der)).collect();
        fs::write(folder.join(file), text).unwrap();
    };
    write("root.pem", &signed[..1]);
    write("pool.pem", &signed[1..signed.len() - 1]);
    write("leaf.pem", &signed[signed.len() - 1..]);
    // Where none is wanted any will do: OpenSSL has to be told.
    let wanted = if case.wanted.is_empty() {
        &[ANY][..]
    } else {
        case.wanted
    };
    let mut options = String::from("-policy_check");
    for wanted in wanted {
        options += &format!(" -policy {wanted}");
    }
    for (flag, option) in [
        ('e', " -explicit_policy"),
        ('a', " -inhibit_any"),
        ('m', " -inhibit_map"),
    ] {
        if case.flags.contains(flag) {
            options += option;
        }
    }
    let command =
        format!("verify -attime {NOW} {options} -CAfile root.pem -untrusted pool.pem leaf.pem");
    openssl(folder, &command).ok
}
