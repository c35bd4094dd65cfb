//! What a request asks for, and what a certificate is to say: subject, names, extensions.
//!
//! Its state is a [`Form`], of which a [`Reading`] is made; its parts are components, which a page puts together.

mod beginning;
mod custom;
mod enter;
mod extensions;
mod form;
mod lines;
mod names;
mod names_field;
pub mod outline;
mod place;
mod purpose;
mod reading;
mod removable;
mod row_fields;
mod rows;
mod subject_fields;
mod uses;
mod words;

pub use beginning::{Beginning, Reach};
pub use form::{Action, Form, Origin};
pub use lines::Line;
pub use names_field::NamesField;
pub use place::Place;
pub use purpose::Purpose;
pub use reading::Reading;
pub use removable::removable;
pub use subject_fields::SubjectFields;
pub use uses::{AcmeSubject, LineField, ListField, Uses};
pub use words::{extension, extension_name};
