//! A prime searcher for every browser with SIMD.

use certwright::primes::Portable;
use certwright::web::searcher;

fn main() {
    searcher::serve::<Portable>();
}
