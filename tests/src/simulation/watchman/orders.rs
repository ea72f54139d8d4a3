//! Orders: each by its owner's own signed instruction, unspent and within its mass and price, floor and restriction, in
//! a market that is open. An order's id carries the sequence of the instruction that placed it, so a trade names the
//! two signatures that allow it.

use std::collections::BTreeMap;

use orebook_registry::event::{OrderCancelled, TradeEvent, Traded};
use orebook_registry::instruction::{Act, Restriction, TimeInForce};
use orebook_registry::values::*;
use orebook_registry::{Cause, NewEntry};

use super::issuance::Issuance;
use super::keys::Keys;
use super::{Signed, ensure};

#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) account: AccountId,
    pub(super) owner: OrganisationId,
    pub(super) market: MarketId,
    /// Of an offer.
    pub(super) batch: Option<BatchId>,
    pub(super) price: Money,
    /// What is left of the mass that was signed for.
    pub(super) left: Mass,
    pub(super) force: TimeInForce,
    /// What a bid takes only.
    pub(super) wish: Option<Restriction>,
    pub(super) open: bool,
}

#[derive(Debug, Clone)]
struct Market {
    floor: Money,
    halted: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Orders {
    pub(super) orders: BTreeMap<OrderId, Order>,
    markets: BTreeMap<MarketId, Market>,
}

impl Orders {
    pub(super) fn find(&self, id: OrderId) -> Result<&Order, String> {
        self.orders.get(&id).ok_or_else(|| format!("nobody placed {id}"))
    }

    pub(super) fn watch(
        &mut self,
        event: &TradeEvent,
        entry: &NewEntry,
        signed: Option<&Signed>,
        keys: &Keys,
        issuance: &Issuance,
    ) -> Result<(), String> {
        match event {
            TradeEvent::MarketOpened(e) => {
                self.markets.insert(e.market, Market { floor: e.floor, halted: false });
            }
            TradeEvent::MarketHalted(e) => self.market(e.market)?.halted = true,
            TradeEvent::MarketReopened(e) => self.market(e.market)?.halted = false,
            TradeEvent::FloorSet(e) => self.market(e.market)?.floor = e.floor,
            TradeEvent::SellOrderPlaced(_) | TradeEvent::BuyOrderPlaced(_) => {
                self.watch_placed(event, signed, keys, issuance)?;
            }
            TradeEvent::Traded(e) => self.trade(e, keys, issuance)?,
            TradeEvent::OrderReduced(e) => {
                let order = self.find(e.order)?;
                self.must_be_own(order, signed, issuance)?;
                let asked = matches!(signed.map(|s| &s.act), Some(Act::ReduceOrder(r)) if r.by == e.by);
                ensure(asked && order.open && e.by < order.left, || format!("{} is reduced wrongly", e.order))?;
                let order = self.orders.get_mut(&e.order).ok_or("an order that is there")?;
                order.left = order.left.less(e.by);
            }
            TradeEvent::OrderCancelled(e) => self.watch_cancelled(e, entry, signed, keys, issuance)?,
            TradeEvent::OrderExpired(e) => self.end(e.order)?,
            _ => {}
        }
        Ok(())
    }

    fn market(&mut self, id: MarketId) -> Result<&mut Market, String> {
        self.markets.get_mut(&id).ok_or_else(|| format!("nobody opened {id}"))
    }

    /// Who places or deals does so in an open market, and not below its floor.
    pub(super) fn must_take(&self, market: MarketId, price: Money) -> Result<(), String> {
        let found = self.markets.get(&market).ok_or_else(|| format!("nobody opened {market}"))?;
        ensure(!found.halted, || format!("{market} is halted, and takes an order"))?;
        ensure(price >= found.floor, || format!("{price} is below the floor"))
    }

    fn watch_placed(
        &mut self,
        event: &TradeEvent,
        signed: Option<&Signed>,
        keys: &Keys,
        issuance: &Issuance,
    ) -> Result<(), String> {
        let (id, order) = match event {
            TradeEvent::SellOrderPlaced(e) => {
                let signed = signed.ok_or("an offer of nobody")?;
                let terms = matches!(&signed.act, Act::PlaceSellOrder(p)
                    if (p.account, p.batch, p.market, p.mass, p.price) == (e.account, e.batch, e.market, e.mass, e.price)
                        && (p.time_in_force, &p.client_order) == (e.time_in_force, &e.client_order));
                let own = signed.organisation() == e.owner || issuance.holder(e.batch) == Some(signed.organisation());
                ensure(terms && own && keys.owner(e.account)? == e.owner, || "an offer that nobody signed".to_owned())?;
                let (account, owner, market, batch) = (e.account, e.owner, e.market, Some(e.batch));
                let (price, left, force, wish) = (e.price, e.mass, e.time_in_force, None);
                (e.order, Order { account, owner, market, batch, price, left, force, wish, open: true })
            }
            TradeEvent::BuyOrderPlaced(e) => {
                let signed = signed.ok_or("a bid of nobody")?;
                let terms = matches!(&signed.act, Act::PlaceBuyOrder(p)
                    if (p.account, p.market, p.mass, p.price) == (e.account, e.market, e.mass, e.price)
                        && (p.time_in_force, &p.client_order) == (e.time_in_force, &e.client_order)
                        && p.restriction == e.restriction);
                let own = signed.organisation() == e.owner && keys.owner(e.account)? == e.owner;
                ensure(terms && own, || "a bid that nobody signed".to_owned())?;
                let (account, owner, market, batch) = (e.account, e.owner, e.market, None);
                let (price, left, force, wish) = (e.price, e.mass, e.time_in_force, e.restriction.clone());
                (e.order, Order { account, owner, market, batch, price, left, force, wish, open: true })
            }
            _ => return Ok(()),
        };
        self.must_take(order.market, order.price)?;
        let signed = signed.ok_or("an order of nobody")?;
        ensure(id.sequence() == signed.sequence, || format!("{id} does not name its instruction"))?;
        ensure(self.orders.insert(id, order).is_none(), || format!("{id} is placed twice"))
    }

