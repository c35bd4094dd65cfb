//! The engine in its worker: start, messages, cancel, crash, recovery.

use certwright::authority::Language;
use certwright::engine::{Export, Request, Response};
use certwright::pki::Algorithm;
use certwright::web::link::{Address, Event, Hindrance};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Line, bytes, files};

async fn created(line: &Line, job: u32) {
    let certificates = line.until("Created", |event| match event {
        Event::Responded(Response::Created { job: made, summary }) if *made == job => {
            Some(summary.certificates.len())
        }
        _ => None,
    });
    assert_eq!(certificates.await, 3);
}

#[wasm_bindgen_test]
async fn a_request_sent_before_the_engine_runs_is_answered() {
    let line = Line::to_engine().await;
    line.create(1, Algorithm::P256);
    line.ready().await;
    created(&line, 1).await;
}

#[wasm_bindgen_test]
async fn the_archive_comes_as_an_object_url_from_the_worker() {
    let line = Line::to_engine().await;
    line.create(1, Algorithm::P256);
    created(&line, 1).await;
    line.link
        .send(&Request::Export(Export::Archive(Language::En)));
    let (name, url) = line
        .until("Offered", |event| match event {
            Event::Responded(Response::Offered { name, url }) => Some((name.clone(), url.clone())),
            _ => None,
        })
        .await;
    assert_eq!(name, "certificates.zip");
    assert!(url.starts_with("blob:"), "{url}");
    let archive = bytes(&url).await.unwrap();
    assert_eq!(&archive[..4], b"PK\x03\x04");
    assert!(archive.windows(10).any(|window| window == b"README.txt"));
}

#[wasm_bindgen_test]
async fn nothing_is_exported_before_there_is_a_set() {
    let line = Line::to_engine().await;
    let export = Export::File("cakey.pem".into());
    line.link.send(&Request::Export(export.clone()));
    line.until("Unavailable", |event| {
        matches!(event, Event::Responded(Response::Unavailable(gone)) if *gone == export)
            .then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn cancel_ends_the_key_workers_and_frees_them() {
    let line = Line::to_engine().await;
    line.ready().await;
    line.create(1, Algorithm::Rsa(4096));
    line.link.send(&Request::Cancel { job: 1 });
    line.until("Cancelled", |event| {
        matches!(event, Event::Responded(Response::Cancelled { job: 1 })).then_some(())
    })
    .await;
    line.create(2, Algorithm::P256);
    created(&line, 2).await;
}

#[wasm_bindgen_test]
async fn a_crashed_engine_is_reported_and_replaced() {
    let line = Line::to_engine().await;
    line.ready().await;
    for _ in 0..5 {
        // No request starts like this: the engine panics.
        line.link.send_bytes(&[0xff; 8]);
        line.until("Crashed", |event| {
            matches!(event, Event::Crashed).then_some(())
        })
        .await;
        line.ready().await;
    }
    line.create(1, Algorithm::P256);
    created(&line, 1).await;
}

#[wasm_bindgen_test]
async fn a_crash_takes_the_set_in_the_making_with_it() {
    let line = Line::to_engine().await;
    line.ready().await;
    line.create(1, Algorithm::Rsa(4096));
    line.link.send_bytes(&[0xff; 8]);
    line.until("Crashed", |event| {
        matches!(event, Event::Crashed).then_some(())
    })
    .await;
    line.create(2, Algorithm::P256);
    // The first set would come later than the second, if it came at all.
    let made = line.until("Created", |event| match event {
        Event::Responded(Response::Created { job, .. }) => Some(*job),
        _ => None,
    });
    assert_eq!(made.await, 2);
}

#[wasm_bindgen_test]
async fn an_engine_that_is_not_there_is_reported() {
    let nowhere = Address {
        script: "/dist/no-such-engine.js".into(),
        module: "/dist/no-such-engine.wasm".into(),
    };
    let line = Line::open(nowhere, None);
    line.until("Unavailable", |event| {
        let Event::Unavailable {
            reason: Hindrance::Browser(words),
        } = event
        else {
            return None;
        };
        words.contains("404").then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn an_engine_that_dies_at_every_start_is_given_up() {
    // A script that is no engine, with the engine's module: it fails in the worker.
    let broken = Address {
        script: "/dist/sw.js".into(),
        ..files("engine").await
    };
    let line = Line::open(broken, None);
    let reason = line
        .until("Unavailable", |event| match event {
            Event::Unavailable { reason } => Some(reason.clone()),
            _ => None,
        })
        .await;
    assert_eq!(reason, Hindrance::Died);
}
