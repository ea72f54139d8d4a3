//! Payouts, at random: planned, approved, sent, reported, and signed for.

use super::*;
use crate::scenario::usd;
use orebook_registry::money::{Payout, PayoutState};

impl Simulation {
    pub(super) fn pay_out(&mut self) -> String {
        let open = self.world.scenario.registry.cash.payouts().iter();
        let open: Vec<(PayoutId, Payout)> =
            open.filter(|(_, payout)| !payout.state.is_over()).map(|(id, payout)| (id, payout.clone())).collect();
        // Of two the one that is further: it took others to bring it there.
        let picked = [self.dice.one_of(&open).cloned(), self.dice.one_of(&open).cloned()];
        match (picked.into_iter().flatten().max_by_key(|(_, payout)| payout.state), self.dice.below(12)) {
            (_, 0) => self.set_details(),
            (_, 1) => self.withdraw_money(),
            (Some((id, payout)), 2..10) => self.further(id, &payout),
            _ => self.plan_payout(),
        }
    }

    /// A member or newcomer, with the keys it is known to have.
    pub(super) fn known(&self, id: OrganisationId) -> Actor {
        let all = self.actors.iter().chain(&self.newcomers).chain([&self.world.acacia, &self.world.cordillera]);
        all.into_iter().find(|actor| actor.id == id).expect("somebody who signs").clone()
    }

    fn signs(&self, id: OrganisationId) -> bool {
        self.actors.iter().chain(&self.newcomers).any(|actor| actor.id == id)
    }

    fn set_details(&mut self) -> String {
        let rail = if self.dice.below(8) == 0 { Rail::MobileMoney } else { Rail::BankTransfer };
        let details = Digest([self.dice.below(200) as u8; 32]);
        let payees = self.world.scenario.registry.parties.organisations();
        let payees: Vec<_> = payees.filter(|(_, o)| o.roles.contains(&Role::Payee)).map(|(id, _)| id).collect();
        let payee = *self.dice.one_of(&payees).expect("there are payees");
        if self.dice.below(3) == 0 {
            let operator = self.world.scenario.operator.clone();
            let set = SetPayoutDetails { details, organisation: Some(payee), rail };
            return self.act_together(&operator, Act::SetPayoutDetails(set));
        }
        let own = if self.signs(payee) { self.known(payee) } else { self.somebody() };
        self.act(&own, Act::SetPayoutDetails(SetPayoutDetails { details, organisation: None, rail }))
    }

    fn withdraw_money(&mut self) -> String {
        let (member, amount) = (self.buyer(), self.amount(300));
        self.act_together(&member, Act::WithdrawMoney(WithdrawMoney { amount }))
    }

    /// Some or all of what waits, or a little more.
    fn plan_payout(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let (cash, parties) = (&self.world.scenario.registry.cash, &self.world.scenario.registry.parties);
        let waiting = parties.organisations().flat_map(|(payee, _)| {
            cash.premiums().unpaid_of(payee).map(move |(producer, waiting)| (payee, producer, waiting))
        });
        let waiting: Vec<_> = waiting.collect();
        let Some((payee, producer, waiting)) = self.dice.one_of(&waiting).copied() else {
            return self.withdraw_money();
        };
        let minor = match self.dice.below(8) {
            0 => waiting.minor + 1,
            1..4 => 1 + self.dice.below(waiting.minor as u64) as i64,
            _ => waiting.minor,
        };
        let exchange = (self.dice.below(6) == 0).then(|| Exchange {
            currency: value("KES"),
            expected: Money::parse("100.00", value(if self.dice.below(4) == 0 { "UGX" } else { "KES" }))
                .unwrap_or(waiting),
            rate: value("129.25"),
            source: value("central_bank"),
        });
        let amount = waiting.currency.minor(minor);
        self.act(&operator, Act::PlanPayout(PlanPayout { amount, exchange, payee, producer }))
    }

