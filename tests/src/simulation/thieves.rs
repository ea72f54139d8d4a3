//! What thieves try: credits that are set aside, held, another's or gone, and claims that nothing stands behind.

use super::*;
use orebook_registry::credit::{BlockState, Range};
use orebook_registry::serial::SerialBlock;

impl Simulation {
    pub(super) fn steal(&mut self, thief: &Actor, victim: &Actor) -> String {
        match self.dice.below(8) {
            0 => self.retire_whatever(),
            1 => self.sell_again(),
            2 => self.send_to(victim, thief),
            3 => self.trust_and_send(thief),
            4 => self.overclaim(),
            5 => self.cancel_sold(),
            6 => self.name_twice(),
            _ => self.divert_earmarked(thief),
        }
    }

    /// Any block of any batch, with the account it lies in.
    fn any_block(&mut self) -> Option<(AccountId, SerialBlock, BlockState)> {
        let credits = &self.world.scenario.registry.credits;
        let all = credits.batches().flat_map(|(batch, found)| {
            found
                .blocks()
                .iter()
                .map(move |(from, block)| (block.account, Range { batch, from, to: block.to }, block.state))
        });
        let all: Vec<_> = all.collect();
        let (account, range, state) = *self.dice.one_of(&all)?;
        Some((account, self.world.scenario.registry.credits.serial(range)?, state))
    }

    fn owner(&self, account: AccountId) -> Actor {
        self.actor(self.world.scenario.registry.credits.owner(account).expect("an account"))
    }

    /// By whoever has it: offered, on its way, frozen, retired, expired.
    fn retire_whatever(&mut self) -> String {
        let Some((account, block, _)) = self.any_block() else { return self.overclaim() };
        let owner = Actor { account, ..self.owner(account) };
        let retire = self.world.retirement(&owner, vec![block], Claim::None(PlainClaim {}));
        self.act(&owner, Act::Retire(retire))
    }

    /// More than there is left, in two offers of one batch; or a batch that was bought.
    fn sell_again(&mut self) -> String {
        let Some((account, block, _)) = self.any_block() else { return self.overclaim() };
        let (seller, mass) = (Actor { account, ..self.owner(account) }, block.mass());
        let batch = self.world.scenario.registry.credits.batch_of_serial(&block.batch).expect("a batch").0;
        let offer = PlaceSellOrder { mass, ..self.world.offer(&seller, batch, "1", "4300.00") };
        let first = self.act(&seller, Act::PlaceSellOrder(offer.clone()));
        first + "; " + &self.act(&seller, Act::PlaceSellOrder(offer))
    }

    /// With the victim's own key, as after a theft.
    fn send_to(&mut self, victim: &Actor, thief: &Actor) -> String {
        let blocks = self.part_of(victim.account);
        self.act_by(victim, 0, Act::Transfer(Transfer { blocks, from: victim.account, to: thief.account }))
    }

    /// Inside the group, where a trusted account would receive at once.
    fn trust_and_send(&mut self, thief: &Actor) -> String {
        let victim = self.actors[2].clone();
        let account = if self.dice.below(2) == 0 { self.actors[5].account } else { thief.account };
        let tried = self.act_by(&victim, 0, Act::TrustAccount(TrustAccount { account }));
        let blocks = self.part_of(victim.account);
        tried + &self.act_by(&victim, 0, Act::Transfer(Transfer { blocks, from: victim.account, to: account }))
    }

    /// More than a footprint, or another's.
    pub(super) fn overclaim(&mut self) -> String {
        let holder = self.with_credits(2);
        let all = self.world.scenario.registry.claims.footprints();
        let all: Vec<_> = all.map(|(id, f)| (id, f.record.period_from, f.record.period_to)).collect();
        let Some((footprint, period_from, period_to)) = self.dice.one_of(&all).copied() else {
            return self.retire_whatever();
        };
        let held = self.world.scenario.registry.credits.holdings(holder.account);
        let held = held.filter(|(_, block)| block.state == BlockState::Available).map(|(range, _)| range);
        let ranges: Vec<Range> = held.take(20).collect();
        let serial = |range| self.world.scenario.registry.credits.serial(range);
        let blocks: Vec<SerialBlock> = ranges.into_iter().filter_map(serial).collect();
        let retire = self.world.retirement(&holder, blocks, Claim::Match(MatchClaim { footprint }));
        self.act(&holder, Act::Retire(Retire { period_from, period_to, ..retire }))
    }

    /// By who mined it, though another has it; or by who bought it.
    fn cancel_sold(&mut self) -> String {
        let Some((account, block, _)) = self.any_block() else { return self.overclaim() };
        let credits = &self.world.scenario.registry.credits;
        let producer = credits.batch_of_serial(&block.batch).expect("a batch").1.producer;
        let signer = if self.dice.below(2) == 0 { self.actor(producer) } else { self.owner(account) };
        let account = if self.dice.below(2) == 0 { account } else { signer.account };
        self.act(&signer, Act::CancelCredits(CancelCredits { account, blocks: vec![block], reason: value("mistake") }))
    }

    /// The same milligrams in two lines of a list.
    fn name_twice(&mut self) -> String {
        let agent = self.actors[AGENT].clone();
        let blocks = self.part_of(agent.account);
        let principal = self.principal_of(&blocks);
        let plain = self.world.retirement(&agent, blocks, Claim::Support(PlainClaim {}));
        let line = RetireLine {
            blocks: plain.blocks,
            claim: plain.claim,
            consent: None,
            period_from: plain.period_from,
            period_to: plain.period_to,
            principal,
            product: None,
            purpose: plain.purpose,
        };
        let lines = vec![line.clone(), line];
        self.act(&agent, Act::RetireList(RetireList { account: agent.account, lines }))
    }

    /// What an agent holds for one, retired for itself or another, or sent on.
    fn divert_earmarked(&mut self, thief: &Actor) -> String {
        let agent = self.actors[AGENT].clone();
        let blocks = self.part_of(agent.account);
        if self.dice.below(2) == 0 {
            let transfer = Transfer { blocks, from: agent.account, to: thief.account };
            return self.act(&agent, Act::Transfer(transfer));
        }
        let principal = self.buyer();
        let beneficiary = self.world.retirement(&principal, Vec::new(), Claim::None(PlainClaim {})).beneficiary;
        let retire = self.world.retirement(&agent, blocks, Claim::Support(PlainClaim {}));
        self.act(&agent, Act::Retire(Retire { beneficiary, principal: Some(principal.id), ..retire }))
    }
}
