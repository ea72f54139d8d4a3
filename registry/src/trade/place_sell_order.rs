//! An offer: the producer, or its mandated holder, sells credits of one batch. They are set aside at once, lowest serial numbers first.

use super::open_market::{check_terms, check_until};
use super::{Markets, Order, OrderSide, Origin, fill};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::{Credits, Escrow, Range};
use crate::event::SellOrderPlaced;
use crate::instruction::{MandatePower, PlaceSellOrder, Role, TimeInForce};
use crate::money::Cash;
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
    place: &PlaceSellOrder,
) -> Result<SellOrderPlaced, Refusal> {
    parties
        .require_role(asker, Role::Producer)
        .or_else(|refusal| parties.require_role(asker, Role::Holder).map_err(|_| refusal))?;
    let market = markets.existing(place.market)?;
    let own = credits.batch(place.batch).filter(|batch| {
        let certificate = certificates.certificate(batch.certificate);
        certificate.is_some_and(|c| c.may_be_used_by(asker.organisation, MandatePower::Offer))
    });
    let batch = own.ok_or(Refusal::MustExist { kind: "batch", id: place.batch.to_string() })?;
    // Credits, account and premium plan are the producer's, whoever signs: who may not sell itself sells by nobody.
    let seller = batch.producer;
    credits.existing_account(place.account, seller)?;
    parties.existing(seller)?.require_active(seller)?;
    credits.check_seller(seller, place.account)?;
    market.must_be_open()?;
    markets.must_be_unused(seller, place.client_order.as_ref())?;
    let programme = batch.class.programme;
    if cash.plan_in_force(seller, programme).is_none() {
        return Err(Refusal::PremiumPlanMustBeInForce { programme });
    }
    if batch.class != market.class {
        return Err(Refusal::BatchMustBeOfMarket {});
    }
    check_terms(market, place.mass, place.price)?;
    let offered = credits.lowest_available(place.account, place.batch, place.mass);
    let usable_until = credits.usable_until(&offered).unwrap_or(batch.unsold_until);
    let expires_at = check_until(now, place.until, usable_until.end())?;
    let available = offered.iter().fold(Mass::default(), |sum, range| sum.plus(range.mass()));
    if available < place.mass {
        return Err(Refusal::AvailableCreditsMustCoverMass { available, asked: place.mass });
    }
    if place.time_in_force == TimeInForce::Fok {
        let limit = market.ticks(place.price).unwrap_or(0);
        let origin = Origin::from(batch);
        let met = market.book().would_meet_offer(limit, &origin);
        let taker = fill::Taker::Offer { seller, batch: place.batch };
        fill::must_fill(parties, certificates, credits, markets, taker, met, place.mass)?;
    }
    Ok(SellOrderPlaced {
        account: place.account,
        batch: place.batch,
        client_order: place.client_order.clone(),
        expires_at,
        key: asker.key,
        market: place.market,
        mass: place.mass,
        order: ids.mint(),
        owner: seller,
        price: place.price,
        time_in_force: place.time_in_force,
        unnamed: place.unnamed,
    })
}

pub(crate) fn apply(
    credits: &mut Credits,
    markets: &mut Markets,
    event: &SellOrderPlaced,
) -> Result<(), Contradiction> {
    let ranges: Vec<Range> = credits.lowest_available(event.account, event.batch, event.mass);
    credits.escrow(&ranges, event.account, Escrow::Order(event.order))?;
    let origin = credits.batch(event.batch).map(Origin::from);
    let origin = origin.ok_or(Contradiction::new("an offer names its batch"))?;
    let order = Order {
        market: event.market,
        owner: event.owner,
        account: event.account,
        key: event.key,
        side: OrderSide::Sell { batch: event.batch },
        price: event.price,
        mass_asked: event.mass,
        mass: event.mass,
        time_in_force: event.time_in_force,
        expires_at: event.expires_at,
        client_order: event.client_order.clone(),
        restriction: None,
        unnamed: event.unnamed.unwrap_or(YesNo::No),
        place: None,
    };
    markets.rest(event.order, order, Some(origin))
}
