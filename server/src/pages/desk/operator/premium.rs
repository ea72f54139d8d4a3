//! Premium that waits for its payees: what producers' sales brought them, and nobody has planned to pay.

use std::collections::BTreeMap;

use orebook_registry::Registry;
use orebook_registry::credit::Target;
use orebook_registry::instruction::{OrganisationState, Rail, Role};
use orebook_registry::money::PayoutState;
use orebook_registry::values::{Currency, Money, OrganisationId, Timestamp};

use super::payments::PATH;
use super::seat::form;
use crate::pages::desk::cards::{Card, Link, Part, window};
use crate::pages::names::Names;

/// Premium of a producer's sales that a payee has not been paid.
pub(super) struct Premium {
    pub payee: OrganisationId,
    pub producer: OrganisationId,
    pub amount: Money,
}

/// All of it, less what is planned already.
pub(super) fn waiting(registry: &Registry) -> Vec<Premium> {
    let mut planned: BTreeMap<(OrganisationId, OrganisationId, Currency), i64> = BTreeMap::new();
    for (_, payout) in registry.cash.payouts().iter().filter(|(_, one)| one.state == PayoutState::Planned) {
        if let Some(producer) = payout.producer {
            *planned.entry((payout.payee, producer, payout.amount.currency)).or_default() += payout.amount.minor;
        }
    }
    let paid = |role: &Role| matches!(role, Role::Payee | Role::Holder | Role::Producer);
    let payees = registry.parties.organisations().filter(|(_, one)| one.roles.iter().any(paid));
    let unpaid = payees.flat_map(|(payee, _)| {
        registry.cash.premiums().unpaid_of(payee).map(move |(producer, amount)| Premium { payee, producer, amount })
    });
    let left = |one: Premium| {
        let planned = planned.get(&(one.payee, one.producer, one.amount.currency)).copied().unwrap_or(0);
        Premium { amount: one.amount.currency.minor(one.amount.minor - planned), ..one }
    };
    unpaid.map(left).filter(|one| one.amount.minor > 0).collect()
}

/// How an organisation is paid, or why it cannot be.
pub(super) fn payable(registry: &Registry, payee: OrganisationId, now: Timestamp) -> Result<Rail, Obstacle> {
    if registry.parties.organisation(payee).map(|payee| payee.state) != Some(OrganisationState::Active) {
        return Err(Obstacle::Inactive);
    }
    if registry.credits.holds().on(Target::Organisation(payee)).next().is_some() {
        return Err(Obstacle::Held);
    }
    let details = registry.cash.payouts().details_in_force(payee, now);
    details.map(|details| details.rail).ok_or(Obstacle::NoDetails)
}

/// Why an organisation cannot be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Obstacle {
    Inactive,
    Held,
    NoDetails,
}

impl Obstacle {
    /// In words.
    pub(super) fn told(self, names: Names<'_>) -> &'static str {
        match self {
            Self::Inactive => names.t.operator_payee_inactive(),
            Self::Held => names.t.operator_payee_held(),
            Self::NoDetails => names.t.operator_payee_no_details(),
        }
    }
}

/// The part of the page: what can be paid first.
pub(super) fn part(names: Names<'_>, now: Timestamp, from: usize) -> Part {
    let t = names.t;
    let mut all: Vec<(bool, String, Premium)> = waiting(names.registry)
        .into_iter()
        .map(|one| (payable(names.registry, one.payee, now).is_err(), names.organisation(one.payee), one))
        .collect();
    all.sort_by(|(cannot, name, _), (other_cannot, other, _)| (cannot, name).cmp(&(other_cannot, other)));
    let (shown, more) = window(all, from);
    Part {
        heading: t.operator_premium().to_owned(),
        lead: t.operator_premium_lead().to_owned(),
        empty: t.operator_premium_none().to_owned(),
        cards: shown.into_iter().map(|(_, name, one)| card(names, &name, &one, now)).collect(),
        more: more.map(|next| format!("{PATH}?part=premium&from={next}")),
    }
}

fn card(names: Names<'_>, payee: &str, one: &Premium, now: Timestamp) -> Card {
    let t = names.t;
    let (payee_id, producer) = (one.payee.to_string(), one.producer.to_string());
    let amount = one.amount.amount();
    let fields = [
        ("payee", payee_id.as_str()),
        ("producer", &producer),
        ("amount", &amount),
        ("amount.currency", one.amount.currency.code()),
    ];
    let card = Card::of(format!("{payee} · {}", names.money(one.amount)));
    let plan = form(t, "plan_payout", &fields, PATH).called(t.operator_plan());
    let card = match payable(names.registry, one.payee, now) {
        Ok(rail) => card.waits(t.operator_plannable()).fact(t.operator_rail(), t.word("rail", rail.word())).link(plan),
        Err(Obstacle::NoDetails) => card.held(Obstacle::NoDetails.told(names)).link(form(
            t,
            "set_payout_details",
            &[("organisation", &payee_id)],
            PATH,
        )),
        Err(obstacle) => {
            card.held(obstacle.told(names)).link(Link::to(t.operator_payee(), format!("/desk/members/{payee_id}")))
        }
    };
    card.fact(t.operator_of_sales(), names.organisation(one.producer))
}
