//! Looks at the invariants in the background, at most once a minute, and only when the log has grown. It looks at a
//! copy of the state: the check of a large register takes long, and under the lock it would hold up every commit.

use std::sync::Arc;
use std::time::Duration;

use orebook_registry::invariants;

use crate::app::Shared;
use crate::rounds::Rounds;

/// Between two looks.
const EVERY: Duration = Duration::from_secs(60);
/// Until the server leads.
const SOON: Duration = Duration::from_millis(200);

/// Starts the thread.
pub fn start(shared: Arc<Shared>) -> std::io::Result<Rounds> {
    let mut checked = None;
    Rounds::start("invariants", move || {
        if shared.sequencer.ready().is_err() {
            return SOON;
        }
        let size = shared.state(orebook_registry::Registry::size);
        if checked.replace(size) != Some(size) {
            look(&shared);
        }
        EVERY
    })
}

fn look(shared: &Shared) {
    let copy = shared.state(Clone::clone);
    for (invariant, check) in invariants::ALL {
        let found = check(&copy);
        if let Err(detail) = &found {
            tracing::error!(invariant, %detail, "an invariant does not hold");
        }
        shared.meters.found(invariant, found.is_ok());
    }
    shared.meters.checked.set(i64::try_from(copy.size()).unwrap_or(i64::MAX));
}
