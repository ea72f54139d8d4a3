//! References, IBANs and BICs: what is read, and that no slip of a finger is.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::str::FromStr;

use orebook_bank::{Bic, BicError, Iban, IbanError, Reference, ReferenceError};

const SIGNS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The first is the example of the standard.
const REFERENCES: [&str; 5] =
    ["RF18539007547034", "RF18000000000539007547034", "RF471234567890", "RF712348231", "RF45G72UUR"];

/// IBANs of the registry's examples.
const IBANS: [&str; 8] = [
    "DE89370400440532013000",
    "GB29NWBK60161331926819",
    "CH9300762011623852957",
    "FR1420041010050500013M02606",
    "NO9386011117947",
    "BI4210000100010000332045181",
    "MT84MALT011000012345MTLCAST001S",
    "LC55HEMM000100010012001200023015",
];

/// Every text that differs from this one in one character.
fn changed(text: &str) -> Vec<(char, char, String)> {
    let mut all = Vec::new();
    for (place, was) in text.char_indices() {
        for is in SIGNS.chars().filter(|is| *is != was) {
            all.push((was, is, format!("{}{is}{}", &text[..place], &text[place + 1..])));
        }
    }
    all
}

/// Asserts that every change is refused, but that of a letter for a digit or the other way round,
/// which leaves the same remainder once in 97 times; answers how many of those there are and pass.
fn assert_no_change_passes<T: FromStr>(text: &str) -> (usize, usize) {
    let (mut crossings, mut passing) = (0, 0);
    for (was, is, other) in changed(text) {
        let crosses = was.is_ascii_digit() != is.is_ascii_digit();
        let passes = other.parse::<T>().is_ok();
        assert!(crosses || !passes, "{other} for {text}");
        crossings += usize::from(crosses);
        passing += usize::from(crosses && passes);
    }
    (crossings, passing)
}

fn assert_few_pass(counted: impl Iterator<Item = (usize, usize)>) {
    let (crossings, passing) = counted.fold((0, 0), |sum, more| (sum.0 + more.0, sum.1 + more.1));
    assert!(crossings > 1_000 && passing * 50 < crossings, "{passing} of {crossings}");
}

/// Every text in which two unequal neighbours have changed places.
fn swapped(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for place in 1..text.len() {
        let mut bytes = text.as_bytes().to_vec();
        bytes.swap(place - 1, place);
        all.push(String::from_utf8(bytes).unwrap());
    }
    all.retain(|other| other != text);
    all
}

#[test]
fn every_changed_character_of_a_reference_is_refused() {
    for text in REFERENCES {
        assert_eq!(text.parse::<Reference>().unwrap().to_string(), text);
    }
    assert_few_pass(REFERENCES.iter().map(|text| assert_no_change_passes::<Reference>(text)));
}

#[test]
fn every_changed_character_of_an_iban_is_refused() {
    for text in IBANS {
        assert_eq!(text.parse::<Iban>().unwrap().to_string(), text);
    }
    assert_few_pass(IBANS.iter().map(|text| assert_no_change_passes::<Iban>(text)));
}

#[test]
fn every_swap_of_neighbours_is_refused() {
    for text in REFERENCES {
        for other in swapped(text) {
            assert!(other.parse::<Reference>().is_err(), "{other} for {text}");
        }
    }
    for text in IBANS {
        for other in swapped(text) {
            assert!(other.parse::<Iban>().is_err(), "{other} for {text}");
        }
    }
}

#[test]
fn a_letter_beside_its_double_digit_may_be_swapped_unseen() {
    // Not a wish but a limit of MOD 97-10, which the module's comment tells: 111, 222 and 333.
    for (one, other) in [("B1", "1B"), ("M2", "2M"), ("X3", "3X")] {
        let [one, other] = [one, other].map(|body| Reference::of(body).unwrap());
        assert_eq!(one.as_str()[..4], other.as_str()[..4]);
    }
}

#[test]
fn check_digits_have_one_form() {
    // 97, 98 and 02 leave the remainders of 00, 01 and 99.
    for body in 0..2_000 {
        let text = Reference::of(&body.to_string()).unwrap().to_string();
        let twin = match &text[2..4] {
            "97" => "00",
            "98" => "01",
            "02" => "99",
            _ => continue,
        };
        let twin = format!("RF{twin}{}", &text[4..]);
        assert_eq!(twin.parse::<Reference>(), Err(ReferenceError::Check), "{twin}");
    }
}

