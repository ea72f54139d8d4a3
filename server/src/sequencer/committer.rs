//! The committer: stores batches, then shows them. It alone writes the committed state and signs checkpoints.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError};
use orebook_registry::NewEntry;
use orebook_registry::party::OwnKeys;
use orebook_store::Writer;
use orebook_tlog::{BatchTree, Checkpoint, TlogProof};

use super::batch::{Decided, Parked};
use super::copy::Copy;
use super::startup::StartError;
use super::{Answer, Published, Receipt, Settings, Shared, Standing, Tiles};

/// Between two looks at the database, however long it would wait for this leader.
const BEAT_MAX: Duration = Duration::from_secs(1);

/// Commits until it must stop; the error says why. Everything parked is answered either way. The database hears of it, and
/// it of the database, whether there is nothing to do or only something to refuse.
pub(super) fn run(
    settings: &Settings,
    shared: &Arc<Shared>,
    mut writer: Writer,
    batches: &Receiver<Decided>,
) -> Result<(), String> {
    let beat = (settings.idle / 4).min(BEAT_MAX);
    let mut heard = Instant::now();
    loop {
        if heard.elapsed() >= beat {
            writer.heartbeat().map_err(|error| error.to_string())?;
            heard = hear(shared);
        }
        let batch = match batches.recv_timeout(beat.saturating_sub(heard.elapsed())) {
            Ok(batch) => batch,
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        let is_stored = !batch.entries.is_empty();
        if let Err(reason) = commit(settings, shared, &mut writer, batch) {
            for parked in batches.try_iter().flat_map(|batch| batch.parked) {
                let _ = parked.0.send(Answer::OutcomeUnknown);
            }
            return Err(reason);
        }
        if is_stored {
            heard = hear(shared);
        }
    }
}

/// The database has answered.
fn hear(shared: &Shared) -> Instant {
    let heard = Instant::now();
    shared.stand(Standing::Leads { heard });
    heard
}

fn commit(settings: &Settings, shared: &Arc<Shared>, writer: &mut Writer, batch: Decided) -> Result<(), String> {
    let Decided { entries, leaves, edge_before, tiles, rows, parked, completes } = batch;
    let began = Instant::now();
    if !entries.is_empty()
        && let Err(error) = writer.append(&rows)
    {
        shared.lose(&error.to_string());
        for (answer, _) in parked {
            let _ = answer.send(Answer::OutcomeUnknown);
        }
        return Err(error.to_string());
    }
    if !entries.is_empty() {
        settings.meters.committed(entries.len(), began.elapsed());
    }
    let first = edge_before.size();
    let tree = BatchTree::new(edge_before, leaves);
    let published = show(settings, shared, &entries, &tree, tiles)?;
    for (answer, parked) in parked {
        let entry = |sequence: u64| usize::try_from(sequence - first).ok().and_then(|at| entries.get(at));
        let receipt = |sequence, last| {
            let hashes = tree.inclusion(sequence)?;
            let proof = TlogProof { index: sequence, hashes, checkpoint: published.as_ref()?.note.clone() };
            Some(Receipt { sequence, last, entry: entry(sequence)?.bytes.clone(), proof: proof.to_string() })
        };
        let _ = answer.send(match parked {
            Parked::Accepted { sequence, last } => {
                receipt(sequence, last).map_or(Answer::OutcomeUnknown, Answer::Accepted)
            }
            Parked::Replayed(name) => Answer::Replayed(name),
            Parked::Refused(refusal) => Answer::Refused(refusal),
            Parked::Forecast(events) => Answer::Forecast(events),
            Parked::Fault => Answer::Fault,
        });
    }
    if completes {
        shared.intake.answered();
    }
    Ok(())
}

/// Shows what is stored: the state and its checkpoint under one lock, so that nobody sees an entry without its proof.
fn show(
    settings: &Settings,
    shared: &Arc<Shared>,
    entries: &[NewEntry],
    tree: &BatchTree,
    tiles: Arc<Tiles>,
) -> Result<Option<Published>, String> {
    if entries.is_empty() {
        return Ok(None);
    }
    let mut committed = shared.begin_to_show();
    for entry in entries {
        committed.follow_new(entry).map_err(|contradiction| contradiction.to_string())?;
    }
    shared.have_shown(tree.edge_after(), tiles);
    publish(settings, shared, committed.own_keys(), tree.size(), tree.root()).map(Some)
}

/// Signs the checkpoint of what is stored and shows it. Ed25519 is deterministic: the note is the same every time.
pub(super) fn publish(
    settings: &Settings,
    shared: &Arc<Shared>,
    own: &OwnKeys,
    size: u64,
    root: orebook_tlog::Hash,
) -> Result<Published, String> {
    let checkpoint = Checkpoint { origin: settings.keys.origin().to_owned(), size, root };
    let note = settings.keys.sign(own, &checkpoint).map_err(|error| error.to_string())?;
    let published = Published { checkpoint, note };
    *shared.published.write() = Some(published.clone());
    shared.size.send_replace(size);
    settings.guard.keep(&published.note);
    Ok(published)
}

/// Shows a copy in the place of what is shown.
pub(super) fn show_copy(settings: &Settings, shared: &Arc<Shared>, copy: Copy) -> Result<(), StartError> {
    let Copy { registry, edge, tiles } = copy;
    let (size, root) = (edge.size(), edge.root());
    let mut committed = shared.begin_to_show();
    *committed = registry;
    shared.have_shown(edge, Arc::new(tiles));
    publish(settings, shared, committed.own_keys(), size, root).map(drop).map_err(StartError::Shown)
}
