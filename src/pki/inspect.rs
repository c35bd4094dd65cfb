//! Looking closely at what is in a file: down to its octets, and beside what came with it.

mod difference;
mod oddity;
mod parts;
mod relations;
mod texts;
mod tree;

pub use difference::{Comparison, Difference, Field, compare};
pub use oddity::{OddText, Oddity, Place, oddities, shown};
pub use relations::{Issued, KeyGroup, Listed, Missing, Relations, Renewal, relations};
pub use tree::{Class, Node, Tag, Tree, TreeFault, tree};
