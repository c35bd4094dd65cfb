//! ML-DSA keys, and the three forms that their private halves have in PKCS #8 (RFC 9881, section 6).

mod expanded;

use der::{
    AnyRef, Decode, Encode, Sequence, TagMode, TagNumber,
    asn1::{ContextSpecific, OctetStringRef},
};
use ml_dsa::{
    ExpandedSigningKey, ExpandedSigningKeyBytes, MlDsaParams, Seed, SigningKey, VerifyingKey,
};
use rand_core::{CryptoRng, TryCryptoRng};
use shake::{ExtendableOutput, Shake256, Update, XofReader};
use zeroize::Zeroizing;

/// A private key: expanded, and the 32 octets that it was expanded from if its file had them.
#[derive(Clone)]
pub(super) struct MlDsaKey<P: MlDsaParams> {
    seed: Option<Zeroizing<Vec<u8>>>,
    expanded: Box<ExpandedSigningKey<P>>,
}

impl<P: MlDsaParams> MlDsaKey<P> {
    pub(super) fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
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
        let expanded = Zeroizing::new(self.expanded.to_expanded());
        Zeroizing::new(expanded.to_vec())
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
        let seed = Zeroizing::new(Seed::try_from(octets).ok()?);
        Some(Self::of_seed(&seed))
    }

    fn of_seed(seed: &Seed) -> Self {
        let key = SigningKey::<P>::from_seed(seed);
        Self {
            seed: Some(Zeroizing::new(seed.to_vec())),
            expanded: Box::new(key.expanded_key().clone()),
        }
    }

    /// The crate takes any octets and warns that wrong ones can make it panic. That all parts belong
    /// together is checked before, and that they are this public key's after. K can be any: only
    /// the seed says what it was.
    #[expect(deprecated, reason = "files hold it")]
    fn of_expanded(octets: &[u8]) -> Option<Self> {
        let encoded = Zeroizing::new(ExpandedSigningKeyBytes::<P>::try_from(octets).ok()?);
        if !expanded::is_consistent(octets) {
            return None;
        }
        let key = Box::new(ExpandedSigningKey::<P>::from_expanded(&encoded));
        let mut hash = Shake256::default();
        hash.update(&key.verifying_key().encode());
        let mut digest = [0; 64];
        hash.finalize_xof().read(&mut digest);
        (expanded::digest(octets) == Some(&digest)).then_some(Self {
            seed: None,
            expanded: key,
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
    let seed = der::Tag::ContextSpecific {
        constructed: false,
        number: TagNumber(0),
    };
    (tag == seed).then(|| any.value())
}
