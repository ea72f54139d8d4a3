//! Statements of the bank: a file is taken in, its lines wait until they are booked or set aside.

mod outcome;
mod queue;

use std::convert::Infallible;

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use futures_util::stream;
use orebook_registry::values::Text;
use serde::Deserialize;

use super::seat::Seat;
use crate::access::session::{Session, session_of};
use crate::access::{Permission, form, token_is_required};
use crate::api::bank_lines::{set_aside, take_back};
use crate::api::bank_statements::take_in;
use crate::app::{Data, Shared};
use crate::bank_lines::finding::Finding;
use crate::bank_lines::queue::look;
use crate::bank_lines::{BankLine, arrival};
use crate::pages::desk::cards::{Cards, Upload};
use crate::pages::frame::Frame;
use crate::pages::login::see;
use crate::pages::same_origin::require_same_origin;
use crate::problem::Problem;

use outcome::{Said, fault, taken};
use queue::{list, urgency, waiting};

/// Where it is.
pub const PATH: &str = "/desk/bank/lines";

/// Lines that are shown of those booked last, and of those set aside.
const LAST: i64 = 25;
/// What stands around the file in a form, at the most.
const AROUND: usize = 16 * 1024;

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
struct Query {
    #[serde(default)]
    from: usize,
}

/// Why a line is set aside, as a browser sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pressed {
    csrf: String,
    #[serde(default)]
    reason: String,
}

/// What is on the page.
struct Shown {
    waiting: Vec<(BankLine, Finding)>,
    aside: Vec<BankLine>,
    booked: Vec<BankLine>,
}

/// The lines that wait, those set aside, and those booked last.
#[get("/desk/bank/lines")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    query: web::Query<Query>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    page(shared, &request, frame, query.from, Said::default()).await
}

/// Takes in a statement.
#[post("/desk/bank/lines")]
pub async fn take(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    body: web::Payload,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Money) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let (session, member) =
        session_of(&request).zip(crate::access::member_of(&request)).ok_or_else(token_is_required)?;
    let t = frame.t;
    let said = match sent(&shared, &request, &session, body).await {
        Ok(file) if file.is_empty() => Said::fault(t.bank_lines_fault_none(), StatusCode::BAD_REQUEST),
        Ok(file) => {
            let work = move |shared: &Shared| take_in(shared, &member, &file);
            match shared.clone().into_inner().blocking(work).await {
                Ok(view) => shared.state(|registry| taken(seat.names(registry, t), &view)),
                Err(problem) => fault(t, problem)?,
            }
        }
        Err(problem) => fault(t, problem)?,
    };
    page(shared, &request, frame, 0, said).await
}

/// The file that a form of this site sends; empty if none was chosen.
async fn sent(shared: &Data, request: &HttpRequest, session: &Session, body: web::Payload) -> Result<Vec<u8>, Problem> {
    require_same_origin(request)?;
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let boundary = multer::parse_boundary(content_type).map_err(|_| {
        let detail = "send the form as multipart/form-data";
        Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type_not_supported", detail)
    })?;
    let whole = web::Bytes::from(arrival::whole(body, AROUND).await?);
    let mut form = multer::Multipart::new(stream::iter([Ok::<_, Infallible>(whole)]), boundary);
    let malformed = |error| Problem::bad_request("request_is_malformed", format!("the form: {error}"));
    let (mut csrf, mut file) = (String::new(), Vec::new());
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        match field.name() {
            Some("csrf") => csrf = field.text().await.map_err(malformed)?,
            Some("file") => file = field.bytes().await.map_err(malformed)?.to_vec(),
            _ => {}
        }
    }
    form::require_token(shared, session, &csrf)?;
    Ok(file)
}

/// Sets a line aside.
#[post("/desk/bank/lines/{id}/aside")]
pub async fn leave(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    pressed(shared, request, id.into_inner(), frame, body, Pressing::Aside).await
}

/// Has a line wait again.
#[post("/desk/bank/lines/{id}/back")]
pub async fn bring_back(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    pressed(shared, request, id.into_inner(), frame, body, Pressing::Back).await
}

