//! Lines that only people can tell, and files that are refused.

use orebook_registry::instruction::*;
use orebook_server::payout::deposit_reference_of;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::value;
use serde_json::Value;

use super::bank_lines::{instructed, lines, reference, take, take_bytes, told};
use super::camt::{Paper, Told, credit, debit, statement};
use super::stage::{by_operator, together};

#[test]
fn whatever_else_a_line_says_waits_for_people() {
    each_database(|location| {
        let (stage, approved, mut house) = instructed(location);
        let [first, second, ..] = approved.payouts;
        let (first_ref, second_ref) = (reference(first), reference(second));
        let [lumen, other] =
            [&stage.world.buyers[0], &stage.world.buyers[1]].map(|b| deposit_reference_of(b.id).unwrap());
        let (lumen, other) = (lumen.to_string(), other.to_string());
        let in_ugx = reference(approved.payouts[2]);
        let (deposit, recalled) = house.scenario.registry.cash.deposits().next().unwrap();
        let recalled = recalled.amount.amount();
        let rows = [
            (Told { end_to_end: &first_ref, ..debit("5000.01", "C-1") }, "amounts_differ"),
            (Told { end_to_end: &in_ugx, ..debit("5000.00", "C-2") }, "amounts_differ"),
            (Told { end_to_end: &first_ref, creditor: &second_ref, ..debit("5000.00", "C-3") }, "references_disagree"),
            (Told { end_to_end: &first_ref, ..credit("5000.00", "C-4") }, "payout_the_other_way"),
            (Told { end_to_end: &first_ref, reversal: true, ..debit("5000.00", "C-5") }, "payout_the_other_way"),
            (Told { text: "Clara Fund 0", ..debit("5000.00", "C-6") }, "debit_of_nothing_known"),
            (Told { end_to_end: "RF904100000", ..debit("5000.00", "C-7") }, "debit_of_nothing_known"),
            (Told { reason: "AC04", ..credit("5000.00", "C-8") }, "return_of_nothing_known"),
            (Told { reversal: true, ..debit(&recalled, "C-9") }, "return_of_nothing_known"),
            (Told { end_to_end: &lumen, creditor: &other, ..credit("1.00", "C-10") }, "references_disagree"),
            (Told { end_to_end: &lumen, reason: "AC04", ..credit("1.00", "C-11") }, "return_of_nothing_known"),
            (Told { creditor: &lumen, ..credit("1.00", "DEPOSIT-0") }, "reference_is_used"),
            (Told { text: "Lumen & Vale".split(' ').next().unwrap(), ..credit("2.00", "C-12") }, "deposit_unknown"),
            (Told { code: "ACMT/MDOP/CHRG", reversal: true, ..credit("2.00", "C-13") }, "return_of_nothing_known"),
        ];
        let answer = take(&house, &statement("S-1", rows.iter().map(|(told, _)| told.clone()).collect()));
        let expected: Vec<String> = rows.iter().map(|(_, word)| format!("waiting {word}")).collect();
        assert_eq!(told(&answer), expected);
        assert_eq!(answer.text("/statements/0/lines/0/unmatched/expected/amount"), "5000.00");
        assert_eq!(answer.text("/statements/0/lines/0/amount/amount"), "5000.01");

        // What people find out themselves is booked under the line's reference.
        let operator = house.scenario.operator.clone();
        together(&mut house, &operator, 1, Act::RecallDeposit(RecallDeposit { deposit, reference: value("C-9") }));
        let booked: Vec<Value> = lines(&house, "booked").iter().map(|line| line["reference"].clone()).collect();
        assert_eq!(booked, ["C-9"]);

        // A member that may not be given money now is given it out of what has no owner.
        let suspended = SuspendOrganisation { organisation: stage.world.buyers[0].id, reason: value("investigation") };
        by_operator(&mut house, Act::SuspendOrganisation(suspended));
        let answer = take(&house, &statement("S-2", vec![Told { creditor: &lumen, ..credit("4.00", "C-20") }]));
        assert_eq!(told(&answer), ["waiting deposit_unknown"]);
        assert_eq!(answer.text("/statements/0/lines/0/suggestion/organisation"), stage.world.buyers[0].id.to_string());
        house.audit();
    });
}

