//! What honest members do, at random.

use super::*;
use crate::scenario::usd;
use orebook_registry::credit::{BlockState, Range};
use orebook_registry::serial::SerialBlock;

impl Simulation {
    /// One step of somebody. Answers what was tried.
    pub(super) fn step(&mut self) -> String {
        match self.dice.below(100) {
            0..13 => self.offer(),
            13..17 => self.stop_somebody(),
            17..34 => self.bid(),
            34..37 => self.cancel(),
            37..42 => self.transfer(),
            42..48 => self.retire(),
            48..52 => self.claim(),
            52..58 => self.produce(),
            58..61 => self.judge(),
            61..66 => self.certify(),
            66..71 => self.book_money(),
            71..73 => self.change_keys(),
            73..79 => self.run_the_register(),
            79..83 => self.let_time_pass(),
            83..85 => self.plan_premium(),
            _ => self.attack(),
        }
    }

    pub(super) fn somebody(&mut self) -> Actor {
        self.dice.one_of(&self.actors).expect("there are actors").clone()
    }

    pub(super) fn producer(&mut self) -> Actor {
        self.actors[self.dice.below(2) as usize].clone()
    }

    /// One of five, or the broker, who holds certificates too.
    pub(super) fn buyer(&mut self) -> Actor {
        self.actors[2 + self.dice.below(6) as usize].clone()
    }

    /// Around the price of 4,200 per kilogram, at times far from it.
    pub(super) fn price(&mut self) -> Money {
        let ticks = if self.dice.below(10) == 0 { 395 + self.dice.below(100) } else { 415 + self.dice.below(10) };
        usd(&format!("{ticks}0.00"))
    }

    pub(super) fn mass(&mut self) -> Mass {
        Mass::from_mg(1_000 * (1 + self.dice.below(40)))
    }

    /// Somebody who has something free, seen at the account where that lies; producers too, when asked for.
    pub(super) fn with_credits(&mut self, from: usize) -> Actor {
        let credits = &self.world.scenario.registry.credits;
        let free = |account: AccountId| credits.holdings(account).any(|(_, b)| b.state == BlockState::Available);
        let places = self.actors[from..].iter().flat_map(|actor| {
            let own = credits.accounts_of(actor.id).filter(|(id, _)| free(*id));
            own.map(move |(account, _)| Actor { account, ..actor.clone() })
        });
        let places: Vec<Actor> = places.collect();
        match self.dice.one_of(&places) {
            Some(actor) => actor.clone(),
            None => self.buyer(),
        }
    }

    fn time_in_force(&mut self) -> (TimeInForce, Option<Seconds>) {
        match self.dice.below(6) {
            0 => (TimeInForce::Ioc, None),
            1 => {
                let seconds = 1 + self.dice.below(20 * 86_400) as i64;
                (TimeInForce::Gtd, Some(self.world.scenario.seconds_from_now(seconds)))
            }
            _ => (TimeInForce::Gtd, None),
        }
    }

    fn offer(&mut self) -> String {
        let producer = self.producer();
        let own = self.world.scenario.registry.credits.batches().filter(|(_, b)| b.producer == producer.id);
        let batches: Vec<BatchId> = own.map(|(id, _)| id).collect();
        let batch = *self.dice.one_of(&batches).expect("each producer has a batch");
        let (mass, price) = (self.mass(), self.price());
        let (time_in_force, until) = self.time_in_force();
        let offer = self.world.offer(&producer, batch, "1", "4000.00");
        let signer = if self.dice.below(8) == 0 { self.actors[BROKER].clone() } else { producer };
        self.act(&signer, Act::PlaceSellOrder(PlaceSellOrder { mass, price, time_in_force, until, ..offer }))
    }

    fn bid(&mut self) -> String {
        let buyer = self.buyer();
        let (mass, price) = (self.mass(), self.price());
        let (time_in_force, until) = self.time_in_force();
        let bid = self.world.bid(&buyer, "1", "4000.00");
        self.act(&buyer, Act::PlaceBuyOrder(PlaceBuyOrder { mass, price, time_in_force, until, ..bid }))
    }

    fn cancel(&mut self) -> String {
        let open: Vec<_> = self.world.scenario.registry.markets.orders().map(|(id, o)| (id, o.owner)).collect();
        let Some((order, owner)) = self.dice.one_of(&open).copied() else { return self.bid() };
        let actor = self.actor(owner);
        self.act(&actor, Act::CancelOrder(CancelOrder { order }))
    }

    /// The actor as it is known here, with the keys it has gained.
    pub(super) fn actor(&self, id: OrganisationId) -> Actor {
        self.actors.iter().find(|actor| actor.id == id).expect("an actor of the simulation").clone()
    }

