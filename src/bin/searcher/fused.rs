//! A prime searcher for browsers with relaxed SIMD, on processors with a fused multiply-add.

use certwright::primes::Fused;
use certwright::web::searcher;

fn main() {
    searcher::serve::<Fused>();
}
