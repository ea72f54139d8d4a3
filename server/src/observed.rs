//! What is noted of every request, outside of everything else: a line in the log, a figure in the metrics, and the
//! headers that every answer has, whoever gave it.
//!
//! A line names the route's pattern and never the path, and tells neither addresses nor queries nor headers: nothing
//! personal can come into it.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderName};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage};
use orebook_registry::values::OrganisationId;

use crate::access::Member;
use crate::app::Data;
use crate::audience::{self, Audience};
use crate::encoding;
use crate::guarded;
use crate::limits::Told;
use crate::metrics::Route;

/// Where the log has one line a request: a target of its own, so that a filter can leave it out.
pub const TARGET: &str = "orebook::access";

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const LIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// What the layers inside leave for this one. It stands among the request's extensions.
#[derive(Clone, Default)]
pub struct Trace(Rc<Left>);

#[derive(Default)]
struct Left {
    told: RefCell<Option<Told>>,
    route: RefCell<Option<String>>,
}

impl Trace {
    /// How the client stands with its quota.
    pub fn tell(&self, told: Told) {
        *self.0.told.borrow_mut() = Some(told);
    }

    /// The route of a request that is answered before it is routed.
    pub fn stands_at(&self, route: Option<String>) {
        *self.0.route.borrow_mut() = route;
    }

    fn head(&self, headers: &mut HeaderMap) {
        if let Some(told) = self.0.told.take() {
            headers.insert(POLICY, told.policy);
            headers.insert(LIMIT, told.limit);
        }
    }
}

/// Notes a request and its answer.
pub async fn observed(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let began = Instant::now();
    let (method, data) = (word(request.method().as_str()), request.app_data::<Data>().cloned());
    let (trace, audience) = (Trace::default(), Audience::of(&request));
    let is_docs = request.path().starts_with("/docs");
    request.extensions_mut().insert(trace.clone());
    let head = |headers: &mut HeaderMap| {
        encoding::head(headers);
        guarded::head(is_docs, headers);
        audience.head(headers);
        trace.head(headers);
    };
    let note =
        |status: StatusCode, headers: &HeaderMap, route: Option<String>, organisation: Option<OrganisationId>| {
            let route = route.unwrap_or_else(|| "none".to_owned());
            let route = Route { route, method, status: class(status) };
            if let Some(data) = &data {
                data.meters.answered(&route, began.elapsed());
            }
            tracing::enabled!(target: TARGET, tracing::Level::INFO).then(|| {
                let id = headers.get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or("").to_owned();
                Line { id, method, route: route.route, status: status.as_u16(), began, organisation, bytes: 0 }
            })
        };
    if let Some(answer) = audience::preflight(&request) {
        let line = note(answer.status(), answer.headers(), request.match_pattern(), None);
        let response = request.into_response(answer);
        return Ok(response.map_body(|_, body| EitherBody::right(BoxBody::new(counted(body, line)))));
    }
    match next.call(request).await {
        Ok(mut response) => {
            head(response.headers_mut());
            let route = response.request().match_pattern();
            let member = response.request().extensions().get::<Member>().map(|member| member.organisation);
            let line = note(response.status(), response.headers(), route, member);
            Ok(response.map_body(|_, body| counted(body, line)))
        }
        // Answered before it was routed.
        Err(error) => {
            let mut response = error.error_response();
            head(response.headers_mut());
            let line = note(response.status(), response.headers(), trace.0.route.take(), None);
            let response = response.map_body(|_, body| BoxBody::new(counted(body, line)));
            Err(InternalError::from_response(error.to_string(), response).into())
        }
    }
}

/// Methods of others are not told apart: whoever asks chooses them.
fn word(method: &str) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    KNOWN.into_iter().find(|known| *known == method).unwrap_or("OTHER")
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

/// A line of the log. It is written when the last byte of the answer was handed on, or nobody wants any more of them.
struct Line {
    id: String,
    method: &'static str,
    route: String,
    status: u16,
    began: Instant,
    organisation: Option<OrganisationId>,
    bytes: u64,
}

impl Drop for Line {
    fn drop(&mut self) {
        let Line { id, method, route, status, began, organisation, bytes } = self;
        let microseconds = micros(began.elapsed());
        let organisation = organisation.map(tracing::field::display);
        tracing::info!(target: TARGET, id, method, route, status, microseconds, bytes, organisation, "answered");
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// Counts the bytes of a body for its line, if it is to have one.
fn counted<B: MessageBody + 'static>(body: B, line: Option<Line>) -> EitherBody<B> {
    match line {
        None => EitherBody::left(body),
        Some(line) => EitherBody::right(BoxBody::new(Counted { body: Box::pin(body), line })),
    }
}

/// A body whose bytes are counted as they are handed on.
struct Counted<B> {
    body: Pin<Box<B>>,
    line: Line,
}

impl<B: MessageBody> MessageBody for Counted<B> {
    type Error = B::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        let counted = self.get_mut();
        let polled = counted.body.as_mut().poll_next(context);
        if let Poll::Ready(Some(Ok(bytes))) = &polled {
            counted.line.bytes += bytes.len() as u64;
        }
        polled
    }
}
