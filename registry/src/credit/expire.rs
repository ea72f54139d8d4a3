//! Expiry: credits that nobody used by their last usable day.

use super::{BlockState, Credits, Range};
use crate::Contradiction;
use crate::event::CreditsExpired;
use crate::values::*;

pub(crate) fn apply(credits: &mut Credits, event: &CreditsExpired, now: Timestamp) -> Result<(), Contradiction> {
    let moment = event.last_day.end();
    Contradiction::unless(moment <= now, "credits expire after their last usable day")?;
    let due = credits.expiries.get(&(moment, event.batch)).ok_or(Contradiction::new("credits that expire are due"))?;
    let due: Vec<u64> = due.iter().copied().collect();
    for from in due {
        let block = credits.batch(event.batch).and_then(|b| b.blocks().get(from));
        let to = block.map(|b| b.to).ok_or(Contradiction::new("a block that is due exists"))?;
        credits.change(Range { batch: event.batch, from, to }, |block| Ok(block.ended(BlockState::Expired)))?;
    }
    Ok(())
}
