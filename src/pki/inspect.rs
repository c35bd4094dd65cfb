//! Looking closely at what is in a file: what it is, OpenSSL's text of it, its octets, and what it has to do with
//! what came with it.

mod difference;
mod integer;
mod objects;
mod oddity;
mod others;
mod out;
mod overview;
mod parts;
mod people;
mod print;
mod relations;
mod text;
mod texts;
mod tlv;
mod tree;

pub use difference::{Comparison, Difference, Field, compare};
pub use oddity::{OddText, Oddity, Place, oddities, shown};
pub use overview::{Overview, Role};
pub use people::ExtensionView;
pub use relations::{Issued, KeyGroup, Listed, Missing, Relations, Renewal, relations};
pub use tree::{Class, Node, Tag, Tree, TreeFault, tree};
