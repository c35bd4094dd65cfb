//! What certificates, requests and revocation lists say, for people.

mod overview;

pub use overview::{Overview, Role};
