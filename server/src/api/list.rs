//! Lists: one mechanism for all of them. A page begins where the one before ended, by key, so it costs the same at
//! any depth and nothing shifts when the register grows. The same list is JSON in pages, or CSV in one stream.

use std::fmt::Display;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::str::FromStr;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{BodySize, MessageBody};
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, LINK};
use actix_web::web::Bytes;
use orebook_registry::Registry;
use orebook_store::{Page, PageKey};
use serde::Serialize;
use utoipa::ToSchema;

use super::ask::Listing;
use super::csv::{self, Column};
use super::{List, limit};
use crate::problem::Problem;
use crate::view::View;

/// Items of a page of a CSV stream.
const STREAMED: i64 = 200;

/// A part of a list, and the place where it goes on.
pub struct Part<T> {
    /// The items.
    pub items: Vec<T>,
    /// The key of the last; absent when nothing follows.
    pub next: Option<String>,
}

impl<T> Part<T> {
    /// What was found when one more than the limit was asked for: it shows whether anything follows.
    pub fn cut<R>(mut rows: Vec<R>, limit: i64, key: impl Fn(&R) -> String, view: impl FnMut(R) -> T) -> Self {
        let limit = usize::try_from(limit).unwrap_or(0);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(key);
        Self { items: rows.into_iter().map(view).collect(), next }
    }
}

type PartOf<T> = Pin<Box<dyn Future<Output = Result<Part<T>, Problem>>>>;
type Source<T> = Rc<dyn Fn(Option<String>, i64) -> PartOf<T>>;

/// Keys of a state's list in ascending order.
pub type Keys<'r, K> = Box<dyn Iterator<Item = K> + 'r>;

impl<F> Listing<F> {
    /// A list out of the state: its keys in ascending order, and the item of a key.
    pub async fn of_state<K, T>(
        &self,
        view: View,
        keys: impl for<'r> Fn(&'r Registry) -> Keys<'r, K> + 'static,
        item: impl Fn(&Registry, K) -> Option<T> + 'static,
    ) -> Result<HttpResponse, Problem>
    where
        K: FromStr + Display + Ord + Copy + 'static,
        T: Serialize + ToSchema + 'static,
    {
        let seen = view.clone();
        let part = move |after: Option<String>, limit: i64| {
            let after = after.map(|key| key.parse::<K>().map_err(|_| no_such_cursor())).transpose()?;
            let room = usize::try_from(limit).unwrap_or(0) + 1;
            Ok(seen.read(|registry| {
                let following = keys(registry).filter(|key| after.is_none_or(|after| *key > after));
                let rows: Vec<(K, T)> =
                    following.filter_map(|key| Some((key, item(registry, key)?))).take(room).collect();
                Part::cut(rows, limit, |(key, _)| key.to_string(), |(_, item)| item)
            }))
        };
        let source: Source<T> = Rc::new(move |after, limit| Box::pin(std::future::ready(part(after, limit))));
        self.answer(&view, source).await
    }

    /// A list out of tables: the part of at most so many items after a key.
    pub async fn of_tables<T, P>(
        &self,
        view: View,
        part: impl Fn(View, Option<String>, i64) -> P + 'static,
    ) -> Result<HttpResponse, Problem>
    where
        P: Future<Output = Result<Part<T>, Problem>> + 'static,
        T: Serialize + ToSchema + 'static,
    {
        let seen = view.clone();
        let source: Source<T> = Rc::new(move |after, limit| Box::pin(part(seen.clone(), after, limit)));
        self.answer(&view, source).await
    }

    async fn answer<T: Serialize + ToSchema + 'static>(
        &self,
        view: &View,
        source: Source<T>,
    ) -> Result<HttpResponse, Problem> {
        let scope = self.scope();
        let asked = limit(self.page.limit)?;
        let after = self.place()?;
        let whole = self.wants_csv() && self.page.limit.is_none();
        let part = source(after, if whole { STREAMED } else { asked }).await?;
        let next = part.next.as_ref().map(|place| self.shared.cursors.seal(&scope, place));
        let link = next.as_ref().filter(|_| !whole).map(|cursor| self.link(&scope, cursor, asked));
        if !self.wants_csv() {
            let mut response = view.json(&List { items: part.items, next });
            if let Some(link) = link.and_then(|link| link.parse().ok()) {
                response.headers_mut().insert(LINK, link);
            }
            return Ok(response);
        }
        let mut response = view.headed(StatusCode::OK);
        if let Some(link) = link {
            response.insert_header((LINK, link));
        }
        let name = self.request.path().rsplit('/').next().unwrap_or("list").to_owned();
        Ok(response
            .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8; header=present"))
            .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")))
            .body(Lines::new(part, if whole { Some(source) } else { None })))
    }

    /// Whether the first page of the present is asked for, as JSON.
    pub(super) fn is_first_page(&self) -> bool {
        self.page.cursor.is_none() && self.page.at.is_none() && !self.wants_csv()
    }

    /// Where the page before ended, if a cursor of this very list was given.
    pub(super) fn place(&self) -> Result<Option<String>, Problem> {
        let scope = self.scope();
        let open = |cursor: &String| self.shared.cursors.open(&scope, cursor).ok_or_else(no_such_cursor);
        self.page.cursor.as_ref().map(open).transpose()
    }

    fn link(&self, scope: &str, cursor: &str, limit: i64) -> String {
        let glue = if scope.ends_with('?') { "" } else { "&" };
        format!("<{scope}{glue}cursor={cursor}&limit={limit}>; rel=\"next\"")
    }
}

