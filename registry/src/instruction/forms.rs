//! The bodies of the acts, as they stand in an instruction. Every member is a string, an object or an array of
//! such; an absent name is an absent value.

use super::*;

/// Declares plain act bodies: named fields, strict, and absent names for absent values.
macro_rules! forms {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident : $type:ty),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fmeta])* pub $field: $type),* }
    )+};
}
pub(crate) use forms;

mod certificate;
mod claim;
mod credit;
mod money;
mod party;
mod trade;

pub use certificate::*;
pub use claim::*;
pub use credit::*;
pub use money::*;
pub use party::*;
pub use trade::*;
