//! The directory of an authority of OpenSSL's: `index.txt`, `serial`, `crlnumber`, `newcerts/`, in and out.
//!
//! Read are the directories of `openssl ca` (ca(1)), of whatever layout, and of Easy-RSA; what a file is is told by
//! what is in it, and an authority's own files from others by their usual names or those that its `openssl.cnf` gives.
//! There may be several authorities in one tree: each `index.txt` is one's.

mod certificates;
mod config;
mod files;
mod import;
mod index;
mod key;
mod line;
mod lists;
mod numbers;
mod one_line;
mod parents;
mod write;

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Change, Imported, Register};
use crate::{
    DirectoryFault, Error,
    pki::{Password, Time},
};

impl Register {
    /// Takes in the authorities of a directory: a ZIP archive alone, or its files with their folders before their
    /// names.
    ///
    /// A line of `index.txt` without its certificate becomes an entry without one. What cannot be read or belongs to
    /// nothing is in [`Imported::left_out`], and hinders nothing else. An authority whose key is not in the directory comes
    /// in without it.
    ///
    /// # Errors
    /// Nothing came in: [`DirectoryFault`], [`Error::PasswordNeeded`], [`Error::WrongPassword`],
    /// [`IssuingFault::Known`](crate::IssuingFault::Known) for an authority that is here already.
    pub fn import_directory(
        &self,
        files: &[(String, Zeroizing<Vec<u8>>)],
        password: Option<&Password>,
        now: Time,
    ) -> Result<(Change, Imported), Error> {
        let folders = files::folders(files)?;
        if folders.is_empty() {
            return Err(DirectoryFault::NoIndex.into());
        }
        let mut import = import::Import::new(self, now);
        for folder in &folders {
            import.take_in(folder, password)?;
        }
        import.finish()
    }

    /// An authority's directory as a ZIP archive, in which `openssl ca -config openssl.cnf` goes on: with its own
    /// `openssl.cnf` and a `README.txt`. With a password the key is encrypted; an authority without its key comes
    /// without.
    ///
    /// OpenSSL's index has no word for the reasons `privilegeWithdrawn` and `aACompromise`, and knows since when
    /// something is bad only for keys: what else there is of that is not in it.
    ///
    /// # Errors
    /// [`IssuingFault::Gone`](crate::IssuingFault::Gone), [`Error::Archive`], [`Error::Encoding`].
    pub fn directory(
        &self,
        authority: u32,
        password: Option<&Password>,
        now: Time,
        rng: &mut impl CryptoRng,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        write::write(self, authority, password, now, rng)
    }
}
