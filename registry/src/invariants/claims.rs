//! Invariants of retirements and footprints.

use std::collections::BTreeMap;

use super::ensure;
use crate::claim::audit::Claimant;
use crate::credit::BlockState;
use crate::event::ClaimFacts;
use crate::registry::Registry;
use crate::values::*;

/// Every retired milligram is of exactly one retirement, and every retirement holds all it names.
pub fn retired_credits(registry: &Registry) -> Result<(), String> {
    let mut held: BTreeMap<RetirementId, u64> = BTreeMap::new();
    for (_, batch) in registry.credits.batches() {
        for (from, block) in batch.blocks().iter() {
            if let BlockState::Retired(retirement) = block.state {
                *held.entry(retirement).or_default() += block.to - from;
            }
        }
    }
    for (id, retirement) in registry.claims.retirements() {
        let mass = held.remove(&id).unwrap_or(0);
        ensure(mass == retirement.record.mass.mg(), || {
            format!("{id} claims {} kg, its blocks hold {mass} mg", retirement.record.mass)
        })?;
        let named: u64 = retirement.record.blocks.iter().map(|b| b.to - b.from).sum();
        ensure(named == mass, || format!("{id} names {named} mg"))?;
    }
    ensure(held.is_empty(), || format!("blocks are retired without a retirement: {held:?}"))
}

/// Σ retired citing a footprint is what it keeps, at most the footprint rounded up to a lot.
pub fn claims_stay_within_their_footprint(registry: &Registry) -> Result<(), String> {
    let mut claimed: BTreeMap<FootprintId, Mass> = BTreeMap::new();
    for (_, retirement) in registry.claims.retirements() {
        if let ClaimFacts::Match(facts) = &retirement.record.claim {
            let sum = claimed.entry(facts.footprint).or_default();
            *sum = sum.plus(retirement.record.mass);
        }
    }
    for (id, footprint) in registry.claims.footprints() {
        let sum = claimed.get(&id).copied().unwrap_or_default();
        let limit = footprint.record.mineral.round_up_to_lot(footprint.record.mass);
        ensure(sum == footprint.claimed && sum <= limit, || {
            format!("{id}: {sum} kg claimed, {} kg kept, {limit} kg allowed", footprint.claimed)
        })?;
    }
    Ok(())
}

/// No two footprints of one beneficiary, mineral and scope touch, and each holds the periods of all that cites it.
pub fn footprints_do_not_overlap(registry: &Registry) -> Result<(), String> {
    let mut periods: BTreeMap<_, Vec<(Date, Date)>> = BTreeMap::new();
    for (_, footprint) in registry.claims.footprints() {
        let record = &footprint.record;
        let key = (record.beneficiary, record.mineral, record.scope.clone());
        periods.entry(key).or_default().push((record.period_from, record.period_to));
    }
    for ((beneficiary, ..), mut periods) in periods {
        periods.sort_unstable();
        let touching = periods.windows(2).find(|pair| pair[1].0 <= pair[0].1);
        ensure(touching.is_none(), || format!("footprints of {beneficiary} overlap: {touching:?}"))?;
    }
    for (id, retirement) in registry.claims.retirements() {
        let ClaimFacts::Match(facts) = &retirement.record.claim else { continue };
        let cited = registry.claims.footprint(facts.footprint).map(|f| &f.record);
        let (from, to) = (retirement.record.period_from, retirement.record.period_to);
        let inside = cited.is_some_and(|cited| cited.period_from <= from && to <= cited.period_to);
        ensure(inside, || format!("{id} claims for days that its footprint does not count"))?;
    }
    Ok(())
}

/// What is kept of the audit window is the sum of its parts, each a retirement of that beneficiary and mineral.
pub fn audit_tallies_add_up(registry: &Registry) -> Result<(), String> {
    let mut retired: BTreeMap<_, Mass> = BTreeMap::new();
    for (_, retirement) in registry.claims.retirements() {
        let mineral = retirement.record.blocks.first().map(|block| block.batch.mineral);
        let sum = retired.entry((Claimant::of(&retirement.record), mineral)).or_default();
        *sum = sum.plus(retirement.record.mass);
    }
    for ((claimant, mineral), tally) in registry.claims.audits.tallies() {
        ensure(tally.adds_up(), || format!("the tally of {claimant:?} for {mineral} does not add up"))?;
        let all = retired.get(&(claimant.clone(), Some(*mineral))).copied().unwrap_or_default();
        ensure(tally.sum() <= all, || format!("{} kg of {mineral} counted, {all} kg retired", tally.sum()))?;
    }
    Ok(())
}
