//! Serial blocks as printed: `OBK-GLD-CO-K7Q2-2026-0007-00000001-00000250-19`.
//!
//! Registry, mineral, country, organisation code, production year, batch number of that organisation and year,
//! first credit, last credit (1-based, inclusive), check. Inside, a block is the half-open range `[from, to)` of its
//! batch's milligrams. When both ends fall on whole credits, first and last are plain credit numbers; otherwise both
//! carry the milligram inside the credit: `00000001.003000-00000003.411999`. A block has exactly one printed form.
//!
//! The check is MOD 97-10 (ISO/IEC 7064) over *every* character as two digits (`0` = 00 … `9` = 09, `A` = 10 …
//! `Z` = 35), so that any changed character and any two swapped neighbours are noticed.

use std::fmt;
use std::str::FromStr;

use crate::mineral::Mineral;
use crate::values::{Country, Mass, OrganisationCode, ValueError, string_serde};

const REGISTRY: &str = "OBK";
const CREDIT: u64 = Mass::KILOGRAM.mg();
/// A batch counts its credits in eight digits.
pub const CREDITS_MAX: u64 = 99_999_999;

/// The part of a serial number that names a batch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BatchSerial {
    /// What was mined.
    pub mineral: Mineral,
    /// Where.
    pub country: Country,
    /// By whom: the producer's code.
    pub organisation: OrganisationCode,
    /// When: the production year.
    pub year: u16,
    /// The how-manieth batch of that organisation and year, from 1.
    pub number: u16,
}

/// A block of credits of one batch: the milligrams `[from, to)`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SerialBlock {
    /// The batch.
    pub batch: BatchSerial,
    /// First milligram.
    pub from: u64,
    /// The milligram after the last.
    pub to: u64,
}

impl SerialBlock {
    /// Mass of the block.
    pub fn mass(&self) -> Mass {
        Mass::from_mg(self.to - self.from)
    }
}

impl fmt::Display for BatchSerial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { mineral, country, organisation, year, number } = self;
        write!(f, "{REGISTRY}-{mineral}-{country}-{organisation}-{year:04}-{number:04}")
    }
}

impl fmt::Display for SerialBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body();
        write!(f, "{body}-{:02}", check_digits(&body))
    }
}

impl SerialBlock {
    fn body(&self) -> String {
        let last = self.to - 1;
        if self.from.is_multiple_of(CREDIT) && self.to.is_multiple_of(CREDIT) {
            format!("{}-{:08}-{:08}", self.batch, self.from / CREDIT + 1, last / CREDIT + 1)
        } else {
            let point = |mg: u64| format!("{:08}.{:06}", mg / CREDIT + 1, mg % CREDIT);
            format!("{}-{}-{}", self.batch, point(self.from), point(last))
        }
    }
}

/// `98 − (n · 100 mod 97)`, where n is the text as two digits a character.
fn check_digits(body: &str) -> u8 {
    let mut remainder: u32 = 0;
    for b in body.bytes().filter(|b| !b"-.".contains(b)) {
        let value = if b.is_ascii_digit() { b - b'0' } else { b.saturating_sub(b'A') + 10 };
        remainder = (remainder * 100 + u32::from(value)) % 97;
    }
    u8::try_from(98 - remainder * 100 % 97).expect("98 less a remainder of 97 is below 99")
}

const FORM: ValueError = ValueError::new(
    "serial block",
    "as printed, with its check digits, for example OBK-GLD-CO-K7Q2-2026-0007-00000001-00000250-19",
);

impl FromStr for SerialBlock {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let mut parts = text.split('-');
        let mut part = || parts.next().ok_or(FORM);
        if part()? != REGISTRY {
            return Err(FORM);
        }
        let batch = BatchSerial {
            mineral: part()?.parse().map_err(|_| FORM)?,
            country: part()?.parse().map_err(|_| FORM)?,
            organisation: part()?.parse().map_err(|_| FORM)?,
            year: digits(part()?, 4)?.try_into().map_err(|_| FORM)?,
            number: digits(part()?, 4)?.try_into().map_err(|_| FORM)?,
        };
        let (first, last) = (Point::parse(part()?)?, Point::parse(part()?)?);
        let to = match (first.milligram, last.milligram) {
            (Some(_), Some(_)) => last.start() + 1,
            (None, None) => last.start() + CREDIT,
            _ => return Err(FORM),
        };
        let block = SerialBlock { batch, from: first.start(), to };
        // One printed form a block: whatever prints differently, check digits included, is refused.
        if block.from < block.to && block.to_string() == text { Ok(block) } else { Err(FORM) }
    }
}

/// A credit number, and perhaps a milligram inside that credit.
struct Point {
    credit: u64,
    milligram: Option<u64>,
}

impl Point {
    fn parse(text: &str) -> Result<Self, ValueError> {
        let (credit, milligram) = match text.split_once('.') {
            Some((credit, milligram)) => (credit, Some(digits(milligram, 6)?)),
            None => (text, None),
        };
        let credit = digits(credit, 8)?;
        if credit == 0 { Err(FORM) } else { Ok(Self { credit, milligram }) }
    }
    fn start(&self) -> u64 {
        (self.credit - 1) * CREDIT + self.milligram.unwrap_or(0)
    }
}

fn digits(text: &str, length: usize) -> Result<u64, ValueError> {
    let fits = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().map_err(|_| FORM) } else { Err(FORM) }
}

string_serde!(SerialBlock);

#[cfg(test)]
mod tests;
