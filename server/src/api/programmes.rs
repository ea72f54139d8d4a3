//! Programmes: versions and rules, as data.

use actix_web::{HttpResponse, get};
use orebook_registry::Registry;
use serde::Serialize;

use super::List;
use super::ask::{At, Look};
use crate::problem::{Problem, ProblemBody};

/// A version of a programme.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProgrammeView {
    /// Its terms, as the operator signed them.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub terms: orebook_registry::instruction::DefineProgramme,
}

/// All of them as the list tells them.
pub(crate) fn public(registry: &Registry) -> impl Iterator<Item = ProgrammeView> + '_ {
    let versions = registry.certificates.programmes().flat_map(|(_, versions)| versions);
    versions.map(|terms| ProgrammeView { terms: terms.clone() })
}

/// All versions of all programmes.
#[utoipa::path(tag = "certificates", params(At), responses((status = 200, body = List<ProgrammeView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/programmes")]
pub async fn list_programmes(look: Look) -> Result<HttpResponse, Problem> {
    let seen = look.view().await?;
    let items: Vec<ProgrammeView> = seen.read(|registry| public(registry).collect());
    Ok(seen.json(&List { items, next: None }))
}
