//! What RSA-PSS keys may sign with (RFC 4055, section 1.2).

use super::{
    super::{
        out::Out,
        tlv::{INTEGER, Integer, NULL, SEQUENCE, Tlv},
    },
    key::INDENT,
};

/// What a key is restricted to.
pub(super) fn restrictions(out: &mut Out, parameters: Option<Tlv<'_>>) -> Option<()> {
    let Some(parameters) = parameters.filter(|parameters| parameters.tag != NULL) else {
        out.line(INDENT, "No PSS parameter restrictions");
        return Some(());
    };
    let mut parts = parameters.within(SEQUENCE)?;
    let hash = digest(out, parts.context(0)?)?;
    let mask = match parts.context(1)? {
        Some(mask) => {
            let mut mask = Tlv::only(mask.contents)?.within(SEQUENCE)?;
            mask.must()?;
            digest_name(out, mask.must()?)?
        }
        None => "SHA1",
    };
    let salt = small(parts.context(2)?, 20)?;
    let trailer = small(parts.context(3)?, 1)?;
    let default = |is: bool| if is { " (default)\n" } else { "\n" };
    out.line(INDENT, "PSS parameter restrictions:");
    for (label, name) in [
        ("Hash Algorithm: ", hash),
        ("Mask Algorithm: MGF1 with ", mask),
    ] {
        out.indented(INDENT + 2, label);
        out.push(name);
        out.push(default(name == "SHA1"));
    }
    out.indent(INDENT + 2);
    out.show(format_args!(
        "Minimum Salt Length: {salt}{}",
        default(salt == 20)
    ));
    out.indent(INDENT + 2);
    out.show(format_args!(
        "Trailer Field: 0x{trailer:x}{}",
        default(trailer == 1)
    ));
    Some(())
}

fn small(number: Option<Tlv<'_>>, default: u128) -> Option<u128> {
    match number {
        Some(number) => {
            Integer::of(Tlv::only(number.contents)?.expect(INTEGER)?).and_then(|n| n.small())
        }
        None => Some(default),
    }
}

fn digest(out: &mut Out, tagged: Option<Tlv<'_>>) -> Option<&'static str> {
    match tagged {
        Some(tagged) => digest_name(out, Tlv::only(tagged.contents)?),
        None => Some("SHA1"),
    }
}

/// What OpenSSL's providers call the digest of an `AlgorithmIdentifier`.
fn digest_name(out: &mut Out, algorithm: Tlv<'_>) -> Option<&'static str> {
    let oid = out.find(algorithm.within(SEQUENCE)?.must()?)?.dotted?;
    let known = DIGESTS.iter().find(|(known, _)| *known == oid);
    known.map(|(_, name)| *name)
}

const DIGESTS: [(&str, &str); 7] = [
    ("1.3.14.3.2.26", "SHA1"),
    ("2.16.840.1.101.3.4.2.4", "SHA2-224"),
    ("2.16.840.1.101.3.4.2.1", "SHA2-256"),
    ("2.16.840.1.101.3.4.2.2", "SHA2-384"),
    ("2.16.840.1.101.3.4.2.3", "SHA2-512"),
    ("2.16.840.1.101.3.4.2.5", "SHA2-512/224"),
    ("2.16.840.1.101.3.4.2.6", "SHA2-512/256"),
];
