//! The rows of the tables, and the batch of them that is appended in one transaction.
//!
//! The store knows nothing of credits: a row is plain numbers, text and bytes. Every number is an `i64`
//! (an `i32` for a level or an ordinal), since neither database has an unsigned type; the caller
//! converts once, at its own edge. Times are milliseconds since 1970. Text must not contain U+0000,
//! which PostgreSQL cannot hold.

use diesel::prelude::*;

use crate::schema::{
    ended_block, grievance, head, journal, note, outbox, posting, retirement, retirement_term, subject, tile, trade,
    trade_block,
};

mod access;
mod audit;
mod bank_line;
mod contacts;
mod evidence;
mod letter;
mod payout;
mod webhook;

pub use access::{ClientKeyRow, ClientRow, InvolvedRow, LinkRow, PersonRow, SecurityRow, SessionRow};
pub use audit::{AuditorTokenRow, AuditorUseRow, CosignedRow};
pub use bank_line::BankLineRow;
pub use contacts::ContactDetailsRow;
pub use evidence::EvidenceRow;
pub use letter::{LetterFate, LetterFigures, LetterRow};
pub use payout::{PayoutDetailRow, PayoutFileRow};
pub use webhook::{WebhookAttemptRow, WebhookRow};

/// Where the register stands, and under which leadership.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = head)]
pub struct Head {
    /// Raised by one each time a writer takes the lead; 0 before the first.
    pub epoch: i64,
    /// Entries in the journal, which is also the sequence of the next one.
    pub size: i64,
    /// Root hash of the tree over the journal's leaves; SHA-256 of nothing while it is empty.
    pub root: Vec<u8>,
    /// What the caller needs to grow the tree without reading it; opaque to the store.
    pub edge: Vec<u8>,
    /// Time of the last entry; 0 while the journal is empty.
    pub time: i64,
}

/// Where a batch leaves the register: a [`Head`] without its epoch, which only leadership changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, AsChangeset)]
#[diesel(table_name = head)]
pub struct Tip {
    /// Entries in the journal after the batch.
    pub size: i64,
    /// Root hash at that size.
    pub root: Vec<u8>,
    /// The tree's edge at that size.
    pub edge: Vec<u8>,
    /// Time of the batch's last entry.
    pub time: i64,
}

/// Everything one transaction appends. An empty list costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The size the journal must have for this batch to be its continuation.
    pub before: i64,
    /// Where the register stands afterwards.
    pub after: Tip,
    /// The entries.
    pub journal: Vec<JournalRow>,
    /// What the entries name.
    pub subjects: Vec<SubjectRow>,
    /// Whom the entries concern.
    pub involved: Vec<InvolvedRow>,
    /// Tiles the batch has filled.
    pub tiles: Vec<TileRow>,
    /// Retirements.
    pub retirements: Vec<RetirementRow>,
    /// Blocks that have reached a final state.
    pub ended_blocks: Vec<EndedBlockRow>,
    /// Trades.
    pub trades: Vec<TradeRow>,
    /// Blocks that trades have delivered.
    pub trade_blocks: Vec<TradeBlockRow>,
    /// Movements of money.
    pub postings: Vec<PostingRow>,
    /// Letters owed.
    pub outbox: Vec<OutboxRow>,
}

/// One entry of the log, with the columns by which it is found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = journal, treat_none_as_default_value = false)]
pub struct JournalRow {
    /// Position in the log, from 0, without a gap.
    pub sequence: i64,
    /// Time the entry was decided.
    pub time: i64,
    /// What kind of instruction or consequence it is.
    pub kind: String,
    /// The organisation that signed, if one did.
    pub organisation: Option<String>,
    /// Its own name for the instruction, by which a repeated one is recognised.
    pub instruction: Option<String>,
    /// The entry's bytes, exactly as they were hashed.
    pub entry: Vec<u8>,
    /// Leaf hash of those bytes.
    pub leaf: Vec<u8>,
}

/// What replay needs of an entry, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = journal)]
pub struct Entry {
    /// Position in the log.
    pub sequence: i64,
    /// Time the entry was decided.
    pub time: i64,
    /// The entry's bytes, exactly as they were hashed.
    pub entry: Vec<u8>,
    /// Leaf hash of those bytes.
    pub leaf: Vec<u8>,
}

/// "This entry names that thing": all of a thing's history is one walk of its subject.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = subject, treat_none_as_default_value = false)]
pub struct SubjectRow {
    /// Id of the thing (column `subject`).
    pub name: String,
    /// Sequence of the entry that names it.
    pub sequence: i64,
}

/// A full tile of the tree: 256 hashes of 32 bytes. Partial tiles are cut from the leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = tile, treat_none_as_default_value = false)]
pub struct TileRow {
    /// Level, 0 for leaves.
    pub level: i32,
    /// Index within the level (column `idx`).
    pub idx: i64,
    /// The hashes, one after another.
    pub hashes: Vec<u8>,
}

