//! Verifying an archive: reading it bundle by bundle, with the signatures of the next ones being checked on all cores while
//! one is replayed.
//!
//! ```text
//! hand 0: bundles 0, n, 2n …      ──AHEAD──▶ ┐
//! hand 1: bundles 1, n + 1 …      ──AHEAD──▶ ├ tree and replay, in the order of the log
//! hand n - 1                      ──AHEAD──▶ ┘
//! ```

use std::num::{NonZeroU64, NonZeroUsize};
use std::sync::mpsc::sync_channel;
use std::thread;

use orebook_registry::party::OwnKeys;
use orebook_tlog::{Checkpoint, EntriesPath, Hash, TILE_WIDTH, VerifierKey, entry_bundles};

use crate::archive::{ArchiveError, Reader};
use crate::head::{self, Head};
use crate::prepare::{Depth, Prepared};
use crate::replay::Replay;
use crate::report::{Finding, Report, rule};
use crate::tree::Tree;

/// Bundles that a hand prepares ahead of the replay: enough for both to be busy, few enough to stay in the caches.
const AHEAD: usize = 4;
/// Bundles from one word about the progress to the next.
const PORTION: usize = 16;

/// Why nothing can be said about an archive.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The archive cannot be opened, or a file of it cannot be read on this machine.
    #[error("the archive cannot be read: {0}")]
    Archive(#[from] ArchiveError),
    /// What was given as an older checkpoint is none.
    #[error("this is not a checkpoint: {0}")]
    Older(orebook_tlog::CheckpointError),
}

/// How thoroughly to verify, and against what besides the log's key.
#[derive(Debug, Clone)]
pub struct Options {
    /// The invariants are computed from scratch after every so many entries, and after the last one. Each time costs
    /// as much as the register is large, while the replay alone already ties every event to a decision: so seldom by
    /// default. Every entry, when the entry is sought that first broke one.
    pub invariants_every: NonZeroU64,
    /// Threads that check signatures.
    pub threads: NonZeroUsize,
    /// Checkpoints seen before, signed notes: the log must be a continuation of each.
    pub older: Vec<String>,
    /// Entries of which the same program found nothing before, and their root: they are applied, not decided again.
    pub verified: Option<Verified>,
    /// Witnesses of whom so many must have cosigned the checkpoint, or the archive's newest that was cosigned.
    pub witnesses: head::Witnesses,
}

/// So many first entries of a log, and the root over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// How many.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            invariants_every: NonZeroU64::new(100_000).unwrap_or(NonZeroU64::MIN),
            threads: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            older: Vec::new(),
            verified: None,
            witnesses: head::Witnesses::default(),
        }
    }
}

/// How far a verification has come.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// Entries read.
    pub done: u64,
    /// Entries the checkpoint counts.
    pub size: u64,
    /// What may be taken up from here another time; nothing after a finding, and nothing amid the consequences of an
    /// instruction.
    pub verified: Option<Verified>,
}

/// Verifies an archive against the log's key.
pub fn verify(reader: &Reader, key: &VerifierKey) -> Result<Report, Unusable> {
    verify_with(reader, key, &Options::default())
}

/// Verifies an archive as thoroughly as asked.
pub fn verify_with(reader: &Reader, key: &VerifierKey, options: &Options) -> Result<Report, Unusable> {
    verify_telling(reader, key, options, |_| {})
}

/// The same, and tells how far it has come.
pub fn verify_telling(
    reader: &Reader,
    key: &VerifierKey,
    options: &Options,
    mut tell: impl FnMut(Progress),
) -> Result<Report, Unusable> {
    let stated = reader.stated();
    let head = Head::new(reader, key, options)?;
    let mut tree = Tree::new(reader);
    head.roots()
        .map(|(size, _)| size)
        .chain(options.verified.map(|verified| verified.size))
        .for_each(|size| tree.mark(size));
    let replay = Replay::new(key, options);
    let mut walk = Walk { reader, tree, replay, incomplete: None };
    let hands = options.threads.get();
    thread::scope(|scope| {
        let prepared: Vec<_> = (0..hands)
            .map(|hand| {
                let (hand_on, prepared) = sync_channel(AHEAD);
                scope.spawn(move || {
                    for path in entry_bundles(stated.size).skip(hand).step_by(hands) {
                        // Whoever replays has stopped if it is not taken.
                        if hand_on.send(prepare(reader, path, options)).is_err() {
                            return;
                        }
                    }
                });
                prepared
            })
            .collect();
        // A hand that panicked hands on nothing more, and its panic goes on when the scope ends.
        for (n, bundle) in prepared.iter().cycle().map_while(|hand| hand.recv().ok()).enumerate() {
            walk.take(bundle?);
            let through = walk.is_through();
            if through || (n + 1).is_multiple_of(PORTION) {
                tell(walk.progress(&head, options));
            }
            if through {
                break;
            }
        }
        Ok::<_, Unusable>(())
    })?;
    Ok(walk.finish(head, key, options))
}

