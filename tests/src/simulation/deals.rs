//! Direct deals, at random: honest ones, and those that are not one's own to accept.

use super::*;
use crate::scenario::usd;
use orebook_registry::trade::{Deal, DealState};

impl Simulation {
    pub(super) fn deal(&mut self) -> String {
        let deals = &self.world.scenario.registry.markets.deals;
        let open: Vec<_> = deals.iter().filter(|(_, deal)| deal.state.is_under_way()).collect();
        let open: Vec<(DealId, Deal)> = open.into_iter().map(|(id, deal)| (id, deal.clone())).collect();
        match (self.dice.one_of(&open).cloned(), self.dice.below(5)) {
            (Some((id, deal)), 0..3) => self.answer_deal(id, &deal),
            _ => self.propose_deal(),
        }
    }

    fn propose_deal(&mut self) -> String {
        let (producer, buyer) = (self.producer(), self.buyer());
        let buyer = if self.dice.below(3) == 0 { self.actors[AGENT].clone() } else { buyer };
        let batch = self.batch_of(&producer);
        let side = if self.dice.below(2) == 0 { DealSide::Sell } else { DealSide::Buy };
        let (proposer, counterparty) = if side == DealSide::Sell { (producer, buyer) } else { (buyer, producer) };
        let hours = match self.dice.below(10) {
            0 => 24 * 40,
            n => 1 + n * 10,
        };
        let price = if self.dice.below(12) == 0 { usd("3990.00") } else { self.price() };
        let propose = ProposeDeal {
            account: proposer.account,
            batch,
            counterparty: counterparty.id,
            market: self.world.market,
            mass: self.mass(),
            price,
            side,
            until: self.world.scenario.seconds_from_now(3_600 * hours as i64),
        };
        self.act(&proposer, Act::ProposeDeal(propose))
    }

    fn answer_deal(&mut self, id: DealId, deal: &Deal) -> String {
        let (proposer, other) = (self.actor(deal.proposer.organisation), self.actor(deal.counterparty.organisation));
        match (deal.state, self.dice.below(10)) {
            (DealState::Open, 0..6) => self.accept_deal(&other, id),
            (DealState::Open, 6) => self.act(&other, Act::DeclineDeal(DeclineDeal { deal: id })),
            (DealState::Accepted, 0..5) => {
                let hours = self.dice.below(50) as i64;
                self.world.scenario.advance_to(self.world.scenario.now().plus_hours(hours));
                format!("{hours} hours pass")
            }
            (_, 7) => self.accept_deal(&proposer, id),
            (_, 8) => self.act(&other, Act::WithdrawDeal(WithdrawDeal { deal: id })),
            _ => self.act(&proposer, Act::WithdrawDeal(WithdrawDeal { deal: id })),
        }
    }

    /// Into any account of its own, or out of it.
    fn accept_deal(&mut self, actor: &Actor, deal: DealId) -> String {
        let own = self.world.scenario.registry.credits.accounts_of(actor.id).map(|(id, _)| id);
        let own: Vec<AccountId> = own.collect();
        let other = self.dice.one_of(&own).copied().unwrap_or(actor.account);
        let account = if self.dice.below(4) == 0 { other } else { actor.account };
        self.act(actor, Act::AcceptDeal(AcceptDeal { account, deal }))
    }

    /// By a stranger, or after it has ended; into an account of somebody else.
    pub(super) fn usurp_deal(&mut self, thief: &Actor, victim: &Actor) -> String {
        let all: Vec<DealId> = self.world.scenario.registry.markets.deals.iter().map(|(id, _)| id).collect();
        let Some(deal) = self.dice.one_of(&all).copied() else { return self.propose_deal() };
        let counterparty = self.world.scenario.registry.markets.deals.find(deal).expect("a deal").counterparty;
        match self.dice.below(4) {
            0 => self.act(thief, Act::AcceptDeal(AcceptDeal { account: thief.account, deal })),
            1 => {
                let other = self.actor(counterparty.organisation);
                self.act(&other, Act::AcceptDeal(AcceptDeal { account: victim.account, deal }))
            }
            2 => self.act(thief, Act::WithdrawDeal(WithdrawDeal { deal })),
            _ => {
                let other = self.actor(counterparty.organisation);
                self.act(&other, Act::AcceptDeal(AcceptDeal { account: other.account, deal }))
            }
        }
    }
}
