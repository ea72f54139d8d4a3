//! No more is claimed than was used, each claims against its own use, and of premium only what was signed for.

use std::collections::BTreeMap;

use orebook_registry::event::{ClaimEvent, ClaimFacts, Event};
use orebook_registry::values::*;

use super::ensure;

const LOT_MG: u64 = 1_000;

#[derive(Debug, Clone, Default)]
pub(super) struct Claims {
    /// Whose, how much, and what was claimed of it, in milligrams.
    footprints: BTreeMap<FootprintId, (OrganisationId, u64, u64)>,
}

impl Claims {
    pub(super) fn watch(&mut self, event: &Event) -> Result<(), String> {
        let Event::Claim(event) = event else { return Ok(()) };
        match event {
            ClaimEvent::FootprintRecorded(e) => {
                self.footprints.insert(e.footprint, (e.beneficiary, e.mass.mg(), 0));
            }
            ClaimEvent::Retired(e) => {
                if let ClaimFacts::Premium(facts) = &e.claim {
                    let reached = facts.reached.minor > 0 && facts.reached <= facts.routed;
                    return ensure(reached, || format!("{} reached of {}", facts.reached, facts.routed));
                }
                let ClaimFacts::Match(facts) = &e.claim else { return Ok(()) };
                let footprint = self.footprints.get_mut(&facts.footprint).ok_or("no such footprint")?;
                footprint.2 += e.mass.mg();
                let own = footprint.0 == e.principal.unwrap_or(e.holder) && e.consent.is_none();
                ensure(own, || "a claim against another's footprint".to_owned())?;
                let limit = footprint.1.next_multiple_of(LOT_MG);
                ensure(footprint.2 <= limit, || format!("{} mg claimed of {limit}", footprint.2))?;
            }
            _ => {}
        }
        Ok(())
    }
}
