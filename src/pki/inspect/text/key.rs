//! Public keys: those that the library reads, and those that OpenSSL 3.0 knows besides.

use super::{
    super::{
        out::{ANY, Out},
        tlv::{BIT_STRING, Elements, INTEGER, Integer, NULL, OCTET_STRING, OID, SEQUENCE, Tlv},
    },
    curve::curve,
    restrictions::restrictions,
};
use crate::pki::PublicKey;

/// A `SubjectPublicKeyInfo`, and what the library read it as.
pub(super) fn print(out: &mut Out, info: Tlv<'_>, key: Option<&PublicKey>) -> Option<()> {
    let mut parts = info.within(SEQUENCE)?;
    let mut algorithm = parts.must()?.within(SEQUENCE)?;
    let (oid, parameters) = (algorithm.must()?, algorithm.next().flatten());
    let octets = parts.must()?.expect(BIT_STRING)?.get(1..)?;
    out.indented(12, "Public Key Algorithm: ");
    out.object(oid, ANY)?;
    out.push("\n");
    let mark = out.mark();
    let dotted = out.find(oid)?.dotted.unwrap_or_default();
    let printed = match dotted.as_str() {
        RSA => rsa(out, octets),
        PSS => rsa(out, octets).and_then(|()| restrictions(out, parameters)),
        EC => elliptic(out, parameters?, octets, key),
        DSA => dsa(out, parameters, octets),
        "1.3.101.110" => raw(out, "X25519", octets, 32),
        "1.3.101.111" => raw(out, "X448", octets, 56),
        "1.3.101.112" => raw(out, "ED25519", octets, 32),
        "1.3.101.113" => raw(out, "ED448", octets, 57),
        _ => other(out, key),
    };
    if printed.is_none() {
        out.take_from(mark);
        // OpenSSL's next lines say where in its source it failed.
        out.line(12, "Unable to load Public Key");
    }
    Some(())
}

/// A number after its label: in decimal up to 64 bits, else in lines of octets with the sign before.
pub(super) fn number(out: &mut Out, label: &str, number: &Integer, indent: usize) {
    out.indented(indent, label);
    match number.small().and_then(|small| u64::try_from(small).ok()) {
        Some(0) => out.push(" 0\n"),
        Some(small) => {
            let sign = if number.is_negative { "-" } else { "" };
            out.show(format_args!(" {sign}{small} ({sign}0x{small:x})\n"));
        }
        None => {
            out.push(if number.is_negative {
                " (Negative)\n"
            } else {
                "\n"
            });
            let is_high = number.octets.first().is_some_and(|first| first & 0x80 != 0);
            let zero: &[u8] = if is_high { &[0] } else { &[] };
            out.dump(&[zero, &number.octets].concat(), indent + 4, OCTETS_A_LINE);
        }
    }
}

fn rsa(out: &mut Out, octets: &[u8]) -> Option<()> {
    let mut parts = Tlv::of(octets)?.within(SEQUENCE)?;
    let modulus = integer(&mut parts)?;
    let exponent = integer(&mut parts)?;
    parts.end()?;
    title(out, modulus.bits());
    number(out, "Modulus:", &modulus, INDENT);
    number(out, "Exponent:", &exponent, INDENT);
    Some(())
}

fn elliptic(
    out: &mut Out,
    parameters: Tlv<'_>,
    octets: &[u8],
    key: Option<&PublicKey>,
) -> Option<()> {
    if parameters.tag != OID {
        return explicit(out, parameters, octets);
    }
    let object = out.find(parameters)?;
    let name = object.short();
    let (bits, nist) = curve(name)?;
    // Whether the point is on the curve is only known of these.
    if matches!(bits, 256 | 384 | 521) && nist.is_some() && key.is_none() {
        return None;
    }
    point(out, bits as usize, octets)?;
    out.indented(INDENT, "ASN1 OID: ");
    out.push(name);
    out.push("\n");
    if let Some(nist) = nist {
        out.indented(INDENT, "NIST CURVE: ");
        out.push(nist);
        out.push("\n");
    }
    Some(())
}

