//! Every lot of a gram: it ends once, moves only by its owner's signature and not while it is held, leaves a group by
//! a trade alone, and is never offered, sent or retired twice.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::NewEntry;
use orebook_registry::event::*;
use orebook_registry::instruction::{Act, DealSide, Role};
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::*;

use super::{Signed, Watchman, ensure};

const LOT_MG: u64 = 1_000;

#[derive(Debug, Clone)]
struct Sent {
    transfer: Transferred,
    settles_at: Timestamp,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Lots {
    ended: BTreeSet<(BatchId, u64)>,
    /// For whom an agent holds a lot.
    earmarked: BTreeMap<(BatchId, u64), OrganisationId>,
    /// What came into an account less what went out of it, without what expired there or was cancelled.
    held: BTreeMap<(AccountId, BatchId), i64>,
    sent: BTreeMap<TransferId, Sent>,
    trusted: BTreeMap<(OrganisationId, AccountId), Timestamp>,
}

impl Lots {
    /// What an entry brought to an end had not ended before.
    pub(super) fn watch_ends(&mut self, entry: &NewEntry) -> Result<(), String> {
        for ended in &entry.ended {
            for lot in ended.range.from / LOT_MG..ended.range.to / LOT_MG {
                let first = self.ended.insert((ended.range.batch, lot));
                ensure(first, || format!("lot {lot} of {} ends twice", ended.range.batch))?;
            }
        }
        Ok(())
    }

    /// Whether a list has an account on it that counts by now.
    pub(super) fn trusts(&self, organisation: OrganisationId, account: AccountId, now: Timestamp) -> bool {
        self.trusted.get(&(organisation, account)).is_some_and(|from| *from <= now)
    }

    fn add(&mut self, account: AccountId, batch: BatchId, mg: i64) -> Result<(), String> {
        let held = self.held.entry((account, batch)).or_default();
        *held += mg;
        ensure(*held >= 0, || format!("{account} gives {} mg of {batch} too much", -*held))
    }
}

fn mg(mass: Mass) -> i64 {
    i64::try_from(mass.mg()).expect("a mass of a simulation")
}

impl Watchman {
    pub(super) fn watch_credits(
        &mut self,
        event: &Event,
        now: Timestamp,
        signed: Option<&Signed>,
    ) -> Result<(), String> {
        match event {
            Event::Credit(event) => self.watch_blocks(event, now, signed),
            Event::Claim(ClaimEvent::Retired(e)) => self.watch_retired(e, signed),
            Event::Trade(TradeEvent::SellOrderPlaced(e)) => {
                let (owner, producer) = (self.keys.owner(e.account)?, self.issuance.producer(e.batch)?);
                ensure(owner == producer && owner == e.owner, || "somebody offers what it bought".to_owned())?;
                self.holds.let_move(e.batch, e.account, owner, producer)?;
                self.credits.add(e.account, e.batch, -mg(e.mass))
            }
            Event::Trade(TradeEvent::Traded(e)) => {
                let (offer, bid) = (self.orders.find(e.sell_order)?, self.orders.find(e.buy_order)?);
                let (seller, buyer) = (offer.account, bid.account);
                let batch = offer.batch.ok_or("a trade without a batch")?;
                let producer = self.issuance.producer(batch)?;
                for account in [seller, buyer] {
                    self.holds.let_move(batch, account, self.keys.owner(account)?, producer)?;
                }
                self.issuance.sell(batch, e.buyer, e.gross, &e.legs)?;
                self.credits.add(buyer, batch, mg(e.mass))
            }
            Event::Trade(TradeEvent::OrderReduced(e)) => self.return_part(e.order, e.by),
            Event::Trade(TradeEvent::OrderCancelled(e)) => self.return_part(e.order, self.orders.find(e.order)?.left),
            Event::Trade(TradeEvent::OrderExpired(e)) => self.return_part(e.order, self.orders.find(e.order)?.left),
            Event::Trade(event) => self.watch_dealt(event),
            _ => Ok(()),
        }
    }

    fn return_part(&mut self, order: OrderId, mass: Mass) -> Result<(), String> {
        let order = self.orders.find(order)?;
        let account = order.account;
        order.batch.map_or(Ok(()), |batch| self.credits.add(account, batch, mg(mass)))
    }

