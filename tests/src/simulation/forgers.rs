//! What forgers try: signatures and approvals that are not theirs, or no longer, and the same thing twice.

use super::*;
use crate::scenario::{holds, usd};
use orebook_registry::certificate::DeclarationState;

impl Simulation {
    pub(super) fn forge(&mut self, thief: &Actor, victim: &Actor) -> String {
        match self.dice.below(10) {
            0 => self.approve_own(),
            1 => self.approve_anothers(thief),
            2 => self.approve_again(),
            3 => self.sign_with_any_key(victim),
            4 => self.sign_unconfirmed(victim),
            5 => self.issue_again(),
            6 => self.usurp(thief, victim),
            7 => self.back_date(),
            8 => self.redirect(thief, victim),
            _ => self.free_early(),
        }
    }

    /// By each key of the person who proposed, as far as it has several.
    fn approve_own(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let amount = usd("5.00");
        let reference = value(&format!("OWN-{}", self.dice.below(9)));
        let deposit = Deposit { amount, organisation: self.world.buyers[0].id, reference };
        let tried = self.act_by(&operator, 0, Act::Deposit(deposit));
        let open = self.world.scenario.registry.parties.open_proposals().last().map(|(id, p)| (id, p.digest));
        let Some((proposal, digest)) = open else { return tried };
        tried + &self.act_by(&operator, 0, Act::Approve(Approve { digest, proposal }))
    }

    fn approve_anothers(&mut self, thief: &Actor) -> String {
        let open = self.world.scenario.registry.parties.open_proposals();
        let open: Vec<_> = open.map(|(id, p)| (id, p.digest)).collect();
        let Some((proposal, digest)) = self.dice.one_of(&open).copied() else { return self.approve_own() };
        self.act_by(thief, 0, Act::Approve(Approve { digest, proposal }))
    }

    /// What was approved before, or an open proposal under the digest of another.
    fn approve_again(&mut self) -> String {
        let Some((organisation, proposal, digest)) = self.dice.one_of(&self.spent).copied() else {
            return self.approve_own();
        };
        let operator = self.world.scenario.operator.clone();
        let approver = if organisation == operator.id { operator } else { self.actor(organisation) };
        let open = self.world.scenario.registry.parties.open_proposals().last().map(|(id, _)| id);
        let proposal = if self.dice.below(2) == 0 { proposal } else { open.unwrap_or(proposal) };
        self.act_by(&approver, 1, Act::Approve(Approve { digest, proposal }))
    }

    /// Revoked, held, for recovery only: whatever key there is.
    fn sign_with_any_key(&mut self, victim: &Actor) -> String {
        let key = self.dice.below(victim.keys.len() as u64) as usize;
        let bid = self.world.bid(victim, "0.01", "4250.00");
        self.act_by(victim, key, Act::PlaceBuyOrder(bid))
    }

    fn sign_unconfirmed(&mut self, victim: &Actor) -> String {
        let key = self.new_key();
        let add = AddKey { key: key.public(), person: victim.keys[0].person.clone(), purpose: KeyPurpose::Signing };
        let tried = self.act_by(victim, 0, Act::AddKey(add));
        let known = victim.clone().with_key("first", key);
        let bid = self.world.bid(victim, "0.01", "4250.00");
        tried + &self.act_by(&known, known.keys.len() - 1, Act::PlaceBuyOrder(bid))
    }

    /// A second approval of a declaration, or its days declared anew, under whichever certificate.
    fn issue_again(&mut self) -> String {
        let all = self.world.scenario.registry.certificates.declarations();
        let approved = all.filter(|(_, d)| d.state == DeclarationState::Approved);
        let approved: Vec<_> =
            approved.map(|(id, d)| (id, d.certificate, d.fine, [d.period_from, d.period_to])).collect();
        let (declaration, certificate, verified, period) = *self.dice.one_of(&approved).expect("two at the start");
        if self.dice.below(2) == 0 {
            let certifier = self.certifier_of(certificate);
            let approve = ApproveDeclaration { declaration, verified };
            return self.act_by(&certifier, 0, Act::ApproveDeclaration(approve));
        }
        let other = self.some_certificate();
        let (producer, _) = self.parties_of(other);
        let [from, to] = period.map(|day| day.to_string());
        let declare = crate::scenario::declaration(other, "0.05", "0", [&from, &to]);
        self.act(&producer, Act::Declare(declare))
    }

    /// What only the operator or a certifier may do.
    fn usurp(&mut self, thief: &Actor, victim: &Actor) -> String {
        let reason: Token = value("theft");
        let organisation = victim.id;
        let certificate = self.some_certificate();
        let (add, amount) = (self.new_key().public(), usd("1000.00"));
        let acts = [
            Act::PlaceHold(PlaceHold {
                grievance: None,
                reason: HoldReason::Security,
                target: holds::organisation(victim),
            }),
            Act::SuspendOrganisation(SuspendOrganisation { organisation, reason: reason.clone() }),
            Act::CloseOrganisation(CloseOrganisation { organisation, reason: reason.clone() }),
            Act::AddKeyFor(AddKeyFor { key: add, organisation, person: value("second"), purpose: KeyPurpose::Signing }),
            Act::AdoptParameters(AdoptParameters { parameters: RegisterParameters::default() }),
            Act::AdoptLogKey(self.world.scenario.adopt_log_key(KeyEnd::Retired)),
            Act::AdoptIssuer(self.world.scenario.adopt_issuer(true, KeyEnd::Compromised)),
            Act::Deposit(Deposit { amount, organisation: thief.id, reference: value("FORGED-2") }),
            Act::ReleaseCertificateHold(ReleaseCertificateHold { certificate, note: None, reason: reason.clone() }),
            Act::ExtendMaximum(ExtendMaximum { certificate, maximum: value("100"), note: None, reason }),
            Act::VetoKey(VetoKey { key: victim.keys[0].secret.public() }),
            Act::RevokeKey(RevokeKey { key: victim.keys[0].secret.public(), reason: value("theft") }),
        ];
        let act = self.dice.one_of(&acts).expect("acts").clone();
        self.act(thief, act)
    }

    fn back_date(&mut self) -> String {
        let certificate = self.some_certificate();
        let certifier = self.certifier_of(certificate);
        let effective = self.world.scenario.now().date().less_days(31 + self.dice.below(90));
        let suspend = SuspendCertificate { certificate, effective, note: None, reason: value("finding") };
        self.act_by(&certifier, 0, Act::SuspendCertificate(suspend))
    }

    /// A hold that followed from a certificate, released by the operator, alone or together.
    fn free_early(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let open = self.world.scenario.registry.credits.holds().iter().filter(|(_, h)| h.lapses_at.is_none());
        let open: Vec<HoldId> = open.map(|(id, _)| id).collect();
        let Some(hold) = self.dice.one_of(&open).copied() else { return self.back_date() };
        self.act_together(&operator, Act::ReleaseHold(ReleaseHold { hold, reason: value("settled") }))
    }
}
