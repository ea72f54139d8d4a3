//! Amounts: whole minor units of a currency, printed as exact decimals.

use std::fmt;

/// Digits that an amount, or the sum of a file, may have in all: `totalDigits` of the schema of
/// pain.001.001.09, for `ActiveOrHistoricCurrencyAndAmount` and for `DecimalNumber`.
pub const DIGITS_MAX: u32 = 18;

/// The most decimals that ISO 4217 gives a currency; the schema has room for five.
const EXPONENT_MAX: u32 = 4;

/// A currency: three capital letters, and the number of its decimals (ISO 4217): 2 for USD, 0 for
/// UGX. Which currencies there are is for the caller to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency {
    code: [u8; 3],
    exponent: u32,
}

/// More than nothing of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    minor: i64,
    currency: Currency,
}

/// Why there is no such [`Amount`] or [`Currency`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// The code is not three capital letters.
    #[error("a currency is three capital letters")]
    CurrencyMustBeThreeCapitals,
    /// No currency has so many decimals.
    #[error("a currency has at most 4 decimals, not {exponent}")]
    ExponentMustBeAtMostFour {
        /// What was given.
        exponent: u32,
    },
    /// Nothing, or less, cannot be paid.
    #[error("an amount must be more than nothing, not {minor} minor units")]
    AmountMustBePositive {
        /// Minor units that were given.
        minor: i64,
    },
    /// More than 18 digits.
    #[error("an amount has at most 18 digits, so not {minor} minor units")]
    AmountTooLarge {
        /// Minor units that were given.
        minor: i64,
    },
    /// Not digits, and a point between them or none.
    #[error("an amount is digits, and maybe a point and digits")]
    AmountMustBeDecimal,
    /// More than 18 digits, as text.
    #[error("an amount has at most {DIGITS_MAX} digits")]
    TooManyDigits,
    /// Decimals that the currency does not have.
    #[error("{currency} has {exponent} decimals, not {decimals}")]
    TooManyDecimals {
        /// Which currency.
        currency: Currency,
        /// Decimals it has.
        exponent: u32,
        /// Decimals that were given, without zeros at the end.
        decimals: usize,
    },
}

impl Currency {
    /// A currency of a code such as `USD` and its number of decimals.
    pub fn new(code: &str, exponent: u32) -> Result<Currency, AmountError> {
        let letters: [u8; 3] = code.as_bytes().try_into().map_err(|_| AmountError::CurrencyMustBeThreeCapitals)?;
        if !letters.iter().all(u8::is_ascii_uppercase) {
            return Err(AmountError::CurrencyMustBeThreeCapitals);
        }
        if exponent > EXPONENT_MAX {
            return Err(AmountError::ExponentMustBeAtMostFour { exponent });
        }
        Ok(Currency { code: letters, exponent })
    }

    /// Decimals of the currency.
    pub const fn exponent(self) -> u32 {
        self.exponent
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code.iter().try_for_each(|letter| fmt::Write::write_char(out, char::from(*letter)))
    }
}

impl Amount {
    /// So many minor units (cents) of a currency: from 1 to 18 digits of them.
    pub const fn new(minor: i64, currency: Currency) -> Result<Amount, AmountError> {
        match minor {
            ..=0 => Err(AmountError::AmountMustBePositive { minor }),
            _ if minor >= 10_i64.pow(DIGITS_MAX) => Err(AmountError::AmountTooLarge { minor }),
            _ => Ok(Amount { minor, currency }),
        }
    }

    /// Minor units (cents).
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency they count.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// With exactly the currency's decimals and without its code: `12750.00`, `46000`.
    pub fn decimal(self) -> String {
        decimal(self.minor.unsigned_abs(), self.currency.exponent)
    }
}

/// Minor units with a point before the last `exponent` digits; without one where there are none.
pub(crate) fn decimal(minor: u64, exponent: u32) -> String {
    let one = 10_u64.pow(exponent.min(EXPONENT_MAX));
    let (whole, part) = (minor / one, minor % one);
    match exponent as usize {
        0 => whole.to_string(),
        digits => format!("{whole}.{part:0digits$}"),
    }
}

/// Minor units of a decimal, as a bank writes it (`xs:decimal` without a sign): `12.5`, `12.50`, `46000.00`. Zeros at the end
/// say nothing; any other decimal beyond the currency's would be lost, and is refused.
pub(crate) fn minor_of(text: &str, currency: Currency) -> Result<i64, AmountError> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) {
        return Err(AmountError::AmountMustBeDecimal);
    }
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    let (exponent, decimals) = (currency.exponent, part.len());
    if decimals > exponent as usize {
        return Err(AmountError::TooManyDecimals { currency, exponent, decimals });
    }
    let written = format!("{whole}{part:0<width$}", width = exponent as usize);
    if written.len() > DIGITS_MAX as usize {
        return Err(AmountError::TooManyDigits);
    }
    Ok(written.bytes().fold(0, |minor, digit| minor * 10 + i64::from(digit - b'0')))
}
