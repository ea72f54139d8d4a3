//! What an organisation is told of an entry: CloudEvents 1.0 in their structured JSON form, the same by webhook and by
//! `GET /v1/events`.
//!
//! ```text
//! {"specversion":"1.0","id":"41","source":"//registry.example/log","type":"org.orebook.place_buy_order.v1",
//!  "time":"2026-06-19T00:00:00.000Z","subject":"org_…","datacontenttype":"application/json",
//!  "data":{"sequence":"41","cause":"instruction","kind":"place_buy_order","events":[…]}}
//! ```
//! The type names the entry's kind: the act of its instruction, `clock`, or of a continuation its first event. Whoever is
//! told of its own part only is told of its own postings, under the type `own_part`, and of nothing else.

use std::collections::BTreeMap;

use orebook_registry::event::Event;
use orebook_registry::instruction::Act;
use orebook_registry::values::{Currency, Timestamp};
use orebook_store::{InvolvedRow, JournalRow, PostingRow, Reading, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::api::MoneyView;

/// Kind of what is told of an entry to those who may not read it.
pub const OWN_PART: &str = "own_part";
/// Kind of the event that a test sends.
pub const PING: &str = "ping";

/// An event as it is told.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct EventView {
    /// Version of CloudEvents.
    #[schema(example = "1.0")]
    pub specversion: String,
    /// The entry's sequence: an organisation is told of an entry once, or again with the same id.
    #[schema(example = "41")]
    pub id: String,
    /// The log: `//` and its origin.
    #[schema(example = "//registry.example/log")]
    pub source: String,
    /// `org.orebook.{kind}.v1`.
    #[serde(rename = "type")]
    #[schema(example = "org.orebook.place_buy_order.v1")]
    pub kind: String,
    /// When the entry was decided.
    pub time: String,
    /// The organisation that is told.
    pub subject: String,
    /// `application/json`.
    pub datacontenttype: String,
    /// What is told.
    pub data: EventData,
}

/// What is told of an entry.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[serde(untagged)]
pub enum EventData {
    /// To those who may read it: what it says.
    Whole(WholeEntry),
    /// To those who are told of their own part: what it moved on their account.
    Part(OwnPart),
    /// Of a test.
    Ping(Ping),
}

/// An entry, without its instruction.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct WholeEntry {
    /// Its place in the log.
    pub sequence: String,
    /// `founding`, `instruction`, `clock` or `continuation`.
    pub cause: String,
    /// The act, the first event, or `clock`.
    pub kind: String,
    /// Its events, exactly as they stand in the log.
    #[schema(value_type = Vec<Object>)]
    pub events: Box<RawValue>,
}

/// What an entry moved on an organisation's own account.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct OwnPart {
    /// The entry's place in the log.
    pub sequence: String,
    /// The movements, in order.
    pub postings: Vec<OwnPosting>,
}

/// A movement on an organisation's own account.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct OwnPosting {
    /// The account.
    pub account: String,
    /// `in` or `out`.
    pub direction: String,
    /// How much.
    pub money: MoneyView,
    /// The trade that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade: Option<String>,
    /// The version of the premium plan by which it was shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// The payout that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout: Option<String>,
}

/// What a test says.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Ping {
    /// The webhook that was tested.
    pub webhook: String,
}

/// What of an entry is looked at here.
#[derive(Deserialize)]
struct Told<'a> {
    #[serde(borrow)]
    cause: &'a str,
    #[serde(borrow)]
    events: &'a RawValue,
}

/// Which events are wanted, by kind of entry or name of event; none named: all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted(Vec<String>);

