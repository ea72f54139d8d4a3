//! Which acts bring which events about, whose acts those are, and which of them take two persons.

use orebook_registry::instruction::Role;
use orebook_registry::{Cause, NewEntry};

use super::keys::Keys;
use super::{Signed, ensure, word};

/// The acts that bring an event about. What is not named here moves nothing, or follows by itself.
const ACTS: &[(&str, &[&str])] = &[
    ("issued", &["approve_declaration"]),
    ("declaration_approved", &["approve_declaration"]),
    ("transferred", &["transfer"]),
    ("transfer_withdrawn", &["withdraw_transfer"]),
    ("transfer_refused", &["refuse_transfer"]),
    ("blocks_cancelled", &["cancel_credits"]),
    ("credits_cancelled", &["withdraw_certificate", "refund_fraud"]),
    ("hold_placed", &["place_hold"]),
    ("hold_extended", &["extend_hold"]),
    ("hold_released", &["release_hold"]),
    ("deposited", &["deposit"]),
    ("deposited_unknown", &["deposit_unknown"]),
    ("deposit_assigned", &["assign_deposit"]),
    ("deposit_recalled", &["recall_deposit"]),
    ("charge_booked", &["book_charge"]),
    ("money_corrected", &["correct_money"]),
    ("bank_reconciled", &["reconcile_bank"]),
    ("issuer_adopted", &["adopt_issuer"]),
    ("log_key_adopted", &["adopt_log_key"]),
    ("contact_details_set", &["set_contact_details"]),
    ("contact_details_withdrawn", &["withdraw_contact_details", "revoke_key", "place_hold"]),
    ("payout_details_set", &["set_payout_details", "withdraw_payout_details", "revoke_key", "place_hold"]),
    ("payout_planned", &["plan_payout", "withdraw_money"]),
    ("payouts_approved", &["approve_payouts"]),
    ("payout_cancelled", &["cancel_payout", "withdraw_certificate", "revoke_key", "place_hold"]),
    ("payouts_instructed", &["instruct_payouts"]),
    ("payout_reported", &["report_payout"]),
    ("receipt_signed", &["confirm_receipt"]),
    ("payout_disputed", &["dispute_payout"]),
    ("fraud_settled", &["refund_fraud"]),
    ("fraud_refunded", &["refund_fraud"]),
    ("sell_order_placed", &["place_sell_order"]),
    ("buy_order_placed", &["place_buy_order"]),
    ("order_reduced", &["reduce_order"]),
    ("market_halted", &["halt_market"]),
    ("market_reopened", &["reopen_market"]),
    ("floor_set", &["set_floor"]),
    ("deal_proposed", &["propose_deal"]),
    ("deal_accepted", &["accept_deal"]),
    ("deal_declined", &["decline_deal"]),
    ("deal_withdrawn", &["withdraw_deal"]),
    (
        "deal_voided",
        &["place_hold", "revoke_key", "suspend_certificate", "suspend_organisation", "withdraw_certificate"],
    ),
    ("retired", &["retire", "retire_list"]),
    ("physical_sale_recorded", &["record_physical_sale"]),
    ("withdrawn", &["withdraw_certificate"]),
];

/// What the operator alone does.
const OPERATORS: &[&str] = &[
    "bank_reconciled",
    "charge_booked",
    "deposit_assigned",
    "deposit_recalled",
    "deposited",
    "deposited_unknown",
    "floor_set",
    "fraud_settled",
    "hold_placed",
    "hold_released",
    "issuer_adopted",
    "log_key_adopted",
    "market_halted",
    "market_reopened",
    "money_corrected",
    "payout_reported",
    "payouts_approved",
    "payouts_instructed",
];

/// What two persons do.
const TOGETHER: &[&str] = &[
    "deposit_assigned",
    "deposit_recalled",
    "deposited",
    "deposited_unknown",
    "fraud_settled",
    "issuer_adopted",
    "log_key_adopted",
    "money_corrected",
    "payouts_approved",
];

/// What follows by itself: it stands in no instruction's name.
const STEPS: &[&str] = &[
    "transfer_settled",
    "credits_cancelled",
    "credits_expired",
    "order_expired",
    "hold_lapsed",
    "deal_lapsed",
    "deal_matured",
    "deal_settled",
    "fraud_refunded",
    "traded",
];

pub(super) fn acts_fit_events(entry: &NewEntry, signed: Option<&Signed>, keys: &Keys) -> Result<(), String> {
    let act = signed.map(|s| s.act.word());
    for event in &entry.events {
        let name = word(event);
        let acts = ACTS.iter().find(|(of, _)| *of == name).map(|(_, acts)| *acts);
        let fits = acts.is_none_or(|acts| act.is_some_and(|act| acts.contains(&act)));
        ensure(fits, || format!("{name} by {act:?}"))?;
        let operates = signed.is_some_and(|s| keys.has_role(s.organisation(), Role::Operator));
        ensure(operates || !OPERATORS.contains(&name), || format!("{name} by a member"))?;
        let together = signed.is_some_and(|s| s.approves);
        ensure(together || !TOGETHER.contains(&name), || format!("{name} by one person"))?;
        let step = STEPS.contains(&name);
        let follows = [Cause::Clock, Cause::Continuation].contains(&entry.cause);
        ensure(!step || follows, || format!("{name} in an instruction's name"))?;
    }
    Ok(())
}
