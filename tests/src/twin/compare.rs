//! Twin and register, seen in the same words.

use orebook_registry::Registry;
use orebook_registry::event::{Deduction, Event, TradeEvent};

use super::*;

/// Milligrams by account, principal, batch, state and last usable day.
type Held = BTreeMap<(AccountId, Option<OrganisationId>, BatchId, &'static str, Date), u64>;

impl Twin {
    /// Compares everything the twin knows with the register, and the trades with those of some entries.
    ///
    /// # Errors
    /// What differs, in words.
    pub fn compare(&self, registry: &Registry, entries: &[NewEntry]) -> Result<(), String> {
        same("holdings", self.held(), held_by(registry))?;
        same("balances", self.money.clone(), balances_of(registry))?;
        self.compare_trade(registry)?;
        self.compare_payouts(registry)?;
        same("trades", self.trades.clone(), trades_of(entries))?;
        let own = self.moving.iter().map(|m| (m.id, m.settles)).collect::<BTreeMap<_, _>>();
        same("transfers", own, registry.credits.pending_transfers().map(|(id, t)| (id, t.settles_at)).collect())?;
        let own = self.holds.iter().map(|hold| (hold.id, hold.lapses)).collect::<BTreeMap<_, _>>();
        same("holds", own, registry.credits.holds().iter().map(|(id, hold)| (id, hold.lapses_at)).collect())?;
        let own = self.trusted.iter().map(|t| ((t.organisation, t.account), t.started)).collect::<BTreeMap<_, _>>();
        same("trusted", own, registry.credits.trusted().iter().map(|(name, t)| (name, t.works)).collect())?;
        let own = self.proposals.iter().map(|p| (p.id, p.lapses)).collect::<BTreeMap<_, _>>();
        same("proposals", own, registry.parties.open_proposals().map(|(id, p)| (id, p.lapses_at)).collect())?;
        let own = self
            .certificates
            .iter()
            .map(|c| (c.id, (c.state, self.used(c.id), c.carry, [c.uncredited, c.short, c.over])));
        let used =
            |c: &orebook_registry::certificate::Certificate| c.years.values().map(|y| y.total().mg()).sum::<u64>();
        let certificates = registry.certificates.certificates();
        let left = |c: &orebook_registry::certificate::Certificate| {
            let year = c.use_of(0);
            [year.uncredited, year.short, year.over].map(Mass::mg)
        };
        let theirs = certificates.map(|(id, c)| (id, (c.state().word(), used(c), c.carry.mg(), left(c))));
        same("certificates", own.collect::<BTreeMap<_, _>>(), theirs.collect())
    }

    fn compare_trade(&self, registry: &Registry) -> Result<(), String> {
        let own = self.markets.iter().map(|m| (m.id, (m.floor, m.halted))).collect::<BTreeMap<_, _>>();
        let markets = registry.markets.markets().map(|(id, m)| (id, (m.floor.minor, m.halted.is_some())));
        same("markets", own, markets.collect())?;
        let own = self.orders.iter().map(|o| (o.id, (o.price, o.lots * LOT_MG, o.ends, (&o.name, &o.wish))));
        let orders = registry.markets.orders();
        let orders =
            orders.map(|(id, o)| (id, (o.price.minor, o.mass.mg(), o.expires_at, (&o.client_order, &o.restriction))));
        same("orders", own.collect::<BTreeMap<_, _>>(), orders.collect())?;
        let own = self.deals.iter().map(|deal| {
            let until = deal.is_under_way().then_some(deal.deadline);
            (deal.id, (deal.state, until, deal.sides().map(|side| (side.organisation, side.account, side.key))))
        });
        let deals = registry.markets.deals.iter().map(|(id, deal)| {
            let until = deal.state.is_under_way().then_some(deal.deadline);
            let sides = [deal.seller(), deal.buyer()].map(|side| (side.organisation, side.account, side.key));
            (id, (deal.state.word(), until, sides))
        });
        same("deals", own.collect::<BTreeMap<_, _>>(), deals.collect())
    }

    fn compare_payouts(&self, registry: &Registry) -> Result<(), String> {
        let parts = |payout: &Payout| payout.parts.iter().map(|part| part.amount).collect::<Vec<_>>();
        let own = self.payouts.iter().map(|payout| (payout.id, (payout.state, payout.amount, parts(payout))));
        let payouts = registry.cash.payouts();
        let theirs = payouts.iter().map(|(id, payout)| {
            (id, (payout.state.word(), payout.amount, payout.parts.iter().map(|part| part.amount).collect()))
        });
        same("payouts", own.collect::<BTreeMap<_, _>>(), theirs.collect())?;
        let own = self.details.iter().map(|d| (d.organisation, (d.rail, d.works))).collect::<BTreeMap<_, _>>();
        same("details", own, payouts.all_details().map(|(id, d)| (id, (d.rail, d.works_from))).collect())?;
        let own = self.contacts.iter().map(|c| (c.organisation, (c.details, c.works))).collect::<BTreeMap<_, _>>();
        let theirs =
            registry.parties.contacts().iter().map(|(id, known)| (id, (known.set.digest, known.set.works_from)));
        same("contacts", own, theirs.collect())?;
        let own = self.arrived.iter().map(|a| (a.id, (a.organisation, a.recalled))).collect::<BTreeMap<_, _>>();
        let deposits = registry.cash.deposits().map(|(id, d)| (id, (d.organisation, d.recalled.is_yes())));
        same("deposits", own, deposits.collect())?;
        // Ids of trades grow as time does, so the two are counted alike.
        let legs =
            |sold: &Sold| sold.legs.iter().map(|l| (l.payee, l.kind, [l.amount, l.unpaid, l.confirmed])).collect();
        let own: Vec<(i64, i64, Vec<_>)> = self.sold.iter().map(|sold| (sold.gross, sold.fee, legs(sold))).collect();
        let premiums = registry.cash.premiums().all().map(|(_, sold)| {
            let legs = sold.legs.iter().map(|l| (l.payee, l.kind, [l.amount, l.unpaid, l.confirmed])).collect();
            (sold.gross.minor, sold.fee.minor, legs)
        });
        same("premium", own, premiums.collect())?;
        let mut own = BTreeMap::new();
        for stopped in &self.stopped {
            *own.entry((stopped.certificate, money::usd())).or_default() += stopped.moved;
        }
        same("stopped premium", own, registry.cash.stopped())
    }

    fn held(&self) -> Held {
        let mut held = Held::new();
        for lot in &self.lots {
            *held.entry((lot.account, lot.principal, lot.batch, lot.state.word(), lot.until)).or_default() += LOT_MG;
        }
        held
    }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, twin: T, register: T) -> Result<(), String> {
    if twin == register { Ok(()) } else { Err(format!("{what}\ntwin     {twin:?}\nregister {register:?}")) }
}

fn held_by(registry: &Registry) -> Held {
    let mut held = Held::new();
    for (id, batch) in registry.credits.batches() {
        for (from, block) in batch.blocks().iter() {
            let place = (block.account, block.principal, id, block.state.word(), block.expires_on);
            *held.entry(place).or_default() += block.to - from;
        }
    }
    held
}

fn balances_of(registry: &Registry) -> BTreeMap<(CashAccount, Currency), i64> {
    registry.cash.balances().map(|(account, money)| ((account, money.currency), money.minor)).collect()
}

fn trades_of(entries: &[NewEntry]) -> Vec<Foretold> {
    let parts = |deductions: &[Deduction], legs: &[orebook_registry::event::Leg]| {
        deductions.iter().map(|d| d.amount.minor).chain(legs.iter().map(|l| l.amount.minor)).collect()
    };
    let trade = |event: &Event| match event {
        Event::Trade(TradeEvent::Traded(t)) => Some(Foretold {
            of: Bargain::Orders(t.buy_order, t.sell_order),
            price: t.price.minor,
            mass: t.mass.mg(),
            fee: t.fee.minor,
            parts: parts(&t.deductions, &t.legs),
        }),
        Event::Trade(TradeEvent::DealSettled(t)) => Some(Foretold {
            of: Bargain::Deal(t.deal),
            price: t.price.minor,
            mass: t.mass.mg(),
            fee: t.fee.minor,
            parts: parts(&t.deductions, &t.legs),
        }),
        _ => None,
    };
    entries.iter().flat_map(|entry| &entry.events).filter_map(trade).collect()
}
