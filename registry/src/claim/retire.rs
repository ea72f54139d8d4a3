//! Retirement: credits are consumed for a named beneficiary. It is permanent: no instruction undoes it.

use super::admit::{Ahead, Desk};
use super::{Claims, Retirement};
use crate::Contradiction;
use crate::event::{ClaimFacts, Retired};
use crate::instruction::{Retire, RetireLine};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(desk: &Desk<'_>, ids: &mut IdMint, retire: &Retire) -> Result<Retired, Refusal> {
    desk.check_role()?;
    desk.credits.existing_account(retire.account, desk.asker.organisation)?;
    let line = RetireLine {
        blocks: retire.blocks.clone(),
        claim: retire.claim.clone(),
        consent: retire.consent,
        period_from: retire.period_from,
        period_to: retire.period_to,
        principal: retire.principal,
        product: retire.product.clone(),
        purpose: retire.purpose.clone(),
    };
    let whom = desk.for_whom(&line)?;
    desk.check_footprint(&line.claim, &whom)?;
    let ranges = desk.credits.available_blocks(retire.account, &retire.blocks, desk.now.date())?;
    desk.check_named(&retire.beneficiary, &whom)?;
    desk.admit(retire.account, &line, whom, &ranges, &mut Ahead::default(), ids)
}

pub(crate) fn apply(claims: &mut Claims, event: &Retired, sequence: u64, time: Timestamp) -> Result<(), Contradiction> {
    if let ClaimFacts::Match(facts) = &event.claim {
        let footprint =
            claims.footprints.get_mut(&facts.footprint).ok_or(Contradiction::new("a claim names its footprint"))?;
        footprint.claimed = facts.claimed;
        footprint.retirements += 1;
        claims.by_footprint.insert((facts.footprint, event.retirement));
    }
    claims.by_batch.extend(event.batches.iter().map(|batch| (*batch, event.retirement)));
    let mineral = super::mineral_of(event).ok_or(Contradiction::new("a retirement names blocks"))?;
    claims.audits.count(event, mineral, time)?;
    let (corrections, findings) = (Vec::new(), Vec::new());
    let retirement = Retirement { record: event.clone(), sequence, time, corrections, findings };
    let before = claims.retirements.insert(event.retirement, retirement);
    Contradiction::unless(before.is_none(), "a retirement happens once")
}
