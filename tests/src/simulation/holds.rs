//! What the operator stops and frees, at random; and who trusts, refuses and gives up.

use orebook_registry::instruction::*;
use orebook_registry::values::*;

use super::*;
use crate::scenario::holds;

impl Simulation {
    pub(super) fn stop_somebody(&mut self) -> String {
        match self.dice.below(10) {
            0..2 => self.place_hold(),
            2..6 => self.end_hold(),
            6..8 => self.change_trust(),
            8 => self.refuse(),
            _ => self.give_up(),
        }
    }

    fn place_hold(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let somebody = self.somebody();
        let batches: Vec<BatchId> = self.world.scenario.registry.credits.batches().map(|(id, _)| id).collect();
        let batch = self.dice.one_of(&batches).copied().unwrap_or(BatchId::from(7));
        let target = match self.dice.below(6) {
            0 => holds::first_key(&somebody),
            1 => holds::account(somebody.account),
            2 => holds::organisation(&somebody),
            3 => holds::batch(batch, HoldScope::All),
            _ => holds::batch(batch, HoldScope::Unsold),
        };
        let reasons = [HoldReason::Grievance, HoldReason::OwnerBreach, HoldReason::Security, HoldReason::Fraud];
        let reason = *self.dice.one_of(&reasons).expect("there are reasons");
        self.act(&operator, Act::PlaceHold(PlaceHold { grievance: None, reason, target }))
    }

    fn end_hold(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let open: Vec<HoldId> = self.world.scenario.registry.credits.holds().iter().map(|(id, _)| id).collect();
        let Some(hold) = self.dice.one_of(&open).copied() else { return self.place_hold() };
        if self.dice.below(5) == 0 {
            return self.act_together(&operator, Act::ExtendHold(ExtendHold { hold }));
        }
        self.act(&operator, Act::ReleaseHold(ReleaseHold { hold, reason: value("settled") }))
    }

    fn change_trust(&mut self) -> String {
        let somebody = self.somebody();
        let accounts: Vec<AccountId> = self.world.scenario.registry.credits.accounts().map(|(id, _)| id).collect();
        let account = *self.dice.one_of(&accounts).expect("there are accounts");
        let listed: Vec<_> = self.world.scenario.registry.credits.trusted().iter().map(|(name, _)| name).collect();
        let pairs = [(2, 5), (2, AGENT), (0, AGENT), (0, 2), (1, 4), (1, FUND)];
        let friends = pairs.map(|(owner, friend)| (self.actors[owner].id, self.actors[friend].account));
        match self.dice.below(4) {
            0 => match self.dice.one_of(&listed).copied() {
                Some((owner, account)) => {
                    let owner = self.actor(owner);
                    self.act(&owner, Act::DistrustAccount(DistrustAccount { account }))
                }
                None => self.act(&somebody, Act::DistrustAccount(DistrustAccount { account })),
            },
            1..3 => {
                let (owner, account) = *self.dice.one_of(&friends).expect("friends");
                let owner = self.actor(owner);
                self.act(&owner, Act::TrustAccount(TrustAccount { account }))
            }
            _ => self.act(&somebody, Act::TrustAccount(TrustAccount { account })),
        }
    }

    fn refuse(&mut self) -> String {
        let pending: Vec<_> =
            self.world.scenario.registry.credits.pending_transfers().map(|(id, t)| (id, t.to)).collect();
        let (transfer, to) =
            self.dice.one_of(&pending).copied().unwrap_or((TransferId::from(7), self.world.buyers[0].account));
        let owner = self.world.scenario.registry.credits.owner(to).expect("an account");
        let receiver = self.actor(owner);
        self.act(&receiver, Act::RefuseTransfer(RefuseTransfer { transfer }))
    }

    fn give_up(&mut self) -> String {
        let producer = if self.dice.below(3) == 0 { self.somebody() } else { self.producer() };
        let blocks = self.part_of(producer.account);
        let cancel = CancelCredits { account: producer.account, blocks, reason: value("mistake") };
        self.act(&producer, Act::CancelCredits(cancel))
    }
}
