//! Programmes: versions and rules, as data.

use actix_web::{HttpResponse, get};
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

/// All versions of all programmes.
#[utoipa::path(tag = "certificates", params(At), responses((status = 200, body = List<ProgrammeView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/programmes")]
pub async fn list_programmes(look: Look) -> Result<HttpResponse, Problem> {
    let seen = look.view().await?;
    let items = seen.read(|registry| {
        registry
            .certificates
            .programmes()
            .flat_map(|(_, versions)| versions)
            .map(|terms| ProgrammeView { terms: terms.clone() })
            .collect()
    });
    Ok(seen.json(&List { items, next: None }))
}