    /// What a deal sets aside, delivers, and gives back.
    fn watch_dealt(&mut self, event: &TradeEvent) -> Result<(), String> {
        let (id, ends) = match event {
            TradeEvent::DealProposed(e) if e.side == DealSide::Sell => (e.deal, false),
            TradeEvent::DealAccepted(e) if self.deals.find(e.deal)?.proposed.side == DealSide::Buy => (e.deal, false),
            TradeEvent::DealDeclined(e) | TradeEvent::DealWithdrawn(e) | TradeEvent::DealLapsed(e) => (e.deal, true),
            TradeEvent::DealVoided(e) => (e.deal, true),
            TradeEvent::DealSettled(e) => return self.watch_delivered(e),
            _ => return Ok(()),
        };
        let deal = self.deals.find(id)?;
        let (batch, mass) = (deal.proposed.batch, mg(deal.proposed.mass));
        let Some(account) = deal.sellers_account() else { return Ok(()) };
        if ends {
            return self.credits.add(account, batch, mass);
        }
        let (owner, producer) = (self.keys.owner(account)?, self.issuance.producer(batch)?);
        ensure(owner == producer, || "somebody deals in what it bought".to_owned())?;
        self.holds.let_move(batch, account, owner, producer)?;
        self.credits.add(account, batch, -mass)
    }

    fn watch_delivered(&mut self, e: &DealSettled) -> Result<(), String> {
        let seller = self.deals.find(e.deal)?.sellers_account().ok_or("a seller that has not signed")?;
        let producer = self.issuance.producer(e.batch)?;
        for account in [seller, e.account] {
            self.holds.let_move(e.batch, account, self.keys.owner(account)?, producer)?;
        }
        self.issuance.sell(e.batch, e.buyer, e.gross, &e.legs)?;
        self.credits.add(e.account, e.batch, mg(e.mass))
    }