/// A bundle whose entries have been prepared.
struct PreparedBundle {
    path: EntriesPath,
    entries: Vec<Prepared>,
    broken: Option<String>,
}

/// Reads a bundle and does with its entries what can be done with each by itself.
fn prepare(reader: &Reader, path: EntriesPath, options: &Options) -> Result<PreparedBundle, ArchiveError> {
    let bundle = reader.bundle(path)?;
    let depth = |index| match options.verified.is_some_and(|verified| index < verified.size) {
        true => Depth::LeafOnly,
        false => Depth::Signature,
    };
    let first = path.index * u64::from(TILE_WIDTH);
    let entries = bundle.entries.into_iter().zip(first..).map(|(entry, index)| Prepared::new(entry, depth(index)));
    Ok(PreparedBundle { path, entries: entries.collect(), broken: bundle.broken })
}

/// The two checks, walking through the log together.
struct Walk<'a> {
    reader: &'a Reader,
    tree: Tree<'a>,
    replay: Replay<'a>,
    incomplete: Option<Finding>,
}

impl Walk<'_> {
    fn take(&mut self, bundle: PreparedBundle) {
        let leaves: Vec<Hash> = bundle.entries.iter().map(|entry| entry.leaf).collect();
        self.tree.bundle(bundle.path.index, bundle.path.width, &leaves);
        bundle.entries.iter().for_each(|entry| self.replay.entry(entry));
        if let Some(broken) = bundle.broken {
            let first_missing = bundle.path.index * u64::from(TILE_WIDTH) + bundle.entries.len() as u64;
            let size = self.reader.stated().size;
            let detail = format!("the checkpoint counts {size} entries, but {}: {broken}", bundle.path);
            let entry = first_missing.min(size.saturating_sub(1));
            self.incomplete.get_or_insert(Finding::at(entry, rule::COMPLETE, detail));
        }
    }

    /// Nothing more comes: all entries were there, or what lies behind a gap has no place in the log that could be checked.
    fn is_through(&self) -> bool {
        self.incomplete.is_some() || self.tree.entries().0 == self.reader.stated().size
    }

    /// What may be taken up is of a log that the given key signed, and has reached whatever was seen of it before: so
    /// another history never takes its place.
    fn progress(&self, head: &Head, options: &Options) -> Progress {
        let (done, root) = self.tree.entries();
        let whole = head.is_clean() && self.tree.is_clean() && self.incomplete.is_none();
        let known = options.verified.into_iter().map(|verified| (verified.size, verified.root)).chain(head.roots());
        let same = known.into_iter().all(|(size, root)| self.tree.marks().get(&size) == Some(&root));
        let safe = whole && same && self.replay.is_between_causes();
        let verified = safe.then_some(Verified { size: done, root });
        Progress { done, size: self.reader.stated().size, verified }
    }

    fn finish(self, head: Head, key: &VerifierKey, options: &Options) -> Report {
        let stated = self.reader.stated();
        let own: OwnKeys = self.replay.own_keys().clone();
        let whole = self.incomplete.is_none();
        let (figures, replayed) = self.replay.finish();
        let mut findings = head.findings(self.reader, key, &own, replayed.is_none() && whole);
        findings.extend(head.older(stated, &own, self.tree.marks()));
        findings.extend(options.verified.and_then(|verified| altered(verified, self.tree.marks())));
        findings.extend(self.incomplete);
        findings.extend(self.tree.finish(stated));
        findings.extend(replayed);
        let Checkpoint { origin, size, root } = stated.clone();
        let applied = options.verified.map_or(0, |verified| verified.size.min(size));
        Report { origin, size, root, applied, witnessed: head.witnessed(), findings, figures, own_keys: own }
    }
}

/// What was verified another time must be what stands there today.
fn altered(verified: Verified, roots: &std::collections::BTreeMap<u64, Hash>) -> Option<Finding> {
    if roots.get(&verified.size) == Some(&verified.root) {
        return None;
    }
    let detail = format!("its first {} entries are not those that were verified before", verified.size);
    Some(Finding::general(rule::GROWS, detail))
}
