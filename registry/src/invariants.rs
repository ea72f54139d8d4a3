//! The invariants: each recomputes from scratch what the state keeps as it goes. None may ever fail.

use std::collections::{BTreeMap, BTreeSet};

use crate::certificate::DeclarationState;
use crate::claim::audit::Claimant;
use crate::credit::{BlockState, Escrow, Figures, Target};
use crate::event::ClaimFacts;
use crate::instruction::{HoldReason, HoldScope, OrganisationState, Role};
use crate::money::CashAccount;
use crate::registry::Registry;
use crate::trade::OrderSide;
use crate::values::*;

/// An invariant that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{invariant}: {detail}")]
pub struct Broken {
    /// Name of the invariant.
    pub invariant: &'static str,
    /// Where.
    pub detail: String,
}

type Check = fn(&Registry) -> Result<(), String>;

/// All invariants with their names.
pub const ALL: &[(&str, Check)] = &[
    ("blocks_cover_their_batch", blocks_cover_their_batch),
    ("issuers_are_not_approvers", issuers_are_not_approvers),
    ("issuance_stays_within_the_maximum", issuance_stays_within_the_maximum),
    ("frozen_blocks_are_those_under_a_hold", frozen_blocks_are_those_under_a_hold),
    ("holds_stop_days_and_expiry", holds_stop_days_and_expiry),
    ("agents_hold_for_their_principals", agents_hold_for_their_principals),
    ("declared_periods_do_not_overlap", declared_periods_do_not_overlap),
    ("escrowed_credits_are_those_of_open_offers_and_transfers", escrowed_credits),
    ("escrowed_money_is_the_reserve_of_open_bids", escrowed_money),
    ("money_sums_to_nothing", money_sums_to_nothing),
    ("no_book_is_crossed", no_book_is_crossed),
    ("nothing_rests_past_its_date", nothing_rests_past_its_date),
    ("who_is_not_active_has_nothing_open", who_is_not_active_has_nothing_open),
    ("retired_credits_are_those_of_retirements", retired_credits),
    ("claims_stay_within_their_footprint", claims_stay_within_their_footprint),
    ("footprints_do_not_overlap", footprints_do_not_overlap),
    ("audit_tallies_add_up", audit_tallies_add_up),
];

/// Checks all of them.
pub fn check(registry: &Registry) -> Result<(), Broken> {
    ALL.iter().try_for_each(|(invariant, check)| check(registry).map_err(|detail| Broken { invariant, detail }))
}

fn ensure(holds: bool, detail: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(detail()) }
}

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

/// Escrowed credits = Σ open sell orders + pending transfers.
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

/// Escrowed money = Σ reserve of open buy orders.
pub fn escrowed_money(registry: &Registry) -> Result<(), String> {
    let mut escrows: BTreeMap<OrderId, Money> = BTreeMap::new();
    for (account, money) in registry.cash.balances() {
        if let CashAccount::Escrow(order) = account {
            escrows.insert(order, money);
        }
    }
    for (id, order) in registry.markets.orders() {
        let held = escrows.remove(&id).unwrap_or(order.price.currency.minor(0));
        ensure(held == order.reserve(), || format!("{id} needs {}, escrow holds {held}", order.reserve()))?;
    }
    ensure(escrows.is_empty(), || format!("money is set aside for orders that are not open: {escrows:?}"))
}

/// Per currency Σ = 0; nothing is negative but the bank.
pub fn money_sums_to_nothing(registry: &Registry) -> Result<(), String> {
    let mut sums: BTreeMap<Currency, i128> = BTreeMap::new();
    for (account, money) in registry.cash.balances() {
        ensure(money.minor >= 0 || account == CashAccount::Bank, || format!("{account} holds {money}"))?;
        *sums.entry(money.currency).or_default() += i128::from(money.minor);
    }
    let off = sums.iter().find(|(_, sum)| **sum != 0);
    ensure(off.is_none(), || format!("the accounts do not sum to nothing: {off:?}"))
}

/// No two resting orders cross, and the book holds exactly the open orders.
pub fn no_book_is_crossed(registry: &Registry) -> Result<(), String> {
    for (id, market) in registry.markets.markets() {
        ensure(market.book().crossing().is_none(), || format!("{id} is crossed"))?;
        let open = registry.markets.orders().filter(|(_, o)| o.market == id).count();
        ensure(open == market.book().len(), || {
            format!("{id}: {open} open orders, {} in the book", market.book().len())
        })?;
    }
    Ok(())
}

/// Nothing that ends by itself is open past its end.
pub fn nothing_rests_past_its_date(registry: &Registry) -> Result<(), String> {
    let (Some(now), due) = (registry.time(), crate::step::first_deadline(registry)) else { return Ok(()) };
    ensure(due.is_none_or(|due| due > now), || format!("something was due at {due:?}, it is {now}"))
}

/// An organisation that is not active has no order and no proposal, and a closed one nothing at all.
pub fn who_is_not_active_has_nothing_open(registry: &Registry) -> Result<(), String> {
    let proposers: BTreeSet<OrganisationId> =
        registry.parties.open_proposals().map(|(_, proposal)| proposal.organisation).collect();
    let idle = registry.parties.organisations().filter(|(_, o)| o.state != OrganisationState::Active);
    for (id, organisation) in idle {
        let state = organisation.state;
        ensure(registry.markets.orders_of(id).next().is_none(), || format!("{id} is {state} and has open orders"))?;
        ensure(!proposers.contains(&id), || format!("{id} is {state} and has open proposals"))?;
        let closed = state == OrganisationState::Closed;
        let held = registry.credits.accounts_of(id).flat_map(|(account, _)| registry.credits.holdings(account)).next();
        ensure(!closed || held.is_none(), || format!("{id} is closed and holds credits"))?;
        ensure(!closed || registry.cash.cash_of(id).next().is_none(), || format!("{id} is closed and has money"))?;
    }
    Ok(())
}

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
