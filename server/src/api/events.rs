//! What concerns an organisation, oldest first: the pull twin of webhooks.

use actix_web::http::header::{CACHE_CONTROL, LINK};
use actix_web::{HttpResponse, get, web};
use orebook_store::Reading;
use serde::{Deserialize, Serialize};

use super::limit;
use crate::access::{Member, Permission};
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};
use crate::webhooks::message::{EventView, Wanted, told};

/// Entries that are looked at for one answer, when few of them are wanted.
const LOOKED_MAX: i64 = 2_000;
/// Entries that are read at once.
const ROWS: i64 = 200;

/// Which events are asked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct EventsQuery {
    /// `next` of the answer before; absent, from the beginning.
    pub cursor: Option<String>,
    /// 50 unless asked, 200 at the most.
    pub limit: Option<u32>,
    /// Only entries of this type, or with an event of this name: `org.orebook.traded.v1`.
    #[serde(rename = "type")]
    #[param(rename = "type")]
    pub kind: Option<String>,
}

/// Events, and where they go on.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EventList {
    /// Oldest first.
    pub items: Vec<EventView>,
    /// Pass it as `cursor` to go on from here. It is there at the end as well: ask with it again later. While more is
    /// waiting already, `Link` names it as `next`.
    pub next: String,
}

/// Where an answer ended.
struct Page {
    items: Vec<EventView>,
    /// The last entry that was looked at.
    last: i64,
    more: bool,
}

/// What concerns the asking organisation, oldest first: each event is what a webhook delivers.
#[utoipa::path(
    tag = "events",
    params(EventsQuery),
    responses((status = 200, body = EventList), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody))
)]
#[get("/v1/events")]
pub async fn list_events(
    shared: Data,
    member: Member,
    query: web::Query<EventsQuery>,
) -> Result<HttpResponse, Problem> {
    member.require(Permission::Read)?;
    let query = query.into_inner();
    let limit = limit(query.limit)?;
    let wanted = Wanted::of_types(query.kind.as_deref()).map_err(|unknown| {
        Problem::bad_request("parameter_is_malformed", format!("type: there are no events of type {unknown}"))
    })?;
    // One member's cursor is none of another's.
    let scope = format!("/v1/events?organisation={}&type={}", member.organisation, wanted.words());
    let after = query.cursor.as_ref().map_or(Ok(-1), |cursor| {
        let place = shared.cursors.open(&scope, cursor).and_then(|place| place.parse().ok());
        let detail = "cursor: as `next` of the answer before, for the same type";
        place.ok_or_else(|| Problem::bad_request("parameter_is_malformed", detail))
    })?;
    let (organisation, origin) = (member.organisation.to_string(), shared.keys.origin().to_owned());
    let look = move |read: &mut Reading<'_>| page(read, &origin, &organisation, &wanted, after, limit);
    let page = shared.clone().into_inner().tables(look).await?;
    let next = shared.cursors.seal(&scope, &page.last.to_string());
    let mut response = HttpResponse::Ok();
    response.insert_header((CACHE_CONTROL, "private, no-store"));
    if page.more {
        let kind = query.kind.map(|kind| format!("type={kind}&")).unwrap_or_default();
        response.insert_header((LINK, format!("</v1/events?{kind}cursor={next}&limit={limit}>; rel=\"next\"")));
    }
    Ok(response.json(EventList { items: page.items, next }))
}

/// At most `limit` events after an entry. A rare type is looked for in a bounded part of the log at a time.
fn page(
    read: &mut Reading<'_>,
    origin: &str,
    organisation: &str,
    wanted: &Wanted,
    after: i64,
    limit: i64,
) -> Result<Page, Problem> {
    let mut page = Page { items: Vec::new(), last: after, more: false };
    let room = usize::try_from(limit).unwrap_or(0);
    let mut looked = 0;
    while looked < LOOKED_MAX {
        let rows = read.involving(organisation, page.last, ROWS)?;
        let found = i64::try_from(rows.len()).unwrap_or(0);
        for row in rows {
            if page.items.len() == room {
                page.more = true;
                return Ok(page);
            }
            page.items.extend(told(read, origin, wanted, &row)?);
            page.last = row.1.sequence;
        }
        looked += found;
        if found < ROWS {
            return Ok(page);
        }
    }
    page.more = true;
    Ok(page)
}
