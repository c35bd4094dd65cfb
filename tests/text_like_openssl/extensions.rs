//! Extensions: all those that OpenSSL has a configuration for, and broken ones of all kinds.

use std::fs;

use der::Decode;

use super::{Kind, der_of, difference, handmade::*, judge, support::*};

#[test]
fn everything_that_openssl_writes() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("c.cnf"), CONFIG).unwrap();
    let command =
        "req -x509 -newkey rsa:1024 -nodes -keyout k.pem -config c.cnf -extensions v3 -out c.pem";
    openssl(folder, command).expect(command);
    let der = der_of(folder, "x509", "c.pem");
    let text = certwright::pki::Certificate::from_der(&der).unwrap().text();
    for part in [
        "SRVName",
        "2001:db8::/32",
        "5-10",
        "Policy Text: ",
        "status_request_v2",
        "CPS: ",
    ] {
        assert!(text.contains(part), "{part}");
    }
    judge(folder, Kind::Certificate, &der, "everything");
}

/// Each value under each identifier: OpenSSL takes some for what they are not, and so do we.
#[test]
fn every_value_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = vec![];
    for octets in VALUES {
        let value = unhex(octets);
        let parts = Parts {
            extensions: KINDS.map(|kind| extension(kind, &value)).to_vec(),
            ..Parts::default()
        };
        if let Some(found) = difference(folder.path(), Kind::Certificate, &parts.der()) {
            wrong.push(format!("{octets:?}: {found}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of them\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Good values cut short, changed by one octet, and followed by more.
#[test]
fn broken_values() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("c.cnf"), CONFIG).unwrap();
    let command =
        "req -x509 -newkey rsa:1024 -nodes -keyout k.pem -config c.cnf -extensions v3 -out c.pem";
    openssl(folder.path(), command).expect(command);
    let der = der_of(folder.path(), "x509", "c.pem");
    let certificate = x509_cert::Certificate::from_der(&der).unwrap();
    let all = certificate.tbs_certificate().extensions().unwrap().clone();
    let mut wrong = vec![];
    for break_it in BREAKS {
        let broken = all.iter().map(|one| {
            let value = break_it(one.extn_value.as_bytes().to_vec());
            extension(&one.extn_id.to_string(), &value)
        });
        let parts = Parts {
            extensions: broken.collect(),
            ..Parts::default()
        };
        wrong.extend(difference(folder.path(), Kind::Certificate, &parts.der()));
    }
    assert!(
        wrong.is_empty(),
        "{} of them\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

const BREAKS: [fn(Vec<u8>) -> Vec<u8>; 7] = [
    |value| value[..value.len() - 1].to_vec(),
    |value| [value, vec![0]].concat(),
    |mut value| {
        value[0] ^= 1;
        value
    },
    |mut value| {
        let last = value.len() - 1;
        value[last] ^= 0x80;
        value
    },
    |mut value| {
        let middle = value.len() / 2;
        value[middle] ^= 0x04;
        value
    },
    |mut value| {
        let middle = value.len() / 3;
        value[middle] = 0;
        value
    },
    // BER: an indefinite length.
    |value| match value.as_slice() {
        [0x30, 0..0x80, rest @ ..] => [&[0x30, 0x80], rest, &[0, 0]].concat(),
        _ => value,
    },
];

const KINDS: [&str; 47] = [
    "2.5.29.9",
    "2.5.29.14",
    "2.5.29.15",
    "2.5.29.16",
    "2.5.29.17",
    "2.5.29.18",
    "2.5.29.19",
    "2.5.29.20",
    "2.5.29.21",
    "2.5.29.23",
    "2.5.29.24",
    "2.5.29.27",
    "2.5.29.28",
    "2.5.29.29",
    "2.5.29.30",
    "2.5.29.31",
    "2.5.29.32",
    "2.5.29.33",
    "2.5.29.35",
    "2.5.29.36",
    "2.5.29.37",
    "2.5.29.46",
    "2.5.29.54",
    "1.3.6.1.5.5.7.1.1",
    "1.3.6.1.5.5.7.1.3",
    "1.3.6.1.5.5.7.1.7",
    "1.3.6.1.5.5.7.1.8",
    "1.3.6.1.5.5.7.1.11",
    "1.3.6.1.5.5.7.1.14",
    "1.3.6.1.5.5.7.1.24",
    "1.3.6.1.5.5.7.48.1.5",
    "1.3.6.1.5.5.7.48.1.6",
    "1.3.6.1.4.1.11129.2.4.2",
    "1.3.6.1.4.1.11129.2.4.3",
    "1.3.6.1.4.1.311.20.2",
    "1.3.6.1.4.1.311.21.1",
    "1.2.643.100.111",
    "1.2.643.100.112",
    "1.3.36.8.3.3",
    "2.16.840.1.113730.1.1",
    "2.16.840.1.113730.1.2",
    "2.16.840.1.113730.1.3",
    "2.16.840.1.113730.1.4",
    "2.16.840.1.113730.1.7",
    "2.16.840.1.113730.1.8",
    "2.16.840.1.113730.1.12",
    "2.16.840.1.113730.1.13",
];

/// In hexadecimal.
const VALUES: [&str; 72] = [
    "",
    "00",
    "0500",
    "050100",
    "3000",
    "300030",
    "30020500",
    "30023000",
    "3004300a0000",
    "0400",
    "040100",
    "0403010203",
    "0101ff",
    "010100",
    "010101",
    "01020000",
    "30030101ff",
    "3003010100",
    "30060101ff020105",
    "3006010100020180",
    "3003020105",
    "300302 0180",
    "0200",
    "020100",
    "0201ff",
    "02020001",
    "020200ff",
    "0210 80000000000000000000000000000000",
    "0211 0080000000000000000000000000000000",
    "0210 7fffffffffffffffffffffffffffffff",
    "0a0101",
    "0a0107",
    "0a01ff",
    "0a0a01020304050607080900",
    "0300",
    "030100",
    "030108",
    "030200ff",
    "0303 07ff80",
    "0304 00ffffff",
    "0600",
    "06022a03",
    "06028003",
    "0602 2a83",
    "0603 550403",
    "3004 06022a03",
    "3008 06022a0306022a04",
    "300a 3008 06022a0306022a04",
    "3006 3004 06022a03",
    "160568656c6c6f",
    "16056865006c6f",
    "0c0568c3a46c6f",
    "1600",
    "1805 3230323030",
    "180f 32303230303130313030303030305a",
    "180f 32303230303130313030303036305a",
    "170d 3230303130313030303030305a",
    "3011 800f 32303230303130313030303030305a",
    "3080 0000",
    "3004 82026162",
    "04380036003400ddeb1d2b7a0d4fa6208b81ad8168707e2e8e9d01d55c888d3d11c4cdb6ecbecc0000013ddb27df930000050300050001020304",
    "04330031002f00ddeb1d2b7a0d4fa6208b81ad8168707e2e8e9d01d55c888d3d11c4cdb6ecbecc0000013ddb27df93000004030000",
    "04340032003000ddeb1d2b7a0d4fa6208b81ad8168707e2e8e9d01d55c888d3d11c4cdb6ecbecc0000013ddb27df9300000403000100",
    "04050003000102",
    "04020000",
    "040400020000",
    "0c00",
    "30078005 3230323030",
    "3003800100",
    "30068001018101ff",
    "3003800180",
    "3006800200ff",
];

const CONFIG: &str = "[req]
prompt=no
distinguished_name=dn
string_mask=utf8only
utf8=yes
[dn]
C=DE
O=Gänse & \"Söhne\", Ltd; <x> + y
CN=x
[v3]
basicConstraints=critical,CA:true,pathlen:3
keyUsage=critical,digitalSignature,keyCertSign,decipherOnly
extendedKeyUsage=serverAuth,1.2.3.4,msSGC,anyExtendedKeyUsage
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid:always,issuer:always
subjectAltName=DNS:a.b,IP:1.2.3.4,IP:2001:db8::1,URI:http://x,email:a@b,RID:2.5.29.37.1,dirName:dnn,otherName:1.3.6.1.4.1.311.20.2.3;UTF8:upn@x,otherName:1.3.6.1.5.5.7.8.9;UTF8:smtp@x,otherName:1.3.6.1.5.5.7.8.7;IA5:_srv.x,otherName:1.3.6.1.5.5.7.8.5;UTF8:xmpp,otherName:1.3.6.1.5.5.7.8.8;UTF8:realm,otherName:1.2.3.4;INT:5,otherName:1.2.3.5;UTF8:hey
issuerAltName=DNS:issuer,otherName:1.2.3.6;IA5:hey
nameConstraints=permitted;DNS:x,permitted;IP:10.0.0.0/255.0.0.0,excluded;dirName:dnn,excluded;email:a,excluded;IP:2001:db8::/ffff:ffff::,excluded;otherName:1.3.6.1.4.1.311.20.2.3;UTF8:x,excluded;URI:.x
crlDistributionPoints=dp1,URI:http://b,dp2,dp3
freshestCRL=URI:http://f
certificatePolicies=1.2.3,@pol,2.5.29.32.0
policyMappings=1.2.3:1.2.4,2.5.29.32.0:1.2.7
policyConstraints=requireExplicitPolicy:1,inhibitPolicyMapping:0
inhibitAnyPolicy=2
authorityInfoAccess=OCSP;URI:http://o,caIssuers;URI:http://c,1.2.3;DNS:x,caIssuers;dirName:dnn
subjectInfoAccess=1.3.6.1.5.5.7.48.5;URI:http://repo,1.3.6.1.5.5.7.48.3;URI:http://time
noCheck=ignored
tlsfeature=status_request,17,5000
nsComment=hello
nsCertType=client,server,objCA
nsBaseUrl=http://base
nsRevocationUrl=http://r
nsCaRevocationUrl=http://cr
nsRenewalUrl=http://n
nsCaPolicyUrl=http://p
nsSslServerName=ssl.x
1.3.6.1.4.1.11129.2.4.3=critical,ASN1:NULL
1.3.6.1.4.1.11129.2.4.2=ASN1:FORMAT:HEX,OCT:012a007500ddeb1d2b7a0d4fa6208b81ad8168707e2e8e9d01d55c888d3d11c4cdb6ecbecc0000013ddb27df93000004030046000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445008600ddeb1d2b7a0d4fa6208b81ad8168707e2e8e9d01d55c888d3d11c4cdb6ecbecc0000013ddb27df930011000102030405060708090a0b0c0d0e0f1004010046000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445002901000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627
2.5.29.16=ASN1:SEQUENCE:pkup
sbgp-ipAddrBlock=critical,@ip
sbgp-autonomousSysNum=critical,AS:1,AS:5-10,RDI:inherit
proxyCertInfo=critical,language:id-ppl-anyLanguage,pathlen:3,policy:text:AB
1.3.36.8.3.3=ASN1:SEQUENCE:admission
1.2.643.100.111=ASN1:UTF8:a tool
1.2.643.100.112=ASN1:SEQUENCE:tools
2.5.29.21=ASN1:ENUM:1
2.5.29.24=ASN1:GENTIME:20200101000000Z
2.5.29.23=ASN1:OID:1.2.840.10040.2.3
1.2.3.4.5.6=DER:0001410aff
1.3.6.1.4.1.311.20.2=ASN1:BMP:Template
1.3.6.1.4.1.311.21.1=ASN1:INT:0
1.3.6.1.5.5.7.1.3=ASN1:SEQUENCE:tools
[pkup]
a=IMPLICIT:0,GENTIME:20200101000000Z
b=IMPLICIT:1,GENTIME:20300101000000.5Z
[tools]
a=UTF8:one
b=UTF8:two
c=UTF8:three
d=UTF8:four
[admission]
authority=EXPLICIT:4,SEQUENCE:adn
all=SEQUENCE:admissions
[adn]
set=SET:rdn
[rdn]
cn=SEQUENCE:cn
[cn]
type=OID:CN
value=UTF8:authority
[admissions]
one=SEQUENCE:entry
[entry]
authority=EXPLICIT:0,IMPLICIT:2,IA5:dns.authority
naming=EXPLICIT:1,SEQUENCE:naming
professions=SEQUENCE:professions
[naming]
oid=OID:1.3.36.8.3.11.1
url=IA5:http://naming
text=UTF8:The text
[professions]
one=SEQUENCE:profession
[profession]
naming=EXPLICIT:0,SEQUENCE:naming
items=SEQUENCE:items
oids=SEQUENCE:oids
number=PRINTABLE:12345
info=OCT:abc
[items]
one=UTF8:Notar
two=UTF8:Ärztin
[oids]
one=OID:1.2.276.0.76.4.30
two=OID:2.5.29.37
[ip]
IPv4.1=10.0.0.0/8
IPv4.2=11.1.0.0-11.1.0.5
IPv6.1=2001:db8::/32
IPv6.2=2001:db9::1-2001:dba::
IPv4-SAFI.1=2:inherit
[dnn]
C=DE
1.O=Ö/x+y
+OU=multi
CN=cn
[dp1]
fullname=URI:http://x/a,dirName:dnn
reasons=keyCompromise,CACompromise
CRLissuer=dirName:dnn
[dp2]
relativename=rel
[dp3]
CRLissuer=dirName:dnn
[rel]
CN=rel
+OU=more
[pol]
policyIdentifier=1.3.5
CPS.1=http://cps
CPS.2=http://cps2
userNotice.1=@n
userNotice.2=@n2
userNotice.3=@n3
[n]
explicitText=UTF8:Expl
organization=Org
noticeNumbers=1,2
[n2]
explicitText=only
[n3]
organization=Org
noticeNumbers=1
";
