//! Closing: the end of an organisation. It holds nothing, and nothing that is under way may still reach it. Its name
//! and code are never used again.

use super::{Asker, Parties};
use crate::Contradiction;
use crate::certificate::{Certificates, DeclarationState};
use crate::credit::Credits;
use crate::event::OrganisationStanding;
use crate::instruction::{CloseOrganisation, OrganisationState};
use crate::money::{Cash, PlanState};
use crate::refusal::Refusal;
use crate::trade::Markets;
use crate::values::*;

const CLOSES_FROM: &[OrganisationState] = &[OrganisationState::Applied, OrganisationState::Suspended];

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    cash: &Cash,
    markets: &Markets,
    asker: &Asker,
    now: Timestamp,
    close: &CloseOrganisation,
) -> Result<OrganisationStanding, Refusal> {
    let organisation = close.organisation;
    parties.judged(asker, organisation, CLOSES_FROM)?;
    let held = credits.accounts_of(organisation).flat_map(|(account, _)| credits.holdings(account));
    let credit_mass = held.fold(Mass::default(), |sum, (range, _)| sum.plus(range.mass()));
    let money: Vec<String> = cash.cash_of(organisation).map(|money| money.to_string()).collect();
    let orders = markets.orders_of(organisation).count() as u64;
    let transfers = transfers_of(credits, organisation);
    let plans = plans_that_pay(parties, cash, now, organisation);
    let declarations = undecided_declarations(certificates, organisation);
    let payouts = payouts_to(cash, organisation);
    if credit_mass.is_zero() && money.is_empty() && [orders, transfers, plans, declarations, payouts] == [0; 5] {
        return Ok(OrganisationStanding { organisation, reason: close.reason.clone() });
    }
    Err(Refusal::OrganisationMustHoldNothing {
        credits: credit_mass,
        money: if money.is_empty() { "no money".to_owned() } else { money.join(", ") },
        orders,
        transfers,
        plans,
        declarations,
        payouts,
    })
}

/// Payouts that may still come back to it, and premium of its that is stopped.
fn payouts_to(cash: &Cash, organisation: OrganisationId) -> u64 {
    let open = cash.payouts().of_payee(organisation).filter(|(_, payout)| !payout.state.is_over()).count();
    open as u64 + u64::from(cash.is_stopped(organisation))
}

/// Transfers on their way from it or to it.
fn transfers_of(credits: &Credits, organisation: OrganisationId) -> u64 {
    let own = |account| credits.account(account).is_some_and(|a| a.organisation == organisation);
    credits.pending_transfers().filter(|(_, transfer)| own(transfer.from) || own(transfer.to)).count() as u64
}

/// Plans of others that would still bring it money.
fn plans_that_pay(parties: &Parties, cash: &Cash, now: Timestamp, organisation: OrganisationId) -> u64 {
    let open = |id| parties.organisation(id).is_some_and(|o| o.state != OrganisationState::Closed);
    let premium = cash.premium_plans().filter(|(id, plan)| {
        let runs = plan.in_force_from > now
            || cash.plan_in_force(plan.producer, plan.programme).is_some_and(|(in_force, _)| in_force == *id);
        let pays = plan.payees.iter().any(|payee| payee.payee == organisation);
        runs && pays && plan.producer != organisation && open(plan.producer)
    });
    let instalments = cash
        .instalment_plans()
        .filter(|(_, plan)| plan.creditor == organisation && plan.state != PlanState::Closed && open(plan.producer));
    (premium.count() + instalments.count()) as u64
}

/// Declarations of its production that could still become credits.
fn undecided_declarations(certificates: &Certificates, organisation: OrganisationId) -> u64 {
    let own = |certificate| certificates.certificate(certificate).is_some_and(|c| c.producer == organisation);
    let undecided = certificates.declarations().filter(|(_, d)| d.state == DeclarationState::Declared);
    undecided.filter(|(_, d)| own(d.certificate)).count() as u64
}

pub(crate) fn apply(parties: &mut Parties, event: &OrganisationStanding) -> Result<(), Contradiction> {
    parties.enter_state(event.organisation, CLOSES_FROM, OrganisationState::Closed)
}