    /// Some available part of an account.
    pub(super) fn part_of(&mut self, account: AccountId) -> Vec<SerialBlock> {
        let held = self.world.scenario.registry.credits.holdings(account);
        let free: Vec<Range> = held.filter(|(_, b)| b.state == BlockState::Available).map(|(range, _)| range).collect();
        let Some(range) = self.dice.one_of(&free).copied() else { return Vec::new() };
        let lots = range.mass().mg() / 1_000;
        let from = self.dice.below(lots);
        let to = from + 1 + self.dice.below(lots - from);
        let part = Range { from: range.from + from * 1_000, to: range.from + to * 1_000, ..range };
        self.world.scenario.registry.credits.serial(part).into_iter().collect()
    }

    fn transfer(&mut self) -> String {
        let pending: Vec<_> =
            self.world.scenario.registry.credits.pending_transfers().map(|(id, t)| (id, t.from)).collect();
        if let (Some((transfer, from)), 0) = (self.dice.one_of(&pending).copied(), self.dice.below(3)) {
            let owner = self.world.scenario.registry.credits.account(from).expect("an account").organisation;
            let sender = self.actor(owner);
            return self.act(&sender, Act::WithdrawTransfer(WithdrawTransfer { transfer }));
        }
        // Half of them inside Lumen's group, where transfers wait a day; some are an agent's.
        let sender = match self.dice.below(6) {
            0..2 => self.actors[2].clone(),
            2 => self.actors[AGENT].clone(),
            _ => self.with_credits(2),
        };
        let accounts: Vec<AccountId> = self.world.scenario.registry.credits.accounts().map(|(id, _)| id).collect();
        let friends: Vec<AccountId> = self
            .world
            .scenario
            .registry
            .credits
            .accounts_of(sender.id)
            .map(|(id, _)| id)
            .chain([self.actors[5].account, self.actors[AGENT].account, self.actors[2].account])
            .collect();
        let to = *if self.dice.below(4) == 0 { self.dice.one_of(&accounts) } else { self.dice.one_of(&friends) }
            .expect("there are accounts");
        let blocks = self.part_of(sender.account);
        self.act(&sender, Act::Transfer(Transfer { blocks, from: sender.account, to }))
    }

    fn book_money(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let open: Vec<_> = self
            .world
            .scenario
            .registry
            .parties
            .open_proposals()
            .map(|(id, p)| (id, p.digest, p.organisation))
            .collect();
        if let (Some((proposal, digest, organisation)), 1..) = (self.dice.one_of(&open).copied(), self.dice.below(3)) {
            let approver = if organisation == operator.id { operator } else { self.actor(organisation) };
            let key = self.dice.below(approver.keys.len() as u64) as usize;
            return self.act_by(&approver, key, Act::Approve(Approve { digest, proposal }));
        }
        let member = self.buyer();
        let amount = usd(&format!("{}.{:02}", self.dice.below(2_000), self.dice.below(100)));
        let reference: Reference = value(&format!("SIM-{}", self.dice.below(30)));
        self.act_together(&operator, Act::Deposit(Deposit { amount, organisation: member.id, reference }))
    }

    /// A new key for the first slot, at times after revoking what signed before.
    fn change_keys(&mut self) -> String {
        let place = self.dice.below(self.actors.len() as u64) as usize;
        let actor = self.actors[place].clone();
        let key = self.new_key();
        let person = if self.dice.below(4) == 0 { "third" } else { "second" };
        let add = AddKey { key: key.public(), person: value(person), purpose: KeyPurpose::Signing };
        let mut tried = self.act_by(&actor, 1, Act::AddKey(add));
        if self.dice.below(2) == 0 {
            let actor = actor.with_key(person, key);
            let last = actor.keys.len() - 1;
            tried += &self.act_by(&actor, last, Act::ConfirmKey(ConfirmKey {}));
            let revoke = RevokeKey { key: actor.keys[0].secret.public(), reason: value("rotated") };
            tried += &self.act_by(&actor, last, Act::RevokeKey(revoke));
            if self.world.scenario.registry.parties.key(&actor.keys[last].secret.public()).is_some() {
                let mut renewed = actor;
                renewed.keys.swap(0, last);
                self.actors[place] = renewed;
            }
        }
        tried
    }

    fn let_time_pass(&mut self) -> String {
        let seconds = match self.dice.below(10) {
            0..5 => self.dice.below(3_600),
            5..8 => self.dice.below(3 * 86_400),
            8 => self.dice.below(40 * 86_400),
            _ => self.dice.below(300 * 86_400),
        };
        let time = Timestamp::from_ms(self.world.scenario.now().ms() + 1_000 * seconds as i64);
        self.world.scenario.advance_to(time);
        format!("time passes to {time}")
    }
}
