//! Rate limits: each client has a quota of each class of requests, and is told how it stands.
//!
//! ```text
//! RateLimit-Policy: "public_reads";q=1200;w=60     1,200 requests, and as many again every 60 seconds
//! RateLimit: "public_reads";r=1187;t=1             1,187 are left within the next second, then there is more
//! ```
//! The fields are those of draft-ietf-httpapi-ratelimit-headers-11. A quota is a bucket that fills evenly (GCRA): who
//! has used it up is served at the even rate, and nobody waits for the end of a window.

mod bucket;
mod client;
mod network;
pub mod settings;

use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};

use crate::access::Member;
use crate::app::Data;
use crate::observed::Trace;
use crate::problem::Problem;

pub use bucket::{Counted, Limiter};
pub use client::Client;
pub use network::Network;
use settings::Settings;

/// What kinds of requests have a quota of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Reads by whoever is not recognised.
    PublicReads,
    /// Reads by members.
    PrivateReads,
    /// Instructions, dry runs, and whatever else is sent.
    Writes,
    /// Reads that cost much more than others: whole lists as CSV, earlier states, bundles, dumps, searches in
    /// texts.
    Costly,
    /// Whatever a password or key could be guessed at.
    Sensitive,
}

impl Class {
    /// All of them, in the order of their declaration.
    pub const ALL: [Class; 5] =
        [Class::PublicReads, Class::PrivateReads, Class::Writes, Class::Costly, Class::Sensitive];

    /// Its name in headers, configuration and metrics.
    pub const fn word(self) -> &'static str {
        match self {
            Class::PublicReads => "public_reads",
            Class::PrivateReads => "private_reads",
            Class::Writes => "writes",
            Class::Costly => "costly",
            Class::Sensitive => "sensitive",
        }
    }

    /// The class of a request; none of what operation needs at any time.
    pub fn of(request: &Asked<'_>) -> Option<Class> {
        const NEVER: [&str; 4] = ["/livez", "/readyz", "/leadz", "/version"];
        const SENSITIVE: [&str; 3] = ["/oauth/", "/login", "/invitation"];
        let begins = |paths: &[&str]| paths.iter().any(|path| request.path.starts_with(path));
        if NEVER.contains(&request.path) {
            return None;
        }
        let reads = matches!(*request.method, Method::GET | Method::HEAD | Method::OPTIONS);
        Some(match reads {
            false if begins(&SENSITIVE) => Class::Sensitive,
            false => Class::Writes,
            true if request.is_costly() => Class::Costly,
            true if request.is_member => Class::PrivateReads,
            true => Class::PublicReads,
        })
    }
}

/// What the class of a request depends on.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'r> {
    /// Its method.
    pub method: &'r Method,
    /// Its path.
    pub path: &'r str,
    /// Its query, without the question mark.
    pub query: &'r str,
    /// What it accepts.
    pub accept: &'r str,
    /// Whether it was recognised as a member's.
    pub is_member: bool,
}

impl Asked<'_> {
    fn is_costly(&self) -> bool {
        const ENDS: [&str; 2] = ["/bundle", "/bundle.html"];
        const BELOW: [&str; 2] = ["/log/tile/entries/", "/v1/exports/"];
        const ASKS: [&str; 3] = ["at", "q", "text"];
        let names = self.query.split('&').map(|part| part.split('=').next().unwrap_or(""));
        // A name that is written in escapes could be any.
        let asks = |name: &str| ASKS.contains(&name) || name.contains('%');
        self.accept.to_ascii_lowercase().contains("text/csv")
            || names.into_iter().any(asks)
            || ENDS.iter().any(|end| self.path.ends_with(end))
            || BELOW.iter().any(|path| self.path.starts_with(path))
    }
}

/// How a client stands after a request, as it is told.
#[derive(Debug, Clone)]
pub struct Told {
    /// `RateLimit-Policy`.
    pub policy: HeaderValue,
    /// `RateLimit`.
    pub limit: HeaderValue,
}

