//! The whole set: an authority, a server and a client, with keys, requests and certificates.

mod file;
mod key_pair;

use core::fmt;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use file::File;
pub use key_pair::KeyPair;

use super::{Authority, Plan};
use crate::{
    Error,
    pki::{
        AltName, Certificate, Request, Time,
        profile::{Client, Profile, Root, Server},
    },
};

/// Whose certificate it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// The authority that signs all three.
    Authority,
    /// The server.
    Server,
    /// The client.
    Client,
}

impl Role {
    /// All three, in the order in which they are made.
    pub const ALL: [Self; 3] = [Self::Authority, Self::Server, Self::Client];
}

/// Three keys, three requests and three certificates that belong together.
pub struct Set {
    /// In the order of [`Role::ALL`].
    members: [Member; 3],
    server_name: AltName,
}

struct Member {
    key_pem: Zeroizing<String>,
    request: Request,
    certificate: Certificate,
}

impl Set {
    /// Makes the set that the plan describes; `keys` are in the order of [`Role::ALL`].
    ///
    /// # Errors
    /// Those of [`Plan::check`], [`Error::KeyFormat`] for a key of another kind than planned,
    /// [`Error::Encoding`], [`Error::Signing`].
    pub fn create(
        plan: &Plan,
        keys: [KeyPair; 3],
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        plan.check(now)?;
        check_keys(plan, &keys)?;
        let [root, server, client] = keys;
        let (names, email) = (plan.server_names.clone(), plan.client_email.clone());
        let server_profile = Server::new(plan.server_subject()?, names)?;
        let client_profile = Client::new(plan.client_subject(), email);
        let (authority, root) = create_root(plan, root, now, rng)?;
        let server = issue(plan, &authority, &server_profile, server, now, rng)?;
        let client = issue(plan, &authority, &client_profile, client, now, rng)?;
        let server_name = plan
            .server_names
            .first()
            .ok_or(Error::NoServerName)?
            .clone();
        let set = Self {
            members: [root, server, client],
            server_name,
        };
        set.check()?;
        Ok(set)
    }

    /// The certificate of one of the three.
    pub fn certificate(&self, role: Role) -> &Certificate {
        &self.member(role).certificate
    }

    /// The signing request of one of the three.
    pub fn request(&self, role: Role) -> &Request {
        &self.member(role).request
    }

    /// The files, in the order in which they are shown; without the archive's `README.txt`.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn files(&self) -> Result<Vec<File>, Error> {
        file::all(self)
    }

    /// The file of this name.
    ///
    /// # Errors
    /// [`Error::Encoding`].
    pub fn file(&self, name: &str) -> Result<Option<File>, Error> {
        Ok(self.files()?.into_iter().find(|file| file.name == name))
    }

    pub(super) fn server_name(&self) -> &AltName {
        &self.server_name
    }

    fn key_pem(&self, role: Role) -> &str {
        &self.member(role).key_pem
    }

    fn member(&self, role: Role) -> &Member {
        let [root, server, client] = &self.members;
        match role {
            Role::Authority => root,
            Role::Server => server,
            Role::Client => client,
        }
    }

    /// Judges the result once more, from the octets that leave: each certificate is the
    /// authority's, and for the key of its request.
    fn check(&self) -> Result<(), Error> {
        let root = Certificate::from_der(self.certificate(Role::Authority).der())?;
        for Member {
            request,
            certificate,
            ..
        } in &self.members
        {
            let certificate = Certificate::from_der(certificate.der())?;
            certificate.verify(root.public_key()?)?;
            request.verify()?;
            if certificate.public_key()? != request.public_key()?
                || certificate.issuer() != root.subject()
            {
                return Err(Error::CertificateSignature);
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            members,
            server_name: _,
        } = self;
        let mut list = f.debug_list();
        for Member {
            key_pem: _,
            request: _,
            certificate,
        } in members
        {
            list.entry(&format_args!("{certificate:?} with [elided] key"));
        }
        list.finish()
    }
}

/// Two certificates for one key would let one holder pass for another.
fn check_keys(plan: &Plan, keys: &[KeyPair; 3]) -> Result<(), Error> {
    let [root, server, client] = keys.each_ref().map(|pair| pair.key.public_key());
    if root == server || root == client || server == client {
        return Err(Error::key_format("the same key twice"));
    }
    match keys
        .iter()
        .find(|pair| pair.key.algorithm() != plan.algorithm)
    {
        Some(pair) => Err(Error::key_format(&format!(
            "a {} key",
            pair.key.algorithm()
        ))),
        None => Ok(()),
    }
}

fn create_root(
    plan: &Plan,
    pair: KeyPair,
    now: Time,
    rng: &mut impl CryptoRng,
) -> Result<(Authority, Member), Error> {
    let KeyPair { key, pem: key_pem } = pair;
    let subject = plan.authority_subject();
    let request = Request::sign(&Root::new(subject.clone()), &key, rng)?;
    let authority = Authority::create(subject, key, plan.authority_validity(now)?, rng)?;
    let certificate = authority.certificate().clone();
    Ok((
        authority,
        Member {
            key_pem,
            request,
            certificate,
        },
    ))
}

fn issue(
    plan: &Plan,
    authority: &Authority,
    profile: &impl Profile,
    pair: KeyPair,
    now: Time,
    rng: &mut impl CryptoRng,
) -> Result<Member, Error> {
    let KeyPair { key, pem: key_pem } = pair;
    let request = Request::sign(profile, &key, rng)?;
    let validity = plan.certificate_validity(now)?;
    let certificate = authority.issue(&request, profile, validity, rng)?;
    Ok(Member {
        key_pem,
        request,
        certificate,
    })
}
