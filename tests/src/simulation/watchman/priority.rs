//! Price, then time: whoever was there first, of those that may meet at the best price, trades first, and at its price.
//! Seen from the entries alone: of each open order its limit, its arrival and what it takes.

use orebook_registry::event::Traded;
use orebook_registry::instruction::Structure;
use orebook_registry::values::*;

use super::ensure;
use super::issuance::Issuance;
use super::keys::Keys;
use super::orders::{Order, Orders};

impl Orders {
    /// No other order that the newer one may meet has a better price, or came earlier at the same.
    pub(super) fn must_come_first(&self, e: &Traded, keys: &Keys, issuance: &Issuance) -> Result<(), String> {
        // Ids grow with the log.
        let (maker, taker) = (e.buy_order.min(e.sell_order), e.buy_order.max(e.sell_order));
        let (found, newer) = (self.find(maker)?, self.find(taker)?);
        ensure(e.price == found.price, || format!("{maker} was there first, and trades at another's price"))?;
        ensure(may_meet(found, newer, keys, issuance)?, || "a restricted bid takes what it did not want".to_owned())?;
        let same_side = |order: &Order| {
            order.open && order.market == found.market && order.batch.is_some() == found.batch.is_some()
        };
        for (id, other) in self.orders.iter().filter(|(id, order)| **id != maker && same_side(order)) {
            let (bid, offer) = if other.batch.is_none() { (other, newer) } else { (newer, other) };
            let better = if other.batch.is_none() { other.price > found.price } else { other.price < found.price };
            let sooner = better || other.price == found.price && *id < maker;
            if sooner && bid.price >= offer.price {
                ensure(!may_meet(other, newer, keys, issuance)?, || format!("{id} comes first, before {maker}"))?;
            }
        }
        Ok(())
    }
}

/// Whether one of the two, a bid, takes what the other, an offer, has.
fn may_meet(one: &Order, other: &Order, keys: &Keys, issuance: &Issuance) -> Result<bool, String> {
    let (bid, offer) = if one.batch.is_none() { (one, other) } else { (other, one) };
    let (Some(wish), Some(batch)) = (&bid.wish, offer.batch) else { return Ok(true) };
    let (serial, producer) = (issuance.serial(batch)?, issuance.producer(batch)?);
    let (structure, women_led): (Option<Structure>, Option<YesNo>) = keys.facts(producer);
    let country = wish.countries.is_empty() || wish.countries.contains(&serial.country);
    let mined = wish.producers.is_empty() || wish.producers.contains(&producer);
    let built = wish.structures.is_empty() || structure.is_some_and(|built| wish.structures.contains(&built));
    let led = wish.women_led.is_none() || wish.women_led == women_led;
    let when = wish.years.is_empty() || wish.years.iter().any(|year| year.0 == serial.year);
    Ok(country && mined && built && led && when)
}