/// The quotas in force, and what is left of them for each client.
pub struct Limits {
    settings: Settings,
    /// In the order of [`Class::ALL`].
    classes: Vec<(HeaderValue, Limiter)>,
}

impl Limits {
    /// With whole quotas for all.
    pub fn of(settings: Settings) -> Self {
        let class = |class: Class| {
            let quota = settings.quota(class);
            let policy = format!("\"{}\";q={};w={}", class.word(), quota.requests, quota.seconds);
            let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(""));
            (policy, Limiter::of(quota, settings.clients_max))
        };
        let classes = Class::ALL.into_iter().map(class).collect();
        Self { settings, classes }
    }

    /// Counts a request. The error is what it is refused with.
    fn count(&self, class: Class, client: Client) -> (Told, Result<(), Problem>) {
        let (policy, limiter) = &self.classes[class as usize];
        let quota = self.settings.quota(class);
        let (left, seconds, refused) = match limiter.count(client) {
            Counted::Served { left } => (left, seconds(quota.period()), None),
            Counted::Refused { wait } => (0, seconds(wait), Some(seconds(wait))),
        };
        let limit = format!("\"{}\";r={left};t={seconds}", class.word());
        let limit = HeaderValue::from_str(&limit).unwrap_or(HeaderValue::from_static(""));
        let told = Told { policy: policy.clone(), limit };
        let Some(wait) = refused else { return (told, Ok(())) };
        let (word, requests, window) = (class.word(), quota.requests, quota.seconds);
        let detail = format!("more than {requests} requests of the class {word} in {window} seconds");
        (told, Err(Problem::too_many(&detail, requests.get(), wait)))
    }

    /// For how many clients something is kept.
    pub fn clients(&self) -> usize {
        self.classes.iter().map(|(_, limiter)| limiter.clients()).sum()
    }
}

/// Whole seconds, rounded up, and one at least: nobody is told to come back in no time.
fn seconds(time: Duration) -> u64 {
    (time.as_secs() + u64::from(time.subsec_nanos() > 0)).max(1)
}

/// Counts each request, and refuses it when its client has used the quota up. Stands inside of whatever recognises
/// members, since each has quotas of its own.
pub async fn limited(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if let Some(problem) = refusal(&request) {
        return Err(problem.into());
    }
    next.call(request).await
}

fn refusal(request: &ServiceRequest) -> Option<Problem> {
    let shared = request.app_data::<Data>()?;
    let limits = shared.limits.as_ref()?;
    let extensions = request.extensions();
    count(request, limits, extensions.get::<Member>())
}

/// Counts a request whose token is worth nothing for the address it comes from, as one of nobody: guessing has a quota
/// as well. The answer is what it is refused with, if the quota is used up.
pub fn count_stranger(request: &ServiceRequest) -> Option<Problem> {
    count(request, request.app_data::<Data>()?.limits.as_ref()?, None)
}

fn count(request: &ServiceRequest, limits: &Limits, member: Option<&Member>) -> Option<Problem> {
    let shared = request.app_data::<Data>()?;
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let asked = Asked {
        method: request.method(),
        // As it is routed: escapes are undone.
        path: request.match_info().as_str(),
        query: request.query_string(),
        accept,
        is_member: member.is_some(),
    };
    let class = Class::of(&asked)?;
    let client = match member {
        Some(member) => Client::member(member),
        None => Client::address(request, &limits.settings.proxies),
    };
    let (told, counted) = limits.count(class, client);
    let problem = counted.err();
    if problem.is_some() {
        shared.meters.refuse(class);
    }
    if let Some(trace) = request.extensions().get::<Trace>() {
        trace.tell(told);
        if problem.is_some() {
            trace.stands_at(request.match_pattern());
        }
    }
    problem
}

#[cfg(test)]
mod tests;
