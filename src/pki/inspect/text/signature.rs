//! Signature algorithms, and signatures in hexadecimal.

use super::super::{
    out::{ANY, Out},
    print,
    tlv::{BIT_STRING, INTEGER, Integer, SEQUENCE, Tlv},
};

/// The algorithm, and below it the signature if there is one.
pub(super) fn print(out: &mut Out, algorithm: Tlv<'_>, signature: Option<Tlv<'_>>) -> Option<()> {
    let mut parts = algorithm.within(SEQUENCE)?;
    let oid = parts.must()?;
    out.push("    Signature Algorithm: ");
    out.object(oid, ANY)?;
    let octets = match signature {
        Some(signature) => {
            out.push("\n    Signature Value:");
            signature.expect(BIT_STRING)?.get(1..).map(Some)?
        }
        None => None,
    };
    match out.find(oid)?.dotted.as_deref() {
        Some(PSS) => pss(out, parts.next().flatten()),
        Some(oid) if DSA.contains(&oid) => {
            out.push("\n");
            if octets.and_then(|octets| dsa(out, octets)).is_some() {
                return Some(());
            }
        }
        _ => out.push("\n"),
    }
    if let Some(octets) = octets {
        out.dump(octets, 8, 18);
    }
    Some(())
}

/// RFC 4055, section 3.1.
fn pss(out: &mut Out, parameters: Option<Tlv<'_>>) {
    out.indent(8);
    let mark = out.mark();
    if parameters
        .and_then(|parameters| pss_parameters(out, parameters))
        .is_none()
    {
        out.take_from(mark);
        out.push("(INVALID PSS PARAMETERS)\n");
    }
}

fn pss_parameters(out: &mut Out, parameters: Tlv<'_>) -> Option<()> {
    let mut parts = parameters.within(SEQUENCE)?;
    let (hash, mask) = (parts.context(0)?, parts.context(1)?);
    let (salt, trailer) = (parts.context(2)?, parts.context(3)?);
    parts.end()?;
    out.push("\n");
    out.indented(8, "Hash Algorithm: ");
    match hash {
        Some(hash) => out.object(Tlv::only(hash.contents)?.within(SEQUENCE)?.must()?, ANY)?,
        None => out.push("sha1 (default)"),
    }
    out.push("\n");
    out.indented(8, "Mask Algorithm: ");
    match mask {
        Some(mask) => {
            let mut parts = Tlv::only(mask.contents)?.within(SEQUENCE)?;
            let kind = parts.must()?;
            let hash = parts.must()?.within(SEQUENCE)?.must()?;
            if out.find(kind)?.dotted.as_deref() != Some(MGF1) {
                return None;
            }
            out.object(kind, ANY)?;
            out.push(" with ");
            out.object(hash, ANY)?;
        }
        None => out.push("mgf1 with sha1 (default)"),
    }
    let numbers = [
        (" Salt Length: 0x", salt, "14 (default)"),
        ("Trailer Field: 0x", trailer, "01 (default)"),
    ];
    for (label, number, default) in numbers {
        out.push("\n");
        out.indented(8, label);
        match number {
            Some(number) => {
                let number = Tlv::only(number.contents)?.expect(INTEGER)?;
                print::number(out, &Integer::of(number)?);
            }
            None => out.push(default),
        }
    }
    out.push("\n");
    Some(())
}

/// The two numbers of a DSA signature.
fn dsa(out: &mut Out, signature: &[u8]) -> Option<()> {
    let mut parts = Tlv::of(signature)?.within(SEQUENCE)?;
    let r = Integer::of(parts.must()?.expect(INTEGER)?)?;
    let s = Integer::of(parts.must()?.expect(INTEGER)?)?;
    parts.end()?;
    if r.is_negative || s.is_negative {
        return None;
    }
    super::key::number(out, "r:   ", &r, 8);
    super::key::number(out, "s:   ", &s, 8);
    Some(())
}

const MGF1: &str = "1.2.840.113549.1.1.8";
const PSS: &str = "1.2.840.113549.1.1.10";
/// With SHA-1 in two ways, SHA-224, SHA-256, SHA-384 and SHA-512.
const DSA: [&str; 6] = [
    "1.2.840.10040.4.3",
    "1.3.14.3.2.27",
    "2.16.840.1.101.3.4.3.1",
    "2.16.840.1.101.3.4.3.2",
    "2.16.840.1.101.3.4.3.3",
    "2.16.840.1.101.3.4.3.4",
];
