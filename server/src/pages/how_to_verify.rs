//! How to check what the register says, in steps, with what is needed for it: the log's key, its newest checkpoint, the
//! witnesses, the dumps of open data.

use actix_web::{HttpResponse, get};
use askama::Template;
use orebook_texts::Texts;

use super::frame::Frame;
use super::{framed, render};
use crate::api::log::published;
use crate::app::Data;
use crate::exports::{self, Manifest};
use crate::problem::Problem;
use crate::witnesses::State;

#[derive(Template)]
#[template(path = "how_to_verify.html")]
struct HowToVerify {
    frame: Frame,
    key: String,
    checkpoint: String,
    size: String,
    witnesses: Vec<Witness>,
    dump: Option<Dump>,
}

framed!(HowToVerify);

/// How far a witness has signed.
pub(super) struct Witness {
    pub name: String,
    pub size: String,
    pub time: Option<String>,
}

impl Witness {
    /// As it is told everybody.
    pub(super) fn of((name, state): (String, State), t: Texts) -> Self {
        let time = state.time.and_then(|time| i64::try_from(time).ok());
        let time = time.map(|time| orebook_registry::values::Timestamp::from_ms(time.saturating_mul(1000)));
        Self { name, size: t.whole(state.size), time: time.map(|time| t.moment(time)) }
    }
}

/// The newest dump of open data.
struct Dump {
    day: String,
    date: String,
    /// The name of each table, and how many rows it has.
    tables: Vec<(&'static str, u64)>,
}

/// The page.
#[get("/how-to-verify")]
pub async fn show(shared: Data, frame: Frame) -> Result<HttpResponse, Problem> {
    let t = frame.t;
    let published = published(&shared)?;
    let size = published.checkpoint.size;
    let key = shared.state(|registry| registry.own_keys().log_key_at(size).unwrap_or_default().to_owned());
    let newest = newest_dump(&shared).await?;
    let dump = newest.map(|(date, manifest)| Dump { day: t.day(&date), tables: tables(&manifest), date });
    let witnesses = shared.cosigned.states().into_iter().map(|one| Witness::of(one, t)).collect();
    render(&HowToVerify { key, checkpoint: published.note, size: t.whole(size), witnesses, dump, frame })
}

/// The day of the newest dump, and what it consists of.
pub(super) async fn newest_dump(shared: &Data) -> Result<Option<(String, Manifest)>, Problem> {
    let inner = shared.clone().into_inner();
    let newest = inner.blocking(|shared| {
        let days = exports::days(&shared.exports).into_iter();
        let mut whole = days.filter_map(|day| Some((day.to_string(), exports::manifest(&shared.exports, day)?)));
        Ok(whole.next())
    });
    newest.await
}

fn tables(manifest: &Manifest) -> Vec<(&'static str, u64)> {
    let rows = |table: &str| {
        let file = manifest.files.iter().find(|file| file.name.strip_suffix(".csv") == Some(table));
        file.and_then(|file| file.rows.parse().ok()).unwrap_or(0)
    };
    exports::TABLES.iter().map(|table| (*table, rows(table))).collect()
}
