//! What money leaves the house as, and how it is told to have come: payment files for banks and for mobile money, and the
//! statements of banks. Knows no credits.
//!
//! A payment file is made of values that were parsed once and are valid from then on: accounts
//! ([`Iban`], [`Bic`], [`Msisdn`](mobile::Msisdn)), references ([`Reference`]), texts ([`Latin`]),
//! names of things ([`Id`], [`Code`], [`Country`]), money ([`Amount`]) and dates ([`Day`],
//! [`Moment`]). So whoever writes a file can only meet what concerns the file as a whole: that it
//! pays somebody, in one currency, each payment once. [`FileError`] is all of it.
//!
//! | module | what leaves or comes in |
//! |---|---|
//! | [`pain001`] | ISO 20022 customer credit transfer initiation, `pain.001.001.09` |
//! | [`mobile`] | a bulk payment table (CSV) in the layout of a provider, as a [`Profile`](mobile::Profile) |
//! | [`camt`] | comes in: ISO 20022 statements and notifications, `camt.053` and `camt.054` |
//!
//! The same values give the same bytes, always: a file that is asked for twice can be compared.

#![warn(missing_docs)]

mod amount;
mod bic;
pub mod camt;
mod date;
mod file;
mod iban;
mod latin;
pub mod mobile;
mod mod97;
mod name;
pub mod pain001;
mod reference;
mod written;

pub use amount::{Amount, AmountError, Currency, DIGITS_MAX};
pub use bic::{Bic, BicError};
pub use date::{DateError, Day, Moment};
pub use file::FileError;
pub use iban::{Iban, IbanError};
pub use latin::{Latin, LatinError, is_latin};
pub use name::{Code, Country, Id, NameError};
pub use reference::{Reference, ReferenceError};
