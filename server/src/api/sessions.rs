//! One's own sessions.

use actix_web::http::header::SET_COOKIE;
use actix_web::{HttpResponse, delete, get};
use orebook_registry::values::Timestamp;
use orebook_store::SessionRow;
use serde::Serialize;

use super::List;
use crate::access::door;
use crate::access::session::{Session, is_in_force};
use crate::app::{Data, Shared};
use crate::problem::{Problem, ProblemBody};

/// A session of one's own. What it is known by is told to nobody.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SessionView {
    /// When it began.
    pub made_at: String,
    /// When it was used last, to the minute.
    pub used_at: String,
    /// When it ends at the latest.
    pub ends_at: String,
    /// `yes` for the one that asks.
    pub current: String,
}

impl SessionView {
    fn of(row: &SessionRow, asking: &Session) -> Self {
        let time = |ms| Timestamp::from_ms(ms).to_string();
        Self {
            made_at: time(row.made_at),
            used_at: time(row.used_at),
            ends_at: time(row.ends_at),
            current: if row.hash == asking.hash { "yes" } else { "no" }.to_owned(),
        }
    }
}

/// One's own sessions, newest first.
#[utoipa::path(tag = "people", responses((status = 200, body = List<SessionView>), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/sessions")]
pub async fn list_sessions(shared: Data, session: Session) -> Result<HttpResponse, Problem> {
    let items = own_sessions(&shared, &session).await?;
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(List { items, next: None }))
}

/// The sessions of a person that count, newest first.
pub(crate) async fn own_sessions(shared: &Data, session: &Session) -> Result<Vec<SessionView>, Problem> {
    let (now, id) = (shared.wall.now(), session.person.id.clone());
    let rows = shared.clone().into_inner().tables(move |read| Ok(read.sessions_of(&id, now.ms())?)).await?;
    Ok(rows.iter().filter(|row| is_in_force(row, now)).map(|row| SessionView::of(row, session)).collect())
}

/// Signs out everywhere: all sessions of the person end, this one too.
#[utoipa::path(tag = "people", responses((status = 204, description = "ended"), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[delete("/v1/sessions")]
pub async fn end_sessions(shared: Data, session: Session) -> Result<HttpResponse, Problem> {
    let cookie = shared.people.site.clear_cookie();
    let work = move |shared: &Shared| door::sign_out_everywhere(shared, &session, shared.wall.now());
    shared.into_inner().blocking(work).await?;
    Ok(HttpResponse::NoContent().insert_header((SET_COOKIE, cookie)).finish())
}
