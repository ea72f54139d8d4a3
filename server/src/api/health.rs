//! Health and version.

use actix_web::{HttpResponse, get};
use serde::Serialize;

use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// The process answers.
#[utoipa::path(tag = "operation", responses((status = 200, content_type = "text/plain", description = "alive")))]
#[get("/livez")]
pub async fn livez() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("alive\n")
}

/// It shows the register: it leads, or it follows another server.
#[utoipa::path(tag = "operation", responses((status = 200, content_type = "text/plain", description = "ready"), (status = 503, body = ProblemBody, description = "not ready, with the reason")))]
#[get("/readyz")]
pub async fn readyz(shared: Data) -> Result<HttpResponse, Problem> {
    shared.sequencer.shows()?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"))
}

/// It leads and takes instructions.
#[utoipa::path(tag = "operation", responses((status = 200, content_type = "text/plain", description = "leads"), (status = 503, body = ProblemBody, description = "another server leads, or none, with the reason")))]
#[get("/leadz")]
pub async fn leadz(shared: Data) -> Result<HttpResponse, Problem> {
    shared.sequencer.leads()?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("leads\n"))
}

/// Version, origin and time.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Version {
    /// Version of the program.
    pub version: String,
    /// Origin of the log: what instructions name as their `registry`.
    pub origin: String,
    /// The register's time, which a demo's offset may set apart from the wall's.
    pub now: String,
    /// Entries in the log, as far as this server shows it.
    pub entries: String,
    /// How this server stands to the register: `leads`, `follows` another, or is `idle`.
    #[schema(example = "leads")]
    pub standing: &'static str,
}

/// Version, origin and the register's time.
#[utoipa::path(tag = "operation", responses((status = 200, body = Version)))]
#[get("/version")]
pub async fn version(shared: Data) -> HttpResponse {
    let (origin, entries) = shared.state(|registry| (registry.origin().to_owned(), registry.size().to_string()));
    HttpResponse::Ok().json(Version {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        origin,
        now: shared.clock.now().to_string(),
        entries,
        standing: shared.sequencer.standing().word(),
    })
}
