//! Retirements of all kinds, and what is said about them, at random.

use super::*;
use orebook_registry::credit::{BlockState, Range};
use orebook_registry::serial::SerialBlock;

impl Simulation {
    pub(super) fn retire(&mut self) -> String {
        match self.dice.below(6) {
            0..3 if !self.agent_holds() => self.lend(),
            0 => self.retire_as_agent(),
            1 => self.retire_list(),
            2 => self.retire_confirmed(),
            _ => {
                let buyer = self.with_credits(2);
                let blocks = self.part_of(buyer.account);
                let retire = self.world.retirement(&buyer, blocks, Claim::None(PlainClaim {}));
                let retire = self.with_claim(retire, buyer.id);
                self.act(&buyer, Act::Retire(retire))
            }
        }
    }

    /// What was bought by a trade whose miners have signed for something.
    fn retire_confirmed(&mut self) -> String {
        let (credits, cash) = (&self.world.scenario.registry.credits, &self.world.scenario.registry.cash);
        let confirmed = |trade| cash.premiums().sold(trade).is_some_and(|sold| sold.confirmed() > 0);
        let free = |range: Range| {
            let (_, block) = credits.batch(range.batch)?.block_at(range.from)?;
            let range = Range { to: range.to.min(block.to), ..range };
            let owner = credits.owner(block.account).filter(|_| block.state == BlockState::Available)?;
            Some((owner, block.account, credits.serial(range)?))
        };
        let sold = credits.sales().filter(|(_, trade)| confirmed(*trade)).filter_map(|(range, _)| free(range));
        let sold: Vec<_> = sold.filter(|(owner, ..)| *owner != self.actors[AGENT].id).collect();
        let Some((owner, account, block)) = self.dice.one_of(&sold).cloned() else { return self.overclaim() };
        let holder = Actor { account, ..self.actor(owner) };
        let retire = self.world.retirement(&holder, vec![block], Claim::Premium(PlainClaim {}));
        self.act(&holder, Act::Retire(retire))
    }

    fn agent_holds(&self) -> bool {
        let mut held = self.world.scenario.registry.credits.holdings(self.actors[AGENT].account);
        held.any(|(_, block)| block.state == BlockState::Available)
    }

    /// A principal sends its agent something.
    fn lend(&mut self) -> String {
        let (principal, to) = (self.with_credits(2), self.actors[AGENT].account);
        if !self.world.scenario.registry.parties.is_agent(self.actors[AGENT].id, principal.id) {
            return self.act(&principal, Act::AppointAgent(AppointAgent { agent: self.actors[AGENT].id }));
        }
        let blocks = self.part_of(principal.account);
        self.act(&principal, Act::Transfer(Transfer { blocks, from: principal.account, to }))
    }

    /// Any claim; a footprint is the beneficiary's own.
    pub(super) fn with_claim(&mut self, retire: Retire, beneficiary: OrganisationId) -> Retire {
        let own = self.world.scenario.registry.claims.footprints();
        let own = own.filter(|(_, f)| f.record.beneficiary == beneficiary);
        let own: Vec<_> = own.map(|(id, f)| (id, f.record.period_from, f.record.period_to)).collect();
        if let (Some((footprint, period_from, period_to)), 0..4) = (self.dice.one_of(&own).copied(), self.dice.below(8))
        {
            return Retire { claim: Claim::Match(MatchClaim { footprint }), period_from, period_to, ..retire };
        }
        let claim = match self.dice.below(8) {
            0 => Claim::Step(PlainClaim {}),
            1..3 => Claim::Premium(PlainClaim {}),
            3 => Claim::None(PlainClaim {}),
            _ => Claim::Support(PlainClaim {}),
        };
        Retire { claim, ..retire }
    }

    /// For its principal, whose credits it holds, or for who consented.
    fn retire_as_agent(&mut self) -> String {
        let agent = self.actors[AGENT].clone();
        let blocks = self.part_of(agent.account);
        let consents: Vec<_> = {
            let all = self.world.scenario.registry.claims.consents();
            all.map(|(id, consent)| (id, consent.beneficiary.clone())).collect()
        };
        let retire = self.world.retirement(&agent, blocks, Claim::Support(PlainClaim {}));
        if let (Some((consent, beneficiary)), 0) = (self.dice.one_of(&consents).cloned(), self.dice.below(3)) {
            let retire = Retire { beneficiary, consent: Some(consent), ..retire };
            return self.act(&agent, Act::Retire(retire));
        }
        let principal = match self.principal_of(&retire.blocks) {
            Some(id) => self.actor(id),
            None => self.buyer(),
        };
        let named = self.world.retirement(&principal, Vec::new(), Claim::None(PlainClaim {})).beneficiary;
        let retire = Retire { beneficiary: named, principal: Some(principal.id), ..retire };
        let retire = self.with_claim(retire, principal.id);
        self.act(&agent, Act::Retire(retire))
    }

