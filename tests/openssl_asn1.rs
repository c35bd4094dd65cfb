//! OpenSSL's configuration files and its language for arbitrary values, read as `openssl` reads
//! them: byte for byte, or refused by both.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::pki::config::Config;
use support::*;

/// What `openssl asn1parse -genconf` makes of the file's `asn1 = …`.
fn by_openssl(folder: &Path, file: &[u8]) -> Option<Vec<u8>> {
    fs::write(folder.join("a.cnf"), file).unwrap();
    let _ = fs::remove_file(folder.join("a.der"));
    let outcome = openssl(folder, "asn1parse -genconf a.cnf -noout -out a.der");
    outcome.ok.then(|| fs::read(folder.join("a.der")).unwrap())
}

fn by_us(file: &[u8]) -> Option<Vec<u8>> {
    let config = Config::parse(file).ok()?;
    config.generate(config.value("default", "asn1")?).ok()
}

fn compare(folder: &Path, file: &[u8]) {
    let (ours, theirs) = (by_us(file), by_openssl(folder, file));
    assert_eq!(ours, theirs, "{}", String::from_utf8_lossy(file));
}

#[test]
fn every_type_is_written_as_openssl_writes_it() {
    let folder = tempfile::tempdir().unwrap();
    for expression in TYPES {
        let file = format!("asn1 = {expression}\n");
        assert!(by_us(file.as_bytes()).is_some(), "{expression} is refused");
        compare(folder.path(), file.as_bytes());
    }
}

#[test]
fn what_openssl_refuses_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for expression in REFUSED {
        let file = format!("asn1 = {expression}\n");
        assert_eq!(by_us(file.as_bytes()), None, "{expression}");
        compare(folder.path(), file.as_bytes());
    }
}

#[test]
fn structures_are_written_as_openssl_writes_them() {
    let folder = tempfile::tempdir().unwrap();
    let sections = "
[person]
name = UTF8:Ann
age = INT:0x2A
flags = EXP:1,SEQ:flags
nothing = SEQ
[flags]
first = BOOL:yes
second = FORMAT:BITLIST,BITSTR:0,9
[set]
a = UTF8:zz
b = UTF8:a
c = INT:300
d = INT:7
e = OCT:
";
    for expression in [
        "SEQUENCE:person",
        "SEQ:person",
        "SET:set",
        "SET",
        "IMP:3,SET:set",
        "IMP:3A,SEQ:person",
        "EXP:2,OCTWRAP,SEQ:person",
        "SETWRAP,SEQ:flags",
        "SEQ:nowhere",
    ] {
        compare(
            folder.path(),
            format!("asn1 = {expression}{sections}").as_bytes(),
        );
    }
}

/// Each value is written into a string, so the octets themselves are compared.
#[test]
fn values_are_unquoted_and_replaced_as_openssl_does() {
    let folder = tempfile::tempdir().unwrap();
    for value in VALUES {
        let file = format!(
            "x = one\nempty =\nsp = ' two '\n[s]\ny = three\nx = four\n[default]\n\
             asn1 = FORMAT:UTF8,UTF8:<{value}>\n"
        );
        compare(folder.path(), file.as_bytes());
    }
}

#[test]
fn files_are_laid_out_as_openssl_reads_them() {
    let folder = tempfile::tempdir().unwrap();
    for file in FILES {
        compare(folder.path(), file.as_bytes());
    }
    compare(folder.path(), b"asn1 = UTF8:G\xe4nse\n");
    compare(
        folder.path(),
        b"\xef\xbb\xbfasn1 = FORMAT:UTF8,UTF8:G\xc3\xa4nse\r\n",
    );
    compare(folder.path(), b"asn1 = FORMAT:UTF8,UTF8:G\xe4nse\n");
}

