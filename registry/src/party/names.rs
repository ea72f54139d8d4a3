//! The names of recent instructions (organisation and id), so that the same bytes sent again give the same answer.
//! An instruction can be accepted for little more than an hour after its signing, so two hours are enough;
//! older replays are answered from the journal.

use std::collections::BTreeMap;

use crate::instruction::{Digest, InstructionId};
use crate::values::{OrganisationId, Timestamp};

const KEPT_SECONDS: i64 = 2 * 3600;

/// What became of an instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// SHA-256 of the canonical document without proof; `None` for a voided id, which no document has.
    pub identity: Option<Digest>,
    /// Its entry.
    pub sequence: u64,
    /// The last continuation of that entry.
    pub last: u64,
}

/// Recent names, oldest forgotten first.
#[derive(Debug, Clone, Default)]
pub struct Names {
    by_name: BTreeMap<(OrganisationId, InstructionId), Name>,
    by_time: BTreeMap<(Timestamp, u64), (OrganisationId, InstructionId)>,
}

impl Names {
    /// What became of the instruction of that name, when it is recent.
    pub fn find(&self, organisation: OrganisationId, id: InstructionId) -> Option<&Name> {
        self.by_name.get(&(organisation, id))
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&(OrganisationId, InstructionId), &Name)> {
        self.by_name.iter()
    }

    pub(crate) fn remember(&mut self, organisation: OrganisationId, id: InstructionId, name: Name, time: Timestamp) {
        self.by_time.insert((time, name.sequence), (organisation, id));
        self.by_name.insert((organisation, id), name);
    }

    pub(crate) fn spend(&mut self, organisation: OrganisationId, id: InstructionId, sequence: u64, time: Timestamp) {
        // A voided id shares its entry with the void itself, whose own name stands under the same sequence:
        // both must be forgotten, so this one is filed a millisecond earlier.
        self.by_time.insert((Timestamp::from_ms(time.ms() - 1), sequence), (organisation, id));
        self.by_name.insert((organisation, id), Name { identity: None, sequence, last: sequence });
    }

    pub(crate) fn extend(&mut self, organisation: OrganisationId, id: InstructionId, last: u64) {
        if let Some(name) = self.by_name.get_mut(&(organisation, id)) {
            name.last = last;
        }
    }

    /// True when an entry of that time is still remembered at `now`.
    pub fn keeps(time: Timestamp, now: Timestamp) -> bool {
        time.plus_seconds(KEPT_SECONDS) > now
    }

    pub(crate) fn forget_before(&mut self, now: Timestamp) {
        while let Some(oldest) = self.by_time.first_entry() {
            if Self::keeps(oldest.key().0, now) {
                return;
            }
            self.by_name.remove(&oldest.remove());
        }
    }
}