#[test]
fn what_is_no_statement_of_ours_is_refused_and_nothing_of_it_is_kept() {
    each_database(|location| {
        let (_, _, house) = instructed(location);
        let good = String::from_utf8(statement("S-1", vec![credit("1.00", "R-1")]).xml()).unwrap();
        let hostile = |from: &str, to: &str| {
            assert!(good.contains(from), "{from}");
            good.replace(from, to).into_bytes()
        };
        let dtd = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Document";
        let malformed = [
            Vec::new(),
            b"{}".to_vec(),
            b"\xff\xfe<".to_vec(),
            hostile("<Document", dtd),
            hostile("R-1", "&xxe;"),
            hostile("<Id>S-1</Id>", ""),
            hostile("<Ntry>", &format!("<Ntry>{}", "<a>".repeat(100_000))),
            hostile("camt.053.001.08", "camt.053.001.12"),
            hostile(">1.00<", ">1.001<"),
            hostile(">1.00<", ">1e9<"),
            hostile("</Document>", ""),
        ];
        for bytes in malformed {
            let answer = take_bytes(&house, bytes.clone());
            let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
            assert_eq!((answer.status, answer.code()), (400, "statement_is_malformed"), "{shown}: {}", answer.body);
            assert!(answer.json["facts"]["line"].is_u64() && answer.json["facts"]["element"].is_string());
        }
        let place = take_bytes(&house, hostile(">1.00<", ">1.001<"));
        assert_eq!((place.json["facts"]["line"].as_u64(), place.text("/facts/element")), (Some(2), "Amt"));

        let stranger = Paper { account: "DE89370400440532013000", ..statement("S-1", vec![credit("1.00", "R-1")]) };
        let stranger = take_bytes(
            &house,
            String::from_utf8(stranger.xml())
                .unwrap()
                .replace("Othr><Id>", "IBAN>")
                .replace("</Id></Othr", "</IBAN")
                .into_bytes(),
        );
        assert_eq!((stranger.status, stranger.code()), (422, "statement_must_be_of_own_account"));
        assert_eq!(stranger.text("/facts/account"), "DE89370400440532013000");
        assert_eq!(stranger.text("/facts/own"), "NL91ABNA0417164300");
        let unknown = take(&house, &Paper { currency: "EUR", ..statement("S-1", vec![credit("1.00", "R-1")]) });
        assert_eq!((unknown.status, unknown.code()), (409, "payouts_must_be_configured"));
        assert_eq!(unknown.text("/facts/missing"), "[payouts.accounts.EUR]");

        let long = hostile("<Ntry>", &format!("<!--{}--><Ntry>", " ".repeat(8 * 1024 * 1024)));
        let long = take_bytes(&house, long);
        assert_eq!((long.status, long.code()), (413, "statement_is_too_large"));
        let fits = hostile("<Ntry>", &format!("<!--{}--><Ntry>", " ".repeat(8 * 1024 * 1024 - good.len() - 7)));
        assert_eq!(fits.len(), 8 * 1024 * 1024);
        for kind in ["application/json", "application/x-www-form-urlencoded", ""] {
            let answer =
                house.http.send("POST", "/v1/bank-statements", &[("content-type", kind)], good.clone().into_bytes());
            assert_eq!(answer.code(), "media_type_not_supported", "{kind}");
        }
        for method in ["GET", "PUT", "DELETE"] {
            assert_eq!(house.http.send(method, "/v1/bank-statements", &[], Vec::new()).header("allow"), "POST");
        }
        assert_eq!(house.get("/v1/bank-lines/x/aside").header("allow"), "POST");
        assert_eq!(lines(&house, "waiting"), Vec::<Value>::new(), "nothing of all that was kept");
        assert_eq!(take_bytes(&house, fits).status, 201, "the longest file is read");
        house.audit();
    });
}

#[test]
fn without_a_configuration_no_statement_is_read() {
    each_database(|location| {
        let house = House::founded(location);
        let answer = take(&house, &statement("S-1", vec![credit("1.00", "R-1")]));
        assert_eq!((answer.status, answer.code()), (409, "payouts_must_be_configured"));
        house.audit();
    });
}