#[test]
fn a_reference_is_made_of_1_to_21_digits_and_capitals() {
    assert_eq!(Reference::of("539007547034").unwrap().to_string(), "RF18539007547034");
    assert_eq!(Reference::of(""), Err(ReferenceError::Empty));
    assert_eq!(Reference::of(&"1".repeat(22)), Err(ReferenceError::TooLong { length: 22 }));
    assert_eq!(Reference::of("12a"), Err(ReferenceError::Character { character: 'a' }));
    assert_eq!(Reference::of("1 2"), Err(ReferenceError::Character { character: ' ' }));
    assert_eq!(Reference::of("١٢"), Err(ReferenceError::Character { character: '١' }));
    let longest = Reference::of(&"Z".repeat(21)).unwrap();
    assert_eq!((longest.as_str().len(), longest.body()), (25, "Z".repeat(21).as_str()));
}

#[test]
fn a_text_that_is_no_reference_is_told_why() {
    for (text, why) in [
        ("", ReferenceError::Prefix),
        ("RF", ReferenceError::Prefix),
        ("RF1", ReferenceError::Prefix),
        ("RF18", ReferenceError::Empty),
        ("FR18539007547034", ReferenceError::Prefix),
        ("RFA8539007547034", ReferenceError::Prefix),
        ("rf18539007547034", ReferenceError::Character { character: 'r' }),
        ("RF18 5390 0754 7034", ReferenceError::Character { character: ' ' }),
        ("RF19539007547034", ReferenceError::Check),
        ("RF18é", ReferenceError::Character { character: 'é' }),
        ("RF180000000000005390075470340", ReferenceError::TooLong { length: 25 }),
    ] {
        assert_eq!(text.parse::<Reference>(), Err(why), "{text}");
    }
}

#[test]
fn what_is_printed_in_groups_is_read_again() {
    let reference: Reference = "RF18539007547034".parse().unwrap();
    assert_eq!(reference.printed(), "RF18 5390 0754 7034");
    assert_eq!(Reference::from_printed(&reference.printed()).unwrap(), reference);
    let iban = Iban::from_printed("DE89 3704 0044 0532 0130 00").unwrap();
    assert_eq!(iban.printed(), "DE89 3704 0044 0532 0130 00");
    assert_eq!((iban.as_str(), iban.country()), ("DE89370400440532013000", "DE"));
}

#[test]
fn an_iban_is_as_long_as_its_country_says() {
    for (text, why) in [
        ("", IbanError::Prefix),
        ("DE8", IbanError::Prefix),
        ("8937040044053201", IbanError::Prefix),
        ("DEA9370400440532013000", IbanError::Prefix),
        ("de89370400440532013000", IbanError::Character { character: 'd' }),
        ("DE89 3704", IbanError::Character { character: ' ' }),
        ("DE8937040044053201300", IbanError::Length { length: 21, least: 22, most: 22 }),
        ("UG893704004405", IbanError::Length { length: 14, least: 15, most: 34 }),
        ("DE88370400440532013000", IbanError::Check),
    ] {
        assert_eq!(text.parse::<Iban>(), Err(why), "{text}");
    }
    // Cameroon is not in the registry, and gives such numbers out all the same.
    assert!("CM2110002000300277976315008".parse::<Iban>().is_ok());
}

#[test]
fn a_bic_has_8_or_11_characters_and_one_form() {
    for text in ["DEUTDEFF", "DEUTDEFF500", "SBICUGKX", "BKENKENA123"] {
        assert_eq!(text.parse::<Bic>().unwrap().to_string(), text);
    }
    let party: Bic = "DEUTDEFFXXX".parse().unwrap();
    assert_eq!((party.as_str(), party.country()), ("DEUTDEFF", "DE"));
    for (text, why) in [
        ("", BicError::Length { length: 0 }),
        ("DEUTDEF", BicError::Length { length: 7 }),
        ("DEUTDEFF5", BicError::Length { length: 9 }),
        ("DEUTDEFF5000", BicError::Length { length: 12 }),
        ("DEUT1EFF", BicError::Country),
        ("deutdeff", BicError::Character { character: 'd' }),
        ("DEUTDEF\u{2028}", BicError::Character { character: '\u{2028}' }),
    ] {
        assert_eq!(text.parse::<Bic>(), Err(why), "{text}");
    }
}

#[test]
fn values_go_through_serde_in_their_one_form() {
    let reference: Reference = serde_json::from_str("\"RF18539007547034\"").unwrap();
    assert_eq!(serde_json::to_string(&reference).unwrap(), "\"RF18539007547034\"");
    let error = serde_json::from_str::<Iban>("\"DE88370400440532013000\"").unwrap_err();
    assert!(error.to_string().starts_with("the check digits of the IBAN do not fit it"), "{error}");
}
