//! A market is halted: it takes no orders and no deals. Cancellations go on, and so does time.

use super::{Market, Markets};
use crate::Contradiction;
use crate::event::{FloorSet, MarketHalted, MarketNamed};
use crate::instruction::{HaltMarket, ReopenMarket, Role, SetFloor};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;

impl Market {
    /// Refused while it is halted.
    pub(super) fn must_be_open(&self) -> Result<(), Refusal> {
        match self.halted {
            Some(reason) => Err(Refusal::MarketMustBeOpen { reason }),
            None => Ok(()),
        }
    }
}

pub(crate) fn decide(
    parties: &Parties,
    markets: &Markets,
    asker: &Asker,
    halt: &HaltMarket,
) -> Result<MarketHalted, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    markets.existing(halt.market)?.must_be_open()?;
    Ok(MarketHalted { market: halt.market, reason: halt.reason })
}

pub(crate) fn decide_reopen(
    parties: &Parties,
    markets: &Markets,
    asker: &Asker,
    reopen: &ReopenMarket,
) -> Result<MarketNamed, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    if markets.existing(reopen.market)?.halted.is_none() {
        return Err(Refusal::MarketMustBeHalted {});
    }
    Ok(MarketNamed { market: reopen.market })
}

pub(crate) fn apply(markets: &mut Markets, event: &MarketHalted) -> Result<(), Contradiction> {
    markets.market_mut(event.market)?.halted = Some(event.reason);
    Ok(())
}

pub(crate) fn apply_reopened(markets: &mut Markets, event: &MarketNamed) -> Result<(), Contradiction> {
    markets.market_mut(event.market)?.halted = None;
    Ok(())
}

/// The least premium changes: orders below it are cancelled, and their owners are told why.
pub(crate) fn decide_floor(
    parties: &Parties,
    markets: &Markets,
    asker: &Asker,
    set: &SetFloor,
) -> Result<FloorSet, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let market = markets.existing(set.market)?;
    if set.floor.currency != market.currency() {
        return Err(Refusal::CurrencyMustBe { expected: market.currency() });
    }
    if set.floor.minor == 0 {
        return Err(Refusal::AmountMustBePositive { field: "floor" });
    }
    if market.ticks(set.floor).is_none() {
        return Err(Refusal::PriceMustBeOnTick { tick: market.tick, price: set.floor });
    }
    Ok(FloorSet { floor: set.floor, market: set.market })
}

pub(crate) fn apply_floor(markets: &mut Markets, event: &FloorSet) -> Result<(), Contradiction> {
    markets.market_mut(event.market)?.floor = event.floor;
    markets.owe_below_floor(event.market)
}
