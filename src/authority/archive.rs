//! The set as one ZIP archive.

use std::io::{Cursor, Write};

use zeroize::Zeroizing;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{File, Language, Set, readme};
use crate::{Error, pki::Time};

impl Set {
    /// All files and a `README.txt` in the reader's language, without a folder around them.
    ///
    /// Private keys unpack as readable by their owner only, where the system knows such a thing.
    ///
    /// # Errors
    /// [`Error::Archive`], [`Error::Encoding`].
    pub fn zip(&self, language: Language, now: Time) -> Result<Zeroizing<Vec<u8>>, Error> {
        let readme = readme::readme(self, language)?;
        let files = self.files()?;
        let written = write(&readme, &files, now);
        written.map_err(|error| Error::Archive {
            reason: error.to_string(),
        })
    }
}

fn write(readme: &str, files: &[File], now: Time) -> Result<Zeroizing<Vec<u8>>, ZipError> {
    // Room for all at once: a buffer that grew would leave copies of the keys behind.
    let content: usize = files
        .iter()
        .map(|file| file.contents.len() + ROOM_A_FILE)
        .sum();
    let room = readme.len() + ROOM_A_FILE + content;
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(room)));
    zip.start_file("README.txt", options(false, now))?;
    zip.write_all(readme.as_bytes())?;
    for file in files {
        zip.start_file(file.name, options(file.private, now))?;
        zip.write_all(&file.contents)?;
    }
    Ok(Zeroizing::new(zip.finish()?.into_inner()))
}

fn options(private: bool, now: Time) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(date(now))
        .unix_permissions(if private { 0o600 } else { 0o644 })
}

/// ZIP knows the years 1980 to 2107, and no time zone; here it is UTC.
fn date(now: Time) -> DateTime {
    let t = now.date_time();
    DateTime::from_date_and_time(
        t.year(),
        t.month(),
        t.day(),
        t.hour(),
        t.minutes(),
        t.seconds(),
    )
    .unwrap_or_default()
}

/// More octets than an entry needs besides its content.
const ROOM_A_FILE: usize = 256;
