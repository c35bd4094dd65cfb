//! Version to public key.

use crypto_bigint::{BoxedUint, ConcatenatingMul};

use certwright::pki::{Algorithm, PrivateKey, lint::Rule};

use super::{cases::Cases, material::*, sound::*, support};

pub fn all(cases: &mut Cases) {
    envelope(cases);
    signatures(cases);
    validity(cases);
    subjects(cases);
    strings(cases);
    rsa_keys(cases);
    other_keys(cases);
}

fn envelope(cases: &mut Cases) {
    use Rule::*;
    // An explicit default: `critical FALSE`.
    cases.only(EncodingNotDer, server, |it| {
        let san = sequence(&[oid(SAN), vec![1, 1, 0], value(4, &dns(&["www.acme.com"]))]);
        it.drop(SAN);
        it.unique = value(0xa3, &list_of(&it.extensions, san));
        it.extensions.clear();
    });
    cases.with(Version, &[], server, |it| it.version = 2);
    cases.with(
        VersionOld,
        &[
            AuthorityKeyMissing,
            SubjectKeyMissingLeaf,
            KeyUsageMissingLeaf,
        ],
        client,
        |it| {
            it.version = 1;
            it.extensions.clear();
        },
    );
    cases.with(SerialPositive, &[SerialEntropy], server, |it| {
        it.serial = vec![0]
    });
    cases.with(SerialPositive, &[], server, |it| it.serial = vec![0x80; 16]);
    cases.only(SerialLength, server, |it| it.serial = vec![0x41; 21]);
    cases.only(SerialEntropy, server, |it| it.serial = vec![0x41; 7]);
    cases.only(UniqueIdentifier, server, |it| {
        it.unique = value(0x81, &[0, 1])
    });
    cases.with(
        ExtensionsEmpty,
        &[
            AuthorityKeyMissing,
            SubjectKeyMissingLeaf,
            KeyUsageMissingLeaf,
        ],
        client,
        |it| {
            it.extensions.clear();
            it.has_empty_extensions = true;
        },
    );
    cases.only(IssuerEmpty, server, |it| it.issuer = sequence(&[]));
    cases.only(SelfSignatureWrong, root, |it| it.signer = 2);
    cases.only(SameNameAsIssuer, server, |it| {
        it.issuer = it.subject.clone()
    });
    cases.below(
        SameNameAsIssuer,
        &[IssuerNameMismatch],
        [middle, server],
        |_, it| {
            it.issuer = it.subject.clone();
        },
    );
}

fn signatures(cases: &mut Cases) {
    use Rule::*;
    let rsa = |kind: &str| sequence(&[oid(&format!("1.2.840.113549.1.1.{kind}")), null()]);
    cases.only(SignatureMd5, server, |it| it.algorithm = rsa("4"));
    cases.only(SignatureSha1, server, |it| it.algorithm = rsa("5"));
    cases.only(SignatureSha1, server, |it| {
        it.algorithm = sequence(&[oid("1.2.840.10045.4.1")]);
    });
    cases.with(SignatureRootWeak, &[SelfSignatureWrong], root, |it| {
        it.algorithm = rsa("5")
    });
    cases.only(SignatureUnusual, server, |it| it.algorithm = rsa("14"));
    cases.only(SignatureNoBrowser, server, |it| {
        it.algorithm = sequence(&[oid("1.3.101.112")])
    });
    cases.only(SignatureRsaParameters, server, |it| {
        it.algorithm = sequence(&[oid("1.2.840.113549.1.1.11")]);
    });
    cases.only(SignatureParameters, server, |it| {
        it.algorithm = sequence(&[oid(SHA256), null()]);
    });
    // SHA-1 by default.
    cases.only(PssParameters, server, |it| {
        it.algorithm = sequence(&[oid("1.2.840.113549.1.1.10"), sequence(&[])]);
    });
    cases.below(EcdsaDigest, &[], [middle, server], |_, it| {
        it.algorithm = sequence(&[oid("1.2.840.10045.4.3.3")]);
    });
}

