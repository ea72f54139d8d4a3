//! How one's premium is shared: the plan in force, the one that waits, those before; and instalments.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::instruction::Role;
use orebook_registry::money::{InstalmentPlan, PlanState, PremiumPlan};
use orebook_registry::values::{InstalmentPlanId, OrganisationId, PremiumPlanId};

use super::COOP;
use super::grade::percent;
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::desk::bar::{Part, bar};
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::{Names, capital};
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// Versions before the one in force that are shown.
const PAST_MAX: usize = 10;

#[derive(Template)]
#[template(path = "desk_plan.html")]
struct PlanPage {
    frame: Frame,
    mines: bool,
    now: Vec<Plan>,
    waiting: Vec<Plan>,
    past: Vec<Plan>,
    instalments: Vec<Instalment>,
}

framed!(PlanPage);

/// A version of a plan.
struct Plan {
    programme: String,
    from: String,
    bar: Vec<Part>,
    shares: Vec<Share>,
    /// The form of the next version, filled in with this one.
    change: String,
}

/// A payee's share.
struct Share {
    shade: usize,
    payee: String,
    kind: String,
    percent: String,
}

/// An instalment plan.
struct Instalment {
    id: String,
    kind: String,
    state: String,
    colour: &'static str,
    other: String,
    rate: String,
    total: String,
    outstanding: String,
    bar: Vec<Part>,
    accept: bool,
}

/// One's plans.
#[get("/desk/plan")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, COOP) {
        Ok(me) => me,
        Err(elsewhere) => return Ok(elsewhere),
    };
    // Premium plans are public; what is owed is money.
    let reads_money = Asking::of(&request, &shared).member(Permission::Money).is_ok();
    let now = shared.clock.now();
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me.id), office: false };
        let own: Vec<(PremiumPlanId, &PremiumPlan)> =
            registry.cash.premium_plans().filter(|(_, plan)| plan.producer == me.id).collect();
        let is_current = |id, plan: &PremiumPlan| {
            registry.cash.plan_in_force(me.id, plan.programme).is_some_and(|(current, _)| current == id)
        };
        let some = |which: &dyn Fn(PremiumPlanId, &PremiumPlan) -> bool| {
            let some = own.iter().rev().filter(|(id, plan)| which(*id, plan));
            some.map(|(_, plan)| shown(names, plan)).collect::<Vec<Plan>>()
        };
        let mut past = some(&|id, plan| !is_current(id, plan) && plan.in_force_from <= now);
        past.truncate(PAST_MAX);
        let owed = registry.cash.instalment_plans();
        let owed = owed.filter(|(_, plan)| reads_money && [plan.producer, plan.creditor].contains(&me.id));
        PlanPage {
            mines: me.is_any(&[Role::Producer]),
            now: some(&|id, plan| is_current(id, plan)),
            waiting: some(&|_, plan| plan.in_force_from > now),
            past,
            instalments: owed.map(|(id, plan)| instalment(names, me.id, id, plan)).collect(),
            frame: frame.clone(),
        }
    });
    unstored(&page, StatusCode::OK)
}

fn shown(names: Names<'_>, plan: &PremiumPlan) -> Plan {
    let t = names.t;
    let payees = || plan.payees.iter().enumerate();
    let fields: String = payees()
        .map(|(n, one)| {
            let share = percent(&(u64::from(one.share.points()) * 100).to_string());
            format!("&payees.{n}.payee={}&payees.{n}.kind={}&payees.{n}.share={share}", one.payee, one.kind.word())
        })
        .collect();
    Plan {
        programme: plan.programme.to_string(),
        from: t.moment(plan.in_force_from),
        bar: bar(payees().map(|(n, one)| (n % 4, u64::from(one.share.points())))),
        shares: payees()
            .map(|(n, one)| Share {
                shade: n % 4,
                payee: names.organisation(one.payee),
                kind: t.word("payee-kind", one.kind.word()).into_owned(),
                percent: t.percent(u64::from(one.share.points())),
            })
            .collect(),
        change: format!("/act/adopt_premium_plan?programme={}{fields}&then=/desk/plan", plan.programme),
    }
}

fn instalment(names: Names<'_>, me: OrganisationId, id: InstalmentPlanId, plan: &InstalmentPlan) -> Instalment {
    let t = names.t;
    let minor = |money: orebook_registry::values::Money| u64::try_from(money.minor).unwrap_or(0);
    let (total, outstanding) = (minor(plan.total), minor(plan.outstanding));
    Instalment {
        id: id.to_string(),
        kind: capital(&t.word("instalment-kind", plan.kind.word())),
        state: t.word("plan-state", plan.state.word()).into_owned(),
        colour: if plan.state == PlanState::Closed { "" } else { " wait" },
        other: names.organisation(if plan.producer == me { plan.creditor } else { plan.producer }),
        rate: t.percent(u64::from(plan.rate.points())),
        total: names.money(plan.total),
        outstanding: names.money(plan.outstanding),
        bar: bar([(2, total.saturating_sub(outstanding)), (8, outstanding)]),
        accept: plan.state == PlanState::Offered && plan.producer == me,
    }
}
