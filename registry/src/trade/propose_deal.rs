//! A deal is proposed. What the proposer gives is set aside at once: credits of the batch, or the price and the fee.

use super::deal::{Deal, DealParty, DealState};
use super::open_market::check_terms;
use super::{Market, Markets};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::{Batch, Credits, Escrow};
use crate::event::DealProposed;
use crate::instruction::{DealSide, ProposeDeal, Role};
use crate::money::{Cash, CashAccount, Ground};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    cash: &Cash,
    markets: &Markets,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    propose: &ProposeDeal,
) -> Result<DealProposed, Refusal> {
    require_side(parties, asker, propose.side)?;
    let market = markets.existing(propose.market)?;
    let batch = dealt_batch(credits, asker.organisation, propose)?;
    let counterparty = existing_counterparty(parties, propose, batch)?;
    credits.existing_account(propose.account, asker.organisation)?;
    parties.existing(counterparty)?.require_active(counterparty)?;
    let (seller, buyer) = match propose.side {
        DealSide::Sell => (asker.organisation, counterparty),
        DealSide::Buy => (counterparty, asker.organisation),
    };
    check_deal(parties, certificates, credits, cash, market, batch, [seller, buyer])?;
    check_terms(market, propose.mass, propose.price)?;
    let latest = now.plus_days(i64::from(parties.parameters().money().deal_days_max.0));
    let lapses_at = Timestamp::from(propose.until);
    let fee = certificates.in_force(market.class.programme, now.date())?.parameters.fee_bps;
    let usable_until = match propose.side {
        DealSide::Sell => must_hold_credits(credits, propose.account, propose.batch, propose.mass)?.end(),
        DealSide::Buy => batch.unsold_until.end(),
    };
    let latest = latest.min(usable_until);
    if lapses_at <= now || lapses_at > latest {
        return Err(Refusal::OrderMustEndInTime { latest });
    }
    if propose.side == DealSide::Buy {
        must_hold_money(cash, asker.organisation, propose.price, propose.mass, fee)?;
    }
    Ok(DealProposed {
        account: propose.account,
        batch: propose.batch,
        counterparty,
        deal: ids.mint(),
        fee,
        key: asker.key,
        lapses_at,
        market: propose.market,
        mass: propose.mass,
        price: propose.price,
        proposer: asker.organisation,
        side: propose.side,
    })
}

/// Producers sell; buyers and agents buy.
pub(super) fn require_side(parties: &Parties, asker: &Asker, side: DealSide) -> Result<(), Refusal> {
    match side {
        DealSide::Sell => parties.require_role(asker, Role::Producer),
        DealSide::Buy => parties
            .require_role(asker, Role::Buyer)
            .or_else(|refusal| parties.require_role(asker, Role::Agent).map_err(|_| refusal)),
    }
}

fn dealt_batch<'a>(credits: &'a Credits, asker: OrganisationId, propose: &ProposeDeal) -> Result<&'a Batch, Refusal> {
    let sold_by = |batch: &&Batch| match propose.side {
        DealSide::Sell => batch.producer == asker,
        DealSide::Buy => true,
    };
    let batch = credits.batch(propose.batch).filter(sold_by);
    batch.ok_or(Refusal::MustExist { kind: "batch", id: propose.batch.to_string() })
}

/// Whoever sells the batch, or somebody who buys.
fn existing_counterparty(parties: &Parties, propose: &ProposeDeal, batch: &Batch) -> Result<OrganisationId, Refusal> {
    let id = propose.counterparty;
    let fits = match propose.side {
        DealSide::Sell => parties.has_role(id, Role::Buyer) || parties.has_role(id, Role::Agent),
        DealSide::Buy => batch.producer == id,
    };
    if fits { Ok(id) } else { Err(Refusal::MustExist { kind: "counterparty", id: id.to_string() }) }
}

/// What the market's rules say of seller, buyer and batch; decided again at the acceptance.
pub(super) fn check_deal(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    cash: &Cash,
    market: &Market,
    batch: &Batch,
    [seller, buyer]: [OrganisationId; 2],
) -> Result<(), Refusal> {
    credits.holds().check_organisation(seller)?;
    credits.holds().check_organisation(buyer)?;
    market.must_be_open()?;
    let programme = batch.class.programme;
    if cash.plan_in_force(seller, programme).is_none() {
        return Err(Refusal::PremiumPlanMustBeInForce { programme });
    }
    let holder = certificates.certificate(batch.certificate).map(|certificate| certificate.holder);
    let one = parties.same_group(seller, buyer)
        || certificates.are_linked(seller, buyer)
        || holder.is_some_and(|holder| parties.same_group(holder, buyer));
    if one {
        return Err(Refusal::DealMustLeaveGroup {});
    }
    if batch.class == market.class { Ok(()) } else { Err(Refusal::BatchMustBeOfMarket {}) }
}

/// The credits are there; answers the last day on which all of them can be used.
pub(super) fn must_hold_credits(
    credits: &Credits,
    account: AccountId,
    batch: BatchId,
    mass: Mass,
) -> Result<Date, Refusal> {
    let offered = credits.lowest_available(account, batch, mass);
    let available = offered.iter().fold(Mass::default(), |sum, range| sum.plus(range.mass()));
    let until = credits.usable_until(&offered).filter(|_| available == mass);
    until.ok_or(Refusal::AvailableCreditsMustCoverMass { available, asked: mass })
}

/// The money is there.
pub(super) fn must_hold_money(
    cash: &Cash,
    buyer: OrganisationId,
    price: Money,
    mass: Mass,
    fee: Bps,
) -> Result<(), Refusal> {
    let gross = price.times(mass).ok_or(Refusal::AmountIsTooLarge {})?;
    let needed = price.currency.minor(super::Charges::new(fee).reserve(gross.minor));
    let available = cash.balance(CashAccount::Cash(buyer), price.currency);
    if available < needed { Err(Refusal::CashMustCoverEscrow { available, needed }) } else { Ok(()) }
}

pub(crate) fn apply(
    credits: &mut Credits,
    cash: &mut Cash,
    markets: &mut Markets,
    event: &DealProposed,
) -> Result<(), Contradiction> {
    let proposer = DealParty { organisation: event.proposer, account: Some(event.account), key: Some(event.key) };
    let deal = Deal {
        market: event.market,
        batch: event.batch,
        mass: event.mass,
        price: event.price,
        side: event.side,
        proposer,
        counterparty: DealParty { organisation: event.counterparty, account: None, key: None },
        fee: event.fee,
        state: DealState::Open,
        deadline: event.lapses_at,
    };
    set_aside(credits, cash, event.deal, &deal, event.side, event.account)?;
    markets.deals.open(event.deal, deal)
}

/// Sets aside what one side of a deal gives.
pub(super) fn set_aside(
    credits: &mut Credits,
    cash: &mut Cash,
    id: DealId,
    deal: &Deal,
    side: DealSide,
    account: AccountId,
) -> Result<(), Contradiction> {
    match side {
        DealSide::Sell => {
            let ranges = credits.lowest_available(account, deal.batch, deal.mass);
            credits.escrow(&ranges, account, Escrow::Deal(id))
        }
        DealSide::Buy => {
            let buyer = CashAccount::Cash(deal.buyer().organisation);
            cash.transfer(buyer, CashAccount::DealEscrow(id), deal.reserve(), Ground::NONE)
        }
    }
}
