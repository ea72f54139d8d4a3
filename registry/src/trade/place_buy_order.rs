//! A bid: the price at its limit and the fee on it are set aside at once, so no fill can fail for want of money.

use super::open_market::{check_terms, check_until};
use super::{Charges, Markets, Order, OrderSide};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::Credits;
use crate::event::BuyOrderPlaced;
use crate::instruction::{PlaceBuyOrder, Role};
use crate::money::{Cash, CashAccount};
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
    let fee = certificates.in_force(market.class.programme, now.date())?.parameters.fee_bps;
    let gross = check_terms(market, place.mass, place.price)?;
    let expires_at = check_until(now, place.until, Timestamp::from_ms(i64::MAX))?;
    let needed = place.price.currency.minor(Charges::new(fee).reserve(gross.minor));
    let available = cash.balance(CashAccount::Cash(asker.organisation), place.price.currency);
    if available < needed {
        return Err(Refusal::CashMustCoverEscrow { available, needed });
    }
    Ok(BuyOrderPlaced {
        account: place.account,
        expires_at,
        fee,
        key: asker.key,
        market: place.market,
        mass: place.mass,
        order: ids.mint(),
        owner: asker.organisation,
        price: place.price,
        time_in_force: place.time_in_force,
    })
}

pub(crate) fn apply(cash: &mut Cash, markets: &mut Markets, event: &BuyOrderPlaced) -> Result<(), Contradiction> {
    let order = super::order_of(
        event.market,
        event.owner,
        event.account,
        event.key,
        event.price,
        event.mass,
        event.time_in_force,
        event.expires_at,
    );
    let order = Order { side: OrderSide::Buy { charges: Charges::new(event.fee) }, ..order };
    cash.transfer(CashAccount::Cash(event.owner), CashAccount::Escrow(event.order), order.reserve(), None)?;
    markets.rest(event.order, order)
}
