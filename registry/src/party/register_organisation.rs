//! Registration: the operator admits an organisation with its first keys. Each key works after its own
//! `confirm_key`; the first confirmation makes the organisation active.

use std::collections::BTreeSet;

use super::{Asker, Parties};
use crate::Contradiction;
use crate::event::OrganisationRegistered;
use crate::instruction::{KeyPurpose, OrganisationState, RegisterOrganisation, Role};
use crate::refusal::Refusal;
use crate::values::*;

/// Who judges does not trade.
const JUDGES: [Role; 3] = [Role::Operator, Role::Certifier, Role::Auditor];
const TRADERS: [Role; 4] = [Role::Producer, Role::Holder, Role::Buyer, Role::Agent];
const KEYS_MAX: usize = 16;

pub(crate) fn decide(
    parties: &Parties,
    ids: &mut IdMint,
    asker: &Asker,
    register: &RegisterOrganisation,
) -> Result<OrganisationRegistered, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let group = register.group.map(|id| parties.existing(id).map(|o| o.group)).transpose()?;
    if parties.names_taken.contains(&register.name.as_str().to_lowercase()) {
        return Err(Refusal::NameMustBeNew { name: register.name.clone() });
    }
    if let Some(code) = register.code.as_ref().filter(|code| parties.codes.contains(code)) {
        return Err(Refusal::CodeMustBeNew { code: code.clone() });
    }
    check_roles(&register.roles)?;
    check_producer(register)?;
    check_keys(parties, register)?;
    let organisation = ids.mint();
    let holds_credits = register.roles.iter().any(|role| TRADERS.contains(role));
    Ok(OrganisationRegistered {
        account: holds_credits.then(|| ids.mint()),
        code: register.code.clone(),
        country: register.country,
        group: group.unwrap_or(organisation),
        keys: register.keys.clone(),
        name: register.name.clone(),
        organisation,
        registration_number: register.registration_number.clone(),
        roles: register.roles.clone(),
        structure: register.structure,
        women_led: register.women_led,
    })
}

fn check_roles(roles: &[Role]) -> Result<(), Refusal> {
    let distinct = roles.iter().collect::<BTreeSet<_>>().len() == roles.len();
    if roles.is_empty() || !distinct || roles.contains(&Role::Operator) {
        return Err(Refusal::FieldMustBe { field: "roles", rule: "at least one role, each once, and never operator" });
    }
    for judge in JUDGES.into_iter().filter(|judge| roles.contains(judge)) {
        let excluded = |role: &&Role| **role != judge && (JUDGES.contains(role) || TRADERS.contains(role));
        if let Some(other) = roles.iter().find(excluded) {
            return Err(Refusal::RolesExcludeEachOther { first: judge, second: *other });
        }
    }
    Ok(())
}

fn check_producer(register: &RegisterOrganisation) -> Result<(), Refusal> {
    let produces = register.roles.contains(&Role::Producer);
    if produces && (register.code.is_none() || register.structure.is_none() || register.women_led.is_none()) {
        return Err(Refusal::FieldMustBe { field: "code", rule: "given for a producer, with structure and women_led" });
    }
    if !produces && (register.structure.is_some() || register.women_led.is_some()) {
        return Err(Refusal::FieldMustBe { field: "structure", rule: "given for producers only, as women_led" });
    }
    Ok(())
}

fn check_keys(parties: &Parties, register: &RegisterOrganisation) -> Result<(), Refusal> {
    let only_payee = register.roles == [Role::Payee];
    let recovery = register.keys.iter().any(|k| k.purpose == KeyPurpose::Recovery);
    let enough = register.keys.len() >= 2 && recovery || register.keys.is_empty() && only_payee;
    if !enough || register.keys.len() > KEYS_MAX {
        return Err(Refusal::FieldMustBe {
            field: "keys",
            rule: "two to sixteen keys, one of them a recovery key; none for a payee that signs nothing",
        });
    }
    let mut seen = BTreeSet::new();
    for k in &register.keys {
        if parties.keys.contains_key(&k.key) || !seen.insert(k.key) {
            return Err(Refusal::KeyMustBeNew {});
        }
        k.key.check_strength().map_err(|_| Refusal::KeyIsTooWeak {})?;
    }
    Ok(())
}

pub(crate) fn apply(parties: &mut Parties, event: &OrganisationRegistered) -> Result<(), Contradiction> {
    let state = if event.keys.is_empty() { OrganisationState::Active } else { OrganisationState::Applied };
    parties.insert(event, state)
}
