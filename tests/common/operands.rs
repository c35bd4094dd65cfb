//! Numbers that are hard on a kernel, and what `crypto-bigint` makes of them. For the native stories
//! and for those in the browser, where the same kernels are made of other instructions.

use certwright::primes::{Fused, Kernel, Portable};
use crypto_bigint::{
    BoxedUint, ConcatenatingMul, ConcatenatingSquare, NonZero, Odd, RandomBits, Resize, U64,
};
use crypto_primes::{
    Flavor,
    hazmat::{SetBits, SmallFactorsSieve, random_odd_integer},
    is_prime,
};
use rand_chacha::{ChaCha20Rng, rand_core::SeedableRng};

pub fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

fn odd(number: BoxedUint) -> Odd<BoxedUint> {
    Odd::new(number).expect("an odd number")
}

/// 2^`exponent`, in as many limbs as numbers of `bits` bits have.
fn power(exponent: u32, bits: u32) -> BoxedUint {
    BoxedUint::one_with_precision(bits.next_multiple_of(64)).shl(exponent)
}

fn minus(number: &BoxedUint, less: u32) -> BoxedUint {
    number.wrapping_sub(small(less, number))
}

fn plus(number: &BoxedUint, more: u32) -> BoxedUint {
    number.wrapping_add(small(more, number))
}

fn small(number: u32, like: &BoxedUint) -> BoxedUint {
    BoxedUint::from(number).resize(like.bits_precision())
}

pub fn remainder(number: &BoxedUint, by: u32) -> u32 {
    let by = NonZero::new(U64::from(by)).expect("not zero");
    u64::from(number.rem_vartime(&by)) as u32
}

/// The digits that kernels compute with: 52 bits in `Fused`, 24 or 23 in `Portable`.
const WIDTHS: [u32; 3] = [52, 24, 23];

/// Digits at the ends of their range, or next to them, for the even places and for the odd ones.
/// At the ends products are largest; next to them they are odd, so that no rounding goes unnoticed.
fn extremes(width: u32) -> [[i64; 2]; 5] {
    let half = 1 << (width - 1);
    [
        [-half, -half],
        [half, half],
        [half - 1, half - 1],
        [1 - half, 1 - half],
        [half - 1, -half],
    ]
}

/// `top` above as many of these digits as there is room for below 2^(bits - 2).
fn with_digits(top: &BoxedUint, bits: u32, width: u32, digits: [i64; 2]) -> BoxedUint {
    let mut number = top.clone();
    for i in 0..(bits - 2) / width {
        let digit = digits[i as usize % 2];
        let magnitude = BoxedUint::from(digit.unsigned_abs()).resize(number.bits_precision());
        let magnitude = magnitude.shl(width * i);
        number = match digit < 0 {
            true => number.wrapping_sub(magnitude),
            false => number.wrapping_add(magnitude),
        };
    }
    number
}

fn patterns(top: &BoxedUint, bits: u32) -> impl Iterator<Item = BoxedUint> {
    WIDTHS
        .into_iter()
        .flat_map(move |width| extremes(width).map(|digits| with_digits(top, bits, width, digits)))
}

/// Odd numbers of so many bits.
fn moduli(bits: u32, rng: &mut ChaCha20Rng) -> Vec<Odd<BoxedUint>> {
    let top = power(bits - 1, bits);
    let mut moduli = vec![
        minus(&top.wrapping_add(&top), 1),
        plus(&top, 1),
        plus(&top.wrapping_add(top.shr(1)), 1),
    ];
    for pattern in patterns(&top.wrapping_add(top.shr(1)), bits) {
        let pattern = pattern.bitor(&small(1, &top));
        // Modulo this one the quotient's digits are those of the pattern, when 1 is squared.
        let (inverse, _) = minus(&BoxedUint::zero_with_precision(top.bits_precision()), 1)
            .wrapping_mul(&pattern)
            .invert_mod2k(bits - 1);
        moduli.extend([top.bitor(&inverse), pattern]);
    }
    moduli.extend((0..3).map(|_| top.bitor(&random(bits, rng)).bitor(&small(1, &top))));
    moduli.into_iter().map(odd).collect()
}

fn random(bits: u32, rng: &mut ChaCha20Rng) -> BoxedUint {
    BoxedUint::random_bits(rng, bits).resize(bits.next_multiple_of(64))
}

