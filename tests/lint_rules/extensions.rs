//! All other extensions, and a certificate beside its issuer's.

use certwright::pki::lint::Rule;

use super::{cases::Cases, material::*, sound::*};

pub fn all(cases: &mut Cases) {
    together(cases);
    identifiers(cases);
    usages(cases);
    policy(cases);
    purposes(cases);
    access(cases);
    transparency(cases);
    issuers(cases);
}

fn together(cases: &mut Cases) {
    use Rule::*;
    let own = "1.3.6.1.4.1.55555.1";
    cases.only(ExtensionRepeated, server, |it| {
        let twice = it.extensions[0].clone();
        it.extensions.push(twice);
    });
    cases.only(ExtensionBroken, server, |it| {
        it.put(BASIC, true, vec![5, 0])
    });
    cases.only(ExtensionBroken, server, |it| {
        it.put(AIA, false, sequence(&[]))
    });
    cases.only(ExtensionBroken, server, |it| it.put(SCTS, false, null()));
    cases.only(ExtensionUnknownCritical, server, |it| {
        it.put(own, true, null())
    });
    for old in ["2.5.29.16", "2.16.840.1.113730.1.13"] {
        cases.only(ExtensionObsolete, server, |it| {
            it.put(old, false, sequence(&[]))
        });
    }
    for (rule, oid, value) in [
        (IssuerAltNameCritical, "2.5.29.18", dns(&["acme.com"])),
        (DirectoryAttributesCritical, "2.5.29.9", sequence(&[])),
        (
            FreshestCrlCritical,
            "2.5.29.46",
            points("http://acme.com/d.crl"),
        ),
        (
            SubjectInfoCritical,
            "1.3.6.1.5.5.7.1.11",
            info(&[("1.3.6.1.5.5.7.48.5", "http://acme.com/")]),
        ),
        (TlsFeatureCritical, FEATURE, sequence(&[value(2, &[5])])),
    ] {
        cases.only(rule, server, |it| it.put(oid, true, value.clone()));
    }
    cases.only(CrlPointCritical, server, |it| it.mark(POINTS, true));
    cases.only(AuthorityInfoCritical, server, |it| it.mark(AIA, true));
    cases.only(TimestampsCritical, server, |it| it.mark(SCTS, true));
}

fn identifiers(cases: &mut Cases) {
    use Rule::*;
    let key = || value(0x80, &[2; 20]);
    cases.only(AuthorityKeyMissing, server, |it| it.drop(AKI));
    cases.only(AuthorityKeyCritical, server, |it| it.mark(AKI, true));
    cases.only(AuthorityKeyHalf, server, |it| {
        it.put(AKI, false, sequence(&[key(), value(0x82, &[7])]));
    });
    cases.only(AuthorityKeyIssuer, server, |it| {
        let issuer = value(0xa1, &value(0xa4, &it.issuer));
        it.put(AKI, false, sequence(&[key(), issuer, value(0x82, &[7])]));
    });
    cases.below(AuthorityKeyMismatch, &[], [middle, server], |issuer, _| {
        issuer.put(SKI, false, value(4, &[9; 20]));
    });
    cases.only(SubjectKeyMissing, middle, |it| it.drop(SKI));
    cases.only(SubjectKeyMissingLeaf, server, |it| it.drop(SKI));
    cases.only(SubjectKeyCritical, server, |it| it.mark(SKI, true));
    cases.only(SubjectKeyLength, server, |it| {
        it.put(SKI, false, value(4, &[]))
    });
    cases.only(SubjectKeyLength, server, |it| {
        it.put(SKI, false, value(4, &[1; 33]))
    });
}

