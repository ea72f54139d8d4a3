//! Proposals that await a second person.

use actix_web::{HttpResponse, get};
use serde::Serialize;

use super::ask::{At, Look};
use super::{List, OfOrganisation};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};

/// A proposal.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProposalView {
    /// Its id, for `approve`.
    pub id: String,
    /// Its digest, for `approve`.
    pub digest: String,
    /// The person slot that proposed; another must approve.
    pub person: String,
    /// The person slots whose keys may approve it now.
    pub approvers: Vec<String>,
    /// When it lapses.
    pub lapses_at: String,
    /// What is proposed.
    #[schema(value_type = Object)]
    pub act: orebook_registry::instruction::Act,
}

/// The open proposals of an organisation.
#[utoipa::path(tag = "instructions", params(OfOrganisation, At), responses((status = 200, body = List<ProposalView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/proposals")]
pub async fn list_proposals(look: Look<OfOrganisation>) -> Result<HttpResponse, Problem> {
    let organisation = look.asking().organisation(Permission::Read, look.filter.organisation.as_deref())?;
    let seen = look.view().await?;
    let items = seen.read(|registry| {
        let own = registry.parties.open_proposals().filter(|(_, p)| p.organisation == organisation);
        own.map(|(id, p)| ProposalView {
            id: id.to_string(),
            digest: p.digest.to_string(),
            person: p.person.to_string(),
            approvers: registry.parties.approvers(p).iter().map(ToString::to_string).collect(),
            lapses_at: p.lapses_at.to_string(),
            act: p.act.clone(),
        })
        .collect()
    });
    Ok(seen.json(&List { items, next: None }))
}
