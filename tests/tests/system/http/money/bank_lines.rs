//! Bank statements come in: what each line is, that each is booked once for ever, and what is refused.

use orebook_registry::instruction::*;
use orebook_registry::money::{CashAccount, PayoutState};
use orebook_registry::values::*;
use orebook_server::payout::{deposit_reference_of, reference_of};
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{usd, value};
use serde_json::{Value, json};

use super::camt::{DAY, Paper, Told, credit, debit, statement};
use super::stage::{Approved, Stage, approved, by_operator, details, furnished, put, together};

const XML: (&str, &str) = ("content-type", "application/xml");

/// Four payouts are approved, and the bank has the file of those in USD.
pub fn instructed(location: &Location) -> (Stage, Approved, House) {
    let (stage, approved) = approved();
    let mut house = furnished(location, &stage);
    for n in 0..2 {
        assert_eq!(put(&house, &details(n)).status, 201);
    }
    let file = approved.usd;
    let digest = house.get(&format!("/v1/payout-files/{file}"));
    let digest = value(digest.header("etag").trim_matches('"'));
    by_operator(&mut house, Act::InstructPayouts(InstructPayouts { digest, file }));
    (stage, approved, house)
}

pub fn take(house: &House, paper: &Paper<'_>) -> Answer {
    take_bytes(house, paper.xml())
}

pub fn take_bytes(house: &House, bytes: Vec<u8>) -> Answer {
    house.http.send("POST", "/v1/bank-statements", &[XML], bytes)
}

/// The lines of the first statement, each in a few words: state, then the kind of act or the reason for none.
pub fn told(answer: &Answer) -> Vec<String> {
    assert!(matches!(answer.status, 200 | 201), "{}", answer.body);
    answer.json["statements"][0]["lines"].as_array().unwrap().iter().map(word).collect()
}

pub fn word(line: &Value) -> String {
    let found = [&line["suggestion"]["kind"], &line["unmatched"]["code"]].into_iter().find_map(Value::as_str);
    format!("{} {}", line["state"].as_str().unwrap(), found.unwrap_or("-"))
}

pub fn counts(answer: &Answer) -> [&str; 3] {
    [answer.text("/new"), answer.text("/known"), answer.text("/left_out")]
}

/// The lines in a state.
pub fn lines(house: &House, state: &str) -> Vec<Value> {
    let answer = house.get(&format!("/v1/bank-lines?state={state}"));
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json["items"].as_array().unwrap().clone()
}

/// Signs what is suggested for the line of a reference: with a second person where one is needed.
pub fn sign(house: &mut House, reference: &str) {
    let waiting = lines(house, "waiting");
    let line = waiting.iter().find(|line| line["reference"] == reference);
    let line = line.unwrap_or_else(|| panic!("{reference} in {waiting:?}"));
    let acts = line["suggestion"]["acts"].as_array().unwrap_or_else(|| panic!("{line}")).clone();
    for act in acts {
        let act: Act = serde_json::from_value(act).unwrap();
        let operator = house.scenario.operator.clone();
        match &act {
            Act::Deposit(_) | Act::DepositUnknown(_) => drop(together(house, &operator, 1, act)),
            Act::ReportPayout(report) if needs_two(&report.report) => drop(together(house, &operator, 1, act)),
            _ => drop(by_operator(house, act)),
        }
    }
}

const fn needs_two(report: &PayoutReport) -> bool {
    matches!(report, PayoutReport::Rejected(_) | PayoutReport::Returned(_))
}

pub fn reference(payout: PayoutId) -> String {
    reference_of(payout).unwrap().to_string()
}

/// What the register holds at the bank in USD, in cents.
fn held(house: &House) -> i64 {
    -house.scenario.registry.cash.balance(CashAccount::Bank, value("USD")).minor
}

fn decimal(cents: i64) -> String {
    usd("0.00").currency.minor(cents).amount()
}

fn state(house: &House, payout: PayoutId) -> PayoutState {
    house.scenario.registry.cash.payouts().find(payout).unwrap().state
}

