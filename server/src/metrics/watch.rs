//! Looks at the invariants in the background, at most once a minute, and only when the log has grown.
//!
//! Each is looked at under a lock of its own, so commits go on between two of them. A copy of the state to look at in
//! peace would be worse: making one takes several times as long as the slowest invariant, under the same lock, and as
//! much memory as the state. The larger the register, the more seldom it is looked at: the lock is held for a thousandth
//! of the time at the most.

use std::sync::Arc;
use std::time::{Duration, Instant};

use orebook_registry::{Registry, invariants};

use crate::app::Shared;
use crate::rounds::Rounds;

/// Between two looks, at least.
const EVERY: Duration = Duration::from_secs(60);
/// Between two looks, in lengths of the look.
const SELDOM: u32 = 1_000;
/// Until the server shows the register.
const SOON: Duration = Duration::from_millis(200);

/// Starts the thread.
pub fn start(shared: Arc<Shared>) -> std::io::Result<Rounds> {
    let mut checked = None;
    Rounds::start("invariants", move || {
        if shared.sequencer.shows().is_err() {
            return SOON;
        }
        let (began, size) = (Instant::now(), shared.state(Registry::size));
        if checked.replace(size) != Some(size) {
            look(&shared, size);
        }
        EVERY.max(began.elapsed().saturating_mul(SELDOM))
    })
}

/// Looks at all of them, in a log of this size at least.
fn look(shared: &Shared, size: u64) {
    for (invariant, check) in invariants::ALL {
        let found = shared.state(check);
        if let Err(detail) = &found {
            tracing::error!(invariant, %detail, "an invariant does not hold");
        }
        shared.meters.found(invariant, found.is_ok());
    }
    shared.meters.checked.set(i64::try_from(size).unwrap_or(i64::MAX));
}
