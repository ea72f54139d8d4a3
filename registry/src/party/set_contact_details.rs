//! Contact details are set: the first count at once, changed ones wait, and letters go to those in force meanwhile. Who
//! takes over one key of a member therefore cannot turn its letters away before the member has heard of it.

use super::{Asker, Parties};
use crate::event::ContactDetailsSet;
use crate::instruction::SetContactDetails;
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    asker: &Asker,
    now: Timestamp,
    set: &SetContactDetails,
) -> Result<ContactDetailsSet, Refusal> {
    let organisation = parties.whose_details(asker, set.organisation)?;
    let hours = i64::from(parties.parameters().money().details_wait_hours.0);
    let changes = parties.contacts().of(organisation).is_some();
    let works_from = if changes { now.plus_hours(hours) } else { now };
    Ok(ContactDetailsSet { details: set.details, key: asker.key, organisation, works_from })
}
