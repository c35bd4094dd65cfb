//! What would make a path valid.

use serde::{Deserialize, Serialize};

/// What would help, in one word. "The certificate" is the one at the check's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Remedy {
    /// Add the certificate of the issuer that is missing.
    GiveIntermediate,
    /// Trust the certificate, if it came from where it should.
    TrustRoot,
    /// Find out where the certificate came from: nobody vouches for it.
    CheckOrigin,
    /// Have the certificate issued anew, without what is wrong with it.
    Reissue,
    /// Have the certificate of the authority issued anew: it may not, or cannot, do what it does.
    ReissueIssuer,
    /// Have the certificate issued anew for a later time.
    Renew,
    /// Have the certificate issued anew for other names, or go by one that it has.
    ChangeName,
    /// Have the certificate issued anew with another kind of key or signature.
    ChangeAlgorithm,
    /// Have the certificate issued anew for this purpose, or use another.
    ChangePurpose,
    /// Ask for other policies, or have the certificate issued under those.
    ChangePolicy,
    /// Look at the clock, or wait.
    CheckClock,
    /// Do not use it any more: take another, with another key.
    Replace,
    /// Get the newest revocation list.
    GetNewList,
    /// Add a revocation list.
    GiveList,
    /// Allow longer paths, or have fewer authorities.
    Shorten,
}
