//! The vault's storage in a real IndexedDB.

use std::cell::Cell;
use std::rc::Rc;

use certwright::vault::{Contents, StorageFault, Transaction, Written};
use certwright::web::storage::Store;
use futures_util::future::join;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::sleep;

type Records<'a> = &'a [(u32, Option<&'a [u8]>)];

/// Another connection, as another tab has one, and what revision it knows.
struct Tab {
    store: Store,
    known: u64,
}

impl Tab {
    async fn open() -> Self {
        let store = Store::open().await.unwrap();
        let known = store.read(0).await.unwrap().revision;
        Self { store, known }
    }

    /// The first one, that finds nothing.
    async fn fresh() -> Self {
        Self::open().await.store.erase().await.unwrap();
        Self::open().await
    }

    async fn write(&mut self, header: Option<&[u8]>, records: Records<'_>) -> Written {
        let written = self.store.write(&self.transaction(header, records)).await;
        let written = written.unwrap();
        self.known += u64::from(written == Written::Done);
        written
    }

    fn transaction(&self, header: Option<&[u8]>, records: Records<'_>) -> Transaction {
        let records = records.iter();
        Transaction {
            expects: self.known,
            header: header.map(<[u8]>::to_vec),
            records: records
                .map(|(id, it)| (*id, it.map(<[u8]>::to_vec)))
                .collect(),
        }
    }

    async fn read(&self, since: u64) -> Contents {
        self.store.read(since).await.unwrap()
    }
}

fn records(contents: &Contents) -> Vec<(u32, Option<&[u8]>)> {
    let records = contents.records.iter();
    records.map(|(id, it)| (*id, it.as_deref())).collect()
}

#[wasm_bindgen_test]
async fn what_was_written_is_there_for_the_next() {
    let mut tab = Tab::fresh().await;
    let before = tab.known;
    let nothing = Contents {
        revision: before,
        ..Contents::default()
    };
    assert_eq!(tab.read(0).await, nothing);
    let done = tab
        .write(Some(b"header"), &[(7, Some(b"seven")), (2, Some(b""))])
        .await;
    assert_eq!(done, Written::Done);
    assert_eq!(
        tab.write(None, &[(7, None), (9, Some(b"nine"))]).await,
        Written::Done
    );
    drop(tab);
    let tab = Tab::open().await;
    assert_eq!(tab.known, before + 2);
    let all = tab.read(0).await;
    assert_eq!(all.header.as_deref(), Some(&b"header"[..]));
    assert_eq!(
        records(&all),
        [(2, Some(&b""[..])), (7, None), (9, Some(b"nine"))]
    );
    let newer = tab.read(before + 1).await;
    assert_eq!(records(&newer), [(7, None), (9, Some(&b"nine"[..]))]);
    assert_eq!(newer.header, all.header);
    assert_eq!(records(&tab.read(before + 2).await), []);
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_know_the_same_one_writes() {
    let mut first = Tab::fresh().await;
    let mut second = Tab::open().await;
    for round in 0..20u8 {
        let (one, two) = ([1, round], [2, round]);
        let of_one: [(u32, Option<&[u8]>); 2] = [(1, Some(&one)), (2, Some(&one))];
        let of_two: [(u32, Option<&[u8]>); 2] = [(1, Some(&two)), (2, Some(&two))];
        let both = join(
            first.write(Some(&one), &of_one),
            second.write(Some(&two), &of_two),
        );
        let both = both.await;
        let winner = match both {
            (Written::Done, Written::Conflict) => one,
            (Written::Conflict, Written::Done) => two,
            _ => panic!("{both:?}"),
        };
        let all = first.read(0).await;
        assert_eq!(all.header.as_deref(), Some(&winner[..]));
        assert_eq!(
            records(&all),
            [(1, Some(&winner[..])), (2, Some(&winner[..]))]
        );
        (first.known, second.known) = (all.revision, all.revision);
    }
}

/// The third `put` throws, as a browser does that has no room.
#[wasm_bindgen_test]
async fn a_write_that_fails_in_the_middle_writes_nothing() {
    let mut tab = Tab::fresh().await;
    tab.write(Some(b"old"), &[(1, Some(b"old"))]).await;
    let before = tab.read(0).await;
    for (name, expected) in [
        ("QuotaExceededError", Some(StorageFault::Full)),
        ("DataError", None),
    ] {
        js_sys::eval(&format!(
            "const whole = IDBObjectStore.prototype.put; let left = 2;
             globalThis.mend = () => {{ IDBObjectStore.prototype.put = whole; }};
             IDBObjectStore.prototype.put = function (...all) {{
                 if (left-- === 0) throw new DOMException('so it is', '{name}');
                 return whole.apply(this, all);
             }};"
        ))
        .unwrap();
        let transaction = tab.transaction(Some(b"new"), &[(1, Some(b"new")), (2, Some(b"new"))]);
        let fault = tab.store.write(&transaction).await.unwrap_err();
        js_sys::eval("mend()").unwrap();
        let otherwise = StorageFault::Failed {
            reason: format!("{name}: so it is"),
        };
        assert_eq!(fault, expected.unwrap_or(otherwise));
        assert_eq!(tab.read(0).await, before);
    }
    assert_eq!(tab.write(None, &[(2, Some(b"two"))]).await, Written::Done);
}

/// The transaction is taken back when all is put, as a browser does that finds out late.
#[wasm_bindgen_test]
async fn a_transaction_that_is_taken_back_is_not_done() {
    let tab = Tab::fresh().await;
    let before = tab.read(0).await;
    js_sys::eval(
        "const put = IDBObjectStore.prototype.put;
         globalThis.mend = () => { IDBObjectStore.prototype.put = put; };
         IDBObjectStore.prototype.put = function (...all) {
             const request = put.apply(this, all);
             request.addEventListener('success', () => this.transaction.abort(), { once: true });
             return request;
         };",
    )
    .unwrap();
    let transaction = tab.transaction(Some(b"new"), &[(1, Some(b"new"))]);
    let written = tab.store.write(&transaction);
    let fault = written.await.unwrap_err();
    js_sys::eval("mend()").unwrap();
    assert_eq!(
        fault,
        StorageFault::Failed {
            reason: "AbortError".into()
        }
    );
    assert_eq!(tab.read(0).await, before);
}

#[wasm_bindgen_test]
async fn it_is_on_the_disk_when_it_is_done() {
    let mut tab = Tab::fresh().await;
    js_sys::eval(
        "const begin = IDBDatabase.prototype.transaction; globalThis.seen = [];
         globalThis.mend = () => { IDBDatabase.prototype.transaction = begin; };
         IDBDatabase.prototype.transaction = function (...all) {
             const transaction = begin.apply(this, all);
             seen.push(`${transaction.mode} ${transaction.durability}`);
             transaction.addEventListener('complete', () => seen.push('complete'));
             return transaction;
         };",
    )
    .unwrap();
    tab.write(None, &[(1, Some(b"one"))]).await;
    let seen = js_sys::eval("mend(); seen.join()").unwrap();
    assert_eq!(seen.as_string().unwrap(), "readwrite strict,complete");
}

#[wasm_bindgen_test]
async fn large_and_many_records_are_kept() {
    let mut tab = Tab::fresh().await;
    let large: Vec<u8> = (0..20_000_000u32).map(|at| (at % 251) as u8).collect();
    let many: Vec<_> = (2..5_002).map(|id| (id, Some(&large[..1_000]))).collect();
    assert_eq!(tab.write(None, &[(1, Some(&large))]).await, Written::Done);
    assert_eq!(tab.write(None, &many).await, Written::Done);
    let all = tab.read(0).await;
    assert_eq!(all.records.len(), 5_001);
    assert!(all.records[0].1.as_ref() == Some(&large));
    assert!(all.records[5_000] == (5_001, Some(large[..1_000].to_vec())));
    tab.store.erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn after_an_erasure_nobody_writes_to_what_was() {
    let mut tab = Tab::fresh().await;
    tab.write(Some(b"header"), &[(1, Some(b"one"))]).await;
    let other = Tab::open().await;
    other.store.erase().await.unwrap();
    assert_eq!(
        tab.write(None, &[(2, Some(b"two"))]).await,
        Written::Conflict
    );
    let nothing = Contents {
        revision: tab.known + 1,
        ..Contents::default()
    };
    assert_eq!(tab.read(0).await, nothing);
}

#[wasm_bindgen_test]
async fn other_tabs_hear_of_it_and_the_writer_does_not() {
    let mut writer = Tab::fresh().await;
    let other = Tab::open().await;
    let heard = [(); 2].map(|()| Rc::new(Cell::new(0)));
    for (tab, count) in [&writer, &other].into_iter().zip(&heard) {
        let count = count.clone();
        tab.store.on_change(move || count.set(count.get() + 1));
    }
    writer.write(None, &[(1, Some(b"one"))]).await;
    let stale = other.transaction(None, &[]);
    assert_eq!(other.store.write(&stale).await, Ok(Written::Conflict));
    for _ in 0..200 {
        if heard[1].get() > 0 {
            break;
        }
        sleep(10).await;
    }
    sleep(100).await;
    assert_eq!(heard.map(|count| count.get()), [0, 1]);
}

/// As when the user removes the site's data, or a newer program comes.
#[wasm_bindgen_test]
async fn who_wants_to_remove_the_database_is_not_blocked() {
    let mut tab = Tab::fresh().await;
    let removed = js_sys::eval(
        "new Promise((resolve, reject) => {
             const request = indexedDB.deleteDatabase('certwright');
             request.onsuccess = resolve; request.onblocked = request.onerror = reject;
         })",
    );
    let removed: js_sys::Promise = removed.unwrap().into();
    wasm_bindgen_futures::JsFuture::from(removed).await.unwrap();
    let fault = tab
        .store
        .write(&tab.transaction(None, &[]))
        .await
        .unwrap_err();
    assert!(
        matches!(fault, StorageFault::Unavailable { .. }),
        "{fault:?}"
    );
    tab = Tab::open().await;
    assert_eq!(tab.known, 0);
}

#[wasm_bindgen_test]
async fn a_browser_without_it_says_so() {
    js_sys::eval(
        "const open = IDBFactory.prototype.open;
         globalThis.mend = () => { IDBFactory.prototype.open = open; };
         IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError'); };",
    )
    .unwrap();
    let fault = Store::open().await.err();
    js_sys::eval("mend()").unwrap();
    let reason = "SecurityError: not here".into();
    assert_eq!(fault, Some(StorageFault::Unavailable { reason }));
}
