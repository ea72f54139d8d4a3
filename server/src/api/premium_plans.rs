//! Premium plans: how a producer's net premium is shared.

use actix_web::{HttpResponse, get};
use serde::Serialize;

use super::List;
use crate::app::Data;

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

/// All versions of all premium plans: they are public.
#[utoipa::path(tag = "money", responses((status = 200, body = List<PremiumPlanView>)))]
#[get("/v1/premium-plans")]
pub async fn list_premium_plans(shared: Data) -> HttpResponse {
    let items = shared.state(|registry| {
        let payee = |p: &orebook_registry::instruction::PayeeShare| PayeeView {
            payee: p.payee.to_string(),
            name: registry.parties.organisation(p.payee).map(|o| o.name.to_string()).unwrap_or_default(),
            kind: p.kind.to_string(),
            share_bps: p.share.points(),
        };
        let plans = registry.cash.premium_plans().map(|(id, plan)| PremiumPlanView {
            id: id.to_string(),
            producer: plan.producer.to_string(),
            programme: plan.programme.to_string(),
            in_force_from: plan.in_force_from.to_string(),
            in_force: registry
                .cash
                .plan_in_force(plan.producer, plan.programme)
                .is_some_and(|(current, _)| current == id),
            payees: plan.payees.iter().map(payee).collect(),
        });
        plans.collect()
    });
    HttpResponse::Ok().json(List { items, next: None })
}
