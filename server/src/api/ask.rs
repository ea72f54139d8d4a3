//! What a read is asked: its filters, which state (`at`), and of a list which page.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT, IF_NONE_MATCH};
use actix_web::{FromRequest, HttpRequest, web};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::access::rules::Asking;
use crate::app::Data;
use crate::problem::Problem;
use crate::view::View;

/// Of which state a read tells.
#[derive(Debug, Default, Clone, Copy, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct At {
    /// The state after this entry of the log, 0-based; absent, the newest.
    pub at: Option<u64>,
}

/// Of which state a list tells, and which page of it.
#[derive(Debug, Default, Clone, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    /// The state after this entry of the log, 0-based; absent, the newest.
    pub at: Option<u64>,
    /// `next` of the page before.
    pub cursor: Option<String>,
    /// 50 unless asked, 200 at the most. A CSV without it is the whole list.
    pub limit: Option<u32>,
}

/// A read without filters.
#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A read of one thing, or of a list that comes whole.
pub struct Look<F = Nothing> {
    /// Its filters.
    pub filter: F,
    /// What handlers share.
    pub shared: Data,
    at: At,
    request: HttpRequest,
}

/// A read of a list in pages.
pub struct Listing<F = Nothing> {
    /// Its filters.
    pub filter: F,
    /// What handlers share.
    pub shared: Data,
    pub(super) page: PageQuery,
    pub(super) request: HttpRequest,
    /// A page offers it as a file, whatever the browser accepts.
    pub(super) is_file: bool,
}

impl<F> Look<F> {
    /// Who asks.
    pub fn asking(&self) -> Asking {
        Asking::of(&self.request, &self.shared)
    }
    /// What it sees.
    pub async fn view(&self) -> Result<View, Problem> {
        view(&self.shared, self.at.at, &self.request).await
    }
}

impl<F> Listing<F> {
    /// Who asks.
    pub fn asking(&self) -> Asking {
        Asking::of(&self.request, &self.shared)
    }
    /// What it sees.
    pub async fn view(&self) -> Result<View, Problem> {
        view(&self.shared, self.page.at, &self.request).await
    }
    /// The same list with other filters.
    pub fn of<G>(self, filter: G) -> Listing<G> {
        Listing { filter, shared: self.shared, page: self.page, request: self.request, is_file: self.is_file }
    }
    /// The whole of it as a CSV that is saved.
    pub fn as_file(self) -> Self {
        Self { is_file: true, ..self }
    }
    /// True when the client would rather have CSV.
    pub(super) fn wants_csv(&self) -> bool {
        if self.is_file {
            return true;
        }
        let accepts = self.request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
        let kinds = accepts.split(',').map(|range| range.split(';').next().unwrap_or("").trim().to_ascii_lowercase());
        kinds.into_iter().find(|kind| kind == "text/csv" || kind == "application/json").is_some_and(|k| k == "text/csv")
    }
    /// The path and the query without cursor and limit: what a cursor belongs to. Pages have a language besides.
    pub(super) fn scope(&self) -> String {
        let rest =
            parts(&self.request).filter(|part| !["cursor", "limit", "lang"].iter().any(|name| is_named(part, name)));
        let mut rest: Vec<&str> = rest.collect();
        rest.sort_unstable();
        format!("{}?{}", self.request.path(), rest.join("&"))
    }
}

impl<F> Listing<F> {
    /// Where a page of the site goes on.
    pub fn onward(&self, cursor: &str) -> String {
        let scope = self.scope();
        let glue = if scope.ends_with('?') { "" } else { "&" };
        format!("{scope}{glue}cursor={cursor}")
    }
}

async fn view(shared: &Data, at: Option<u64>, request: &HttpRequest) -> Result<View, Problem> {
    let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).map(str::to_owned);
    View::of(shared, at, Some(Asking::of(request, shared).sight()), known).await
}

fn parts(request: &HttpRequest) -> impl Iterator<Item = &str> {
    request.query_string().split('&').filter(|part| !part.is_empty())
}

fn is_named(part: &str, name: &str) -> bool {
    part.split('=').next() == Some(name)
}

/// Reads the query in two: what every read of its kind takes, and the filters of this one. Neither takes what it does
/// not know.
fn read<K: DeserializeOwned, F: DeserializeOwned>(request: &HttpRequest, common: &[&str]) -> Result<(K, F), Problem> {
    let (of_kind, own): (Vec<&str>, Vec<&str>) =
        parts(request).partition(|part| common.iter().any(|name| is_named(part, name)));
    let malformed =
        |error: actix_web::error::QueryPayloadError| Problem::bad_request("request_is_malformed", error.to_string());
    let of_kind = web::Query::<K>::from_query(&of_kind.join("&")).map_err(malformed)?.into_inner();
    let own = web::Query::<F>::from_query(&own.join("&")).map_err(malformed)?.into_inner();
    Ok((of_kind, own))
}

fn shared(request: &HttpRequest) -> Result<Data, Problem> {
    request.app_data::<Data>().cloned().ok_or_else(|| Problem::internal("handlers share their data"))
}

impl<F: DeserializeOwned + 'static> FromRequest for Look<F> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            read(request, &["at"])
                .and_then(|(at, filter)| Ok(Self { filter, shared: shared(request)?, at, request: request.clone() })),
        )
    }
}

impl<F: DeserializeOwned + 'static> FromRequest for Listing<F> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request, &["at", "cursor", "limit"]).and_then(|(page, filter)| {
            Ok(Self { filter, shared: shared(request)?, page, request: request.clone(), is_file: false })
        }))
    }
}