#[test]
fn a_statement_is_suggested_signed_booked_and_known_for_ever() {
    each_database(|location| {
        let (stage, approved, mut house) = instructed(location);
        let lumen = stage.world.buyers[0].id;
        let [first, second, ..] = approved.payouts;
        let amount = house.scenario.registry.cash.payouts().find(second).unwrap().amount;
        let (first_ref, second_ref, second_amount) = (reference(first), reference(second), amount.amount());
        let member = deposit_reference_of(lumen).unwrap();
        let own = house.get(&format!("/v1/cash?organisation={lumen}"));
        assert_eq!(own.text("/deposit_reference"), member.as_str(), "a member is told what to quote");
        let (member, printed) = (member.to_string(), member.printed());
        let before = held(&house);
        let closing = decimal(before - 500_000 - amount.minor + 2_500_000 + 10_000 + 777 - 1_250);
        let paper = Paper {
            closing: Some(&closing),
            ..statement(
                "S-1",
                vec![
                    Told { end_to_end: &first_ref, creditor: &first_ref, ..debit("5000.00", "B-1") },
                    Told { end_to_end: &second_ref, ..debit(&second_amount, "B-2") },
                    Told { creditor: &member, ..credit("25000.00", "B-3") },
                    Told { text: &printed, ..credit("100.00", "B-4") },
                    Told { text: "Lumen, 7.77, thank you", ..credit("7.77", "B-5") },
                    Told { code: "ACMT/MDOP/CHRG", ..debit("12.50", "B-6") },
                    Told { status: "PDNG", ..credit("1.00", "B-7") },
                    Told { status: "INFO", ..credit("1.00", "B-8") },
                ],
            )
        };
        let answer = take(&house, &paper);
        assert_eq!((answer.status, counts(&answer)), (201, ["6", "0", "2"]), "{}", answer.body);
        assert_eq!(answer.text("/form"), "camt.053.001.08");
        assert_eq!(
            told(&answer),
            [
                "waiting payout_settled",
                "waiting payout_settled",
                "waiting deposit",
                "waiting deposit",
                "waiting deposit_unknown",
                "waiting charge",
            ]
        );
        let form = answer.text("/statements/0/lines/2/suggestion/form");
        assert_eq!(
            form,
            format!(
                "/act/deposit?organisation={lumen}&amount.currency=USD&amount=25000.00&reference=B-3&then=%2Fdesk%2Fbank%2Flines"
            )
        );
        assert_eq!(answer.text("/statements/0/lines/2/suggestion/organisation"), lumen.to_string());
        let difference = |answer: &Answer| {
            let at = |name: &str| answer.text(&format!("/statements/0/reconciliation/difference/{name}")).to_owned();
            (at("direction"), at("amount/amount"))
        };
        assert_ne!(difference(&answer).0, "none");
        assert_eq!(
            house.scenario.entries().len() as u64,
            house.shared().state(|registry| registry.size()),
            "nothing is booked"
        );

        for reference in ["B-1", "B-2", "B-3", "B-4", "B-5", "B-6"] {
            sign(&mut house, reference);
        }
        assert_eq!([state(&house, first), state(&house, second)], [PayoutState::Settled; 2]);
        assert_eq!(lines(&house, "waiting"), Vec::<Value>::new());
        assert_eq!(lines(&house, "booked").len(), 6);

        let size = house.scenario.entries().len();
        let again = take(&house, &paper);
        assert_eq!((again.status, counts(&again)), (200, ["0", "6", "2"]));
        assert_eq!(told(&again), ["booked -"; 6]);
        assert_eq!(difference(&again), ("none".to_owned(), "0.00".to_owned()));
        let act: Act = serde_json::from_value(again.json["statements"][0]["reconciliation"]["act"].clone()).unwrap();
        let Act::ReconcileBank(reconcile) = &act else { panic!("{act:?}") };
        assert_eq!((reconcile.on.to_string(), reconcile.statement.amount()), (DAY.to_owned(), closing.clone()));
        by_operator(&mut house, act);
        assert_eq!(house.scenario.entries().len(), size + 1, "the same statement books nothing");

        let paper = Paper { notification: true, id: "N-1", closing: None, ..paper.clone() };
        let answer = take(&house, &paper);
        assert_eq!(
            (answer.status, counts(&answer)),
            (200, ["0", "6", "2"]),
            "the day's notification is the same lines"
        );
        house.restart();
        assert_eq!(lines(&house, "booked").len(), 6);
        house.audit();
    });
}

