//! Footprints of a beneficiary, and what has been claimed against them.

use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Serialize;

use super::{List, OfOrganisation};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// How much of a mineral a beneficiary used.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FootprintView {
    /// Its id.
    pub id: String,
    /// Mineral code.
    pub mineral: String,
    /// `purchased`, `used` or `estimated`.
    pub basis: String,
    /// Kilograms used.
    pub mass: String,
    /// How they were counted, as a code.
    pub method: String,
    /// What they are counted over, as a code.
    pub scope: String,
    /// First day.
    pub period_from: String,
    /// Last day.
    pub period_to: String,
    /// Kilograms retired that cite it.
    pub claimed: String,
    /// Retirements that cite it.
    pub retirements: Vec<String>,
}

/// The footprints of an organisation, oldest first, with their corrections.
#[utoipa::path(
    tag = "retirements",
    params(OfOrganisation),
    responses((status = 200, body = List<FootprintView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/footprints")]
pub async fn list_footprints(
    shared: Data,
    request: HttpRequest,
    query: web::Query<OfOrganisation>,
) -> Result<HttpResponse, Problem> {
    let organisation = Asking::of(&request, &shared).organisation(Permission::Read, query.organisation.as_deref())?;
    let items = shared.state(|registry| {
        registry.parties.organisation(organisation)?;
        let own = registry.claims.footprints().filter(|(_, f)| f.record.beneficiary == organisation);
        let view = |(id, f): (_, &orebook_registry::claim::Footprint)| FootprintView {
            id: f.record.footprint.to_string(),
            mineral: f.record.mineral.to_string(),
            basis: f.record.basis.to_string(),
            mass: f.record.mass.to_string(),
            method: f.record.method.to_string(),
            scope: f.record.scope.to_string(),
            period_from: f.record.period_from.to_string(),
            period_to: f.record.period_to.to_string(),
            claimed: f.claimed.to_string(),
            retirements: registry.claims.citing(id).map(|r| r.record.retirement.to_string()).collect(),
        };
        Some(own.map(view).collect())
    });
    let items = items.ok_or_else(|| Problem::not_found("organisation", organisation))?;
    Ok(HttpResponse::Ok().json(List::<FootprintView> { items, next: None }))
}
