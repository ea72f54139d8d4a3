//! What each act does, as plainly as it can be said.

use orebook_registry::serial::SerialBlock;

use super::money::usd;
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
            let above = |limit: &Money| value > i128::from(limit.minor) * 1_000_000;
            limits.values.iter().any(|limit| limit.currency == price.currency && above(limit))
        };
        match act {
            Act::ExtendHold(_) | Act::AddKeyFor(_) | Act::AdoptParameters(_) | Act::AdoptRules(_) => true,
            Act::AdoptIssuer(_) | Act::AdoptLogKey(_) => true,
            Act::Deposit(_) | Act::DepositUnknown(_) | Act::AssignDeposit(_) | Act::RecallDeposit(_) => true,
            Act::CorrectMoney(_) | Act::ApprovePayouts(_) | Act::RefundFraud(_) => true,
            Act::SetContactDetails(set) => {
                let whose = set.organisation.unwrap_or(asking.organisation);
                whose != asking.organisation || self.two_sign(whose)
            }
            Act::SetPayoutDetails(set) => {
                let whose = set.organisation.unwrap_or(asking.organisation);
                let changes = self.details.iter().any(|details| details.organisation == whose);
                let told = self.contacts.iter().any(|contact| contact.organisation == whose);
                whose != asking.organisation || told && changes && self.two_sign(whose)
            }
            Act::ConfirmReceipt(confirm) => {
                let other = |payout: &Payout| payout.id == confirm.payout && payout.payee != asking.organisation;
                self.payouts.iter().any(other)
            }
            Act::ReportPayout(said) => matches!(said.report, PayoutReport::Rejected(_) | PayoutReport::Returned(_)),
            Act::WithdrawMoney(withdraw) => dear(withdraw.amount, Mass::KILOGRAM),
            Act::ProposeDeal(propose) => dear(propose.price, propose.mass),
            Act::AcceptDeal(accept) => {
                let deal = self.deals.iter().find(|deal| deal.id == accept.deal).expect("a deal");
                dear(usd().minor(deal.price), Mass::from_mg(deal.lots * LOT_MG))
            }
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
            Act::RevokeKey(revoke) => {
                self.keys.iter_mut().filter(|known| known.key == revoke.key).for_each(|known| known.signs = false);
                self.revoke(&revoke.key);
            }
            act => self.act_on_orders(asking, act),
        }
    }

    pub(super) fn act_on_parties(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::Found(found) => {
                self.members.push(Member::new(asking.organisation, asking.organisation));
                self.know(asking.organisation, &found.persons);
                self.confirm(&asking.key);
            }
            Act::RegisterOrganisation(register) => {
                let id = asking.id(0);
                let group = register.group.map_or(id, |group| self.group_of(group));
                let (structure, women_led) = (register.structure, register.women_led);
                self.members.push(Member { structure, women_led, ..Member::new(id, group) });
                self.know(id, &register.keys);
                self.codes.extend(register.code.clone().map(|code| (id, code)));
                self.accounts.push((asking.id(1), id));
            }
            Act::ConfirmKey(_) => self.confirm(&asking.key),
            Act::SetContactDetails(set) => self.set_contacts(asking, set),
            Act::WithdrawContactDetails(_) => self.withdraw_contacts(asking.organisation, asking.now),
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
            Act::CloseOrganisation(close) => {
                self.members.iter_mut().filter(|m| m.id == close.organisation).for_each(|m| m.closed = true);
            }
            Act::OpenAccount(_) => self.accounts.push((asking.id(0), asking.organisation)),
            Act::DefineProgramme(define) => self.programmes.push(define.clone()),
            act => self.act_on_certificates(asking, act),
        }
    }

    fn know(&mut self, organisation: OrganisationId, keys: &[KeyOfPerson]) {
        let known = |k: &KeyOfPerson| {
            let (key, person, purpose) = (k.key, k.person.clone(), k.purpose);
            Key { key, organisation, person, purpose, signs: false }
        };
        self.keys.extend(keys.iter().map(known));
    }

    fn confirm(&mut self, key: &PublicKey) {
        self.keys.iter_mut().filter(|known| known.key == *key).for_each(|known| known.signs = true);
    }

    /// What a suspended organisation has open ends; what others send it goes on.
    fn stop(&mut self, organisation: OrganisationId) {
        self.proposals.retain(|p| p.organisation != organisation);
        self.trusted.retain(|t| t.organisation != organisation || t.started);
        let sent = self.moving.iter().filter(|m| self.owner_of(m.from) == Some(organisation)).map(|m| m.id);
        sent.collect::<Vec<_>>().into_iter().for_each(|id| self.withdraw(id));
        let orders = self.orders.iter().filter(|o| o.owner == organisation).map(|o| o.id);
        orders.collect::<Vec<_>>().into_iter().for_each(|id| self.end_order(id));
        self.void_deals(|deal| deal.sides().iter().any(|side| side.organisation == organisation));
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
        self.void_deals(|deal| deal.sides().iter().any(|side| side.key == Some(*key)));
        self.end_payouts_of(key);
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
