//! What `ssh-keygen` does for keys.

use super::{Line, Source, key::printed};
use crate::pki::{Algorithm, Cipher, Encoding, Encryption, Format, PrivateForm};

pub(super) fn openssh_line(source: Source<'_>, algorithm: Algorithm, file: &str) -> Option<String> {
    let line = match source.format {
        Format::OpenSshPublic => return None,
        Format::OpenSshPrivate => Line::new("ssh-keygen -y").file("-f", source.file),
        _ if !is_pem_for_openssh(algorithm) => return None,
        _ => {
            let print = printed(source, algorithm)?.done();
            Line::new(&format!("{print} | ssh-keygen -i -m PKCS8 -f /dev/stdin"))
        }
    };
    Some(line.file(">", file).done())
}

/// `ssh-keygen` rewrites a file in its place, and takes none that others may read. OpenSSL makes
/// such files.
pub(super) fn to_openssh(
    source: Source<'_>,
    algorithm: Algorithm,
    encryption: Option<Encryption>,
    file: &str,
) -> Option<String> {
    if !is_pem_for_openssh(algorithm) {
        return None;
    }
    let copy = Line::new("openssl pkey").key("-in", source);
    let copy = copy.file("-out", file).done();
    let change = rewritten("ssh-keygen -p", encryption, file);
    Some(format!("{copy} && {change}"))
}

/// OpenSSL does not read OpenSSH's own form; `ssh-keygen` rewrites a copy. How it encrypts it does
/// not let one choose.
pub(super) fn from_openssh(
    source: Source<'_>,
    algorithm: Algorithm,
    form: PrivateForm,
    encoding: Encoding,
    encryption: Option<Encryption>,
    file: &str,
) -> Option<String> {
    let command = match (form, encryption) {
        (PrivateForm::OpenSsh, _) => "ssh-keygen -p",
        _ if !is_pem_for_openssh(algorithm) || encoding == Encoding::Der => return None,
        (PrivateForm::Pkcs8, None) => "ssh-keygen -p -m PKCS8",
        (PrivateForm::Traditional, None | Some(Encryption::Traditional(Cipher::Aes128Cbc))) => {
            "ssh-keygen -p -m PEM"
        }
        _ => return None,
    };
    let copy = Line::new("cp").file("", source.file).file("", file).done();
    let only_mine = Line::new("chmod 600").file("", file).done();
    let change = rewritten(command, encryption, file);
    Some(format!("{copy} && {only_mine} && {change}"))
}

fn rewritten(command: &str, encryption: Option<Encryption>, file: &str) -> String {
    let line = Line::new(command);
    let line = match encryption {
        None => line.value("-N", ""),
        Some(_) => line,
    };
    line.file("-f", file).done()
}

/// OpenSSH reads and writes Ed25519 keys only in its own form.
pub(super) fn is_pem_for_openssh(algorithm: Algorithm) -> bool {
    algorithm.is_rsa() || algorithm.is_ecdsa()
}
