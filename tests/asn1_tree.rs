//! The ASN.1 tree of files, beside what `openssl asn1parse` makes of them.

#[path = "common/support.rs"]
mod support;

use std::{fs, path::Path};

use certwright::pki::inspect::{Class, Node, Tag, Tree, TreeFault, tree};
use support::{openssl, openssl_with};
use tempfile::TempDir;

/// Makes the files; `.der` ones are looked at.
const COMMANDS: &[&str] = &[
    "req -x509 -newkey rsa:2048 -nodes -keyout r.key -subj /C=CN/O=Acme/CN=r -addext subjectAltName=DNS:a.example,IP:192.0.2.1 -days 9 -out r.pem",
    "x509 -in r.pem -outform DER -out r.der",
    "req -x509 -newkey ed25519 -nodes -keyout e.key -utf8 -subj /CN=\u{738b} -days 9 -outform DER -out e.der",
    "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out p.key",
    "req -x509 -key p.key -subj /CN=p -addext keyUsage=keyCertSign -addext certificatePolicies=1.2.3.4 -days 9 -outform DER -out p.der",
    "req -new -key p.key -subj /CN=p -addext subjectAltName=email:a@b.example -outform DER -out request.der",
    "pkcs8 -topk8 -in r.key -v2 aes-256-cbc -passout pass:x -iter 2 -outform DER -out locked.der",
    "pkey -in r.key -outform DER -out pkcs1.der",
    "ec -in p.key -outform DER -out sec1.der",
    "pkey -in e.key -pubout -outform DER -out public.der",
    "pkcs12 -export -in r.pem -inkey r.key -passout pass:x -iter 2 -out pkcs12.der",
    "crl2pkcs7 -nocrl -certfile r.pem -outform DER -out pkcs7.der",
    "cms -sign -in r.pem -signer r.pem -inkey r.key -binary -nodetach -outform DER -out signed.der",
    // Indefinite lengths, and a string in parts.
    "cms -sign -in r.pem -signer r.pem -inkey r.key -binary -nodetach -stream -outform DER -out stream.der",
    "cms -encrypt -in r.pem -binary -stream -outform DER -out encrypted.der r.pem",
    "ecparam -name prime256v1 -param_enc explicit -outform DER -out curve.der",
];

/// A line of `openssl asn1parse`: offset, depth, header, length, whether constructed, the tag.
type Line = (u32, u16, u8, Option<u32>, bool, String);

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for command in COMMANDS {
        openssl(folder.path(), command).expect(command);
    }
    folder
}

fn asn1parse(folder: &Path, file: &str) -> Vec<Line> {
    let arguments = ["asn1parse", "-inform", "DER", "-in", file];
    let text = openssl_with(folder, &arguments).expect(file);
    text.lines().filter_map(line).collect()
}

fn line(text: &str) -> Option<Line> {
    let (offset, rest) = text.split_once(":d=")?;
    let (depth, rest) = rest.split_once("hl=")?;
    let (header, rest) = rest.split_once(" l=")?;
    let (length, form) = rest.split_at(4);
    let tag = form.get(7..25).unwrap_or(&form[7..]).split(':').next()?;
    Some((
        offset.trim().parse().ok()?,
        depth.trim().parse().ok()?,
        header.trim().parse().ok()?,
        length.trim().parse().ok(),
        form.contains("cons:"),
        tag.trim().to_owned(),
    ))
}

fn as_openssl_has_it(node: &Node) -> Line {
    let length = (!node.is_indefinite).then_some(node.length);
    let Tag { class, number, .. } = node.tag;
    let tag = match (class, number) {
        (Class::Context, number) => format!("cont [ {number} ]"),
        (Class::Application, number) => format!("appl [ {number} ]"),
        (Class::Private, number) => format!("priv [ {number} ]"),
        (_, 6) => "OBJECT".into(),
        _ => node.type_name.clone().unwrap().to_uppercase(),
    };
    (
        node.offset,
        node.depth,
        node.header,
        length,
        node.tag.is_constructed,
        tag,
    )
}

fn compare(folder: &Path, file: &str) -> usize {
    let octets = fs::read(folder.join(file)).unwrap();
    let ours = tree(&octets);
    assert_eq!(ours.fault, None, "{file}");
    assert!(!ours.is_cut_short, "{file}");
    // An end of contents is part of what it ends.
    let mut theirs = asn1parse(folder, file);
    theirs.retain(|line| line.5 != "EOC");
    let outside = ours.nodes.iter().filter(|node| !node.is_encapsulated);
    let outside: Vec<Line> = outside.map(as_openssl_has_it).collect();
    assert_eq!(outside, theirs, "{file}");
    whole(&ours, &octets);
    theirs.len()
}

