//! OpenSSL's configuration files, in and out: config(5), req(1), x509v3_config(5),
//! ASN1_generate_nconf(3).
//!
//! ```
//! use certwright::pki::config::{Config, to_config};
//!
//! let file = "
//! [req]
//! prompt             = no
//! distinguished_name = dn
//! req_extensions     = ext
//! [dn]
//! CN = www.example.com
//! [ext]
//! subjectAltName = DNS:www.example.com, DNS:example.com
//! basicContraints = CA:FALSE
//! ";
//! let filled = Config::parse(file.as_bytes())?.fill(None);
//! assert_eq!(filled.application.subject.to_string(), "CN=www.example.com");
//! assert_eq!(filled.application.extensions.len(), 1);
//! // Misspelt; the page shows it.
//! assert_eq!(filled.remarks[0].line, 10);
//!
//! let file = to_config(&filled.application, filled.algorithm, filled.digest);
//! assert!(file.contains("DNS.2 = example.com"));
//! # Ok::<(), certwright::Error>(())
//! ```

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
