//! Premium plans and debts, at random.

use super::*;
use crate::scenario::usd;

impl Simulation {
    pub(super) fn plan_premium(&mut self) -> String {
        let producer = self.actors[self.dice.below(2) as usize].clone();
        let creditor = self.world.acacia.clone();
        let offered: Vec<InstalmentPlanId> =
            self.world.scenario.registry.cash.instalment_plans().map(|(id, _)| id).collect();
        match self.dice.below(3) {
            0 => {
                let open = OpenInstalmentPlan {
                    kind: InstalmentKind::Certification,
                    producer: producer.id,
                    programme: value("HZN"),
                    rate: Bps::new(1 + self.dice.below(1_100) as u16).expect("within the whole"),
                    total: usd(&format!("{}.{:02}", self.dice.below(40), self.dice.below(100))),
                };
                self.act_by(&creditor, 0, Act::OpenInstalmentPlan(open))
            }
            1 => {
                let plan = *self.dice.one_of(&offered).expect("one was opened before the start");
                self.act(&producer, Act::AcceptInstalmentPlan(AcceptInstalmentPlan { plan }))
            }
            _ => {
                let payees = self.shares();
                self.act(&producer, Act::AdoptPremiumPlan(AdoptPremiumPlan { payees, programme: value("HZN") }))
            }
        }
    }

    /// Shares of the payees that there are, mostly the whole.
    fn shares(&mut self) -> Vec<PayeeShare> {
        let payees =
            self.world.scenario.registry.parties.organisations().filter(|(_, o)| o.roles.contains(&Role::Payee));
        let payees: Vec<OrganisationId> = payees.map(|(id, _)| id).collect();
        let (women, community) = (1_400 + self.dice.below(2_000) as u16, 900 + self.dice.below(2_000) as u16);
        let rest = 10_000 - women - community - u16::from(self.dice.below(10) == 0);
        let kinds = [(PayeeKind::Women, women), (PayeeKind::Community, community), (PayeeKind::Operations, rest)];
        let first = self.dice.below(payees.len() as u64) as usize;
        let share = |(n, (kind, points)): (usize, (PayeeKind, u16))| PayeeShare {
            kind,
            payee: payees[(first + n) % payees.len()],
            share: Bps::new(points).expect("within the whole"),
        };
        kinds.into_iter().enumerate().map(share).collect()
    }
}
