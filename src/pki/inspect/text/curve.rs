//! What OpenSSL knows of curves: the size of their groups, and NIST's names.

/// The bits of the order of the curve's group, by OpenSSL's short name for it, and NIST's name.
///
/// Of most curves the name tells; `None` for what is no curve.
pub(super) fn curve(name: &str) -> Option<(u32, Option<&'static str>)> {
    let known = CURVES.iter().find(|(known, ..)| *known == name);
    if let Some((_, bits, nist)) = known {
        return Some((*bits, (!nist.is_empty()).then_some(*nist)));
    }
    let is_curve = FAMILIES.iter().any(|family| name.starts_with(family));
    let digits = name.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits.find(|c: char| !c.is_ascii_digit());
    let bits = digits.get(..end.unwrap_or(digits.len()))?.parse().ok()?;
    is_curve.then_some((bits, None))
}

const FAMILIES: [&str; 4] = ["secp", "prime", "brainpoolP", "sect"];

const CURVES: [(&str, u32, &str); 40] = [
    ("prime192v1", 192, "P-192"),
    ("prime256v1", 256, "P-256"),
    ("secp112r2", 110, ""),
    ("secp128r2", 126, ""),
    ("secp160k1", 161, ""),
    ("secp160r1", 161, ""),
    ("secp160r2", 161, ""),
    ("secp224k1", 225, ""),
    ("secp224r1", 224, "P-224"),
    ("secp384r1", 384, "P-384"),
    ("secp521r1", 521, "P-521"),
    ("sect163k1", 163, "K-163"),
    ("sect163r1", 162, ""),
    ("sect163r2", 163, "B-163"),
    ("sect233k1", 232, "K-233"),
    ("sect233r1", 233, "B-233"),
    ("sect239k1", 238, ""),
    ("sect283k1", 281, "K-283"),
    ("sect283r1", 282, "B-283"),
    ("sect409k1", 407, "K-409"),
    ("sect409r1", 409, "B-409"),
    ("sect571k1", 570, "K-571"),
    ("sect571r1", 570, "B-571"),
    ("c2pnb163v1", 163, ""),
    ("c2pnb163v2", 162, ""),
    ("c2pnb163v3", 162, ""),
    ("c2pnb176v1", 161, ""),
    ("c2tnb191v1", 191, ""),
    ("c2tnb191v2", 190, ""),
    ("c2tnb191v3", 189, ""),
    ("c2pnb208w1", 193, ""),
    ("c2tnb239v1", 238, ""),
    ("c2tnb239v2", 237, ""),
    ("c2tnb239v3", 236, ""),
    ("c2pnb272w1", 257, ""),
    ("c2pnb304w1", 289, ""),
    ("c2tnb359v1", 353, ""),
    ("c2pnb368w1", 353, ""),
    ("c2tnb431r1", 418, ""),
    ("SM2", 256, ""),
];
