//! What a reference of the bank's was booked for. Each is booked once; several payouts of a file may be one booking.

use std::collections::btree_map::Entry;

use super::Cash;
use crate::Contradiction;
use crate::values::*;

/// What was booked under a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booking {
    /// What it was.
    pub what: Booked,
    /// What it moved at the bank, in all.
    pub amount: Money,
    /// When it was booked; of several payouts, the first.
    pub at: Timestamp,
}

/// What a movement at the bank was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Booked {
    /// A deposit came.
    Deposit(DepositId),
    /// The bank took a deposit back.
    Recall(DepositId),
    /// The bank charged something.
    Charge,
    /// Payouts of a file left.
    Settlement(Option<PayoutFileId>),
    /// A payout came back.
    Return(PayoutId),
}

impl Booked {
    /// Whether money came to the bank; else it left.
    pub const fn came(self) -> bool {
        matches!(self, Self::Deposit(_) | Self::Return(_))
    }
}

impl Cash {
    /// What was booked under a reference of the bank's.
    pub fn booking(&self, reference: &Reference) -> Option<&Booking> {
        self.bookings.get(reference)
    }
    /// Every reference of the bank's that was booked.
    pub fn bookings(&self) -> impl Iterator<Item = (&Reference, &Booking)> {
        self.bookings.iter()
    }
    /// Whether a reference of the bank's was booked.
    pub fn is_booked(&self, reference: &Reference) -> bool {
        self.bookings.contains_key(reference)
    }

    pub(super) fn book_under(&mut self, reference: &Reference, booking: Booking) -> Result<(), Contradiction> {
        let before = self.bookings.insert(reference.clone(), booking);
        Contradiction::unless(before.is_none(), "a bank reference is booked once")
    }

    /// A payout leaves, perhaps together with others of its file.
    pub(super) fn book_settlement(&mut self, reference: &Reference, booking: Booking) -> Result<(), Contradiction> {
        match self.bookings.entry(reference.clone()) {
            Entry::Vacant(free) => {
                free.insert(booking);
                Ok(())
            }
            Entry::Occupied(mut begun) => {
                let begun = begun.get_mut();
                Contradiction::unless(begun.what == booking.what, "payouts of one file are one booking")?;
                let sum = begun.amount.minor.checked_add(booking.amount.minor);
                begun.amount.minor = sum.ok_or(Contradiction::new("a booking fits its type"))?;
                Ok(())
            }
        }
    }
}
