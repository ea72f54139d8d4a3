//! Payout details: where an organisation is paid. They stand outside the log; here is their digest, so that nobody
//! changes them unseen. The first ones count at once, changed ones wait, and meanwhile nothing is paid. When the key that
//! signed a change is revoked or held while it waits, the details that were in force come back.

use super::Cash;
use super::payout::PayoutDetails;
use crate::event::PayoutDetailsSet;
use crate::instruction::SetPayoutDetails;
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    now: Timestamp,
    set: &SetPayoutDetails,
) -> Result<PayoutDetailsSet, Refusal> {
    let organisation = parties.whose_details(asker, set.organisation)?;
    let hours = i64::from(parties.parameters().money().details_wait_hours.0);
    let changes = cash.payouts.details(organisation).is_some();
    let works_from = if changes { now.plus_hours(hours) } else { now };
    Ok(PayoutDetailsSet { details: set.details, key: asker.key, organisation, rail: set.rail, works_from })
}

pub(crate) fn apply(cash: &mut Cash, event: &PayoutDetailsSet, now: Timestamp) {
    let PayoutDetailsSet { details: digest, key, organisation, rail, works_from } = event.clone();
    cash.payouts.set_details(organisation, PayoutDetails { digest, rail, key, works_from }, now);
}
