//! A key worker: takes one order after the other. It keeps nothing, so it may be ended at any
//! moment.

use certwright::engine::{self, Order};
use certwright::web::{self, worker};
use wasm_bindgen::UnwrapThrowExt;
use zeroize::Zeroizing;

/// Listens for orders.
pub fn start() {
    worker::listen(|bytes, _| {
        let bytes = Zeroizing::new(bytes);
        let order: Order = engine::decode(&bytes).expect_throw("an order");
        let product = order.fulfil(&mut web::randomness());
        let answer = engine::encode(&product).expect_throw("a product");
        worker::reply(&answer).expect_throw("a listener");
    });
}
