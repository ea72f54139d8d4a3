//! Numbers and dates as each language writes them.

use crate::{Texts, Tongue};

/// No break: between a number and its unit.
const NO_BREAK: char = '\u{a0}';

impl Texts {
    /// A decimal number: `12877.50` → `12,877.50`, `12.877,50`, `12 877,50`. Whatever is no number stays as it is.
    pub fn decimal(self, number: &str) -> String {
        let (group, point, least) = match self.tongue() {
            Tongue::English | Tongue::Swahili | Tongue::Pseudo => (',', '.', 4),
            // Four digits stand together (CLDR, minimumGroupingDigits).
            Tongue::Spanish => ('.', ',', 5),
            Tongue::French => ('\u{202f}', ',', 4),
        };
        let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("\u{2212}", digits));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
        if whole.is_empty() || !digits.chars().all(|c| c.is_ascii_digit() || c == '.') {
            return number.to_owned();
        }
        let mut text = String::from(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && whole.len() >= least && (whole.len() - at).is_multiple_of(3) {
                text.push(group);
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// A whole number.
    pub fn whole(self, number: impl std::fmt::Display) -> String {
        self.decimal(&number.to_string())
    }

    /// A mass with its unit.
    pub fn mass(self, kilograms: impl std::fmt::Display) -> String {
        format!("{}{NO_BREAK}kg", self.decimal(&kilograms.to_string()))
    }

    /// An amount of money with its currency.
    pub fn money(self, amount: impl std::fmt::Display, currency: impl std::fmt::Display) -> String {
        format!("{}{NO_BREAK}{currency}", self.decimal(&amount.to_string()))
    }

    /// Hundredths of a percent: `5433` → `54.33 %`, `2000` → `20 %`.
    pub fn percent(self, bps: u64) -> String {
        let number = match (bps / 100, bps % 100) {
            (whole, 0) => whole.to_string(),
            (whole, rest) => format!("{whole}.{rest:02}"),
        };
        format!("{}{NO_BREAK}%", self.decimal(&number))
    }

    /// A day: `2026-07-31` → `31 July 2026`. Whatever is no day stays as it is.
    pub fn day(self, date: impl std::fmt::Display) -> String {
        let date = date.to_string();
        self.parts(&date).map_or(date.clone(), |(year, month, day)| self.date_long(day, month, year))
    }

    /// A moment: `2026-07-31T08:00:04.000Z` → `31 July 2026, 08:00 UTC`.
    pub fn moment(self, time: impl std::fmt::Display) -> String {
        let time = time.to_string();
        let (Some(date), Some(minute)) = (time.get(..10), time.get(11..16)) else { return time };
        self.date_and_time(self.day(date), minute)
    }

    /// A month: `2026-07` → `July 2026`.
    pub fn month(self, month: &str) -> String {
        let day = format!("{month}-01");
        self.parts(&day).map_or(month.to_owned(), |(year, month, _)| self.date_month(month, year))
    }

    fn parts(self, date: &str) -> Option<(&str, &'static str, u8)> {
        let mut parts = date.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
        Some((year, self.find(&format!("month-{month}"))?, day))
    }
}