fn validity(cases: &mut Cases) {
    use Rule::*;
    cases.only(ValidityUtcTime, server, |it| {
        it.times[1] = generalized("2026-08-01")
    });
    cases.only(ValidityOrder, server, |it| it.times[1] = utc("2026-05-01"));
    cases.with(ValidityNever, &[], client, |it| {
        it.times[1] = generalized("9999-12-31")
    });
    cases.only(Validity825, server, |it| it.times[1] = utc("2028-09-05"));
    cases.only(Validity398, server, |it| {
        it.times = [utc("2025-01-01"), utc("2026-02-04")]
    });
    cases.only(Validity200, server, |it| {
        it.times = [utc("2026-03-15"), utc("2026-10-02")]
    });
    cases.only(Validity100, server, |it| {
        it.times = [utc("2027-03-15"), utc("2027-07-01")]
    });
    cases.only(Validity47, server, |it| {
        it.times = [utc("2029-03-15"), utc("2029-06-01")]
    });
    cases.only(RootValidityLong, root, |it| {
        it.times[1] = generalized("2051-02-01")
    });
    cases.only(RootValidityShort, root, |it| {
        it.times[1] = utc("2033-12-01")
    });
    cases.only(IntermediateValidityLong, middle, |it| {
        it.times[1] = utc("2036-03-01")
    });
    cases.below(OutlivesIssuer, &[], [middle, server], |issuer, _| {
        issuer.times[1] = utc("2026-07-01");
    });
    cases.below(PredatesIssuer, &[], [middle, server], |issuer, _| {
        issuer.times[0] = utc("2026-07-01");
    });
}

fn subjects(cases: &mut Cases) {
    use Rule::*;
    let common = (CN, UTF8, "www.acme.com");
    let set = |it: &mut Parts, all: &[(&str, u8, &str)]| it.subject = name(all);
    cases.with(SubjectEmpty, &[AuthorityCommonName], middle, |it| {
        set(it, &[])
    });
    cases.with(SubjectUnnamed, &[], client, |it| {
        set(it, &[]);
        it.drop(SAN);
    });
    let own = |it: &mut Parts, kind, tag, text| set(it, &[(kind, tag, text), common]);
    cases.only(CountryFormat, server, |it| own(it, C, PRINTABLE, "GBR"));
    cases.only(CountryFormat, server, |it| own(it, C, PRINTABLE, "G1"));
    cases.only(CountryCase, server, |it| own(it, C, PRINTABLE, "gb"));
    let long = "x".repeat(65);
    cases.only(AttributeTooLong, server, |it| own(it, O, UTF8, &long));
    cases.only(AttributeEmpty, server, |it| own(it, O, UTF8, ""));
    cases.only(AttributeBlank, server, |it| own(it, O, UTF8, "Acme "));
    cases.only(AttributePlaceholder, server, |it| {
        own(it, O, UTF8, "Internet Widgits Pty Ltd");
    });
    cases.only(AttributeInvisible, server, |it| {
        own(it, O, UTF8, "Ac\u{202e}me")
    });
    cases.only(AttributeRepeated, server, |it| {
        set(it, &[(O, UTF8, "Acme"), (O, UTF8, "Other"), common]);
    });
    cases.with(AttributeOrder, &[DomainValidated], server, |it| {
        set(it, &[(O, UTF8, "Acme"), (C, PRINTABLE, "GB"), common]);
    });
    cases.with(AttributeUnusual, &[DomainValidated], server, |it| {
        own(it, "2.5.4.13", UTF8, "a server")
    });
    cases.with(OrganizationalUnit, &[DomainValidated], server, |it| {
        own(it, "2.5.4.11", UTF8, "Sales")
    });
    cases.only(DomainValidated, server, |it| own(it, O, UTF8, "Acme"));
    cases.only(RdnMultiple, server, |it| {
        let both = [
            attribute(O, UTF8, b"Acme"),
            attribute(CN, UTF8, b"www.acme.com"),
        ];
        let mut both = both.to_vec();
        both.sort();
        it.subject = sequence(&[value(0x31, &both.concat())]);
    });
    cases.only(CommonNameRepeated, server, |it| {
        set(it, &[common, (CN, UTF8, "*.acme.com")])
    });
    cases.only(CommonNameNotInSan, server, |it| {
        set(it, &[(CN, UTF8, "ftp.acme.com")])
    });
    cases.only(AuthorityCommonName, root, |it| {
        set(it, &[(C, PRINTABLE, "GB"), (O, UTF8, "Acme")]);
        it.issuer = it.subject.clone();
    });
    cases.only(AuthorityOrganization, root, |it| {
        set(it, &[(C, PRINTABLE, "GB"), (CN, UTF8, "Acme")]);
        it.issuer = it.subject.clone();
    });
    cases.only(AuthorityCountry, root, |it| {
        set(it, &[(O, UTF8, "Acme"), (CN, UTF8, "Acme")]);
        it.issuer = it.subject.clone();
    });
    let mail = ("1.2.840.113549.1.9.1", IA5, "alice@acme.com");
    cases.only(EmailInSubject, client, |it| {
        set(it, &[(CN, UTF8, "Alice"), mail])
    });
    cases.only(AuthorityOrganizationalUnit, root, |it| {
        set(
            it,
            &[
                (C, PRINTABLE, "GB"),
                (O, UTF8, "Acme"),
                ("2.5.4.11", UTF8, "Sales"),
                (CN, UTF8, "Acme Root"),
            ],
        );
        it.issuer = it.subject.clone();
    });
    cases.with(EmailOnlyInSubject, &[EmailInSubject], server, |it| {
        set(it, &[common, mail])
    });
}

