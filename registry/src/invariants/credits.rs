//! Invariants of batches, blocks and holds.

use std::collections::{BTreeMap, BTreeSet};

use super::ensure;
use crate::credit::{BlockState, Escrow, Figures, Target};
use crate::instruction::{HoldReason, HoldScope, Role};
use crate::registry::Registry;
use crate::trade::OrderSide;
use crate::values::*;

/// Per batch: blocks are disjoint, on lots, cover `[0, issued)`, and their states sum to the figures.
pub fn blocks_cover_their_batch(registry: &Registry) -> Result<(), String> {
    for (id, batch) in registry.credits.batches() {
        let mut next = 0;
        let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
        for (from, block) in batch.blocks().iter() {
            ensure(from == next && block.to > from, || format!("{id}: a gap or overlap at {from} mg"))?;
            ensure(batch.class.mineral.on_lot(Mass::from_mg(from)), || format!("{id}: {from} mg is not on a lot"))?;
            *sums.entry(block.state.word()).or_default() += block.to - from;
            next = block.to;
        }
        ensure(next == batch.issued.mg(), || format!("{id}: blocks end at {next} mg of {}", batch.issued.mg()))?;
        let Figures { available, escrowed, frozen, retired, cancelled, expired } = batch.figures();
        let kept = [
            ("available", available),
            ("escrowed", escrowed),
            ("frozen", frozen),
            ("retired", retired),
            ("cancelled", cancelled),
            ("expired", expired),
        ];
        for (state, mass) in kept {
            ensure(sums.get(state).copied().unwrap_or(0) == mass.mg(), || {
                format!("{id}: {state} is kept as {mass} kg")
            })?;
        }
    }
    Ok(())
}

/// A block is frozen exactly when a hold of its batch covers it, and nothing that is covered is set aside. Every hold
/// of a batch is one of the register's.
pub fn frozen_blocks_are_those_under_a_hold(registry: &Registry) -> Result<(), String> {
    let credits = &registry.credits;
    for (id, batch) in credits.batches() {
        for hold in batch.holds.keys() {
            ensure(credits.holds().find(*hold).is_some(), || format!("{id} is held by {hold}, which has ended"))?;
        }
        for (from, block) in batch.blocks().iter().filter(|(_, block)| !block.state.is_final()) {
            let own = credits.owner(block.account) == Some(batch.producer);
            let covered = batch.holds.values().any(|hold| hold.scope == HoldScope::All || own);
            let fits = if covered { block.state == BlockState::Frozen } else { block.state != BlockState::Frozen };
            ensure(fits, || format!("{id}: {} at {from} mg, covered: {covered}", block.state.word()))?;
        }
    }
    Ok(())
}

/// A block's days stand still exactly while a hold covers it that its owner did not cause; and what can expire is
/// what is available in accounts that nobody holds.
pub fn holds_stop_days_and_expiry(registry: &Registry) -> Result<(), String> {
    let credits = &registry.credits;
    let mut due: BTreeSet<(Timestamp, BatchId, u64)> = BTreeSet::new();
    for (id, batch) in credits.batches() {
        for (from, block) in batch.blocks().iter() {
            let targets =
                [Some(Target::Account(block.account)), credits.owner(block.account).map(Target::Organisation)];
            let of_owner: Vec<HoldReason> = credits
                .holds()
                .iter()
                .filter(|(_, hold)| targets.contains(&Some(hold.target)))
                .map(|(_, h)| h.reason)
                .collect();
            let own = credits.owner(block.account) == Some(batch.producer);
            let of_batch = batch.holds.values().filter(|hold| hold.scope == HoldScope::All || own).map(|h| h.reason);
            let overdue = credits
                .owner(block.account)
                .is_some_and(|owner| registry.claims.overdue(owner, batch.class.mineral).is_some());
            let stops = overdue || of_batch.chain(of_owner.iter().copied()).any(|reason| !reason.is_owners_doing());
            let stands = block.stopped_since.is_some();
            ensure(stands == (stops && !block.state.is_final()), || format!("{id}: days at {from} mg: {stands}"))?;
            if block.state == BlockState::Available && of_owner.is_empty() && !overdue {
                due.insert((block.expires_on.end(), id, from));
            }
        }
    }
    ensure(credits.expiring().eq(due), || "the list of what expires is another".to_owned())
}