fn no_such_cursor() -> Problem {
    Problem::bad_request("parameter_is_malformed", "cursor: as `next` of the page before, of the same list")
}

/// A CSV as it is sent: a part at a time, the next one asked for when the last was taken.
struct Lines<T> {
    columns: Vec<Column>,
    ready: Option<Bytes>,
    next: Option<String>,
    source: Option<Source<T>>,
    awaited: Option<PartOf<T>>,
}

impl<T: Serialize + ToSchema> Lines<T> {
    fn new(part: Part<T>, source: Option<Source<T>>) -> Self {
        let columns = csv::columns(&T::name());
        let text = csv::head(&columns) + &rows(&columns, &part.items);
        Self { columns, ready: Some(text.into()), next: part.next, source, awaited: None }
    }
}

fn rows<T: Serialize>(columns: &[Column], items: &[T]) -> String {
    let row = |item| csv::row(columns, &serde_json::to_value(item).unwrap_or_default());
    items.iter().map(row).collect()
}

/// Nothing in it is pinned: the future that is awaited stands in a box of its own.
impl<T> Unpin for Lines<T> {}

impl<T: Serialize + ToSchema + 'static> MessageBody for Lines<T> {
    type Error = Box<dyn std::error::Error>;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        let lines = self.get_mut();
        if let Some(ready) = lines.ready.take() {
            return Poll::Ready(Some(Ok(ready)));
        }
        if lines.awaited.is_none() {
            let (Some(place), Some(source)) = (lines.next.take(), &lines.source) else { return Poll::Ready(None) };
            lines.awaited = Some(source(Some(place), STREAMED));
        }
        let Some(awaited) = &mut lines.awaited else { return Poll::Ready(None) };
        let part = std::task::ready!(awaited.as_mut().poll(context));
        lines.awaited = None;
        match part {
            Ok(part) => {
                lines.next = part.next;
                let text = rows(&lines.columns, &part.items);
                Poll::Ready(if text.is_empty() { None } else { Some(Ok(text.into())) })
            }
            // The status is sent already: a list that breaks off must not look complete.
            Err(problem) => Poll::Ready(Some(Err(problem.to_string().into()))),
        }
    }
}

/// The page of a table that begins after a place. Of the past, it begins after the entry that is asked for.
pub(super) fn page(after: Option<String>, until: Option<i64>, limit: i64) -> Result<Page<PageKey>, Problem> {
    let Some(place) = after else {
        let before = |until| Page::before(PageKey { sequence: until + 1, id: String::new() }, limit);
        return Ok(until.map_or_else(|| Page::newest(limit), before));
    };
    let key = place.split_once('.').and_then(|(sequence, id)| Some((sequence.parse().ok()?, id.to_owned())));
    let (sequence, id) = key.ok_or_else(|| Problem::internal("a cursor sealed here names a place"))?;
    Ok(Page::before(PageKey { sequence, id }, limit))
}

/// Where a row of a table stands in its list.
pub(super) fn place(sequence: i64, id: &str) -> String {
    format!("{sequence}.{id}")
}
