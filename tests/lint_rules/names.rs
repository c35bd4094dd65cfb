//! Alternative names and name constraints.

use certwright::pki::lint::Rule;

use super::{cases::Cases, material::*, sound::*};

pub fn all(cases: &mut Cases) {
    domains(cases);
    others(cases);
    constraints(cases);
}

fn domains(cases: &mut Cases) {
    use Rule::*;
    let label = "a".repeat(64) + ".acme.com";
    let long = ["a".repeat(60).as_str(); 5].join(".") + ".com";
    let faults: [(Rule, &str); 28] = [
        (SanDnsEmpty, ""),
        (SanDnsUnderscore, "a_b.acme.com"),
        (SanDnsCharacter, "a!b.acme.com"),
        (SanDnsCharacter, "a\0b.acme.com"),
        (SanDnsBlank, "www.acme.com "),
        (SanDnsBlank, "www acme.com"),
        (SanDnsLabelLong, &label),
        (SanDnsLong, &long),
        (SanDnsEmptyLabel, "www..acme.com"),
        (SanDnsEmptyLabel, ".acme.com"),
        (SanDnsTrailingDot, "ftp.acme.com."),
        (SanDnsHyphen, "-a.acme.com"),
        (SanDnsHyphen, "a-.acme.com"),
        (SanDnsUrl, "https://ftp.acme.com"),
        (SanDnsUrl, "ftp.acme.com:443"),
        (SanDnsAddress, "192.0.2.1"),
        (SanDnsAddress, "2001:db8::1"),
        (SanDnsIdn, "xn--a.acme.com"),
        (SanDnsIdn, "xn--abc-.acme.com"),
        (SanDnsReserved, "ab--c.acme.com"),
        (SanWildcardPlace, "www.*.acme.com"),
        (SanWildcardPlace, "w*.acme.com"),
        (SanWildcardTooHigh, "*.com"),
        (SanWildcardTooHigh, "*"),
        (SanInternal, "printer"),
        (SanInternal, "nas.local"),
        (SanReverseZone, "1.2.0.192.in-addr.arpa"),
        (SanReverseZone, "*.8.B.D.0.1.0.0.2.IP6.ARPA"),
    ];
    for (rule, fault) in faults {
        cases.only(rule, server, |it| {
            it.put(SAN, false, dns(&["www.acme.com", fault]));
        });
    }
}

fn others(cases: &mut Cases) {
    use Rule::*;
    let put = |it: &mut Parts, more: Vec<u8>| {
        it.put(SAN, false, sequence(&[value(0x82, b"www.acme.com"), more]));
    };
    cases.only(SanMissing, server, |it| it.drop(SAN));
    cases.only(AltNamesNotCritical, server, |it| it.subject = sequence(&[]));
    cases.only(SanCritical, server, |it| it.mark(SAN, true));
    cases.only(SanDuplicate, server, |it| {
        put(it, value(0x82, b"WWW.acme.com"))
    });
    cases.only(SanNotAscii, server, |it| {
        put(it, value(0x82, "gänse.acme.com".as_bytes()))
    });
    cases.only(SanIpLength, server, |it| put(it, value(0x87, &[8; 8])));
    for address in [
        &[192, 168, 1, 1][..],
        &[127, 0, 0, 1],
        &[100, 64, 0, 1],
        &[0; 16],
    ] {
        cases.only(SanReservedAddress, server, |it| {
            put(it, value(0x87, address))
        });
    }
    cases.only(SanEmail, client, |it| {
        it.put(SAN, false, sequence(&[value(0x81, b"alice")]))
    });
    for fault in ["acme.com", "http://", "http://a b"] {
        cases.only(SanUri, client, |it| {
            it.put(SAN, false, sequence(&[uri(fault)]))
        });
    }
    cases.only(SanForm, server, |it| put(it, uri("spiffe://acme.com/x")));
}

fn subtrees(tag: u8, bases: &[Vec<u8>]) -> Vec<u8> {
    let bases: Vec<_> = bases
        .iter()
        .map(|base| sequence(std::slice::from_ref(base)))
        .collect();
    sequence(&[value(tag, &bases.concat())])
}

fn constraints(cases: &mut Cases) {
    use Rule::*;
    let put = |it: &mut Parts, base: Vec<u8>| {
        it.put(NAME_CONSTRAINTS, true, subtrees(0xa0, &[base]));
    };
    let acme = || value(0x82, b"acme.com");
    cases.only(NameConstraintsOfLeaf, server, |it| put(it, acme()));
    cases.only(NameConstraintsNotCritical, middle, |it| {
        it.put(NAME_CONSTRAINTS, false, subtrees(0xa0, &[acme()]));
    });
    cases.only(NameConstraintsEmpty, middle, |it| {
        it.put(NAME_CONSTRAINTS, true, sequence(&[]))
    });
    cases.only(NameConstraintsEmpty, middle, |it| {
        it.put(NAME_CONSTRAINTS, true, sequence(&[vec![0xa0, 0]]));
    });
    cases.only(NameConstraintsSyntax, middle, |it| {
        put(it, value(0x87, &[10, 0, 0, 0, 255, 0, 255, 0]));
    });
    cases.only(NameConstraintsSyntax, middle, |it| {
        put(it, value(0x87, &[10, 0, 0, 1]))
    });
    cases.only(NameConstraintsHostBits, middle, |it| {
        put(it, value(0x87, &[10, 0, 0, 1, 255, 0, 0, 0]));
    });
    cases.only(NameConstraintsBounds, middle, |it| {
        let subtree = sequence(&[acme(), value(0x80, &[1])]);
        it.put(NAME_CONSTRAINTS, true, sequence(&[value(0xa0, &subtree)]));
    });
    cases.only(NameConstraintsDot, middle, |it| {
        put(it, value(0x82, b".acme.com"))
    });
    cases.only(NameConstraintsForm, middle, |it| {
        put(it, value(0x88, &[0x2a, 3]));
    });
    cases.below(
        NameConstraintViolated,
        &[],
        [middle, server],
        |issuer, _| {
            issuer.put(NAME_CONSTRAINTS, true, subtrees(0xa1, &[acme()]));
        },
    );
    cases.below(
        NameConstraintViolated,
        &[],
        [middle, server],
        |issuer, _| {
            issuer.put(
                NAME_CONSTRAINTS,
                true,
                subtrees(0xa0, &[value(0x82, b"other.com")]),
            );
        },
    );
}
