//! A complete private certificate authority, made to run in a browser tab.
//!
//! This library is the authority; it knows no browser. It reads no clock and draws no randomness of
//! its own: time and a random number generator are arguments, in this order, both last.
//!
//! The nouns are in [`pki`]: names, keys, requests, certificates. The verbs are in [`authority`]:
//! create an authority, issue certificates, and make the whole set of files for mutual TLS from one
//! form.
//!
//! ```
//! use certwright::{
//!     authority::Authority,
//!     pki::{
//!         Algorithm, AltName, Attribute, AttributeType, Name, PrivateKey, Request, Time, Validity,
//!         profile,
//!     },
//! };
//! # use rand_chacha::{ChaCha20Rng, rand_core::SeedableRng};
//! # let (now, rng) = (Time::from_unix(1_795_000_000), &mut ChaCha20Rng::from_seed([7; 32]));
//!
//! let name = Attribute::new(AttributeType::CommonName, "Home CA")?;
//! let key = PrivateKey::generate(Algorithm::P256, rng)?;
//! let ten_years = Validity::years(now, 10)?;
//! let authority = Authority::create(Name::default().with(name), key, ten_years, rng)?;
//!
//! let key = PrivateKey::generate(Algorithm::P256, rng)?;
//! let profile = profile::Server::new(Name::default(), vec![AltName::server("nas.home.arpa")?])?;
//! let request = Request::sign(&profile, &key, rng)?;
//! let certificate = authority.issue(&request, &profile, Validity::days(now, 90)?, rng)?;
//! assert_eq!(certificate.alt_names()[0].to_string(), "nas.home.arpa");
//! println!("{}", certificate.pem()?);
//! # Ok::<(), certwright::Error>(())
//! ```

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod authority;
pub mod engine;
mod error;
pub mod pki;
pub mod primes;
pub mod random;
mod saturated;
pub mod vault;
#[cfg(feature = "web")]
pub mod web;

pub use error::{
    AltNameFault, ConfigFault, Cost, Damage, DirectoryFault, DnsFault, EmailFault, Error,
    ExtensionFault, HeaderFault, IssuingFault, NameFault, TableFault, TokenFault, Unit, UriFault,
    VaultFault,
};
