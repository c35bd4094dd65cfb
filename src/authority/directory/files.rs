//! The files of a directory, out of a ZIP archive or as they are, each with the authority that it belongs to.
//!
//! Names are only compared, and nothing is written anywhere: a name that climbs out of its folder leads nowhere.

use std::io::{Cursor, Read};

use zeroize::Zeroizing;
use zip::{ZipArchive, result::ZipError};

use crate::{DirectoryFault, Error};

pub(super) struct File {
    /// Its folders and its name, with `/` between them, from the folder of `index.txt` on.
    pub(super) name: String,
    pub(super) octets: Zeroizing<Vec<u8>>,
}

impl File {
    /// Its name without folders, in small letters.
    pub(super) fn base(&self) -> String {
        let base = self.name.rsplit('/').next().unwrap_or_default();
        base.to_ascii_lowercase()
    }

    pub(super) fn is_in(&self, folder: &str) -> bool {
        let mut folders = self.name.split('/').rev().skip(1);
        folders.any(|it| it.eq_ignore_ascii_case(folder))
    }

    pub(super) fn has(&self, words: &str) -> bool {
        let words = words.as_bytes();
        self.octets.windows(words.len()).any(|it| it == words)
    }
}

/// What is in and below the folder of an `index.txt`, but for what is another authority's.
pub(super) struct Folder {
    /// With a `/` at its end, or empty.
    pub(super) path: String,
    pub(super) files: Vec<File>,
}

impl Folder {
    /// A file that is directly in it.
    pub(super) fn file(&self, name: &str) -> Option<&File> {
        self.files
            .iter()
            .find(|it| it.name.eq_ignore_ascii_case(name))
    }
}

/// One for each `index.txt`, the shortest path first.
pub(super) fn folders(given: &[(String, Zeroizing<Vec<u8>>)]) -> Result<Vec<Folder>, Error> {
    let files = match given {
        [(_, octets)] if octets.starts_with(ZIP) || octets.starts_with(EMPTY_ZIP) => {
            unpacked(octets)?
        }
        [(name, _)] if name.to_ascii_lowercase().ends_with(".zip") => {
            let reason = "no local header at its start".into();
            return Err(DirectoryFault::NotZip { reason }.into());
        }
        _ => loose(given)?,
    };
    let mut paths: Vec<String> = files
        .iter()
        .filter_map(|it| folder_of_index(&it.name))
        .collect();
    paths.sort_by_key(|path| (path.len(), path.clone()));
    paths.dedup();
    if paths.len() > MOST_AUTHORITIES {
        return Err(DirectoryFault::TooLarge.into());
    }
    let mut folders: Vec<Folder> = Vec::new();
    folders.extend(paths.into_iter().map(|path| Folder {
        path,
        files: Vec::new(),
    }));
    for File { name, octets } in files {
        // The longest path is its own.
        let owner = folders
            .iter_mut()
            .rev()
            .find(|it| name.starts_with(&it.path));
        if let Some(folder) = owner {
            let name = name.get(folder.path.len()..).unwrap_or_default().to_owned();
            folder.files.push(File { name, octets });
        }
    }
    Ok(folders)
}

fn folder_of_index(name: &str) -> Option<String> {
    let start = name.len().checked_sub(INDEX.len())?;
    let (path, base) = name.split_at_checked(start)?;
    let is_one = base.eq_ignore_ascii_case(INDEX) && (path.is_empty() || path.ends_with('/'));
    is_one.then(|| path.to_owned())
}

fn loose(given: &[(String, Zeroizing<Vec<u8>>)]) -> Result<Vec<File>, Error> {
    let mut files = Vec::new();
    let mut room = MOST_OCTETS;
    if given.len() > MOST_FILES {
        return Err(DirectoryFault::TooLarge.into());
    }
    for (name, octets) in given {
        if let Some(name) = plain(name)
            && octets.len() as u64 <= LARGEST
        {
            let left = room.checked_sub(octets.len() as u64);
            room = left.ok_or(DirectoryFault::TooLarge)?;
            files.push(File {
                name,
                octets: octets.clone(),
            });
        }
    }
    Ok(files)
}

fn unpacked(octets: &[u8]) -> Result<Vec<File>, Error> {
    // Before anything is made of them: each entry takes many times the memory that it takes in the file.
    let entries = octets.windows(ENTRY.len()).filter(|it| *it == ENTRY);
    if octets.len() as u64 > MOST_OCTETS || entries.take(MOST_FILES + 1).count() > MOST_FILES {
        return Err(DirectoryFault::TooLarge.into());
    }
    let mut archive = ZipArchive::new(Cursor::new(octets)).map_err(refuse)?;
    if archive.len() > MOST_FILES {
        return Err(DirectoryFault::TooLarge.into());
    }
    let (mut files, mut room) = (Vec::new(), MOST_OCTETS);
    for index in 0..archive.len() {
        let raw = archive.by_index_raw(index).map_err(refuse)?;
        if raw.encrypted() {
            return Err(DirectoryFault::EncryptedZip.into());
        }
        let name = raw.name().ok().and_then(|name| plain(&name));
        let (is_folder, size) = (raw.is_dir(), raw.size());
        drop(raw);
        let Some(name) = name.filter(|_| !is_folder) else {
            continue;
        };
        // What the archive says of sizes need not be so.
        let file = archive.by_index(index).map_err(refuse)?;
        let limit = LARGEST.min(room);
        let first = usize::try_from(size.min(limit).min(FIRST_ROOM)).unwrap_or_default();
        let mut octets = Zeroizing::new(Vec::with_capacity(first));
        let read = file.take(limit + 1).read_to_end(&mut octets);
        read.map_err(|error| refuse(ZipError::Io(error)))?;
        if octets.len() as u64 > limit {
            return Err(DirectoryFault::TooLarge.into());
        }
        room -= octets.len() as u64;
        files.push(File { name, octets });
    }
    Ok(files)
}

/// The name with `/` between its folders; `None` for what no authority wrote.
fn plain(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let parts: Vec<&str> = name
        .split('/')
        .filter(|it| !matches!(*it, "" | "."))
        .collect();
    let is_foreign = |part: &&str| *part == "__MACOSX" || *part == ".." || part.starts_with("._");
    let is_ours = !parts.is_empty() && !parts.iter().any(is_foreign) && name.len() <= LONGEST_NAME;
    // Requests are not taken in, and there may be thousands.
    let is_request = parts
        .iter()
        .rev()
        .skip(1)
        .any(|it| *it == "reqs" || *it == "csr");
    (is_ours && !is_request).then(|| parts.join("/"))
}

fn refuse(error: ZipError) -> Error {
    let reason = error.to_string();
    DirectoryFault::NotZip { reason }.into()
}

const INDEX: &str = "index.txt";
const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
/// A file's entry in the list at the end.
const ENTRY: &[u8] = b"PK\x01\x02";
const MOST_FILES: usize = 100_000;
const MOST_AUTHORITIES: usize = 100;
/// Of all files: ten thousand certificates as OpenSSL writes them, twice, have some 120 MB.
const MOST_OCTETS: u64 = 256 << 20;
/// Of one file: an index of a hundred thousand lines has a tenth.
const LARGEST: u64 = 64 << 20;
const FIRST_ROOM: u64 = 64 << 10;
const LONGEST_NAME: usize = 1_024;
