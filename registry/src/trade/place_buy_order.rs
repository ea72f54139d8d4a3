//! A bid: the price at its limit and the fee on it are set aside at once, so no fill can fail for want of money.

use super::open_market::{check_terms, check_until};
use super::{Charges, Markets, Order, OrderSide, fill, restriction};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::Credits;
use crate::event::BuyOrderPlaced;
use crate::instruction::{PlaceBuyOrder, Role, TimeInForce};
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
    place: &PlaceBuyOrder,
) -> Result<BuyOrderPlaced, Refusal> {
    parties
        .require_role(asker, Role::Buyer)
        .or_else(|refusal| parties.require_role(asker, Role::Agent).map_err(|_| refusal))?;
    let market = markets.existing(place.market)?;
    credits.existing_account(place.account, asker.organisation)?;
    if let Some(asked) = &place.restriction {
        restriction::check(parties, asked)?;
    }
    market.must_be_open()?;
    markets.must_be_unused(asker.organisation, place.client_order.as_ref())?;
    if place.restriction.is_some() {
        markets.must_have_room_for_restricted(place.market, asker.organisation)?;
    }
    let fee = certificates.in_force(market.class.programme, now.date())?.parameters.fee_bps;
    let gross = check_terms(market, place.mass, place.price)?;
    let expires_at = check_until(now, place.until, Timestamp::from_ms(i64::MAX))?;
    let needed = place.price.currency.minor(Charges::new(fee).reserve(gross.minor));
    let available = cash.balance(CashAccount::Cash(asker.organisation), place.price.currency);
    if available < needed {
        return Err(Refusal::CashMustCoverEscrow { available, needed });
    }
    if place.time_in_force == TimeInForce::Fok {
        let limit = market.ticks(place.price).unwrap_or(0);
        let met = market.book().would_meet_bid(limit, place.restriction.as_ref());
        let taker = fill::Taker::Bid { buyer: asker.organisation };
        fill::must_fill(parties, certificates, credits, markets, taker, met, place.mass)?;
    }
    Ok(BuyOrderPlaced {
        account: place.account,
        client_order: place.client_order.clone(),
        expires_at,
        fee,
        key: asker.key,
        market: place.market,
        mass: place.mass,
        order: ids.mint(),
        owner: asker.organisation,
        price: place.price,
        restriction: place.restriction.clone(),
        time_in_force: place.time_in_force,
    })
}

pub(crate) fn apply(cash: &mut Cash, markets: &mut Markets, event: &BuyOrderPlaced) -> Result<(), Contradiction> {
    let order = Order {
        market: event.market,
        owner: event.owner,
        account: event.account,
        key: event.key,
        side: OrderSide::Buy { charges: Charges::new(event.fee) },
        price: event.price,
        mass_asked: event.mass,
        mass: event.mass,
        time_in_force: event.time_in_force,
        expires_at: event.expires_at,
        client_order: event.client_order.clone(),
        restriction: event.restriction.clone(),
        unnamed: YesNo::No,
        place: None,
    };
    let escrow = CashAccount::Escrow(event.order);
    cash.transfer(CashAccount::Cash(event.owner), escrow, order.reserve(), Ground::NONE)?;
    markets.rest(event.order, order, None)
}
