//! Where the focus goes while something is made.

use super::{EngineContext, Making, focus, focus_soon};
use yew::prelude::*;

/// The focus goes to what changed: to the progress when the work begins, to the result when it is there,
/// to the trouble when it was given up or failed. Work may have ended before it was seen to begin.
#[hook]
pub fn use_focus_on_work(engine: &EngineContext, making: Making, result: String) {
    let working = engine.state.work_on(making).is_some();
    let failed = engine.state.trouble_with(making).is_some();
    let first = use_mut_ref(|| true);
    use_effect_with(
        (working, engine.state.ended(making)),
        move |(working, _)| {
            if first.replace(false) {
                return;
            }
            match (working, failed) {
                (true, _) => focus("working"),
                (false, true) => focus("trouble"),
                (false, false) => focus_soon(result),
            }
        },
    );
}
