//! What an order would do if it came now: the trades it would make, and what would be left of it. The book is walked
//! in the order of matching and not changed, so a forecast costs no more than the orders that it meets.

use std::collections::BTreeMap;

use super::fill::{FILLS_MAX, are_parties_one};
use super::{Charges, Market, Order, OrderSide, Origin};
use crate::event::{BuyOrderPlaced, CancelReason, SellOrderPlaced};
use crate::instruction::TimeInForce;
use crate::money::Route;
use crate::registry::Registry;
use crate::values::*;

/// A trade that an order would make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedTrade {
    /// Per kilogram.
    pub price: Money,
    /// How much.
    pub mass: Mass,
    /// Paid for it.
    pub gross: Money,
    /// The buyer's fee.
    pub fee: Money,
    /// Where the gross would go.
    pub route: Route,
    /// Whether the offer hides whose it is.
    pub unnamed: YesNo,
}

/// What an order would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Its trades, in the order of matching.
    pub trades: Vec<ExpectedTrade>,
    /// What would stay in the book.
    pub rests: Mass,
    /// Why what is left would not stay.
    pub cancelled: Option<CancelReason>,
    /// What would still be set aside for the rest of a bid.
    pub reserved: Money,
    /// Where the value of an offer's rest, at its limit, would go.
    pub at_limit: Option<Route>,
}

impl Expected {
    /// Of a bid; `None` if it could not have been placed.
    pub fn of_bid(registry: &Registry, placed: &BuyOrderPlaced) -> Option<Self> {
        let market = registry.markets.market(placed.market)?;
        let mut walk = Walk::of(registry, market, placed.mass, placed.price);
        let mut charges = Charges::new(placed.fee);
        let met = market.book().would_meet_bid(market.ticks(placed.price)?, placed.restriction.as_ref());
        for (_, resting) in met {
            let offer = registry.markets.order(resting.id)?;
            if !walk.goes_on(placed.owner, offer) {
                break;
            }
            walk.trade(&resting, offer, &mut charges)?;
        }
        let mut expected = walk.end(placed.time_in_force);
        if !expected.rests.is_zero() {
            let gross = placed.price.times(expected.rests)?;
            expected.reserved.minor = charges.reserve(gross.minor);
        }
        Some(expected)
    }

    /// Of an offer; `None` if it could not have been placed.
    pub fn of_offer(registry: &Registry, placed: &SellOrderPlaced) -> Option<Self> {
        let market = registry.markets.market(placed.market)?;
        let origin = Origin::from(registry.credits.batch(placed.batch)?);
        let offer = as_order(placed);
        let mut walk = Walk::of(registry, market, placed.mass, placed.price);
        for (_, resting) in market.book().would_meet_offer(market.ticks(placed.price)?, &origin) {
            let bid = registry.markets.order(resting.id)?;
            let OrderSide::Buy { mut charges } = bid.side else { return None };
            if !walk.goes_on(bid.owner, &offer) {
                break;
            }
            walk.trade(&resting, &offer, &mut charges)?;
        }
        let paid = std::mem::take(&mut walk.paid);
        let mut expected = walk.end(placed.time_in_force);
        let rest = placed.price.times(expected.rests).filter(|rest| rest.minor > 0);
        expected.at_limit =
            rest.and_then(|rest| registry.cash.route_after(&paid, placed.owner, market.class.programme, rest));
        Some(expected)
    }
}

/// The order that an event places.
fn as_order(placed: &SellOrderPlaced) -> Order {
    Order {
        market: placed.market,
        owner: placed.owner,
        account: placed.account,
        key: placed.key,
        side: OrderSide::Sell { batch: placed.batch },
        price: placed.price,
        mass_asked: placed.mass,
        mass: placed.mass,
        time_in_force: placed.time_in_force,
        expires_at: placed.expires_at,
        client_order: placed.client_order.clone(),
        restriction: None,
        unnamed: placed.unnamed.unwrap_or(YesNo::No),
        place: None,
    }
}

/// The book as an order would go through it.
struct Walk<'a> {
    registry: &'a Registry,
    market: &'a Market,
    left: Mass,
    /// What the trades so far pay of instalment plans, in minor units.
    paid: BTreeMap<InstalmentPlanId, i64>,
    expected: Expected,
}

impl<'a> Walk<'a> {
    fn of(registry: &'a Registry, market: &'a Market, mass: Mass, price: Money) -> Self {
        let expected = Expected {
            trades: Vec::new(),
            rests: Mass::default(),
            cancelled: None,
            reserved: price.currency.minor(0),
            at_limit: None,
        };
        Self { registry, market, left: mass, paid: BTreeMap::new(), expected }
    }

    /// Whether a trade between the two would follow, or what is left be cancelled; as a fill decides it.
    fn goes_on(&mut self, buyer: OrganisationId, offer: &Order) -> bool {
        let OrderSide::Sell { batch } = offer.side else { return false };
        let Registry { parties, certificates, credits, .. } = self.registry;
        if self.left.is_zero() {
            return false;
        }
        if are_parties_one(parties, certificates, credits, buyer, offer.owner, batch) {
            self.expected.cancelled = Some(CancelReason::Group);
        } else if self.expected.trades.len() as u64 >= FILLS_MAX {
            self.expected.cancelled = Some(CancelReason::FillLimit);
        }
        self.expected.cancelled.is_none()
    }

    /// A trade with an order at rest, at its price.
    fn trade(&mut self, resting: &orebook_market::Order<OrderId>, offer: &Order, charges: &mut Charges) -> Option<()> {
        let mass = self.left.min(Mass::from_mg(resting.quantity));
        let price = self.market.price(resting.price)?;
        let gross = price.times(mass)?;
        let fee = gross.currency.minor(charges.fee_on(gross.minor));
        let programme = self.market.class.programme;
        let route = self.registry.cash.route_after(&self.paid, offer.owner, programme, gross)?;
        for deduction in &route.deductions {
            *self.paid.entry(deduction.plan).or_default() += deduction.amount.minor;
        }
        (charges.gross, charges.fee) = (charges.gross + gross.minor, charges.fee + fee.minor);
        self.left = self.left.less(mass);
        self.expected.trades.push(ExpectedTrade { price, mass, gross, fee, route, unnamed: offer.unnamed });
        Some(())
    }

    fn end(mut self, time_in_force: TimeInForce) -> Expected {
        if time_in_force.is_immediate() && !self.left.is_zero() && self.expected.cancelled.is_none() {
            self.expected.cancelled = Some(CancelReason::Unfilled);
        }
        if self.expected.cancelled.is_none() {
            self.expected.rests = self.left;
        }
        self.expected
    }
}
