//! Forgetting: contact details are erased some time after they have ceased to count. Their digests stay in the log, and
//! say nothing without the salt.
//!
//! Kept are those in force and those that wait; those before them, and whatever was proposed, taken back or sent without
//! an entry, for [`KEPT_DAYS`]. All is counted by the register's clock, by which details begin to count.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use orebook_registry::Registry;
use orebook_registry::instruction::Digest;
use orebook_registry::values::{OrganisationId, Timestamp};

use crate::app::Shared;
use crate::problem::Problem;
use crate::rounds::Rounds;

/// How long details are kept that no longer count.
pub const KEPT_DAYS: i64 = 30;

/// How often it is looked.
const EVERY: Duration = Duration::from_secs(3_600);
/// The same while the server does not lead.
const SOON: Duration = Duration::from_secs(60);

/// When details are forgotten that others have followed.
pub fn forgotten_at(followed_at: Timestamp) -> Timestamp {
    followed_at.plus_days(KEPT_DAYS)
}

/// The digests of an organisation that must be kept for now, however long ago their details were sent.
pub fn needed(registry: &Registry, organisation: OrganisationId, now: Timestamp) -> BTreeSet<Digest> {
    let mut needed: BTreeSet<Digest> = super::proposed(registry, organisation).map(|(.., digest)| digest).collect();
    needed.extend(super::Digests::of(registry, organisation, now).all());
    needed
}

/// Erases what is not needed any more; answers how many details that were.
pub fn forget(shared: &Shared) -> Result<usize, Problem> {
    let now = shared.state(|registry| registry.not_before_last(shared.clock.now()));
    let old = shared.reader.read(|read| read.contact_details_until(now.plus_days(-KEPT_DAYS).ms()))?;
    let mut forgotten = 0;
    for (digest, organisation) in old {
        let id: OrganisationId = organisation.parse().map_err(Problem::internal)?;
        let kept = shared.state(|registry| needed(registry, id, now).iter().any(|kept| kept.to_string() == digest));
        if !kept && shared.letters.erase_contact_details(&digest, &[])? {
            forgotten += 1;
        }
    }
    Ok(forgotten)
}

/// Starts the thread that forgets.
pub fn start(shared: Arc<Shared>) -> std::io::Result<Rounds> {
    Rounds::start("forgetting", move || {
        if shared.sequencer.leads().is_err() {
            return SOON;
        }
        match forget(&shared) {
            Ok(0) => {}
            Ok(forgotten) => tracing::info!(forgotten, "contact details that no longer count are erased"),
            Err(problem) => tracing::warn!(code = %problem.code, "contact details cannot be forgotten; trying again"),
        }
        EVERY
    })
}
