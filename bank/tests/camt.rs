//! Statements of banks: the six forms, each valid by the schema of ISO 20022, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sample;

use std::process::Command;

use orebook_bank::camt::{
    self, Account, Balance, CamtError, Direction, Document, Fault, LeftOut, Line, Statement, Unsplit,
};
use orebook_bank::{AmountError, Currency, pain001};
use proptest::prelude::*;
use sample::workspace;

const FORMS: [&str; 6] =
    ["camt.053.001.02", "camt.053.001.04", "camt.053.001.08", "camt.054.001.02", "camt.054.001.04", "camt.054.001.08"];

fn file(form: &str) -> String {
    std::fs::read_to_string(workspace().join(format!("bank/tests/golden/camt/{form}.xml"))).unwrap()
}

fn currencies(code: &str) -> Option<Currency> {
    let exponent = match code {
        "EUR" | "USD" => 2,
        "UGX" => 0,
        _ => return None,
    };
    Currency::new(code, exponent).ok()
}

fn read(xml: &str) -> Result<Document, CamtError> {
    camt::read(xml.as_bytes(), currencies)
}

fn one(xml: &str) -> Statement {
    let mut document = read(xml).unwrap();
    assert_eq!(document.statements.len(), 1);
    document.statements.remove(0)
}

/// A line in a few words.
fn told(line: &Line) -> String {
    let sign = if line.direction == Direction::Credit { "+" } else { "-" };
    let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "·".to_owned());
    let reference = line.creditor_reference.as_ref().map(ToString::to_string);
    format!(
        "{}{} {sign}{} {} e2e {} ref {} reason {} code {}{}",
        line.entry,
        line.detail.map(|at| format!(".{at}")).unwrap_or_default(),
        line.amount.decimal(),
        or(&line.reference),
        or(&line.end_to_end_id),
        or(&reference),
        or(&line.return_reason),
        or(&line.code),
        if line.is_reversal { " reversal" } else { "" },
    )
}

const DEPOSIT: &str = "1 +25000.00 ABN2611200001 e2e · ref RF66700000 reason · code PMNT/RCDT/ESCT";

fn batch_and_return(from: u32) -> Vec<String> {
    let next = from + 1;
    vec![
        format!("{from}.1 -1200.50 ABN2611200003-1 e2e RF904100000 ref RF904100000 reason · code PMNT/ICDT/ESCT"),
        format!("{from}.2 -3000.25 ABN2611200003-2 e2e RF634100001 ref RF634100001 reason · code PMNT/ICDT/ESCT"),
        format!("{from}.3 -360.00 · e2e RF364100002 ref RF364100002 reason · code PMNT/ICDT/ESCT"),
        format!("{next} +1200.50 ABN2611200004 e2e RF904100000 ref · reason AC04 code PMNT/ICDT/RRTN reversal"),
    ]
}

