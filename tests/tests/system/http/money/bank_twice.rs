//! One reference of two lines, and money that is told twice: what is booked is one line's, and nothing is suggested twice.

use orebook_registry::instruction::*;
use orebook_server::payout::deposit_reference_of;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{usd, value};

use super::bank_lines::{counts, instructed, lines, reference, sign, take, told, word};
use super::camt::{Paper, Told, credit, debit, statement};
use super::stage::by_operator;

fn on<'p>(day: &'p str, id: &'p str, entries: Vec<Told<'p>>) -> Paper<'p> {
    Paper { day, ..statement(id, entries) }
}

fn notification<'p>(id: &'p str, entries: Vec<Told<'p>>) -> Paper<'p> {
    Paper { notification: true, ..statement(id, entries) }
}

/// Each line's reference and what it is, in some state.
fn found(house: &House, state: &str) -> Vec<String> {
    let mut all: Vec<String> = lines(house, state)
        .iter()
        .map(|line| format!("{} {}", line["reference"].as_str().unwrap(), word(line)))
        .collect();
    all.sort();
    all
}

#[test]
fn a_charge_under_a_payouts_reference_is_not_booked_with_it() {
    each_database(|location| {
        let (_, approved, mut house) = instructed(location);
        let first = reference(approved.payouts[0]);
        let left = Told { end_to_end: &first, ..debit("5000.00", "R-1") };
        take(&house, &statement("S-1", vec![left]));
        sign(&mut house, "R-1");
        let rows = [
            Told { code: "ACMT/MDOP/CHRG", ..debit("2.50", "R-1") },
            Told { end_to_end: &first, code: "ACMT/MDOP/CHRG", ..debit("2.51", "R-1") },
            debit("2.52", "R-1"),
            Told { end_to_end: &first, reason: "AC04", ..credit("2.53", "R-1") },
            Told { code: "ACMT/MDOP/CHRG", ..debit("5000.00", "R-1") },
        ];
        let answer = take(&house, &statement("S-2", rows.to_vec()));
        // Of the fifth the amount agrees, but it is the same line to us: a charge of that amount is the payout's own line.
        assert_eq!(told(&answer)[..4], ["waiting reference_is_used"; 4]);
        assert_eq!(told(&answer)[4], "booked -");
        let another = on("2026-07-15", "S-3", vec![Told { code: "ACMT/MDOP/CHRG", ..debit("5000.00", "R-1") }]);
        assert_eq!(told(&take(&house, &another)), ["waiting reference_is_used"], "it is of another kind");
        let again = on("2026-07-15", "S-4", vec![Told { end_to_end: &first, ..debit("5000.01", "R-9") }]);
        assert_eq!(told(&take(&house, &again)), ["waiting amounts_differ"], "its reference is free");
        house.audit();
    });
}

#[test]
fn what_was_booked_under_a_reference_is_one_lines() {
    each_database(|location| {
        let (stage, approved, mut house) = instructed(location);
        let lumen = deposit_reference_of(stage.world.buyers[0].id).unwrap().to_string();
        let first = reference(approved.payouts[0]);
        let deposit = Told { creditor: &lumen, ..credit("70.00", "NONREF") };
        take(&house, &statement("S-1", vec![deposit.clone()]));
        sign(&mut house, "NONREF");
        assert_eq!(found(&house, "booked"), ["NONREF booked -"]);
        let next = on("2026-07-15", "S-2", vec![deposit.clone()]);
        assert_eq!(told(&take(&house, &next)), ["waiting reference_is_used"]);
        let before = on("2026-07-13", "S-3", vec![deposit]);
        assert_eq!(told(&take(&house, &before)), ["waiting reference_is_used"]);

        // Both wait when one of them is signed: the earlier one was meant.
        let unknown = |day, id| on(day, id, vec![credit("8.00", "SAME")]);
        take(&house, &unknown("2026-07-14", "S-4"));
        take(&house, &unknown("2026-07-15", "S-5"));
        sign(&mut house, "SAME");
        let same = |state| found(&house, state).into_iter().filter(|line| line.starts_with("SAME")).collect::<Vec<_>>();
        assert_eq!(
            (same("booked"), same("waiting")),
            (vec!["SAME booked -".to_owned()], vec!["SAME waiting reference_is_used".to_owned()])
        );

        // The bank pays a payout twice.
        let left = Told { end_to_end: &first, ..debit("5000.00", "TWICE") };
        take(&house, &statement("S-6", vec![left.clone()]));
        sign(&mut house, "TWICE");
        assert_eq!(told(&take(&house, &on("2026-07-15", "S-7", vec![left]))), ["waiting reference_is_used"]);

        // What is booked by hand is the line's if it is as much, and not long before the bank.
        let charge =
            |amount, reference| Act::BookCharge(BookCharge { amount: usd(amount), reference: value(reference) });
        by_operator(&mut house, charge("1.00", "HAND-1"));
        by_operator(&mut house, charge("1.00", "HAND-2"));
        by_operator(&mut house, charge("1.00", "HAND-3"));
        let hand = vec![debit("1.00", "HAND-1"), debit("1.01", "HAND-2")];
        let answer = take(&house, &statement("S-8", hand));
        assert_eq!(told(&answer), ["booked -", "waiting reference_is_used"]);
        for (day, id, expected) in
            [("1000-01-01", "S-A", "booked -"), ("9999-12-31", "S-B", "waiting reference_is_used")]
        {
            let line = Told { code: "ACMT/MDOP/CHRG", ..debit("1.00", "HAND-3") };
            assert_eq!(told(&take(&house, &on(day, id, vec![line]))), [expected], "any day that a bank writes is read");
        }
        let late = take(&house, &on("2026-09-01", "S-9", vec![debit("1.00", "HAND-3")]));
        assert_eq!(told(&late), ["waiting reference_is_used"]);
        house.audit();
    });
}

