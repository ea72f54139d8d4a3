//! Deadlines: everything that is due, one after the other, the earliest first.

use super::*;

/// Kinds in the order of one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Proposal(ProposalId),
    Plan(PremiumPlanId),
    Certificate(CertificateId),
    Declaration(DeclarationId),
    Transfer(TransferId),
    Order(OrderId),
    Credits(BatchId),
}

impl Twin {
    pub(super) fn pass_time(&mut self, now: Timestamp) {
        while let Some((time, due)) = self.deadlines().into_iter().filter(|(time, _)| *time <= now).min() {
            self.fall_due(time, due);
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
        all.extend(self.orders.iter().map(|o| (o.ends, Due::Order(o.id))));
        let free = self.lots.iter().filter(|lot| lot.state == LotState::Free);
        all.extend(free.map(|lot| (lot.until.end(), Due::Credits(lot.batch))));
        all
    }

    fn fall_due(&mut self, time: Timestamp, due: Due) {
        match due {
            Due::Proposal(id) => self.proposals.retain(|p| p.id != id),
            Due::Plan(id) => self.plans.iter_mut().filter(|p| p.id == id).for_each(|p| p.started = true),
            Due::Certificate(id) => self.certificate(id).state = "expired",
            Due::Declaration(id) => self.close(id, 0),
            Due::Transfer(id) => self.settle(id),
            Due::Order(id) => self.end_order(id),
            Due::Credits(batch) => {
                let due = |lot: &&mut Lot| lot.batch == batch && lot.state == LotState::Free && lot.until.end() == time;
                self.lots.iter_mut().filter(due).for_each(|lot| lot.state = LotState::Expired);
            }
        }
    }
}