#[test]
fn a_payout_that_comes_back_is_returned_or_rejected() {
    each_database(|location| {
        let (_, approved, mut house) = instructed(location);
        let [first, second, ..] = approved.payouts;
        let amount = house.scenario.registry.cash.payouts().find(second).unwrap().amount.amount();
        let (first_ref, second_ref) = (reference(first), reference(second));
        let back =
            |reference| Told { end_to_end: &first_ref, reason: "AC04", reversal: true, ..credit("5000.00", reference) };
        let refused = Told { end_to_end: &second_ref, reason: "MD07", ..credit(&amount, "B-3") };
        let left = Told { end_to_end: &first_ref, ..debit("5000.00", "B-1") };
        let answer = take(&house, &statement("S-1", vec![left, back("B-2"), refused]));
        assert_eq!(told(&answer), ["waiting payout_settled", "waiting debit_comes_first", "waiting payout_rejected"]);
        assert_eq!(answer.text("/statements/0/lines/1/unmatched/payout"), first.to_string());

        sign(&mut house, "B-1");
        sign(&mut house, "B-2");
        sign(&mut house, "B-3");
        assert_eq!([state(&house, first), state(&house, second)], [PayoutState::Returned, PayoutState::Rejected]);
        assert_eq!(lines(&house, "waiting"), Vec::<Value>::new());
        let reported: Vec<String> = house
            .scenario
            .entries()
            .iter()
            .map(|entry| String::from_utf8_lossy(&entry.bytes).into_owned())
            .filter(|entry| entry.contains("account_closed") || entry.contains("md07"))
            .collect();
        assert!(!reported.is_empty(), "the bank's reasons are the register's words, or the bank's own");

        let answer = take(&house, &statement("S-2", vec![back("B-9")]));
        assert_eq!(told(&answer), ["waiting payout_state"], "it came back before");
        assert_eq!(answer.text("/statements/0/lines/0/unmatched/payout_state"), "returned");
        house.audit();
    });
}

#[test]
fn a_batch_is_booked_as_a_whole_or_in_parts() {
    each_database(|location| {
        let (_, approved, mut house) = instructed(location);
        let [first, second, ..] = approved.payouts;
        let file = house.scenario.registry.cash.payouts().file(approved.usd).unwrap().clone();
        let (id, total) = (approved.usd.ulid(), file.total.amount());
        let amount = house.scenario.registry.cash.payouts().find(second).unwrap().amount.amount();
        let (first_ref, second_id) = (reference(first), second.ulid());
        let whole = Told { batch: Some((&id, 2)), ..debit(&total, "B-1") };
        let less = Told { batch: Some((&id, 2)), ..debit("1.00", "B-0") };
        let answer = take(&house, &statement("S-1", vec![whole.clone(), less]));
        assert_eq!(told(&answer), ["waiting payout_settled", "waiting amounts_differ"]);
        assert_eq!(answer.text("/statements/0/lines/1/unmatched/expected/amount"), total);
        let acts = answer.json["statements"][0]["lines"][0]["suggestion"]["acts"].as_array().unwrap();
        assert_eq!(acts.len(), 4, "each payout is accepted, then settled");
        for act in &acts[..2] {
            by_operator(&mut house, serde_json::from_value(act.clone()).unwrap());
        }
        let begun = lines(&house, "waiting");
        let begun = begun.iter().find(|line| line["reference"] == "B-1").unwrap();
        assert_eq!(begun["suggestion"]["acts"].as_array().map(Vec::len), Some(2), "the rest waits: {begun}");
        sign(&mut house, "B-1");
        assert_eq!([state(&house, first), state(&house, second)], [PayoutState::Settled; 2]);
        let left: Vec<String> = lines(&house, "waiting").iter().map(word).collect();
        assert_eq!((lines(&house, "booked").len(), left), (1, vec!["waiting amounts_differ".to_owned()]));

        let parts = vec![
            Told { end_to_end: &first_ref, ..debit("5000.00", "") },
            Told { instruction: &second_id, ..debit(&amount, "B-1-2") },
        ];
        let parts = Told { parts, ..whole };
        let answer = take(&house, &Paper { notification: true, ..statement("N-1", vec![parts.clone()]) });
        assert_eq!((counts(&answer), told(&answer)), (["2", "0", "0"], vec!["booked -".to_owned(); 2]));
        let places: Vec<&Value> =
            answer.json["statements"][0]["lines"].as_array().unwrap().iter().map(|line| &line["place"]).collect();
        assert_eq!(places, ["1.1", "1.2"]);

        let mut odd = parts;
        odd.parts[0].amount = "5000.01";
        odd.reference = "B-5";
        let batched = Told { batch: Some(("NOT-OURS", 3)), ..credit("30.00", "B-6") };
        let answer = take(&house, &statement("S-3", vec![Told { batch: Some(("NOT-OURS", 2)), ..odd }, batched]));
        assert_eq!(told(&answer), ["waiting debit_of_nothing_known", "waiting parts_are_not_told"]);
        house.audit();
    });
}

