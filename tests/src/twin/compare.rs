//! Twin and register, seen in the same words.

use orebook_registry::Registry;
use orebook_registry::event::{Event, TradeEvent};

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
        let own = self.orders.iter().map(|o| (o.id, (o.price, o.lots * LOT_MG, o.ends))).collect::<BTreeMap<_, _>>();
        let orders = registry.markets.orders().map(|(id, o)| (id, (o.price.minor, o.mass.mg(), o.expires_at)));
        same("orders", own, orders.collect())?;
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

fn balances_of(registry: &Registry) -> BTreeMap<CashAccount, i64> {
    registry.cash.balances().map(|(account, money)| (account, money.minor)).collect()
}

fn trades_of(entries: &[NewEntry]) -> Vec<Foretold> {
    let trade = |event: &Event| match event {
        Event::Trade(TradeEvent::Traded(t)) => Some(Foretold {
            bid: t.buy_order,
            offer: t.sell_order,
            price: t.price.minor,
            mass: t.mass.mg(),
            fee: t.fee.minor,
            parts: t.deductions.iter().map(|d| d.amount.minor).chain(t.legs.iter().map(|l| l.amount.minor)).collect(),
        }),
        _ => None,
    };
    entries.iter().flat_map(|entry| &entry.events).filter_map(trade).collect()
}