/// A curve over a prime field by all its numbers (RFC 3279, section 2.3.5).
fn explicit(out: &mut Out, parameters: Tlv<'_>, octets: &[u8]) -> Option<()> {
    let mut parts = parameters.within(SEQUENCE)?;
    integer(&mut parts)?;
    let mut field = parts.must()?.within(SEQUENCE)?;
    let kind = out.find(field.must()?)?;
    let prime = integer(&mut field)?;
    let mut curve = parts.must()?.within(SEQUENCE)?;
    let a = unsigned(curve.must()?.expect(OCTET_STRING)?);
    let b = unsigned(curve.must()?.expect(OCTET_STRING)?);
    let seed = curve.next().flatten();
    let base = parts.must()?.expect(OCTET_STRING)?;
    let order = integer(&mut parts)?;
    let cofactor = parts.take_if(|part| part.tag == INTEGER)?;
    if kind.dotted.as_deref() != Some(PRIME_FIELD) {
        return None;
    }
    point(out, order.bits(), octets)?;
    out.line(INDENT, "Field Type: prime-field");
    number(out, "Prime:", &prime, INDENT);
    number(out, "A:   ", &a, INDENT);
    number(out, "B:   ", &b, INDENT);
    let form = match base.first()? {
        2 | 3 => "compressed",
        4 => "uncompressed",
        _ => "hybrid",
    };
    out.indent(INDENT);
    out.show(format_args!("Generator ({form}):\n"));
    out.dump(base, INDENT + 4, OCTETS_A_LINE);
    number(out, "Order: ", &order, INDENT);
    if let Some(cofactor) = cofactor {
        number(out, "Cofactor: ", &Integer::of(cofactor.contents)?, INDENT);
    }
    if let Some(seed) = seed.and_then(|seed| seed.expect(BIT_STRING)) {
        out.line(INDENT, "Seed:");
        out.dump(seed.get(1..)?, INDENT + 4, OCTETS_A_LINE);
    }
    Some(())
}

fn dsa(out: &mut Out, parameters: Option<Tlv<'_>>, octets: &[u8]) -> Option<()> {
    let key = Integer::of(Tlv::only(octets)?.expect(INTEGER)?)?;
    let mut parts = match parameters.filter(|parameters| parameters.tag != NULL) {
        Some(parameters) => parameters.within(SEQUENCE)?,
        None => return None,
    };
    let (p, q, g) = (
        integer(&mut parts)?,
        integer(&mut parts)?,
        integer(&mut parts)?,
    );
    title(out, p.bits());
    for (label, part) in [("pub: ", &key), ("P:   ", &p), ("Q:   ", &q), ("G:   ", &g)] {
        number(out, label, part, INDENT);
    }
    Some(())
}

fn raw(out: &mut Out, name: &str, octets: &[u8], length: usize) -> Option<()> {
    if octets.len() != length {
        return None;
    }
    out.indented(INDENT, name);
    out.push(" Public-Key:\n");
    public(out, octets);
    Some(())
}

/// What OpenSSL 3.0 does not know, and we do.
fn other(out: &mut Out, key: Option<&PublicKey>) -> Option<()> {
    for line in key?.text().ok()?.lines() {
        out.line(INDENT, line);
    }
    Some(())
}

fn point(out: &mut Out, bits: usize, octets: &[u8]) -> Option<()> {
    let is_point = matches!(octets.first(), Some(2..=4 | 6 | 7)) && octets.len() > 1;
    if !is_point {
        return None;
    }
    title(out, bits);
    public(out, octets);
    Some(())
}

fn title(out: &mut Out, bits: usize) {
    out.indent(INDENT);
    out.show(format_args!("Public-Key: ({bits} bit)\n"));
}

fn public(out: &mut Out, octets: &[u8]) {
    out.line(INDENT, "pub:");
    out.dump(octets, INDENT + 4, OCTETS_A_LINE);
}

fn integer(parts: &mut Elements<'_>) -> Option<Integer> {
    Integer::of(parts.must()?.expect(INTEGER)?)
}

fn unsigned(octets: &[u8]) -> Integer {
    Integer::forgiving(octets, false)
}

const RSA: &str = "1.2.840.113549.1.1.1";
const PSS: &str = "1.2.840.113549.1.1.10";
const EC: &str = "1.2.840.10045.2.1";
const DSA: &str = "1.2.840.10040.4.1";
const PRIME_FIELD: &str = "1.2.840.10045.1.1";
pub(super) const INDENT: usize = 16;
const OCTETS_A_LINE: usize = 15;
