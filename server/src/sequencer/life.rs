//! The life of a sequencer: it leads, follows, or tries again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use orebook_store::{LeadError, Reader};

use super::startup::{self, StartError};
use super::{Settings, Shared, Standing, committer, decider, follow};

/// The one recovery path: lead until something fails, answer everything parked, lead again; follow while another leads.
pub(super) fn lead_for_ever(settings: &Settings, shared: &Arc<Shared>) {
    const AGAIN_AFTER: Duration = Duration::from_millis(200);
    let mut reader = None;
    while !shared.is_stopping() {
        let led = startup::lead(settings, shared).and_then(|leading| run(settings, shared, leading));
        let followed = match led {
            Err(StartError::Lead(LeadError::Held)) => follow_a_while(settings, shared, &mut reader),
            Ok(reason) => Err(StartError::Stopped(reason)),
            Err(error) => Err(error),
        };
        shared.forsake();
        let Err(error) = followed else { continue };
        shared.give_up(&error);
        if !shared.is_stopping() {
            std::thread::park_timeout(AGAIN_AFTER);
        }
    }
    shared.intake.close();
    shared.forsake();
}

/// Follows for a turn, over a connection that is kept from turn to turn; the error is why it cannot.
fn follow_a_while(settings: &Settings, shared: &Arc<Shared>, kept: &mut Option<Reader>) -> Result<(), StartError> {
    let location = settings.replica.as_ref().unwrap_or(&settings.location);
    let reader = match kept.take() {
        Some(reader) => reader,
        None => Reader::open(location, 1)?,
    };
    follow::follow(settings, shared, &reader)?;
    *kept = Some(reader);
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
    shared.stand(Standing::Leads);
    tracing::info!(entries, "ready");
    let (to_committer, batches) = crossbeam_channel::bounded(1);
    let decided = std::thread::scope(|scope| {
        let committer = scope.spawn(move || {
            let run = AssertUnwindSafe(|| committer::run(settings, shared, writer, &batches));
            let ended = catch_unwind(run).unwrap_or_else(|_| Err("the committer panicked".to_owned()));
            ended.inspect_err(|reason| shared.lose(reason))
        });
        // A panic in a step or in apply stops this writer; the thread lives on and leads again from what is stored.
        let decide = || decider::run(settings, shared, &to_committer, copy);
        let decided = catch_unwind(AssertUnwindSafe(decide)).unwrap_or_else(|_| Err("the decider panicked".to_owned()));
        drop(to_committer);
        let committed = committer.join().unwrap_or_else(|_| Err("the committer panicked".to_owned()));
        committed.and(decided)
    });
    Ok(decided.err().unwrap_or_else(|| "stopping".to_owned()))
}
