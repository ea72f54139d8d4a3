//! Whom the premium behind a retirement has reached: shares and states, as everybody is told them. Amounts are not
//! shown: they follow their own delay and rounding.

use orebook_registry::claim::Retirement;

use crate::api::receipts::{self, LegState};
use crate::pages::names::Names;
use crate::pages::records::{Stretch, isolated, stretches};

/// Trades that are alike, told as one.
pub(super) struct Trades {
    pub caption: String,
    pub bar: Vec<Stretch>,
    /// The same as one sentence, for whoever does not see the bar.
    pub said: String,
    pub legs: Vec<Leg>,
}

/// A share of it.
pub(super) struct Leg {
    pub payee: String,
    pub kind: String,
    pub share: String,
    pub state: String,
    pub mark: &'static str,
}

pub(super) fn behind(names: Names<'_>, retirement: &Retirement) -> Vec<Trades> {
    let all = receipts::behind(names.registry, retirement).into_iter();
    all.map(|(alike, count)| trades(names, &alike, count)).collect()
}

fn trades(names: Names<'_>, alike: &receipts::Alike, count: u64) -> Trades {
    let t = names.t;
    let plan = names.registry.cash.premium_plan(alike.plan);
    let since = plan.map(|plan| t.day(plan.in_force_from.date())).unwrap_or_default();
    let producer = names.organisation(alike.producer);
    let leg = |leg: &receipts::Leg| Leg {
        payee: names.organisation(leg.payee),
        kind: t.word("payee-kind", &leg.kind.to_string()).into_owned(),
        share: t.percent(u64::from(leg.share_bps)),
        state: t.word("leg-state", leg.state.word()).into_owned(),
        mark: mark(leg.state).0,
    };
    let legs: Vec<Leg> = alike.legs.iter().map(leg).collect();
    let said = legs.iter().map(|leg| format!("{}: {}, {}", leg.payee, leg.share, leg.state));
    let parts: Vec<_> = alike.legs.iter().map(|leg| (mark(leg.state).1, u64::from(leg.share_bps))).collect();
    Trades {
        caption: t.retirement_trades(since, isolated(&producer), count),
        said: said.collect::<Vec<_>>().join("; "),
        bar: stretches(&parts),
        legs,
    }
}

/// The classes of a state's mark and of its piece of the bar.
const fn mark(state: LegState) -> (&'static str, &'static str) {
    match state {
        LegState::ReceiptSigned => ("state", "leg signed"),
        LegState::OnItsWay => ("state wait", "leg sent"),
        LegState::Routed => ("state plain", "leg routed"),
        LegState::Unconfirmed | LegState::Stopped => ("state held", "leg stopped"),
    }
}
