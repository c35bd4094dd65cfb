//! The second, stricter policy: once everything is loaded, nothing is fetched any more.

use gloo::utils::{document, head};

/// Workers start from memory, and the service worker's registration is the only other thing that
/// may still come. The first policy, in `index.html`, goes on to hold beside this one.
const POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src 'self' blob:; manifest-src 'self'";

/// Forbids the page, and every worker started from now on, any connection: to its own host too.
///
/// Policies only ever add up, so this cannot be undone before the page is loaded anew. What no
/// policy can forbid is going to another page.
pub fn seal() {
    if let Ok(policy) = document().create_element("meta") {
        policy
            .set_attribute("http-equiv", "Content-Security-Policy")
            .ok();
        policy.set_attribute("content", POLICY).ok();
        head().append_child(&policy).ok();
    }
}
