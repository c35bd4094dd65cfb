//! Every kind of key in every form of its own, and every way to sign with it, before OpenSSL and the
//! standards' examples; and keys that are broken, or of kinds that are not read.

#[path = "kinds_of_key/forms.rs"]
mod forms;
#[path = "kinds_of_key/known_answers.rs"]
mod known_answers;
#[path = "kinds_of_key/material.rs"]
mod material;
#[path = "kinds_of_key/rsa.rs"]
mod rsa;
#[path = "common/support.rs"]
mod support;
