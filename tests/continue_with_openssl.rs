//! OpenSSL goes on where the set ends: same authority, next serial number.

#[path = "common/support.rs"]
mod support;

use std::fs;

use certwright::{
    authority::Role,
    pki::{Algorithm, Certificate},
};
use support::*;

#[test]
fn openssl_signs_with_the_authority_and_counts_on() {
    for (algorithm, seed) in [
        (Algorithm::P256, 50),
        (Algorithm::P384, 51),
        (Algorithm::Rsa(2048), 52),
    ] {
        let set = set(&plan(algorithm), Some(&password()), now(), seed);
        let folder = folder(&set);
        let path = folder.path();
        fs::write(path.join("password"), PASSWORD).unwrap();
        let sign = "x509 -req -in server.csr -CA cacert.pem -CAkey cakey.pem -CAserial ca.srl \
                    -passin file:password -days 30 -copy_extensions copy -out next.pem";
        let last = set.certificate(Role::Client).serial().as_octets().to_vec();
        for step in 1..=2 {
            openssl(path, sign).expect(sign);
            let pem = fs::read_to_string(path.join("next.pem")).unwrap();
            let next = Certificate::from_pem(&pem).unwrap();
            assert_eq!(next.serial().as_octets(), plus(&last, step));
            next.verify(set.certificate(Role::Authority).public_key().unwrap())
                .unwrap();
            assert_eq!(next.alt_names(), set.certificate(Role::Server).alt_names());
            assert_eq!(next.issuer(), set.certificate(Role::Authority).subject());
        }
        let saved = fs::read_to_string(path.join("ca.srl")).unwrap();
        let next = openssl(path, "x509 -in next.pem -noout -serial").expect("serial");
        assert_eq!(format!("serial={}", saved.trim()), next.trim());

        openssl(
            path,
            "verify -CAfile cacert.pem -purpose sslserver next.pem",
        )
        .expect("verify");
    }
}

fn plus(octets: &[u8], step: u8) -> Vec<u8> {
    let mut sum = octets.to_vec();
    let mut carry = step;
    for octet in sum.iter_mut().rev() {
        let overflow;
        (*octet, overflow) = octet.overflowing_add(carry);
        carry = u8::from(overflow);
    }
    assert_eq!(carry, 0);
    sum
}