#[test]
fn the_examples_are_valid_by_the_schema() {
    for form in FORMS {
        let schema = workspace().join(format!("target/tools/xsd/{form}.xsd"));
        assert!(schema.is_file(), "{} is missing: run `make setup`", schema.display());
        let path = workspace().join(format!("bank/tests/golden/camt/{form}.xml"));
        let output = Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).arg(schema).arg(path).output();
        let output = output.unwrap_or_else(|error| panic!("xmllint cannot be run: {error}: run `make setup`"));
        assert!(output.status.success(), "{form}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_three_versions_of_a_statement_say_the_same() {
    let mut expected = vec![
        DEPOSIT.to_owned(),
        "2 +100.00 ABN2611200002 e2e ORDER-77 ref RF66700000 reason · code PMNT/RCDT/ESCT".to_owned(),
    ];
    expected.extend(batch_and_return(3));
    expected.push("5 -12.50 ABN2611200005 e2e · ref · reason · code ACMT/MDOP/CHRG".to_owned());
    expected.push("6 -800.00 ABN2611200006 e2e · ref · reason · code PMNT/ICDT/ESCT".to_owned());
    for form in &FORMS[..3] {
        let document = read(&file(form)).unwrap();
        assert_eq!((document.form, document.statements.len()), (*form, 1));
        let statement = &document.statements[0];
        assert_eq!(statement.lines.iter().map(told).collect::<Vec<_>>(), expected, "{form}");
        assert_eq!(statement.id, "NL91ABNA0417164300-20261120");
        assert_eq!(statement.account, Account::Iban("NL91ABNA0417164300".parse().unwrap()));
        assert_eq!(statement.currency, currencies("EUR").unwrap());
        let balance = |minor, day: &str| Some(Balance { minor, day: day.parse().unwrap() });
        assert_eq!(statement.opening, balance(1_000_000, "2026-11-19"));
        assert_eq!(statement.closing, balance(3_092_725, "2026-11-20"));
        assert_eq!(statement.left_out, LeftOut { pending: 1, informational: 0, empty: 1 });
        let [.., detail, _, _, total] = statement.lines.as_slice() else { panic!("{form}") };
        assert_eq!(detail.entry_reference.as_deref(), Some("ABN2611200003"));
        assert_eq!(detail.instruction_id.as_deref(), Some("01KB0TAT3G0000000000D40002"));
        assert_eq!(detail.payments_id.as_deref(), Some("01KB0TAT3G0000000000D40009"));
        assert_eq!((total.transactions, total.charges, total.unsplit), (2, Some(40), None));
        assert_eq!(total.payments_id.as_deref(), Some("01KB0TAT3G0000000000D40010"));
        let moved: i64 = statement.lines.iter().map(|line| line.direction.signed(line.amount.minor())).sum();
        assert_eq!(1_000_000 + moved, 3_092_725, "the balances are those of the lines");
    }
}

#[test]
fn the_three_versions_of_a_notification_say_the_same() {
    let mut expected = vec![DEPOSIT.to_owned()];
    expected.extend(batch_and_return(2));
    for form in &FORMS[3..] {
        let statement = one(&file(form));
        assert_eq!(statement.lines.iter().map(told).collect::<Vec<_>>(), expected, "{form}");
        assert_eq!((statement.opening, statement.closing), (None, None));
        assert_eq!(statement.left_out, LeftOut { pending: 0, informational: 1, empty: 0 });
    }
}

#[test]
fn a_batch_that_does_not_add_up_stays_one_line() {
    for (form, from, to, sum) in [
        ("camt.053.001.02", "<Amt Ccy=\"EUR\">360.00</Amt>", "<Amt Ccy=\"EUR\">360.01</Amt>", Some(456_076)),
        ("camt.053.001.08", "<Amt Ccy=\"EUR\">360.00</Amt>", "<Amt Ccy=\"EUR\">359.99</Amt>", Some(456_074)),
        ("camt.053.001.08", "<Amt Ccy=\"EUR\">360.00</Amt>", "<Amt Ccy=\"USD\">360.00</Amt>", None),
        ("camt.053.001.08", "<NbOfTxs>3</NbOfTxs>", "<NbOfTxs>4</NbOfTxs>", Some(456_075)),
    ] {
        let xml = file(form);
        assert!(xml.contains(from));
        let statement = one(&xml.replace(from, to));
        let line = statement.lines.iter().find(|line| line.entry == 3).unwrap();
        let transactions = if to.contains("NbOfTxs") { 4 } else { 3 };
        assert_eq!(line.unsplit, Some(Unsplit { transactions, told: 3, sum }), "{form} {to}");
        assert_eq!((line.amount.minor(), line.transactions), (456_075, transactions));
        assert_eq!(line.end_to_end_id, None, "no reference of a part speaks for the whole");
        assert_eq!(statement.lines.len(), 6);
    }
}

#[test]
fn the_amount_of_an_entry_of_one_transaction_is_what_was_booked() {
    let xml = file("camt.053.001.08").replacen("<Amt Ccy=\"EUR\">25000.00</Amt>", "<Amt Ccy=\"EUR\">24990.00</Amt>", 1);
    assert_eq!(one(&xml).lines[0].amount.decimal(), "24990.00");
}

#[test]
fn amounts_are_exact() {
    for (written, minor) in [("25000", 2_500_000), ("25000.5", 2_500_050), ("0025000.50000", 2_500_050)] {
        let xml = file("camt.053.001.04").replacen("25000.00", written, 1);
        assert_eq!(one(&xml).lines[0].amount.minor(), minor, "{written}");
    }
    let euro = currencies("EUR").unwrap();
    for (written, error) in [
        ("25000.001", AmountError::TooManyDecimals { currency: euro, exponent: 2, decimals: 3 }),
        ("1234567890123456789", AmountError::TooManyDigits),
        ("-1.00", AmountError::AmountMustBeDecimal),
        ("+1.00", AmountError::AmountMustBeDecimal),
        ("1,00", AmountError::AmountMustBeDecimal),
        ("1e3", AmountError::AmountMustBeDecimal),
        ("1.", AmountError::AmountMustBeDecimal),
        ("１", AmountError::AmountMustBeDecimal),
        ("", AmountError::AmountMustBeDecimal),
    ] {
        let error = Fault::Amount(error);
        refused(&file("camt.053.001.04").replacen(">25000.00<", &format!(">{written}<"), 1), "Amt", &error);
    }
    let shillings = file("camt.054.001.04").replace("EUR", "UGX").replace(".50<", ".00<").replace(".25<", ".00<");
    let shillings = shillings.replace("4560.75", "4560.00");
    assert_eq!(one(&shillings).lines[1].amount.decimal(), "1200");
}

#[track_caller]
fn refused(xml: &str, at: &str, fault: &Fault) {
    let error = read(xml).unwrap_err();
    assert_eq!((error.at, &error.fault), (at, fault), "{error}");
    assert!(error.line >= 1 && error.line as usize <= xml.lines().count().max(1), "{error}");
}

#[test]
fn what_is_no_statement_is_refused_with_its_place() {
    let xml = file("camt.053.001.08");
    let euro = || "EUR".to_owned();
    for (from, to, at, fault) in [
        ("<Id>NL91ABNA0417164300-20261120</Id>", "", "Stmt", Fault::Missing { element: "Id" }),
        ("<IBAN>NL91ABNA0417164300</IBAN>", "", "Id", Fault::Missing { element: "IBAN or Othr" }),
        ("<Sts>\n          <Cd>BOOK</Cd>\n        </Sts>", "", "Ntry", Fault::Missing { element: "Sts" }),
        ("<CdtDbtInd>CRDT</CdtDbtInd>\n        <Sts>", "<Sts>", "Ntry", Fault::Missing { element: "CdtDbtInd" }),
        (
            "<CdtDbtInd>CRDT</CdtDbtInd>\n        <Sts>",
            "<CdtDbtInd>UP</CdtDbtInd>\n<Sts>",
            "CdtDbtInd",
            Fault::Word { words: "CRDT or DBIT" },
        ),
        ("<RvslInd>true", "<RvslInd>yes", "RvslInd", Fault::Word { words: "true or false" }),
        ("<NbOfTxs>3", "<NbOfTxs>three", "NbOfTxs", Fault::Count),
        ("<Amt Ccy=\"EUR\">25000.00", "<Amt>25000.00", "Amt", Fault::Missing { element: "Ccy" }),
        ("<Amt Ccy=\"EUR\">25000.00", "<Amt Ccy=\"XXX\">25000.00", "Amt", Fault::CurrencyMustBeKnown),
        (
            "<Amt Ccy=\"EUR\">25000.00",
            "<Amt Ccy=\"USD\">25000.00",
            "Amt",
            Fault::CurrencyMustBeOne { account: euro(), found: "USD".to_owned() },
        ),
        ("<Ccy>EUR", "<Ccy>eur", "Ccy", Fault::CurrencyMustBeKnown),
        ("ABN2611200001", &"A".repeat(71), "AcctSvcrRef", Fault::Text { most: 70 }),
        ("ABN2611200001", "A&#0009;B", "AcctSvcrRef", Fault::Text { most: 70 }),
        ("BkToCstmrStmt>", "BkToCstmrDbtCdtNtfctn>", "Document", Fault::Missing { element: "BkToCstmrStmt" }),
        ("camt.053.001.08", "camt.053.001.09", "Document", Fault::UnknownForm),
        ("camt.053.001.08", "camt.052.001.08", "Document", Fault::UnknownForm),
        (" xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"", "", "Document", Fault::UnknownForm),
        ("Document", "Documents", "Document", Fault::UnknownForm),
    ] {
        assert!(xml.contains(from), "{from}");
        refused(&xml.replace(from, to), at, &fault);
    }
    let undated = xml.replacen("BookgDt", "BookDt", 2).replacen("ValDt", "ValueDt", 2);
    refused(&undated, "Ntry", &Fault::Missing { element: "BookgDt" });
    assert!(matches!(read(&xml.replace("2026-11-20", "2026-11-31")).unwrap_err().fault, Fault::Day(_)));
    assert!(matches!(read(&xml.replace("<IBAN>NL91", "<IBAN>NL92")).unwrap_err().fault, Fault::Account(_)));
}

#[test]
fn what_is_hostile_is_refused() {
    let xml = file("camt.053.001.08");
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let body = xml.strip_prefix(head).unwrap();
    let bomb = format!("{head}<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n{body}");
    refused(&bomb, "Document", &Fault::DocumentType);
    refused(&format!("{head}<!DOCTYPE x SYSTEM \"file:///etc/passwd\">\n{body}"), "Document", &Fault::DocumentType);
    refused(&xml.replace("ABN2611200001", "&a;"), "AcctSvcrRef", &Fault::Entity);
    let deep =
        |levels: usize| xml.replace("<GrpHdr>", &format!("<GrpHdr>{}{}", "<a>".repeat(levels), "</a>".repeat(levels)));
    assert!(read(&deep(29)).is_ok());
    refused(&deep(30), "BkToCstmrStmt", &Fault::TooDeep { most: 32 });
    refused(&deep(1_000_000), "BkToCstmrStmt", &Fault::TooDeep { most: 32 });
    let many = xml.replace("<GrpHdr>", &format!("<GrpHdr>{}", "<a/>".repeat(400_000)));
    refused(&many, "BkToCstmrStmt", &Fault::TooManyElements { most: 400_000 });
    let long = xml.replace("<GrpHdr>", &format!("<GrpHdr>{}", " ".repeat(camt::LENGTH_MAX)));
    refused(&long, "Document", &Fault::TooLong { length: long.len(), most: camt::LENGTH_MAX });
    refused(&xml.replace("UTF-8", "ISO-8859-1"), "Document", &Fault::MustBeUtf8);
    assert_eq!(camt::read(b"<\xff", currencies).unwrap_err().fault, Fault::MustBeUtf8);
    for not_xml in ["", "{}", "<Document", "<Document/>x", "PK\u{3}\u{4}"] {
        let fault = read(not_xml).unwrap_err().fault;
        assert!(matches!(fault, Fault::MustBeXml { .. } | Fault::UnknownForm), "{not_xml}: {fault}");
    }
    let root = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">";
    for broken in [
        body.replace("</Ntry>", "</Ntri>"),
        body.replace("</Document>", ""),
        format!("{body}{body}"),
        format!("{body}<x/>"),
        format!("{body}words"),
        body.replace("ABN2611200001", "&#0;"),
        body.replace("ABN2611200001", "& "),
        body.replacen("Ccy=\"EUR\"", "Ccy=EUR", 1),
        root.to_owned(),
    ] {
        let fault = read(&broken).unwrap_err().fault;
        assert!(matches!(fault, Fault::MustBeXml { .. }), "{fault}");
    }
    let error = read(&xml.replace("</BkToCstmrStmt>", "</Other>")).unwrap_err();
    assert_eq!(error.line as usize, xml.lines().count() - 1, "{error}");
}

#[test]
fn what_is_written_otherwise_and_says_the_same_is_read_the_same() {
    let xml = file("camt.053.001.08");
    let plain = read(&xml).unwrap();
    let prefixed =
        xml.replace("xmlns=", "xmlns:c=").replace("</", "</c:").replace('<', "<c:").replace("<c:/c:", "</c:");
    for other in [
        format!("\u{feff}{xml}"),
        xml.replace('\n', "\r\n"),
        xml.replace("  ", "\t"),
        xml.replace("ABN2611200001", "<![CDATA[ABN2611200001]]>"),
        xml.replace("ABN2611200001", "ABN26112000&#48;1<!-- one -->"),
        xml.replace("<Dt>2026-11-20</Dt>", "<DtTm>2026-11-20T23:59:59+01:00</DtTm>"),
        xml.replace("<Ccy>EUR</Ccy>", ""),
        xml.replace("<GrpHdr>", "<GrpHdr><x:Ntry xmlns:x=\"urn:x\"><x:Sts>BOOK</x:Sts></x:Ntry>"),
        prefixed.replace("<c:?xml", "<?xml"),
    ] {
        assert_eq!(read(&other).unwrap(), plain, "{}", &other[..400]);
    }
}

#[test]
fn an_account_is_known_by_its_number() {
    let iban = pain001::Account::Iban("NL91ABNA0417164300".parse().unwrap());
    let other = pain001::Account::Other { number: "9030001234567".parse().unwrap(), scheme: None };
    let read = one(&file("camt.053.001.02")).account;
    assert!(read.is(&iban) && !read.is(&other));
    let xml = file("camt.053.001.02").replace("<IBAN>NL91ABNA0417164300</IBAN>", "<Othr><Id>9030001234567</Id></Othr>");
    let read = one(&xml).account;
    assert!(read.is(&other) && !read.is(&iban));
    assert_eq!(read.to_string(), "9030001234567");
}

#[test]
fn of_two_references_neither_is_taken() {
    let twice = "<Ustrd>RF904100000</Ustrd><Ustrd>RF634100001</Ustrd>";
    let xml = file("camt.053.001.08");
    let printed = "<Ustrd>RF66 7000 00</Ustrd>";
    assert!(xml.contains(printed));
    assert_eq!(one(&xml.replace(printed, twice)).lines[1].creditor_reference, None);
    for words in ["deposit RF66700000", "RF67700000", "rf66700000"] {
        let xml = xml.replace(printed, &format!("<Ustrd>{words}</Ustrd>"));
        assert_eq!(one(&xml).lines[1].creditor_reference, None, "{words} is not a reference");
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = camt::read(&bytes, currencies);
    }

    #[test]
    fn no_damage_makes_it_panic(form in 0..6_usize, at in 0..16_000_usize, len in 0..40_usize, with in any::<String>()) {
        let mut xml = file(FORMS[form]).into_bytes();
        let at = at % xml.len();
        let end = (at + len).min(xml.len());
        xml.splice(at..end, with.into_bytes());
        if let Ok(document) = camt::read(&xml, currencies) {
            prop_assert!(document.statements.iter().flat_map(|one| &one.lines).all(|line| line.amount.minor() > 0));
        }
    }
}
