//! Payouts on their way out: where a payee is paid, from where the register pays, and the file of an approval. What
//! stands here never stands in the log, and is never written to the program's own log either.

pub mod details;
pub mod file;
pub mod settings;

use orebook_bank::{Reference, ReferenceError};
use orebook_registry::values::PayoutId;

/// The reference by which bank and payee know a payout: the sequence of its entry and five digits of its place there.
/// They are digits only, so that a letter is known for a slip.
pub fn reference_of(payout: PayoutId) -> Result<Reference, ReferenceError> {
    Reference::of(&format!("{}{:05}", payout.sequence(), payout.ordinal()))
}