/// What is done with a line.
#[derive(Debug, Clone, Copy)]
enum Pressing {
    Aside,
    Back,
}

async fn pressed(
    shared: Data,
    request: HttpRequest,
    id: String,
    frame: Frame,
    body: web::Bytes,
    what: Pressing,
) -> Result<HttpResponse, Problem> {
    if let Err(instead) = Seat::of(&shared, &request, &frame, Permission::Money) {
        return *instead;
    }
    let (session, member) =
        session_of(&request).zip(crate::access::member_of(&request)).ok_or_else(token_is_required)?;
    let Pressed { csrf, reason } = form::read(&request, &body)?;
    form::require_token(&shared, &session, &csrf)?;
    let t = frame.t;
    let reason = match (what, reason.trim().parse::<Text>()) {
        (Pressing::Back, _) => None,
        (Pressing::Aside, Ok(reason)) => Some(reason),
        (Pressing::Aside, Err(_)) => {
            let said = Said::fault(t.bank_lines_fault_reason(), StatusCode::BAD_REQUEST);
            return page(shared, &request, frame, 0, said).await;
        }
    };
    let work = move |shared: &Shared| match reason {
        Some(reason) => set_aside(shared, &member, &id, &reason),
        None => take_back(shared, &member, &id),
    };
    match shared.clone().into_inner().blocking(work).await {
        Ok(_) => Ok(see(PATH)),
        Err(problem) if matches!(problem.status, StatusCode::CONFLICT | StatusCode::NOT_FOUND) => {
            page(shared, &request, frame, 0, Said::fault(t.bank_lines_fault_changed(), problem.status)).await
        }
        Err(problem) => Err(problem),
    }
}

async fn page(
    shared: Data,
    request: &HttpRequest,
    frame: Frame,
    from: usize,
    said: Said,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, request, &frame, Permission::Money) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let session = session_of(request).ok_or_else(token_is_required)?;
    let (t, csrf) = (frame.t, form::token(&shared, &session));
    let shown = shared.clone().into_inner().blocking(shown).await?;
    let parts = shared.state(|registry| {
        let names = seat.names(registry, t);
        let mut parts = vec![waiting(names, shown.waiting, from, &csrf)];
        if from == 0 {
            parts.push(list(names, t.bank_lines_aside(), t.bank_lines_aside_none(), &shown.aside, &csrf));
            parts.push(list(names, t.bank_lines_booked(), t.bank_lines_booked_none(), &shown.booked, &csrf));
        }
        parts
    });
    let upload = Upload {
        action: PATH,
        csrf,
        label: t.bank_lines_file(),
        hint: t.bank_lines_file_hint(),
        button: t.bank_lines_take(),
        accept: ".xml,application/xml,text/xml",
        told: said.told,
        fault: said.fault,
    };
    let page = Cards::new(frame.clone(), t.bank_lines(), t.bank_lines_lead(), parts).uploading(upload);
    seat.answer_as(page.under(t.operator_bank(), super::bank::PATH), said.status)
}

/// What the page shows; blocks.
fn shown(shared: &Shared) -> Result<Shown, Problem> {
    let open = look(shared)?;
    let (mut waiting, mut aside) = (Vec::new(), Vec::new());
    for (line, finding) in open {
        match (&finding, line.row.aside_at) {
            (Finding::Booked, _) => {}
            (_, Some(_)) => aside.push(line),
            (_, None) => waiting.push((line, finding)),
        }
    }
    waiting.sort_by_key(|(_, finding)| urgency(finding));
    aside.truncate(usize::try_from(LAST).unwrap_or(0));
    let rows = shared.reader.read(|read| read.bank_lines_booked_last(LAST))?;
    let booked = rows.into_iter().map(BankLine::of).collect::<Result<_, _>>()?;
    Ok(Shown { waiting, aside, booked })
}

/// How many lines wait, for the desk.
pub fn count(shared: &Shared) -> Result<usize, Problem> {
    let open = look(shared)?;
    let waits = |(line, finding): &&(BankLine, Finding)| *finding != Finding::Booked && line.row.aside_at.is_none();
    Ok(open.iter().filter(waits).count())
}