    pub(super) fn principal_of(&self, blocks: &[SerialBlock]) -> Option<OrganisationId> {
        let credits = &self.world.scenario.registry.credits;
        let agent = self.actors[AGENT].account;
        credits.principals(agent, blocks).into_iter().flatten().next()
    }

    fn retire_list(&mut self) -> String {
        let agent = self.actors[AGENT].clone();
        let mut lines = Vec::new();
        for _ in 0..1 + self.dice.below(3) {
            let blocks = self.part_of(agent.account);
            let principal = self.principal_of(&blocks);
            let plain = self.world.retirement(&agent, blocks, Claim::Support(PlainClaim {}));
            let retire = self.with_claim(plain, principal.unwrap_or(agent.id));
            let retire = match principal {
                None => Retire { claim: Claim::None(PlainClaim {}), ..retire },
                Some(_) => retire,
            };
            lines.push(RetireLine {
                blocks: retire.blocks,
                claim: retire.claim,
                consent: None,
                period_from: retire.period_from,
                period_to: retire.period_to,
                principal,
                product: None,
                purpose: retire.purpose,
            });
        }
        self.act(&agent, Act::RetireList(RetireList { account: agent.account, lines }))
    }

    /// Footprints, consents, corrections and findings.
    pub(super) fn claim(&mut self) -> String {
        match self.dice.below(8) {
            0..3 => self.record_footprint(),
            3 => self.record_consent(),
            4..6 => self.correct(),
            _ => self.publish_finding(),
        }
    }

    fn record_footprint(&mut self) -> String {
        let buyer = self.buyer();
        let today = self.world.scenario.now().date();
        let period_from = today.less_days(self.dice.below(300));
        let scope = *self.dice.one_of(&["products", "collection", "packaging"]).expect("scopes");
        let by_agent = self.dice.below(4) == 0;
        let record = RecordFootprint {
            basis: FootprintBasis::Used,
            beneficiary: by_agent.then_some(buyer.id),
            mass: Mass::from_mg(1 + self.dice.below(30_000)),
            method: value("weighed"),
            mineral: value("GLD"),
            period_from,
            period_to: period_from.plus_days(self.dice.below(360)),
            scope: value(scope),
        };
        let signer = if by_agent { self.actors[AGENT].clone() } else { buyer };
        self.act(&signer, Act::RecordFootprint(record))
    }

    fn record_consent(&mut self) -> String {
        let agent = self.actors[AGENT].clone();
        let name = *self.dice.one_of(&["Atelier Nord", "Atelier NORD", "Casa Sol"]).expect("names");
        let record = RecordConsent {
            beneficiary: Beneficiary { country: value("FR"), name: value(name), registration_number: None },
            digest: Digest([3; 32]),
            until: self.world.scenario.now().date().plus_days(self.dice.below(90)),
        };
        self.act(&agent, Act::RecordConsent(record))
    }

    pub(super) fn some_retirement(&mut self) -> Option<(RetirementId, OrganisationId)> {
        let all: Vec<_> = {
            let all = self.world.scenario.registry.claims.retirements();
            all.rev().take(6).map(|(id, retirement)| (id, retirement.record.holder)).collect()
        };
        self.dice.one_of(&all).copied()
    }

    fn correct(&mut self) -> String {
        let Some((retirement, holder)) = self.some_retirement() else { return self.record_footprint() };
        let holder = self.actor(holder);
        let correct = CorrectRetirement {
            footprint: None,
            product: None,
            purpose: Some(value("gifts")),
            registration_number: None,
            retirement,
        };
        self.act(&holder, Act::CorrectRetirement(correct))
    }

    fn publish_finding(&mut self) -> String {
        let Some((retirement, _)) = self.some_retirement() else { return self.record_consent() };
        let auditor = self.actors[AUDITOR].clone();
        let outcomes = [FindingOutcome::Confirmed, FindingOutcome::Qualified, FindingOutcome::Disputed];
        let outcome = *self.dice.one_of(&outcomes).expect("outcomes");
        let publish = PublishFinding { outcome, reason: value("records"), report: Digest([5; 32]), retirement };
        self.act(&auditor, Act::PublishFinding(publish))
    }
}
