//! ML-DSA keys, and the three forms that their private halves have in PKCS #8 (RFC 9881, section 6).

use der::{
    AnyRef, Decode, Encode, Sequence, TagMode, TagNumber,
    asn1::{ContextSpecific, OctetStringRef},
};
use ml_dsa::{
    ExpandedSigningKey, ExpandedSigningKeyBytes, MlDsaParams, Seed, SigningKey, VerifyingKey,
};
use rand_core::{CryptoRng, TryCryptoRng};
use zeroize::Zeroizing;

/// A private key: expanded, and the 32 octets that it was expanded from if its file had them.
#[derive(Clone)]
pub(super) struct MlDsaKey<P: MlDsaParams> {
    seed: Option<Zeroizing<Vec<u8>>>,
    expanded: Box<ExpandedSigningKey<P>>,
}

impl<P: MlDsaParams> MlDsaKey<P> {
    pub(super) fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut seed = Zeroizing::new(Seed::default());
        rng.fill_bytes(&mut seed);
        Self::of_seed(&seed)
    }

    /// Reads `ML-DSA-…-PrivateKey`; `None` where it is no such thing or its parts do not belong
    /// together.
    pub(super) fn read(der: &[u8]) -> Option<Self> {
        if let Some(octets) = implicit_seed(der) {
            return Self::from_seed(octets);
        }
        if let Ok(both) = Both::from_der(der) {
            let key = Self::from_seed(both.seed.as_bytes())?;
            return (*key.expanded() == *both.expanded.as_bytes()).then_some(key);
        }
        let octets = <&OctetStringRef>::from_der(der).ok()?;
        Self::of_expanded(octets.as_bytes())
    }

    /// Writes the seed where there is one, else the expanded key.
    pub(super) fn write(&self) -> der::Result<Zeroizing<Vec<u8>>> {
        let Some(seed) = &self.seed else {
            let expanded = self.expanded();
            return Ok(Zeroizing::new(OctetStringRef::new(&expanded)?.to_der()?));
        };
        let form = ContextSpecific {
            tag_number: TagNumber(0),
            tag_mode: TagMode::Implicit,
            value: OctetStringRef::new(seed)?,
        };
        form.to_der().map(Zeroizing::new)
    }

    pub(super) fn seed(&self) -> Option<&[u8]> {
        self.seed.as_deref().map(Vec::as_slice)
    }

    /// The key's long form (FIPS 204, algorithm 24).
    #[expect(deprecated, reason = "files hold it")]
    pub(super) fn expanded(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.expanded.to_expanded().to_vec())
    }

    pub(super) fn public(&self) -> VerifyingKey<P> {
        self.expanded.verifying_key()
    }

    /// The hedged variant (FIPS 204, section 3.4), with an empty context.
    pub(super) fn sign(
        &self,
        message: &[u8],
        rng: &mut (impl TryCryptoRng + ?Sized),
    ) -> signature::Result<Vec<u8>> {
        let signature = self.expanded.sign_randomized(message, &[], rng)?;
        Ok(signature.encode().to_vec())
    }

    /// `None` for another length than 32 octets.
    pub(super) fn from_seed(octets: &[u8]) -> Option<Self> {
        Some(Self::of_seed(&Seed::try_from(octets).ok()?))
    }

    fn of_seed(seed: &Seed) -> Self {
        let key = SigningKey::<P>::from_seed(seed);
        Self {
            seed: Some(Zeroizing::new(seed.to_vec())),
            expanded: Box::new(key.expanded_key().clone()),
        }
    }

    /// The crate takes any octets and warns that wrong ones can make it panic. So the coefficients
    /// are looked at before, and a signature is tried after: it fits the public key only when all
    /// parts belong together.
    #[expect(deprecated, reason = "files hold it")]
    fn of_expanded(octets: &[u8]) -> Option<Self> {
        let encoded = ExpandedSigningKeyBytes::<P>::try_from(octets).ok()?;
        if !short_vectors_are_short(octets) {
            return None;
        }
        let expanded = Box::new(ExpandedSigningKey::<P>::from_expanded(&encoded));
        let trial = expanded.sign_deterministic(TRIAL, &[]).ok()?;
        let fits = (expanded.verifying_key()).verify_with_context(TRIAL, &[], &trial);
        fits.then_some(Self {
            seed: None,
            expanded,
        })
    }
}

/// ```text
/// both SEQUENCE { seed OCTET STRING (SIZE (32)), expandedKey OCTET STRING }
/// ```
#[derive(Sequence)]
struct Both<'a> {
    seed: &'a OctetStringRef,
    expanded: &'a OctetStringRef,
}

/// `seed [0] IMPLICIT OCTET STRING`.
fn implicit_seed(der: &[u8]) -> Option<&[u8]> {
    let any = AnyRef::from_der(der).ok()?;
    let tag: der::Tag = der::Tagged::tag(&any);
    let is_seed = tag.is_context_specific() && tag.number() == TagNumber(0);
    is_seed.then(|| any.value())
}

/// FIPS 204, algorithm 24: after 128 octets follow s1 and s2, whose coefficients lie within η of
/// zero, written as η less their value: in three bits where η is 2, in four where it is 4.
fn short_vectors_are_short(octets: &[u8]) -> bool {
    let (bits, most, polynomials) = match octets.len() {
        2560 => (3, 4, 4 + 4),
        4032 => (4, 8, 5 + 6),
        4896 => (3, 4, 7 + 8),
        _ => return false,
    };
    let vectors = &octets[128..128 + polynomials * 32 * bits];
    let coefficient = |index: usize| {
        let bit = |at: usize| (vectors[at / 8] >> (at % 8)) & 1;
        (0..bits).fold(0, |value, k| value | (bit(index * bits + k) << k))
    };
    (0..polynomials * 256).all(|index| coefficient(index) <= most)
}

const TRIAL: &[u8] = b"do these belong together?";
