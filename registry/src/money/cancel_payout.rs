//! A payout is taken back before the bank was told of it: a planned one by whoever planned it, an approved one by the
//! operator. What it carried is the member's again.

use super::payout::PayoutState::{Approved, Cancelled, Planned};
use super::{Cash, CashAccount, Ground};
use crate::Contradiction;
use crate::event::PayoutCancelled;
use crate::instruction::{CancelPayout, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    cancel: &CancelPayout,
) -> Result<PayoutCancelled, Refusal> {
    let operates = parties.has_role(asker.organisation, Role::Operator);
    let own = |payout: &super::payout::Payout| payout.producer.is_none() && payout.payee == asker.organisation;
    let found = cash.payouts.find(cancel.payout).filter(|payout| operates || own(payout));
    let payout = found.ok_or(Refusal::MustExist { kind: "payout", id: cancel.payout.to_string() })?;
    payout.must_be(if operates { &[Planned, Approved] } else { &[Planned] })?;
    Ok(PayoutCancelled { payout: cancel.payout, reason: cancel.reason.clone() })
}

pub(crate) fn apply(cash: &mut Cash, event: &PayoutCancelled, now: Timestamp) -> Result<(), Contradiction> {
    let id = event.payout;
    let was_planned = cash.payouts.find(id).is_some_and(|payout| payout.state == Planned);
    cash.payouts.enter(id, &[Planned, Approved], Cancelled, now)?;
    if was_planned { Ok(()) } else { cash.take_back(id, CashAccount::Transit(id)) }
}

impl Cash {
    /// A payout came to nothing: its money is the payee's again, its premium unpaid.
    pub(super) fn take_back(&mut self, id: PayoutId, from: CashAccount) -> Result<(), Contradiction> {
        let payout = self.payouts.find(id).ok_or(Contradiction::new("a payout that is named exists"))?;
        let (payee, amount, parts) = (payout.payee, payout.amount, payout.parts.clone());
        self.premiums.put_back(&parts)?;
        self.transfer(from, CashAccount::Cash(payee), amount, Ground::payout(id))?;
        self.stop_what_came_back(&parts)
    }
}
