//! Files that are made to be read slowly, or to fill the memory.

#[path = "../common/der.rs"]
mod der;

use base64ct::Encoding as _;
use der::*;

/// Makes a file.
pub type Make = fn() -> Vec<u8>;

/// Files that are large, deep, or long to read for somebody who is careless.
pub const TRAPS: &[(&str, Make)] = &[
    ("50 MB of zeros", || vec![0; LARGE]),
    ("50 MB of spaces", || vec![b' '; LARGE]),
    ("50 MB of 0x30", || vec![0x30; LARGE]),
    ("50 MB of M", || vec![b'M'; LARGE]),
    ("50 MB of an OCTET STRING", || value(4, &vec![0x30; LARGE])),
    ("50 MB of a SEQUENCE of zeros", || {
        value(0x30, &vec![0; LARGE])
    }),
    ("50 MB of NULLs", || value(0x30, &[5, 0].repeat(LARGE / 2))),
    ("50 MB of PEM lines", || {
        repeated(b"-----BEGIN CERTIFICATE-----\n")
    }),
    ("50 MB of END lines", || {
        repeated(b"-----END CERTIFICATE-----\n")
    }),
    ("50 MB of half lines", || repeated(b"-----BEGIN ")),
    ("50 MB of dashes", || vec![b'-'; LARGE]),
    ("50 MB of one block", || {
        pem("CERTIFICATE", &vec![0x30; LARGE / 4 * 3])
    }),
    ("50 MB of one PKCS #7 block", || {
        pem("PKCS7", &vec![0x30; LARGE / 4 * 3])
    }),
    ("50 MB of base64 with blanks", || repeated(b"M I \n")),
    ("50 MB of brackets", || vec![b'['; LARGE]),
    ("50 MB of braces", || repeated(b"{\"a\":")),
    ("50 MB of ssh keys", || {
        repeated(b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ== a\n")
    }),
    ("50 MB of settings", || repeated(b"a=${b}\n")),
    ("100 000 levels of SEQUENCE", || nested(100_000)),
    ("1 000 000 levels of SEQUENCE", || nested(1_000_000)),
    ("100 000 levels of indefinite SEQUENCE", || {
        [[0x30, 0x80].repeat(100_000), [0, 0].repeat(100_000)].concat()
    }),
    ("20 000 000 levels without an end", || {
        [0x30, 0x80].repeat(20_000_000)
    }),
    ("OCTET STRINGs in one another", || {
        (0..1_000).fold(vec![5, 0], |inner, _| value(4, &inner))
    }),
    ("BER strings in one another", || {
        (0..1_000).fold(value(4, b"a"), |inner, _| value(0x24, &inner))
    }),
    ("huge lengths", || {
        [
            0x30, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2, 1, 1,
        ]
        .to_vec()
    }),
    ("a length of 4 GB", || {
        [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 2, 1, 1].to_vec()
    }),
    ("10 000 blocks", || certificate(&[], b"").repeat(10_000)),
    ("10 000 blocks that are broken", || {
        pem("CERTIFICATE", &[0x30, 3, 2, 1, 1]).repeat(10_000)
    }),
    ("100 000 alternative names", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x11],
                &value(0x30, &value(0x82, b"a.example").repeat(100_000)),
            ),
        )
    }),
    ("100 000 names in Punycode", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x11],
                &value(0x30, &value(0x82, b"xn--pypal-4ve.example").repeat(100_000)),
            ),
        )
    }),
    ("one name of 10 MB of Punycode", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x11],
                &value(
                    0x30,
                    &value(0x82, &[&b"xn--"[..], &b"a".repeat(10_000_000)].concat()),
                ),
            ),
        )
    }),
    ("one name of 10 MB of labels", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x11],
                &value(0x30, &value(0x82, &b"xn--a.".repeat(1_700_000))),
            ),
        )
    }),
    ("100 000 permitted names", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x1e],
                &value(
                    0x30,
                    &value(
                        0xa0,
                        &value(0x30, &value(0x82, b"a.example")).repeat(100_000),
                    ),
                ),
            ),
        )
    }),
    ("100 000 policies", || {
        certificate(
            &[],
            &extension(
                &[0x55, 0x1d, 0x20],
                &value(
                    0x30,
                    &(0..100_000_u32)
                        .flat_map(|n| {
                            value(
                                0x30,
                                &value(
                                    6,
                                    &[
                                        &[0x2a][..],
                                        &[
                                            (n >> 14) as u8 | 0x80,
                                            (n >> 7) as u8 | 0x80,
                                            n as u8 & 0x7f,
                                        ],
                                    ]
                                    .concat(),
                                ),
                            )
                        })
                        .collect::<Vec<u8>>(),
                ),
            ),
        )
    }),
    ("75 000 attributes", || {
        certificate(&rdn().repeat(75_000), b"")
    }),
    ("100 000 attributes in one", || {
        certificate(&value(0x31, &rdn()[2..].repeat(100_000)), b"")
    }),
    ("100 000 extensions", || {
        certificate(&[], &extension(&[0x2a, 3, 4], &[5, 0]).repeat(100_000))
    }),
    ("100 000 different extensions", || {
        certificate(
            &[],
            &(0..100_000_u32)
                .flat_map(|n| {
                    extension(
                        &[
                            0x2a,
                            (n >> 14) as u8 | 0x80,
                            (n >> 7) as u8 | 0x80,
                            n as u8 & 0x7f,
                        ],
                        &[5, 0],
                    )
                })
                .collect::<Vec<u8>>(),
        )
    }),
    ("a serial number of 10 MB", || {
        signed(
            &[
                value(0xa0, &[2, 1, 2]),
                integer(&vec![1; 10_000_000]),
                algorithm(),
                value(0x30, &[]),
                validity(),
                value(0x30, &[]),
                key(),
            ]
            .concat(),
        )
    }),
    ("1 000 000 revoked certificates", || {
        pem("X509 CRL", &list(1_000_000))
    }),
    ("200 000 revoked certificates beside one", || {
        [of_one_name(1), pem("X509 CRL", &list(200_000))].concat()
    }),
    ("a key of 1 000 000 bits", || {
        pem("PUBLIC KEY", &rsa_key(125_000))
    }),
    ("a name of 5 MB", || {
        certificate(
            &value(
                0x31,
                &value(
                    0x30,
                    &[
                        &[6, 3, 0x55, 4, 3][..],
                        &value(12, "\u{202e}\u{430}a ".repeat(700_000).as_bytes()),
                    ]
                    .concat(),
                ),
            ),
            b"",
        )
    }),
    ("10 000 certificates of one name", || of_one_name(10_000)),
    ("100 000 certificates in one file", || pkcs7(100_000)),
];

