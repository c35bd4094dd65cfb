//! The office: authorities and what they keep, between the page and the [register](crate::authority::Register).

mod ask;
mod facts;

pub use ask::{
    BatchOrder, Certified, OfficeAnswer, OfficeAsk, OfficeFile, Order, RestoreMode, Subject,
};
pub use facts::{
    BatchFacts, BatchReport, CaFacts, EntryFacts, EventFacts, IssueFault, ListFacts, Safety,
    VaultFacts,
};
