//! Tables for mobile money: layouts, cells, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sample;

use orebook_bank::FileError;
use orebook_bank::mobile::{Delimiter, Field, Msisdn, MsisdnError, Profile, ProfileError};
use sample::{golden, payout, ugx, usd};

fn text(profile: &Profile, payouts: &[orebook_bank::mobile::Payout]) -> String {
    let table = profile.to_csv(payouts).unwrap();
    assert_eq!(profile.to_csv(payouts).unwrap(), table, "the same payments have the same bytes");
    String::from_utf8(table).unwrap()
}

fn profile(toml: &str) -> Result<Profile, String> {
    toml::from_str(toml).map_err(|error| error.to_string())
}

const OWN: &str = r#"
    delimiter = "semicolon"
    header = "left_out"
    line_end = "lf"
    columns = [
        { heading = "a", field = "msisdn" },
        { heading = "b", field = "amount" },
        { heading = "c", field = "name" },
        { heading = "d", field = "note" },
    ]
"#;

#[test]
fn the_built_in_layouts_are_as_kept() {
    let payouts = [
        payout(1, "Akello Grace", Some("October")),
        payout(2, "Ñandú \"Gold\"; & Co, Ltd", None),
        payout(3, "+1 Mining", Some("=HYPERLINK(\"http://example.org\")")),
    ];
    golden("generic.csv", text(&Profile::generic(), &payouts).as_bytes());
    golden("bulk-disbursement.csv", text(&Profile::bulk_disbursement(), &payouts).as_bytes());
}

#[test]
fn a_layout_of_ones_own_is_followed() {
    let own = profile(OWN).unwrap();
    let payouts = [payout(1, "Akello; Grace", Some("a \"b\"")), payout(2, "Okot", None)];
    let expected = "\"256772120001\";\"46001\";\"Akello, Grace\";\"a 'b'\"\n\"256772120002\";\"46002\";\"Okot\";\"\"\n";
    assert_eq!(text(&own, &payouts), expected);
    let with_tabs = profile(&OWN.replace("semicolon", "tab").replace("left_out", "written")).unwrap();
    assert_eq!(with_tabs.layout().delimiter, Delimiter::Tab);
    assert!(text(&with_tabs, &payouts).starts_with("\"a\"\t\"b\"\t\"c\"\t\"d\"\n\"256772120001\"\t"));
}

#[test]
fn no_cell_is_a_formula_and_telephone_numbers_stay_what_they_are() {
    let payouts = [payout(1, "+cmd", Some("-2+3")), payout(2, "Okot", Some("@SUM(1)")), payout(3, "a", Some("=1"))];
    let table = text(&Profile::generic(), &payouts);
    assert!(table.contains("\"+256772120001\",\"'+cmd\",\"46001\",\"UGX\",\"RF"), "{table}");
    assert!(table.contains("\"'-2+3\"\r\n"), "{table}");
    for row in table.lines().skip(1) {
        let others = row.split("\",\"").skip(1);
        assert!(others.into_iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row}");
    }
}

#[test]
fn a_layout_says_whom_and_how_much() {
    let cases = [
        (OWN.replace("\"msisdn\"", "\"name\""), ProfileError::NumberMustBeThere),
        (OWN.replace("\"amount\"", "\"name\""), ProfileError::AmountMustBeThere),
        (OWN.replace("\"b\"", "\"a\""), ProfileError::HeadingMustBeOfOneColumn { heading: "a".to_owned() }),
        (OWN.replace("\"b\"", "\" \""), ProfileError::HeadingMustNotBeEmpty { place: 2 }),
        (OWN.replace("\"b\"", "\"=b\""), ProfileError::HeadingMustBePlain { heading: "=b".to_owned() }),
        (OWN.replace("\"b\"", "\"b\\n\""), ProfileError::HeadingMustBePlain { heading: "b\n".to_owned() }),
    ];
    for (toml, why) in cases {
        let said = profile(&toml).unwrap_err();
        assert!(said.contains(&why.to_string()), "{said}: {why}");
    }
    for (from, to) in [("semicolon", "colon"), ("left_out", "true"), ("\"note\"", "\"iban\""), ("header", "headers")] {
        assert!(profile(&OWN.replace(from, to)).is_err(), "{to}");
    }
    let no_columns = "delimiter = \"comma\"\nheader = \"written\"\nline_end = \"lf\"\ncolumns = []";
    assert!(profile(no_columns).is_err());
}

#[test]
fn the_built_in_layouts_could_be_configured() {
    for built_in in [Profile::generic(), Profile::bulk_disbursement()] {
        assert_eq!(Profile::new(built_in.layout().clone()), Ok(built_in.clone()));
        assert!(built_in.layout().columns.iter().any(|column| column.field == Field::Amount));
    }
}

#[test]
fn a_telephone_number_has_a_plus_and_8_to_15_digits() {
    for text in ["+12345678", "+256772123456", "+123456789012345"] {
        let number: Msisdn = text.parse().unwrap();
        assert_eq!((number.to_string().as_str(), number.digits()), (text, &text[1..]));
    }
    for (text, why) in [
        ("", MsisdnError::Prefix),
        ("+", MsisdnError::Prefix),
        ("256772123456", MsisdnError::Prefix),
        ("+0772123456", MsisdnError::Prefix),
        ("+256 772123456", MsisdnError::Character { character: ' ' }),
        ("++256772123456", MsisdnError::Character { character: '+' }),
        ("+٢٥٦٧٧٢١٢٣٤٥٦", MsisdnError::Character { character: '٢' }),
        ("+1234567", MsisdnError::Length { length: 7 }),
        ("+1234567890123456", MsisdnError::Length { length: 16 }),
    ] {
        assert_eq!(text.parse::<Msisdn>(), Err(why), "{text}");
    }
}

#[test]
fn a_table_pays_somebody_in_one_currency_and_once() {
    let generic = Profile::generic();
    assert_eq!(generic.to_csv(&[]), Err(FileError::NoPayments));
    let twice = [payout(1, "a", None), payout(1, "b", None)];
    assert_eq!(generic.to_csv(&twice), Err(FileError::IdMustBeOfOnePayment { id: "po-1".to_owned() }));
    let mut two = [payout(1, "a", None), payout(2, "b", None)];
    two[1].amount = usd(1);
    let (first, other) = ("UGX".to_owned(), "USD".to_owned());
    assert_eq!(generic.to_csv(&two), Err(FileError::CurrencyMustBeOne { first, other }));
    two[1].amount = ugx(999_999_999_999_999_999);
    assert_eq!(generic.to_csv(&two), Err(FileError::SumTooLarge));
}
