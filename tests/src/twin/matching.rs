//! Matching by looking at every pair, and the money of each trade.

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
        for id in self.orders.iter().filter(|o| o.immediate).map(|o| o.id).collect::<Vec<_>>() {
            self.end_order(id);
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

    /// The best bid and the best offer of a market, if they cross.
    fn crossing(&self) -> Option<(Order, Order)> {
        let mut markets: Vec<MarketId> = self.orders.iter().map(|o| o.market).collect();
        markets.sort_unstable();
        markets.into_iter().find_map(|market| {
            let of_market = || self.orders.iter().filter(move |o| o.market == market);
            let bid = of_market().filter(|o| o.batch.is_none()).min_by_key(|o| (-o.price, o.id))?;
            let offer = of_market().filter(|o| o.batch.is_some()).min_by_key(|o| (o.price, o.id))?;
            (bid.price >= offer.price).then(|| (bid.clone(), offer.clone()))
        })
    }

    fn trade(&mut self, now: Timestamp, bid: &Order, offer: &Order) {
        let price = if bid.id < offer.id { bid.price } else { offer.price };
        let lots = bid.lots.min(offer.lots);
        let gross = lots as i64 * price / 1_000;
        let fee = (bid.gross + gross) * bid.bps / 10_000 - bid.fee;
        let parts = self.route(bid.id, offer.owner, gross);
        self.pay(CashAccount::Escrow(bid.id), CashAccount::Fees, fee);
        self.deliver(now, offer.id, bid.account, lots);
        self.trades.push(Foretold { bid: bid.id, offer: offer.id, price, mass: lots * LOT_MG, fee, parts });
        for order in self.orders.iter_mut().filter(|o| o.id == bid.id || o.id == offer.id) {
            order.lots -= lots;
            if order.batch.is_none() {
                (order.gross, order.fee) = (order.gross + gross, order.fee + fee);
            }
        }
        let needed = self.orders.iter().find(|o| o.id == bid.id).map_or(0, Order::reserve);
        let held = self.money.get(&CashAccount::Escrow(bid.id)).copied().unwrap_or(0);
        self.pay(CashAccount::Escrow(bid.id), CashAccount::Cash(bid.owner), held - needed);
        self.orders.retain(|o| o.lots > 0);
    }

    fn deliver(&mut self, now: Timestamp, offer: OrderId, to: AccountId, lots: u64) {
        let months =
            |lot: &Lot| self.batches.iter().find(|batch| batch.id == lot.batch).map_or(0, |batch| batch.months);
        let mut offered: Vec<&mut Lot> =
            self.lots.iter_mut().filter(|lot| lot.state == LotState::Offered(offer)).collect();
        offered.sort_by_key(|lot| lot.gram);
        for lot in offered.into_iter().take(lots as usize) {
            let until = now.date().plus_months(months(lot));
            (lot.account, lot.state, lot.until, lot.stopped) = (to, LotState::Free, until, None);
        }
        self.cover_anew(now.date());
    }

    /// Instalments, then the shares of the rest, one cent at a time to whoever is furthest behind its due.
    fn route(&mut self, bid: OrderId, producer: OrganisationId, gross: i64) -> Vec<i64> {
        let (mut net, mut parts, mut payments) = (gross, Vec::new(), Vec::new());
        for kind in [InstalmentKind::Certification, InstalmentKind::Prefinance] {
            let owed = |d: &&mut Debt| d.producer == producer && d.kind == kind && d.signed && d.left > 0;
            if let Some(debt) = self.debts.iter_mut().find(owed) {
                let part = (gross * debt.rate / 10_000).min(debt.left);
                debt.left -= part;
                net -= part;
                payments.push((debt.creditor, part));
            }
        }
        payments.retain(|(_, part)| *part > 0);
        let started = self.plans.iter().filter(|p| p.producer == producer && p.started);
        let plan = started.max_by_key(|p| (p.starts, p.id)).expect("a plan in force").clone();
        let due = |share: &PayeeShare| net * i64::from(share.share.points());
        let mut legs: Vec<i64> = plan.shares.iter().map(|share| due(share) / 10_000).collect();
        let mut owed: Vec<(i64, usize)> =
            plan.shares.iter().enumerate().map(|(n, share)| (-(due(share) % 10_000), n)).collect();
        owed.sort_unstable();
        let missing = net - legs.iter().sum::<i64>();
        owed.into_iter().take(missing as usize).for_each(|(_, n)| legs[n] += 1);
        payments.extend(plan.shares.iter().map(|share| share.payee).zip(legs));
        for (payee, part) in payments {
            self.pay(CashAccount::Escrow(bid), CashAccount::Cash(payee), part);
            parts.push(part);
        }
        parts
    }
}
