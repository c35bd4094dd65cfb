//! Why something did not fill the form.

use crate::forms::application::Origin;
use yew::prelude::*;

/// Why the last try filled nothing, until something fills the form, it is cleared, or what was there comes back.
#[hook]
pub fn use_failure<F: PartialEq + 'static>(origin: &Option<Origin>) -> UseStateHandle<Option<F>> {
    let failure = use_state_eq(|| None);
    let set = failure.setter();
    use_effect_with(origin.clone(), move |_| set.set(None));
    failure
}
