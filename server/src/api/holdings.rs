//! Holdings: the blocks of an organisation's accounts.

use actix_web::{HttpResponse, get};
use serde::Serialize;

use super::ask::{At, Look};
use super::{List, OfOrganisation};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};

/// A block that has not ended.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HoldingView {
    /// The account it lies in.
    pub account: String,
    /// Its batch.
    pub batch: String,
    /// As printed: what a transfer or retirement names.
    pub serial: String,
    /// Kilograms.
    pub mass: String,
    /// Mineral code.
    pub mineral: String,
    /// `available`, `escrowed` or `frozen`.
    pub state: String,
    /// Last day on which it can be used; while `stopped_since` stands, it moves with every day.
    pub expires_on: String,
    /// Since when a hold keeps its days from counting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped_since: Option<String>,
    /// For whom an agent holds it: it can be retired for that organisation or given back to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal: Option<String>,
}

/// The blocks of an organisation that have not ended, by account, batch and serial number.
#[utoipa::path(
    tag = "credits",
    params(OfOrganisation, At),
    responses((status = 200, body = List<HoldingView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/holdings")]
pub async fn list_holdings(look: Look<OfOrganisation>) -> Result<HttpResponse, Problem> {
    let organisation = look.asking().organisation(Permission::Read, look.filter.organisation.as_deref())?;
    let seen = look.view().await?;
    let items = seen.read(|registry| {
        registry.parties.organisation(organisation)?;
        let mut items = Vec::new();
        for (account, _) in registry.credits.accounts_of(organisation) {
            for (range, block) in registry.credits.holdings(account) {
                let serial = registry.credits.serial(range)?;
                items.push(HoldingView {
                    account: account.to_string(),
                    batch: range.batch.to_string(),
                    mass: range.mass().to_string(),
                    mineral: serial.batch.mineral.to_string(),
                    serial: serial.to_string(),
                    state: block.state.word().to_owned(),
                    expires_on: block.expires_on.to_string(),
                    stopped_since: block.stopped_since.map(|day| day.to_string()),
                    principal: block.principal.map(|id| id.to_string()),
                });
            }
        }
        Some(items)
    });
    let items = items.ok_or_else(|| Problem::not_found("organisation", organisation))?;
    Ok(seen.json(&List { items, next: None }))
}
