//! The set as one ZIP archive.

use std::io::{Cursor, Write};

use zeroize::Zeroizing;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::FullFileOptions};

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
    zip.start_file("README.txt", options(false, now)?)?;
    zip.write_all(readme.as_bytes())?;
    for file in files {
        zip.start_file(file.name, options(file.private, now)?)?;
        zip.write_all(&file.contents)?;
    }
    Ok(Zeroizing::new(zip.finish()?.into_inner()))
}

fn options(private: bool, now: Time) -> Result<FullFileOptions<'static, 'static>, ZipError> {
    let mut options = FullFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(date(now))
        .unix_permissions(if private { 0o600 } else { 0o644 });
    if let Ok(seconds) = u32::try_from(now.unix()) {
        let mut modified = [MODIFIED, 0, 0, 0, 0];
        modified[1..].copy_from_slice(&seconds.to_le_bytes());
        options.add_extra_field(EXTENDED_TIMESTAMP, modified, false)?;
    }
    Ok(options)
}

/// ZIP's own field knows the years 1980 to 2107 and no time zone: it is UTC here, which old programs
/// take for local time. All others read the extended timestamp, which is exact.
fn date(now: Time) -> DateTime {
    let t = now.date_time();
    let (hour, minute, second) = (t.hour(), t.minutes(), t.seconds());
    DateTime::from_date_and_time(t.year(), t.month(), t.day(), hour, minute, second)
        .unwrap_or_default()
}

/// Info-ZIP's extra field with the seconds since 1970 (`extrafld.txt`, 0x5455).
const EXTENDED_TIMESTAMP: u16 = 0x5455;

/// Its flag that says: the time of the last change follows.
const MODIFIED: u8 = 1;

/// More octets than an entry needs besides its content.
const ROOM_A_FILE: usize = 256;
