//! What each act does, as plainly as it can be said.

use orebook_registry::serial::SerialBlock;

use super::*;

impl Twin {
    pub(super) fn act(&mut self, asking: Asking, act: &Act) {
        if self.needs_two(asking, act) {
            let lapses = asking.now.plus_days(i64::from(self.parameters.proposal_lapse_days.0));
            self.proposals.push(Proposal {
                id: asking.id(0),
                act: act.clone(),
                key: asking.key,
                organisation: asking.organisation,
                lapses,
            });
        } else {
            self.act_alone(asking, act);
        }
    }

    fn needs_two(&self, asking: Asking, act: &Act) -> bool {
        let slot = |key: &PublicKey| self.keys.iter().find(|known| known.key == *key);
        let person = slot(&asking.key).map(|key| &key.person);
        let none = SetLimits { masses: Vec::new(), values: Vec::new() };
        let limits = self.limits.iter().rfind(|(id, _)| *id == asking.organisation).map_or(&none, |(_, set)| set);
        let heavy = |blocks: &[SerialBlock]| {
            let sum: u64 = blocks.iter().map(|block| block.to - block.from).sum();
            limits.masses.iter().any(|limit| sum > limit.mass.mg())
        };
        let dear = |price: Money, mass: Mass| {
            let value = i128::from(price.minor) * i128::from(mass.mg());
            limits.values.iter().any(|limit| value > i128::from(limit.minor) * 1_000_000)
        };
        match act {
            Act::Deposit(_) | Act::ExtendHold(_) | Act::AddKeyFor(_) | Act::AdoptParameters(_) => true,
            Act::ReleaseHold(release) => {
                self.holds.iter().any(|hold| hold.id == release.hold && hold.reason == HoldReason::Fraud)
            }
            Act::PlaceSellOrder(place) => dear(place.price, place.mass),
            Act::PlaceBuyOrder(place) => dear(place.price, place.mass),
            Act::Transfer(transfer) => heavy(&transfer.blocks),
            Act::Retire(retire) => heavy(&retire.blocks),
            Act::RetireList(list) => heavy(&list.lines.iter().flat_map(|line| line.blocks.clone()).collect::<Vec<_>>()),
            Act::SetLimits(set) => {
                let mass = |old: &MassLimit| set.masses.iter().all(|new| new.mass > old.mass);
                let value = |old: &Money| set.values.iter().all(|new| new.minor > old.minor);
                limits.masses.iter().any(mass) || limits.values.iter().any(value)
            }
            Act::AddKey(add) => person != Some(&add.person),
            Act::RevokeKey(revoke) => {
                let recovers = slot(&asking.key).is_some_and(|key| key.purpose == KeyPurpose::Recovery);
                !recovers && slot(&revoke.key).map(|key| &key.person) != person
            }
            _ => false,
        }
    }

