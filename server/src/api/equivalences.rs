//! Equivalences between levels of programmes: shown and searched, and of no effect on books and claims.

use actix_web::{HttpResponse, get, web};
use orebook_registry::certificate::Equivalence;
use orebook_registry::instruction::{Level, ProgrammeCode, ProgrammeLevel};
use orebook_registry::values::{Date, EquivalenceId};
use serde::{Deserialize, Serialize};

use super::{List, parse};
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// What is looked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct EquivalenceSearch {
    /// Code of a programme on either side.
    pub programme: Option<String>,
    /// A level on either side; of that programme, if one is named.
    pub level: Option<String>,
    /// Only what holds on this day.
    pub on: Option<String>,
}

/// One level accepted as another.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EquivalenceView {
    /// Its id.
    pub id: String,
    /// What is accepted.
    pub from: SideView,
    /// As what; not the other way round.
    pub to: SideView,
    /// `full` or `partial`.
    pub extent: String,
    /// First day.
    pub from_date: String,
    /// Last day.
    pub until: String,
    /// The day from which on it was revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_from: Option<String>,
    /// Why it was revoked, as a code word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A programme's level.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SideView {
    /// Programme code.
    pub programme: String,
    /// `entry`, `good` or `leading`.
    pub level: String,
}

fn side(level: &ProgrammeLevel) -> SideView {
    SideView { programme: level.programme.to_string(), level: level.level.to_string() }
}

fn view(id: EquivalenceId, e: &Equivalence) -> EquivalenceView {
    EquivalenceView {
        id: id.to_string(),
        from: side(&e.from),
        to: side(&e.to),
        extent: e.extent.to_string(),
        from_date: e.from_date.to_string(),
        until: e.until.to_string(),
        revoked_from: e.revoked.as_ref().map(|(from, _)| from.to_string()),
        reason: e.revoked.as_ref().map(|(_, reason)| reason.to_string()),
    }
}

/// Equivalences, oldest first; revoked ones are shown as such.
#[utoipa::path(
    tag = "certificates",
    params(EquivalenceSearch),
    responses((status = 200, body = List<EquivalenceView>), (status = 400, body = ProblemBody))
)]
#[get("/v1/equivalences")]
pub async fn list_equivalences(shared: Data, search: web::Query<EquivalenceSearch>) -> Result<HttpResponse, Problem> {
    let programme: Option<ProgrammeCode> =
        search.programme.as_deref().map(|text| parse("programme", text)).transpose()?;
    let level: Option<Level> = search.level.as_deref().map(|text| parse("level", text)).transpose()?;
    let on: Option<Date> = search.on.as_deref().map(|text| parse("on", text)).transpose()?;
    let is_side = |side: &ProgrammeLevel| {
        programme.is_none_or(|code| side.programme == code) && level.is_none_or(|level| side.level == level)
    };
    let is_found = |e: &Equivalence| (is_side(&e.from) || is_side(&e.to)) && on.is_none_or(|day| e.holds_on(day));
    let items = shared.state(|registry| {
        let all = registry.certificates.equivalences();
        all.filter(|(_, e)| is_found(e)).map(|(id, e)| view(id, e)).collect::<Vec<_>>()
    });
    Ok(HttpResponse::Ok().json(List { items, next: None }))
}
