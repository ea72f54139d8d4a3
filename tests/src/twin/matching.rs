//! Matching by looking at every pair.

use super::*;

impl Twin {
    pub(super) fn match_orders(&mut self, now: Timestamp) {
        let mut fills = 0;
        while let Some((bid, offer)) = self.crossing() {
            let newer = if bid.id > offer.id { bid.id } else { offer.id };
            if self.are_one(&bid, &offer) || fills == 200 {
                self.end_order(newer);
            } else {
                fills += 1;
                self.trade(now, &bid, &offer);
            }
        }
        // Only the newest order can be an immediate one that is still there.
        for order in self.orders.iter().filter(|o| o.force != TimeInForce::Gtd).cloned().collect::<Vec<_>>() {
            let whole = order.force != TimeInForce::Fok || self.tries;
            assert!(whole, "{} was to fill whole, {} lots are left", order.id, order.lots);
            self.end_order(order.id);
        }
    }

    /// Of one group, or as near: a certificate's producer and its holder, and whoever is of that one's group.
    fn are_one(&self, bid: &Order, offer: &Order) -> bool {
        let batch = self.batches.iter().find(|batch| Some(batch.id) == offer.batch).expect("an offer names its batch");
        let linked = |c: &Certificate| {
            c.linked && [(c.producer, c.holder), (c.holder, c.producer)].contains(&(bid.owner, offer.owner))
        };
        let group = self.group_of(bid.owner);
        let holder = self.certificates.iter().find(|c| c.id == batch.certificate).map(|c| c.holder);
        group == self.group_of(offer.owner)
            || holder.is_some_and(|holder| group == self.group_of(holder))
            || self.certificates.iter().any(linked)
    }

    /// Of all pairs that may meet the one that comes first: the better price, then the earlier arrival, on both sides.
    /// The newest order is one of every such pair.
    fn crossing(&self) -> Option<(Order, Order)> {
        let bids = || self.orders.iter().filter(|o| o.batch.is_none());
        let offers = || self.orders.iter().filter(|o| o.batch.is_some());
        let pairs = bids().flat_map(|bid| offers().map(move |offer| (bid, offer)));
        let meet = |(bid, offer): &(&Order, &Order)| {
            bid.market == offer.market && bid.price >= offer.price && self.wants(bid, offer)
        };
        let first = pairs.filter(meet).min_by_key(|(bid, offer)| (-bid.price, bid.id, offer.price, offer.id))?;
        Some((first.0.clone(), first.1.clone()))
    }

    /// Whether a bid takes what is offered: each of its wishes is asked in turn.
    fn wants(&self, bid: &Order, offer: &Order) -> bool {
        let Some(wish) = &bid.wish else { return true };
        let batch = self.batches.iter().find(|batch| Some(batch.id) == offer.batch).expect("an offer names its batch");
        let country = self.certificates.iter().find(|c| c.id == batch.certificate).map(|c| c.country);
        let producer = self.members.iter().find(|member| member.id == batch.producer).expect("a producer");
        let year = batch.ends.year();
        let no = [
            !wish.countries.is_empty() && !wish.countries.iter().any(|wished| Some(*wished) == country),
            !wish.producers.is_empty() && !wish.producers.contains(&batch.producer),
            !wish.structures.is_empty() && !wish.structures.iter().any(|wished| Some(*wished) == producer.structure),
            wish.women_led == Some(YesNo::Yes) && producer.women_led != Some(YesNo::Yes),
            !wish.years.is_empty() && !wish.years.iter().any(|wished| i32::from(wished.0) == year),
        ];
        !no.contains(&true)
    }

    fn trade(&mut self, now: Timestamp, bid: &Order, offer: &Order) {
        let price = if bid.id < offer.id { bid.price } else { offer.price };
        let lots = bid.lots.min(offer.lots);
        let gross = lots as i64 * price / 1_000;
        let fee = (bid.gross + gross) * bid.bps / 10_000 - bid.fee;
        self.deliver(now, LotState::Offered(offer.id), bid.account, lots);
        let parts = self.pay_for(
            CashAccount::Escrow(bid.id),
            Sold {
                producer: offer.owner,
                buyer: bid.owner,
                batch: offer.batch.expect("an offer names its batch"),
                lots: lots as i64,
                gross,
                fee,
                legs: Vec::new(),
                stopped: None,
            },
        );
        self.trades.push(Foretold { of: Bargain::Orders(bid.id, offer.id), price, mass: lots * LOT_MG, fee, parts });
        for order in self.orders.iter_mut().filter(|o| o.id == bid.id || o.id == offer.id) {
            order.lots -= lots;
            if order.batch.is_none() {
                (order.gross, order.fee) = (order.gross + gross, order.fee + fee);
            }
        }
        let needed = self.orders.iter().find(|o| o.id == bid.id).map_or(0, Order::reserve);
        let held = self.holds_at(CashAccount::Escrow(bid.id));
        self.pay(CashAccount::Escrow(bid.id), CashAccount::Cash(bid.owner), held - needed);
        self.orders.retain(|o| o.lots > 0);
    }

    /// The lowest of what was set aside, sold by the trade that comes next.
    pub(super) fn deliver(&mut self, now: Timestamp, aside: LotState, to: AccountId, lots: u64) {
        let months =
            |lot: &Lot| self.batches.iter().find(|batch| batch.id == lot.batch).map_or(0, |batch| batch.months);
        let trade = Some(self.sold.len());
        let mut offered: Vec<&mut Lot> = self.lots.iter_mut().filter(|lot| lot.state == aside).collect();
        offered.sort_by_key(|lot| lot.gram);
        for lot in offered.into_iter().take(lots as usize) {
            let until = now.date().plus_months(months(lot));
            (lot.account, lot.state, lot.until, lot.stopped) = (to, LotState::Free, until, None);
            lot.trade = trade;
        }
        self.cover_anew(now.date());
    }
}
