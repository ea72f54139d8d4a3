//! Instalment plan: a certifier or lender offers to be paid from each sale. It binds nobody until the producer signs.

use super::{Cash, InstalmentPlan, PlanState};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::event::InstalmentPlanOpened;
use crate::instruction::{InstalmentKind, OpenInstalmentPlan, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    open: &OpenInstalmentPlan,
) -> Result<InstalmentPlanOpened, Refusal> {
    let (role, maximum) = match open.kind {
        InstalmentKind::Certification => (
            Role::Certifier,
            certificates.in_force(open.programme, now.date()).map(|p| p.parameters.instalment_bps_max),
        ),
        InstalmentKind::Prefinance => {
            (Role::Lender, certificates.in_force(open.programme, now.date()).map(|p| p.parameters.prefinance_bps_max))
        }
    };
    parties.require_role(asker, role)?;
    parties.existing_as(Role::Producer, open.producer)?;
    let maximum = maximum?;
    if open.total.minor == 0 || open.rate.points() == 0 {
        return Err(Refusal::AmountMustBePositive { field: "total and rate" });
    }
    if open.rate > maximum {
        return Err(Refusal::RateIsAboveMaximum { maximum, rate: open.rate });
    }
    Ok(InstalmentPlanOpened {
        creditor: asker.organisation,
        kind: open.kind,
        plan: ids.mint(),
        producer: open.producer,
        programme: open.programme,
        rate: open.rate,
        total: open.total,
    })
}

pub(crate) fn apply(cash: &mut Cash, event: &InstalmentPlanOpened) -> Result<(), Contradiction> {
    let plan = InstalmentPlan {
        kind: event.kind,
        creditor: event.creditor,
        producer: event.producer,
        programme: event.programme,
        rate: event.rate,
        total: event.total,
        outstanding: event.total,
        state: PlanState::Offered,
    };
    let before = cash.instalment_plans.insert(event.plan, plan);
    Contradiction::unless(before.is_none(), "a plan is opened once")
}
