//! Callbacks that pass on only some of what they hear.

use yew::Callback;

/// Calls `callback` with what `read` makes of what is heard; not at all where it makes nothing of it.
pub fn filtered<T, U: 'static>(
    callback: &Callback<U>,
    read: impl Fn(T) -> Option<U> + 'static,
) -> Callback<T> {
    let callback = callback.clone();
    Callback::from(move |heard: T| {
        if let Some(read) = read(heard) {
            callback.emit(read);
        }
    })
}