/// Numbers below n.
fn residues(n: &BoxedUint, bits: u32, rng: &mut ChaCha20Rng) -> Vec<BoxedUint> {
    let top = power(bits - 1, bits);
    let mut residues: Vec<_> = (0..=2).map(|x| small(x, &top)).collect();
    residues.extend([
        minus(n, 1),
        minus(n, 2),
        n.shr(1),
        top.clone(),
        minus(&top, 1),
    ]);
    let all_ones = |limb: u32| minus(&power((bits - 1) / limb * limb, bits), 1);
    residues.extend([all_ones(32), all_ones(64)]);
    for digits in [1, (bits - 1) / 104, (bits - 1) / 52] {
        let multiple = power(52 * digits, bits);
        residues.extend([minus(&multiple, 1), plus(&multiple, 1), multiple]);
    }
    residues.extend(patterns(&top.shr(1), bits));
    residues.extend((0..3).map(|_| random(bits, rng)));
    residues.retain(|x| x < n);
    residues
}

/// A squaring, and the library's answers without and with doubling.
#[derive(Debug)]
struct Squaring {
    n: Odd<BoxedUint>,
    x: BoxedUint,
    results: [BoxedUint; 2],
}

impl Squaring {
    fn new(n: &Odd<BoxedUint>, x: BoxedUint) -> Self {
        let square = x.concatenating_square().rem_vartime(n.as_nz_ref());
        let twice = square.add_mod(&square, n.as_nz_ref());
        Self {
            n: n.clone(),
            x,
            results: [square, twice],
        }
    }
}

type Square = fn([&Odd<BoxedUint>; 2], [&BoxedUint; 2], [bool; 2]) -> [BoxedUint; 2];

const SQUARES: [(&str, Square); 2] = [("Fused", Fused::square), ("Portable", Portable::square)];

/// Squares every residue modulo every modulus of this length, with and without doubling, and beside
/// another residue and modulus in the other lane. With a `stride` above one it leaves some out.
pub fn squares_agree(bits: u32, stride: usize) {
    let rng = &mut rng(bits as u8);
    let mut squarings = Vec::new();
    for n in moduli(bits, rng) {
        assert_eq!(n.bits(), bits);
        let residues = residues(&n, bits, rng);
        squarings.extend(residues.into_iter().map(|x| Squaring::new(&n, x)));
    }
    let squarings: Vec<_> = squarings.iter().step_by(stride).collect();
    assert!(squarings.len() * stride > 1000);
    let others = squarings.iter().cycle().skip(squarings.len() / 2 + 1);
    for (first, second) in squarings.iter().zip(others) {
        for doubled in [[true, false], [false, true]] {
            let expected = [
                &first.results[usize::from(doubled[0])],
                &second.results[usize::from(doubled[1])],
            ];
            for (kernel, square) in SQUARES {
                let results = square([&first.n, &second.n], [&first.x, &second.x], doubled);
                let all = (kernel, bits, doubled, first, second);
                assert_eq!([&results[0], &results[1]], expected, "{all:#x?}");
            }
        }
    }
}

/// Whether 2^(n-1) = 1 (mod n), by the library's powers.
pub fn fermat(n: &Odd<BoxedUint>) -> bool {
    let base = small(2, n);
    base.pow_mod(&minus(n, 1), n) == BoxedUint::one()
}

/// Numbers without small factors, and some more of any kind; one in twenty is prime.
fn candidates(bits: u32, count: usize, rng: &mut ChaCha20Rng) -> Vec<Odd<BoxedUint>> {
    let length = core::num::NonZero::new(bits).expect("a length");
    let start = random_odd_integer::<BoxedUint, _>(rng, length, SetBits::Msb).expect("a start");
    let sieve = SmallFactorsSieve::new(start.get(), length, false).expect("a sieve");
    let mut candidates: Vec<_> = sieve.take(count).map(odd).collect();
    let any = || random_odd_integer(rng, length, SetBits::Msb).expect("an odd number");
    candidates.extend(core::iter::repeat_with(any).take(count / 10));
    candidates
}

