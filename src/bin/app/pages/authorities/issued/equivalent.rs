//! The same at a shell, in the directory of the authority that signs.

use certwright::engine::office::{CaFacts, EntryFacts, Order, Subject};
use certwright::pki::command::authority as command;
use certwright::pki::{Serial, Validity};

/// What is known about what was issued.
pub struct Known<'a> {
    /// What it was made from.
    pub order: &'a Order,
    /// Its entry; a root has none.
    pub entry: Option<&'a EntryFacts>,
    /// The authority whose certificate it is.
    pub authority: Option<&'a CaFacts>,
    /// The authority that signed it; a root signs itself.
    pub issuer: Option<&'a CaFacts>,
    /// The serial number of the certificate in whose place it came.
    pub former: Option<&'a Serial>,
}

/// The commands; `None` for a key of the user's own, of which OpenSSL would need a request first, and as long as it
/// is not known what was renewed.
pub fn equivalent(known: &Known<'_>) -> Option<String> {
    let issuance = &known.order.issuance;
    let (application, days) = (&issuance.application, days(issuance.validity));
    let name = name(known);
    let signature = issuance.signature;
    let signature = signature.or(known.issuer.map(|issuer| issuer.signature));
    if issuance.issuer.is_none() {
        return root(known, days);
    }
    let is_authority = known.authority.is_some();
    match known.order.subject {
        Subject::New(algorithm) => {
            // An authority's key is worth a password; a server has to start without anybody typing one.
            let request = command::request(application, algorithm, &name, is_authority);
            let issue = command::issue(application, &format!("{name}.csr"), signature, days, &name);
            Some(format!("{request}\n{issue}"))
        }
        Subject::Request(_) => {
            let request = format!("{name}.csr");
            Some(command::issue(
                application,
                &request,
                signature,
                days,
                &name,
            ))
        }
        Subject::Entry(_) => {
            let certificate = command::kept(known.former?);
            Some(command::renew(
                &certificate,
                application,
                signature,
                days,
                &name,
            ))
        }
        // Its certificate does not have to be this authority's.
        Subject::Authority(_) => {
            let again = format!("{name}-2");
            let certificate = format!("{name}.pem");
            Some(command::renew(
                &certificate,
                application,
                signature,
                days,
                &again,
            ))
        }
        Subject::Key(_) => None,
    }
}

/// A root's directory, its key and its certificate; or the certificate alone.
fn root(known: &Known<'_>, days: u32) -> Option<String> {
    let issuance = &known.order.issuance;
    let authority = known.authority?;
    let signature = issuance.signature.unwrap_or(authority.signature);
    let algorithm = match known.order.subject {
        Subject::New(algorithm) => algorithm,
        Subject::Authority(_) => {
            return Some(command::renew_root(signature, days, "cacert-2.pem"));
        }
        _ => return None,
    };
    let digest = authority.signature.digest();
    let set_up = command::set_up(authority.days, authority.list.days, digest);
    let root = command::root(&issuance.application, algorithm, signature, days, true);
    Some(format!("{set_up}\n{root}"))
}

/// What the files are called: as it is, of letters that every system takes.
fn name(known: &Known<'_>) -> String {
    let label = known.authority.map(|it| it.label.as_str());
    let name = label.or(known.entry.map(|it| it.row.name.as_str()));
    let name = name.unwrap_or_default().replace('*', "wildcard");
    let plain: String = name.chars().take(LONGEST).map(plain).collect();
    let plain = plain.trim_matches(['-', '.']);
    match plain.to_lowercase().as_str() {
        // The directory has files of its own.
        "" | "cacert" | "crl" | "openssl" => {
            format!("{plain}-certificate").trim_matches('-').to_owned()
        }
        _ => plain.to_owned(),
    }
}

fn plain(c: char) -> char {
    match c.is_alphanumeric() || "-_.".contains(c) {
        true => c,
        false => '-',
    }
}

fn days(validity: Validity) -> u32 {
    u32::try_from(validity.day_count()).unwrap_or(u32::MAX)
}

const LONGEST: usize = 64;
