//! Where the focus goes when the engine has answered.

use super::focus_soon;
use yew::prelude::*;

/// The focus goes to what shows an answer, or to the field that it is about, whenever there is one answer
/// more. An answer that came too late counts for nothing.
#[hook]
pub fn use_focus_on_answer(answers: u32, id: &'static str) {
    let first = use_mut_ref(|| true);
    use_effect_with(answers, move |_| {
        if !first.replace(false) {
            focus_soon(id.into());
        }
    });
}
