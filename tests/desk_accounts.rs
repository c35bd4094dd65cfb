//! ACME accounts' keys on the desk: what they answer, and what they are kept apart from.

#[path = "common/support.rs"]
mod support;

use certwright::{
    Error,
    engine::{Answer, Ask, Contents, Effect, Engine, KeySource, Request, Response, Upload},
    pki::{AltName, Application, Extension, PrivateKey, Algorithm},
};
use sha2::{Digest, Sha256};
use support::{now, openssl, rng};
use zeroize::Zeroizing;

/// RFC 8555, section 8.4's.
const TOKEN: &str = "evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA";

/// What the engine says last.
fn ask(engine: &mut Engine, ask: Ask) -> Result<Answer, Error> {
    let effects = engine.handle(Request::Ask { job: 1, ask }, now(), &mut rng(3));
    heard(effects)
}
