use super::*;

#[test]
fn a_mass_has_one_form() {
    for (text, mg) in [
        ("0", 0),
        ("1", 1_000_000),
        ("2.412", 2_412_000),
        ("0.000001", 1),
        ("999999999999.999999", 999_999_999_999_999_999),
    ] {
        let mass: Mass = text.parse().unwrap();
        assert_eq!((mass.mg(), mass.to_string().as_str()), (mg, text));
    }
    for text in [
        "",
        "1_000",
        "+5",
        "-1",
        ".5",
        "1.",
        "1.0",
        "1e3",
        "-0",
        "00",
        "01",
        "1.0000001",
        "1000000000000",
        "１",
        " 1",
        "1 ",
        "0x1",
        "NaN",
    ] {
        assert!(text.parse::<Mass>().is_err(), "{text}");
    }
}

#[test]
fn an_amount_has_exactly_its_currencys_decimals() {
    let (usd, ugx): (Currency, Currency) = ("USD".parse().unwrap(), "UGX".parse().unwrap());
    for (text, currency, minor) in [
        ("12750.00", usd, 1_275_000),
        ("0.01", usd, 1),
        ("1470861", ugx, 1_470_861),
        ("9999999999999.99", usd, Money::MINOR_MAX),
    ] {
        let money = Money::parse(text, currency).unwrap();
        assert_eq!((money.minor, money.amount().as_str()), (minor, text));
    }
    for (text, currency) in [
        ("1", usd),
        ("1.0", usd),
        ("1.000", usd),
        ("1.00", ugx),
        ("01.00", usd),
        (".10", usd),
        ("-1.00", usd),
        ("1,00", usd),
        ("10000000000000.00", usd),
        ("", ugx),
    ] {
        assert!(Money::parse(text, currency).is_err(), "{text} {currency}");
    }
    // ISO 4217 has XXX for "no currency": money is always of one.
    assert!("XXX".parse::<Currency>().is_err());
}

#[test]
fn a_trade_never_rounds() {
    let usd: Currency = "USD".parse().unwrap();
    let price = usd.minor(420_000);
    assert_eq!(price.times("2.412".parse().unwrap()), Some(usd.minor(1_013_040)));
    assert_eq!(price.times("0.000001".parse().unwrap()), None);
}

#[test]
fn texts_keep_out_what_cannot_be_seen() {
    for text in ["Cooperativa Minera Quebrada Clara", "Asociación Altura Blanca", "株式会社", "O'Neil & Söhne"] {
        assert_eq!(text.parse::<Text>().unwrap().as_str(), text);
    }
    let long = "x".repeat(201);
    for text in
        ["", " a", "a ", "a\u{0}b", "a\nb", "a\u{202e}b", "a\u{200b}b", "e\u{301}", "a\u{feff}", "a\u{fffe}", &long]
    {
        assert!(text.parse::<Text>().is_err(), "{text:?}");
    }
    for unseen in
        ['\u{ad}', '\u{34f}', '\u{115f}', '\u{180e}', '\u{206a}', '\u{3164}', '\u{fe0f}', '\u{ffa0}', '\u{e0041}']
    {
        assert!(format!("Atelier{unseen} Nord").parse::<Text>().is_err(), "{unseen:?}");
    }
}

#[test]
fn codes_of_organisations_make_no_words() {
    assert!("K7Q2".parse::<OrganisationCode>().is_ok());
    for text in ["A7Q2", "K0Q2", "K1Q2", "k7q2", "K7Q", "K7Q22", "77Q2", "K7I2", "K7Y2"] {
        assert!(text.parse::<OrganisationCode>().is_err(), "{text}");
    }
}

#[test]
fn a_moment_has_three_decimals_and_a_day_none() {
    let time: Timestamp = "2026-11-22T09:00:00.123Z".parse().unwrap();
    assert_eq!(time.to_string(), "2026-11-22T09:00:00.123Z");
    assert_eq!(time.date().to_string(), "2026-11-22");
    assert_eq!(time.date().end().to_string(), "2026-11-23T00:00:00.000Z");
    for text in [
        "2026-11-22T09:00:00Z",
        "2026-11-22T09:00:00.12Z",
        "2026-02-29T09:00:00.000Z",
        "2026-11-22T24:00:00.000Z",
        "2026-11-22 09:00:00.000Z",
    ] {
        assert!(text.parse::<Timestamp>().is_err(), "{text}");
    }
    assert_eq!("2026-01-31".parse::<Date>().unwrap().plus_months(1).to_string(), "2026-02-28");
    for text in ["2026-2-01", "2026-02-30", "1999-01-01", "2026-02-01T"] {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
}

#[test]
fn an_id_says_where_it_came_from() {
    let mut mint = IdMint::new(Timestamp::from_ms(1_767_600_000_000), 41, 0);
    let (first, second): (OrderId, OrderId) = (mint.mint(), mint.mint());
    assert_eq!((first.sequence(), second.sequence()), (41, 41));
    assert!(first < second);
    let text = first.to_string();
    assert_eq!(text.parse::<OrderId>().unwrap(), first);
    assert!(text.to_lowercase().parse::<OrderId>().is_err());
    assert!(text.replace("ord_", "org_").parse::<OrderId>().is_err());
}

#[test]
fn every_country_has_a_name_and_its_place_in_the_order() {
    for code in ["CD", "CO", "KE", "ZW", "AD"] {
        assert_eq!(code.parse::<Country>().unwrap().code(), code);
    }
    assert_eq!(country_name("CD".parse().unwrap()), "DR Congo");
    assert!("XX".parse::<Country>().is_err());
    assert_eq!("CO-ANT".parse::<Region>().unwrap().country().code(), "CO");
    assert!("XX-ANT".parse::<Region>().is_err());
}
