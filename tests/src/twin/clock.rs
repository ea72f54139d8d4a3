//! Deadlines: everything that is due, one after the other, the earliest first.

use super::*;

/// Kinds in the order of one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Proposal(ProposalId),
    Trust(OrganisationId, AccountId),
    Plan(PremiumPlanId),
    Certificate(CertificateId),
    Declaration(DeclarationId),
    Hold(HoldId),
    Audit(RetirementId),
    Transfer(TransferId),
    Deal(DealId),
    Order(OrderId),
    Credits(BatchId),
}

impl Twin {
    pub(super) fn pass_time(&mut self, now: Timestamp) {
        while let Some((time, due)) = self.deadlines().into_iter().filter(|(time, _)| *time <= now).min() {
            self.fall_due(now, time, due);
        }
    }

    fn deadlines(&self) -> Vec<(Timestamp, Due)> {
        let mut all: Vec<(Timestamp, Due)> = Vec::new();
        all.extend(self.proposals.iter().map(|p| (p.lapses, Due::Proposal(p.id))));
        all.extend(self.plans.iter().filter(|p| !p.started).map(|p| (p.starts, Due::Plan(p.id))));
        let granted = self.certificates.iter().filter(|c| ["certified", "suspended"].contains(&c.state));
        all.extend(granted.map(|c| (c.ends, Due::Certificate(c.id))));
        all.extend(self.declarations.iter().filter(|d| d.open).map(|d| (d.lapses, Due::Declaration(d.id))));
        all.extend(self.moving.iter().map(|m| (m.settles, Due::Transfer(m.id))));
        let deals = self.deals.iter().filter(|deal| deal.is_under_way() && !deal.ripe);
        all.extend(deals.map(|deal| (deal.deadline, Due::Deal(deal.id))));
        all.extend(self.orders.iter().map(|o| (o.ends, Due::Order(o.id))));
        let waiting = self.trusted.iter().filter(|t| !t.started);
        all.extend(waiting.map(|t| (t.works, Due::Trust(t.organisation, t.account))));
        all.extend(self.holds.iter().filter_map(|hold| Some((hold.lapses?, Due::Hold(hold.id)))));
        all.extend(self.duties.iter().filter(|d| !d.overdue).map(|d| (d.due, Due::Audit(d.by))));
        let free = self.lots.iter().filter(|lot| self.expires(lot));
        all.extend(free.map(|lot| (lot.until.end(), Due::Credits(lot.batch))));
        all
    }

    fn fall_due(&mut self, now: Timestamp, time: Timestamp, due: Due) {
        match due {
            Due::Proposal(id) => self.proposals.retain(|p| p.id != id),
            Due::Trust(organisation, account) => {
                let same = |t: &&mut Trusted| (t.organisation, t.account) == (organisation, account);
                self.trusted.iter_mut().filter(same).for_each(|t| t.started = true);
            }
            Due::Hold(id) => self.lift(id, now.date()),
            Due::Plan(id) => self.plans.iter_mut().filter(|p| p.id == id).for_each(|p| p.started = true),
            Due::Certificate(id) => self.certificate(id).state = "expired",
            Due::Declaration(id) => self.close(id, 0),
            Due::Audit(by) => {
                self.duties.iter_mut().filter(|d| d.by == by).for_each(|d| d.overdue = true);
                self.cover_anew(now.date());
            }
            Due::Transfer(id) => self.settle(id, now.date()),
            Due::Deal(id) => self.deal_is_due(id),
            Due::Order(id) => self.end_order(id),
            Due::Credits(batch) => {
                for n in 0..self.lots.len() {
                    let lot = &self.lots[n];
                    if lot.batch == batch && lot.until.end() == time && self.expires(lot) {
                        (self.lots[n].state, self.lots[n].stopped) = (LotState::Expired, None);
                    }
                }
            }
        }
    }
}
