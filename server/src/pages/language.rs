//! The language that a browser prefers.

use orebook_registry::claim::wording::Language;

/// The first of the most preferred languages of `Accept-Language` that claims are rendered in.
pub fn preferred(header: &str) -> Language {
    let mut best = (0, Language::English);
    for choice in header.split(',') {
        let mut parts = choice.split(';');
        let primary = parts.next().unwrap_or("").trim().split('-').next().unwrap_or("").to_ascii_lowercase();
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1000, thousandths);
        if let Ok(language) = primary.parse()
            && weight > best.0
        {
            best = (weight, language);
        }
    }
    best.1
}

/// `0.8` → 800; what is no weight counts nothing.
fn thousandths(weight: &str) -> u32 {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = format!("{fraction:0<3}");
    match (whole, digits.get(..3).and_then(|digits| digits.parse::<u32>().ok())) {
        ("1", _) => 1000,
        ("0", Some(thousandths)) => thousandths,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_given_the_first_of_its_preferred_languages_that_is_there() {
        for (header, expected) in [
            ("", Language::English),
            ("fr", Language::French),
            ("de-DE,de;q=0.9,es-CO;q=0.8,en;q=0.7", Language::Spanish),
            ("en;q=0.5, sw-KE", Language::Swahili),
            ("es;q=0", Language::English),
            ("fr;q=0.8,es;q=0.8", Language::French),
            ("fr;q=x", Language::English),
        ] {
            assert_eq!(preferred(header), expected, "{header}");
        }
    }
}