    fn watch_blocks(&mut self, event: &CreditEvent, now: Timestamp, signed: Option<&Signed>) -> Result<(), String> {
        match event {
            CreditEvent::Issued(e) => self.credits.add(e.account, e.batch, mg(e.block.mass())),
            CreditEvent::Transferred(e) => self.watch_transferred(e, now, signed),
            CreditEvent::TransferSettled(e) => {
                let sent = self.credits.sent.remove(&e.transfer).ok_or("a transfer settles twice")?;
                ensure(sent.settles_at <= now, || "a transfer settles too early".to_owned())?;
                self.arrive(&sent.transfer)
            }
            CreditEvent::TransferWithdrawn(e) => {
                let from = self.credits.sent.get(&e.transfer).map(|sent| sent.transfer.from);
                self.must_own(from, signed)?;
                self.send_back(e.transfer)
            }
            CreditEvent::TransferRefused(e) => {
                let to = self.credits.sent.get(&e.transfer).map(|sent| sent.transfer.to);
                self.must_own(to, signed)?;
                self.send_back(e.transfer)
            }
            CreditEvent::TransferVoided(e) => self.send_back(e.transfer),
            CreditEvent::BlocksCancelled(e) => self.watch_cancelled(e, signed),
            CreditEvent::AccountTrusted(e) => {
                self.credits.trusted.insert((e.organisation, e.account), e.works_at);
                let own = signed.is_some_and(|s| s.organisation() == e.organisation);
                ensure(own, || "somebody trusts for another".to_owned())
            }
            CreditEvent::AccountDistrusted(e) => {
                self.credits.trusted.remove(&(e.organisation, e.account));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn must_own(&self, account: Option<AccountId>, signed: Option<&Signed>) -> Result<(), String> {
        let owner = self.keys.owner(account.ok_or("a transfer that is not pending ends")?)?;
        ensure(signed.is_some_and(|s| s.organisation() == owner), || format!("not signed by {owner}"))
    }

    /// Takes named blocks out of an account: each lot is there to be taken, and free to go.
    fn take(&mut self, account: AccountId, blocks: &[SerialBlock], to: Option<OrganisationId>) -> Result<(), String> {
        let owner = self.keys.owner(account)?;
        let mut lots = BTreeSet::new();
        for block in blocks {
            let batch = self.issuance.batch(&block.batch)?;
            self.holds.let_move(batch, account, owner, self.issuance.producer(batch)?)?;
            for lot in block.from / LOT_MG..block.to / LOT_MG {
                let fresh = !self.credits.ended.contains(&(batch, lot)) && lots.insert((batch, lot));
                ensure(fresh, || format!("lot {lot} of {batch} is taken twice"))?;
                let principal = self.credits.earmarked.get(&(batch, lot)).copied();
                let fits = principal.is_none_or(|principal| to == Some(principal));
                ensure(fits, || format!("lot {lot} of {batch} is held for {principal:?}"))?;
            }
            self.credits.add(account, batch, -mg(block.mass()))?;
        }
        Ok(())
    }

    fn watch_transferred(&mut self, e: &Transferred, now: Timestamp, signed: Option<&Signed>) -> Result<(), String> {
        self.must_own(Some(e.from), signed)?;
        let asked = matches!(signed.map(|s| &s.act), Some(Act::Transfer(t)) if t.blocks == e.blocks && t.to == e.to);
        ensure(asked, || "other blocks move than were signed for".to_owned())?;
        let (sender, receiver) = (self.keys.owner(e.from)?, self.keys.owner(e.to)?);
        let own = sender == receiver;
        // To another account of one's own it stays what it is.
        let to = if own { self.principal_of(e)? } else { Some(receiver) };
        self.take(e.from, &e.blocks, to)?;
        let back = self.principal_of(e)? == Some(receiver);
        let near = own || self.keys.same_group(sender, receiver) || self.keys.is_agent(receiver, sender) || back;
        ensure(near, || format!("credits leave the group of {sender} for {receiver}"))?;
        let produces = [sender, receiver].iter().any(|id| self.keys.has_role(*id, Role::Producer));
        ensure(own || !produces, || "credits leave a producer without a trade".to_owned())?;
        match e.settles_at {
            Some(settles_at) => {
                self.credits.sent.insert(e.transfer, Sent { transfer: e.clone(), settles_at });
                Ok(())
            }
            None => {
                let works = self.credits.trusts(sender, e.to, now);
                ensure(own || works, || "a transfer to a stranger settles at once".to_owned())?;
                self.arrive(e)
            }
        }
    }

    fn principal_of(&self, e: &Transferred) -> Result<Option<OrganisationId>, String> {
        let Some(first) = e.blocks.first() else { return Ok(None) };
        let batch = self.issuance.batch(&first.batch)?;
        Ok(self.credits.earmarked.get(&(batch, first.from / LOT_MG)).copied())
    }

    fn arrive(&mut self, e: &Transferred) -> Result<(), String> {
        let receiver = self.keys.owner(e.to)?;
        for block in &e.blocks {
            let batch = self.issuance.batch(&block.batch)?;
            self.holds.let_move(batch, e.to, receiver, self.issuance.producer(batch)?)?;
            self.credits.add(e.to, batch, mg(block.mass()))?;
            for lot in block.from / LOT_MG..block.to / LOT_MG {
                let before = self.credits.earmarked.remove(&(batch, lot));
                let principal = e.principal.or(before).filter(|principal| *principal != receiver);
                self.credits.earmarked.extend(principal.map(|principal| ((batch, lot), principal)));
            }
        }
        Ok(())
    }

    fn send_back(&mut self, id: TransferId) -> Result<(), String> {
        let Sent { transfer, .. } = self.credits.sent.remove(&id).ok_or("a transfer ends twice")?;
        for block in &transfer.blocks {
            let batch = self.issuance.batch(&block.batch)?;
            self.credits.add(transfer.from, batch, mg(block.mass()))?;
        }
        Ok(())
    }

    fn watch_retired(&mut self, e: &Retired, signed: Option<&Signed>) -> Result<(), String> {
        self.must_own(Some(e.account), signed)?;
        let named = match signed.map(|s| &s.act) {
            Some(Act::Retire(retire)) => retire.blocks == e.blocks,
            Some(Act::RetireList(list)) => list.lines.iter().any(|line| line.blocks == e.blocks),
            _ => false,
        };
        ensure(named, || "other blocks are retired than were signed for".to_owned())?;
        ensure(!self.keys.has_role(e.holder, Role::Producer), || "a producer retires".to_owned())?;
        let agent = e.principal.is_none_or(|principal| self.keys.is_agent(e.holder, principal));
        ensure(agent, || "somebody retires for who did not appoint it".to_owned())?;
        self.take(e.account, &e.blocks, Some(e.principal.unwrap_or(e.holder)).filter(|_| e.consent.is_none()))
    }

    fn watch_cancelled(&mut self, e: &BlocksCancelled, signed: Option<&Signed>) -> Result<(), String> {
        self.must_own(Some(e.account), signed)?;
        let owner = self.keys.owner(e.account)?;
        for block in &e.blocks {
            let producer = self.issuance.producer(self.issuance.batch(&block.batch)?)?;
            ensure(producer == owner, || "somebody cancels what it bought".to_owned())?;
        }
        self.take(e.account, &e.blocks, Some(owner))
    }
}
