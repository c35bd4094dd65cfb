//! Looking into files: OpenSSL's text of them, and their extensions decoded for people.

mod integer;
mod objects;
mod out;
mod people;
mod print;
mod text;
mod tlv;

pub use people::ExtensionView;
