//! Grade and fineness: the register counts parts per million, people say carats or percent.

use orebook_registry::mineral::Mineral;
use orebook_registry::values::Ppm;

use crate::pages::act::asked::{Asked, number};

/// What gold is often found or refined to: carats, and parts per million.
pub const CARATS: &[(&str, u32)] =
    &[("24", 999_900), ("23", 958_333), ("22", 916_667), ("21", 875_000), ("20", 833_333), ("18", 750_000)];

/// Whether it is spoken of in carats.
pub fn has_carats(mineral: Mineral) -> bool {
    mineral.code() == "GLD"
}

/// What was chosen among the carats, else the percentage that was written.
pub fn ppm(asked: &Asked) -> Result<Option<Ppm>, &'static str> {
    match asked.get("grade").filter(|grade| *grade != "other") {
        Some(chosen) => chosen.parse().map(Some).map_err(|_| "one"),
        None => asked.get("percent").map(|text| of_percent(text).ok_or("coop-fault-percent")).transpose(),
    }
}

/// `92.5` → 925,000 parts per million; four decimals at the most.
fn of_percent(text: &str) -> Option<Ppm> {
    let plain = number(text.trim_end_matches(['%', ' ', '\u{a0}']));
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if fraction.len() > 4 || whole.len() > 3 {
        return None;
    }
    let ppm: u32 = format!("{whole}{fraction:0<4}").parse().ok()?;
    ppm.to_string().parse().ok()
}

/// As a percentage: `916667` → `91.6667`.
pub fn percent(ppm: &str) -> String {
    let digits = format!("{ppm:0>5}");
    let (whole, fraction) = digits.split_at(digits.len() - 4);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_is_read_as_people_write_it() {
        for (query, read) in [
            ("grade=916667", Ok(Some("916667"))),
            ("grade=916667&percent=12", Ok(Some("916667"))),
            ("grade=other&percent=92,5", Ok(Some("925000"))),
            ("percent=100 %", Ok(Some("1000000"))),
            ("percent=0.0001", Ok(Some("1"))),
            ("percent=100.1", Err("coop-fault-percent")),
            ("percent=0", Err("coop-fault-percent")),
            ("percent=1.23456", Err("coop-fault-percent")),
            ("percent=x", Err("coop-fault-percent")),
            ("grade=x", Err("one")),
            ("grade=other", Ok(None)),
            ("", Ok(None)),
        ] {
            let asked = Asked::of(&query.replace(' ', "%20").replace('%', "%25").replace("%2520", "%20")).unwrap();
            assert_eq!(ppm(&asked), read.map(|ppm| ppm.map(|ppm| ppm.parse().unwrap())), "{query}");
        }
    }

    #[test]
    fn parts_per_million_are_told_as_a_percentage() {
        for (ppm, told) in [("1000000", "100"), ("916667", "91.6667"), ("925000", "92.5"), ("1", "0.0001")] {
            assert_eq!(percent(ppm), told);
        }
    }
}
