//! Deals: both sides have signed, and get what they signed for, no sooner than they may.

use std::collections::BTreeMap;

use orebook_registry::event::{DealAccepted, DealProposed, DealSettled, TradeEvent};
use orebook_registry::instruction::{Act, DealSide};
use orebook_registry::values::*;

use super::orders::must_be_paid_out;
use super::{Signed, Watchman, ensure};

#[derive(Debug, Clone)]
pub(super) struct Deal {
    pub(super) proposed: DealProposed,
    pub(super) accepted: Option<DealAccepted>,
    over: bool,
}

impl Deal {
    fn sells(&self) -> bool {
        self.proposed.side == DealSide::Sell
    }
    fn seller(&self) -> OrganisationId {
        if self.sells() { self.proposed.proposer } else { self.proposed.counterparty }
    }
    fn buyer(&self) -> OrganisationId {
        if self.sells() { self.proposed.counterparty } else { self.proposed.proposer }
    }
    /// Where the credits are set aside, once the seller has signed.
    pub(super) fn sellers_account(&self) -> Option<AccountId> {
        let accepted = self.accepted.as_ref().map(|accepted| accepted.account);
        if self.sells() { Some(self.proposed.account) } else { accepted }
    }
    fn buyers_account(&self) -> Option<AccountId> {
        let accepted = self.accepted.as_ref().map(|accepted| accepted.account);
        if self.sells() { accepted } else { Some(self.proposed.account) }
    }
    /// Gross and fee.
    pub(super) fn reserve(&self) -> Money {
        reserve(self.proposed.price, self.proposed.mass, self.proposed.fee)
    }
}

/// What a buyer sets aside: price times mass, and the fee on it.
pub(super) fn reserve(price: Money, mass: Mass, fee: Bps) -> Money {
    let gross = i128::from(price.minor) * i128::from(mass.mg()) / 1_000_000;
    let all = gross + gross * i128::from(fee.points()) / 10_000;
    price.currency.minor(i64::try_from(all).expect("an amount of a simulation"))
}

#[derive(Debug, Clone, Default)]
pub(super) struct Deals(BTreeMap<DealId, Deal>);

impl Deals {
    pub(super) fn find(&self, id: DealId) -> Result<&Deal, String> {
        self.0.get(&id).ok_or_else(|| format!("nobody proposed {id}"))
    }

    fn end(&mut self, id: DealId) -> Result<(), String> {
        let deal = self.0.get_mut(&id).ok_or_else(|| format!("nobody proposed {id}"))?;
        ensure(!std::mem::replace(&mut deal.over, true), || format!("{id} ends twice"))
    }
}

impl Watchman {
    pub(super) fn watch_deals(
        &mut self,
        event: &TradeEvent,
        now: Timestamp,
        signed: Option<&Signed>,
    ) -> Result<(), String> {
        let by = signed.map(Signed::organisation);
        match event {
            TradeEvent::DealProposed(e) => self.watch_proposed(e, signed),
            TradeEvent::DealAccepted(e) => self.watch_accepted(e, now, signed),
            TradeEvent::DealDeclined(e) => {
                let deal = self.deals.find(e.deal)?;
                let own = by == Some(deal.proposed.counterparty) && deal.accepted.is_none();
                ensure(own, || "a deal is declined by a stranger".to_owned())?;
                self.deals.end(e.deal)
            }
            TradeEvent::DealWithdrawn(e) => {
                let Deal { proposed, accepted, .. } = self.deals.find(e.deal)?;
                let own = by == Some(proposed.proposer) || by == Some(proposed.counterparty) && accepted.is_some();
                ensure(own, || "a deal is withdrawn by a stranger".to_owned())?;
                self.deals.end(e.deal)
            }
            TradeEvent::DealLapsed(e) => {
                let Deal { proposed, accepted, .. } = self.deals.find(e.deal)?;
                let late = accepted.is_none() && proposed.lapses_at <= now;
                ensure(late, || format!("{} lapses too early", e.deal))?;
                self.deals.end(e.deal)
            }
            TradeEvent::DealVoided(e) => self.deals.end(e.deal),
            TradeEvent::DealSettled(e) => self.watch_settled(e, now),
            _ => Ok(()),
        }
    }

