//! A market opens: one class in one currency. Its tick and lot are such that a trade never rounds.

use super::{Market, Markets};
use crate::Contradiction;
use crate::certificate::{Certificates, Class};
use crate::event::MarketOpened;
use crate::instruction::{OpenMarket, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    markets: &Markets,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    open: &OpenMarket,
) -> Result<MarketOpened, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let programme = certificates.in_force(open.programme, now.date())?;
    let class =
        Class { mineral: open.mineral, programme: open.programme, level: open.level, ecological: open.ecological };
    if let Some((market, _)) = markets.markets().find(|(_, m)| m.class == class && m.currency() == open.currency) {
        return Err(Refusal::MarketMustBeNew { market });
    }
    let known = programme.levels.iter().any(|l| (l.level, l.ecological) == (open.level, open.ecological))
        && programme.minerals.contains(&open.mineral);
    if !known {
        return Err(Refusal::LevelMustBeOfProgramme { programme: open.programme, level: open.level });
    }
    if [open.floor, open.minimum, open.tick].iter().any(|m| m.currency != open.currency) {
        return Err(Refusal::CurrencyMustBe { expected: open.currency });
    }
    if open.tick.minor == 0 || open.floor.minor == 0 {
        return Err(Refusal::AmountMustBePositive { field: "tick and floor" });
    }
    if open.tick.times(open.mineral.lot()).is_none() {
        return Err(Refusal::TradesMustNotRound { tick: open.tick, lot: open.mineral.lot() });
    }
    if open.floor.minor % open.tick.minor != 0 {
        return Err(Refusal::PriceMustBeOnTick { tick: open.tick, price: open.floor });
    }
    Ok(MarketOpened {
        currency: open.currency,
        ecological: open.ecological,
        floor: open.floor,
        level: open.level,
        market: ids.mint(),
        mineral: open.mineral,
        minimum: open.minimum,
        programme: open.programme,
        tick: open.tick,
    })
}

pub(crate) fn apply(markets: &mut Markets, event: &MarketOpened) -> Result<(), Contradiction> {
    let class =
        Class { mineral: event.mineral, programme: event.programme, level: event.level, ecological: event.ecological };
    let market = Market {
        class,
        floor: event.floor,
        tick: event.tick,
        minimum: event.minimum,
        halted: None,
        tape: Default::default(),
        book: Default::default(),
    };
    let before = markets.markets.insert(event.market, market);
    Contradiction::unless(before.is_none(), "a market opens once")
}

/// What every order must keep: the market's currency, tick, floor, lot and least value; the value on the way.
pub(super) fn check_terms(market: &Market, mass: Mass, price: Money) -> Result<Money, Refusal> {
    if price.currency != market.currency() {
        return Err(Refusal::CurrencyMustBe { expected: market.currency() });
    }
    if mass.is_zero() {
        return Err(Refusal::AmountMustBePositive { field: "mass" });
    }
    let mineral = market.class.mineral;
    if !mineral.on_lot(mass) {
        return Err(Refusal::MassMustBeOnLot { lot: mineral.lot(), mass });
    }
    if price.minor % market.tick.minor != 0 || price.minor == 0 {
        return Err(Refusal::PriceMustBeOnTick { tick: market.tick, price });
    }
    if price < market.floor {
        return Err(Refusal::PriceMustNotBeBelowFloor { floor: market.floor, price });
    }
    let value = price.times(mass).ok_or(Refusal::AmountIsTooLarge {})?;
    if value < market.minimum {
        return Err(Refusal::OrderIsTooSmall { minimum: market.minimum, value });
    }
    Ok(value)
}

/// When an order ends: as asked, or after thirty days; never after `latest`.
pub(super) fn check_until(now: Timestamp, until: Option<Seconds>, latest: Timestamp) -> Result<Timestamp, Refusal> {
    const DAYS_DEFAULT: i64 = 30;
    const DAYS_MAX: i64 = 180;
    let latest = latest.min(now.plus_days(DAYS_MAX));
    let until = until.map_or(now.plus_days(DAYS_DEFAULT).min(latest), Timestamp::from);
    if until > now && until <= latest { Ok(until) } else { Err(Refusal::OrderMustEndInTime { latest }) }
}