/// A retirement, as the public search sees it.
///
/// A list is one text, its items separated by spaces with one more before the first and after the
/// last, so that looking for an item with a space on either side finds whole items only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = retirement, treat_none_as_default_value = false)]
pub struct RetirementRow {
    /// Id of the retirement.
    pub id: String,
    /// Entry that recorded it.
    pub sequence: i64,
    /// Time of that entry.
    pub time: i64,
    /// Organisation that retired.
    pub holder: String,
    /// For whom.
    pub beneficiary: String,
    /// Mineral.
    pub mineral: String,
    /// Programme.
    pub programme: String,
    /// Level of assurance.
    pub level: String,
    /// Kind of claim.
    pub claim: String,
    /// Milligrams.
    pub mass: i64,
    /// List of producers.
    pub producers: String,
    /// List of countries.
    pub countries: String,
    /// List of years.
    pub years: String,
    /// Lower-cased text in which the search looks.
    pub search: String,
}

impl RetirementRow {
    /// What it can be found by, each once and in the order of the table. The store makes these rows itself: they
    /// follow from this one.
    pub fn terms(&self) -> Vec<RetirementTermRow> {
        let whole = [
            ("beneficiary", &self.beneficiary),
            ("claim", &self.claim),
            ("mineral", &self.mineral),
            ("programme", &self.programme),
        ];
        let lists = [("country", &self.countries), ("producer", &self.producers), ("year", &self.years)];
        let items = lists.into_iter().flat_map(|(name, list)| list.split_whitespace().map(move |item| (name, item)));
        let all = whole.into_iter().map(|(name, text)| (name, text.as_str())).chain(items);
        let terms: std::collections::BTreeSet<String> = all.map(|(name, text)| term(name, text)).collect();
        let row = |term| RetirementTermRow { term, sequence: self.sequence, id: self.id.clone() };
        terms.into_iter().map(row).collect()
    }
}

/// A property and its value, as retirements are found by it.
pub(crate) fn term(name: &str, value: &str) -> String {
    format!("{name}:{value}")
}

/// "This retirement can be found by that": a search by one property is one walk of its term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = retirement_term, treat_none_as_default_value = false)]
pub struct RetirementTermRow {
    /// Property and value: `mineral:GLD`.
    pub term: String,
    /// Entry that recorded the retirement.
    pub sequence: i64,
    /// Id of the retirement.
    pub id: String,
}

/// A run of a batch's milligrams that has reached a final state. Blocks of a batch do not overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = ended_block, treat_none_as_default_value = false)]
pub struct EndedBlockRow {
    /// Issued batch the block was cut from.
    pub batch: String,
    /// First milligram.
    pub first: i64,
    /// The milligram after the last one: the range is half open.
    pub last: i64,
    /// The final state.
    pub state: String,
    /// Entry that ended it.
    pub sequence: i64,
    /// Retirement that consumed it, if one did.
    pub retirement: Option<String>,
}

/// A trade on the tape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = trade, treat_none_as_default_value = false)]
pub struct TradeRow {
    /// Id of the trade; ids ascend in the order in which trades happened.
    pub id: String,
    /// Market.
    pub market: String,
    /// Entry that recorded it.
    pub sequence: i64,
    /// Time of that entry.
    pub time: i64,
    /// Price in the market's unit.
    pub price: i64,
    /// Milligrams.
    pub mass: i64,
    /// Money that changed hands, in the currency's smallest unit.
    pub gross: i64,
}

/// A block that a trade delivered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = trade_block, treat_none_as_default_value = false)]
pub struct TradeBlockRow {
    /// Id of the trade.
    pub trade: String,
    /// Place among the trade's blocks, from 0.
    pub ordinal: i32,
    /// Batch it was cut from.
    pub batch: String,
    /// First milligram.
    pub first: i64,
    /// The milligram after the last one.
    pub last: i64,
}

/// One movement of money on one account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = posting, treat_none_as_default_value = false)]
pub struct PostingRow {
    /// Entry that moved it.
    pub sequence: i64,
    /// Place among the entry's postings, from 0.
    pub ordinal: i32,
    /// Account.
    pub account: String,
    /// Currency.
    pub currency: String,
    /// Signed amount in the currency's smallest unit.
    pub amount: i64,
    /// Trade it settles, if it does.
    pub trade: Option<String>,
    /// Version of the premium plan by which it was shared, if it was.
    pub plan: Option<String>,
    /// Payout it is part of, if it is.
    pub payout: Option<String>,
}

/// A letter owed because of an entry; sent by whoever reads the outbox, after the commit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
pub struct OutboxRow {
    /// Entry that caused it.
    pub sequence: i64,
    /// Place among the entry's letters, from 0.
    pub ordinal: i32,
    /// Which letter.
    pub kind: String,
    /// To whom.
    pub organisation: String,
}

/// A grievance, as its sender wrote it. Nothing else of the sender is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = grievance, treat_none_as_default_value = false)]
pub struct GrievanceRow {
    /// Random; known to this table alone.
    pub id: String,
    /// SHA-256 of the id: what the log names.
    pub digest: String,
    /// Hash of the receipt code, which the sender alone has.
    pub receipt: String,
    /// When it was filed, to the minute.
    pub filed_at: i64,
    /// What kind of grievance.
    pub kind: String,
    /// How grave the sender finds it.
    pub severity: String,
    /// Id of the certificate, batch or producer.
    pub about: Option<String>,
    /// What the sender wrote.
    pub content: String,
}

/// A text of which an entry names the digest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = note, treat_none_as_default_value = false)]
pub struct NoteRow {
    /// SHA-256 of salt and text, in hexadecimal.
    pub digest: String,
    /// Keeps a short text from being guessed.
    pub salt: String,
    /// The text.
    pub content: String,
}
