//! Whatever people are called, a file stays one that banks accept; and references come back.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sample;

use orebook_bank::mobile::Profile;
use orebook_bank::{Id, Latin, Reference, is_latin};
use proptest::prelude::*;
use quick_xml::events::Event;
use sample::{initiation, payment, payout, usd};

/// Every text of a file with the name of its element.
fn texts(xml: &[u8]) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(xml).unwrap());
    let (mut texts, mut inside) = (Vec::new(), None);
    loop {
        match (reader.read_event().unwrap(), &mut inside) {
            (Event::Start(_), _) => inside = Some(String::new()),
            (Event::Text(text), Some(so_far)) => so_far.push_str(&text.xml10_content()),
            (Event::GeneralRef(reference), Some(so_far)) => {
                assert_eq!(&*reference, "apos", "of what is escaped, the Latin set has the apostrophe only");
                so_far.push('\'');
            }
            // What closes next is an element with elements in it; between them there is but indentation.
            (Event::End(end), _) => texts.extend(inside.take().map(|text| (end.name().as_ref().to_owned(), text))),
            (Event::Eof, _) => return texts,
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn any_text_as_a_name_makes_a_valid_file(name in "\\PC{0,200}", town in any::<String>()) {
        let mut payment = payment(1, usd(100));
        // A text of which nothing is left is refused before there is a file.
        let Ok(latin) = Latin::<70>::of(&name) else { return Ok(()) };
        payment.creditor.name = latin.clone();
        payment.creditor.address.as_mut().unwrap().town = Latin::of(&format!("x{town}")).unwrap();
        let xml = initiation(vec![payment]).to_xml().unwrap();
        let texts = texts(&xml);
        prop_assert!(texts.iter().any(|(element, text)| element == "Nm" && text == latin.as_str()));
        for (element, text) in texts {
            let most = match element.as_str() { "Nm" => 70, "TwnNm" => 35, _ => continue };
            prop_assert!(is_latin(&text) && text.chars().count() <= most, "{element} {text:?}");
        }
    }

    #[test]
    fn any_text_is_latin_or_refused_and_stays_as_it_is(text in any::<String>()) {
        if let Ok(latin) = Latin::<35>::of(&text) {
            prop_assert!(is_latin(latin.as_str()) && latin.as_str().len() <= 35);
            prop_assert_eq!(Latin::<35>::of(latin.as_str()).unwrap(), latin);
        }
    }

    #[test]
    fn any_text_as_a_name_makes_a_table_without_formulas(name in any::<String>(), note in any::<String>()) {
        let mut payout = payout(1, "x", None);
        payout.name = Latin::of(&format!("{name}x")).unwrap_or(payout.name);
        payout.note = Latin::of(&note).ok();
        let table = Profile::generic().to_csv(&[payout]).unwrap();
        let mut reader = csv::Reader::from_reader(table.as_slice());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(rows.len(), 1);
        prop_assert!(rows[0].iter().skip(1).all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }

    #[test]
    fn a_reference_comes_back(body in "[0-9A-Z]{1,21}") {
        let reference = Reference::of(&body).unwrap();
        prop_assert_eq!(reference.body(), &body);
        prop_assert_eq!(&reference.to_string().parse::<Reference>().unwrap(), &reference);
        prop_assert_eq!(&Reference::from_printed(&reference.printed()).unwrap(), &reference);
        // Banks take it as an id, too.
        prop_assert!(reference.as_str().parse::<Id<35>>().is_ok());
    }

    #[test]
    fn in_a_reference_of_digits_every_slip_is_found(body in "[0-9]{1,21}", place in 0..21_usize, by in 1..10_u8) {
        let text = Reference::of(&body).unwrap().to_string();
        let place = 4 + place % body.len();
        let mut bytes = text.clone().into_bytes();
        bytes[place] = b'0' + (bytes[place] - b'0' + by) % 10;
        prop_assert!(String::from_utf8(bytes).unwrap().parse::<Reference>().is_err());
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in any::<String>()) {
        let _ = text.parse::<Reference>();
        let _ = text.parse::<orebook_bank::Iban>();
        let _ = text.parse::<orebook_bank::Bic>();
        let _ = text.parse::<Id<35>>();
        let _ = text.parse::<orebook_bank::Day>();
        let _ = text.parse::<orebook_bank::Moment>();
        let _ = text.parse::<orebook_bank::mobile::Msisdn>();
    }
}
