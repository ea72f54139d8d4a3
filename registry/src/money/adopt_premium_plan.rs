//! Premium plan: the producer signs how its net premium is shared. The first version takes force at once, a later
//! one after a waiting time, so that no buyer and no payee is surprised.

use std::collections::BTreeSet;

use super::plans::share_of;
use super::{Cash, PremiumPlan};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::event::PremiumPlanAdopted;
use crate::instruction::{AdoptPremiumPlan, InstalmentKind, PayeeKind, ProgrammeParameters, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

const PAYEES_MAX: usize = 20;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    cash: &Cash,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    adopt: &AdoptPremiumPlan,
) -> Result<PremiumPlanAdopted, Refusal> {
    parties.require_role(asker, Role::Producer)?;
    let parameters = &certificates.in_force(adopt.programme, now.date())?.parameters;
    let payees = adopt.payees.iter().map(|share| parties.existing_as(Role::Payee, share.payee));
    let payees = payees.collect::<Result<Vec<_>, _>>()?;
    payees.into_iter().try_for_each(|payee| payee.require_open())?;
    check_shares(adopt, parameters)?;
    let rates = cash.rates_of(asker.organisation);
    check_costs(rates, share_of(&adopt.payees, PayeeKind::Administration), parameters)?;
    let first = cash.plan_in_force(asker.organisation, adopt.programme).is_none();
    let wait = if first { 0 } else { i64::from(parameters.plan_wait_days.0) };
    Ok(PremiumPlanAdopted {
        in_force_from: now.plus_days(wait),
        payees: adopt.payees.clone(),
        plan: ids.mint(),
        producer: asker.organisation,
        programme: adopt.programme,
    })
}

fn check_shares(adopt: &AdoptPremiumPlan, parameters: &ProgrammeParameters) -> Result<(), Refusal> {
    let payees = &adopt.payees;
    let distinct = payees.iter().map(|p| (p.payee, p.kind)).collect::<BTreeSet<_>>().len() == payees.len();
    if payees.is_empty() || payees.len() > PAYEES_MAX || !distinct || payees.iter().any(|p| p.share.points() == 0) {
        return Err(Refusal::FieldMustBe {
            field: "payees",
            rule: "one to twenty, each with a share and named once a kind",
        });
    }
    let sum = payees.iter().map(|p| u64::from(p.share.points())).sum();
    if sum != 10_000 {
        return Err(Refusal::SharesMustSumToWhole { sum });
    }
    for (kind, minimum) in
        [(PayeeKind::Women, parameters.women_bps_min), (PayeeKind::Community, parameters.community_bps_min)]
    {
        let share = share_of(payees, kind);
        if share < u64::from(minimum.points()) {
            return Err(Refusal::ShareIsBelowMinimum { kind, minimum, share });
        }
    }
    let (kind, maximum) = (PayeeKind::Holder, parameters.holder_bps_max);
    let share = share_of(payees, kind);
    if share > u64::from(maximum.points()) {
        Err(Refusal::ShareIsAboveMaximum { kind, maximum, share })
    } else {
        Ok(())
    }
}

/// `rate1 + admin × (10,000 − rate1 − rate2) / 10,000 ≤ maximum`, without dividing.
pub(super) fn check_costs(
    (rate1, rate2): (u64, u64),
    administration: u64,
    parameters: &ProgrammeParameters,
) -> Result<(), Refusal> {
    let maximum = parameters.administration_bps_max;
    // Plans of different programme versions may together withhold more than everything.
    let net = 10_000_u64.checked_sub(rate1 + rate2).ok_or(Refusal::CostsAreAboveMaximum { maximum })?;
    let costs = rate1 * 10_000 + administration * net;
    if costs <= u64::from(maximum.points()) * 10_000 { Ok(()) } else { Err(Refusal::CostsAreAboveMaximum { maximum }) }
}

impl Cash {
    /// The producer's highest rates in force: certification and pre-finance, in basis points. Under whichever
    /// programme a plan was opened, it is paid out of all the producer's sales in its currency.
    pub(super) fn rates_of(&self, producer: OrganisationId) -> (u64, u64) {
        let rate = |kind: InstalmentKind| {
            let open = self.withheld.get(&(producer, kind)).into_iter().flatten();
            let rates = open.filter_map(|(_, id)| self.instalment_plans.get(id)).map(|p| u64::from(p.rate.points()));
            rates.max().unwrap_or(0)
        };
        (rate(InstalmentKind::Certification), rate(InstalmentKind::Prefinance))
    }
}

pub(crate) fn apply(cash: &mut Cash, event: &PremiumPlanAdopted, now: Timestamp) -> Result<(), Contradiction> {
    let plan = PremiumPlan {
        producer: event.producer,
        programme: event.programme,
        payees: event.payees.clone(),
        in_force_from: event.in_force_from,
    };
    let administration = cash.administration.entry(event.producer).or_default();
    *administration = plan.share_of(PayeeKind::Administration).max(*administration);
    cash.premium_plans.insert(event.plan, plan);
    if event.in_force_from <= now {
        cash.in_force.insert((event.producer, event.programme), event.plan);
    } else {
        cash.plan_deadlines.insert((event.in_force_from, event.plan));
    }
    Ok(())
}

pub(crate) fn apply_started(cash: &mut Cash, id: PremiumPlanId) -> Result<(), Contradiction> {
    let plan = cash.premium_plans.get(&id).ok_or(Contradiction::new("a plan that starts was adopted"))?;
    Contradiction::unless(cash.plan_deadlines.remove(&(plan.in_force_from, id)), "a plan starts once")?;
    // Waiting times change: a version that waited longer does not take the place of one that was signed after it.
    let in_force = cash.in_force.entry((plan.producer, plan.programme)).or_insert(id);
    *in_force = id.max(*in_force);
    Ok(())
}
