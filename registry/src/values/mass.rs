//! Mass in whole milligrams, and the two kinds of share: basis points and parts per million.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{ValueError, string_serde};

/// A mass in milligrams of a mineral's declared mass basis. One credit is 1,000,000 mg.
/// On the wire a decimal string of kilograms: `2.412`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mass(u64);

impl Mass {
    /// One credit.
    pub const KILOGRAM: Mass = Mass(1_000_000);
    /// The largest mass that can be written: 10¹⁸ − 1 mg.
    pub const MAX: Mass = Mass(999_999_999_999_999_999);

    /// From milligrams.
    pub const fn from_mg(milligrams: u64) -> Self {
        Self(milligrams)
    }

    /// In milligrams.
    pub const fn mg(self) -> u64 {
        self.0
    }

    /// Sum, saturating: only for figures that are shown or compared, which the largest mass bounds.
    pub fn plus(self, other: Mass) -> Mass {
        Mass(self.0.saturating_add(other.0))
    }

    /// Difference, zero at the least.
    pub fn less(self, other: Mass) -> Mass {
        Mass(self.0.saturating_sub(other.0))
    }

    /// True for no mass at all.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

const FORM: ValueError = ValueError::new(
    "mass",
    "kilograms as a plain decimal: no sign, no exponent, at most 12 digits before and 6 after the point, no trailing zero",
);

/// `^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$`, with bounds on the number of digits.
pub(crate) fn is_plain_decimal(text: &str, whole_max: usize, fraction_max: usize) -> bool {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && whole.len() <= whole_max
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(|f| digits(f) && f.len() <= fraction_max && !f.ends_with('0'))
}

impl FromStr for Mass {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        if !is_plain_decimal(text, 12, 6) {
            return Err(FORM);
        }
        let kilograms = Decimal::from_str_exact(text).map_err(|_| FORM)?;
        (kilograms * Decimal::from(Self::KILOGRAM.0)).to_u64().map(Mass).ok_or(FORM)
    }
}

impl fmt::Display for Mass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::from_i128_with_scale(i128::from(self.0), 6).normalize().fmt(f)
    }
}

/// A share in basis points: 10,000 are the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Bps(u16);

impl Bps {
    /// From basis points; 10,000 at the most.
    pub const fn new(points: u16) -> Option<Self> {
        if points <= 10_000 { Some(Self(points)) } else { None }
    }
    /// The number of basis points.
    pub const fn points(self) -> u16 {
        self.0
    }
}

impl FromStr for Bps {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("basis points", "a whole number from 0 to 10000");
        if !is_plain_decimal(text, 5, 0) {
            return Err(FORM);
        }
        text.parse().ok().and_then(Self::new).ok_or(FORM)
    }
}

impl fmt::Display for Bps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A grade or fineness in parts per million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ppm(u32);

impl Ppm {
    /// The fine mass in a gross mass, rounded down: `floor(gross × ppm / 1,000,000)`.
    pub fn fine(self, gross: Mass) -> Mass {
        let fine = u128::from(gross.mg()) * u128::from(self.0) / 1_000_000;
        Mass(u64::try_from(fine).expect("a share of a mass is not larger than the mass"))
    }
}

impl FromStr for Ppm {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("parts per million", "a whole number from 1 to 1000000");
        if !is_plain_decimal(text, 7, 0) {
            return Err(FORM);
        }
        text.parse().ok().filter(|ppm| (1..=1_000_000).contains(ppm)).map(Self).ok_or(FORM)
    }
}

impl fmt::Display for Ppm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

string_serde!(Mass, Bps, Ppm);
