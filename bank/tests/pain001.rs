//! Files for banks: against the schema of ISO 20022, against a kept file, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sample;

use std::path::PathBuf;
use std::process::Command;

use orebook_bank::pain001::{Account, Initiation};
use orebook_bank::{Amount, Currency, FileError, Latin};
use sample::{golden, initiation, payment, three_in_usd, ugx, usd, workspace};

fn schema() -> PathBuf {
    let path = workspace().join("target/tools/xsd/pain.001.001.09.xsd");
    assert!(path.is_file(), "{} is missing: run `make setup`", path.display());
    path
}

/// What xmllint says about a file; nothing if it is valid.
fn objections(xml: &[u8]) -> Option<String> {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("file.xml");
    std::fs::write(&file, xml).unwrap();
    let output = Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).arg(schema()).arg(&file).output();
    let output = output.unwrap_or_else(|error| panic!("xmllint cannot be run: {error}: run `make setup`"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (!output.status.success()).then_some(said)
}

fn assert_valid(file: &Initiation) -> String {
    let xml = file.to_xml().unwrap();
    assert_eq!(objections(&xml), None);
    assert_eq!(file.to_xml().unwrap(), xml, "the same file has the same bytes");
    String::from_utf8(xml).unwrap()
}

#[test]
fn three_payments_in_usd_are_valid_and_as_kept() {
    let xml = assert_valid(&three_in_usd());
    golden("three-in-usd.xml", xml.as_bytes());
    assert_eq!(xml.matches("<NbOfTxs>3</NbOfTxs>").count(), 2);
    assert_eq!(xml.matches("<CtrlSum>12751.04</CtrlSum>").count(), 2);
}

#[test]
fn a_currency_without_decimals_has_whole_numbers() {
    let xml = assert_valid(&initiation(vec![payment(1, ugx(46_000)), payment(2, ugx(1))]));
    assert!(xml.contains("<InstdAmt Ccy=\"UGX\">46000</InstdAmt>"), "{xml}");
    assert_eq!(xml.matches("<CtrlSum>46001</CtrlSum>").count(), 2);
    assert!(xml.contains("<Ccy>UGX</Ccy>"), "{xml}");
}

#[test]
fn an_account_without_a_named_bank_is_valid() {
    let mut file = three_in_usd();
    file.debtor_agent = None;
    file.debtor.address = None;
    file.debtor_account = Account::Other { number: "12345678".parse().unwrap(), scheme: None };
    assert!(assert_valid(&file).contains("NOTPROVIDED"));
}

#[test]
fn names_of_any_length_and_script_are_valid() {
    let names = ["漢字鉱山株式会社", "Арабика <&> Голд", "]]>", "شركة التعدين", "a\u{0}b\u{ffff}c"];
    let long = ["ß".repeat(500), "Ñ & ".repeat(100), "x/".repeat(400)];
    let mut payments = Vec::new();
    for (number, name) in (1..).zip(names.iter().map(|name| (*name).to_owned()).chain(long)) {
        let mut payment = payment(number, usd(100));
        payment.creditor.name = Latin::of(&format!("{name} 1")).unwrap();
        let address = payment.creditor.address.as_mut().unwrap();
        address.town = Latin::of(&format!("{name} 2")).unwrap();
        address.street = Latin::of(&name).ok();
        address.building = Latin::of(&name).ok();
        address.post_code = Latin::of(&name).ok();
        payments.push(payment);
    }
    assert_valid(&initiation(payments));
}

#[test]
fn two_hundred_payments_are_valid() {
    let payments = (1..=200).map(|number| payment(number, usd(i64::from(number)))).collect();
    let xml = assert_valid(&initiation(payments));
    assert_eq!(xml.matches("<NbOfTxs>200</NbOfTxs>").count(), 2);
    assert_eq!(xml.matches("<CtrlSum>201.00</CtrlSum>").count(), 2);
}

#[test]
fn the_largest_amount_is_valid() {
    for (code, exponent) in [("UGX", 0), ("USD", 2), ("CLF", 4)] {
        let currency = Currency::new(code, exponent).unwrap();
        let most = Amount::new(999_999_999_999_999_999, currency).unwrap();
        assert_valid(&initiation(vec![payment(1, most)]));
        let one = Amount::new(1, currency).unwrap();
        assert_valid(&initiation(vec![payment(1, one)]));
        let file = initiation(vec![payment(1, most), payment(2, one)]);
        assert_eq!(file.to_xml(), Err(FileError::SumTooLarge));
    }
}

#[test]
fn a_file_that_was_tampered_with_is_not_valid() {
    let xml = String::from_utf8(three_in_usd().to_xml().unwrap()).unwrap();
    for (from, to) in [
        ("<PmtMtd>TRF</PmtMtd>", ""),
        ("<ChrgBr>DEBT</ChrgBr>", "<ChrgBr>NOBODY</ChrgBr>"),
        ("<MsgId>msg-2026-11-22-1</MsgId>", "<MsgId></MsgId>"),
        ("<IBAN>CH93", "<IBAN>ch93"),
        ("Ccy=\"USD\"", ""),
        ("12750.00", "12750.000001"),
        ("pain.001.001.09", "pain.001.001.03"),
        ("<TwnNm>", "<TwnNm>Town of a name that has more than 35 characters, in "),
    ] {
        assert!(xml.contains(from), "{from}");
        let said = objections(xml.replace(from, to).as_bytes());
        assert!(said.as_deref().unwrap_or_default().contains("fails to validate"), "{from} → {to}: {said:?}");
    }
}

#[test]
fn a_file_pays_somebody_in_one_currency_and_once() {
    assert_eq!(initiation(vec![]).to_xml(), Err(FileError::NoPayments));
    let two = initiation(vec![payment(1, usd(1)), payment(2, ugx(1))]);
    let (first, other) = ("USD".to_owned(), "UGX".to_owned());
    assert_eq!(two.to_xml(), Err(FileError::CurrencyMustBeOne { first, other }));
    let mut twice = initiation(vec![payment(1, usd(1)), payment(2, usd(1))]);
    twice.payments[1].end_to_end_id = "pay-1".parse().unwrap();
    assert_eq!(twice.to_xml(), Err(FileError::IdMustBeOfOnePayment { id: "pay-1".to_owned() }));
    let mut twice = initiation(vec![payment(1, usd(1)), payment(2, usd(1))]);
    twice.payments[1].instruction_id = "ins-1".parse().unwrap();
    assert_eq!(twice.to_xml(), Err(FileError::IdMustBeOfOnePayment { id: "ins-1".to_owned() }));
}
