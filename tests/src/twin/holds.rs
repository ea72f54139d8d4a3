//! Holds and trusted lists: after every change each lot asks anew, of every hold, whether it is covered.

use super::*;

impl Twin {
    pub(super) fn act_on_holds(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::PlaceHold(place) => {
                let batches = match &place.target {
                    HoldTarget::Batch(target) => vec![target.batch],
                    _ => Vec::new(),
                };
                let days = i64::from(self.parameters.hold_days.0);
                let (id, lapses) = (asking.id(0), Some(asking.now.plus_days(days)));
                let hold = Hold { id, target: place.target.clone(), batches, reason: place.reason, lapses };
                self.hold(asking.now.date(), hold);
            }
            Act::ExtendHold(extend) => {
                let days = i64::from(self.parameters.hold_days.0);
                let hold = self.holds.iter_mut().find(|hold| hold.id == extend.hold).expect("a hold");
                hold.lapses = hold.lapses.map(|time| time.plus_days(days));
            }
            Act::ReleaseHold(release) => {
                self.give_premium_back(release.hold);
                self.lift(release.hold, asking.now.date());
            }
            Act::TrustAccount(trust) => self.trusted.push(Trusted {
                organisation: asking.organisation,
                account: trust.account,
                key: asking.key,
                works: asking.now.plus_hours(i64::from(self.parameters.trust_wait_hours.0)),
                started: false,
            }),
            Act::DistrustAccount(distrust) => {
                self.trusted.retain(|t| (t.organisation, t.account) != (asking.organisation, distrust.account));
            }
            act => self.act_on_parties(asking, act),
        }
    }

    pub(super) fn trusts(&self, organisation: OrganisationId, account: AccountId) -> bool {
        self.trusted.iter().any(|t| (t.organisation, t.account, t.started) == (organisation, account, true))
    }

    pub(super) fn hold(&mut self, today: Date, hold: Hold) {
        let (target, batches) = (hold.target.clone(), hold.batches.clone());
        self.holds.push(hold);
        match target {
            HoldTarget::Key(target) => self.revoke(&target.key),
            HoldTarget::Account(target) => self.end_all_of(target.account),
            HoldTarget::Organisation(target) => {
                let own = self.keys.iter().filter(|key| key.organisation == target.organisation).map(|key| key.key);
                own.collect::<Vec<_>>().iter().for_each(|key| self.end_payouts_of(key));
                self.proposals.retain(|p| p.organisation != target.organisation);
                self.trusted.retain(|t| t.organisation != target.organisation || t.started);
                let accounts = self.accounts.clone().into_iter().filter(|(_, owner)| *owner == target.organisation);
                accounts.for_each(|(account, _)| self.end_all_of(account));
                self.void_deals(|deal| deal.sides().iter().any(|side| side.organisation == target.organisation));
            }
            HoldTarget::Batch(target) => {
                let offers = self.orders.iter().filter(|o| o.batch.is_some_and(|batch| batches.contains(&batch)));
                offers.map(|o| o.id).collect::<Vec<_>>().into_iter().for_each(|id| self.end_order(id));
                self.void_deals(|deal| batches.contains(&deal.batch));
                if target.scope == HoldScope::All {
                    let moving = self.lots.iter().filter(|lot| batches.contains(&lot.batch)).map(|lot| lot.state);
                    for state in moving.collect::<Vec<_>>() {
                        if let LotState::Moving(id) = state {
                            self.withdraw(id);
                        }
                    }
                }
            }
        }
        self.cover_anew(today);
    }

    fn end_all_of(&mut self, account: AccountId) {
        let moving = self.moving.iter().filter(|m| m.from == account || m.to == account).map(|m| m.id);
        moving.collect::<Vec<_>>().into_iter().for_each(|id| self.withdraw(id));
        let orders = self.orders.iter().filter(|o| o.account == account).map(|o| o.id);
        orders.collect::<Vec<_>>().into_iter().for_each(|id| self.end_order(id));
        self.void_deals(|deal| deal.sides().iter().any(|side| side.account == Some(account)));
    }

    pub(super) fn lift(&mut self, id: HoldId, today: Date) {
        self.holds.retain(|hold| hold.id != id);
        self.cover_anew(today);
    }

    /// What was set aside for something that has ended.
    pub(super) fn free_lots(&mut self, state: LotState) {
        for n in 0..self.lots.len() {
            if self.lots[n].state == state {
                self.free_lot(n);
            }
        }
    }

    pub(super) fn free_lot(&mut self, n: usize) {
        let freezes = self.freezing(&self.lots[n]);
        self.lots[n].state = if freezes { LotState::Frozen } else { LotState::Free };
    }

    pub(super) fn cover_anew(&mut self, today: Date) {
        for n in 0..self.lots.len() {
            let lot = &self.lots[n];
            if matches!(lot.state, LotState::Retired | LotState::Cancelled | LotState::Expired) {
                continue;
            }
            let (freezes, stops) = (self.freezing(lot), self.stopping(lot));
            let lot = &mut self.lots[n];
            match lot.state {
                LotState::Free if freezes => lot.state = LotState::Frozen,
                LotState::Frozen if !freezes => lot.state = LotState::Free,
                _ => {}
            }
            match lot.stopped {
                None if stops => lot.stopped = Some(today),
                Some(since) if !stops => {
                    lot.until = lot.until.plus_days(u64::try_from(today.days_since(since)).expect("time runs on"));
                    lot.stopped = None;
                }
                _ => {}
            }
        }
    }

    fn covers_batch(&self, hold: &Hold, lot: &Lot) -> bool {
        let HoldTarget::Batch(target) = &hold.target else { return false };
        let producer = self.batches.iter().find(|batch| batch.id == lot.batch).map(|batch| batch.producer);
        hold.batches.contains(&lot.batch) && (target.scope == HoldScope::All || producer == self.owner_of(lot.account))
    }

    fn covers_owner(&self, hold: &Hold, lot: &Lot) -> bool {
        match &hold.target {
            HoldTarget::Account(target) => target.account == lot.account,
            HoldTarget::Organisation(target) => Some(target.organisation) == self.owner_of(lot.account),
            _ => false,
        }
    }

    fn freezing(&self, lot: &Lot) -> bool {
        self.holds.iter().any(|hold| self.covers_batch(hold, lot))
    }

    fn stopping(&self, lot: &Lot) -> bool {
        let blameless = |hold: &&Hold| ![HoldReason::OwnerBreach, HoldReason::OwnerRequest].contains(&hold.reason);
        self.holds.iter().filter(blameless).any(|hold| self.covers_batch(hold, lot) || self.covers_owner(hold, lot))
            || self.owes_a_finding(lot)
    }

    /// Whether a free lot expires when its day is over.
    pub(super) fn expires(&self, lot: &Lot) -> bool {
        lot.state == LotState::Free
            && !self.owes_a_finding(lot)
            && !self.holds.iter().any(|hold| self.covers_owner(hold, lot))
    }
}
