//! Payouts on their way out: where a payee is paid, from where the register pays, and the file of an approval. What
//! stands here never stands in the log, and is never written to the program's own log either.

pub mod details;
pub mod file;
pub mod settings;

use orebook_bank::{Reference, ReferenceError};
use orebook_registry::values::{OrganisationId, PayoutId};

/// Digits of an id's place among those of its entry.
const PLACE: usize = 5;

/// What a reference of ours says: the sequence of an entry, and the place of an id among those that it gave out. No two
/// ids share both, whatever they are of: so no two references are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Numbered {
    sequence: u64,
    ordinal: u16,
}

impl Numbered {
    /// Of a payout.
    pub const fn of_payout(id: PayoutId) -> Self {
        Self { sequence: id.sequence(), ordinal: id.ordinal() }
    }

    /// Of an organisation.
    pub const fn of_organisation(id: OrganisationId) -> Self {
        Self { sequence: id.sequence(), ordinal: id.ordinal() }
    }

    /// As a reference: the sequence and five digits of the place. They are digits only, so that a letter is known for a
    /// slip.
    fn reference(self) -> Result<Reference, ReferenceError> {
        Reference::of(&format!("{}{:0PLACE$}", self.sequence, self.ordinal))
    }

    /// What a reference says, if it is written as ours are.
    pub fn in_reference(reference: &Reference) -> Option<Self> {
        let (sequence, place) = reference.body().split_at_checked(reference.body().len().checked_sub(PLACE)?)?;
        let read = Self { sequence: sequence.parse().ok()?, ordinal: place.parse().ok()? };
        read.reference().ok().filter(|written| written == reference).map(|_| read)
    }
}

/// The reference by which bank and payee know a payout.
pub fn reference_of(payout: PayoutId) -> Result<Reference, ReferenceError> {
    Numbered::of_payout(payout).reference()
}

/// The reference that a member quotes when it sends money: by it a deposit is known to be the member's.
pub fn deposit_reference_of(organisation: OrganisationId) -> Result<Reference, ReferenceError> {
    Numbered::of_organisation(organisation).reference()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_says_which_id_it_is_of() {
        for (sequence, ordinal, written) in
            [(0, 0, "000000"), (41, 0, "4100000"), (41, 7, "4100007"), (1, 65_535, "165535")]
        {
            let number = Numbered { sequence, ordinal };
            let reference = number.reference().unwrap();
            assert_eq!(reference.body(), written);
            assert_eq!(Numbered::in_reference(&reference), Some(number));
        }
    }

    #[test]
    fn a_reference_of_somebody_else_is_none_of_ours() {
        for body in ["1", "00000", "0100000", "199999", "4A00001", "41000A1", "999999999999999999999"] {
            assert_eq!(Numbered::in_reference(&Reference::of(body).unwrap()), None, "{body}");
        }
    }
}
