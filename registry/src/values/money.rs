//! Money in whole minor units of an ISO 4217 currency.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Mass, ValueError, string_serde};

/// Code and number of decimals (ISO 4217).
const CURRENCIES: &[(&str, u32)] = &[
    ("AUD", 2),
    ("BIF", 0),
    ("BOB", 2),
    ("BRL", 2),
    ("CAD", 2),
    ("CDF", 2),
    ("CHF", 2),
    ("CNY", 2),
    ("COP", 2),
    ("EUR", 2),
    ("GBP", 2),
    ("GHS", 2),
    ("GNF", 0),
    ("IDR", 2),
    ("INR", 2),
    ("JPY", 0),
    ("KES", 2),
    ("MGA", 2),
    ("MWK", 2),
    ("MZN", 2),
    ("NOK", 2),
    ("PEN", 2),
    ("PHP", 2),
    ("RWF", 0),
    ("SEK", 2),
    ("TND", 3),
    ("TZS", 2),
    ("UGX", 0),
    ("USD", 2),
    ("XAF", 0),
    ("XOF", 0),
    ("ZAR", 2),
    ("ZMW", 2),
];

/// A currency of ISO 4217 with its number of decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency(u8);

impl Currency {
    /// The first in the order of the codes.
    pub(crate) const FIRST: Self = Self(0);

    /// The three letters.
    pub fn code(self) -> &'static str {
        CURRENCIES[usize::from(self.0)].0
    }
    /// Decimals of the currency: 2 for USD, 0 for UGX.
    pub fn exponent(self) -> u32 {
        CURRENCIES[usize::from(self.0)].1
    }
    /// An amount in this currency.
    pub const fn minor(self, minor: i64) -> Money {
        Money { minor, currency: self }
    }
}

impl FromStr for Currency {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let at = CURRENCIES.binary_search_by(|(code, _)| code.cmp(&text));
        at.ok()
            .and_then(|i| u8::try_from(i).ok())
            .map(Self)
            .ok_or(ValueError::new("currency", "an ISO 4217 code in use here"))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

string_serde!(Currency);

/// An amount of money, or a price per kilogram: whole minor units of one currency.
/// On the wire `{"amount":"12750.00","currency":"USD"}`, with exactly the currency's decimals and never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    /// Minor units (cents).
    pub minor: i64,
    /// The currency they count.
    pub currency: Currency,
}

impl Money {
    /// The largest amount on the wire, in minor units: 10¹⁵ − 1.
    pub const MINOR_MAX: i64 = 999_999_999_999_999;

    /// `mass × price per kg`, exact or nothing: a trade never rounds.
    pub fn times(self, mass: Mass) -> Option<Money> {
        let product = u128::from(mass.mg()) * u128::try_from(self.minor).ok()?;
        let exact = product % 1_000_000 == 0;
        let minor = i64::try_from(product / 1_000_000).ok().filter(|m| exact && *m <= Self::MINOR_MAX)?;
        Some(self.currency.minor(minor))
    }

    /// The amount as a decimal string without its currency: `12750.00`.
    pub fn amount(self) -> String {
        Decimal::from_i128_with_scale(i128::from(self.minor), self.currency.exponent()).to_string()
    }

    /// Reads an amount with exactly the currency's decimals.
    pub fn parse(amount: &str, currency: Currency) -> Result<Money, ValueError> {
        const FORM: ValueError =
            ValueError::new("amount", "a plain decimal with exactly the currency's decimals, at most 15 digits in all");
        let decimals = amount.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let plain = amount.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let whole = amount.split_once('.').map_or(amount, |(whole, _)| whole);
        let canonical = !whole.is_empty() && (whole == "0" || !whole.starts_with('0')) && !amount.ends_with('.');
        if !plain || !canonical || amount.len() > 17 || decimals != currency.exponent() as usize {
            return Err(FORM);
        }
        let decimal = Decimal::from_str_exact(amount).map_err(|_| FORM)?;
        let minor = decimal.mantissa().to_i64().filter(|m| *m <= Self::MINOR_MAX).ok_or(FORM)?;
        Ok(currency.minor(minor))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount(), self.currency)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire<'a> {
    #[serde(borrow)]
    amount: std::borrow::Cow<'a, str>,
    currency: Currency,
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Wire { amount: self.amount().into(), currency: self.currency }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        Money::parse(&wire.amount, wire.currency).map_err(serde::de::Error::custom)
    }
}
