//! The bodies of the events, as they stand in an entry.

use crate::instruction::*;
use crate::mineral::Mineral;
use crate::serial::SerialBlock;
use crate::values::*;

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

/// A whole number from 0, as a decimal string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub u64);

impl std::str::FromStr for Number {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("whole number", "digits without a leading zero");
        let number: u64 = text.parse().map_err(|_| FORM)?;
        if number.to_string() == text { Ok(Self(number)) } else { Err(FORM) }
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

string_serde!(Number);