#[test]
fn money_told_in_parts_and_as_a_whole_is_suggested_once() {
    each_database(|location| {
        let (stage, _, mut house) = instructed(location);
        let [lumen, other] = [0, 1].map(|n| deposit_reference_of(stage.world.buyers[n].id).unwrap().to_string());
        let parts = vec![
            Told { creditor: &lumen, ..credit("10.00", "P-1") },
            Told { creditor: &other, ..credit("30.00", "P-2") },
        ];
        let in_parts = Told { batch: Some(("IN", 2)), parts, ..credit("40.00", "E-1") };
        let whole = credit("40.00", "E-1");
        assert_eq!(told(&take(&house, &notification("N-1", vec![in_parts]))), ["waiting deposit"; 2]);
        let answer = take(&house, &statement("S-1", vec![whole.clone()]));
        assert_eq!((counts(&answer)[0], told(&answer)), ("1", vec!["waiting told_in_parts".to_owned()]));
        sign(&mut house, "P-1");
        assert_eq!(found(&house, "waiting"), ["E-1 waiting told_in_parts", "P-2 waiting deposit"]);
        sign(&mut house, "P-2");
        assert_eq!(found(&house, "waiting"), Vec::<String>::new(), "once its parts are booked, so is the whole");
        assert_eq!(found(&house, "booked"), ["E-1 booked -", "P-1 booked -", "P-2 booked -"]);

        // The whole comes first, and waits: then its parts are what is signed.
        let part = |reference| Told { creditor: &lumen, ..credit("20.00", reference) };
        let in_parts = |entry, own: [&'static str; 2]| Told {
            batch: Some(("IN", 2)),
            parts: own.map(part).to_vec(),
            ..credit("40.00", entry)
        };
        assert_eq!(told(&take(&house, &statement("S-2", vec![credit("40.00", "E-2")]))), ["waiting deposit_unknown"]);
        take(&house, &notification("N-2", vec![in_parts("E-2", ["P-3", "P-4"])]));
        let expected = ["E-2 waiting told_in_parts", "P-3 waiting deposit", "P-4 waiting deposit"];
        assert_eq!(found(&house, "waiting"), expected);
        sign(&mut house, "P-3");
        sign(&mut house, "P-4");

        // The whole was booked: its parts are not booked again.
        take(&house, &statement("S-3", vec![credit("40.00", "E-3")]));
        sign(&mut house, "E-3");
        let answer = take(&house, &notification("N-3", vec![in_parts("E-3", ["P-5", "P-6"])]));
        assert_eq!(told(&answer), ["waiting told_as_whole"; 2]);

        // One transaction with a reference of its own is a part as well.
        let only = Told { parts: vec![Told { creditor: &lumen, ..credit("5.00", "P-7") }], ..credit("5.00", "E-4") };
        assert_eq!(told(&take(&house, &notification("N-4", vec![only]))), ["waiting deposit"]);
        assert_eq!(told(&take(&house, &statement("S-4", vec![credit("5.00", "E-4")]))), ["waiting told_in_parts"]);

        // What one statement tells is not told twice.
        let first =
            Told { parts: vec![Told { creditor: &lumen, ..credit("6.00", "P-8") }], ..credit("6.00", "NONREF") };
        let answer = take(&house, &statement("S-5", vec![first, credit("6.00", "NONREF")]));
        assert_eq!(told(&answer), ["waiting deposit", "waiting deposit_unknown"]);
        house.audit();
    });
}