const TYPES: &[&str] = &[
    "BOOLEAN:TRUE",
    "BOOL:no",
    "BOOL:Y",
    "NULL",
    "NULL:",
    "INTEGER:0",
    "INT:-0",
    "INT:127",
    "INT:128",
    "INT:-128",
    "INT:-129",
    "INT:0x8000000000000000000000000000000000000001",
    "INT:-0XfF",
    "INT:123456789012345678901234567890123456789012345678901234567890",
    "INT:-340282366920938463463374607431768211456",
    "ENUMERATED:5",
    "ENUM:-1",
    "OBJECT:1.2.840.113549",
    "OID:serverAuth",
    "OID:TLS Web Server Authentication",
    "OID:commonName",
    "UTCTIME:260101000000Z",
    "UTC:2601010000Z",
    "UTC:240229235959+0130",
    "GENERALIZEDTIME:20260101000000Z",
    "GENTIME:202601010000Z",
    "GENTIME:20000229000000.125Z",
    "GENTIME:20260101000000-1159",
    "OCTETSTRING:text",
    "OCT:ä",
    "FORMAT:HEX,OCT:00ff",
    "FORM:HEX,OCT:00:FF:0a",
    "BITSTRING:text",
    "BITSTR:",
    "FORMAT:HEX,BITSTR:F0",
    "FORMAT:BITLIST,BITSTR:1,5",
    "FORMAT:BITLIST,BITSTR: 7 , 20",
    "FORMAT:BITLIST,BITSTR:300",
    "UTF8String:text",
    "UTF8:ä",
    "utf8:a, b,, c",
    "FORMAT:UTF8,UTF8:ä 中 😀",
    "FORMAT:UTF8 ,  UTF8: spaces ",
    "UTF8",
    "IA5STRING:a@b",
    "IA5:",
    "PRINTABLESTRING:A b'()+,-./:=?",
    "PRINTABLE:7",
    "NUMERICSTRING:12 34",
    "NUMERIC:0",
    "T61STRING:ä",
    "T61:x",
    "TELETEXSTRING:x",
    "FORMAT:UTF8,T61:ä",
    "BMPSTRING:text",
    "FORMAT:UTF8,BMP:中",
    "UNIVERSALSTRING:text",
    "FORMAT:UTF8,UNIV:😀",
    "VISIBLESTRING:text",
    "VISIBLE:ä",
    "GENERALSTRING:text",
    "GENSTR:ä",
    "IMPLICIT:0,UTF8:x",
    "IMP:31,UTF8:x",
    "IMP:5A,INT:1",
    "IMP:200P,INT:1",
    "IMP:16U,OCT:x",
    "IMP:C,NULL",
    "EXPLICIT:0,UTF8:x",
    "EXP:1234567A,NULL",
    "EXP:0,EXP:1P,EXP:2U,NULL",
    "EXP:1,IMP:2,UTF8:x",
    "OCTWRAP,INT:5",
    "SEQWRAP,BITWRAP,OCTWRAP,SETWRAP,UTF8:x",
    "IMP:5,SEQWRAP,INT:5",
    "IMP:5,BITWRAP,INT:5",
    "IMP:5,OCTWRAP,IMP:6,INT:5",
    "EXP:1,EXP:2,EXP:3,EXP:4,EXP:5,EXP:6,EXP:7,EXP:8,EXP:9,EXP:10,EXP:11,EXP:12,EXP:13,EXP:14,\
     EXP:15,EXP:16,EXP:17,EXP:18,EXP:19,EXP:20,NULL",
];

const REFUSED: &[&str] = &[
    "",
    "UTF9:x",
    "EXP:0",
    "FORMAT:HEX",
    "FORMAT:OCTAL,OCT:7",
    "FORMAT:HEX,UTF8:00",
    "FORMAT:HEX,INT:5",
    "FORMAT:UTF8,OCT:x",
    "FORMAT:BITLIST,OCT:1",
    "FORMAT:HEX,OCT:",
    "FORMAT:HEX,OCT:0",
    "FORMAT:HEX,OCT:0g",
    "FORMAT:HEX,OCT:00 ff",
    "FORMAT:BITLIST,BITSTR:",
    "FORMAT:BITLIST,BITSTR:1,,5",
    "FORMAT:BITLIST,BITSTR:one",
    "BOOL:True",
    "BOOL:",
    "NULL:x",
    "NULL,NULL",
    "INT:",
    "INT:five",
    "INT:0x",
    "INT:5 apples",
    "OID:notAnObject",
    "OID:1",
    "OID:3.1",
    "UTC:20260101000000Z",
    "UTC:261301000000Z",
    "UTC:260101000000",
    "UTC:260101000000Z7",
    "GENTIME:260101000000Z",
    "GENTIME:20260229000000Z",
    "GENTIME:20260101240000Z",
    "GENTIME:20260101000000.Z",
    "GENTIME:20260101000000+01",
    "IA5:ä",
    "PRINTABLE:a@b",
    "NUMERIC:1-2",
    "FORMAT:UTF8,BMP:😀",
    "FORMAT:UTF8,T61:中",
    "IMP:1,IMP:2,NULL",
    "IMP:1,EXP:2,NULL",
    "EXP:1Z,NULL",
    "SEQ:nowhere",
    "EXP:1,EXP:2,EXP:3,EXP:4,EXP:5,EXP:6,EXP:7,EXP:8,EXP:9,EXP:10,EXP:11,EXP:12,EXP:13,EXP:14,\
     EXP:15,EXP:16,EXP:17,EXP:18,EXP:19,EXP:20,EXP:21,NULL",
];