fn usages(cases: &mut Cases) {
    use Rule::*;
    cases.with(KeyUsageEmpty, &[PurposeKeyUsage], client, |it| {
        it.put(KEY_USAGE, true, vec![3, 1, 0]);
    });
    cases.only(KeyUsageEncoding, server, |it| {
        it.put(KEY_USAGE, true, vec![3, 2, 0, 0x80])
    });
    cases.only(KeyUsageNotCritical, server, |it| it.mark(KEY_USAGE, false));
    cases.only(KeyUsageMissing, root, |it| it.drop(KEY_USAGE));
    cases.only(KeyUsageMissingLeaf, server, |it| it.drop(KEY_USAGE));
    cases.only(CertSignWithoutAuthority, server, |it| it.uses(&[0x84]));
    cases.only(AuthorityWithoutCertSign, root, |it| it.uses(&[0x02]));
    cases.only(AuthorityWithoutCrlSign, root, |it| it.uses(&[0x04]));
    cases.only(AuthorityEnciphers, root, |it| it.uses(&[0x0e]));
    cases.only(EncipherOnly, server, |it| it.uses(&[0x81]));
    cases.only(LeafCrlSign, server, |it| it.uses(&[0x82]));
    cases.only(ServerNoSignature, server, |it| it.uses(&[0x08]));
    cases.only(ServerKeyUsage, server, |it| it.uses(&[0xc0]));
    cases.only(BasicConstraintsNotCritical, root, |it| {
        it.mark(BASIC, false)
    });
    cases.only(BasicConstraintsLeaf, server, |it| it.mark(BASIC, false));
    cases.only(BasicConstraintsDefault, server, |it| {
        it.put(BASIC, true, sequence(&[vec![1, 1, 0]]));
    });
    cases.only(PathLengthWithoutAuthority, server, |it| {
        it.put(BASIC, true, sequence(&[value(2, &[0])]));
    });
    cases.only(RootPathLength, root, |it| {
        it.put(BASIC, true, sequence(&[vec![1, 1, 0xff], value(2, &[1])]));
    });
}

fn policy(cases: &mut Cases) {
    use Rule::*;
    let (cps, notice) = ("1.3.6.1.5.5.7.2.1", "1.3.6.1.5.5.7.2.2");
    let any = "2.5.29.32.0";
    cases.only(PolicyRepeated, server, |it| {
        it.put(
            POLICIES,
            false,
            policies(&["2.23.140.1.2.1", "2.23.140.1.2.1"]),
        );
    });
    let text = |tag, length| {
        qualified(
            notice,
            sequence(&[value(tag, "x".repeat(length).as_bytes())]),
        )
    };
    cases.only(PolicyNoticeLong, server, |it| {
        it.put(POLICIES, false, text(UTF8, 201))
    });
    cases.only(PolicyNoticeString, server, |it| {
        it.put(POLICIES, false, text(0x1a, 5))
    });
    cases.only(PolicyQualifier, server, |it| {
        it.put(POLICIES, false, text(UTF8, 5))
    });
    cases.only(PolicyNoticeReference, server, |it| {
        let reference = sequence(&[value(UTF8, b"Acme"), sequence(&[value(2, &[1])])]);
        it.put(POLICIES, false, qualified(notice, sequence(&[reference])));
    });
    cases.only(PolicyCps, server, |it| {
        it.put(POLICIES, false, qualified(cps, value(IA5, b"acme.com/cps")));
    });
    cases.only(PolicyMissing, server, |it| it.drop(POLICIES));
    // Of the same Forum, for signing code and for e-mail.
    cases.only(PolicyMissing, server, |it| {
        let others = ["2.23.140.1.4.1", "2.23.140.1.5.1.1"];
        it.put(POLICIES, false, policies(&others));
    });
    cases.with(PolicySeveral, &[], server, |it| {
        it.put(
            POLICIES,
            false,
            policies(&["2.23.140.1.2.1", "2.23.140.1.2.2"]),
        );
    });
    cases.only(IntermediatePolicyMissing, middle, |it| it.drop(POLICIES));
    cases.only(PolicyAnyInLeaf, server, |it| {
        it.put(POLICIES, false, policies(&["2.23.140.1.2.1", any]));
    });
    let pair = |from: &str, to: &str| sequence(&[sequence(&[oid(from), oid(to)])]);
    let mapped = |it: &mut Parts, critical, from: &str, to: &str| {
        it.put(POLICIES, false, policies(&["1.2.3.4", "2.23.140.1.2.1"]));
        it.put(MAPPINGS, critical, pair(from, to));
    };
    cases.only(PolicyMappingsAny, middle, |it| {
        mapped(it, true, "1.2.3.4", any)
    });
    cases.only(PolicyMappingsNotCritical, middle, |it| {
        mapped(it, false, "1.2.3.4", "1.2.3.5")
    });
    cases.only(PolicyMappingsUnasserted, middle, |it| {
        mapped(it, true, "1.2.3.9", "1.2.3.5")
    });
    cases.only(PolicyMappingsOfLeaf, server, |it| {
        mapped(it, true, "1.2.3.4", "1.2.3.5")
    });
    let zero = || sequence(&[value(0x80, &[0])]);
    cases.only(PolicyConstraintsNotCritical, middle, |it| {
        it.put(POLICY_CONSTRAINTS, false, zero());
    });
    cases.only(PolicyConstraintsEmpty, middle, |it| {
        it.put(POLICY_CONSTRAINTS, true, sequence(&[]))
    });
    cases.only(PolicyConstraintsOfLeaf, server, |it| {
        it.put(POLICY_CONSTRAINTS, true, zero())
    });
    cases.only(InhibitAnyPolicyNotCritical, middle, |it| {
        it.put("2.5.29.54", false, value(2, &[0]));
    });
}

