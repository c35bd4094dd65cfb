//! Whether the parts of an expanded key belong together: what the `ml-dsa` crate does not ask.
//!
//! FIPS 204 has t = A s1 + s2, whose upper bits are the public key's and whose lower ones are t0. So
//! with A made of ρ (section 3.7) every part can be checked but K, which nothing depends on.

use shake::{ExtendableOutput, Shake128, Update, XofReader};
use zeroize::Zeroizing;

/// Whether the short vectors are short, and t0 is what they make. Of another length than a key's it
/// is not.
pub(super) fn is_consistent(octets: &[u8]) -> bool {
    check(octets).unwrap_or_default()
}

/// What the key says that its public key's digest is.
pub(super) fn digest(octets: &[u8]) -> Option<&[u8]> {
    octets.get(64..128)
}

/// FIPS 204, algorithm 24: ρ, K, the public key's digest, s1, s2, t0. Coefficients are written as
/// what they lack to the greatest that they can be.
fn check(octets: &[u8]) -> Option<bool> {
    let (rows, columns, eta, bits) = match octets.len() {
        2560 => (4, 4, 2, 3),
        4032 => (6, 5, 4, 4),
        4896 => (8, 7, 2, 3),
        _ => return None,
    };
    let (rho, rest) = octets.split_at_checked(32)?;
    let (_, rest) = rest.split_at_checked(96)?;
    let (s1, rest) = rest.split_at_checked(columns * 32 * bits)?;
    let (s2, t0) = rest.split_at_checked(rows * 32 * bits)?;
    let (s1, s2) = (unpack(s1, bits, eta)?, unpack(s2, bits, eta)?);
    let t0 = unpack(t0, LOW_BITS, 1 << (LOW_BITS - 1))?;
    let powers = powers();
    let s1: Vec<Secret> = s1.iter().map(|s| transformed(s, &powers)).collect();
    let mut all = (0_u8..).zip(s2.iter().zip(t0.iter()));
    Some(all.all(|(row, (s2, t0))| {
        let t = product(rho, row, &s1, &powers);
        let pairs = t.iter().zip(s2.iter());
        let low = pairs.map(|(t, s)| low_bits((t + s) % Q));
        low.eq(t0.iter().copied())
    }))
}

type Polynomial = [u32; 256];
type Secret = Zeroizing<Polynomial>;

/// One row of A times s1.
fn product(rho: &[u8], row: u8, s1: &[Secret], powers: &[u32; 512]) -> Secret {
    let mut sum = Zeroizing::new([0; 256]);
    for (column, s) in (0_u8..).zip(s1) {
        let a = sampled(rho, column, row);
        for (sum, (a, s)) in sum.iter_mut().zip(a.iter().zip(s.iter())) {
            *sum = (*sum + times(*a, *s)) % Q;
        }
    }
    restored(&sum, powers)
}

/// Algorithm 30, RejNTTPoly: 23 bits at a time, and those again that are not below q.
fn sampled(rho: &[u8], column: u8, row: u8) -> Polynomial {
    let mut hash = Shake128::default();
    hash.update(rho);
    hash.update(&[column, row]);
    let mut reader = hash.finalize_xof();
    let mut polynomial = [0; 256];
    for coefficient in &mut polynomial {
        *coefficient = loop {
            let mut draw = [0; 4];
            reader.read(&mut draw[..3]);
            let draw = u32::from_le_bytes(draw) & 0x7f_ffff;
            if draw < Q {
                break draw;
            }
        };
    }
    polynomial
}

/// The values at the odd powers of ζ, in the order of section 7.5. Not as fast as it could be: a key
/// has fifteen polynomials at most.
fn transformed(polynomial: &Polynomial, powers: &[u32; 512]) -> Secret {
    let mut values = Zeroizing::new([0; 256]);
    for (value, root) in values.iter_mut().zip(roots()) {
        let terms = (0..).zip(polynomial);
        *value = sum(terms.map(|(place, c)| times(*c, powers[root * place % 512])));
    }
    values
}

/// The inverse of [`transformed`].
fn restored(values: &Polynomial, powers: &[u32; 512]) -> Secret {
    let mut polynomial = Zeroizing::new([0; 256]);
    for (place, coefficient) in polynomial.iter_mut().enumerate() {
        let terms = roots().zip(values);
        let whole = sum(terms.map(|(root, v)| times(*v, powers[(512 - root) * place % 512])));
        *coefficient = times(whole, INVERSE_OF_256);
    }
    polynomial
}

fn roots() -> impl Iterator<Item = usize> {
    (0..=u8::MAX).map(|index| 2 * usize::from(index.reverse_bits()) + 1)
}

fn powers() -> [u32; 512] {
    let mut powers = [1; 512];
    for index in 1..512 {
        powers[index] = times(powers[index - 1], ZETA);
    }
    powers
}

/// Algorithm 19, BitUnpack; `None` for coefficients that are out of their range.
fn unpack(octets: &[u8], bits: usize, greatest: u32) -> Option<Zeroizing<Vec<Polynomial>>> {
    let bit = |at: usize| u32::from(octets[at / 8] >> (at % 8) & 1);
    let read = |at: usize| (0..bits).fold(0, |value, k| value | bit(at + k) << k);
    let count = octets.len() / (32 * bits);
    let mut polynomials = Zeroizing::new(vec![[0; 256]; count]);
    for (index, coefficient) in polynomials.iter_mut().flatten().enumerate() {
        let lacks = read(index * bits);
        *coefficient = (lacks <= 2 * greatest).then(|| (Q + greatest - lacks) % Q)?;
    }
    Some(polynomials)
}

/// Algorithm 35, Power2Round: between -2^12 and 2^12, modulo q.
fn low_bits(number: u32) -> u32 {
    let low = number % (1 << LOW_BITS);
    match low > 1 << (LOW_BITS - 1) {
        true => Q + low - (1 << LOW_BITS),
        false => low,
    }
}

fn sum(terms: impl Iterator<Item = u32>) -> u32 {
    terms.fold(0, |sum, term| (sum + term) % Q)
}

fn times(a: u32, b: u32) -> u32 {
    (u64::from(a) * u64::from(b) % u64::from(Q)) as u32
}

/// FIPS 204, table 1.
const Q: u32 = 8_380_417;
const ZETA: u32 = 1753;
const LOW_BITS: usize = 13;
const INVERSE_OF_256: u32 = 8_347_681;
