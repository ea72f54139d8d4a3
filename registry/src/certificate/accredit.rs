//! Accreditation: the operator admits a certifier to a programme, for minerals, a kind of verification and dates.

use super::{Accreditation, Certificates};
use crate::Contradiction;
use crate::event::Accredited;
use crate::instruction::{Accredit, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    accredit: &Accredit,
) -> Result<Accredited, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let certifier = parties.existing(accredit.certifier)?;
    let programme = certificates.in_force(accredit.programme, now.date())?;
    if !certifier.roles.contains(&Role::Certifier) {
        return Err(Refusal::FieldMustBe { field: "certifier", rule: "an organisation with the role certifier" });
    }
    if accredit.minerals.is_empty() || !accredit.minerals.iter().all(|m| programme.minerals.contains(m)) {
        return Err(Refusal::FieldMustBe { field: "minerals", rule: "minerals of the programme, at least one" });
    }
    if accredit.from > accredit.until {
        return Err(Refusal::DatesMustBeInOrder { first: accredit.from, second: accredit.until });
    }
    Ok(Accredited {
        accreditation: ids.mint(),
        certifier: accredit.certifier,
        from: accredit.from,
        minerals: accredit.minerals.clone(),
        programme: accredit.programme,
        until: accredit.until,
        verification: accredit.verification,
    })
}

pub(crate) fn apply(certificates: &mut Certificates, event: &Accredited) -> Result<(), Contradiction> {
    let accreditation = Accreditation {
        certifier: event.certifier,
        programme: event.programme,
        minerals: event.minerals.clone(),
        verification: event.verification,
        from: event.from,
        until: event.until,
        withdrawn_on: None,
    };
    certificates.by_certifier.insert((event.certifier, event.accreditation));
    certificates.accreditations.insert(event.accreditation, accreditation);
    Ok(())
}
