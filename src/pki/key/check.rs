//! What reading does not look at.

use crypto_bigint::BoxedUint;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{PrivateKey, PrivateParts};
use crate::{Damage, Error, pki::Format, primes::Candidate};

impl PrivateKey {
    /// Checks that an RSA key's primes are prime, as `openssl rsa -check` does. That its numbers belong
    /// together was checked when it was read; of other kinds of key there is nothing else to check.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Encoding`].
    pub fn check(&self, rng: &mut impl CryptoRng) -> Result<(), Error> {
        let PrivateParts::Rsa([_, p, q, ..]) = self.parts()? else {
            return Ok(());
        };
        for prime in [p, q] {
            let number = BoxedUint::from_be_slice_vartime(&prime);
            let number = Zeroizing::new(number);
            if Candidate::new(&number).prove(rng).is_none() {
                let damage = Damage::Numbers;
                return Err(Error::damaged(Format::Pkcs8, damage));
            }
        }
        Ok(())
    }
}
