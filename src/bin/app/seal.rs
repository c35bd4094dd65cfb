//! The second, stricter policy: once everything is loaded, nothing is fetched any more.

use gloo::utils::{document, head};

/// Forbids the page, and every worker started from now on, any connection: to its own host too.
///
/// Workers start from memory. What may still come is the service worker's registration, and what a
/// browser needs to install the page as an app: its manifest and icons. The first policy, in
/// `index.html`, goes on to hold beside this one, and since policies only ever add up, nothing can
/// lift it before the page is loaded anew.
///
/// What no policy forbids is going to another page and, in Chromium, WebRTC. Workers, where the
/// keys are, can do neither.
pub fn seal() {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let folder = base
        .split(['?', '#'])
        .next()
        .and_then(|base| base.rsplit_once('/'));
    let icons = folder
        .map(|(folder, _)| format!("{folder}/icons/"))
        .unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src 'self' blob:; \
         manifest-src 'self'; img-src data: {icons}"
    );
    if let Ok(meta) = document().create_element("meta") {
        meta.set_attribute("http-equiv", "Content-Security-Policy")
            .ok();
        meta.set_attribute("content", &policy).ok();
        head().append_child(&meta).ok();
    }
}
