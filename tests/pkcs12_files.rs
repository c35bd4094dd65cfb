//! PKCS #12 files of every make open here, those written here open everywhere, and broken ones say
//! what is wrong with them.

#[path = "pkcs12_files/broken.rs"]
mod broken;
#[path = "pkcs12_files/material.rs"]
mod material;
#[path = "pkcs12_files/opened.rs"]
mod opened;
#[path = "common/rfc9579.rs"]
mod rfc9579;
#[path = "common/support.rs"]
mod support;
#[path = "pkcs12_files/written.rs"]
mod written;
