//! Trusted lists: accounts of others to which an organisation's transfers settle at once.

use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Serialize;

use super::{List, OfOrganisation};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// An account on a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TrustedAccountView {
    /// Its id.
    pub account: String,
    /// Whose it is.
    pub organisation: String,
    /// `waiting` or `counting`.
    pub state: String,
    /// From when on it counts.
    pub works_at: String,
}

/// An organisation's trusted list, by account.
#[utoipa::path(tag = "credits", params(OfOrganisation), responses((status = 200, body = List<TrustedAccountView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/trusted-accounts")]
pub async fn list_trusted_accounts(
    shared: Data,
    request: HttpRequest,
    query: web::Query<OfOrganisation>,
) -> Result<HttpResponse, Problem> {
    let organisation = Asking::of(&request, &shared).organisation(Permission::Read, query.organisation.as_deref())?;
    let items = shared.state(|registry| {
        let list = registry.credits.trusted().of(organisation);
        list.map(|(account, entry)| TrustedAccountView {
            account: account.to_string(),
            organisation: registry.credits.owner(account).map(|owner| owner.to_string()).unwrap_or_default(),
            state: if entry.works { "counting" } else { "waiting" }.to_owned(),
            works_at: entry.works_at.to_string(),
        })
        .collect()
    });
    Ok(HttpResponse::Ok().json(List { items, next: None }))
}
