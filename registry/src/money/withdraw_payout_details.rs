//! A change of payout details is taken back while it waits: those that were in force come back. Any active key of the
//! organisation suffices, a recovery key too.

use super::Cash;
use crate::event::PayoutDetailsSet;
use crate::party::Asker;
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(cash: &Cash, asker: &Asker, now: Timestamp) -> Result<PayoutDetailsSet, Refusal> {
    let organisation = asker.organisation;
    let waits = cash.payouts.details_waiting(organisation, now).is_some();
    let before = cash.payouts.details_in_force(organisation, now).filter(|_| waits);
    Ok(before.ok_or(Refusal::DetailsMustBeWaiting {})?.event(organisation))
}
