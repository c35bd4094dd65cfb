//! Requests and revocation lists.

use certwright::pki::lint::Rule;

use super::{cases::Cases, material::*, sound::*};

pub fn all(cases: &mut Cases) {
    requests(cases);
    envelopes(cases);
    entries(cases);
    extensions(cases);
}

fn requests(cases: &mut Cases) {
    use Rule::*;
    cases.request(RequestSignature, &[], &[], |it| it.signer = 9);
    let set = |kind: &str, values: Vec<u8>| sequence(&[oid(kind), set_of(&[values])]);
    let password = set("1.2.840.113549.1.9.7", value(UTF8, b"secret"));
    cases.request(RequestChallengePassword, &[], &[password], |_| {});
    let more = Extension("1.2.3.4", false, null());
    let more = set(
        "1.3.6.1.4.1.311.2.1.14",
        super::material::extensions(&[more]),
    );
    cases.request(RequestExtensionsRepeated, &[], &[more], |_| {});
    cases.request(RequestIssuersOwn, &[], &[], |it| {
        it.put(POINTS, false, points("http://acme.com/1.crl"));
    });
    // What a certificate would break, its request does.
    cases.request(SanMissing, &[], &[], |it| it.drop(SAN));
}

fn envelopes(cases: &mut Cases) {
    use Rule::*;
    cases.list(ListVersion, &[], |it| it.version = None);
    cases.list(ListSignatureMismatch, &[], |it| {
        it.outer = sequence(&[oid("1.2.840.10045.4.3.3")]);
    });
    cases.list(SignatureSha1, &[], |it| {
        it.inner = sequence(&[oid("1.2.840.10045.4.1")]);
        it.outer = it.inner.clone();
    });
    cases.list(IssuerEmpty, &[ListIssuerMismatch], |it| {
        it.issuer = sequence(&[])
    });
    cases.list(ListIssuerMismatch, &[], |it| {
        it.issuer = name(&[(CN, UTF8, "Other")])
    });
    let mut issuer = root();
    issuer.uses(&[0x04]);
    cases.list_by(ListIssuerNoCrlSign, &[], &issuer.certificate(), |_| {});
    issuer = root();
    issuer.put(SKI, false, value(4, &[9; 20]));
    cases.list_by(ListAuthorityKeyMismatch, &[], &issuer.certificate(), |_| {});
    cases.list(ListTimeEncoding, &[], |it| {
        it.next = generalized("2026-06-08")
    });
    cases.list(ListNextUpdateMissing, &[], |it| it.next = Vec::new());
    cases.list(ListUpdateOrder, &[], |it| it.next = utc("2026-05-08"));
    cases.list(ListValidityLong, &[], |it| it.next = utc("2027-07-01"));
    let below = middle().certificate();
    cases.list_by(
        ListValidityLong,
        &[ListIssuerMismatch, ListAuthorityKeyMismatch],
        &below,
        |it| it.next = utc("2026-06-12"),
    );
}

fn entries(cases: &mut Cases) {
    use Rule::*;
    let reason = |critical, value: &[u8]| Extension("2.5.29.21", critical, value.to_vec());
    let one = |it: &mut ListParts, extension| {
        it.entries = Some(vec![entry(7, "2026-05-01", Some(extension))]);
    };
    cases.list(ListEntriesEmpty, &[], |it| it.entries = Some(Vec::new()));
    cases.list(ListEntryRepeated, &[], |it| {
        it.entries = Some(vec![entry(7, "2026-05-01", None); 2]);
    });
    cases.list(ListEntryFuture, &[], |it| {
        it.entries = Some(vec![entry(7, "2026-07-01", None)]);
    });
    cases.list(ListReasonUnspecified, &[], |it| {
        one(it, reason(false, &[10, 1, 0]))
    });
    cases.list(ListReasonCritical, &[], |it| {
        one(it, reason(true, &[10, 1, 1]))
    });
    cases.list(ListReasonBroken, &[], |it| {
        one(it, reason(false, &[10, 1, 7]))
    });
    cases.list(ListReasonBroken, &[], |it| {
        one(it, reason(false, &[2, 1, 1]))
    });
    cases.list(ListReasonRemove, &[], |it| {
        one(it, reason(false, &[10, 1, 8]))
    });
    cases.list(ListReasonHold, &[], |it| {
        one(it, reason(false, &[10, 1, 6]))
    });
    cases.list(ListExtensionUnknownCritical, &[], |it| {
        one(it, Extension("1.2.3.4", true, null()));
    });
}

fn extensions(cases: &mut Cases) {
    use Rule::*;
    let (number, delta, point) = ("2.5.29.20", "2.5.29.27", "2.5.29.28");
    cases.list(ListExtensionUnknownCritical, &[], |it| {
        it.put("1.2.3.4", true, null())
    });
    cases.list(ListAuthorityKeyMissing, &[], |it| it.drop(AKI));
    cases.list(ListNumberMissing, &[], |it| it.drop(number));
    cases.list(ListNumberCritical, &[], |it| {
        it.put(number, true, value(2, &[5]))
    });
    cases.list(ListNumberLength, &[], |it| {
        it.put(number, false, value(2, &[0x41; 21]))
    });
    cases.list(ListNumberLength, &[], |it| {
        it.put(number, false, value(2, &[0x80]))
    });
    cases.list(ExtensionBroken, &[], |it| it.put(number, false, null()));
    cases.list(ListDeltaNotCritical, &[], |it| {
        it.put(delta, false, value(2, &[1]))
    });
    cases.list(ListPointNotCritical, &[], |it| {
        it.put(point, false, sequence(&[value(0x81, &[0xff])]));
    });
    cases.list(ListPointEmpty, &[], |it| it.put(point, true, sequence(&[])));
    cases.list(ListIndirect, &[], |it| {
        it.put(point, true, sequence(&[value(0x84, &[0xff])]));
    });
    cases.list(FreshestCrlCritical, &[], |it| {
        it.put("2.5.29.46", true, points("http://acme.com/d.crl"));
    });
}
