//! `openssl crl -noout -text`.

use super::{LONGEST, extensions, signature};
use crate::pki::{
    RevocationList,
    inspect::{
        out::Out,
        print,
        tlv::{Elements, GENERALIZED_TIME, INTEGER, Integer, SEQUENCE, Tlv, UTC_TIME},
    },
};

impl RevocationList {
    /// As `openssl crl -noout -text` of OpenSSL 3.0 prints it, with the limits of
    /// [`Certificate::text`](crate::pki::Certificate::text).
    pub fn text(&self) -> String {
        let mut out = Out::new(LONGEST);
        print(&mut out, self).unwrap_or_default();
        out.finish()
    }
}

fn print(out: &mut Out, list: &RevocationList) -> Option<()> {
    let mut outer = Tlv::only(list.der())?.within(SEQUENCE)?;
    let mut content = outer.must()?.within(SEQUENCE)?;
    let algorithm = outer.must()?;
    out.push("Certificate Revocation List (CRL):\n");
    let version = content.take_if(|part| part.tag == INTEGER)?;
    let version = version.and_then(|version| version.contents.last().copied());
    let version = version.unwrap_or_default();
    out.show(format_args!(
        "        Version {} (0x{version:x})\n",
        u16::from(version) + 1
    ));
    content.must()?;
    out.push("    ");
    signature::print(out, algorithm, None)?;
    out.push("        Issuer: ");
    print::oneline(out, content.must()?)?;
    out.push("\n        Last Update: ");
    print::time(out, content.must()?)?;
    out.push("\n        Next Update: ");
    match content.take_if(|part| matches!(part.tag, UTC_TIME | GENERALIZED_TIME))? {
        Some(time) => print::time(out, time)?,
        None => out.push("NONE"),
    }
    out.push("\n");
    let revoked = content.take_if(|part| part.tag == SEQUENCE)?;
    if let Some(all) = content.context(0)? {
        let all = Tlv::only(all.contents)?.within(SEQUENCE)?;
        extensions(out, "CRL extensions:", all, 8)?;
    }
    match revoked.filter(|revoked| !revoked.contents.is_empty()) {
        Some(revoked) => entries(out, Elements(revoked.contents))?,
        None => out.push("No Revoked Certificates.\n"),
    }
    signature::print(out, algorithm, Some(outer.must()?))
}

fn entries(out: &mut Out, revoked: Elements<'_>) -> Option<()> {
    out.push("Revoked Certificates:\n");
    for entry in revoked {
        // The rest would not be seen.
        if out.is_cut {
            break;
        }
        let mut parts = entry?.within(SEQUENCE)?;
        let serial = parts.must()?.expect(INTEGER)?;
        let is_negative = serial.first().is_some_and(|first| first & 0x80 != 0);
        out.push("    Serial Number: ");
        print::number(out, &Integer::forgiving(serial, is_negative));
        out.push("\n        Revocation Date: ");
        print::time(out, parts.must()?)?;
        out.push("\n");
        if let Some(all) = parts.take_if(|part| part.tag == SEQUENCE)? {
            extensions(out, "CRL entry extensions:", Elements(all.contents), 8)?;
        }
    }
    Some(())
}
