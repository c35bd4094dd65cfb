//! ZIP archives, and the set as one.

mod wiped;

use std::{io::Write, rc::Rc};

use zeroize::Zeroizing;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::FullFileOptions};

use super::{Language, Set, readme};
use crate::{Error, pki::Time};
use wiped::{Room, Wiped};

impl Set {
    /// All files and a `README.txt` in the reader's language, without a folder around them.
    ///
    /// Private keys unpack as readable by their owner only, where the system knows such a thing.
    ///
    /// # Errors
    /// [`Error::Archive`], [`Error::Encoding`].
    pub fn zip(&self, language: Language, now: Time) -> Result<Zeroizing<Vec<u8>>, Error> {
        let mut archive = Archive::new(now);
        let readme = readme::readme(self, language)?;
        archive.add("README.txt", readme.as_bytes(), false)?;
        for file in self.files()? {
            archive.add(file.name, &file.contents, file.private)?;
        }
        archive.finish()
    }
}

/// An archive while it is being written. Its octets are wiped wherever they have been.
pub(super) struct Archive {
    zip: ZipWriter<Wiped>,
    room: Rc<Room>,
    now: Time,
}

impl Archive {
    pub(super) fn new(now: Time) -> Self {
        let octets = Wiped::default();
        let room = octets.room();
        let zip = ZipWriter::new(octets);
        Self { zip, room, now }
    }

    /// `part` of `whole` is written, and the rest will be like it: makes room for all of it at once, sooner than step by
    /// step.
    pub(super) fn expect(&mut self, part: usize, whole: usize) {
        let each = self.room.written.get().div_ceil(part.max(1));
        // The list of what is in it comes at the end.
        let all = each.saturating_add(LISTED).saturating_mul(whole);
        self.room.expected.set(all);
    }

    /// One more file; one that is private unpacks as readable by its owner only.
    pub(super) fn add(&mut self, name: &str, octets: &[u8], private: bool) -> Result<(), Error> {
        self.write(name, octets, private).map_err(refuse)
    }

    /// A folder that may stay empty.
    pub(super) fn add_folder(&mut self, name: &str) -> Result<(), Error> {
        let options = options(false, self.now).map_err(refuse)?;
        let options = options.unix_permissions(0o755);
        self.zip.add_directory(name, options).map_err(refuse)
    }

    pub(super) fn finish(self) -> Result<Zeroizing<Vec<u8>>, Error> {
        let written = self.zip.finish().map_err(refuse)?;
        Ok(written.into_octets())
    }

    fn write(&mut self, name: &str, octets: &[u8], private: bool) -> Result<(), ZipError> {
        self.zip.start_file(name, options(private, self.now)?)?;
        self.zip.write_all(octets)?;
        Ok(())
    }
}

fn refuse(error: ZipError) -> Error {
    Error::Archive {
        reason: error.to_string(),
    }
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

/// What the list at an archive's end has of a row's files, about.
const LISTED: usize = 200;
