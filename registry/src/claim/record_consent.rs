//! Consent: an agent records that an organisation agrees to be named. The consent itself stays outside the log.

use super::{Claims, Consent};
use crate::Contradiction;
use crate::event::ConsentRecorded;
use crate::instruction::{RecordConsent, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    record: &RecordConsent,
) -> Result<ConsentRecorded, Refusal> {
    parties.require_role(asker, Role::Agent)?;
    if record.until < now.date() {
        return Err(Refusal::DatesMustBeInOrder { first: now.date(), second: record.until });
    }
    Ok(ConsentRecorded {
        agent: asker.organisation,
        beneficiary: record.beneficiary.clone(),
        consent: ids.mint(),
        digest: record.digest,
        until: record.until,
    })
}

pub(crate) fn apply(claims: &mut Claims, event: &ConsentRecorded) -> Result<(), Contradiction> {
    let consent = Consent { agent: event.agent, beneficiary: event.beneficiary.clone(), until: event.until };
    let before = claims.consents.insert(event.consent, consent);
    Contradiction::unless(before.is_none(), "a consent is recorded once")
}
