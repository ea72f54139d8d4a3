//! What the decider hands to the committer: entries, rows, the tree before and after, and all answers.

use std::sync::Arc;

use orebook_registry::event::Event;
use orebook_registry::party::Name;
use orebook_registry::{NewEntry, Refusal};
use orebook_store::Batch;
use orebook_tlog::{Edge, Hash};
use tokio::sync::oneshot;

use super::{Answer, Tiles};

/// One transaction's worth of decisions.
pub(super) struct Decided {
    /// Decided entries, in order.
    pub entries: Vec<NewEntry>,
    /// Their leaf hashes.
    pub leaves: Vec<Hash>,
    /// The tree's edge before them.
    pub edge_before: Edge,
    /// The tiles that are not full, after them.
    pub tiles: Arc<Tiles>,
    /// All rows.
    pub rows: Batch,
    /// Who waits, and for what.
    pub parked: Vec<(oneshot::Sender<Answer>, Parked)>,
    /// With it, everything is answered that was taken from the intake at one time.
    pub completes: bool,
}

/// An answer that may be given once the batch is stored.
pub(super) enum Parked {
    /// Entry and last continuation, by sequence.
    Accepted {
        sequence: u64,
        last: u64,
    },
    Replayed(Name),
    Refused(Refusal),
    Forecast(Vec<Event>),
    Fault,
}

impl Decided {
    pub(super) fn new(edge_before: Edge) -> Self {
        let rows = Batch { before: i64::try_from(edge_before.size()).unwrap_or(i64::MAX), ..Batch::default() };
        let (entries, leaves, parked) = (Vec::new(), Vec::new(), Vec::new());
        Self { entries, leaves, edge_before, tiles: Arc::default(), rows, parked, completes: false }
    }

    /// True when neither the database, a client nor the intake is concerned.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.parked.is_empty() && !self.completes
    }

    /// Bytes of its entries.
    pub(super) fn bytes(&self) -> usize {
        self.entries.iter().map(|entry| entry.bytes.len()).sum()
    }
}
