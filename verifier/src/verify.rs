//! Verifying an archive: reading it bundle by bundle, with the signatures of one portion being checked on all cores
//! while the portion before it is replayed on one.

use std::num::{NonZeroU64, NonZeroUsize};
use std::thread;

use orebook_tlog::{Checkpoint, EntriesPath, Hash, TILE_WIDTH, VerifierKey, entry_bundles};

use crate::archive::{ArchiveError, Reader};
use crate::prepare::{Prepared, prepare};
use crate::replay::Replay;
use crate::report::{Finding, Report, rule};
use crate::tree::Tree;

/// Bundles of one portion: enough for the cores to be busy, few enough to stay in their caches.
const PORTION: usize = 16;

/// Why nothing can be said about an archive.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The archive cannot be opened, or a file of it cannot be read on this machine.
    #[error("the archive cannot be read: {0}")]
    Archive(#[from] ArchiveError),
}

/// How thoroughly to verify.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The invariants are computed from scratch after every so many entries, and after the last one. Each time costs
    /// as much as the register is large, while the replay alone already ties every event to a decision: so seldom by
    /// default. Every entry, when the entry is sought that first broke one.
    pub invariants_every: NonZeroU64,
    /// Threads that check signatures.
    pub threads: NonZeroUsize,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            invariants_every: NonZeroU64::new(100_000).unwrap_or(NonZeroU64::MIN),
            threads: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
        }
    }
}

/// Verifies an archive against the log's key.
pub fn verify(reader: &Reader, key: &VerifierKey) -> Result<Report, Unusable> {
    verify_with(reader, key, Options::default())
}

/// Verifies an archive as thoroughly as asked.
pub fn verify_with(reader: &Reader, key: &VerifierKey, options: Options) -> Result<Report, Unusable> {
    let stated = reader.stated();
    let mut findings = check_head(reader, key);
    let mut walk =
        Walk { reader, tree: Tree::new(reader), replay: Replay::new(key, options.invariants_every), incomplete: None };
    let mut paths = entry_bundles(stated.size);
    let mut portion = prepared(reader, &mut paths, options.threads)?;
    while !portion.is_empty() && walk.incomplete.is_none() {
        let next = thread::scope(|scope| {
            let next = scope.spawn(|| prepared(reader, &mut paths, options.threads));
            portion.drain(..).for_each(|bundle| walk.take(bundle));
            next.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        portion = next?;
    }
    findings.extend(walk.incomplete);
    findings.extend(walk.tree.finish(stated));
    let (figures, finding) = walk.replay.finish();
    findings.extend(finding);
    Ok(Report { origin: stated.origin.clone(), size: stated.size, root: stated.root, findings, figures })
}

/// What can be said before any entry is read.
fn check_head(reader: &Reader, key: &VerifierKey) -> Vec<Finding> {
    let mut findings = Vec::new();
    if reader.vkey() != Some(key.to_string().as_str()) {
        let found = reader.vkey().unwrap_or("missing or unreadable");
        let detail = format!("the file vkey is {found}; the key given is {key}");
        findings.push(Finding::general(rule::VKEY_FILE, detail));
    }
    if let Err(error) = Checkpoint::open(reader.note(), key) {
        findings.push(Finding::general(rule::CHECKPOINT, error.to_string()));
    }
    findings
}

/// A bundle whose entries have been prepared.
struct PreparedBundle {
    path: EntriesPath,
    entries: Vec<Prepared>,
    broken: Option<String>,
}

/// Reads and prepares the next portion of bundles.
fn prepared(
    reader: &Reader,
    paths: &mut impl Iterator<Item = EntriesPath>,
    threads: NonZeroUsize,
) -> Result<Vec<PreparedBundle>, ArchiveError> {
    let mut bytes = Vec::new();
    let mut bundles = Vec::new();
    for path in paths.by_ref().take(PORTION) {
        let bundle = reader.bundle(path)?;
        let broken = bundle.broken.is_some();
        bundles.push((path, bundle.entries.len(), bundle.broken));
        bytes.extend(bundle.entries);
        // What lies behind a gap has no place in the log that could be checked.
        if broken {
            break;
        }
    }
    let mut entries = prepare(bytes, threads).into_iter();
    let with_entries =
        |(path, length, broken)| PreparedBundle { path, entries: entries.by_ref().take(length).collect(), broken };
    Ok(bundles.into_iter().map(with_entries).collect())
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
}
