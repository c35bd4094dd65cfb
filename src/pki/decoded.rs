//! What certificates and revocation lists say, decoded: what their extensions mean, for all who judge
//! them. Whether it holds is for [`chain`](super::chain), whether it is well done for
//! [`lint`](super::lint).

mod extensions;
mod general_name;
mod name_space;
mod point;

pub(super) use extensions::{Extensions, Found, NameConstraints, Point, Subtree};
pub(super) use general_name::{DirectoryName, Form, GeneralName};
pub(super) use name_space::{Breach, NameSpace};
pub(super) use point::{ALL_REASONS, PointName, point_name, reasons};