    /// What comes next for a payout, most times.
    fn further(&mut self, id: PayoutId, payout: &Payout) -> String {
        let choice = self.dice.below(10);
        match payout.state {
            PayoutState::Planned if choice < 7 => self.approve_payouts(id, payout),
            PayoutState::Planned | PayoutState::Approved if choice < 9 => self.instruct_or_cancel(id, payout),
            PayoutState::Settled if choice < 6 => self.sign_receipt(id, payout),
            PayoutState::Settled if choice < 8 => {
                let dispute = DisputePayout { note: None, payout: id, reason: value("not_arrived") };
                match self.signer_of(payout) {
                    Some(signer) => self.act(&signer, Act::DisputePayout(dispute)),
                    None => self.set_details(),
                }
            }
            PayoutState::Disputed if choice < 6 => self.sign_receipt(id, payout),
            _ => self.report(id, payout),
        }
    }

    /// With others of its currency and rail, or of any.
    fn approve_payouts(&mut self, id: PayoutId, payout: &Payout) -> String {
        let operator = self.world.scenario.operator.clone();
        let payouts = self.world.scenario.registry.cash.payouts();
        let rail_of = |payee| payouts.details(payee).map_or(Rail::BankTransfer, |details| details.rail);
        let (rail, any) = (rail_of(payout.payee), self.dice.below(8) == 0);
        let fits = |other: &Payout| {
            let same = other.amount.currency == payout.amount.currency && rail_of(other.payee) == rail;
            other.state == PayoutState::Planned && (same || any)
        };
        let others = payouts.iter().filter(|(other, planned)| *other != id && fits(planned)).map(|(other, _)| other);
        let mut named: Vec<PayoutId> = others.collect();
        named.retain(|_| self.dice.below(3) == 0);
        named.insert(0, id);
        if self.dice.below(20) == 0 {
            named.push(id);
        }
        let rail = if self.dice.below(12) == 0 { Rail::MobileMoney } else { rail };
        self.act_together(&operator, Act::ApprovePayouts(ApprovePayouts { payouts: named, rail }))
    }

    fn instruct_or_cancel(&mut self, id: PayoutId, payout: &Payout) -> String {
        let operator = self.world.scenario.operator.clone();
        if let (Some(file), 0..4) = (payout.file, self.dice.below(5)) {
            let digest = Digest([9; 32]);
            return self.act(&operator, Act::InstructPayouts(InstructPayouts { digest, file }));
        }
        let own = payout.producer.is_none() && self.signs(payout.payee) && self.dice.below(2) == 0;
        let signer = if own { self.known(payout.payee) } else { operator };
        self.act(&signer, Act::CancelPayout(CancelPayout { payout: id, reason: value("mistake") }))
    }

    /// What may come next at the bank, or something else.
    fn report(&mut self, payout: PayoutId, found: &Payout) -> String {
        let operator = self.world.scenario.operator.clone();
        let reference = if self.dice.below(3) == 0 { None } else { Some(self.reference()) };
        let paid = value(&format!("BANK-{}", self.dice.below(500)));
        // A file is often one booking at the bank.
        let of_file = found.file.map(|file| value(&file.to_string()));
        let paid: Reference = of_file.filter(|_| self.dice.below(2) == 0).unwrap_or(paid);
        let reason: Token = value("account_closed");
        let accepted = || PayoutReport::Accepted(BankSaid { reference: reference.clone() });
        let rejected = || PayoutReport::Rejected(BankRefused { reason: reason.clone(), reference: reference.clone() });
        let settled = || PayoutReport::Settled(BankPaid { reference: paid.clone() });
        let choice = self.dice.below(10);
        let report = match found.state {
            PayoutState::Instructed if choice < 7 => accepted(),
            PayoutState::Accepted | PayoutState::Unknown if choice < 7 => settled(),
            PayoutState::Settled | PayoutState::Disputed => {
                PayoutReport::Returned(BankReturned { reason: reason.clone(), reference: paid.clone() })
            }
            _ if choice == 7 => rejected(),
            _ if choice == 8 => PayoutReport::Unknown(BankSilent {}),
            _ if choice < 4 => settled(),
            _ => accepted(),
        };
        let comes_back = matches!(report, PayoutReport::Rejected(_) | PayoutReport::Returned(_));
        let act = Act::ReportPayout(ReportPayout { payout, report });
        if comes_back { self.act_together(&operator, act) } else { self.act(&operator, act) }
    }