fn purposes(cases: &mut Cases) {
    use Rule::*;
    let purpose = |last: &str| format!("1.3.6.1.5.5.7.3.{last}");
    let of = |all: &[&str]| {
        let all: Vec<String> = all.iter().map(|last| purpose(last)).collect();
        oids(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    cases.only(PurposeRepeated, server, |it| {
        it.put(PURPOSES, false, of(&["1", "1"]))
    });
    cases.only(PurposeAny, server, |it| {
        it.put(PURPOSES, false, oids(&["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"]));
    });
    cases.only(PurposeCritical, server, |it| it.mark(PURPOSES, true));
    cases.only(PurposeTimeStamping, client, |it| {
        it.put(PURPOSES, false, of(&["8"]))
    });
    // Critical, and not alone.
    cases.only(PurposeTimeStamping, client, |it| {
        it.put(PURPOSES, true, of(&["8", "3"]))
    });
    cases.only(PurposeKeyUsage, client, |it| {
        it.put(PURPOSES, false, of(&["3"]));
        it.uses(&[0x40]);
    });
    cases.below(PurposeNotNested, &[], [middle, client], |_, it| {
        it.put(PURPOSES, false, of(&["2"]));
    });
    cases.only(ServerPurposeMissing, server, |it| it.drop(PURPOSES));
    cases.only(ServerPurposeMixed, server, |it| {
        it.put(PURPOSES, false, of(&["1", "3"]))
    });
    cases.only(ServerPurposeUnusual, server, |it| {
        // Kerberos, as a domain controller has it, and Remote Desktop.
        let own = [&purpose("1"), "1.3.6.1.5.2.3.5", "1.3.6.1.4.1.311.54.1.2"];
        it.put(PURPOSES, false, oids(&own));
    });
    cases.only(ServerPurposeClient, server, |it| {
        it.put(PURPOSES, false, of(&["1", "2"]))
    });
    cases.only(RootPurpose, root, |it| it.put(PURPOSES, false, of(&["1"])));
    cases.only(IntermediatePurposeMissing, middle, |it| it.drop(PURPOSES));
    cases.only(OcspNoCheck, client, |it| {
        it.put(PURPOSES, false, of(&["9"]))
    });
    let responder = |it: &mut Parts| {
        it.put(PURPOSES, false, of(&["9"]));
        it.put("1.3.6.1.5.5.7.48.1.5", false, null());
        it.drop(POINTS);
        it.drop(SAN);
    };
    cases.only(OcspPurposeMixed, client, |it| {
        responder(it);
        it.put(PURPOSES, false, of(&["9", "2"]));
    });
    cases.only(OcspAltName, client, |it| {
        responder(it);
        it.put(SAN, false, sequence(&[value(0x81, b"alice@acme.com")]));
    });
    cases.only(OcspCrlPoint, client, |it| {
        responder(it);
        it.put(POINTS, false, points("http://acme.com/1.crl"));
    });
}

fn access(cases: &mut Cases) {
    use Rule::*;
    let (ocsp, issuers) = ("1.3.6.1.5.5.7.48.1", "1.3.6.1.5.5.7.48.2");
    let put = |it: &mut Parts, places: &[(&str, &str)]| it.put(AIA, false, info(places));
    cases.only(CrlPointEmpty, server, |it| {
        it.put(
            POINTS,
            false,
            sequence(&[sequence(&[value(0x81, &[6, 0x40])])]),
        );
    });
    cases.only(CrlPointNotHttp, server, |it| {
        it.put(POINTS, false, points("ldap://acme.com/x"))
    });
    cases.only(CrlPointHttps, server, |it| {
        it.put(POINTS, false, points("https://acme.com/x"))
    });
    let own = (issuers, "http://acme.com/1.cer");
    cases.only(CrlPointPartial, server, |it| {
        let uri = value(0xa0, &value(0xa0, &uri("http://acme.com/1.crl")));
        it.put(
            POINTS,
            false,
            sequence(&[sequence(&[uri, value(0x81, &[6, 0x40])])]),
        );
    });
    cases.only(IntermediateCrlPointMissing, middle, |it| it.drop(POINTS));
    cases.only(AuthorityInfoMissing, server, |it| it.drop(AIA));
    cases.only(AuthorityInfoNotHttp, server, |it| {
        put(it, &[own, (ocsp, "ftp://acme.com")])
    });
    cases.only(AuthorityInfoHttps, server, |it| {
        put(it, &[own, (ocsp, "https://acme.com")])
    });
    cases.only(AuthorityInfoMethod, server, |it| {
        put(it, &[own, ("1.2.3.4", "http://acme.com")])
    });
    cases.only(CaIssuersMissing, server, |it| {
        put(it, &[(ocsp, "http://acme.com")])
    });
    cases.only(RevocationMissing, server, |it| {
        it.drop(POINTS);
        put(it, &[own]);
    });
    cases.only(MustStapleWithoutOcsp, server, |it| {
        put(it, &[own]);
        it.put(FEATURE, false, sequence(&[value(2, &[5])]));
    });
    cases.below(TlsFeatureNarrower, &[], [middle, server], |issuer, _| {
        issuer.put(AIA, false, info(&[own, (ocsp, "http://acme.com")]));
        issuer.put(FEATURE, false, sequence(&[value(2, &[5])]));
    });
}

fn transparency(cases: &mut Cases) {
    use Rule::*;
    let poison = |it: &mut Parts, critical| {
        it.drop(SCTS);
        it.put(POISON, critical, null());
    };
    cases.only(Precertificate, server, |it| poison(it, true));
    cases.with(PoisonNotCritical, &[Precertificate], server, |it| {
        poison(it, false)
    });
    cases.with(PoisonAndTimestamps, &[Precertificate], server, |it| {
        it.put(POISON, true, null());
    });
    for list in [
        &[][..],
        &[0, 0],
        &[0, 1, 7],
        &[0, 4, 0, 9, 1, 1],
        &[0, 3, 0, 1, 7, 9],
    ] {
        cases.only(TimestampsEmpty, server, |it| {
            it.put(SCTS, false, value(4, list))
        });
    }
    cases.only(TimestampsMissing, server, |it| it.drop(SCTS));
}

fn issuers(cases: &mut Cases) {
    use Rule::*;
    let pair: [fn() -> Parts; 2] = [middle, server];
    cases.below(IssuerNameMismatch, &[], pair, |issuer, _| {
        issuer.subject = name(&[(CN, UTF8, "Other")]);
    });
    cases.below(IssuerNameEncoding, &[], pair, |_, it| {
        it.issuer = name(&[
            (C, PRINTABLE, "GB"),
            (O, PRINTABLE, "Acme"),
            (CN, UTF8, "ACME servers"),
        ]);
    });
    cases.below(IssuerNotAuthority, &[], pair, |issuer, _| {
        issuer.put(BASIC, true, sequence(&[]));
    });
    cases.below(IssuerNoCertSign, &[], pair, |issuer, _| {
        issuer.uses(&[0x02])
    });
    let above: [fn() -> Parts; 2] = [root, middle];
    let length = |it: &mut Parts, length| {
        it.put(
            BASIC,
            true,
            sequence(&[vec![1, 1, 0xff], value(2, &[length])]),
        );
    };
    cases.below(IssuerPathLength, &[], above, |issuer, _| length(issuer, 0));
    cases.below(PathLengthBeyondIssuer, &[], above, |issuer, it| {
        length(issuer, 2);
        length(it, 2);
    });
}
