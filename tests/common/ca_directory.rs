//! Directories as files and as ZIP archives.

#![allow(dead_code, reason = "every story uses a part of it")]

use std::{fs, path::Path, process::Command};

use tempfile::TempDir;
use zeroize::Zeroizing;

pub type Files = Vec<(String, Zeroizing<Vec<u8>>)>;

/// All files below a folder, their folders before their names.
pub fn files_of(folder: &Path) -> Files {
    let mut files = Files::new();
    collect(folder, "", &mut files);
    files.sort_by(|one, other| one.0.cmp(&other.0));
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        match entry.path().is_dir() {
            true => collect(&entry.path(), &format!("{name}/"), files),
            false => files.push((name, Zeroizing::new(fs::read(entry.path()).unwrap()))),
        }
    }
}

/// The folder as one ZIP archive, by another's program.
pub fn zip_of(folder: &Path) -> Files {
    let made = tempfile::tempdir().unwrap();
    python(
        &["shutil.make_archive(sys.argv[1], 'zip', sys.argv[2])"],
        &made.path().join("ca"),
        folder,
    );
    let zip = fs::read(made.path().join("ca.zip")).unwrap();
    vec![("ca.zip".into(), Zeroizing::new(zip))]
}

/// A ZIP archive's files, unpacked by another's program.
pub fn unpack(zip: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("..").join(format!(
        "{}.zip",
        folder.path().file_name().unwrap().to_str().unwrap()
    ));
    fs::write(&file, zip).unwrap();
    python(
        &["shutil.unpack_archive(sys.argv[1], sys.argv[2])"],
        &file,
        folder.path(),
    );
    fs::remove_file(file).unwrap();
    folder
}

fn python(lines: &[&str], one: &Path, other: &Path) {
    let script = format!("import shutil, sys\n{}", lines.join("\n"));
    let run = Command::new("python3")
        .args(["-c", &script])
        .args([one, other])
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}
