//! What OpenSSL prints of names, times and extensions, each in its own way.

mod admission;
mod constraints;
mod extension;
mod general_name;
mod name;
mod points;
mod policies;
mod resources;
mod simple;
mod stamps;
mod time;

pub(super) use constraints::{mappings, number};
pub(super) use extension::extension;
pub(super) use general_name::value as general_name;
pub(super) use name::{characters, oneline};
pub(super) use policies::policies;
pub(super) use time::time;
