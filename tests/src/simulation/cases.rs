//! Cases that the names of acts and events do not tell apart.

use orebook_registry::event::*;
use orebook_registry::instruction::{PayoutReport, TimeInForce};

/// Cases that a long run must have seen.
pub const CASES: &[&str] = &[
    "claim on confirmed premium",
    "deal at once",
    "deal that waits",
    "deposit recalled at the operator's loss",
    "fill or kill",
    "fill or kill refused",
    "order below a new floor",
    "paper receipt",
    "payout accepted",
    "payout rejected",
    "payout returned",
    "payout settled",
    "payout unknown",
    "premium stopped on its way",
    "receipt for less",
    "receipt of the payee",
    "refund",
    "restricted bid",
];

/// The case that an event is, if it is one.
pub(super) fn of(event: &Event) -> Option<&'static str> {
    match event {
        Event::Trade(event) => of_trade(event),
        Event::Money(event) => of_money(event),
        Event::Claim(ClaimEvent::Retired(e)) => {
            matches!(e.claim, ClaimFacts::Premium(_)).then_some("claim on confirmed premium")
        }
        _ => None,
    }
}

fn of_trade(event: &TradeEvent) -> Option<&'static str> {
    match event {
        TradeEvent::BuyOrderPlaced(e) if e.restriction.is_some() => Some("restricted bid"),
        TradeEvent::BuyOrderPlaced(e) => (e.time_in_force == TimeInForce::Fok).then_some("fill or kill"),
        TradeEvent::DealAccepted(e) => Some(if e.settles_at.is_some() { "deal that waits" } else { "deal at once" }),
        TradeEvent::OrderCancelled(e) => (e.reason == CancelReason::Floor).then_some("order below a new floor"),
        _ => None,
    }
}

fn of_money(event: &MoneyEvent) -> Option<&'static str> {
    match event {
        MoneyEvent::DepositRecalled(e) => (e.shortfall.minor > 0).then_some("deposit recalled at the operator's loss"),
        MoneyEvent::PayoutReported(e) => Some(match e.report {
            PayoutReport::Accepted(_) => "payout accepted",
            PayoutReport::Rejected(_) => "payout rejected",
            PayoutReport::Returned(_) => "payout returned",
            PayoutReport::Settled(_) => "payout settled",
            PayoutReport::Unknown(_) => "payout unknown",
        }),
        MoneyEvent::PayoutCancelled(e) => (e.reason.as_str() == "fraud").then_some("premium stopped on its way"),
        MoneyEvent::ReceiptSigned(e) if e.outcome == ReceiptOutcome::ShortReceived => Some("receipt for less"),
        MoneyEvent::ReceiptSigned(e) => Some(if e.paper.is_some() { "paper receipt" } else { "receipt of the payee" }),
        MoneyEvent::FraudRefunded(e) => (e.gross.minor > 0).then_some("refund"),
        _ => None,
    }
}
