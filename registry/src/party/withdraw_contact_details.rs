//! A change of contact details is taken back while it waits. Any active key of the organisation suffices, a recovery key
//! too: whoever hears of a change that nobody made must not have to find a second person first.

use super::{Asker, Parties};
use crate::event::ContactDetailsWithdrawn;
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(parties: &Parties, asker: &Asker, now: Timestamp) -> Result<ContactDetailsWithdrawn, Refusal> {
    let organisation = asker.organisation;
    let waiting = parties.contacts().of(organisation).and_then(|known| known.waiting(now));
    let waiting = waiting.ok_or(Refusal::DetailsMustBeWaiting {})?;
    Ok(ContactDetailsWithdrawn { details: waiting.digest, organisation })
}
