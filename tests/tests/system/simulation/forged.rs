//! What the watchman notices of trades, deals, payouts and money, where an entry is altered, doubled or left out.

use std::sync::LazyLock;

use orebook_registry::event::*;
use orebook_registry::instruction::{PayoutReport, TimeInForce};
use orebook_registry::money::{CashAccount, Ground, Posting};
use orebook_registry::values::*;
use orebook_registry::{Cause, NewEntry};
use orebook_tests::scenario::{usd, value};
use orebook_tests::simulation::{Simulation, watch};

/// So many that everything below came to pass in one of them.
static LOGS: LazyLock<Vec<Vec<NewEntry>>> = LazyLock::new(|| {
    let log = |seed| Simulation::new(seed).log(STEPS).scenario.entries().to_vec();
    let logs: Vec<Vec<NewEntry>> = SEEDS.map(log).collect();
    logs.iter().for_each(|log| assert_eq!(watch(log), Ok(())));
    logs
});
const SEEDS: std::ops::Range<u64> = 2_000_008..2_000_040;
const STEPS: u64 = 250;

/// Every log with the place of its first entry that has an event of this kind.
fn with(fits: impl Fn(&Event) -> bool) -> impl Iterator<Item = (&'static Vec<NewEntry>, usize)> {
    let place = move |log: &'static Vec<NewEntry>| {
        let place = log.iter().position(|entry| entry.events.iter().any(&fits))?;
        Some((log, place))
    };
    LOGS.iter().filter_map(place)
}

fn found(log: &[NewEntry], change: impl FnOnce(&mut Vec<NewEntry>)) -> Result<(), String> {
    let mut changed = log.to_vec();
    change(&mut changed);
    watch(&changed)
}

/// A row: the event's name, what is done to its entry, and what the watchman says.
type Row = (&'static str, Change, &'static str);

enum Change {
    Twice,
    LeftOut,
    /// Only what follows from an instruction stays.
    Unsigned,
    Altered(fn(&mut Event)),
}

