//! Invariants of certificates, declarations and issuance.

use std::collections::{BTreeMap, BTreeSet};

use super::ensure;
use crate::certificate::DeclarationState;
use crate::registry::Registry;
use crate::values::*;

/// Every batch was approved by a certifier of another group than its producer's and holder's.
pub fn issuers_are_not_approvers(registry: &Registry) -> Result<(), String> {
    for (id, batch) in registry.credits.batches() {
        let certificate =
            registry.certificates.certificate(batch.certificate).ok_or_else(|| format!("{id} has no certificate"))?;
        let same = |party| registry.parties.same_group(party, certificate.certifier);
        ensure(!same(certificate.producer) && !same(certificate.holder), || {
            format!("{id} was approved by its own group")
        })?;
    }
    Ok(())
}

/// Per certificate and year: issued + pending + physical ≤ maximum, or it is oversold; issued is what its batches
/// hold, less what was cancelled for physical sales; pending is what undecided declarations count.
pub fn issuance_stays_within_the_maximum(registry: &Registry) -> Result<(), String> {
    let mut issued: BTreeMap<(CertificateId, u16), Mass> = BTreeMap::new();
    for (id, batch) in registry.credits.batches() {
        let certificate =
            registry.certificates.certificate(batch.certificate).ok_or_else(|| format!("{id} has no certificate"))?;
        let year = certificate.year_of(batch.period_from).ok_or_else(|| format!("{id} lies in no certificate year"))?;
        let sum = issued.entry((batch.certificate, year)).or_default();
        *sum = sum.plus(batch.issued);
    }
    let mut pending: BTreeMap<(CertificateId, u16), Mass> = BTreeMap::new();
    for (_, declaration) in registry.certificates.declarations() {
        if declaration.state == DeclarationState::Declared {
            let sum = pending.entry((declaration.certificate, declaration.year)).or_default();
            *sum = sum.plus(declaration.counted);
        }
    }
    for (id, certificate) in registry.certificates.certificates() {
        for (year, used) in &certificate.years {
            let maximum = certificate.maximum_of(*year);
            ensure(used.total() <= maximum.plus(used.over), || {
                format!("{id}, year {year}: {} kg of {maximum} kg", used.total())
            })?;
            let held = issued.get(&(id, *year)).copied().unwrap_or_default();
            ensure(held == used.issued.plus(used.cancelled), || {
                format!("{id}, year {year}: {} kg issued, {held} kg in batches", used.issued)
            })?;
            let counted = pending.get(&(id, *year)).copied().unwrap_or_default();
            ensure(counted == used.pending, || {
                format!("{id}, year {year}: {} kg pending, {counted} kg in declarations", used.pending)
            })?;
        }
    }
    Ok(())
}

/// No two live or approved declarations of one producer or holder, site and mineral touch each other.
pub fn declared_periods_do_not_overlap(registry: &Registry) -> Result<(), String> {
    let mut periods = Vec::new();
    for (id, declaration) in registry.certificates.declarations() {
        if !matches!(declaration.state, DeclarationState::Declared | DeclarationState::Approved) {
            continue;
        }
        let certificate = registry.certificates.certificate(declaration.certificate);
        let certificate = certificate.ok_or_else(|| format!("{id} has no certificate"))?;
        for party in BTreeSet::from([certificate.producer, certificate.holder]) {
            let place = (party, certificate.site.clone(), certificate.class.mineral);
            periods.push((place, declaration.period_from, declaration.period_to, id));
        }
    }
    periods.sort_unstable();
    for pair in periods.windows(2) {
        let [(place, _, last, id), (next_place, next, _, next_id)] = pair else { continue };
        ensure(place != next_place || last < next, || format!("{id} and {next_id} overlap"))?;
    }
    Ok(())
}