/// What is held for a principal is held by an agent, and by nobody for itself.
pub fn agents_hold_for_their_principals(registry: &Registry) -> Result<(), String> {
    for (id, batch) in registry.credits.batches() {
        for (from, block) in batch.blocks().iter() {
            let Some(principal) = block.principal else { continue };
            let owner = registry.credits.owner(block.account);
            let agent = owner.is_some_and(|owner| registry.parties.has_role(owner, Role::Agent));
            ensure(agent && owner != Some(principal), || format!("{id}: {from} mg are held for {principal}"))?;
        }
    }
    Ok(())
}

/// Escrowed credits = Σ open sell orders + deals whose seller has signed + pending transfers.
pub fn escrowed_credits(registry: &Registry) -> Result<(), String> {
    let mut escrows: BTreeMap<Escrow, u64> = BTreeMap::new();
    for (_, batch) in registry.credits.batches() {
        for (from, block) in batch.blocks().iter() {
            if let BlockState::Escrowed(escrow) = block.state {
                *escrows.entry(escrow).or_default() += block.to - from;
            }
        }
    }
    for (id, order) in registry.markets.orders() {
        if let OrderSide::Sell { .. } = order.side {
            let held = escrows.remove(&Escrow::Order(id));
            ensure(held == Some(order.mass.mg()), || {
                format!("{id} offers {} kg, escrow holds {held:?} mg", order.mass)
            })?;
        }
    }
    for (id, deal) in registry.markets.deals.iter() {
        let signed = deal.state.is_under_way() && deal.seller().key.is_some();
        let held = escrows.remove(&Escrow::Deal(id));
        ensure(held == signed.then_some(deal.mass.mg()), || {
            format!("{id} sells {} kg, escrow holds {held:?} mg", deal.mass)
        })?;
    }
    for (id, transfer) in registry.credits.pending_transfers() {
        let mut ranges = registry.credits.escrowed_for(Escrow::Transfer(id));
        let at = |range: crate::credit::Range| registry.credits.batch(range.batch)?.blocks().get(range.from);
        let sent = ranges.all(|range| at(range).is_some_and(|block| block.account == transfer.from));
        ensure(escrows.remove(&Escrow::Transfer(id)).is_some() && sent, || {
            format!("{id} moves nothing of the sender's")
        })?;
    }
    let stray = escrows.keys().next();
    ensure(stray.is_none(), || format!("blocks are set aside for {stray:?}, which is not open"))
}

/// What a trade sold is what it delivered, of its batch and nobody else's; what was never sold is with its producer.
pub fn sold_credits_are_those_of_trades(registry: &Registry) -> Result<(), String> {
    let mut sold: BTreeMap<TradeId, u64> = BTreeMap::new();
    let (mut last, mut of_batch) = (None, BTreeMap::<BatchId, u64>::new());
    for (range, trade) in registry.credits.sales() {
        ensure(last.is_none_or(|(batch, to)| batch != range.batch || to <= range.from), || {
            format!("{trade} sold again")
        })?;
        last = Some((range.batch, range.to));
        *sold.entry(trade).or_default() += range.mass().mg();
        *of_batch.entry(range.batch).or_default() += range.mass().mg();
    }
    for (id, trade) in registry.cash.premiums().all() {
        ensure(sold.remove(&id) == Some(trade.mass.mg()), || format!("{id} did not deliver its {} kg", trade.mass))?;
    }
    ensure(sold.is_empty(), || format!("sold by no trade: {sold:?}"))?;
    for (id, batch) in registry.credits.batches() {
        let away = |(from, block): (u64, crate::credit::Block)| {
            (registry.credits.owner(block.account) != Some(batch.producer)).then_some(block.to - from)
        };
        let elsewhere: u64 = batch.blocks().iter().filter_map(away).sum();
        ensure(elsewhere == of_batch.remove(&id).unwrap_or(0), || {
            format!("{id}: {elsewhere} mg are not its producer's")
        })?;
    }
    Ok(())
}
