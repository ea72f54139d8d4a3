//! Programmes: versions and rules, as data.

use actix_web::{HttpResponse, get};
use serde::Serialize;

use super::List;
use crate::app::Data;

/// A version of a programme.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProgrammeView {
    /// Its terms, as the operator signed them.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub terms: orebook_registry::instruction::DefineProgramme,
}

/// All versions of all programmes.
#[utoipa::path(tag = "certificates", responses((status = 200, body = List<ProgrammeView>)))]
#[get("/v1/programmes")]
pub async fn list_programmes(shared: Data) -> HttpResponse {
    let items = shared.state(|registry| {
        registry
            .certificates
            .programmes()
            .flat_map(|(_, versions)| versions)
            .map(|terms| ProgrammeView { terms: terms.clone() })
            .collect()
    });
    HttpResponse::Ok().json(List { items, next: None })
}
