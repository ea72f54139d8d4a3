//! Application: a producer asks a certifier for a certificate of one site, mineral and level.

use super::{Certificate, CertificateState, Certificates, Class, Mandate, Standing};
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
    parties.existing_as(Role::Certifier, application.certifier)?;
    application.holder.map(|holder| parties.existing_as(Role::Holder, holder)).transpose()?;
    let programme = certificates.in_force(application.programme, now.date())?;
    let continued = application
        .continues
        .map(|older| certificates.visible_to(older, |c| c.producer == asker.organisation))
        .transpose()?;
    let judges_itself = |party| parties.same_group(party, application.certifier);
    if judges_itself(asker.organisation) || application.holder.is_some_and(judges_itself) {
        return Err(Refusal::IssuerMustNotBeApprover {});
    }
    if application.holder == Some(asker.organisation) {
        return Err(Refusal::FieldMustBe { field: "holder", rule: "another organisation" });
    }
    check_form(application, continued)?;
    let class =
        |l: &crate::instruction::LevelTerms| l.level == application.level && l.ecological == application.ecological;
    if !programme.levels.iter().any(class) || !programme.minerals.contains(&application.mineral) {
        return Err(Refusal::LevelMustBeOfProgramme { programme: application.programme, level: application.level });
    }
    certificates.level_must_follow(asker.organisation, &application.site, application.mineral, application.level)?;
    Ok(Applied {
        certificate: ids.mint(),
        certifier: application.certifier,
        continues: application.continues,
        country: application.country,
        ecological: application.ecological,
        holder: application.holder.unwrap_or(asker.organisation),
        level: application.level,
        mandate: application.mandate.clone(),
        mineral: application.mineral,
        producer: asker.organisation,
        programme: application.programme,
        region: application.region.clone(),
        site: application.site.clone(),
    })
}

/// What the application says of itself fits together.
fn check_form(application: &ApplyCertificate, continued: Option<&Certificate>) -> Result<(), Refusal> {
    let mut powers = application.mandate.clone();
    powers.sort_unstable();
    powers.dedup();
    if powers.len() != application.mandate.len() || (application.holder.is_none() && !powers.is_empty()) {
        return Err(Refusal::FieldMustBe { field: "mandate", rule: "given with a holder, each power once" });
    }
    let same = |older: &Certificate| {
        older.terms.is_some() && older.class.mineral == application.mineral && older.site == application.site
    };
    if !continued.is_none_or(same) {
        return Err(Refusal::FieldMustBe {
            field: "continues",
            rule: "an older certificate of the same mineral and site, once granted",
        });
    }
    if application.region.country() != application.country {
        return Err(Refusal::FieldMustBe { field: "region", rule: "a region of the country" });
    }
    Ok(())
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
        continues: event.continues,
        mandate: if event.holder == event.producer { Mandate::None } else { Mandate::Awaiting(event.mandate.clone()) },
        terms: None,
        maxima: Default::default(),
        group: None,
        carry: Mass::default(),
        years: Default::default(),
        held_since: None,
        standings: vec![Standing::plain(CertificateState::Applied, now.date(), Some(event.producer))],
    };
    let before = certificates.certificates.insert(event.certificate, certificate);
    Contradiction::unless(before.is_none(), "a certificate is applied for once")
}
