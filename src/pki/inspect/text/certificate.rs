//! `openssl x509 -noout -text`.

use super::{LONGEST, extensions, key, serial, signature};
use crate::pki::{
    Certificate,
    inspect::{
        out::Out,
        print,
        tlv::{Elements, SEQUENCE, Tlv},
    },
};

impl Certificate {
    /// As `openssl x509 -noout -text` of OpenSSL 3.0 prints it; ML-DSA as 3.5 does.
    ///
    /// Names are escaped as there. Alternative names and other texts in extensions are not: they stand
    /// as they came, be that control characters, and octets that are no UTF-8 are replaced. Of a text
    /// beyond 16 MiB the rest is left out, and `[...]` says so.
    pub fn text(&self) -> String {
        let mut out = Out::new(LONGEST);
        // Always there in what could be read as a certificate.
        print(&mut out, self).unwrap_or_default();
        out.finish()
    }
}

fn print(out: &mut Out, certificate: &Certificate) -> Option<()> {
    let mut outer = Tlv::only(certificate.der())?.within(SEQUENCE)?;
    let content = outer.must()?.within(SEQUENCE)?;
    out.push("Certificate:\n    Data:\n");
    self::content(out, content, certificate)?;
    signature::print(out, outer.must()?, Some(outer.must()?))
}

fn content(out: &mut Out, mut content: Elements<'_>, certificate: &Certificate) -> Option<()> {
    let version = content.context(0)?;
    let version = version.and_then(|version| Tlv::only(version.contents)?.contents.last().copied());
    let version = version.unwrap_or_default();
    out.show(format_args!(
        "        Version: {} (0x{version:x})\n",
        u16::from(version) + 1
    ));
    out.push("        Serial Number:");
    serial::print(out, content.must()?.contents);
    out.push("    ");
    signature::print(out, content.must()?, None)?;
    out.push("        Issuer: ");
    print::oneline(out, content.must()?)?;
    out.push("\n        Validity\n            Not Before: ");
    let mut validity = content.must()?.within(SEQUENCE)?;
    print::time(out, validity.must()?)?;
    out.push("\n            Not After : ");
    print::time(out, validity.must()?)?;
    out.push("\n        Subject: ");
    print::oneline(out, content.must()?)?;
    out.push("\n        Subject Public Key Info:\n");
    key::print(out, content.must()?, certificate.public_key().ok())?;
    for (number, label) in [(1, "Issuer Unique ID: "), (2, "Subject Unique ID: ")] {
        if let Some(id) = content.context(number)? {
            out.indented(8, label);
            out.dump(id.contents.get(1..).unwrap_or_default(), 12, 18);
        }
    }
    if let Some(all) = content.context(3)? {
        let all = Tlv::only(all.contents)?.within(SEQUENCE)?;
        extensions(out, "X509v3 extensions:", all, 8)?;
    }
    Some(())
}
