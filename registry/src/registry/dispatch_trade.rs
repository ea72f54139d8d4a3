//! Which verb decides an act on markets, orders and deals.

use super::*;

impl Registry {
    pub(super) fn decide_trade(
        &self,
        ids: &mut IdMint,
        asker: &Asker,
        now: Timestamp,
        act: &Act,
    ) -> Result<TradeEvent, Refusal> {
        use TradeEvent as Event;
        let Self { parties, certificates, credits, cash, markets, .. } = self;
        Ok(match act {
            Act::OpenMarket(act) => {
                let opened = trade::open_market::decide(parties, certificates, markets, ids, asker, now, act)?;
                Event::MarketOpened(opened)
            }
            Act::PlaceSellOrder(act) => Event::SellOrderPlaced(trade::place_sell_order::decide(
                parties,
                certificates,
                credits,
                cash,
                markets,
                ids,
                asker,
                now,
                act,
            )?),
            Act::PlaceBuyOrder(act) => Event::BuyOrderPlaced(trade::place_buy_order::decide(
                parties,
                certificates,
                credits,
                cash,
                markets,
                ids,
                asker,
                now,
                act,
            )?),
            Act::CancelOrder(act) => {
                let cancelled = trade::cancel_order::decide(parties, certificates, credits, markets, asker, act)?;
                Event::OrderCancelled(cancelled)
            }
            Act::ReduceOrder(act) => {
                Event::OrderReduced(trade::reduce_order::decide(certificates, credits, markets, asker, act)?)
            }
            Act::HaltMarket(act) => Event::MarketHalted(trade::halt_market::decide(parties, markets, asker, act)?),
            Act::ReopenMarket(act) => {
                Event::MarketReopened(trade::halt_market::decide_reopen(parties, markets, asker, act)?)
            }
            Act::SetFloor(act) => Event::FloorSet(trade::halt_market::decide_floor(parties, markets, asker, act)?),
            Act::ProposeDeal(act) => Event::DealProposed(trade::propose_deal::decide(
                parties,
                certificates,
                credits,
                cash,
                markets,
                ids,
                asker,
                now,
                act,
            )?),
            Act::AcceptDeal(act) => Event::DealAccepted(trade::accept_deal::decide(
                parties,
                certificates,
                credits,
                cash,
                markets,
                asker,
                now,
                act,
            )?),
            Act::DeclineDeal(act) => Event::DealDeclined(trade::end_deal::decide_decline(markets, asker, act)?),
            Act::WithdrawDeal(act) => Event::DealWithdrawn(trade::end_deal::decide_withdraw(markets, asker, act)?),
            _ => return Err(Refusal::FieldMustBe { field: "act", rule: "one on markets" }),
        })
    }
}