const VALUES: &[&str] = &[
    "plain",
    "a # comment",
    "a \\# none",
    "'a # none' # comment",
    "\"a # none\"",
    "`a # none`",
    "\"it's\"",
    "'say \"x\"'",
    "don't # stop",
    "a\\tb\\nc\\rd\\be\\\\f\\qg",
    "'a\\tb\\'c'",
    "\"a\"\"b\"",
    "\"a\\\"b\"",
    "$x",
    "${x}y",
    "$(x)y",
    "$xy",
    "$x.y",
    "\\$x",
    "'$x'",
    "\"${x}\"",
    "$s::x $s::y",
    "${s::y}${s::x}",
    "$(s::y)",
    "$s::sp",
    "${default::x}",
    "$sp$empty$sp",
    "${x",
    "${x)",
    "${x y}",
    "$",
    "$$",
    "$nothing",
    "$nowhere::x",
    "${nowhere::nothing}",
    "a   ",
    "a\\ ",
    "\ta\tb\t",
    "a\\\nb",
    "a\\\n  b",
    "a\\\\\nasn1 = UTF8:other",
    "a=b=c",
    "[a]",
    "é中😀",
    "\\é",
    "'unclosed",
    "unclosed\\",
];

const FILES: &[&str] = &[
    "",
    "asn1 = NULL",
    "asn1=NULL\r\n",
    "\r\n\tasn1\t=\tNULL\t\r\n",
    "# asn1 = INT:1\nasn1 = NULL # no\n",
    "# comment \\\nasn1 = INT:1\nasn1 = NULL\n",
    "asn1 = INT:1\nasn1 = INT:2\n",
    "asn1 = INT:1\n[ default ]\nasn1 = INT:2\n",
    "[other]\nasn1 = INT:1\n[default]\nx = 1\n",
    "[other]\ndefault::asn1 = INT:3\n",
    "[other]\nx = 9\n[default]\nasn1 = INT:$other::x\n",
    "[ a b  c ] rubbish\nx = 9\ndefault::asn1 = INT:1\n",
    "[a.b-c]\nx = INT:9\n[default]\nasn1 = SEQ:a.b-c\n",
    "[a\\]b]\nx = 9\n[default]\nasn1 = INT:1\n",
    "[unclosed\nasn1 = INT:1\n",
    "[]\nx = 1\n[default]\nasn1 = INT:1\n",
    "[(a)]\n[default]\nasn1 = INT:1\n",
    "asn1 = INT:1\nno equal sign\n",
    "asn1 INT:1\n",
    "= x\nasn1 = INT:1\n",
    "a:b = x\nasn1 = INT:1\n",
    "a\\=b = x\nasn1 = INT:1\n",
    "ä = x\nasn1 = INT:1\n",
    "asn1 = $x\nx = INT:1\n",
    "x = INT:1\nasn1 = $x\nx = INT:2\n",
    "a = 1\nb = $a$a\nc = $b$b\nasn1 = INT:$c\n",
    ".pragma = dollarid:on\na$b = 1\nasn1 = UTF8:$a${a$b}$\n",
    ".pragma dollarid:true\nx = 1\n.pragma dollarid:off\nasn1 = UTF8:$x\n",
    ".pragma = nonsense\nasn1 = INT:1\n",
    ".pragma dollarid:maybe\nasn1 = INT:1\n",
    ".pragma other:thing\nasn1 = INT:1\n",
    ".include = nowhere.cnf\nasn1 = INT:1\n",
    ".include nowhere.cnf\nasn1 = INT:1\n",
    "[s]\n1 = INT:1\n2 = INT:2\n1 = INT:3\n[default]\nasn1 = SEQ:s\n",
    "[s]\n1 = INT:1\n[t]\n[s]\n2 = INT:2\n[default]\nasn1 = SEQ:s\n",
    "[s]\n[default]\nasn1 = SEQ:s\n",
    "asn1 = \\\n\\\nINT:1\n",
    "asn1 = INT:1\\",
    "\\\nasn1 = INT:1\n",
];
