//! Payout details: where an organisation is paid. They stand outside the log; here is their digest, so that nobody
//! changes them unseen. The first ones count at once, changed ones wait, and meanwhile nothing is paid. When the key that
//! signed a change is revoked or held while it waits, the details that were in force come back.

use super::Cash;
use super::payout::PayoutDetails;
use crate::event::PayoutDetailsSet;
use crate::instruction::{Role, SetPayoutDetails};
use crate::party::{Asker, KeyState, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    now: Timestamp,
    set: &SetPayoutDetails,
) -> Result<PayoutDetailsSet, Refusal> {
    let organisation = set.organisation.unwrap_or(asker.organisation);
    if organisation != asker.organisation {
        parties.require_role(asker, Role::Operator)?;
        parties.existing(organisation)?.require_open()?;
        if parties.has_key(organisation) {
            return Err(Refusal::ActMustBeSignedByThe { party: "organisation, which has a key of its own" });
        }
    }
    let hours = i64::from(parties.parameters().money().details_wait_hours.0);
    let changes = cash.payouts.details(organisation).is_some();
    let works_from = if changes { now.plus_hours(hours) } else { now };
    Ok(PayoutDetailsSet { details: set.details, key: asker.key, organisation, rail: set.rail, works_from })
}

pub(crate) fn apply(cash: &mut Cash, event: &PayoutDetailsSet, now: Timestamp) {
    let PayoutDetailsSet { details: digest, key, organisation, rail, works_from } = event.clone();
    cash.payouts.set_details(organisation, PayoutDetails { digest, rail, key, works_from }, now);
}

impl Parties {
    /// Whether an organisation can sign for itself.
    pub(crate) fn has_key(&self, organisation: OrganisationId) -> bool {
        self.keys_of(organisation).any(|(_, key)| key.state == KeyState::Active)
    }
}