fn check(rows: &[Row]) {
    let missed: Vec<String> = rows.iter().filter_map(|row| missed(row).err()).collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// In every log that has the event something is noticed, unless the log ends too soon, and in one just that.
fn missed((name, change, words): &Row) -> Result<(), String> {
    let said = with(|event| event.name().1 == *name).map(|(log, place)| {
        let said = found(log, |entries| match change {
            Change::Twice => entries.insert(place, entries[place].clone()),
            Change::LeftOut => _ = entries.remove(place),
            Change::Unsigned => entries[place].cause = Cause::Clock,
            Change::Altered(alter) => entries[place].events.iter_mut().for_each(alter),
        });
        said.err().unwrap_or_else(|| "nothing is noticed".to_owned())
    });
    let said: Vec<String> = said.collect();
    if said.iter().any(|error| error.contains(words)) { Ok(()) } else { Err(format!("{name}, {words}: {said:?}")) }
}

fn in_trade(event: &mut Event, alter: impl FnOnce(&mut TradeEvent)) {
    if let Event::Trade(event) = event {
        alter(event);
    }
}

fn in_money(event: &mut Event, alter: impl FnOnce(&mut MoneyEvent)) {
    if let Event::Money(event) = event {
        alter(event);
    }
}

fn raise_floor(event: &mut Event) {
    in_trade(event, |event| {
        if let TradeEvent::FloorSet(e) = event {
            e.floor = usd("9990.00");
        }
    });
}

fn lower_price(event: &mut Event) {
    in_trade(event, |event| match event {
        TradeEvent::Traded(e) => e.price = usd("10.00"),
        TradeEvent::DealSettled(e) => e.price = usd("10.00"),
        _ => {}
    });
}

fn raise_mass(event: &mut Event) {
    in_trade(event, |event| match event {
        TradeEvent::Traded(e) => e.mass = value("900"),
        TradeEvent::DealSettled(e) => e.mass = value("900"),
        TradeEvent::OrderReduced(e) => e.by = value("900"),
        _ => {}
    });
}

fn keep_a_cent(event: &mut Event) {
    in_trade(event, |event| match event {
        TradeEvent::Traded(e) => e.legs[0].amount.minor -= 1,
        TradeEvent::DealSettled(e) => e.legs[0].amount.minor -= 1,
        _ => {}
    });
}

fn divert(event: &mut Event) {
    in_trade(event, |event| {
        if let TradeEvent::DealSettled(e) = event {
            e.account = AccountId::from(7);
        }
    });
}

fn hurry(event: &mut Event) {
    in_trade(event, |event| {
        if let TradeEvent::DealAccepted(e) = event {
            e.settles_at = Some(Timestamp::from_ms(0));
        }
    });
}

#[test]
fn the_watchman_notices_forged_orders_trades_and_deals() {
    use Change::{Altered, LeftOut, Twice, Unsigned};
    check(&[
        ("traded", Twice, "order"),
        ("traded", Altered(lower_price), "beyond a limit"),
        ("traded", Altered(raise_mass), "a trade rounds"),
        ("traded", Altered(keep_a_cent), "not all of the gross is paid out"),
        ("order_reduced", Altered(raise_mass), "is reduced wrongly"),
        ("order_reduced", Unsigned, "changed by a stranger"),
        ("order_reduced", Twice, "an id is used twice"),
        ("floor_set", Altered(raise_floor), "below the floor"),
        ("floor_set", Unsigned, "floor_set by None"),
        ("market_halted", Unsigned, "market_halted by None"),
        ("market_reopened", LeftOut, "is halted, and takes an order"),
        ("deal_proposed", Unsigned, "a deal of nobody"),
        ("deal_proposed", LeftOut, "nobody proposed"),
        ("deal_accepted", Unsigned, "an acceptance of nobody"),
        ("deal_accepted", Altered(hurry), "settles at"),
        ("deal_declined", Unsigned, "declined by a stranger"),
        ("deal_withdrawn", Unsigned, "withdrawn by a stranger"),
        ("deal_settled", Twice, "ends twice"),
        ("deal_settled", Altered(lower_price), "on other terms than were signed"),
        ("deal_settled", Altered(raise_mass), "on other terms than were signed"),
        ("deal_settled", Altered(keep_a_cent), "not all of the gross is paid out"),
        ("deal_settled", Altered(divert), "between others"),
        ("deal_lapsed", Twice, "ends twice"),
        ("deal_voided", Twice, "ends twice"),
    ]);
}

#[test]
fn the_watchman_notices_a_deal_that_settles_unaccepted_or_early() {
    let (mut unaccepted, mut early) = (0, 0);
    for (log, place) in with(|event| event.name().1 == "deal_settled") {
        let settled = log[place].events.iter().find_map(|event| match event {
            Event::Trade(TradeEvent::DealSettled(e)) => Some(e.deal),
            _ => None,
        });
        let accepts =
            |event: &Event| matches!(event, Event::Trade(TradeEvent::DealAccepted(e)) if Some(e.deal) == settled);
        let accepted = log.iter().position(|entry| entry.events.iter().any(accepts)).unwrap();
        let error = found(log, |entries| _ = entries.remove(accepted)).unwrap_err();
        unaccepted += u64::from(error.contains("settles unaccepted"));
        let said = found(log, |entries| entries[place].time = log[accepted].time);
        early += u64::from(said.is_err_and(|error| error.contains("settles too early")));
    }
    assert!(unaccepted > 0 && early > 0, "{unaccepted} unaccepted, {early} early");
}

/// Who took its order back is missed by nobody; if it had not, it would have come first.
#[test]
fn the_watchman_notices_who_is_passed_over() {
    let passed_over = LOGS.iter().any(|log| {
        let mut cancelled = (0..log.len()).filter(|place| log[*place].kind == "cancel_order");
        cancelled.any(|place| {
            let said = found(log, |entries| _ = entries.remove(place));
            said.is_err_and(|error| error.contains("comes first, before"))
        })
    });
    assert!(passed_over, "somebody would have come first");
}

#[test]
fn the_watchman_notices_what_was_to_fill_whole_and_does_not() {
    let whole = |event: &Event| match event {
        Event::Trade(TradeEvent::BuyOrderPlaced(e)) => e.time_in_force == TimeInForce::Fok,
        Event::Trade(TradeEvent::SellOrderPlaced(e)) => e.time_in_force == TimeInForce::Fok,
        _ => false,
    };
    let (log, placed) = with(whole).next().unwrap();
    let fills = log[placed + 1..].iter().take_while(|entry| entry.cause == Cause::Continuation).count();
    let error = found(log, |entries| _ = entries.drain(placed + 1..=placed + fills)).unwrap_err();
    assert!(error.contains("rests, and was not to"), "{error}");
}

fn reuse_reference(event: &mut Event) {
    let used: Reference = value("DEPOSIT-0");
    in_money(event, |event| match event {
        MoneyEvent::Deposited(e) if e.reference.as_str().starts_with("SIM") => e.reference = used,
        MoneyEvent::DepositedUnknown(e) => e.reference = used,
        MoneyEvent::ChargeBooked(e) => e.reference = used,
        MoneyEvent::DepositRecalled(e) => e.reference = used,
        _ => {}
    });
}

fn send_elsewhere(event: &mut Event) {
    use orebook_registry::instruction::Digest;
    in_money(event, |event| match event {
        MoneyEvent::PayoutsApproved(e) => e.payouts[0].details = Digest([0xee; 32]),
        MoneyEvent::PayoutDetailsSet(e) => e.works_from = Timestamp::from_ms(0),
        MoneyEvent::PayoutPlanned(e) => e.payee = OrganisationId::from(7),
        MoneyEvent::MoneyCorrected(e) => e.from = CashAccount::Cash(OrganisationId::from(7)),
        MoneyEvent::ReceiptSigned(e) => e.signer = OrganisationId::from(7),
        MoneyEvent::DepositAssigned(e) => e.deposit = DepositId::from(7),
        _ => {}
    });
}

fn reach_others(event: &mut Event) {
    use orebook_registry::instruction::Digest;
    match event {
        Event::Party(PartyEvent::ContactDetailsSet(e)) => e.works_from = Timestamp::from_ms(0),
        Event::Party(PartyEvent::ContactDetailsWithdrawn(e)) => e.details = Digest([0xee; 32]),
        _ => {}
    }
}

fn exaggerate(event: &mut Event) {
    in_money(event, |event| match event {
        MoneyEvent::PayoutsApproved(e) => e.total.minor += 1,
        MoneyEvent::PayoutPlanned(e) => e.amount.minor += 1,
        MoneyEvent::DepositRecalled(e) => e.recovered.minor += 1,
        MoneyEvent::FraudRefunded(e) => e.gross.minor += 10_000_000,
        MoneyEvent::ReceiptSigned(e) => {
            let all = e.outcome == ReceiptOutcome::Confirmed;
            e.outcome = if all { ReceiptOutcome::ShortReceived } else { ReceiptOutcome::Confirmed };
        }
        _ => {}
    });
}

#[test]
fn the_watchman_notices_forged_bookings_payouts_and_receipts() {
    use Change::{Altered, LeftOut, Twice, Unsigned};
    check(&[
        ("deposited_unknown", Altered(reuse_reference), "is booked twice"),
        ("charge_booked", Altered(reuse_reference), "is booked twice"),
        ("deposit_recalled", Altered(reuse_reference), "is booked twice"),
        ("deposit_recalled", Altered(exaggerate), "is recalled as another"),
        ("deposit_assigned", Altered(send_elsewhere), "never arrived"),
        ("deposit_assigned", Unsigned, "deposit_assigned by None"),
        ("money_corrected", Unsigned, "money_corrected by None"),
        ("payout_details_set", Altered(send_elsewhere), "details work from"),
        ("contact_details_set", Altered(reach_others), "contact details work from"),
        ("contact_details_set", Unsigned, "contact details of nobody"),
        ("contact_details_withdrawn", Altered(reach_others), "that do not wait"),
        ("contact_details_withdrawn", Unsigned, "taken back by nobody"),
        ("payout_planned", Altered(send_elsewhere), "a payout that nobody planned"),
        ("payout_planned", Altered(exaggerate), "a payout that nobody planned"),
        ("payout_planned", LeftOut, "nobody planned"),
        ("payouts_approved", Altered(send_elsewhere), "goes elsewhere"),
        ("payouts_approved", Altered(exaggerate), "is not the sum of its payouts"),
        ("payouts_approved", Unsigned, "payouts_approved by None"),
        ("payouts_instructed", LeftOut, "is approved, and becomes"),
        ("payout_reported", Unsigned, "payout_reported by None"),
        ("payout_reported", Twice, "an id is used twice"),
        ("receipt_signed", Altered(send_elsewhere), "a receipt of somebody else"),
        ("receipt_signed", Altered(exaggerate), "counts as"),
        ("receipt_signed", Unsigned, "a receipt of nobody"),
        ("payout_disputed", Unsigned, "a receipt of nobody"),
        ("fraud_refunded", Altered(exaggerate), "is refunded more than it paid"),
        ("fraud_settled", Unsigned, "fraud_settled by None"),
        ("fraud_settled", LeftOut, "refunded, and no fraud was settled"),
    ]);
}

#[test]
fn the_watchman_notices_a_settlement_under_a_reference_that_was_used() {
    let settles = |event: &Event| matches!(event, Event::Money(MoneyEvent::PayoutReported(e)) if matches!(e.report, PayoutReport::Settled(_)));
    let (log, place) = with(settles).next().unwrap();
    let error = found(log, |entries| {
        for event in &mut entries[place].events {
            if let Event::Money(MoneyEvent::PayoutReported(e)) = event
                && let PayoutReport::Settled(paid) = &mut e.report
            {
                paid.reference = value("DEPOSIT-0");
            }
        }
    });
    assert!(error.as_ref().is_err_and(|error| error.contains("is booked twice")), "{error:?}");
}

#[test]
fn the_watchman_notices_money_that_moves_by_itself() {
    let (log, place) = with(|event| event.name().1 == "buy_order_placed").next().unwrap();
    let posting = |account, minor| Posting { account, amount: usd("0.00").currency.minor(minor), ground: Ground::NONE };
    let somebody = CashAccount::Cash(OrganisationId::from(7));
    let made = found(log, |entries| entries[place].postings.push(posting(somebody, 100)));
    assert!(made.as_ref().is_err_and(|error| error.contains("money comes from nowhere")), "{made:?}");
    for account in [somebody, CashAccount::Fees, CashAccount::Suspense, CashAccount::OperatorLoss, CashAccount::Bank] {
        let moved = [posting(account, -100), posting(CashAccount::Transit(PayoutId::from(7)), 100)];
        let said = found(log, |entries| entries[place].postings.extend(moved));
        assert!(said.as_ref().is_err_and(|error| error.contains("unsigned")), "{account}: {said:?}");
    }
}