/// Both kernels judge so many candidates as the library does, each of them once in the one lane
/// and once in the other. Answers how many were prime.
pub fn verdicts_agree(bits: u32, count: usize, rng: &mut ChaCha20Rng) -> usize {
    let candidates = candidates(bits, count, rng);
    let expected: Vec<_> = candidates.iter().map(fermat).collect();
    let primes = candidates.iter().zip(&expected).filter(|(n, passes)| {
        // Chance meets no pseudoprime: of numbers this long, it would once in far more than 2^60.
        let prime = is_prime::<BoxedUint>(Flavor::Any, n.as_ref());
        assert_eq!(prime, **passes, "{n:x}");
        prime
    });
    let primes = primes.count();
    let order = outcomes_beside_each_other(&expected);
    for pair in order.windows(2) {
        let both = [&candidates[pair[0]], &candidates[pair[1]]];
        let verdicts = [expected[pair[0]], expected[pair[1]]];
        assert_eq!(Fused.fermat(both), verdicts, "Fused {both:x?}");
        assert_eq!(Portable.fermat(both), verdicts, "Portable {both:x?}");
    }
    primes
}

/// An order in which all four pairs of outcomes are neighbours: primes first, two by two, each two
/// followed by two composites.
fn outcomes_beside_each_other(passes: &[bool]) -> Vec<usize> {
    let (primes, composites): (Vec<_>, Vec<_>) = (0..passes.len()).partition(|i| passes[*i]);
    assert!(2 <= primes.len() && primes.len() < composites.len());
    let mut composites = composites.into_iter();
    let mut order = Vec::new();
    for two in primes.chunks(2) {
        order.extend(two);
        order.extend(composites.by_ref().take(2));
    }
    order.extend(composites);
    order
}

/// Chernick's numbers (6k+1)(12k+1)(18k+1), of three primes: Carmichael numbers, which pass Fermat's
/// test to every base prime to them (*On Fermat's simple theorem*, 1939).
pub const CHERNICK: &[u32] = &[6, 12, 18];
/// Numbers (2k+1)(4k+1) of two primes. Half of them pass Fermat's test to base two, and among
/// these are many that are strong pseudoprimes.
pub const TWO_PRIMES: &[u32] = &[2, 4];

/// Composites that pass Fermat's test to base two: so many products of mk + 1 for each factor m,
/// all of them prime, where k has so many bits.
pub fn pseudoprimes(
    factors: &[u32],
    bits: u32,
    count: usize,
    rng: &mut ChaCha20Rng,
) -> Vec<Odd<BoxedUint>> {
    let windows = core::iter::repeat_with(|| products(factors, bits, rng));
    windows.flatten().filter(fermat).take(count).collect()
}

fn products(factors: &[u32], bits: u32, rng: &mut ChaCha20Rng) -> Vec<Odd<BoxedUint>> {
    let start = random(bits, rng).bitor(&power(bits - 1, bits));
    let start = start.resize(bits.next_multiple_of(64) + 64);
    let mut left = vec![true; WINDOW];
    for prime in (5..1000).filter(|n| is_prime(Flavor::Any, &U64::from(*n))) {
        let start = remainder(&start, prime);
        for step in 0..prime {
            let of = |factor: &u32| (factor * (start + step) + 1).is_multiple_of(prime);
            if factors.iter().any(of) {
                let multiples = left.iter_mut().skip(step as usize).step_by(prime as usize);
                multiples.for_each(|it| *it = false);
            }
        }
    }
    let left = (0..).zip(left).filter(|(_, left)| *left);
    left.filter_map(|(step, _)| {
        let k = plus(&start, step);
        let mut product = BoxedUint::one();
        for factor in factors {
            let prime = plus(&k.wrapping_mul(small(*factor, &k)), 1);
            if !is_prime(Flavor::Any, &prime) {
                return None;
            }
            product = product.concatenating_mul(&prime);
        }
        let length = product.bits().next_multiple_of(64);
        Some(odd(product.resize(length)))
    })
    .collect()
}

/// Both kernels pass this composite, in the one lane and in the other, but not its neighbour.
pub fn deceives_the_kernels(n: &Odd<BoxedUint>) {
    // A multiple of three: the products above are 1 modulo 3.
    let neighbour = odd(plus(n, 2));
    for kernel in [&mut Fused as &mut dyn Kernel, &mut Portable] {
        assert_eq!(kernel.fermat([n, n]), [true, true], "{n:x}");
        assert_eq!(kernel.fermat([n, &neighbour]), [true, false], "{n:x}");
        assert_eq!(kernel.fermat([&neighbour, n]), [false, true], "{n:x}");
    }
}

/// How many k are looked at.
const WINDOW: usize = 1 << 18;
