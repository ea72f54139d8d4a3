//! Countries and regions.

use std::fmt;
use std::str::FromStr;

use super::{ValueError, string_serde};

#[path = "countries.rs"]
mod countries;
use countries::COUNTRIES;

/// An ISO 3166-1 alpha-2 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country(u8);

impl Country {
    /// All of them, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).map(Self).take(COUNTRIES.len())
    }
    /// The two letters.
    pub fn code(self) -> &'static str {
        COUNTRIES[usize::from(self.0)].0
    }
}

/// The English name of a country, as claims and pages show it.
pub fn country_name(country: Country) -> &'static str {
    COUNTRIES[usize::from(country.0)].1
}

impl FromStr for Country {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let at = COUNTRIES.binary_search_by(|(code, _)| code.cmp(&text));
        at.ok()
            .and_then(|i| u8::try_from(i).ok())
            .map(Self)
            .ok_or(ValueError::new("country", "an ISO 3166-1 alpha-2 code"))
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A first-level region in the form of ISO 3166-2: `CO-ANT`. The register knows no place more exactly.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Region(Box<str>);

impl Region {
    /// The country the region lies in.
    pub fn country(&self) -> Country {
        self.0[..2].parse().expect("a region begins with a country's code")
    }
}

impl FromStr for Region {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("region", "an ISO 3166-2 code such as CO-ANT");
        let (country, part) = text.split_once('-').ok_or(FORM)?;
        let _: Country = country.parse().map_err(|_| FORM)?;
        let fits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if fits { Ok(Self(text.into())) } else { Err(FORM) }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

string_serde!(Country, Region);
