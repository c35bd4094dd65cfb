//! Looking closely at what is in a file: what it is, down to its octets, and beside what came with it.

mod difference;
mod oddity;
mod overview;
mod parts;
mod relations;
mod stub;
mod tree;
pub use stub::ExtensionView;

pub use difference::{Comparison, Difference, Field, compare};
pub use oddity::{OddText, Oddity, Place, oddities, shown};
pub use overview::{Overview, Role};
pub use relations::{Issued, KeyGroup, Listed, Missing, Relations, Renewal, relations};
pub use tree::{Class, Node, Tag, Tree, TreeFault, tree};
