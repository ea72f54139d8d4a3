//! What each act does, as plainly as it can be said.

use super::*;

impl Twin {
    pub(super) fn act(&mut self, asking: Asking, act: &Act) {
        if self.needs_two(asking, act) {
            let lapses = asking.now.plus_days(7);
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
        let slot = |key: &PublicKey| self.persons.iter().find(|(known, ..)| known == key);
        let person = slot(&asking.key).map(|(_, person, _)| person);
        match act {
            Act::Deposit(_) | Act::ExtendHold(_) => true,
            Act::AddKey(add) => person != Some(&add.person),
            Act::RevokeKey(revoke) => {
                let recovers = slot(&asking.key).is_some_and(|(.., purpose)| *purpose == KeyPurpose::Recovery);
                !recovers && slot(&revoke.key).map(|(_, person, _)| person) != person
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
            Act::Retire(retire) => {
                for block in &retire.blocks {
                    self.change(retire.account, block, LotState::Free, LotState::Retired);
                }
            }
            Act::RetireList(list) => {
                for block in list.lines.iter().flat_map(|line| &line.blocks) {
                    self.change(list.account, block, LotState::Free, LotState::Retired);
                }
            }
            Act::CancelCredits(cancel) => {
                for block in &cancel.blocks {
                    self.change(cancel.account, block, LotState::Free, LotState::Cancelled);
                }
            }
            Act::RefuseTransfer(refuse) => self.withdraw(refuse.transfer),
            Act::RevokeKey(revoke) => self.revoke(&revoke.key),
            act => self.act_on_holds(asking, act),
        }
    }

    pub(super) fn act_on_parties(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::Found(found) => {
                self.members.push(Member { id: asking.organisation, group: asking.organisation });
                self.persons.extend(found.persons.iter().map(|k| (k.key, k.person.clone(), k.purpose)));
            }
            Act::RegisterOrganisation(register) => {
                let id = asking.id(0);
                let group = register.group.map_or(id, |group| self.group_of(group));
                self.members.push(Member { id, group });
                self.persons.extend(register.keys.iter().map(|k| (k.key, k.person.clone(), k.purpose)));
                self.codes.extend(register.code.clone().map(|code| (id, code)));
                self.accounts.push((asking.id(1), id));
            }
            Act::AddKey(add) => self.persons.push((add.key, add.person.clone(), add.purpose)),
            Act::OpenAccount(_) => self.accounts.push((asking.id(0), asking.organisation)),
            Act::DefineProgramme(define) => self.programmes.push(define.clone()),
            act => self.act_on_certificates(asking, act),
        }
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
            owner: asking.organisation,
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
        let (from, to, settles) = (transfer.from, transfer.to, asking.now.plus_days(1));
        let moving = Moving { id, key: asking.key, from, to, settles };
        self.moving.push(moving);
        if self.owner_of(transfer.from) == self.owner_of(transfer.to) || self.trusts(asking.organisation, transfer.to) {
            self.settle(id);
        }
    }

    pub(super) fn settle(&mut self, id: TransferId) {
        let place = self.moving.iter().position(|m| m.id == id).expect("pending");
        let to = self.moving.remove(place).to;
        for lot in self.lots.iter_mut().filter(|lot| lot.state == LotState::Moving(id)) {
            (lot.account, lot.state) = (to, LotState::Free);
        }
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

    fn change(
        &mut self,
        account: AccountId,
        block: &orebook_registry::serial::SerialBlock,
        from: LotState,
        to: LotState,
    ) {
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
