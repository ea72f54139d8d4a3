//! A deal is accepted: all rules of its market are decided now, and what the other side gives is set aside too. It
//! settles at once where the seller trusts the buyer's account, else after the waiting time of a transfer.

use super::deal::{Deal, DealState, End};
use super::open_market::check_terms;
use super::propose_deal::{check_deal, must_hold_credits, must_hold_money, set_aside};
use super::{Charges, Markets};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::{Credits, Escrow};
use crate::event::{DealAccepted, DealSettled};
use crate::instruction::{AcceptDeal, DealSide};
use crate::money::{Cash, CashAccount, Payment};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    cash: &Cash,
    markets: &Markets,
    asker: &Asker,
    now: Timestamp,
    accept: &AcceptDeal,
) -> Result<DealAccepted, Refusal> {
    let deal = markets.deals.of_asker(accept.deal, asker.organisation)?;
    if deal.counterparty.organisation != asker.organisation {
        return Err(Refusal::ActMustBeSignedByThe { party: "counterparty" });
    }
    credits.existing_account(accept.account, asker.organisation)?;
    let market = markets.existing(deal.market)?;
    let batch = credits.batch(deal.batch);
    let batch = batch.ok_or(Refusal::MustExist { kind: "batch", id: deal.batch.to_string() })?;
    deal.must_be(&[DealState::Open])?;
    let parties_of = [deal.seller().organisation, deal.buyer().organisation];
    check_deal(parties, certificates, credits, cash, market, batch, parties_of)?;
    check_terms(market, deal.mass, deal.price)?;
    match deal.side {
        DealSide::Buy => {
            must_hold_credits(credits, accept.account, deal.batch, deal.mass)?;
        }
        DealSide::Sell => must_hold_money(cash, asker.organisation, deal.price, deal.mass, deal.fee)?,
    }
    let buyers_account = if deal.side == DealSide::Sell { Some(accept.account) } else { deal.proposer.account };
    let trusted = buyers_account.is_some_and(|account| credits.trusted().trusts(deal.seller().organisation, account));
    let hours = i64::from(parties.parameters().transfer_wait_hours.0);
    let settles_at = (!trusted).then(|| now.plus_hours(hours));
    Ok(DealAccepted { account: accept.account, deal: accept.deal, key: asker.key, settles_at })
}

pub(crate) fn apply(
    credits: &mut Credits,
    cash: &mut Cash,
    markets: &mut Markets,
    event: &DealAccepted,
) -> Result<(), Contradiction> {
    let deal = markets.deals.accept(event.deal, event.account, event.key, event.settles_at)?;
    let side = if deal.side == DealSide::Sell { DealSide::Buy } else { DealSide::Sell };
    set_aside(credits, cash, event.deal, &deal, side, event.account)
}

/// What a deal that nothing holds up any more comes to. It cannot be refused: both sides have set aside what they give.
pub(crate) fn settle(
    certificates: &Certificates,
    credits: &Credits,
    cash: &Cash,
    markets: &Markets,
    ids: &mut IdMint,
    now: Timestamp,
    (id, deal): (DealId, &Deal),
) -> Result<DealSettled, Contradiction> {
    let market = markets.market(deal.market).ok_or(Contradiction::new("a deal has its market"))?;
    let gross = deal.price.times(deal.mass).ok_or(Contradiction::new("a trade never rounds"))?;
    let (seller, buyer) = (deal.seller().organisation, deal.buyer().organisation);
    let route = cash.route(seller, market.class.programme, gross);
    let route = route.ok_or(Contradiction::new("a seller has a premium plan in force"))?;
    Ok(DealSettled {
        account: deal.buyer().account.ok_or(Contradiction::new("a buyer that has signed names its account"))?,
        batch: deal.batch,
        buyer,
        deal: id,
        deductions: route.deductions,
        fee: gross.currency.minor(Charges::new(deal.fee).fee_on(gross.minor)),
        gross,
        legs: route.legs,
        market: deal.market,
        mass: deal.mass,
        plan: route.plan,
        price: deal.price,
        seller,
        trade: ids.mint(),
        use_until: super::fill::use_until(certificates, credits, market, deal.batch, now)?,
    })
}

pub(crate) fn apply_settled(
    credits: &mut Credits,
    cash: &mut Cash,
    markets: &mut Markets,
    event: &DealSettled,
    now: Timestamp,
) -> Result<(), Contradiction> {
    markets.deals.end(event.deal, End::Settled(event.trade))?;
    let sold = Escrow::Deal(event.deal);
    credits.deliver(sold, event.trade, event.mass, event.account, event.use_until, now.date())?;
    let payment = Payment {
        escrow: CashAccount::DealEscrow(event.deal),
        trade: event.trade,
        seller: event.seller,
        buyer: event.buyer,
        batch: event.batch,
        mass: event.mass,
        gross: event.gross,
        fee: event.fee,
        plan: event.plan,
        deductions: &event.deductions,
        legs: &event.legs,
    };
    cash.pay(&payment, now.date())
}
