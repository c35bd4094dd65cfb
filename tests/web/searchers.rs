//! RSA keys by the prime searchers: with either kernel, without any, and when something goes wrong.

use certwright::engine::{Ask, Effort, Request, Response, Writing};
use certwright::pki::{Algorithm, Encoding, PrivateForm, PrivateKey};
use certwright::web::kernel::Choice;
use certwright::web::link::{Address, Event};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Line, bytes, files};

/// Asks for a key, and gives its PEM and the last that was heard of the search.
async fn key(line: &Line, job: u32, algorithm: Algorithm) -> (PrivateKey, Option<Effort>) {
    line.link.send(&Request::CreateKey { job, algorithm });
    let mut effort = None;
    let item = loop {
        let step = line.until("KeyCreated", |event| match event {
            Event::Responded(Response::KeyCreated { job: made, key }) if *made == job => {
                Some(Err(key.clone()))
            }
            Event::Responded(Response::Progress { progress, .. }) => Some(Ok(progress.search)),
            _ => None,
        });
        match step.await {
            Ok(search) => effort = search.or(effort),
            Err(made) => {
                assert_eq!(made.key().unwrap().algorithm, algorithm);
                break made.id;
            }
        }
    };
    line.link.send(&Request::Ask {
        job: 99,
        ask: Ask::Save(Writing::PrivateKey {
            item,
            form: PrivateForm::Pkcs8,
            encoding: Encoding::Pem,
            protection: None,
        }),
    });
    let offered = line.until("Offered", |event| match event {
        Event::Responded(Response::Offered { url, .. }) => Some(url.clone()),
        _ => None,
    });
    let pem = String::from_utf8(bytes(&offered.await).await.unwrap()).unwrap();
    // Reading it checks its numbers.
    (PrivateKey::from_pem(&pem, None).unwrap(), effort)
}

#[wasm_bindgen_test]
fn both_kernels_run_in_this_browser() {
    assert_eq!(Choice::best(), Some(Choice::Fused));
    assert!(Choice::ALL.into_iter().all(Choice::runs_here));
}

#[wasm_bindgen_test]
async fn either_kernel_makes_keys_and_says_how_much_it_searched() {
    for kernel in Choice::ALL {
        let line = Line::with_searchers(Some(kernel)).await;
        for (job, algorithm) in [(1, Algorithm::Rsa(2048)), (2, Algorithm::Rsa(3072))] {
            let (key, effort) = key(&line, job, algorithm).await;
            assert_eq!(key.algorithm(), algorithm);
            let Effort { tests, expected } = effort.expect("a search");
            assert!(tests >= 4 && expected >= 60, "{tests} of {expected}");
        }
    }
}

#[wasm_bindgen_test]
async fn without_searchers_a_key_worker_makes_the_key_alone() {
    let line = Line::with_searchers(None).await;
    let (key, effort) = key(&line, 1, Algorithm::Rsa(2048)).await;
    assert_eq!((key.algorithm(), effort), (Algorithm::Rsa(2048), None));
}

#[wasm_bindgen_test]
async fn searchers_that_cannot_be_loaded_are_done_without() {
    let nowhere = Address {
        script: "/dist/no-such-searcher.js".into(),
        module: "/dist/no-such-searcher.wasm".into(),
    };
    let line = Line::open(files("engine").await, Some(nowhere));
    let (_, effort) = key(&line, 1, Algorithm::Rsa(2048)).await;
    assert_eq!(effort, None);
}

#[wasm_bindgen_test]
async fn searchers_that_die_at_every_start_end_the_work_with_the_reason() {
    let broken = Address {
        script: "/dist/sw.js".into(),
        ..files("searcher-portable").await
    };
    let line = Line::open(files("engine").await, Some(broken));
    line.create(1, Algorithm::Rsa(2048));
    line.until("Refused", |event| {
        matches!(event, Event::Responded(Response::Refused { job: 1, .. })).then_some(())
    })
    .await;
    // The engine is none the worse for it.
    let (key, _) = key(&line, 2, Algorithm::P256).await;
    assert_eq!(key.algorithm(), Algorithm::P256);
}

#[wasm_bindgen_test]
async fn a_cancelled_search_is_followed_by_another() {
    let line = Line::to_engine().await;
    for job in 1..=3 {
        line.create(job, Algorithm::Rsa(4096));
        line.until("Progress", |event| match event {
            Event::Responded(Response::Progress { progress, .. }) => {
                progress.search.filter(|search| search.tests > 0)
            }
            _ => None,
        })
        .await;
        line.link.send(&Request::Cancel { job });
        line.until("Cancelled", |event| {
            matches!(event, Event::Responded(Response::Cancelled { .. })).then_some(())
        })
        .await;
    }
    let (key, _) = key(&line, 4, Algorithm::Rsa(2048)).await;
    assert_eq!(key.algorithm(), Algorithm::Rsa(2048));
}
