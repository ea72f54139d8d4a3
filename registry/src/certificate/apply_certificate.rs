//! Application: a producer asks a certifier for a certificate of one site, mineral and level.

use super::{Certificate, CertificateState, Certificates, Class};
use crate::Contradiction;
use crate::event::Applied;
use crate::instruction::{ApplyCertificate, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    application: &ApplyCertificate,
) -> Result<Applied, Refusal> {
    parties.require_role(asker, Role::Producer)?;
    let certifier = parties.existing(application.certifier)?;
    let programme = certificates.in_force(application.programme, now.date())?;
    if let Some(holder) = application.holder {
        let holds = parties.existing(holder)?.roles.contains(&Role::Holder);
        if !holds || holder == asker.organisation {
            return Err(Refusal::FieldMustBe { field: "holder", rule: "another organisation with the role holder" });
        }
    }
    if !certifier.roles.contains(&Role::Certifier) {
        return Err(Refusal::FieldMustBe { field: "certifier", rule: "an organisation with the role certifier" });
    }
    if parties.same_group(asker.organisation, application.certifier) {
        return Err(Refusal::IssuerMustNotBeApprover {});
    }
    if application.region.country() != application.country {
        return Err(Refusal::FieldMustBe { field: "region", rule: "a region of the country" });
    }
    let class =
        |l: &crate::instruction::LevelTerms| l.level == application.level && l.ecological == application.ecological;
    if !programme.levels.iter().any(class) || !programme.minerals.contains(&application.mineral) {
        return Err(Refusal::LevelMustBeOfProgramme { programme: application.programme, level: application.level });
    }
    Ok(Applied {
        certificate: ids.mint(),
        certifier: application.certifier,
        country: application.country,
        ecological: application.ecological,
        holder: application.holder.unwrap_or(asker.organisation),
        level: application.level,
        mineral: application.mineral,
        producer: asker.organisation,
        programme: application.programme,
        region: application.region.clone(),
        site: application.site.clone(),
    })
}

pub(crate) fn apply(certificates: &mut Certificates, event: &Applied, now: Timestamp) -> Result<(), Contradiction> {
    let class =
        Class { mineral: event.mineral, programme: event.programme, level: event.level, ecological: event.ecological };
    let certificate = Certificate {
        producer: event.producer,
        holder: event.holder,
        certifier: event.certifier,
        class,
        country: event.country,
        region: event.region.clone(),
        site: event.site.clone(),
        terms: None,
        carry: Mass::default(),
        years: Default::default(),
        states: vec![(now.date(), CertificateState::Applied)],
    };
    let before = certificates.certificates.insert(event.certificate, certificate);
    Contradiction::unless(before.is_none(), "a certificate is applied for once")
}
