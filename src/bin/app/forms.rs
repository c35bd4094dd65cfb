//! What the forms of several pages have in common.

pub mod application;
mod half_width;
mod problem;

pub use half_width::half_width;
pub use problem::{LONGEST_PASSWORD, Problem};
