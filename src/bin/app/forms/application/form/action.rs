//! What happens to the form.

use super::super::beginning::Beginning;
use super::super::lines::Line;
use super::super::place::Place;
use super::super::purpose::Purpose;
use super::super::rows::Edit;
use certwright::engine::KeySource;
use certwright::pki::{
    Algorithm, AltName, Application, Extension, KeyUsage, LeftOut, Name, Oid, SignatureAlgorithm,
    config::Filled,
};
use std::rc::Rc;

/// What fills the form.
#[derive(Clone, PartialEq)]
pub enum Origin {
    /// A configuration file, or another section of it.
    Config {
        /// The file.
        text: Rc<str>,
        /// What it says.
        filled: Rc<Filled>,
    },
    /// A certificate or a request, of which this was left out.
    Like(Rc<[LeftOut]>),
}

/// What the user does.
pub enum Action {
    Purpose(Purpose),
    Row(u32, Edit),
    AddRow,
    Subject(Name),
    Email(String),
    Names(String),
    AddNames(Vec<AltName>),
    DropNames(Vec<AltName>),
    Usage(KeyUsage, bool),
    Purposed(Oid, bool),
    Purposes(String),
    Constraints(Option<bool>),
    PathLength(String),
    Line(Line, String),
    AddExtension(Extension),
    RemoveExtension(Oid),
    Challenge(String),
    Unstructured(String),
    Key(KeySource, Algorithm),
    Signature(SignatureAlgorithm),
    Leave(Place),
    LeaveAll,
    /// What a certificate begins with.
    Begin(Box<Beginning>),
    /// A certificate that is to be renewed, or a request that is to be signed, says it.
    Take(Box<Application>),
    /// A configuration file says it all.
    FillConfig(Rc<str>, Rc<Filled>),
    /// Another of its sections has the extensions.
    FillExtensions(Rc<str>, Rc<Filled>),
    /// A certificate or request says it, and more that cannot be asked for.
    FillLike(Box<Application>, Rc<[LeftOut]>),
    /// An empty form.
    Clear,
    /// Back to what was there before it was filled.
    Undo,
}