    fn act_alone(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::Approve(approve) => {
                let place = self.proposals.iter().position(|p| p.id == approve.proposal).expect("open");
                let proposal = self.proposals.remove(place);
                self.act_alone(asking, &proposal.act);
            }
            Act::Deposit(deposit) => {
                self.pay(CashAccount::Bank, CashAccount::Cash(deposit.organisation), deposit.amount.minor);
            }
            Act::PlaceSellOrder(place) => self.offer(asking, place),
            Act::PlaceBuyOrder(place) => self.bid(asking, place),
            Act::CancelOrder(cancel) => self.end_order(cancel.order),
            Act::Transfer(transfer) => self.transfer(asking, transfer),
            Act::WithdrawTransfer(withdraw) => self.withdraw(withdraw.transfer),
            Act::CancelProposal(cancel) => self.proposals.retain(|p| p.id != cancel.proposal),
            Act::Retire(retire) => {
                let whom = self.whom(asking, retire.principal, retire.consent);
                self.retire(asking, 0, retire.account, &retire.blocks, whom);
            }
            Act::RetireList(list) => {
                for (line, ordinal) in list.lines.iter().zip(0..) {
                    let whom = self.whom(asking, line.principal, line.consent);
                    self.retire(asking, ordinal, list.account, &line.blocks, whom);
                }
            }
            Act::CancelCredits(cancel) => {
                for block in &cancel.blocks {
                    self.change(cancel.account, block, LotState::Free, LotState::Cancelled);
                }
            }
            Act::RefuseTransfer(refuse) => self.withdraw(refuse.transfer),
            Act::RevokeKey(revoke) => self.revoke(&revoke.key),
            act => self.act_on_duties(asking, act),
        }
    }

    pub(super) fn act_on_parties(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::Found(found) => {
                self.members.push(Member { id: asking.organisation, group: asking.organisation });
                self.know(asking.organisation, &found.persons);
            }
            Act::RegisterOrganisation(register) => {
                let id = asking.id(0);
                let group = register.group.map_or(id, |group| self.group_of(group));
                self.members.push(Member { id, group });
                self.know(id, &register.keys);
                self.codes.extend(register.code.clone().map(|code| (id, code)));
                self.accounts.push((asking.id(1), id));
            }
            Act::AddKey(add) => {
                let key = KeyOfPerson { key: add.key, person: add.person.clone(), purpose: add.purpose };
                self.know(asking.organisation, &[key]);
            }
            Act::AddKeyFor(add) => {
                let key = KeyOfPerson { key: add.key, person: add.person.clone(), purpose: add.purpose };
                self.know(add.organisation, &[key]);
            }
            Act::SetLimits(set) => self.limits.push((asking.organisation, set.clone())),
            Act::AdoptParameters(adopt) => self.parameters = adopt.parameters.clone(),
            Act::SuspendOrganisation(suspend) => self.stop(suspend.organisation),
            Act::OpenAccount(_) => self.accounts.push((asking.id(0), asking.organisation)),
            Act::DefineProgramme(define) => self.programmes.push(define.clone()),
            act => self.act_on_certificates(asking, act),
        }
    }

    fn know(&mut self, organisation: OrganisationId, keys: &[KeyOfPerson]) {
        let known = |k: &KeyOfPerson| Key { key: k.key, organisation, person: k.person.clone(), purpose: k.purpose };
        self.keys.extend(keys.iter().map(known));
    }

    /// What a suspended organisation has open ends; what others send it goes on.
    fn stop(&mut self, organisation: OrganisationId) {
        self.proposals.retain(|p| p.organisation != organisation);
        self.trusted.retain(|t| t.organisation != organisation || t.started);
        let sent = self.moving.iter().filter(|m| self.owner_of(m.from) == Some(organisation)).map(|m| m.id);
        sent.collect::<Vec<_>>().into_iter().for_each(|id| self.withdraw(id));
        let orders = self.orders.iter().filter(|o| o.owner == organisation).map(|o| o.id);
        orders.collect::<Vec<_>>().into_iter().for_each(|id| self.end_order(id));
    }

    fn offer(&mut self, asking: Asking, place: &PlaceSellOrder) {
        let wanted = place.mass.mg() / LOT_MG;
        let id = asking.id(0);
        let mut free: Vec<&mut Lot> = self
            .lots
            .iter_mut()
            .filter(|lot| (lot.account, lot.batch, lot.state) == (place.account, place.batch, LotState::Free))
            .collect();
        free.sort_by_key(|lot| lot.gram);
        assert!(free.len() as u64 >= wanted, "{} lots of {wanted}", free.len());
        let until = free.first().map_or(asking.now, |lot| lot.until.end());
        free.into_iter().take(wanted as usize).for_each(|lot| lot.state = LotState::Offered(id));
        let ends = place.until.map_or(asking.now.plus_days(30).min(until), Timestamp::from);
        self.orders.push(Order {
            id,
            market: place.market,
            // A holder offers for its producer.
            owner: self.owner_of(place.account).expect("an account"),
            account: place.account,
            key: asking.key,
            batch: Some(place.batch),
            price: place.price.minor,
            lots: wanted,
            immediate: place.time_in_force == TimeInForce::Ioc,
            ends,
            bps: 0,
            gross: 0,
            fee: 0,
        });
    }

    fn bid(&mut self, asking: Asking, place: &PlaceBuyOrder) {
        let bps = i64::from(self.programme_on(asking.now.date()).parameters.fee_bps.points());
        let order = Order {
            id: asking.id(0),
            market: place.market,
            owner: asking.organisation,
            account: place.account,
            key: asking.key,
            batch: None,
            price: place.price.minor,
            lots: place.mass.mg() / LOT_MG,
            immediate: place.time_in_force == TimeInForce::Ioc,
            ends: place.until.map_or(asking.now.plus_days(30), Timestamp::from),
            bps,
            gross: 0,
            fee: 0,
        };
        self.pay(CashAccount::Cash(order.owner), CashAccount::Escrow(order.id), order.reserve());
        self.orders.push(order);
    }

    fn transfer(&mut self, asking: Asking, transfer: &Transfer) {
        let id = asking.id(0);
        for block in &transfer.blocks {
            self.change(transfer.from, block, LotState::Free, LotState::Moving(id));
        }
        let settles = asking.now.plus_hours(i64::from(self.parameters.transfer_wait_hours.0));
        let (from, to, principal) = (transfer.from, transfer.to, self.earmark(asking.organisation, transfer));
        let moving = Moving { id, key: asking.key, from, to, principal, settles };
        self.moving.push(moving);
        if self.owner_of(transfer.from) == self.owner_of(transfer.to) || self.trusts(asking.organisation, transfer.to) {
            self.settle(id, asking.now.date());
        }
    }

    /// An agent in whom nobody else's principal is named holds what it is sent for its sender.
    fn earmark(&self, sender: OrganisationId, transfer: &Transfer) -> Option<OrganisationId> {
        let receiver = self.owner_of(transfer.to)?;
        let batch = |block| self.batch_of(block);
        let first = transfer.blocks.first().map(|block| (batch(block), block.from / LOT_MG));
        let of = |lot: &&Lot| first == Some((lot.batch, lot.gram));
        let before = self.lots.iter().find(of).and_then(|lot| lot.principal);
        let agent = self.agents.contains(&(sender, receiver));
        (agent && before != Some(receiver)).then_some(sender)
    }

    pub(super) fn settle(&mut self, id: TransferId, today: Date) {
        let place = self.moving.iter().position(|m| m.id == id).expect("pending");
        let Moving { to, principal, .. } = self.moving.remove(place);
        let receiver = self.owner_of(to);
        for lot in self.lots.iter_mut().filter(|lot| lot.state == LotState::Moving(id)) {
            (lot.account, lot.state) = (to, LotState::Free);
            lot.principal = principal.or(lot.principal).filter(|principal| Some(*principal) != receiver);
        }
        self.cover_anew(today);
    }

    pub(super) fn withdraw(&mut self, id: TransferId) {
        self.moving.retain(|m| m.id != id);
        self.free_lots(LotState::Moving(id));
    }

    pub(super) fn revoke(&mut self, key: &PublicKey) {
        self.proposals.retain(|p| p.key != *key);
        self.trusted.retain(|t| t.key != *key || t.started);
        for id in self.moving.iter().filter(|m| m.key == *key).map(|m| m.id).collect::<Vec<_>>() {
            self.withdraw(id);
        }
        for id in self.orders.iter().filter(|o| o.key == *key).map(|o| o.id).collect::<Vec<_>>() {
            self.end_order(id);
        }
    }

    /// Whatever an order still has set aside goes back.
    pub(super) fn end_order(&mut self, id: OrderId) {
        let place = self.orders.iter().position(|o| o.id == id).expect("an open order");
        let order = self.orders.remove(place);
        let held = self.money.get(&CashAccount::Escrow(id)).copied().unwrap_or(0);
        self.pay(CashAccount::Escrow(id), CashAccount::Cash(order.owner), held);
        self.free_lots(LotState::Offered(id));
    }

    pub(super) fn change(&mut self, account: AccountId, block: &SerialBlock, from: LotState, to: LotState) {
        let batch = self.batch_of(block);
        for gram in block.from / LOT_MG..block.to / LOT_MG {
            let lot = self.lots.iter_mut().find(|lot| lot.batch == batch && lot.gram == gram).expect("a lot");
            assert_eq!((lot.account, lot.state), (account, from), "lot {gram} of {batch}");
            lot.state = to;
        }
    }
}

impl Order {
    /// Gross at the limit, and the fee on all of it less what was charged.
    pub(super) fn reserve(&self) -> i64 {
        let rest = self.lots as i64 * self.price / 1_000;
        if self.lots == 0 { 0 } else { rest + (self.gross + rest) * self.bps / 10_000 - self.fee }
    }
}
