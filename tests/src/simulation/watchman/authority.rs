//! The authority of everything that moves credits or money: the owner's own signed instruction, unspent and within
//! its mass and price; or one of the few acts of others, each with its own signers. An order's id carries the sequence
//! of the instruction that placed it, so a trade names the two signatures that allow it.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::event::{Event, MarketOpened, TradeEvent, Traded};
use orebook_registry::instruction::Act;
use orebook_registry::money::CashAccount;
use orebook_registry::values::*;
use orebook_registry::{Cause, NewEntry};

use super::issuance::Issuance;
use super::keys::Keys;
use super::{Signed, ensure, word};

/// The acts that bring an event about. What is not named here moves nothing, or follows by itself.
const ACTS: &[(&str, &[&str])] = &[
    ("issued", &["approve_declaration"]),
    ("declaration_approved", &["approve_declaration"]),
    ("transferred", &["transfer"]),
    ("transfer_withdrawn", &["withdraw_transfer"]),
    ("transfer_refused", &["refuse_transfer"]),
    ("blocks_cancelled", &["cancel_credits"]),
    ("hold_placed", &["place_hold"]),
    ("hold_extended", &["extend_hold"]),
    ("hold_released", &["release_hold"]),
    ("deposited", &["deposit"]),
    ("sell_order_placed", &["place_sell_order"]),
    ("buy_order_placed", &["place_buy_order"]),
    ("retired", &["retire", "retire_list"]),
    ("physical_sale_recorded", &["record_physical_sale"]),
    ("withdrawn", &["withdraw_certificate"]),
];

/// What follows by itself: it stands in no instruction's name.
const STEPS: &[&str] = &["transfer_settled", "credits_cancelled", "credits_expired", "order_expired", "hold_lapsed"];

pub(super) fn acts_fit_events(entry: &NewEntry, signed: Option<&Signed>) -> Result<(), String> {
    let act = signed.map(|s| s.act.word());
    for event in &entry.events {
        let acts = ACTS.iter().find(|(name, _)| *name == word(event)).map(|(_, acts)| *acts);
        let fits = acts.is_none_or(|acts| act.is_some_and(|act| acts.contains(&act)));
        ensure(fits, || format!("{} by {act:?}", word(event)))?;
        let step = STEPS.contains(&word(event));
        ensure(!step || entry.cause != Cause::Founding, || format!("{} at the founding", word(event)))?;
    }
    Ok(())
}

#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) account: AccountId,
    owner: OrganisationId,
    market: MarketId,
    /// Of an offer.
    pub(super) batch: Option<BatchId>,
    price: Money,
    /// What is left of the mass that was signed for.
    pub(super) left: Mass,
    open: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Orders {
    orders: BTreeMap<OrderId, Order>,
    markets: BTreeMap<MarketId, MarketOpened>,
}

impl Orders {
    pub(super) fn find(&self, id: OrderId) -> Result<&Order, String> {
        self.orders.get(&id).ok_or_else(|| format!("nobody placed {id}"))
    }

    pub(super) fn watch(
        &mut self,
        event: &Event,
        entry: &NewEntry,
        signed: Option<&Signed>,
        keys: &Keys,
        issuance: &Issuance,
    ) -> Result<(), String> {
        let Event::Trade(event) = event else { return Ok(()) };
        match event {
            TradeEvent::MarketOpened(e) => {
                self.markets.insert(e.market, e.clone());
                Ok(())
            }
            TradeEvent::SellOrderPlaced(e) => {
                let signed = signed.ok_or("an offer of nobody")?;
                let terms = matches!(&signed.act, Act::PlaceSellOrder(p)
                    if (p.account, p.batch, p.market, p.mass, p.price) == (e.account, e.batch, e.market, e.mass, e.price));
                let own = signed.organisation() == e.owner || issuance.holder(e.batch) == Some(signed.organisation());
                ensure(terms && own && keys.owner(e.account)? == e.owner, || "an offer that nobody signed".to_owned())?;
                let (account, owner, market, batch) = (e.account, e.owner, e.market, Some(e.batch));
                let order = Order { account, owner, market, batch, price: e.price, left: e.mass, open: true };
                self.place(e.order, order, signed)
            }
            TradeEvent::BuyOrderPlaced(e) => {
                let signed = signed.ok_or("a bid of nobody")?;
                let terms = matches!(&signed.act, Act::PlaceBuyOrder(p)
                    if (p.account, p.market, p.mass, p.price) == (e.account, e.market, e.mass, e.price));
                let own = signed.organisation() == e.owner && keys.owner(e.account)? == e.owner;
                ensure(terms && own, || "a bid that nobody signed".to_owned())?;
                let (account, owner, market) = (e.account, e.owner, e.market);
                let order = Order { account, owner, market, batch: None, price: e.price, left: e.mass, open: true };
                self.place(e.order, order, signed)
            }
            TradeEvent::Traded(e) => self.trade(e, keys),
            TradeEvent::OrderCancelled(e) => {
                let owner = self.find(e.order)?.owner;
                let by_hand =
                    entry.cause == Cause::Instruction && signed.is_some_and(|s| s.act.word() == "cancel_order");
                let batch = self.find(e.order)?.batch;
                let holder = batch.and_then(|batch| issuance.holder(batch));
                let own = signed.is_some_and(|s| [Some(owner), holder].contains(&Some(s.organisation())));
                ensure(!by_hand || own, || "an order is cancelled by a stranger".to_owned())?;
                self.end(e.order)
            }
            TradeEvent::OrderExpired(e) => self.end(e.order),
            _ => Ok(()),
        }
    }

