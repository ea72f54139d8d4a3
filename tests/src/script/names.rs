//! What a script calls things: each name stands for the id that the register gave out.

use std::collections::BTreeMap;

use orebook_registry::NewEntry;
use orebook_registry::event::*;
use orebook_registry::values::*;

use super::Script;
use crate::scenario::{Actor, events};

/// The names of a script. A name that was never given stands for an id that nobody has.
#[derive(Clone, Default)]
pub(super) struct Names {
    pub(super) actors: BTreeMap<String, Actor>,
    pub(super) batches: BTreeMap<String, BatchId>,
    pub(super) orders: BTreeMap<String, OrderId>,
    pub(super) deals: BTreeMap<String, DealId>,
    pub(super) deposits: BTreeMap<String, DepositId>,
    pub(super) payouts: BTreeMap<String, PayoutId>,
    pub(super) files: BTreeMap<String, PayoutFileId>,
}

impl Names {
    /// Calls whatever was just made by a name.
    pub(super) fn give(&mut self, name: &str, entries: &[NewEntry]) {
        let name = || name.to_owned();
        for event in events(entries) {
            match event {
                Event::Trade(TradeEvent::SellOrderPlaced(e)) => self.orders.insert(name(), e.order).is_some(),
                Event::Trade(TradeEvent::BuyOrderPlaced(e)) => self.orders.insert(name(), e.order).is_some(),
                Event::Trade(TradeEvent::DealProposed(e)) => self.deals.insert(name(), e.deal).is_some(),
                Event::Money(MoneyEvent::Deposited(e)) => self.deposits.insert(name(), e.deposit).is_some(),
                Event::Money(MoneyEvent::DepositedUnknown(e)) => self.deposits.insert(name(), e.deposit).is_some(),
                Event::Money(MoneyEvent::PayoutPlanned(e)) => self.payouts.insert(name(), e.payout).is_some(),
                Event::Money(MoneyEvent::PayoutsApproved(e)) => self.files.insert(name(), e.file).is_some(),
                _ => false,
            };
        }
    }

    pub(super) fn batch(&self, name: &str) -> BatchId {
        find(&self.batches, name)
    }
    pub(super) fn order(&self, name: &str) -> OrderId {
        find(&self.orders, name)
    }
    pub(super) fn deal(&self, name: &str) -> DealId {
        find(&self.deals, name)
    }
    pub(super) fn deposit(&self, name: &str) -> DepositId {
        find(&self.deposits, name)
    }
    pub(super) fn payout(&self, name: &str) -> PayoutId {
        find(&self.payouts, name)
    }
    pub(super) fn file(&self, name: &str) -> PayoutFileId {
        find(&self.files, name)
    }

    pub(super) fn of_batch(&self, id: BatchId) -> &str {
        name_of(&self.batches, id)
    }
    pub(super) fn of_order(&self, id: OrderId) -> &str {
        name_of(&self.orders, id)
    }
    pub(super) fn of_deal(&self, id: DealId) -> &str {
        name_of(&self.deals, id)
    }
    pub(super) fn of_payout(&self, id: PayoutId) -> &str {
        name_of(&self.payouts, id)
    }
}

fn find<T: Copy + From<u128>>(names: &BTreeMap<String, T>, name: &str) -> T {
    names.get(name).copied().unwrap_or(T::from(1))
}

fn name_of<T: PartialEq>(names: &BTreeMap<String, T>, id: T) -> &str {
    names.iter().find(|(_, known)| **known == id).map_or("?", |(name, _)| name)
}

impl Script {
    /// A name of the stage, a payee of a plan by its place in it, or whoever was invited.
    pub(super) fn actor(&self, name: &str) -> Actor {
        if let Some(invited) = self.names.actors.get(name) {
            return invited.clone();
        }
        if let Some((producer, place)) = name.split_once('/') {
            let producer = match producer {
                "clara" => "Clara",
                "sisters" => "Sisters",
                plan => plan,
            };
            return self.payee(&format!("{producer} Fund {place}"));
        }
        let known = self.known().into_iter().find(|(known, _)| *known == name);
        known.unwrap_or_else(|| panic!("{name} is no name of the stage")).1.clone()
    }

    fn payee(&self, name: &str) -> Actor {
        let organisations = self.world.scenario.registry.parties.organisations();
        let id = organisations.filter(|(_, o)| o.name.as_str() == name).map(|(id, _)| id).next();
        self.world.scenario.actor(id.expect("a payee of a plan"))
    }

    fn known(&self) -> [(&str, &Actor); 8] {
        let world = &self.world;
        let [lumen, orfebre, perrin] = &world.buyers;
        [
            ("clara", &world.clara),
            ("sisters", &world.sisters),
            ("lumen", lumen),
            ("orfebre", orfebre),
            ("perrin", perrin),
            ("acacia", &world.acacia),
            ("cordillera", &world.cordillera),
            ("operator", &world.scenario.operator),
        ]
    }

    pub(super) fn name_of_actor(&self, id: OrganisationId) -> String {
        let invited = self.names.actors.iter().map(|(name, actor)| (name.as_str(), actor));
        let found = self.known().into_iter().chain(invited).find(|(_, actor)| actor.id == id);
        found.map_or("?", |(name, _)| name).to_owned()
    }
}
