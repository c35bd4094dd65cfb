//! The pages, one a route.

pub mod acme;
pub mod authorities;
pub mod inspect;
pub mod keys;
pub mod not_found;
pub mod quick_start;
pub mod random;
pub mod requests;
pub mod rules;
pub mod settings;
pub mod verify;
