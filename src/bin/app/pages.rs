//! The pages, one a route.

pub mod not_found;
pub mod quick_start;
pub mod settings;
