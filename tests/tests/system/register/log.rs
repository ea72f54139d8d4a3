//! The log itself: clock entries, continuations, visibility and blinds.

use base64::Engine;
use orebook_registry::event::Visibility;
use orebook_registry::instruction::*;
use orebook_registry::{Cause, Entry, NewEntry, Outcome, Registry};
use orebook_tests::scenario::{World, at, events, open, usd, value};
use orebook_tests::script::{play, stage};

/// A year with every kind of event: trades, a suspension, lapses, expiries.
fn busy() -> World {
    let world = play(
        stage(),
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        offer   clara    O1 B1 2@4200        ok
        bid     lumen    U1 0.5@4200 ioc     ok escrow 2121.00 trade O1 0.5@4200.00 fee 21.00
        retire  lumen    B1 0.1 support      ok
        bid     orfebre  U2 1@4100           ok escrow 4141.00
    ",
    );
    let mut world = world;
    let (cordillera, operator, lumen) =
        (world.cordillera.clone(), world.scenario.operator.clone(), world.buyers[0].clone());
    let deposit = Deposit { amount: usd("1.00"), organisation: lumen.id, reference: value("LAPSES") };
    world.scenario.propose(&operator, 0, Act::Deposit(deposit)).expect("proposed");
    let certificate = world.clara_certificate;
    world.declare(certificate, "1", "0", ["2026-07-01", "2026-07-12"]).expect("declared");
    let suspend =
        SuspendCertificate { certificate, effective: value("2026-07-13"), note: None, reason: value("finding") };
    world.scenario.act(&cordillera, Act::SuspendCertificate(suspend)).expect("suspended");
    world.scenario.advance_to(at("2029-01-01"));
    world
}

fn parsed(entry: &NewEntry) -> Entry<'_> {
    Entry::parse(&entry.bytes).expect("an entry can be read")
}

#[test]
fn every_entry_is_canonical_and_states_its_place_and_time() {
    let world = busy();
    for (place, entry) in world.scenario.entries().iter().enumerate() {
        let value: serde_json::Value = serde_json::from_slice(&entry.bytes).expect("json");
        assert_eq!(orebook_document::canonical(&value).expect("canonical"), entry.bytes, "entry {place}");
        let parsed = parsed(entry);
        assert_eq!((parsed.sequence.0, parsed.time), (place as u64, entry.time));
        assert_eq!((parsed.cause, &parsed.events), (entry.cause, &entry.events));
        assert_eq!(parsed.instruction.is_some(), matches!(entry.cause, Cause::Founding | Cause::Instruction));
        assert_eq!(parsed.of.is_some(), entry.cause == Cause::Continuation);
    }
}

#[test]
fn a_blind_stands_on_members_continuations_of_instructions_and_nowhere_else() {
    let world = busy();
    let mut cause: Option<&NewEntry> = None;
    let mut seen = [0, 0];
    for entry in world.scenario.entries() {
        let read = parsed(entry);
        if entry.cause != Cause::Continuation {
            cause = Some(entry);
            assert_eq!(read.blind, None);
            continue;
        }
        let first = cause.expect("a continuation has its cause");
        assert_eq!(read.of.map(|n| n.0), Some(first.sequence));
        assert_eq!(entry.time, first.time);
        let members = first.cause == Cause::Instruction && read.visibility() == Visibility::Members;
        seen[usize::from(members)] += 1;
        let expected = members.then(|| {
            let first: serde_json::Value = serde_json::from_slice(&first.bytes).expect("json");
            let proof = first["instruction"]["proof"]["proofValue"].as_str().expect("a proof").to_owned();
            let hash = orebook_document::sha256(format!("{proof}{}", entry.sequence).as_bytes());
            base64::engine::general_purpose::STANDARD.encode(hash)
        });
        assert_eq!(read.blind, expected, "entry {}", entry.sequence);
    }
    assert!(seen[0] > 0 && seen[1] > 1, "both kinds occur: {seen:?}");
}

#[test]
fn the_public_consequence_of_a_members_instruction_is_a_continuation_of_its_own() {
    let world = busy();
    let approval = world.scenario.entries().iter().position(|e| e.kind == "approve_declaration").expect("issued");
    let [first, second] = &world.scenario.entries()[approval..approval + 2] else { panic!("two entries") };
    assert_eq!(parsed(first).visibility(), Visibility::Members);
    assert_eq!((second.cause, parsed(second).visibility()), (Cause::Continuation, Visibility::Public));
    assert_eq!(second.events.iter().map(|e| e.name().1).collect::<Vec<_>>(), ["issued"]);
    for entry in world.scenario.entries().iter().filter(|e| e.cause == Cause::Continuation) {
        let kinds: Vec<_> = entry.events.iter().map(|e| e.visibility()).collect();
        assert!(kinds.windows(2).all(|pair| pair[0] == pair[1]), "one visibility an entry");
    }
}

