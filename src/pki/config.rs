//! OpenSSL's configuration files (config(5), req(1), x509v3_config(5)), in and out.

mod asn1;
mod extension;
mod file;
mod line;
mod list;
mod name;
mod objects;
mod reason;
mod request;
mod source;
mod tlv;
mod value;
mod write;

pub use file::Config;
pub use reason::Reason;
pub use request::{Filled, Remark};
pub use write::to_config;
