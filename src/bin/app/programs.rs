//! Where the build put the workers' programs: `index.html` has links to their files.

use certwright::web::{kernel::Choice, link::Address};
use gloo::utils::{document, window};
use web_sys::UrlSearchParams;

/// The engine's files.
pub fn engine() -> Address {
    files("engine")
}

/// The files of the prime searchers that run best here.
///
/// For tests and measurements `?kernel=fused` or `?kernel=portable` in the page's address asks for
/// one of them, and `?kernel=none` for none, so that the `rsa` crate makes RSA keys. What does not
/// run here is not to be had by asking.
pub fn searcher() -> Option<Address> {
    let query = window().location().search().unwrap_or_default();
    let query = UrlSearchParams::new_with_str(&query).ok();
    let kernel = match query.and_then(|query| query.get(SETTING)) {
        None => Choice::best(),
        Some(name) => Choice::ALL
            .into_iter()
            .find(|kernel| kernel.name() == name && kernel.runs_here()),
    };
    kernel.map(|kernel| files(&format!("searcher-{}", kernel.name())))
}

fn files(program: &str) -> Address {
    Address {
        script: address(&format!("{program}-script")),
        module: address(&format!("{program}-module")),
    }
}

/// The engine's files are links with an id, which have the browser load them early; of the searchers
/// only one pair is needed, so theirs are just names.
fn address(name: &str) -> String {
    let find = |selector: String| document().query_selector(&selector).ok().flatten();
    let link = find(format!("#{name}")).and_then(|link| link.get_attribute("href"));
    let meta = || find(format!("meta[name={name}]")).and_then(|meta| meta.get_attribute("content"));
    link.or_else(meta).unwrap_or_default()
}

/// The name of the setting.
const SETTING: &str = "kernel";