impl Wanted {
    /// Reads types as they are written: `org.orebook.traded.v1`. The error is the first that is unknown.
    pub fn of_types<'t>(types: impl IntoIterator<Item = &'t str>) -> Result<Self, String> {
        let word = |text: &'t str| {
            let word = text.strip_prefix("org.orebook.").and_then(|rest| rest.strip_suffix(".v1"));
            word.filter(|word| is_known(word)).map(str::to_owned).ok_or_else(|| text.to_owned())
        };
        let mut words = types.into_iter().map(word).collect::<Result<Vec<_>, _>>()?;
        words.sort_unstable();
        words.dedup();
        Ok(Self(words))
    }

    /// Reads words as they are kept, separated by spaces.
    pub fn of_words(words: &str) -> Self {
        Self(words.split_whitespace().map(str::to_owned).collect())
    }

    /// As they are kept.
    pub fn words(&self) -> String {
        self.0.join(" ")
    }

    /// As they are written.
    pub fn types(&self) -> Vec<String> {
        self.0.iter().map(|word| type_of(word)).collect()
    }

    fn wants(&self, kind: &str, events: Option<&RawValue>) -> bool {
        self.0.is_empty() || self.names(kind) || events.is_some_and(|events| names_of(events).any(|n| self.names(n)))
    }

    fn names(&self, word: &str) -> bool {
        self.0.iter().any(|wanted| wanted == word)
    }
}

/// The names of events: each is an object of its area, in that an object of its name.
fn names_of(events: &RawValue) -> impl Iterator<Item = &str> {
    type Named<'a> = BTreeMap<&'a str, BTreeMap<&'a str, &'a RawValue>>;
    let read: Vec<Named<'_>> = serde_json::from_str(events.get()).unwrap_or_default();
    read.into_iter().flat_map(BTreeMap::into_values).flat_map(BTreeMap::into_keys)
}

/// `org.orebook.{word}.v1`
pub fn type_of(word: &str) -> String {
    format!("org.orebook.{word}.v1")
}

/// Whether some event may be of this kind, or hold an event of this name.
fn is_known(word: &str) -> bool {
    let is_act = Act::TABLE.iter().any(|(act, _)| *act == word);
    word == "clock" || word == OWN_PART || is_act || Event::names().any(|name| name == word)
}

/// What an organisation is told of an entry that concerns it; nothing, if it does not want that.
pub fn told(
    read: &mut Reading<'_>,
    origin: &str,
    wanted: &Wanted,
    (involved, entry): &(InvolvedRow, JournalRow),
) -> Result<Option<EventView>, StoreError> {
    let sequence = entry.sequence.to_string();
    let (kind, data) = if involved.reads == "yes" {
        let Ok(parsed) = serde_json::from_slice::<Told<'_>>(&entry.entry) else {
            tracing::error!(entry.sequence, "an entry of the journal cannot be read");
            return Ok(None);
        };
        if !wanted.wants(&entry.kind, Some(parsed.events)) {
            return Ok(None);
        }
        let (cause, kind) = (parsed.cause.to_owned(), entry.kind.clone());
        (kind.clone(), EventData::Whole(WholeEntry { sequence, cause, kind, events: parsed.events.to_owned() }))
    } else {
        if !wanted.wants(OWN_PART, None) {
            return Ok(None);
        }
        let account = format!("cash:{}", involved.organisation);
        let postings = read.postings_in(entry.sequence, &account)?.iter().filter_map(own_posting).collect();
        (OWN_PART.to_owned(), EventData::Part(OwnPart { sequence, postings }))
    };
    let (id, time) = (entry.sequence.to_string(), Timestamp::from_ms(entry.time));
    Ok(Some(event(origin, id, &kind, time, &involved.organisation, data)))
}

/// What a test sends.
pub fn ping(origin: &str, id: String, now: i64, organisation: &str, webhook: &str) -> EventView {
    let data = EventData::Ping(Ping { webhook: webhook.to_owned() });
    event(origin, id, PING, Timestamp::from_ms(now), organisation, data)
}

fn event(origin: &str, id: String, kind: &str, time: Timestamp, organisation: &str, data: EventData) -> EventView {
    EventView {
        specversion: "1.0".to_owned(),
        id,
        source: format!("//{origin}"),
        kind: type_of(kind),
        time: time.to_string(),
        subject: organisation.to_owned(),
        datacontenttype: "application/json".to_owned(),
        data,
    }
}

fn own_posting(row: &PostingRow) -> Option<OwnPosting> {
    let currency: Currency = row.currency.parse().ok()?;
    Some(OwnPosting {
        account: row.account.clone(),
        direction: if row.amount < 0 { "out" } else { "in" }.to_owned(),
        money: currency.minor(row.amount.saturating_abs()).into(),
        trade: row.trade.clone(),
        plan: row.plan.clone(),
        payout: row.payout.clone(),
    })
}