fn strings(cases: &mut Cases) {
    use Rule::*;
    let set = |it: &mut Parts, kind: &str, tag: u8, text: &[u8]| {
        let steps = [
            attribute(kind, tag, text),
            attribute(CN, UTF8, b"www.acme.com"),
        ];
        it.subject = sequence(&steps.map(|step| value(0x31, &step)));
    };
    cases.only(StringType, server, |it| set(it, C, UTF8, b"GB"));
    cases.only(StringType, server, |it| set(it, O, IA5, b"Acme"));
    cases.only(StringCharacters, server, |it| set(it, O, PRINTABLE, b"A@B"));
    cases.only(StringCharacters, server, |it| {
        set(it, O, UTF8, &[0xff, 0xfe])
    });
    cases.only(StringDeprecated, server, |it| set(it, O, 0x14, b"Acme"));
    cases.only(StringDeprecated, server, |it| {
        set(it, O, 0x1e, &[0, 65, 0, 66])
    });
}

/// Extensions, and one that is written otherwise.
fn list_of(all: &[Extension], more: Vec<u8>) -> Vec<u8> {
    let mut parts: Vec<_> = all.iter().map(Extension::der).collect();
    parts.push(more);
    sequence(&parts)
}

/// A modulus without small factors.
fn modulus() -> Vec<u8> {
    let key = PrivateKey::generate(Algorithm::Rsa(2048), &mut support::rng(5)).unwrap();
    let spki = key.public_key().to_spki_der().unwrap();
    // The modulus's 256 octets stand before `INTEGER 65537`.
    spki[spki.len() - 5 - 256..spki.len() - 5].to_vec()
}

fn rsa_keys(cases: &mut Cases) {
    use Rule::*;
    let modulus = modulus();
    assert!(modulus[0] >= 0x80);
    let f4: &[u8] = &[1, 0, 1];
    let with = |n: &[u8], e: &[u8]| {
        let key = rsa(n, e);
        move |it: &mut Parts| {
            it.key = key.clone();
            it.uses(&[0xa0]);
        }
    };
    let mut short = modulus[..128].to_vec();
    short[127] |= 1;
    sieve(&mut short);
    cases.only(RsaShort, server, with(&short, f4));
    let mut long = [&modulus[..], &modulus[..], &modulus[..]].concat();
    sieve(&mut long);
    cases.only(RsaLong, server, with(&long, f4));
    let mut odd = modulus.clone();
    odd.insert(0, 1);
    sieve(&mut odd);
    cases.only(RsaLength, server, with(&odd, f4));
    cases.only(RsaExponentInvalid, server, with(&modulus, &[1, 0, 0]));
    cases.only(RsaExponentInvalid, server, with(&modulus, &[1]));
    cases.only(RsaExponentSmall, server, with(&modulus, &[3]));
    cases.only(RsaExponentLarge, server, with(&modulus, &[0x41; 33]));
    let mut even = modulus.clone();
    even[255] = 0;
    cases.only(RsaSmallFactor, server, with(&even, f4));
    // A power of 65537, as the products of such primes are modulo many primes: 129 times 16 bits, and no
    // square, whose primes would be close.
    let mut power = vec![1_u8];
    for _ in 0..129 {
        power = times_65537(&power);
    }
    cases.with(RsaRoca, &[RsaLength], server, with(&power, f4));
    for apart in [None, Some(127), Some(63)] {
        cases.only(RsaClosePrimes, server, with(&close(&modulus, apart), f4));
    }
    cases.only(RsaKeyParameters, server, |it| {
        with(&modulus, f4)(it);
        let at = it.key.windows(2).position(|pair| pair == [5, 0]).unwrap();
        // An empty octet string.
        it.key[at] = 4;
    });
    cases.only(KeyPss, server, |it| {
        let key = rsa(&modulus, f4);
        let at = key.windows(2).position(|pair| pair == [5, 0]).unwrap();
        let algorithm = sequence(&[oid("1.2.840.113549.1.1.10")]);
        it.key = sequence(&[algorithm, key[at + 2..].to_vec()]);
    });
    cases.only(KeyUsageRsa, server, |it| {
        with(&modulus, f4)(it);
        it.uses(&[0xa8]);
    });
    cases.only(ServerNoEncipherment, server, |it| {
        with(&modulus, f4)(it);
        it.uses(&[0x80]);
    });
}

