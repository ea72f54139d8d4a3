//! Markets and orders: what is set aside, made smaller and given back.

use super::*;

impl Twin {
    pub(super) fn act_on_orders(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::OpenMarket(open) => {
                self.markets.push(Market { id: asking.id(0), floor: open.floor.minor, halted: false });
            }
            Act::HaltMarket(halt) => self.market(halt.market).halted = true,
            Act::ReopenMarket(reopen) => self.market(reopen.market).halted = false,
            Act::SetFloor(set) => self.set_floor(set.market, set.floor.minor),
            Act::PlaceSellOrder(place) => self.offer(asking, place),
            Act::PlaceBuyOrder(place) => self.bid(asking, place),
            Act::CancelOrder(cancel) => self.end_order(cancel.order),
            Act::ReduceOrder(reduce) => self.reduce(reduce.order, reduce.by.mg() / LOT_MG),
            act => self.act_on_deals(asking, act),
        }
    }

    fn market(&mut self, id: MarketId) -> &mut Market {
        self.markets.iter_mut().find(|market| market.id == id).expect("a market")
    }

    /// Whatever is below it ends.
    fn set_floor(&mut self, market: MarketId, floor: i64) {
        self.market(market).floor = floor;
        let below = self.orders.iter().filter(|o| o.market == market && o.price < floor).map(|o| o.id);
        below.collect::<Vec<_>>().into_iter().for_each(|id| self.end_order(id));
    }

    fn offer(&mut self, asking: Asking, place: &PlaceSellOrder) {
        let wanted = place.mass.mg() / LOT_MG;
        let id = asking.id(0);
        let mut free: Vec<&mut Lot> = self
            .lots
            .iter_mut()
            .filter(|lot| (lot.account, lot.batch, lot.state) == (place.account, place.batch, LotState::Free))
            .collect();
        free.sort_by_key(|lot| lot.gram);
        assert!(free.len() as u64 >= wanted, "{} lots of {wanted}", free.len());
        let until = free.first().map_or(asking.now, |lot| lot.until.end());
        free.into_iter().take(wanted as usize).for_each(|lot| lot.state = LotState::Offered(id));
        let ends = place.until.map_or(asking.now.plus_days(30).min(until), Timestamp::from);
        self.orders.push(Order {
            id,
            market: place.market,
            // A holder offers for its producer.
            owner: self.owner_of(place.account).expect("an account"),
            account: place.account,
            key: asking.key,
            batch: Some(place.batch),
            price: place.price.minor,
            lots: wanted,
            force: place.time_in_force,
            name: place.client_order.clone(),
            wish: None,
            ends,
            bps: 0,
            gross: 0,
            fee: 0,
        });
    }

    fn bid(&mut self, asking: Asking, place: &PlaceBuyOrder) {
        let bps = i64::from(self.programme_on(asking.now.date()).parameters.fee_bps.points());
        let order = Order {
            id: asking.id(0),
            market: place.market,
            owner: asking.organisation,
            account: place.account,
            key: asking.key,
            batch: None,
            price: place.price.minor,
            lots: place.mass.mg() / LOT_MG,
            force: place.time_in_force,
            name: place.client_order.clone(),
            wish: place.restriction.clone(),
            ends: place.until.map_or(asking.now.plus_days(30), Timestamp::from),
            bps,
            gross: 0,
            fee: 0,
        };
        self.pay(CashAccount::Cash(order.owner), CashAccount::Escrow(order.id), order.reserve());
        self.orders.push(order);
    }

    /// The highest serial numbers go back, or what the rest no longer needs.
    fn reduce(&mut self, id: OrderId, lots: u64) {
        let order = self.orders.iter_mut().find(|o| o.id == id).expect("an open order");
        order.lots -= lots;
        let (owner, needed) = (order.owner, order.reserve());
        if order.batch.is_none() {
            let surplus = self.holds_at(CashAccount::Escrow(id)) - needed;
            return self.pay(CashAccount::Escrow(id), CashAccount::Cash(owner), surplus);
        }
        let offered = self.lots.iter().enumerate().filter(|(_, lot)| lot.state == LotState::Offered(id));
        let mut offered: Vec<(u64, usize)> = offered.map(|(n, lot)| (lot.gram, n)).collect();
        offered.sort_unstable();
        offered.into_iter().rev().take(lots as usize).for_each(|(_, n)| self.free_lot(n));
    }

    /// Whatever an order still has set aside goes back.
    pub(super) fn end_order(&mut self, id: OrderId) {
        let place = self.orders.iter().position(|o| o.id == id).expect("an open order");
        let order = self.orders.remove(place);
        let held = self.holds_at(CashAccount::Escrow(id));
        self.pay(CashAccount::Escrow(id), CashAccount::Cash(order.owner), held);
        self.free_lots(LotState::Offered(id));
    }
}

impl Order {
    /// Gross at the limit, and the fee on all of it less what was charged.
    pub(super) fn reserve(&self) -> i64 {
        let rest = self.lots as i64 * self.price / 1_000;
        if self.lots == 0 { 0 } else { rest + (self.gross + rest) * self.bps / 10_000 - self.fee }
    }
}
