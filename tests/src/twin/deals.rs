//! Direct deals: each side sets aside what it gives when it signs, and both change hands when nothing holds it up.

use super::*;

impl Twin {
    pub(super) fn act_on_deals(&mut self, asking: Asking, act: &Act) {
        match act {
            Act::ProposeDeal(propose) => self.propose(asking, propose),
            Act::AcceptDeal(accept) => self.accept(asking, accept),
            Act::DeclineDeal(decline) => self.end_deal(decline.deal, "declined"),
            Act::WithdrawDeal(withdraw) => self.end_deal(withdraw.deal, "withdrawn"),
            act => self.act_on_money(asking, act),
        }
    }

    fn deal(&mut self, id: DealId) -> &mut Deal {
        self.deals.iter_mut().find(|deal| deal.id == id).expect("a deal")
    }

    fn propose(&mut self, asking: Asking, propose: &ProposeDeal) {
        let own = Side { organisation: asking.organisation, account: Some(propose.account), key: Some(asking.key) };
        let other = Side { organisation: propose.counterparty, account: None, key: None };
        let (seller, buyer) = if propose.side == DealSide::Sell { (own, other) } else { (other, own) };
        let id = asking.id(0);
        self.deals.push(Deal {
            id,
            batch: propose.batch,
            price: propose.price.minor,
            lots: propose.mass.mg() / LOT_MG,
            bps: i64::from(self.programme_on(asking.now.date()).parameters.fee_bps.points()),
            side: propose.side,
            seller,
            buyer,
            state: "open",
            deadline: Timestamp::from(propose.until),
            ripe: false,
        });
        self.set_aside(id, propose.side);
    }

    /// It waits as long as a transfer would, unless the seller trusts the account that receives.
    fn accept(&mut self, asking: Asking, accept: &AcceptDeal) {
        let waits = asking.now.plus_hours(i64::from(self.parameters.transfer_wait_hours.0));
        let deal = self.deal(accept.deal);
        assert_eq!(deal.state, "open", "{}", deal.id);
        let (party, side) = match deal.side {
            DealSide::Sell => (&mut deal.buyer, DealSide::Buy),
            DealSide::Buy => (&mut deal.seller, DealSide::Sell),
        };
        assert_eq!(party.organisation, asking.organisation, "the counterparty accepts");
        (party.account, party.key, deal.state) = (Some(accept.account), Some(asking.key), "accepted");
        let (seller, account) = (deal.seller.organisation, deal.buyer.account.expect("both have signed"));
        let trusted = self.trusts(seller, account);
        let deal = self.deal(accept.deal);
        (deal.ripe, deal.deadline) = (trusted, if trusted { deal.deadline } else { waits });
        self.set_aside(accept.deal, side);
    }

    fn set_aside(&mut self, id: DealId, side: DealSide) {
        let deal = self.deal(id).clone();
        if side == DealSide::Buy {
            let (buyer, needed) = (deal.buyer.organisation, deal.gross() + deal.fee());
            return self.pay(CashAccount::Cash(buyer), CashAccount::DealEscrow(id), needed);
        }
        let account = deal.seller.account.expect("the seller has signed");
        let free = |lot: &&mut Lot| (lot.account, lot.batch, lot.state) == (account, deal.batch, LotState::Free);
        let mut free: Vec<&mut Lot> = self.lots.iter_mut().filter(free).collect();
        free.sort_by_key(|lot| lot.gram);
        assert!(free.len() as u64 >= deal.lots, "{} lots of {}", free.len(), deal.lots);
        free.into_iter().take(deal.lots as usize).for_each(|lot| lot.state = LotState::Dealt(id));
    }

    /// Whatever was set aside goes back.
    fn end_deal(&mut self, id: DealId, state: &'static str) {
        let deal = self.deal(id);
        assert!(deal.is_under_way(), "{id} is {}", deal.state);
        (deal.state, deal.ripe) = (state, false);
        let buyer = deal.buyer.organisation;
        let held = self.holds_at(CashAccount::DealEscrow(id));
        self.pay(CashAccount::DealEscrow(id), CashAccount::Cash(buyer), held);
        self.free_lots(LotState::Dealt(id));
    }

    pub(super) fn void_deals(&mut self, which: impl Fn(&Deal) -> bool) {
        let voided = self.deals.iter().filter(|deal| deal.is_under_way() && which(deal)).map(|deal| deal.id);
        voided.collect::<Vec<_>>().into_iter().for_each(|id| self.end_deal(id, "voided"));
    }

    pub(super) fn deal_is_due(&mut self, id: DealId) {
        let deal = self.deal(id);
        match deal.state {
            "accepted" => deal.ripe = true,
            _ => self.end_deal(id, "lapsed"),
        }
    }

    /// Both change hands.
    pub(super) fn settle_deals(&mut self, now: Timestamp) {
        while let Some(place) = self.deals.iter().position(|deal| deal.ripe) {
            let deal = self.deals[place].clone();
            (self.deals[place].state, self.deals[place].ripe) = ("settled", false);
            let account = deal.buyer.account.expect("both have signed");
            self.deliver(now, LotState::Dealt(deal.id), account, deal.lots);
            let parts = self.pay_for(
                CashAccount::DealEscrow(deal.id),
                Sold {
                    producer: deal.seller.organisation,
                    buyer: deal.buyer.organisation,
                    batch: deal.batch,
                    lots: deal.lots as i64,
                    gross: deal.gross(),
                    fee: deal.fee(),
                    legs: Vec::new(),
                    stopped: None,
                },
            );
            let (of, price, mass) = (Bargain::Deal(deal.id), deal.price, deal.lots * LOT_MG);
            self.trades.push(Foretold { of, price, mass, fee: deal.fee(), parts });
        }
    }
}
