//! Extensions for people.
/// An extension.
pub struct ExtensionView;
