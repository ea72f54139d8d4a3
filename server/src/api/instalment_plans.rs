//! Instalment plans: what is withheld from a producer's sales before its premium is shared.

use actix_web::{HttpResponse, get};
use orebook_registry::Registry;
use orebook_registry::money::InstalmentPlan;
use orebook_registry::values::{InstalmentPlanId, OrganisationId};
use serde::{Deserialize, Serialize};

use super::ask::{Listing, PageQuery};
use super::{List, MoneyView};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};

/// An instalment plan.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct InstalmentPlanView {
    /// Its id.
    pub id: String,
    /// `certification`, which is withheld first, or `prefinance`.
    pub kind: String,
    /// `offered` until the producer signs it, then `in_force`, `closed` once all is paid.
    pub state: String,
    /// Who is paid.
    pub creditor: String,
    /// Who owes.
    pub producer: String,
    /// Under which programme's limits.
    pub programme: String,
    /// Basis points of each trade's gross.
    pub rate_bps: u16,
    /// What is owed in all.
    pub total: MoneyView,
    /// What is still owed.
    pub outstanding: MoneyView,
}

/// Whose plans: at least one of the two.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct InstalmentPlanFilter {
    /// Id of the producer that owes.
    #[param(value_type = Option<String>)]
    pub producer: Option<OrganisationId>,
    /// Id of the creditor.
    #[param(value_type = Option<String>)]
    pub creditor: Option<OrganisationId>,
}

impl InstalmentPlanFilter {
    fn covers(&self, plan: &InstalmentPlan) -> bool {
        self.producer.is_none_or(|id| id == plan.producer) && self.creditor.is_none_or(|id| id == plan.creditor)
    }
}

fn view(id: InstalmentPlanId, plan: &InstalmentPlan) -> InstalmentPlanView {
    InstalmentPlanView {
        id: id.to_string(),
        kind: plan.kind.to_string(),
        state: plan.state.to_string(),
        creditor: plan.creditor.to_string(),
        producer: plan.producer.to_string(),
        programme: plan.programme.to_string(),
        rate_bps: plan.rate.points(),
        total: plan.total.into(),
        outstanding: plan.outstanding.into(),
    }
}

/// Instalment plans of a producer or a creditor, oldest first.
#[utoipa::path(tag = "money", params(InstalmentPlanFilter, PageQuery), responses((status = 200, body = List<InstalmentPlanView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/instalment-plans")]
pub async fn list_instalment_plans(list: Listing<InstalmentPlanFilter>) -> Result<HttpResponse, Problem> {
    let filter = list.filter;
    let named = filter.producer.or(filter.creditor);
    if named.is_none() {
        return Err(Problem::bad_request("parameter_is_malformed", "producer or creditor, or both"));
    }
    let whose = list.asking().whose(Permission::Money, named)?;
    let of = move |plan: &InstalmentPlan| whose.is_none_or(|own| own == plan.producer || own == plan.creditor);
    let seen = list.view().await?;
    let item = move |registry: &Registry, id| {
        let plan = registry.cash.instalment_plan(id).filter(|plan| filter.covers(plan) && of(plan))?;
        Some(view(id, plan))
    };
    list.of_state(seen, |registry| Box::new(registry.cash.instalment_plans().map(|(id, _)| id)), item).await
}
