//! The figures of acts on money: what an approval would send from where, what a recall would find, what a receipt would
//! count as.

use std::collections::BTreeMap;

use orebook_registry::Registry;
use orebook_registry::event::{DepositRecalled, PayoutsApproved, ReceiptSigned};
use orebook_registry::money::{CashAccount, Part};
use orebook_registry::values::TradeId;
use serde::Serialize;

use crate::api::MoneyView;
use crate::api::payouts::{PartView, parts};

/// The figures that follow from an event on money.
#[derive(Debug, Default, Serialize)]
pub struct MoneyFigures {
    /// What would leave which account.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    payouts: Vec<LeavingView>,
    /// Sum of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<MoneyView>,
    /// What of a recalled deposit is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    recovered: Option<MoneyView>,
    /// What of it the operator would bear.
    #[serde(skip_serializing_if = "Option::is_none")]
    shortfall: Option<MoneyView>,
    /// What a receipt would count as: `confirmed` or `short_received`.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    /// What is missing between what was sent and what arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<MoneyView>,
}

/// A payout that would leave.
#[derive(Debug, Serialize)]
struct LeavingView {
    /// The payout.
    payout: String,
    /// Out of this account.
    from: String,
    /// How much.
    amount: MoneyView,
    /// The parts of legs that it would pay.
    parts: Vec<PartView>,
}

impl MoneyFigures {
    /// Of an approval.
    pub fn of_approval(registry: &Registry, approved: &PayoutsApproved) -> Self {
        let mut drawn = BTreeMap::new();
        let leaving = |approved: &orebook_registry::event::PayoutApproved| {
            let payout = registry.cash.payouts().find(approved.payout)?;
            Some(LeavingView {
                payout: approved.payout.to_string(),
                from: CashAccount::Cash(payout.payee).to_string(),
                amount: payout.amount.into(),
                parts: parts(payout, draw(registry, payout, &mut drawn)),
            })
        };
        let payouts = approved.payouts.iter().filter_map(leaving).collect();
        Self { payouts, total: Some(approved.total.into()), ..Self::default() }
    }

    /// Of a recall.
    pub fn of_recall(recalled: &DepositRecalled) -> Self {
        let (recovered, shortfall) = (Some(recalled.recovered.into()), Some(recalled.shortfall.into()));
        Self { recovered, shortfall, ..Self::default() }
    }

    /// Of a receipt.
    pub fn of_receipt(registry: &Registry, signed: &ReceiptSigned) -> Self {
        let sent = registry.cash.payouts().find(signed.payout).map(|payout| payout.amount);
        let missing = sent.map(|sent| sent.currency.minor(sent.minor - signed.received.minor));
        Self { outcome: Some(signed.outcome.to_string()), missing: missing.map(MoneyView::from), ..Self::default() }
    }
}

/// What a payout would draw, after what those before it in the same approval would have drawn.
fn draw(
    registry: &Registry,
    payout: &orebook_registry::money::Payout,
    drawn: &mut BTreeMap<(TradeId, u16), i64>,
) -> Vec<Part> {
    let Some(producer) = payout.producer else { return Vec::new() };
    let unpaid = registry.cash.premiums().unpaid_parts(payout.payee, producer, payout.amount.currency);
    let (mut left, mut parts) = (payout.amount.minor, Vec::new());
    for part in unpaid {
        let before = drawn.entry((part.trade, part.leg)).or_default();
        let amount = (part.amount - *before).min(left);
        if amount > 0 {
            *before += amount;
            left -= amount;
            parts.push(Part { amount, ..part });
        }
    }
    parts
}
