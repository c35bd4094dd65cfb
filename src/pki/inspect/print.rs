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

pub(super) use constraints::number;
pub(super) use extension::{extension, is_known};
pub(super) use name::oneline;
pub(super) use policies::policies;
pub(super) use time::time;
