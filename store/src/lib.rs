//! The two databases: the only crate that names diesel.
//!
//! A register is a log, and everything else is a view of it. One [`Writer`] in the world appends
//! batches, each in one transaction behind a fence; any number of [`Reader`]s look at what was
//! appended. Both speak to SQLite or PostgreSQL, as the [`Location`] says, and a test that passes on
//! one must pass on the other: reads are written once, and inserts once for each database.
//!
//! The store knows nothing of credits. What a row means, and whether it may be appended, is decided
//! before it arrives here.

mod append;
#[cfg(feature = "bench")]
mod appender;
mod connection;
mod copy;
mod error;
mod examine;
mod lease;
mod letters;
mod location;
mod migration;
mod page;
mod read;
mod reader;
mod row;
mod schema;
mod shape;
mod writer;

#[cfg(feature = "bench")]
pub use appender::Appender;
pub use copy::{Copied, Restoring, restore};
pub use error::{AppendError, LeadError, StoreError};
pub use examine::{Examined, Look, examine};
pub use letters::webhook::Progress;
pub use letters::{Changing, Joining, Keeping, Letters};
pub use location::{Location, LocationError};
pub use migration::{migrate, pending, revert_all, revert_newest, take_pending};
pub use page::{Page, PageKey};
pub use read::bank_line::BankLineState;
pub use read::grievance_counts::{GrievanceCount, TriageRule};
pub use read::plan::QueryPlan;
pub use read::posting::Balance;
pub use read::retirement::{RestingRow, RetirementFilter};
pub use read::statement::{Period, StatementRow, Turnover};
pub use reader::{Reader, Reading};
pub use row::{
    AuditorTokenRow, AuditorUseRow, BankLineRow, Batch, ClientKeyRow, ClientRow, ContactDetailsRow, CosignedRow,
    EndedBlockRow, Entry, EvidenceRow, GrievanceRow, Head, InvolvedRow, JournalRow, LetterFate, LetterFigures,
    LetterRow, LinkRow, NoteRow, OutboxRow, PayoutDetailRow, PayoutFileRow, PersonRow, PostingRow, RetirementRow,
    RetirementTermRow, SecurityRow, SessionRow, SubjectRow, TileRow, Tip, TradeBlockRow, TradeRow, WebhookAttemptRow,
    WebhookRow,
};
pub use writer::{Candidate, IDLE_DEFAULT, Writer};
