//! The receipt: the payee signs for what arrived. Where a payee has no key, two signatories of the producer sign, with
//! the digest of the paper receipt. So little less than was sent that a bank's charge explains it counts as all.

use super::Cash;
use super::payout::Payout;
use super::payout::PayoutState::{Confirmed, Disputed, Settled, ShortReceived};
use crate::Contradiction;
use crate::event::{PayoutDisputed, ReceiptOutcome, ReceiptSigned};
use crate::instruction::{Act, ConfirmReceipt, DisputePayout};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// So many whole units of the currency may always be missing, be the payout ever so small.
const TOLERATED_UNITS: i64 = 10;

/// A receipt for another organisation takes two persons.
pub(crate) fn needs_second_person(cash: &Cash, asker: &Asker, act: &Act) -> bool {
    let Act::ConfirmReceipt(confirm) = act else { return false };
    cash.payouts.find(confirm.payout).is_some_and(|payout| payout.payee != asker.organisation)
}

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    confirm: &ConfirmReceipt,
) -> Result<ReceiptSigned, Refusal> {
    let payout = signed_by(parties, cash, asker, confirm.payout)?;
    let by_payee = payout.payee == asker.organisation;
    payout.must_be(&[Settled, Disputed])?;
    if by_payee == confirm.paper.is_some() {
        let rule = "the digest of the paper receipt where the payee has no key, else absent";
        return Err(Refusal::FieldMustBe { field: "paper", rule });
    }
    let (sent, received) = (payout.amount, confirm.received);
    if received.currency != sent.currency {
        return Err(Refusal::CurrencyMustBe { expected: sent.currency });
    }
    if received > sent {
        return Err(Refusal::ReceiptMustNotExceedPayout { received, sent });
    }
    if received < sent && confirm.reason.is_none() {
        return Err(Refusal::FieldMustBe { field: "reason", rule: "given where less arrived than was sent" });
    }
    let least = sent.minor - tolerance(sent, parties.parameters().money().receipt_tolerance);
    let all = received.minor >= least && received.minor > 0;
    Ok(ReceiptSigned {
        note: confirm.note,
        outcome: if all { ReceiptOutcome::Confirmed } else { ReceiptOutcome::ShortReceived },
        paper: confirm.paper,
        payout: confirm.payout,
        reason: confirm.reason.clone(),
        received,
        signer: asker.organisation,
    })
}

/// How much may be missing: a share of what was sent, or ten units.
pub fn tolerance(sent: Money, share: Bps) -> i64 {
    let share = i128::from(sent.minor) * i128::from(share.points()) / 10_000;
    let units = TOLERATED_UNITS * 10_i64.pow(sent.currency.exponent());
    i64::try_from(share).unwrap_or(i64::MAX).max(units)
}

/// Whose receipt it is: the payee's; of a payee without a key, the producer's whose premium it is.
fn signed_by<'a>(parties: &Parties, cash: &'a Cash, asker: &Asker, id: PayoutId) -> Result<&'a Payout, Refusal> {
    let own = |payout: &&Payout| {
        payout.payee == asker.organisation
            || payout.producer == Some(asker.organisation) && !parties.has_key(payout.payee)
    };
    cash.payouts.find(id).filter(own).ok_or(Refusal::MustExist { kind: "payout", id: id.to_string() })
}

pub(crate) fn apply(cash: &mut Cash, event: &ReceiptSigned, now: Timestamp) -> Result<(), Contradiction> {
    let to = match event.outcome {
        ReceiptOutcome::Confirmed => Confirmed,
        ReceiptOutcome::ShortReceived => ShortReceived,
    };
    let payout = cash.payouts.enter(event.payout, &[Settled, Disputed], to, now)?;
    (payout.received, payout.paper) = (Some(event.received), event.paper);
    let parts = payout.parts.clone();
    match event.outcome {
        ReceiptOutcome::Confirmed => cash.premiums.confirm(&parts, event.received.minor, now.date()),
        ReceiptOutcome::ShortReceived => Ok(()),
    }
}

/// The payee says that nothing arrived.
pub(crate) fn decide_dispute(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    dispute: &DisputePayout,
) -> Result<PayoutDisputed, Refusal> {
    signed_by(parties, cash, asker, dispute.payout)?.must_be(&[Settled])?;
    Ok(PayoutDisputed { note: dispute.note, payout: dispute.payout, reason: dispute.reason.clone() })
}

pub(crate) fn apply_disputed(cash: &mut Cash, event: &PayoutDisputed, now: Timestamp) -> Result<(), Contradiction> {
    cash.payouts.enter(event.payout, &[Settled], Disputed, now).map(|_| ())
}
