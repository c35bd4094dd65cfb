//! Keys from the browser's randomness.

use certwright::authority::{KeyPair, Role};
use certwright::engine::{Effect, Engine, Order, Request, Response};
use certwright::pki::{Algorithm, Password, PrivateKey};
use certwright::web;
use rand_core::Rng;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::plan;

#[wasm_bindgen_test]
fn the_browsers_randomness_is_not_constant() {
    let (mut first, mut second) = ([0; 64], [0; 64]);
    web::randomness().fill_bytes(&mut first);
    web::randomness().fill_bytes(&mut second);
    assert_ne!(first, second);
    // A byte that never changes in 64 draws would be a broken source; chance does so once in 2^500.
    for octets in [first, second] {
        assert!(octets.iter().any(|octet| *octet != octets[0]));
    }
}

#[wasm_bindgen_test]
fn every_kind_of_key_is_generated_and_read_back() {
    for algorithm in [Algorithm::P256, Algorithm::P384, Algorithm::Rsa(2048)] {
        let rng = &mut web::randomness();
        let key = PrivateKey::generate(algorithm, rng).unwrap();
        let other = PrivateKey::generate(algorithm, rng).unwrap();
        assert_ne!(key.public_key(), other.public_key(), "{algorithm}");
        let again = PrivateKey::from_pkcs8_der(&key.to_pkcs8_der().unwrap()).unwrap();
        assert_eq!(again.public_key(), key.public_key(), "{algorithm}");
    }
}

#[wasm_bindgen_test]
fn an_encrypted_key_opens_with_its_password_only() {
    let [right, wrong] =
        ["correct horse", "wrong horse"].map(|text| Password::new(text.into()).unwrap());
    let pair = KeyPair::generate(Algorithm::P256, Some(&right), &mut web::randomness()).unwrap();
    assert!(
        pair.pem
            .starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    );
    assert!(PrivateKey::from_pem(&pair.pem, Some(&wrong)).is_err());
    let opened = PrivateKey::from_pem(&pair.pem, Some(&right)).unwrap();
    assert_eq!(opened.public_key(), pair.key.public_key());
}

#[wasm_bindgen_test]
fn the_state_machine_makes_a_set_by_the_browsers_clock() {
    let mut engine = Engine::default();
    let request = Request::CreateSet {
        job: 1,
        plan: plan(Algorithm::P256),
        password: None,
    };
    let effects = engine.handle(request, web::now(), &mut web::randomness());
    let orders: Vec<Order> = effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::MakeKey(order) => Some(order),
            _ => None,
        })
        .collect();
    assert_eq!(orders.len(), Role::ALL.len());
    for order in orders {
        engine.key_ready(order.fulfil(&mut web::randomness()));
    }
    let effects = engine.sign(web::now(), &mut web::randomness());
    let [Effect::Respond(Response::Created { job: 1, summary })] = &effects[..] else {
        panic!("{effects:?}");
    };
    for certificate in &summary.certificates {
        assert!(certificate.validity.not_before < web::now());
        assert!(certificate.validity.not_after > web::now());
    }
}
