//! What honest members do, at random.

use super::*;
use crate::scenario::usd;
use orebook_registry::credit::{BlockState, Range};
use orebook_registry::serial::SerialBlock;

impl Simulation {
    /// One step of somebody. Answers what was tried.
    pub(super) fn step(&mut self) -> String {
        match self.dice.below(136) {
            0..14 => self.offer(),
            14..18 => self.stop_somebody(),
            18..39 => self.bid(),
            39..42 => self.cancel(),
            42..47 => self.transfer(),
            47..54 => self.retire(),
            54..58 => self.claim(),
            58..65 => self.produce(),
            65..68 => self.judge(),
            68..73 => self.certify(),
            73..80 => self.book_money(),
            80..82 => self.change_keys(),
            82..88 => self.run_the_register(),
            88..92 => self.let_time_pass(),
            92..94 => self.plan_premium(),
            94..97 => self.keep_market(),
            97..104 => self.deal(),
            104..119 => self.pay_out(),
            119 => self.fight_fraud(),
            _ => self.attack(),
        }
    }

    pub(super) fn somebody(&mut self) -> Actor {
        self.dice.one_of(&self.actors).expect("there are actors").clone()
    }

    pub(super) fn producer(&mut self) -> Actor {
        self.actors[self.dice.below(2) as usize].clone()
    }

    /// One of five, or the broker, who holds certificates too; at times a fund that is paid and buys.
    pub(super) fn buyer(&mut self) -> Actor {
        let place = self.dice.below(7) as usize;
        self.actors[if place == 6 { FUND } else { 2 + place }].clone()
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