#[test]
fn two_lines_of_one_reference_are_two_and_a_line_told_twice_is_one() {
    each_database(|location| {
        let (stage, _, mut house) = instructed(location);
        let member = deposit_reference_of(stage.world.buyers[0].id).unwrap().to_string();
        let deposit = |amount, reference| Told { creditor: &member, ..credit(amount, reference) };
        let parts = vec![deposit("10.00", ""), deposit("10.00", ""), deposit("20.00", "")];
        let batch = Told { batch: Some(("IN", 3)), parts, ..credit("40.00", "B-1") };
        let paper = statement("S-1", vec![batch, deposit("5.00", "B-2"), deposit("5.00", "B-2"), deposit("3.00", "")]);
        let answer = take(&house, &paper);
        assert_eq!(counts(&answer), ["6", "0", "0"]);
        let references: Vec<String> = lines_of(&answer, "reference");
        assert_eq!(references[..5], ["B-1/1", "B-1/2/again-1", "B-1/3", "B-2", "B-2/again-1"]);
        assert!(references[5].starts_with("line:") && references[5].len() == 37, "{}", references[5]);
        let before = house.scenario.registry.cash.balance(CashAccount::Cash(stage.world.buyers[0].id), value("USD"));
        for reference in &references {
            sign(&mut house, reference);
        }
        let after = house.scenario.registry.cash.balance(CashAccount::Cash(stage.world.buyers[0].id), value("USD"));
        assert_eq!(after.minor - before.minor, 5_300);
        let again = take(&house, &paper);
        assert_eq!((again.status, told(&again)), (200, vec!["booked -".to_owned(); 6]));
        let answer =
            take(&house, &statement("S-2", vec![deposit("5.00", "B-2"), deposit("3.00", ""), deposit("6.00", "B-2")]));
        assert_eq!(
            told(&answer),
            ["booked -", "waiting told_alike", "waiting reference_is_used"],
            "without a reference nobody knows whether it is the same money"
        );
        house.audit();
    });
}

