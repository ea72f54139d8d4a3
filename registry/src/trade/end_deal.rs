//! A deal ends without a trade: the other side declines, either side withdraws, its time is over, or the rules void it.

use super::Markets;
use super::deal::{DealState, End, unwind};
use crate::Contradiction;
use crate::credit::Credits;
use crate::event::DealNamed;
use crate::instruction::{DeclineDeal, WithdrawDeal};
use crate::money::Cash;
use crate::party::Asker;
use crate::refusal::Refusal;
use crate::values::*;

/// Whoever was asked says no.
pub(crate) fn decide_decline(markets: &Markets, asker: &Asker, decline: &DeclineDeal) -> Result<DealNamed, Refusal> {
    let deal = markets.deals.of_asker(decline.deal, asker.organisation)?;
    if deal.counterparty.organisation != asker.organisation {
        return Err(Refusal::ActMustBeSignedByThe { party: "counterparty" });
    }
    deal.must_be(&[DealState::Open])?;
    Ok(DealNamed { deal: decline.deal })
}

/// The proposer takes an open deal back; either side one that waits.
pub(crate) fn decide_withdraw(markets: &Markets, asker: &Asker, withdraw: &WithdrawDeal) -> Result<DealNamed, Refusal> {
    let deal = markets.deals.of_asker(withdraw.deal, asker.organisation)?;
    if deal.state == DealState::Open && deal.proposer.organisation != asker.organisation {
        return Err(Refusal::ActMustBeSignedByThe { party: "proposer; the counterparty declines" });
    }
    deal.must_be(&[DealState::Open, DealState::Accepted])?;
    Ok(DealNamed { deal: withdraw.deal })
}

/// The waiting time of an accepted deal is over.
pub(crate) fn apply_matured(markets: &mut Markets, deal: DealId) -> Result<(), Contradiction> {
    markets.deals.mature(deal)
}

pub(crate) fn apply(
    credits: &mut Credits,
    cash: &mut Cash,
    markets: &mut Markets,
    deal: DealId,
    end: End,
) -> Result<(), Contradiction> {
    unwind(credits, cash, &mut markets.deals, deal, end)
}