#[test]
fn a_file_that_left_in_parts_is_booked_as_a_whole_and_not_twice() {
    each_database(|location| {
        let (_, approved, mut house) = instructed(location);
        let payouts = house.scenario.registry.cash.payouts();
        let amount = payouts.find(approved.payouts[1]).unwrap().amount.amount();
        let total = payouts.file(approved.usd).unwrap().total.amount();
        let [first, second] = [0, 1].map(|n| reference(approved.payouts[n]));
        let id = approved.usd.ulid();
        let parts = vec![
            Told { end_to_end: &first, ..debit("5000.00", "P-1") },
            Told { end_to_end: &second, ..debit(&amount, "P-2") },
        ];
        let whole = Told { batch: Some((&id, 2)), ..debit(&total, "E-1") };
        take(&house, &notification("N-1", vec![Told { parts, ..whole.clone() }]));
        sign(&mut house, "P-1");
        assert_eq!(told(&take(&house, &statement("S-1", vec![whole.clone()]))), ["waiting told_in_parts"]);
        sign(&mut house, "P-2");
        assert_eq!(found(&house, "booked").len(), 3);
        let again = Told { reference: "E-2", ..whole };
        assert_eq!(told(&take(&house, &on("2026-07-15", "S-2", vec![again]))), ["waiting payout_state"]);
        house.audit();
    });
}

#[test]
fn a_line_without_a_reference_that_two_statements_tell_is_suggested_once() {
    each_database(|location| {
        let (stage, _, mut house) = instructed(location);
        let lumen = deposit_reference_of(stage.world.buyers[0].id).unwrap().to_string();
        let line = |amount| Told { creditor: &lumen, ..credit(amount, "") };
        let twice = vec![line("3.00"), line("3.00"), line("4.00")];
        assert_eq!(told(&take(&house, &notification("N-1", twice))), ["waiting deposit"; 3]);
        let more = vec![line("3.00"), line("4.00"), line("3.00"), line("3.00"), line("5.00")];
        let expected = ["told_alike", "told_alike", "told_alike", "deposit", "deposit"];
        let answer = take(&house, &statement("S-1", more));
        assert_eq!(told(&answer), expected.map(|word| format!("waiting {word}")), "as many as were told before");
        let with = Told { creditor: &lumen, ..credit("5.00", "R-1") };
        let another = Told { creditor: &lumen, ..credit("5.00", "R-2") };
        let answer = take(&house, &notification("T-1", vec![with, another]));
        assert_eq!(told(&answer), ["waiting told_alike", "waiting deposit"], "one of them could be that without one");
        let next = take(&house, &on("2026-07-15", "S-2", vec![line("3.00")]));
        assert_eq!(told(&next), ["waiting deposit"], "another day is other money");

        // If it is more money after all, it is booked by hand under the line's own reference.
        let alike = lines(&house, "waiting").into_iter().find(|line| word(line) == "waiting told_alike").unwrap();
        let own = alike["reference"].as_str().unwrap();
        let amount = usd(alike["amount"]["amount"].as_str().unwrap());
        let deposit = Deposit { amount, organisation: stage.world.buyers[0].id, reference: value(own) };
        let operator = house.scenario.operator.clone();
        super::stage::together(&mut house, &operator, 1, Act::Deposit(deposit));
        assert_eq!(found(&house, "booked"), [format!("{own} booked -")]);
        house.audit();
    });
}

#[test]
fn payouts_of_one_file_may_share_their_reference() {
    each_database(|location| {
        let (_, approved, mut house) = instructed(location);
        let amount = |house: &House, at: usize| {
            let payouts = house.scenario.registry.cash.payouts();
            payouts.find(approved.payouts[at]).unwrap().amount.amount().to_string()
        };
        let names = [0, 1].map(|at| (reference(approved.payouts[at]), amount(&house, at)));
        let left = names.each_ref().map(|(name, amount)| Told { end_to_end: name, ..debit(amount, "R-1") });
        take(&house, &statement("S-1", left.to_vec()));
        sign(&mut house, "R-1");
        assert_eq!(found(&house, "waiting"), ["R-1 waiting payout_settled"], "the other one is suggested as before");
        sign(&mut house, "R-1");
        assert_eq!(found(&house, "booked"), ["R-1 booked -"; 2]);
        let again = on("2026-07-15", "S-2", left[..1].to_vec());
        assert_eq!(told(&take(&house, &again)), ["waiting reference_is_used"]);
        house.audit();
    });
}