pub fn lines_of(answer: &Answer, name: &str) -> Vec<String> {
    let lines = answer.json["statements"][0]["lines"].as_array().unwrap();
    lines.iter().map(|line| line[name].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_act_that_is_proposed_is_told_until_the_second_person_signs() {
    each_database(|location| {
        let (stage, _, mut house) = instructed(location);
        let member = deposit_reference_of(stage.world.buyers[0].id).unwrap().to_string();
        take(&house, &statement("S-1", vec![Told { creditor: &member, ..credit("9.00", "P-1") }]));
        let act = |house: &House| -> Act {
            serde_json::from_value(lines(house, "waiting")[0]["suggestion"]["acts"][0].clone()).unwrap()
        };
        let deposit = act(&house);
        by_operator(&mut house, deposit);
        let (proposal, digest) =
            house.scenario.registry.parties.open_proposals().last().map(|(id, one)| (id, one.digest)).unwrap();
        assert_eq!(lines(&house, "waiting")[0]["suggestion"]["proposal"], proposal.to_string());
        let operator = house.scenario.operator.clone();
        let bytes = house.scenario.sign_by(&operator, 1, Act::Approve(Approve { digest, proposal }));
        assert_eq!(house.play(&bytes).status, 201);
        assert_eq!((lines(&house, "waiting").len(), lines(&house, "booked").len()), (0, 1));
        house.audit();
    });
}

#[test]
fn a_line_is_set_aside_with_a_reason_and_taken_back() {
    each_database(|location| {
        let (_, _, mut house) = instructed(location);
        let entries =
            vec![debit("1.00", "A-1"), debit("2.00", "A-2"), Told { code: "ACMT/MDOP/CHRG", ..debit("3.00", "A-3") }];
        let answer = take(&house, &statement("S-1", entries));
        let ids = lines_of(&answer, "id");
        sign(&mut house, "A-3");
        let aside =
            |id: &str, body: &str| house.http.post(&format!("/v1/bank-lines/{id}/aside"), body.as_bytes().to_vec());
        let back = |id: &str| house.http.post(&format!("/v1/bank-lines/{id}/back"), Vec::new());
        let reason = r#"{"reason":"a mistake of the bank, taken back tomorrow"}"#;
        let done = aside(&ids[0], reason);
        assert_eq!((done.status, done.text("/state")), (200, "aside"), "{}", done.body);
        assert_eq!(done.text("/aside/reason"), "a mistake of the bank, taken back tomorrow");
        assert_eq!(lines(&house, "aside").len(), 1);
        assert_eq!(lines(&house, "waiting").len(), 1);
        let refused = |answer: Answer| (answer.status, answer.code().to_owned(), answer.json["facts"]["state"].clone());
        assert_eq!(refused(aside(&ids[0], reason)), (409, "bank_line_must_wait".to_owned(), json!("aside")));
        assert_eq!(refused(aside(&ids[2], reason)), (409, "bank_line_must_wait".to_owned(), json!("booked")));
        assert_eq!(refused(back(&ids[1])), (409, "bank_line_must_be_aside".to_owned(), json!("waiting")));
        for body in
            ["", "{}", r#"{"reason":""}"#, r#"{"reason":" "}"#, r#"{"reason":"a\u0000b"}"#, r#"{"reason":"x","y":1}"#]
        {
            assert_eq!(aside(&ids[1], body).code(), "document_is_malformed", "{body}");
        }
        let long = json!({ "reason": "x".repeat(201) }).to_string();
        assert_eq!(aside(&ids[1], &long).code(), "document_is_malformed");
        assert_eq!(aside(&"0".repeat(64), reason).code(), "must_exist");
        assert_eq!(back("none").code(), "must_exist");
        let again = take(&house, &statement("S-1", vec![debit("1.00", "A-1")]));
        assert_eq!(
            (again.status, told(&again)),
            (200, vec!["aside debit_of_nothing_known".to_owned()]),
            "it stays aside"
        );
        assert_eq!(back(&ids[0]).text("/state"), "waiting");
        assert_eq!(lines(&house, "waiting").len(), 2);
        let log = house.get("/v1/security-log?limit=200");
        let kinds: Vec<&str> =
            log.json["items"].as_array().unwrap().iter().filter_map(|row| row["kind"].as_str()).collect();
        for kind in ["bank_statements_taken", "bank_line_set_aside", "bank_line_taken_back"] {
            assert_eq!(kinds.iter().filter(|one| **one == kind).count(), 1, "{kind} in {kinds:?}");
        }
        house.audit();
    });
}

#[test]
fn lines_come_in_pages_by_day_of_one_currency_or_all() {
    each_database(|location| {
        let (_, _, house) = instructed(location);
        let amounts: Vec<String> = (1..=5).map(|n| format!("{n}.00")).collect();
        take(&house, &statement("S-1", amounts.iter().map(|amount| debit(amount, "")).collect()));
        let ugx = Paper { account: "9030001234567", currency: "UGX", ..statement("U-1", vec![debit("7000", "U")]) };
        assert_eq!(take(&house, &ugx).status, 201);
        let (mut seen, mut next) = (Vec::new(), String::new());
        loop {
            let page = house.get(&format!("/v1/bank-lines?limit=2&currency=USD{next}"));
            let items = page.json["items"].as_array().unwrap().clone();
            assert!(!items.is_empty() && items.len() <= 2, "{}", page.body);
            seen.extend(items.iter().map(|line| line["amount"]["amount"].as_str().unwrap().to_owned()));
            match page.json["next"].as_str() {
                Some(cursor) => next = format!("&cursor={cursor}"),
                None => break,
            }
        }
        seen.sort();
        assert_eq!(seen, amounts);
        assert_eq!(lines(&house, "waiting").len(), 6);
        assert_eq!(house.get("/v1/bank-lines?currency=UGX").text("/items/0/amount/amount"), "7000");
        for query in ["state=new", "currency=XXX", "limit=0", "cursor=abc", &format!("state=booked{next}"), "at=1"] {
            let answer = house.get(&format!("/v1/bank-lines?{query}"));
            assert!(answer.status == 400 && !answer.code().is_empty(), "{query}: {}", answer.body);
        }
        house.audit();
    });
}
