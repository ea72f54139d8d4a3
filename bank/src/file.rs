//! What must hold of the payments that leave in one file, whatever its format.

use std::collections::BTreeSet;

use crate::amount::{Amount, Currency, DIGITS_MAX, decimal};

/// Why payments cannot leave in one file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// A file that pays nobody is no file.
    #[error("a file must have a payment")]
    NoPayments,
    /// A file pays from one account in one currency.
    #[error("all payments of a file must be in one currency, not in {first} and {other}")]
    CurrencyMustBeOne {
        /// The currency of the first payment.
        first: String,
        /// The first that is another, or has another number of decimals.
        other: String,
    },
    /// An id names one payment: what the bank says of it later must be about one.
    #[error("two payments of the file have the id {id}")]
    IdMustBeOfOnePayment {
        /// The first that comes again.
        id: String,
    },
    /// The sum has more than 18 digits.
    #[error("the payments of a file must add up to 18 digits at most")]
    SumTooLarge,
}

/// The control sum of a file that may leave.
#[derive(Debug)]
pub(crate) struct Sum {
    minor: u64,
    currency: Currency,
}

impl Sum {
    /// Adds the payments up, each given by its id and amount.
    pub(crate) fn of<'p>(payments: impl Iterator<Item = (&'p str, Amount)>) -> Result<Sum, FileError> {
        let mut ids = BTreeSet::new();
        let mut sum: Option<Sum> = None;
        for (id, amount) in payments {
            if !ids.insert(id) {
                return Err(FileError::IdMustBeOfOnePayment { id: id.to_owned() });
            }
            let so_far = sum.unwrap_or(Sum { minor: 0, currency: amount.currency() });
            sum = Some(so_far.plus(amount)?);
        }
        sum.ok_or(FileError::NoPayments)
    }

    fn plus(self, amount: Amount) -> Result<Sum, FileError> {
        if amount.currency() != self.currency {
            let (first, other) = (self.currency.to_string(), amount.currency().to_string());
            return Err(FileError::CurrencyMustBeOne { first, other });
        }
        let minor = self.minor.checked_add(amount.minor().unsigned_abs());
        let minor = minor.filter(|minor| *minor < 10_u64.pow(DIGITS_MAX)).ok_or(FileError::SumTooLarge)?;
        Ok(Sum { minor, ..self })
    }

    /// The one currency of the file.
    pub(crate) const fn currency(&self) -> Currency {
        self.currency
    }

    /// With exactly the currency's decimals: `12750.00`, `46000`.
    pub(crate) fn decimal(&self) -> String {
        decimal(self.minor, self.currency.exponent())
    }
}
