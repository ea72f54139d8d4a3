//! Expiry: credits that nobody used by their last usable day.

use super::{Block, BlockState, Credits, Range};
use crate::Contradiction;
use crate::event::CreditsExpired;
use crate::values::*;

pub(crate) fn apply(credits: &mut Credits, event: &CreditsExpired, now: Timestamp) -> Result<(), Contradiction> {
    Contradiction::unless(event.last_day.end() <= now, "credits expire after their last usable day")?;
    let batch = credits.batch_mut(event.batch)?;
    let due = batch.blocks().iter().filter(|(_, b)| b.state == BlockState::Available && b.expires_on == event.last_day);
    let ranges: Vec<Range> = due.map(|(from, b)| Range { batch: event.batch, from: *from, to: b.to }).collect();
    ranges
        .into_iter()
        .try_for_each(|range| credits.change(range, |block| Ok(Block { state: BlockState::Expired, ..block.clone() })))
}
