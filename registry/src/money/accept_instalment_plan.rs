//! The producer signs an instalment plan: from now on its rate is withheld from each sale in its currency.

use super::{Cash, PlanState, adopt_premium_plan};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::event::InstalmentPlanNamed;
use crate::instruction::{AcceptInstalmentPlan, InstalmentKind, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    cash: &Cash,
    asker: &Asker,
    now: Timestamp,
    accept: &AcceptInstalmentPlan,
) -> Result<InstalmentPlanNamed, Refusal> {
    parties.require_role(asker, Role::Producer)?;
    let own = cash.instalment_plans.get(&accept.plan).filter(|plan| plan.producer == asker.organisation);
    let plan = own.ok_or(Refusal::MustExist { kind: "instalment plan", id: accept.plan.to_string() })?;
    if plan.state != PlanState::Offered {
        return Err(Refusal::PlanMustAwaitProducer {});
    }
    if let Some((plan, _)) = cash.plan_withheld(plan.producer, plan.kind, plan.total.currency) {
        return Err(Refusal::OneInstalmentPlanOfAKind { plan });
    }
    let parameters = &certificates.in_force(plan.programme, now.date())?.parameters;
    let (rate1, rate2) = cash.rates_of(plan.producer);
    let rate = u64::from(plan.rate.points());
    let rates = match plan.kind {
        InstalmentKind::Certification => (rate1.max(rate), rate2),
        InstalmentKind::Prefinance => (rate1, rate2.max(rate)),
    };
    let administration = cash.administration.get(&plan.producer).copied().unwrap_or(0);
    adopt_premium_plan::check_costs(rates, administration, parameters)?;
    Ok(InstalmentPlanNamed { plan: accept.plan })
}

pub(crate) fn apply(cash: &mut Cash, event: &InstalmentPlanNamed) -> Result<(), Contradiction> {
    let plan = cash.instalment_plans.get_mut(&event.plan).ok_or(Contradiction::new("an accepted plan was offered"))?;
    Contradiction::unless(plan.state == PlanState::Offered, "a plan is accepted once")?;
    plan.state = PlanState::InForce;
    let of_kind = cash.withheld.entry((plan.producer, plan.kind)).or_default();
    let before = of_kind.insert(plan.total.currency, event.plan);
    Contradiction::unless(before.is_none(), "one plan of a kind and currency is in force")
}
