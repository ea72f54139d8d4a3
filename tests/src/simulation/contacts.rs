//! Contact details, at random: set by who may and by who may not, changed, and taken back.

use super::*;

impl Simulation {
    pub(super) fn change_contacts(&mut self) -> String {
        let details = Digest([self.dice.below(200) as u8; 32]);
        let member = self.buyer();
        match self.dice.below(10) {
            0..4 => self.act_together(&member, set(details, None)),
            4..6 => {
                let all = self.world.scenario.registry.parties.organisations().map(|(id, _)| id);
                let all: Vec<OrganisationId> = all.collect();
                let whose = self.dice.one_of(&all).copied();
                let operator = self.world.scenario.operator.clone();
                self.act_together(&operator, set(details, whose))
            }
            6 => self.change_payout_details(&member, details),
            7 => self.act(&member, Act::WithdrawPayoutDetails(WithdrawPayoutDetails {})),
            _ => self.act(&member, Act::WithdrawContactDetails(WithdrawContactDetails {})),
        }
    }

    /// By one person or by two, as the member has them, and half of them taken back at once.
    fn change_payout_details(&mut self, member: &Actor, details: Digest) -> String {
        let set = SetPayoutDetails { details, organisation: None, rail: Rail::BankTransfer };
        let tried = self.act_together(member, Act::SetPayoutDetails(set));
        if self.dice.below(2) == 0 {
            return tried;
        }
        tried + "; " + &self.act(member, Act::WithdrawPayoutDetails(WithdrawPayoutDetails {}))
    }

    /// Somebody else's, in the name of the thief.
    pub(super) fn redirect(&mut self, thief: &Actor, victim: &Actor) -> String {
        self.act(thief, set(Digest([66; 32]), Some(victim.id)))
    }
}

fn set(details: Digest, organisation: Option<OrganisationId>) -> Act {
    Act::SetContactDetails(SetContactDetails { details, organisation })
}
