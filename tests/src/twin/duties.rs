//! Retirements, and the audit duty that follows from them: who retired more than the threshold in 365 days owes a
//! finding; while it is overdue the days of its lots do not count. Agents and consents are kept for it.

use orebook_registry::serial::SerialBlock;

use super::*;

/// For whom is retired: a name that is the same whenever the duty counts the same, and the member it is.
pub(super) type Whom = (String, Option<OrganisationId>);

impl Twin {
    pub(super) fn act_on_duties(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::AppointAgent(appoint) => self.agents.push((asking.organisation, appoint.agent)),
            Act::DismissAgent(dismiss) => self.agents.retain(|pair| *pair != (asking.organisation, dismiss.agent)),
            Act::RecordConsent(record) => {
                let Beneficiary { country, name, .. } = &record.beneficiary;
                self.consents.push((asking.id(0), format!("{country} {}", name.as_str().to_lowercase())));
            }
            Act::PublishFinding(publish) => self.find(publish.retirement, asking.now.date()),
            act => self.act_on_holds(asking, act),
        }
    }

    pub(super) fn whom(&self, asking: Asking, principal: Option<OrganisationId>, consent: Option<ConsentId>) -> Whom {
        let named = self.consents.iter().find(|(id, _)| Some(*id) == consent);
        let member = principal.unwrap_or(asking.organisation);
        named.map_or_else(|| (member.to_string(), Some(member)), |(_, name)| (name.clone(), None))
    }

    pub(super) fn retire(
        &mut self,
        asking: Asking,
        ordinal: u16,
        account: AccountId,
        blocks: &[SerialBlock],
        (whom, member): Whom,
    ) {
        for block in blocks {
            self.change(account, block, LotState::Free, LotState::Retired);
        }
        let lots = blocks.iter().map(|block| (block.to - block.from) / LOT_MG).sum();
        let id = asking.id(ordinal);
        let settled = false;
        self.retired.push(Retired { id, whom: whom.clone(), time: asking.now, lots, settled });
        let begins = asking.now.plus_days(-365);
        let counts = |r: &&Retired| r.whom == whom && r.time > begins && !r.settled;
        let year: u64 = self.retired.iter().filter(counts).map(|r| r.lots).sum();
        let thresholds = &self.programme_on(asking.now.date()).parameters.audit_thresholds;
        let gold = thresholds.iter().find(|row| row.mineral.to_string() == "GLD");
        let owes = self.duties.iter().any(|duty| duty.whom == whom);
        if !owes && gold.is_some_and(|row| year * LOT_MG > row.mass.mg()) {
            let due = asking.now.plus_days(i64::from(self.parameters.finding_due_days.0));
            self.duties.push(Duty { by: id, whom, member, due, overdue: false });
        }
    }

    /// A finding on any retirement of who owes one settles all there were.
    fn find(&mut self, retirement: RetirementId, today: Date) {
        let found = self.retired.iter().find(|r| r.id == retirement).expect("a retirement");
        let whom = found.whom.clone();
        if self.duties.iter().any(|duty| duty.whom == whom) {
            self.duties.retain(|duty| duty.whom != whom);
            self.retired.iter_mut().filter(|r| r.whom == whom).for_each(|r| r.settled = true);
        }
        self.cover_anew(today);
    }

    pub(super) fn owes_a_finding(&self, lot: &Lot) -> bool {
        let owner = self.owner_of(lot.account);
        self.duties.iter().any(|duty| duty.overdue && duty.member == owner && owner.is_some())
    }
}