    /// By its owner, or by the holder of the certificate for its producer.
    fn must_be_own(&self, order: &Order, signed: Option<&Signed>, issuance: &Issuance) -> Result<(), String> {
        let holder = order.batch.and_then(|batch| issuance.holder(batch));
        let own = signed.is_some_and(|s| [Some(order.owner), holder].contains(&Some(s.organisation())));
        ensure(own, || "an order is changed by a stranger".to_owned())
    }

    fn watch_cancelled(
        &mut self,
        e: &OrderCancelled,
        entry: &NewEntry,
        signed: Option<&Signed>,
        keys: &Keys,
        issuance: &Issuance,
    ) -> Result<(), String> {
        use orebook_registry::instruction::Role::Operator;
        let order = self.find(e.order)?;
        let whole = order.force != TimeInForce::Fok;
        ensure(whole, || format!("{} was to fill whole, and ends with {} kg left", e.order, order.left))?;
        let by_hand = entry.cause == Cause::Instruction && signed.is_some_and(|s| s.act.word() == "cancel_order");
        let operates = signed.is_some_and(|s| keys.has_role(s.organisation(), Operator));
        if by_hand && !operates {
            self.must_be_own(order, signed, issuance)?;
        }
        self.end(e.order)
    }

    fn end(&mut self, id: OrderId) -> Result<(), String> {
        let order = self.orders.get_mut(&id).ok_or_else(|| format!("nobody placed {id}"))?;
        ensure(order.open, || format!("{id} ends twice"))?;
        order.open = false;
        Ok(())
    }

    /// Before anything new begins, what does not rest has ended, and so has what is below the floor.
    pub(super) fn must_be_at_rest(&self) -> Result<(), String> {
        for (id, order) in self.orders.iter().filter(|(_, order)| order.open) {
            ensure(order.force == TimeInForce::Gtd, || format!("{id} rests, and was not to"))?;
            let floor = self.markets.get(&order.market).map(|market| market.floor);
            ensure(floor.is_none_or(|floor| order.price >= floor), || format!("{id} rests below the floor"))?;
        }
        Ok(())
    }

    fn trade(&mut self, e: &Traded, keys: &Keys, issuance: &Issuance) -> Result<(), String> {
        let (bid, offer) = (self.find(e.buy_order)?, self.find(e.sell_order)?);
        ensure(bid.open && offer.open && bid.batch.is_none(), || "an order trades that is not open".to_owned())?;
        let parties =
            (bid.owner, offer.owner) == (e.buyer, e.seller) && bid.market == e.market && offer.market == e.market;
        ensure(parties, || "a trade of others".to_owned())?;
        ensure(!keys.same_group(e.buyer, e.seller), || "a trade inside a group".to_owned())?;
        ensure(offer.price.minor <= e.price.minor && e.price.minor <= bid.price.minor, || "beyond a limit".to_owned())?;
        let floor = self.markets.get(&e.market).ok_or("a trade in no market")?.floor;
        ensure(e.price.minor >= floor.minor, || format!("{} is below the floor", e.price))?;
        self.must_come_first(e, keys, issuance)?;
        must_be_paid_out(e.gross, e.price, e.mass, &e.deductions, &e.legs)?;
        for id in [e.buy_order, e.sell_order] {
            let order = self.orders.get_mut(&id).ok_or("an order that is there")?;
            ensure(e.mass <= order.left, || format!("{id} trades more than was signed for"))?;
            order.left = order.left.less(e.mass);
            order.open = !order.left.is_zero();
        }
        Ok(())
    }
}

/// The gross is price times mass, and all of it goes to creditors and payees.
pub(super) fn must_be_paid_out(
    gross: Money,
    price: Money,
    mass: Mass,
    deductions: &[orebook_registry::event::Deduction],
    legs: &[orebook_registry::event::Leg],
) -> Result<(), String> {
    let exact = i128::from(price.minor) * i128::from(mass.mg());
    ensure(exact == i128::from(gross.minor) * 1_000_000, || "a trade rounds".to_owned())?;
    let paid = deductions.iter().map(|d| d.amount.minor).chain(legs.iter().map(|l| l.amount.minor));
    ensure(paid.sum::<i64>() == gross.minor, || "not all of the gross is paid out".to_owned())
}
