//! What became of the premium behind a retirement: for every trade behind it, how the plan shares it and how far each
//! share has come. States only: amounts follow their own delay and rounding.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::Registry;
use orebook_registry::claim::Retirement;
use orebook_registry::credit::Range;
use orebook_registry::instruction::{PayeeKind, PayeeShare};
use orebook_registry::money::{Payout, PayoutState, Sold, SoldLeg};
use orebook_registry::values::{OrganisationId, PremiumPlanId, TradeId};
use serde::Serialize;

use super::name_of;
use super::payouts::Reminder;

/// What became of the premium of trades that are alike in this.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PremiumBehindView {
    /// Whose credits were sold.
    pub producer: String,
    /// Its name.
    pub producer_name: String,
    /// The version of the premium plan by which it was shared.
    pub plan: String,
    /// How many trades.
    pub trades: String,
    /// The plan's shares, in its order.
    pub legs: Vec<LegStateView>,
}

/// A share of the premium, and how far it has come.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct LegStateView {
    /// What it is for.
    pub kind: String,
    /// Basis points of the net premium.
    pub share_bps: u16,
    /// `routed`: in the payee's account; `on_its_way`; `receipt_signed`: by its payee, or on paper; `unconfirmed`: sent,
    /// and no receipt for all of it in time; `stopped`: after a withdrawal for fraud. Of several, the one that says least.
    pub state: String,
}

/// How far a share of the premium has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LegState {
    /// Sent, and no receipt for all of it in time.
    Unconfirmed,
    /// In the payee's account, or a part of it.
    Routed,
    /// Approved, at the bank, or not signed for yet.
    OnItsWay,
    /// Signed for.
    ReceiptSigned,
    /// Taken back after a withdrawal for fraud.
    Stopped,
}

impl LegState {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Routed => "routed",
            Self::OnItsWay => "on_its_way",
            Self::ReceiptSigned => "receipt_signed",
            Self::Stopped => "stopped",
        }
    }
}

/// A share with its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leg {
    pub payee: OrganisationId,
    pub kind: PayeeKind,
    pub share_bps: u16,
    pub state: LegState,
}

/// What trades have in common that are told as one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Alike {
    pub producer: OrganisationId,
    pub plan: PremiumPlanId,
    pub legs: Vec<Leg>,
}

/// The premium behind a retirement: trades that are alike, and how many.
pub(crate) fn behind(registry: &Registry, retirement: &Retirement) -> BTreeMap<Alike, u64> {
    let trades = trades_behind(registry, retirement);
    let payouts = payouts_of(registry, &trades);
    let mut alike = BTreeMap::new();
    for (trade, sold) in &trades {
        let shares = registry.cash.premium_plan(sold.plan).map(|plan| plan.payees.as_slice()).unwrap_or_default();
        let legs = (0..).zip(&sold.legs).zip(shares).filter(|((_, leg), _)| leg.amount > 0);
        let leg = |((n, leg), share): ((u16, &SoldLeg), &PayeeShare)| Leg {
            payee: leg.payee,
            kind: leg.kind,
            share_bps: share.share.points(),
            state: state(leg, payouts.get(&(*trade, n)).map(Vec::as_slice).unwrap_or_default()),
        };
        let legs = legs.map(leg).collect();
        *alike.entry(Alike { producer: sold.producer, plan: sold.plan, legs }).or_default() += 1;
    }
    alike
}

/// How far each leg of some trades has come, by trade and place in it.
pub(crate) fn states(registry: &Registry, trades: &BTreeMap<TradeId, &Sold>) -> BTreeMap<(TradeId, u16), LegState> {
    let payouts = payouts_of(registry, trades);
    let legs = trades.iter().flat_map(|(id, sold)| (0..).zip(&sold.legs).map(|(n, leg)| ((*id, n), leg)));
    legs.map(|(key, leg)| (key, state(leg, payouts.get(&key).map(Vec::as_slice).unwrap_or_default()))).collect()
}

/// The same as it is shown.
pub(crate) fn views(registry: &Registry, retirement: &Retirement) -> Vec<PremiumBehindView> {
    let leg = |leg: Leg| LegStateView {
        kind: leg.kind.to_string(),
        share_bps: leg.share_bps,
        state: leg.state.word().to_owned(),
    };
    let view = |(alike, trades): (Alike, u64)| PremiumBehindView {
        producer: alike.producer.to_string(),
        producer_name: name_of(registry, alike.producer),
        plan: alike.plan.to_string(),
        trades: trades.to_string(),
        legs: alike.legs.into_iter().map(leg).collect(),
    };
    behind(registry, retirement).into_iter().map(view).collect()
}

fn trades_behind<'a>(registry: &'a Registry, retirement: &Retirement) -> BTreeMap<TradeId, &'a Sold> {
    let range = |block: &orebook_registry::serial::SerialBlock| {
        let (batch, _) = registry.credits.batch_of_serial(&block.batch)?;
        Some(Range { batch, from: block.from, to: block.to })
    };
    let ranges = retirement.record.blocks.iter().filter_map(range);
    let trades = ranges.flat_map(|range| registry.credits.sales_in(range)).map(|(_, trade)| trade);
    trades.filter_map(|trade| Some((trade, registry.cash.premiums().sold(trade)?))).collect()
}

/// How a payout tells of the parts that it pays.
fn told(registry: &Registry, payout: &Payout) -> Option<LegState> {
    let now = registry.time()?;
    let late = Reminder::of(payout, &registry.parties.parameters().money(), now) == Some(Reminder::Unconfirmed);
    match payout.state {
        PayoutState::Settled | PayoutState::Disputed if late => Some(LegState::Unconfirmed),
        PayoutState::ShortReceived => Some(LegState::Unconfirmed),
        PayoutState::Approved
        | PayoutState::Instructed
        | PayoutState::Accepted
        | PayoutState::Unknown
        | PayoutState::Settled
        | PayoutState::Disputed => Some(LegState::OnItsWay),
        PayoutState::Confirmed => Some(LegState::ReceiptSigned),
        PayoutState::Planned | PayoutState::Cancelled | PayoutState::Rejected | PayoutState::Returned => None,
    }
}

/// What payouts tell of the legs of some trades. The payouts of each payee are gone through once.
fn payouts_of(registry: &Registry, trades: &BTreeMap<TradeId, &Sold>) -> BTreeMap<(TradeId, u16), Vec<LegState>> {
    let payees: BTreeSet<OrganisationId> = trades.values().flat_map(|sold| &sold.legs).map(|leg| leg.payee).collect();
    let mut told_of = BTreeMap::<_, Vec<LegState>>::new();
    for (_, payout) in payees.into_iter().flat_map(|payee| registry.cash.payouts().of_payee(payee)) {
        let Some(state) = told(registry, payout) else { continue };
        for part in payout.parts.iter().filter(|part| trades.contains_key(&part.trade)) {
            told_of.entry((part.trade, part.leg)).or_default().push(state);
        }
    }
    told_of
}

/// Of a leg that has come to several places, what says least.
fn state(leg: &SoldLeg, told: &[LegState]) -> LegState {
    let routed = (leg.unpaid > 0).then_some(LegState::Routed);
    told.iter().copied().chain(routed).min().unwrap_or(LegState::Stopped)
}