/// A product of two numbers without small factors: of the same twice, or of two that differ in that octet
/// and so by some hundreds, or by 2^516, which takes 32 rounds.
pub fn close(modulus: &[u8], apart: Option<usize>) -> Vec<u8> {
    let mut small = modulus[..128].to_vec();
    small[0] = 0xff;
    small[61..64].fill(0);
    sieve(&mut small);
    let mut large = small.clone();
    match apart {
        Some(127) => large[126] = large[126].wrapping_add(1),
        Some(octet) => large[octet] = 0x10,
        None => {}
    }
    sieve(&mut large);
    let [small, large] = [small, large].map(|it| BoxedUint::from_be_slice_vartime(&it));
    small.concatenating_mul(&large).to_be_bytes().to_vec()
}

/// Makes it the next number that no prime below 752 divides.
fn sieve(number: &mut [u8]) {
    let last = number.len() - 1;
    number[last] |= 1;
    let rest = |number: &[u8], prime: u32| {
        number
            .iter()
            .fold(0, |rest, octet| (rest << 8 | u32::from(*octet)) % prime)
    };
    while (3..752).any(|odd| rest(number, odd) == 0) {
        let low = u16::from_be_bytes([number[last - 1], number[last]]).wrapping_add(2);
        number[last - 1..].copy_from_slice(&low.to_be_bytes());
    }
}

fn times_65537(number: &[u8]) -> Vec<u8> {
    let shifted = [number, &[0, 0]].concat();
    let padded = [vec![0; 2], number.to_vec()].concat();
    let mut sum = vec![0; shifted.len()];
    let mut carry = 0;
    for at in (0..shifted.len()).rev() {
        let total = u16::from(shifted[at]) + u16::from(padded[at]) + carry;
        sum[at] = u8::try_from(total & 0xff).unwrap();
        carry = total >> 8;
    }
    if carry > 0 {
        sum.insert(0, 1);
    }
    sum
}

fn other_keys(cases: &mut Cases) {
    use Rule::*;
    let made = |algorithm| {
        let key = PrivateKey::generate(algorithm, &mut support::rng(5)).unwrap();
        key.public_key().to_spki_der().unwrap()
    };
    let ec = "1.2.840.10045.2.1";
    let point = [vec![4], vec![7; 64]].concat();
    cases.only(KeyParameters, server, |it| {
        let algorithm = sequence(&[oid("1.3.101.112"), null()]);
        it.key = sequence(&[algorithm, bits(&[7; 32])]);
    });
    cases.only(EcExplicit, server, |it| {
        it.key = sequence(&[
            sequence(&[oid(ec), sequence(&[value(2, &[1])])]),
            bits(&point),
        ]);
    });
    cases.only(EcCompressed, server, |it| {
        let key = signer(3);
        let point = key.verifying_key().to_sec1_point(true);
        let algorithm = sequence(&[oid(ec), oid("1.2.840.10045.3.1.7")]);
        it.key = sequence(&[algorithm, bits(point.as_bytes())]);
    });
    cases.only(EcCurve, server, |it| {
        it.key = sequence(&[sequence(&[oid(ec), oid("1.3.132.0.10")]), bits(&point)]);
    });
    cases.only(KeyBroken, server, |it| {
        let algorithm = sequence(&[oid(ec), oid("1.2.840.10045.3.1.7")]);
        it.key = sequence(&[algorithm, bits(&point)]);
    });
    cases.only(KeyP521, server, |it| it.key = made(Algorithm::P521));
    cases.only(KeyEd25519, server, |it| it.key = made(Algorithm::Ed25519));
    cases.only(KeyMlDsa, server, |it| it.key = made(Algorithm::MlDsa44));
    cases.only(KeyUnknown, server, |it| {
        it.key = sequence(&[sequence(&[oid("1.3.101.113")]), bits(&[7; 57])]);
    });
    cases.below(KeyReused, &[], [middle, server], |issuer, it| {
        it.key = issuer.key.clone()
    });
    cases.only(KeyUsageEc, server, |it| it.uses(&[0xa0]));
    cases.with(KeyUsageEd, &[KeyEd25519], server, |it| {
        it.key = made(Algorithm::Ed25519);
        it.uses(&[0xa0]);
    });
    cases.with(KeyUsageMlDsa, &[KeyMlDsa], server, |it| {
        it.key = made(Algorithm::MlDsa65);
        it.uses(&[0x88]);
    });
}
