//! Texts, ids, amounts and dates: what banks accept, and what becomes of the rest.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use orebook_bank::{Amount, AmountError, Code, Country, Currency, DateError, Day, Id, Latin, LatinError, Moment};
use orebook_bank::{NameError, is_latin};

#[test]
fn other_scripts_are_written_in_latin_letters() {
    // The right column is what deunicode makes of it, one character at a time.
    for (text, latin) in [
        ("Prüfung", "Prufung"),
        ("Pru\u{308}fung", "Prufung"),
        ("Ñandú", "Nandu"),
        ("Łódź", "Lodz"),
        ("漢字", "Han Zi"),
        ("Арабика", "Arabika"),
        ("Straße", "Strasse"),
        ("Gold 🦀 mine", "Gold crab mine"),
        ("“Gold” ‘ore’", "'Gold' 'ore'"),
        ("\"Gold\"", "'Gold'"),
        ("Smith & Sons", "Smith + Sons"),
        ("a_b@c.d; [e] {f}", "a-b.c.d, (e) (f)"),
        ("  two \t\n\r spaces ", "two spaces"),
        ("//a//b///c/", "a/b/c"),
        ("/ a / / b /", "a / / b"),
        ("€ 5", "EUR 5"),
    ] {
        assert_eq!(Latin::<70>::of(text).unwrap().as_str(), latin, "{text}");
    }
}

#[test]
fn a_text_of_which_nothing_is_left_is_refused() {
    for text in ["", " ", "///", "\u{0}\u{1b}", "\u{200b}\u{feff}", "…!?", "-- + --"] {
        assert_eq!(Latin::<70>::of(text), Err(LatinError::NothingLeft), "{text:?}");
    }
    // What is left must fit: the first two characters say nothing.
    assert_eq!(Latin::<2>::of("--abc"), Err(LatinError::NothingLeft));
}

#[test]
fn a_text_is_cut_to_its_length_and_stays_tidy() {
    assert_eq!(Latin::<4>::of("abcdef").unwrap().as_str(), "abcd");
    assert_eq!(Latin::<4>::of("abc def").unwrap().as_str(), "abc");
    assert_eq!(Latin::<4>::of("abc/def").unwrap().as_str(), "abc");
    assert_eq!(Latin::<5>::of("漢字").unwrap().as_str(), "Han Z");
    assert_eq!(Latin::<70>::of(&"ß".repeat(70)).unwrap().as_str().len(), 70);
}

#[test]
fn what_is_latin_is_known() {
    for text in ["a", "Smith + Sons", "(a), b: c? d. e-f / g'"] {
        assert!(is_latin(text), "{text}");
    }
    for text in ["", " a", "a ", "a  b", "/a", "a/", "a//b", "a&b", "ä", "a\nb"] {
        assert!(!is_latin(text), "{text}");
    }
}

#[test]
fn an_id_is_taken_as_it_is_or_refused() {
    for text in ["a", "payout-1/2", "01JD3V6W8Y", &"x".repeat(35)] {
        assert_eq!(text.parse::<Id<35>>().unwrap().as_str(), text);
    }
    for (text, why) in [
        ("", NameError::Empty),
        (&*"x".repeat(36), NameError::TooLong { length: 36, most: 35 }),
        ("pay_1", NameError::Character { character: '_' }),
        ("é", NameError::Character { character: 'é' }),
        ("/a", NameError::Ends),
        ("-a", NameError::Ends),
        ("a ", NameError::Ends),
        ("a//b", NameError::Doubled),
        ("a  b", NameError::Doubled),
    ] {
        assert_eq!(text.parse::<Id<35>>(), Err(why), "{text}");
    }
}

#[test]
fn codes_and_countries_have_their_form() {
    assert_eq!("GDDS".parse::<Code<4>>().unwrap().as_str(), "GDDS");
    assert_eq!("USABA".parse::<Code<4>>(), Err(NameError::TooLong { length: 5, most: 4 }));
    assert_eq!("gdds".parse::<Code<4>>(), Err(NameError::Character { character: 'g' }));
    assert_eq!("UG".parse::<Country>().unwrap().to_string(), "UG");
    for text in ["", "U", "ug", "UGA", "U1", "é"] {
        assert_eq!(text.parse::<Country>(), Err(NameError::Country), "{text}");
    }
}

#[test]
fn amounts_are_printed_with_the_decimals_of_their_currency() {
    for (minor, code, exponent, decimal) in [
        (1_275_000, "USD", 2, "12750.00"),
        (5, "USD", 2, "0.05"),
        (46_000, "UGX", 0, "46000"),
        (1_001, "TND", 3, "1.001"),
        (1, "CLF", 4, "0.0001"),
        (999_999_999_999_999_999, "USD", 2, "9999999999999999.99"),
    ] {
        let amount = Amount::new(minor, Currency::new(code, exponent).unwrap()).unwrap();
        assert_eq!(amount.decimal(), decimal);
    }
}

#[test]
fn what_is_no_amount_is_told_why() {
    let usd = Currency::new("USD", 2).unwrap();
    for minor in [0, -1, i64::MIN] {
        assert_eq!(Amount::new(minor, usd), Err(AmountError::AmountMustBePositive { minor }));
    }
    for minor in [1_000_000_000_000_000_000, i64::MAX] {
        assert_eq!(Amount::new(minor, usd), Err(AmountError::AmountTooLarge { minor }));
    }
    for code in ["", "US", "usd", "USDT", "U5D", "Ü1"] {
        assert_eq!(Currency::new(code, 2), Err(AmountError::CurrencyMustBeThreeCapitals), "{code}");
    }
    assert_eq!(Currency::new("USD", 5), Err(AmountError::ExponentMustBeAtMostFour { exponent: 5 }));
}

#[test]
fn dates_have_one_form() {
    assert_eq!("2028-02-29".parse::<Day>().unwrap().to_string(), "2028-02-29");
    assert_eq!("2026-11-22T09:00:00Z".parse::<Moment>().unwrap().to_string(), "2026-11-22T09:00:00Z");
    for (text, why) in [
        ("2026-2-3", DateError::Form),
        ("+2026-02-3", DateError::Form),
        ("2026-02-03 ", DateError::Form),
        ("2027-02-29", DateError::Calendar),
        ("0000-01-01", DateError::Calendar),
    ] {
        assert_eq!(text.parse::<Day>(), Err(why), "{text}");
    }
    for (text, why) in [
        ("2026-11-22T09:00:00", DateError::Form),
        ("2026-11-22T09:00:00+01:00", DateError::Form),
        ("2026-11-22T24:00:00Z", DateError::Calendar),
        ("2026-12-31T23:59:60Z", DateError::Calendar),
    ] {
        assert_eq!(text.parse::<Moment>(), Err(why), "{text}");
    }
}
