//! The set as files, named as the usual tutorials name them.

use core::fmt;

use zeroize::Zeroizing;

use super::{Role, Set};
use crate::Error;

/// One file of the set.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder.
    pub name: &'static str,
    /// Its media type, for a download.
    pub media_type: &'static str,
    /// Whose it is: `ca.srl` is the authority's, `fullchain.pem` the server's.
    pub role: Role,
    /// Whether it holds a private key.
    pub private: bool,
    /// What it holds.
    pub contents: Zeroizing<Vec<u8>>,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            media_type: _,
            role: _,
            private: _,
            contents: _,
        } = self;
        write!(f, "File({name}, [elided])")
    }
}

pub(super) fn all(set: &Set) -> Result<Vec<File>, Error> {
    let certificate = |role| set.certificate(role).pem();
    let request = |role| set.request(role).pem();
    let (authority, server) = (certificate(Role::Authority)?, certificate(Role::Server)?);
    // A server sends its own certificate first (RFC 8446, section 4.4.2).
    let chain = format!("{server}{authority}");
    Ok(vec![
        public("cacert.pem", PEM, Role::Authority, authority),
        key("cakey.pem", set, Role::Authority),
        public(
            "ca.csr",
            REQUEST,
            Role::Authority,
            request(Role::Authority)?,
        ),
        public("ca.srl", TEXT, Role::Authority, last_serial(set)),
        public("servercert.pem", PEM, Role::Server, server),
        public("server.csr", REQUEST, Role::Server, request(Role::Server)?),
        key("key.pem", set, Role::Server),
        public(
            "clientcert.pem",
            PEM,
            Role::Client,
            certificate(Role::Client)?,
        ),
        key("clientkey.pem", set, Role::Client),
        public("client.csr", REQUEST, Role::Client, request(Role::Client)?),
        public("fullchain.pem", PEM, Role::Server, chain),
    ])
}

fn public(name: &'static str, media_type: &'static str, role: Role, text: String) -> File {
    let contents = Zeroizing::new(text.into_bytes());
    File {
        name,
        media_type,
        role,
        private: false,
        contents,
    }
}

fn key(name: &'static str, set: &Set, role: Role) -> File {
    let contents = Zeroizing::new(set.key_pem(role).as_bytes().to_vec());
    File {
        name,
        media_type: PEM,
        role,
        private: true,
        contents,
    }
}

/// `openssl x509 -CAserial` adds one to what it finds, so the file holds the last number used.
fn last_serial(set: &Set) -> String {
    format!("{}\n", set.certificate(Role::Client).serial())
}

const PEM: &str = "application/x-pem-file";
const REQUEST: &str = "application/pkcs10";
const TEXT: &str = "text/plain";