#[test]
fn the_first_entry_of_a_day_is_the_clocks() {
    let world = busy();
    for pair in world.scenario.entries().windows(2) {
        if pair[1].time.date() > pair[0].time.date() {
            assert_eq!(pair[1].cause, Cause::Clock, "entry {}", pair[1].sequence);
            assert_eq!(parsed(&pair[1]).instruction.map(|_| ()), None);
        } else {
            assert!(pair[1].cause != Cause::Clock || !pair[1].events.is_empty(), "empty clock entries open days only");
        }
    }
}

#[test]
fn deadlines_fall_due_by_time_then_kind_then_id() {
    let mut world = stage();
    world.scenario.advance_to(at("2026-12-20"));
    let (lumen, operator) = (world.buyers[0].clone(), world.scenario.operator.clone());
    for price in ["4100.00", "4200.00"] {
        let until = Some(value("2027-01-01T00:00:00Z"));
        let bid = PlaceBuyOrder { until, ..world.bid(&lumen, "0.1", price) };
        world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    }
    let deposit = Deposit { amount: usd("1.00"), organisation: lumen.id, reference: value("LAPSES") };
    world.scenario.propose(&operator, 0, Act::Deposit(deposit)).expect("proposed");
    let entries = world.scenario.advance_to(at("2027-01-02"));
    assert_eq!(entries.len(), 1);
    let names: Vec<_> = events(&entries).map(|e| e.name().1).collect();
    let expected = ["proposal_lapsed", "certificate_expired", "certificate_expired", "order_expired", "order_expired"];
    assert_eq!(names, expected, "the proposal of 20 December is the earliest, then kinds of one midnight");
}

#[test]
fn an_order_that_expires_at_a_moment_is_gone_for_the_instruction_of_that_moment() {
    let mut world = play(stage(), "issue clara B1 20.412-8 ok B1 12.412");
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (batch, _) = world.scenario.registry.credits.batches().next().expect("issued");
    let until = Some(world.scenario.seconds_from_now(100));
    let offer = PlaceSellOrder { until, ..world.offer(&clara, batch, "1", "4200.00") };
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.advance_to(world.scenario.now().plus_seconds(97));
    let bid = world.bid(&lumen, "1", "4200.00");
    let entries = world.scenario.act(&lumen, Act::PlaceBuyOrder(bid.clone())).expect("a bid");
    assert_eq!(entries.len(), 2, "a second before, it trades");
    let offer = PlaceSellOrder {
        until: Some(world.scenario.seconds_from_now(2)),
        ..world.offer(&clara, batch, "1", "4200.00")
    };
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    let entries = world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    assert_eq!(entries.len(), 1, "at its moment it does not");
}

#[test]
fn a_thousand_deadlines_of_one_moment_fill_several_entries() {
    let mut world = stage();
    world.scenario.checks = orebook_tests::scenario::Checks::WhenAsked;
    let lumen = world.buyers[0].clone();
    let until = Some(world.scenario.seconds_from_now(3_600));
    for _ in 0..1_000 {
        let bid = PlaceBuyOrder { until, ..world.bid(&lumen, "0.003", "4000.00") };
        world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    }
    let entries = world.scenario.advance_to(world.scenario.now().plus_seconds(3_600));
    world.scenario.check_all();
    assert!(entries.len() > 1 && entries.iter().all(|e| e.bytes.len() <= 60_000));
    assert_eq!(events(&entries).count(), 1_000);
    assert!(entries.iter().all(|e| parsed(e).blind.is_none()));
}

#[test]
fn a_register_started_from_the_whole_log_holds_the_same_state() {
    let world = busy();
    let mut started = Registry::new();
    let until = world.scenario.now();
    let mut copied = Registry::new();
    for entry in world.scenario.entries() {
        started.follow(&entry.bytes, until).expect("every entry can be followed");
        copied.follow_new(entry).expect("every entry can be followed");
    }
    assert_eq!(started.dump(), world.scenario.registry.dump());
    assert_eq!(copied.dump(), world.scenario.registry.dump());
}

#[test]
fn every_cause_decided_again_gives_the_same_bytes() {
    let world = busy();
    let mut again = Registry::new();
    let mut bytes: Vec<Vec<u8>> = Vec::new();
    for entry in world.scenario.entries() {
        let opened = parsed(entry).instruction.map(|raw| open(raw.get().as_bytes()));
        let entries = match (entry.cause, opened) {
            (Cause::Founding, Some(opened)) => again.found(&opened).map(accepted),
            (Cause::Instruction, Some(opened)) => again.submit(entry.time, &opened).map(accepted),
            (Cause::Clock, None) => again.advance(entry.time),
            _ => continue,
        };
        bytes.extend(entries.expect("nothing contradicts").into_iter().map(|entry| entry.bytes));
    }
    assert!(bytes.iter().eq(world.scenario.entries().iter().map(|entry| &entry.bytes)));
}

fn accepted(outcome: Outcome) -> Vec<NewEntry> {
    match outcome {
        Outcome::Accepted(entries) => entries,
        other => panic!("it was accepted before: {other:?}"),
    }
}
