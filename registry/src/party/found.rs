//! Founding: entry 0 names the log, its keys, the operator and its first two persons.

use super::adopt_issuer::did_web;
use super::{KeyState, Parties};
use crate::Contradiction;
use crate::event::{Founded, OrganisationRegistered};
use crate::instruction::{Found, KeyPurpose, OrganisationState, Role};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    ids: &mut IdMint,
    signer: PublicKey,
    organisation: OrganisationId,
    found: &Found,
) -> Result<Founded, Refusal> {
    let must = |holds: bool, field: &'static str, rule: &'static str| {
        if holds { Ok(()) } else { Err(Refusal::FieldMustBe { field, rule }) }
    };
    let operator: OrganisationId = ids.mint();
    must(organisation == operator, "organisation", "the id that follows from the founding time")?;
    must(found.rules == "1", "rules", "1")?;
    must(is_origin(&found.origin), "origin", "a host name, a slash and a path, in lower case")?;
    must(
        found.log_key.strip_prefix(found.origin.as_str()).is_some_and(|rest| rest.starts_with('+')),
        "log_key",
        "a verifier key named after the origin",
    )?;
    must(!found.log_key.ends_with(&raw_key_base64(&found.issuer.key)), "issuer.key", "another key than the log's")?;
    must(
        found.issuer.did == found.issuer.key.to_string() || found.issuer.did == did_web(&found.origin),
        "issuer.did",
        "did:web of the origin's host or the did:key of the issuer's key",
    )?;
    must(
        found.persons.len() == 2 && found.persons[0].person != found.persons[1].person,
        "persons",
        "two persons, each with a key",
    )?;
    must(
        found.persons[0].key == signer && found.persons[1].key != signer,
        "persons",
        "the signer first, and two different keys",
    )?;
    for person in &found.persons {
        person.key.check_strength().map_err(|_| Refusal::KeyIsTooWeak {})?;
        must(person.purpose == KeyPurpose::Signing, "persons", "signing keys")?;
    }
    Ok(Founded {
        issuer: found.issuer.clone(),
        log_key: found.log_key.clone(),
        name: found.operator.name.clone(),
        operator,
        country: found.operator.country,
        origin: found.origin.clone(),
        persons: found.persons.clone(),
        rules: found.rules.clone(),
    })
}

fn is_origin(origin: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-/:".contains(&b);
    (3..=100).contains(&origin.len())
        && origin.bytes().all(plain)
        && origin.split_once('/').is_some_and(|(host, path)| !host.is_empty() && !path.is_empty())
}

fn raw_key_base64(key: &PublicKey) -> String {
    use base64::Engine;
    let mut typed = vec![1];
    typed.extend_from_slice(key.as_bytes());
    base64::engine::general_purpose::STANDARD.encode(typed)
}

pub(crate) fn apply(parties: &mut Parties, event: &Founded) -> Result<(), Contradiction> {
    let operator = OrganisationRegistered {
        account: None,
        code: None,
        country: event.country,
        group: event.operator,
        keys: event.persons.clone(),
        name: event.name.clone(),
        organisation: event.operator,
        registration_number: None,
        roles: vec![Role::Operator],
        structure: None,
        women_led: None,
    };
    parties.insert(&operator, OrganisationState::Active)?;
    parties.rules = event.rules.parse().map_err(|_| Contradiction::new("a founding names its rules by a number"))?;
    // The founding signature is the first key's proof of possession.
    let first = event
        .persons
        .first()
        .and_then(|p| parties.keys.get_mut(&p.key))
        .ok_or(Contradiction::new("a founding names its persons"))?;
    first.state = KeyState::Active;
    Ok(())
}
