//! A producer cancels credits that it has not sold. It is final.

use super::Credits;
use crate::Contradiction;
use crate::event::{BlocksCancelled, CancellationReason};
use crate::instruction::{CancelCredits, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    asker: &Asker,
    now: Timestamp,
    cancel: &CancelCredits,
) -> Result<BlocksCancelled, Refusal> {
    parties.require_role(asker, Role::Producer)?;
    credits.existing_account(cancel.account, asker.organisation)?;
    for block in &cancel.blocks {
        // What another mined was bought; what oneself mined was not, for in one group nothing is sold.
        let own = credits.batch_of_serial(&block.batch).filter(|(_, batch)| batch.producer == asker.organisation);
        own.ok_or(Refusal::MustExist { kind: "batch", id: block.batch.to_string() })?;
    }
    credits.available_blocks(cancel.account, &cancel.blocks, now.date())?;
    Ok(BlocksCancelled {
        account: cancel.account,
        blocks: cancel.blocks.clone(),
        code: cancel.reason.clone(),
        reason: CancellationReason::Owner,
    })
}

pub(crate) fn apply(credits: &mut Credits, event: &BlocksCancelled) -> Result<(), Contradiction> {
    let ranges = credits.ranges(&event.blocks)?;
    credits.cancel(&ranges, event.reason)
}
