//! Premium plans: how a producer's net premium is shared.

use actix_web::{HttpResponse, get};
use orebook_registry::Registry;
use orebook_registry::money::PremiumPlan;
use orebook_registry::values::{OrganisationId, PremiumPlanId};
use serde::{Deserialize, Serialize};

use super::List;
use super::ask::{Listing, PageQuery};
use crate::problem::{Problem, ProblemBody};

/// A version of a premium plan.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PremiumPlanView {
    /// Its id.
    pub id: String,
    /// Whose.
    pub producer: String,
    /// For credits of this programme.
    pub programme: String,
    /// In force from this moment.
    pub in_force_from: String,
    /// True for the one that the next sale applies.
    pub in_force: bool,
    /// Shares of the net premium.
    pub payees: Vec<PayeeView>,
}

/// A share of the net premium.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PayeeView {
    /// The organisation that is paid.
    pub payee: String,
    /// Its name.
    pub name: String,
    /// What the share is for.
    pub kind: String,
    /// Basis points of the net premium.
    pub share_bps: u16,
}

/// Which plans.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PremiumPlanFilter {
    /// Id of the producer.
    #[param(value_type = Option<String>)]
    pub producer: Option<OrganisationId>,
}

fn view(registry: &Registry, id: PremiumPlanId, plan: &PremiumPlan) -> PremiumPlanView {
    let payee = |p: &orebook_registry::instruction::PayeeShare| PayeeView {
        payee: p.payee.to_string(),
        name: registry.parties.organisation(p.payee).map(|o| o.name.to_string()).unwrap_or_default(),
        kind: p.kind.to_string(),
        share_bps: p.share.points(),
    };
    let in_force = registry.cash.plan_in_force(plan.producer, plan.programme);
    PremiumPlanView {
        id: id.to_string(),
        producer: plan.producer.to_string(),
        programme: plan.programme.to_string(),
        in_force_from: plan.in_force_from.to_string(),
        in_force: in_force.is_some_and(|(current, _)| current == id),
        payees: plan.payees.iter().map(payee).collect(),
    }
}

/// Versions of premium plans, in order of their entries: they are public.
#[utoipa::path(tag = "money", params(PremiumPlanFilter, PageQuery), responses((status = 200, body = List<PremiumPlanView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/premium-plans")]
pub async fn list_premium_plans(list: Listing<PremiumPlanFilter>) -> Result<HttpResponse, Problem> {
    let seen = list.view().await?;
    let of = list.filter.producer;
    let item = move |registry: &Registry, id| {
        let plan = registry.cash.premium_plan(id).filter(|plan| of.is_none_or(|of| of == plan.producer))?;
        Some(view(registry, id, plan))
    };
    list.of_state(seen, |registry| Box::new(registry.cash.premium_plans().map(|(id, _)| id)), item).await
}
