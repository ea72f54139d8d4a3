//! Contact details, at random: set by who may and by who may not, changed, and taken back.

use super::*;

impl Simulation {
    pub(super) fn change_contacts(&mut self) -> String {
        let details = Digest([self.dice.below(200) as u8; 32]);
        let member = self.buyer();
        match self.dice.below(10) {
            0..4 => self.change_own(&member, set(details, None), withdraw_contacts()),
            4..6 => {
                let all = self.world.scenario.registry.parties.organisations().map(|(id, _)| id);
                let all: Vec<OrganisationId> = all.collect();
                let whose = self.dice.one_of(&all).copied();
                let operator = self.world.scenario.operator.clone();
                self.act_together(&operator, set(details, whose))
            }
            6..8 => {
                let set = SetPayoutDetails { details, organisation: None, rail: Rail::BankTransfer };
                self.change_own(&member, Act::SetPayoutDetails(set), withdraw_payouts())
            }
            8 => self.act(&member, withdraw_payouts()),
            _ => self.act(&member, withdraw_contacts()),
        }
    }

    /// By one person or by two, as the member has them, and half of them taken back at once.
    fn change_own(&mut self, member: &Actor, change: Act, withdraw: Act) -> String {
        let tried = self.act_together(member, change);
        if self.dice.below(2) == 0 {
            return tried;
        }
        tried + "; " + &self.act(member, withdraw)
    }

    /// Somebody else's, in the name of the thief.
    pub(super) fn redirect(&mut self, thief: &Actor, victim: &Actor) -> String {
        self.act(thief, set(Digest([66; 32]), Some(victim.id)))
    }
}

fn withdraw_contacts() -> Act {
    Act::WithdrawContactDetails(WithdrawContactDetails {})
}

fn withdraw_payouts() -> Act {
    Act::WithdrawPayoutDetails(WithdrawPayoutDetails {})
}

fn set(details: Digest, organisation: Option<OrganisationId>) -> Act {
    Act::SetContactDetails(SetContactDetails { details, organisation })
}