/// Every octet belongs to an element, and elements end where their last part does.
fn whole(tree: &Tree, octets: &[u8]) {
    let mut at = 0;
    for node in tree.nodes.iter().filter(|node| node.depth == 0) {
        assert_eq!(node.offset, at);
        at = node.end;
    }
    assert_eq!(at as usize, octets.len());
    for (index, node) in tree.nodes.iter().enumerate() {
        assert_eq!(node.octets(octets).len(), node.range().len());
        let inside = &tree.nodes[index + 1..node.children_end as usize];
        assert!(
            inside
                .iter()
                .all(|it| it.depth > node.depth && it.end <= node.end)
        );
        if let Some(after) = tree.nodes.get(node.children_end as usize) {
            assert!(after.depth <= node.depth);
        }
        if !node.is_indefinite {
            assert_eq!(node.end, node.offset + u32::from(node.header) + node.length);
        }
    }
}

#[test]
fn the_same_as_openssl() {
    let folder = folder();
    let mut nodes = 0;
    let mut files = 0;
    for entry in fs::read_dir(folder.path()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".der") {
            nodes += compare(folder.path(), &name);
            files += 1;
        }
    }
    assert!(files > 12 && nodes > 500, "{files} files, {nodes} nodes");
}

#[test]
fn the_same_as_openssl_of_the_systems_roots() {
    let Ok(roots) = fs::read_to_string("/etc/ssl/certs/ca-certificates.crt") else {
        support::say("SKIPPED: there are no roots on this system");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let blocks = roots.split_inclusive("-----END CERTIFICATE-----\n");
    for (index, block) in blocks.enumerate().filter(|(index, _)| index % 3 == 0) {
        let pem = format!("{index}.pem");
        fs::write(folder.path().join(&pem), block).unwrap();
        let command = format!("x509 -in {pem} -outform DER -out {index}.der");
        openssl(folder.path(), &command).expect(&command);
        compare(folder.path(), &format!("{index}.der"));
    }
}

/// Whatever the octets are, elements are within their parents, and all that there is has been looked at.
#[test]
fn of_any_octets() {
    use rand_chacha::rand_core::Rng;
    let folder = folder();
    let good = fs::read(folder.path().join("stream.der")).unwrap();
    let rng = &mut support::rng(9);
    let mut broken = 0;
    for round in 0..3_000 {
        let mut octets = good.clone();
        for _ in 0..=round % 4 {
            let at = rng.next_u64() as usize % octets.len();
            octets[at] = rng.next_u32() as u8;
        }
        octets.truncate(octets.len() - (rng.next_u64() as usize % octets.len()) * (round % 2));
        let tree = tree(&octets);
        broken += usize::from(tree.fault.is_some());
        let mut parents: Vec<&Node> = Vec::new();
        for node in &tree.nodes {
            parents.truncate(usize::from(node.depth));
            assert_eq!(parents.len(), usize::from(node.depth));
            assert!(node.end as usize <= octets.len());
            assert!(node.offset + u32::from(node.header) <= node.end);
            if let Some(parent) = parents.last() {
                let start = parent.offset + u32::from(parent.header);
                assert!(
                    start <= node.offset && node.end <= parent.end,
                    "{parent:?} {node:?}"
                );
            }
            parents.push(node);
        }
    }
    assert!(broken > 500, "only {broken} were broken");
}

fn values(tree: &Tree) -> Vec<(&str, &str)> {
    let value = |node: &'_ Node| node.value.is_some();
    let nodes = tree.nodes.iter().filter(|node| value(node));
    nodes
        .map(|node| {
            let name = node.oid_name.as_deref().or(node.type_name.as_deref());
            (name.unwrap_or("[]"), node.value.as_deref().unwrap())
        })
        .collect()
}

#[test]
fn what_is_in_strings_is_opened() {
    let folder = folder();
    let octets = fs::read(folder.path().join("r.der")).unwrap();
    let tree = tree(&octets);
    let values = values(&tree);
    for expected in [
        ("CN", "2.5.4.3"),
        ("PrintableString", "CN"),
        ("UTF8String", "Acme"),
        ("subjectAltName", "2.5.29.17"),
        ("[]", "\"a.example\""),
        ("[]", "C0000201"),
        ("BOOLEAN", "TRUE"),
        ("INTEGER", "65537"),
        ("sha256WithRSAEncryption", "1.2.840.113549.1.1.11"),
    ] {
        assert!(values.contains(&expected), "{expected:?} in {values:?}");
    }
    let time = values
        .iter()
        .find(|(name, _)| *name == "UTCTime")
        .unwrap()
        .1;
    assert!(
        time.ends_with(" UTC") && time.starts_with("20") && time.len() == 23,
        "{time}"
    );
    // The modulus is in a SEQUENCE in a BIT STRING.
    let modulus = tree.nodes.iter().find(|node| node.length == 257).unwrap();
    assert!(modulus.is_encapsulated);
    let shown = modulus.value.as_ref().unwrap();
    assert!(
        shown.ends_with('…') && shown.chars().count() == 129,
        "{shown}"
    );
    // The key identifier is an OCTET STRING in one, and no more.
    let nested = tree
        .nodes
        .iter()
        .filter(|node| node.length == 20 && node.is_encapsulated);
    assert!(nested.clone().count() >= 1);
    assert!(
        nested
            .into_iter()
            .all(|node| node.value.as_ref().unwrap().len() == 40)
    );
}

#[test]
fn values_for_people() {
    for (der, value) in [
        (&[2, 1, 0xff][..], "-1"),
        (&[2, 8, 0x80, 0, 0, 0, 0, 0, 0, 0], "-9223372036854775808"),
        (
            &[2, 9, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            "FFFFFFFFFFFFFFFF",
        ),
        (&[2, 9, 0xff, 0, 0, 0, 0, 0, 0, 0, 1], "-FFFFFFFFFFFFFFFF"),
        (&[3, 2, 5, 0xa0], "101"),
        (&[3, 2, 9, 0xa0], "09A0"),
        (&[6, 3, 0x88, 0x37, 1], "2.999.1"),
        // 2.25 and a UUID.
        (
            &[
                6, 20, 0x69, 0x83, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f,
            ],
            "2.25.340282366920938463463374607431768211455",
        ),
        (&[6, 2, 0x80, 1], "8001"),
        (&[13, 2, 0x88, 0x37], "1079"),
        (&[2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0], "0"),
        (&[12, 4, 0xe2, 0x80, 0xae, b'a'], "\\u{202E}a"),
        (&[12, 1, 0xff], "FF"),
        (&[20, 1, 0xe9], "é"),
        (&[30, 2, 0x73, 0x8b], "王"),
        (&[28, 4, 0, 0, 0x73, 0x8b], "王"),
        (
            &[
                23, 13, b'4', b'9', b'0', b'1', b'0', b'2', b'0', b'3', b'0', b'4', b'0', b'5',
                b'Z',
            ],
            "2049-01-02 03:04:05 UTC",
        ),
        (&[23, 3, b'4', b'9', b'0'], "490"),
        (&[1, 1, 1], "TRUE (01)"),
        (&[0x82, 3, b'a', b'.', b'b'], "\"a.b\""),
    ] {
        let tree = tree(der);
        assert_eq!(tree.fault, None, "{der:?}");
        assert_eq!(tree.nodes[0].value.as_deref(), Some(value), "{der:?}");
    }
    assert_eq!(tree(&[5, 0]).nodes[0].value, None);
}

#[test]
fn what_is_broken_is_shown_as_far_as_it_goes() {
    let too_long = |expected, present| TreeFault::TooLong { expected, present };
    for (octets, nodes, fault) in [
        (&[][..], 0, (0, TreeFault::Empty)),
        (&[0x30], 0, (0, TreeFault::Header)),
        (&[0x30, 5, 2, 1, 7], 2, (0, too_long(5, 3))),
        (&[0x30, 3, 2, 2, 7], 2, (2, too_long(2, 1))),
        (&[0x30, 3, 2, 1, 7, 0x1f], 2, (5, TreeFault::Header)),
        (&[0x30, 0x80, 2, 1, 7], 2, (5, TreeFault::NoEnd)),
        (&[2, 0x80, 0, 0], 0, (0, TreeFault::Indefinite)),
        (&[0x30, 2, 0, 0], 1, (2, TreeFault::UnexpectedEnd)),
        (&[0x30, 0xff, 0], 0, (0, TreeFault::Length)),
        (
            &[0x3f, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0],
            0,
            (0, TreeFault::TagNumber),
        ),
        (
            &[4, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
            1,
            (0, too_long(u64::MAX, 1)),
        ),
    ] {
        let tree = tree(octets);
        assert_eq!(tree.nodes.len(), nodes, "{octets:?}");
        assert_eq!(tree.fault, Some(fault), "{octets:?}");
        assert!(
            tree.nodes
                .iter()
                .all(|node| node.end as usize <= octets.len())
        );
    }
    // A broken string is only a string.
    let string = tree(&[4, 4, 0x30, 3, 2, 1]);
    assert_eq!((string.nodes.len(), string.fault), (1, None));
    assert_eq!(string.nodes[0].value.as_deref(), Some("30030201"));
    // Lengths that are longer than need be are BER.
    let padded = tree(&[0x30, 0x81, 3, 2, 1, 7]);
    assert_eq!(
        (padded.fault, padded.nodes[0].is_der, padded.nodes[1].is_der),
        (None, false, true)
    );
}

#[test]
fn what_is_too_deep_or_too_much_is_cut() {
    let many = tree(&[5, 0].repeat(30_000));
    assert_eq!(
        (many.nodes.len(), many.is_cut_short, many.fault),
        (20_000, true, None)
    );
    // 30 80 30 80 … 00 00 00 00, then one more.
    let deep = [[0x30, 0x80].repeat(1_000), [0, 0].repeat(1_000), vec![5, 0]].concat();
    let deep = tree(&deep);
    assert!(deep.is_cut_short && deep.fault.is_none());
    assert_eq!(deep.nodes.len(), 65);
    assert_eq!((deep.nodes[63].depth, deep.nodes[64].depth), (63, 0));
    assert_eq!(deep.nodes[64].offset, 4_000);
}