    fn place(&mut self, id: OrderId, order: Order, signed: &Signed) -> Result<(), String> {
        ensure(id.sequence() == signed.sequence, || format!("{id} does not name its instruction"))?;
        ensure(self.orders.insert(id, order).is_none(), || format!("{id} is placed twice"))
    }

    fn end(&mut self, id: OrderId) -> Result<(), String> {
        let order = self.orders.get_mut(&id).ok_or_else(|| format!("nobody placed {id}"))?;
        ensure(order.open, || format!("{id} ends twice"))?;
        order.open = false;
        Ok(())
    }

    fn trade(&mut self, e: &Traded, keys: &Keys) -> Result<(), String> {
        let (bid, offer) = (self.find(e.buy_order)?, self.find(e.sell_order)?);
        ensure(bid.open && offer.open && bid.batch.is_none(), || "an order trades that is not open".to_owned())?;
        let parties =
            (bid.owner, offer.owner) == (e.buyer, e.seller) && bid.market == e.market && offer.market == e.market;
        ensure(parties, || "a trade of others".to_owned())?;
        ensure(!keys.same_group(e.buyer, e.seller), || "a trade inside a group".to_owned())?;
        ensure(offer.price.minor <= e.price.minor && e.price.minor <= bid.price.minor, || "beyond a limit".to_owned())?;
        let floor = self.markets.get(&e.market).ok_or("a trade in no market")?.floor;
        ensure(e.price.minor >= floor.minor, || format!("{} is below the floor", e.price))?;
        let gross = i128::from(e.price.minor) * i128::from(e.mass.mg());
        ensure(gross == i128::from(e.gross.minor) * 1_000_000, || "a trade rounds".to_owned())?;
        let paid = e.deductions.iter().map(|d| d.amount.minor).chain(e.legs.iter().map(|l| l.amount.minor));
        ensure(paid.sum::<i64>() == e.gross.minor, || "not all of the gross is paid out".to_owned())?;
        for id in [e.buy_order, e.sell_order] {
            let order = self.orders.get_mut(&id).ok_or("an order that is there")?;
            ensure(e.mass <= order.left, || format!("{id} trades more than was signed for"))?;
            order.left = order.left.less(e.mass);
            order.open = !order.left.is_zero();
        }
        Ok(())
    }

    /// Money leaves a member by its own bid, an order by its trade or end, and the bank by a deposit of two persons.
    pub(super) fn watch_money(&self, entry: &NewEntry, signed: Option<&Signed>) -> Result<(), String> {
        let (mut bidders, mut orders, mut deposited) = (BTreeSet::new(), BTreeSet::new(), false);
        for event in &entry.events {
            match event {
                Event::Trade(TradeEvent::BuyOrderPlaced(e)) => _ = bidders.insert(e.owner),
                Event::Trade(TradeEvent::Traded(e)) => _ = orders.insert(e.buy_order),
                Event::Trade(TradeEvent::OrderCancelled(e)) => _ = orders.insert(e.order),
                Event::Trade(TradeEvent::OrderExpired(e)) => _ = orders.insert(e.order),
                Event::Money(event) => deposited |= event.word() == "deposited",
                _ => {}
            }
        }
        for posting in entry.postings.iter().filter(|posting| posting.amount.minor < 0) {
            let allowed = match posting.account {
                CashAccount::Cash(owner) => bidders.contains(&owner),
                CashAccount::Escrow(order) => orders.contains(&order),
                CashAccount::Bank => deposited && signed.is_some_and(|s| s.approves),
                CashAccount::Fees => false,
                _ => false,
            };
            ensure(allowed, || format!("{} leaves {} unsigned", posting.amount, posting.account))?;
        }
        let sum: i64 = entry.postings.iter().map(|posting| posting.amount.minor).sum();
        ensure(sum == 0, || "money comes from nowhere".to_owned())
    }
}