fn repeated(part: &[u8]) -> Vec<u8> {
    part.repeat(LARGE / part.len())
}

/// Definite lengths, from the innermost on.
fn nested(levels: usize) -> Vec<u8> {
    let mut backwards: Vec<u8> = vec![0, 5];
    for _ in 0..levels {
        let length = backwards.len() as u32;
        let head = match length {
            0..0x80 => vec![0x30, length as u8],
            0x80..0x100 => vec![0x30, 0x81, length as u8],
            0x100..0x1_0000 => [&[0x30, 0x82][..], &length.to_be_bytes()[2..]].concat(),
            0x1_0000..0x100_0000 => [&[0x30, 0x83][..], &length.to_be_bytes()[1..]].concat(),
            _ => [&[0x30, 0x84][..], &length.to_be_bytes()].concat(),
        };
        backwards.extend(head.iter().rev());
    }
    backwards.reverse();
    backwards
}

fn pem(label: &str, der: &[u8]) -> Vec<u8> {
    let text = base64ct::Base64::encode_string(der);
    format!("-----BEGIN {label}-----\n{text}\n-----END {label}-----\n").into_bytes()
}

fn algorithm() -> Vec<u8> {
    value(0x30, &[6, 3, 0x2b, 0x65, 0x70])
}

fn validity() -> Vec<u8> {
    let time = |text: &[u8]| value(0x17, text);
    sequence(&[time(b"200101000000Z"), time(b"400101000000Z")])
}

fn key() -> Vec<u8> {
    sequence(&[algorithm(), value(3, &[0; 33])])
}

fn rsa_key(octets: usize) -> Vec<u8> {
    let numbers = [integer(&vec![0x7f; octets]), integer(&[1, 0, 1])];
    let algorithm = value(
        0x30,
        &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0],
    );
    sequence(&[algorithm, bits(&sequence(&numbers))])
}

fn rdn() -> Vec<u8> {
    value(0x31, &value(0x30, &[6, 3, 0x55, 4, 3, 12, 1, b'a']))
}

fn extension(oid: &[u8], octets: &[u8]) -> Vec<u8> {
    sequence(&[value(6, oid), value(4, octets)])
}

fn signed(content: &[u8]) -> Vec<u8> {
    sequence(&[value(0x30, content), algorithm(), value(3, &[0; 65])])
}

/// In PEM; its subject is its issuer.
fn certificate(rdns: &[u8], extensions: &[u8]) -> Vec<u8> {
    let name = value(0x30, rdns);
    let mut content = [
        value(0xa0, &[2, 1, 2]),
        integer(&[1]),
        algorithm(),
        name.clone(),
        validity(),
        name,
        key(),
    ]
    .concat();
    if !extensions.is_empty() {
        content.extend(value(0xa3, &value(0x30, extensions)));
    }
    pem("CERTIFICATE", &signed(&content))
}

fn with_serial(number: u32) -> Vec<u8> {
    let name = value(0x30, &rdn());
    let serial = integer(&[&[1][..], &number.to_be_bytes()].concat());
    let content = [
        value(0xa0, &[2, 1, 2]),
        serial,
        algorithm(),
        name.clone(),
        validity(),
        name,
        key(),
    ];
    signed(&content.concat())
}

fn of_one_name(count: u32) -> Vec<u8> {
    (0..count)
        .flat_map(|number| pem("CERTIFICATE", &with_serial(number)))
        .collect()
}

fn pkcs7(count: u32) -> Vec<u8> {
    let certificates: Vec<u8> = (0..count).flat_map(with_serial).collect();
    let data = value(0x30, &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1]);
    let content = [
        integer(&[1]),
        value(0x31, &[]),
        data,
        value(0xa0, &certificates),
        value(0x31, &[]),
    ];
    let content = value(0xa0, &sequence(&content));
    value(
        0x30,
        &[
            &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2][..],
            &content,
        ]
        .concat(),
    )
}

fn list(count: u32) -> Vec<u8> {
    let revoked = |number: u32| {
        value(
            0x30,
            &[
                integer(&[&[1][..], &number.to_be_bytes()].concat()),
                value(0x17, b"250101000000Z"),
            ]
            .concat(),
        )
    };
    let revoked: Vec<u8> = (0..count).flat_map(revoked).collect();
    let content = [
        integer(&[1]),
        algorithm(),
        value(0x30, &rdn()),
        value(0x17, b"250101000000Z"),
        value(0x30, &revoked),
    ];
    signed(&content.concat())
}

/// In octets.
const LARGE: usize = 50_000_000;
