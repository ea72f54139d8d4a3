//! Holds: what is stopped, why, and until when.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::credit::{Hold, Target};
use orebook_registry::values::{BatchId, HoldId, OrganisationId};
use serde::{Deserialize, Serialize};

use super::{List, parse};
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// A hold that has not ended.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HoldView {
    /// Its id.
    pub id: String,
    /// `key`, `account`, `organisation`, `batch` or `certificate`.
    pub kind: String,
    /// The key, or the id of the other.
    pub target: String,
    /// `unsold` for blocks still with the producer, or `all`; of batches and certificates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Code.
    #[schema(example = "grievance")]
    pub reason: String,
    /// When it was placed.
    pub since: String,
    /// When it ends by itself, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lapses_at: Option<String>,
    /// Person slot of the operator who placed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Digest of the grievance it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grievance: Option<String>,
}

impl HoldView {
    /// A hold as anybody may see it.
    pub fn of(id: HoldId, hold: &Hold) -> Self {
        let (kind, target, scope) = match hold.target {
            Target::Key(key) => ("key", key.to_string(), None),
            Target::Account(id) => ("account", id.to_string(), None),
            Target::Organisation(id) => ("organisation", id.to_string(), None),
            Target::Batch(id, scope) => ("batch", id.to_string(), Some(scope)),
            Target::Certificate(id, scope) => ("certificate", id.to_string(), Some(scope)),
        };
        Self {
            id: id.to_string(),
            kind: kind.to_owned(),
            target,
            scope: scope.map(|scope| scope.to_string()),
            reason: hold.reason.to_string(),
            since: hold.since.to_string(),
            lapses_at: hold.lapses_at.map(|time| time.to_string()),
            person: hold.person.as_ref().map(ToString::to_string),
            grievance: hold.grievance.map(|digest| digest.to_string()),
        }
    }
}

/// Whose holds are asked for; all of them without either.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct HoldsOf {
    /// Those that cover blocks of this batch, its certificate's included.
    pub batch: Option<String>,
    /// Those of this organisation, its accounts and its keys.
    pub organisation: Option<String>,
}

/// The holds that cover a batch.
pub fn holds_of_batch(registry: &Registry, batch: BatchId) -> Vec<HoldView> {
    let ids = registry.credits.batch(batch).into_iter().flat_map(|b| b.holds.keys());
    ids.filter_map(|id| Some(HoldView::of(*id, registry.credits.holds().find(*id)?))).collect()
}

fn holds_of_organisation(registry: &Registry, organisation: OrganisationId) -> Vec<HoldView> {
    let accounts = registry.credits.accounts_of(organisation).map(|(id, _)| Target::Account(id));
    let keys = registry.parties.keys_of(organisation).map(|(key, _)| Target::Key(*key));
    let targets = [Target::Organisation(organisation)].into_iter().chain(accounts).chain(keys);
    targets.flat_map(|target| registry.credits.holds().on(target)).map(|(id, hold)| HoldView::of(id, hold)).collect()
}

/// The holds that have not ended.
#[utoipa::path(tag = "credits", params(HoldsOf), responses((status = 200, body = List<HoldView>), (status = 400, body = ProblemBody)))]
#[get("/v1/holds")]
pub async fn list_holds(shared: Data, query: web::Query<HoldsOf>) -> Result<HttpResponse, Problem> {
    let batch: Option<BatchId> = query.batch.as_deref().map(|text| parse("batch", text)).transpose()?;
    let organisation: Option<OrganisationId> =
        query.organisation.as_deref().map(|text| parse("organisation", text)).transpose()?;
    let items = shared.state(|registry| match (batch, organisation) {
        (None, None) => registry.credits.holds().iter().map(|(id, hold)| HoldView::of(id, hold)).collect(),
        _ => {
            let of_batch = batch.map(|batch| holds_of_batch(registry, batch)).unwrap_or_default();
            let of_organisation = organisation.map(|id| holds_of_organisation(registry, id)).unwrap_or_default();
            [of_batch, of_organisation].into_iter().flatten().collect::<Vec<_>>()
        }
    });
    Ok(HttpResponse::Ok().json(List { items, next: None }))
}
