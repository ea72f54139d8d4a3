//! The life of a sequencer: it leads, follows, or tries again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use orebook_store::LeadError;

use super::follow::Readers;
use super::startup::{self, StartError};
use super::{Settings, Shared, Standing, committer, decider, follow};

/// The one recovery path: lead until something fails, answer everything parked, lead again; follow while another leads.
pub(super) fn lead_for_ever(settings: &Settings, shared: &Arc<Shared>) {
    const AGAIN_AFTER: Duration = Duration::from_millis(200);
    let mut readers = None;
    while !shared.is_stopping() {
        let led = startup::lead(settings, shared).and_then(|leading| run(settings, shared, leading));
        let followed = match led {
            Err(StartError::Lead(LeadError::Held)) => follow_a_while(settings, shared, &mut readers),
            Ok(reason) => Err(StartError::Stopped(reason)),
            Err(error) => Err(error),
        };
        shared.forsake();
        let Err(error) = followed else { continue };
        if matches!(error, StartError::Head { .. } | StartError::Replay { .. }) {
            shared.forget();
        }
        shared.give_up(&error);
        if !shared.is_stopping() {
            std::thread::park_timeout(AGAIN_AFTER);
        }
    }
    shared.intake.close();
    shared.forsake();
}

/// Follows for a turn, over connections that are kept from turn to turn; the error is why it cannot.
fn follow_a_while(settings: &Settings, shared: &Arc<Shared>, kept: &mut Option<Readers>) -> Result<(), StartError> {
    let readers = match kept.take() {
        Some(readers) => readers,
        None => Readers::open(settings)?,
    };
    follow::follow(settings, shared, &readers)?;
    *kept = Some(readers);
    Ok(())
}

/// Leads: decider and committer run until one of them stops; the answer is why.
fn run(settings: &Settings, shared: &Arc<Shared>, leading: startup::Leading) -> Result<String, StartError> {
    let startup::Leading { writer, copy } = leading;
    let entries = copy.registry.size();
    if shared.shown_size() != Some(entries) {
        committer::show_copy(settings, shared, copy.clone())?;
    }
    shared.lost.store(false, Ordering::SeqCst);
    // However often the clock was set before: from here on it counts.
    settings.clock.has_drifted();
    shared.stand(Standing::Leads { heard: Instant::now() });
    tracing::info!(entries, "ready");
    let (to_committer, batches) = crossbeam_channel::bounded(1);
    let decided = std::thread::scope(|scope| {
        let commit = move || {
            let run = AssertUnwindSafe(|| committer::run(settings, shared, writer, &batches));
            let ended = catch_unwind(run).unwrap_or_else(|_| Err("the committer panicked".to_owned()));
            ended.inspect_err(|reason| shared.lose(reason))
        };
        let committer = std::thread::Builder::new().name("committer".to_owned()).spawn_scoped(scope, commit);
        let committer = committer.map_err(|error| format!("the committer cannot start: {error}"))?;
        // A panic in a step or in apply stops this writer; the thread lives on and leads again from what is stored.
        let decide = || decider::run(settings, shared, &to_committer, copy);
        let decided = catch_unwind(AssertUnwindSafe(decide)).unwrap_or_else(|_| Err("the decider panicked".to_owned()));
        drop(to_committer);
        let committed = committer.join().unwrap_or_else(|_| Err("the committer panicked".to_owned()));
        committed.and(decided)
    });
    Ok(decided.err().unwrap_or_else(|| "stopping".to_owned()))
}