    /// The payee, or the producer of a payee that cannot sign.
    fn signer_of(&self, payout: &Payout) -> Option<Actor> {
        match payout.producer {
            _ if self.signs(payout.payee) => Some(self.known(payout.payee)),
            Some(producer) => Some(self.actor(producer)),
            None => None,
        }
    }

    fn sign_receipt(&mut self, id: PayoutId, payout: &Payout) -> String {
        let Some(signer) = self.signer_of(payout) else { return self.set_details() };
        let own = signer.id == payout.payee;
        let sent = payout.amount.minor;
        let received = match self.dice.below(10) {
            0 => sent - self.dice.below(sent.min(900) as u64 + 1) as i64,
            1 => sent / 2,
            2 => sent + 1,
            3 => 0,
            _ => sent,
        };
        let short = received < sent && self.dice.below(8) > 0;
        let confirm = ConfirmReceipt {
            note: None,
            paper: (own == (self.dice.below(12) == 0)).then_some(Digest([8; 32])),
            payout: id,
            reason: short.then(|| value("charge")),
            received: payout.amount.currency.minor(received),
        };
        if own {
            self.act(&signer, Act::ConfirmReceipt(confirm))
        } else {
            self.act_together(&signer, Act::ConfirmReceipt(confirm))
        }
    }

    /// Payouts of others: signed for, disputed, reported, taken back, or let go by one person.
    pub(super) fn embezzle(&mut self, thief: &Actor, victim: &Actor) -> String {
        let all: Vec<PayoutId> = self.world.scenario.registry.cash.payouts().iter().map(|(id, _)| id).collect();
        let Some(payout) = self.dice.one_of(&all).copied() else { return self.plan_payout() };
        let operator = self.world.scenario.operator.clone();
        let amount = self.world.scenario.registry.cash.payouts().find(payout).expect("a payout").amount;
        let confirm = ConfirmReceipt { note: None, paper: None, payout, reason: None, received: amount };
        let reference = self.reference();
        let act = match self.dice.below(9) {
            0 => Act::ConfirmReceipt(confirm),
            1 => Act::ConfirmReceipt(ConfirmReceipt { paper: Some(Digest([8; 32])), ..confirm }),
            2 => Act::DisputePayout(DisputePayout { note: None, payout, reason: value("not_arrived") }),
            3 => Act::CancelPayout(CancelPayout { payout, reason: value("mistake") }),
            4 => Act::ApprovePayouts(ApprovePayouts { payouts: vec![payout], rail: Rail::BankTransfer }),
            5 => Act::ReportPayout(ReportPayout { payout, report: PayoutReport::Settled(BankPaid { reference }) }),
            6 => Act::WithdrawMoney(WithdrawMoney { amount: usd("100000.00") }),
            7 => {
                let set = SetPayoutDetails {
                    details: Digest([6; 32]),
                    organisation: Some(victim.id),
                    rail: Rail::BankTransfer,
                };
                return self.act_together(&operator, Act::SetPayoutDetails(set));
            }
            _ => {
                let act = Act::ApprovePayouts(ApprovePayouts { payouts: vec![payout], rail: Rail::BankTransfer });
                let tried = self.act_by(&operator, 1, act);
                let open = self.world.scenario.registry.parties.open_proposals().last().map(|(id, p)| (id, p.digest));
                let Some((proposal, digest)) = open else { return tried };
                return tried + &self.act_by(&operator, 1, Act::Approve(Approve { digest, proposal }));
            }
        };
        self.act(thief, act)
    }
}