    fn watch_proposed(&mut self, e: &DealProposed, signed: Option<&Signed>) -> Result<(), String> {
        let signed = signed.ok_or("a deal of nobody")?;
        let terms = matches!(&signed.act, Act::ProposeDeal(p)
            if (p.account, p.batch, p.market, p.mass, p.price) == (e.account, e.batch, e.market, e.mass, e.price)
                && (p.side, p.counterparty, Timestamp::from(p.until)) == (e.side, e.counterparty, e.lapses_at));
        let own = signed.organisation() == e.proposer && self.keys.owner(e.account)? == e.proposer;
        ensure(terms && own, || "a deal that nobody proposed".to_owned())?;
        ensure(e.deal.sequence() == signed.sequence, || format!("{} does not name its instruction", e.deal))?;
        ensure(!self.keys.same_group(e.proposer, e.counterparty), || "a deal inside a group".to_owned())?;
        self.orders.must_take(e.market, e.price)?;
        let deal = Deal { proposed: e.clone(), accepted: None, over: false };
        let producer = self.issuance.producer(e.batch)?;
        ensure(deal.seller() == producer, || "somebody deals in what it bought".to_owned())?;
        ensure(self.deals.0.insert(e.deal, deal).is_none(), || format!("{} is proposed twice", e.deal))
    }

    fn watch_accepted(&mut self, e: &DealAccepted, now: Timestamp, signed: Option<&Signed>) -> Result<(), String> {
        let signed = signed.ok_or("an acceptance of nobody")?;
        let Deal { proposed, accepted, over } = self.deals.find(e.deal)?.clone();
        let asked = matches!(&signed.act, Act::AcceptDeal(a) if (a.deal, a.account) == (e.deal, e.account));
        let own =
            signed.organisation() == proposed.counterparty && self.keys.owner(e.account)? == proposed.counterparty;
        ensure(asked && own, || "a deal is accepted by a stranger".to_owned())?;
        ensure(accepted.is_none() && !over, || format!("{} is accepted twice", e.deal))?;
        ensure(now < proposed.lapses_at, || format!("{} is accepted after it lapsed", e.deal))?;
        self.orders.must_take(proposed.market, proposed.price)?;
        let deal = Deal { proposed, accepted: Some(e.clone()), over };
        let account = deal.buyers_account().ok_or("a buyer that has not signed")?;
        let trusted = self.credits.trusts(deal.seller(), account, now);
        let waits = now.plus_hours(i64::from(self.parameters.transfer_wait_hours.0));
        let in_time = e.settles_at == (!trusted).then_some(waits);
        ensure(in_time, || {
            format!("{} settles at {:?}, to an account that is trusted: {trusted}", e.deal, e.settles_at)
        })?;
        self.deals.0.insert(e.deal, deal);
        Ok(())
    }

    fn watch_settled(&mut self, e: &DealSettled, now: Timestamp) -> Result<(), String> {
        let deal = self.deals.find(e.deal)?;
        let accepted = deal.accepted.as_ref().ok_or_else(|| format!("{} settles unaccepted", e.deal))?;
        let waited = accepted.settles_at.is_none_or(|time| time <= now);
        ensure(waited, || format!("{} settles too early", e.deal))?;
        let p = &deal.proposed;
        let terms = (e.batch, e.market, e.mass, e.price) == (p.batch, p.market, p.mass, p.price);
        ensure(terms, || format!("{} settles on other terms than were signed", e.deal))?;
        let parties = (e.seller, e.buyer, Some(e.account)) == (deal.seller(), deal.buyer(), deal.buyers_account());
        ensure(parties, || format!("{} settles between others", e.deal))?;
        let all = e.gross.minor + e.fee.minor;
        ensure(all == deal.reserve().minor, || format!("{} costs {all}, and not what was set aside", e.deal))?;
        must_be_paid_out(e.gross, e.price, e.mass, &e.deductions, &e.legs)?;
        self.deals.end(e.deal)
    }
}
