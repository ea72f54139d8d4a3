//! What the bank said of a payout, recorded by the operator. A payout of which nobody knows anything is never sent
//! again: it leaves that state only by a reference of the bank's.

use super::payout::PayoutState::{Accepted, Disputed, Instructed, Rejected, Returned, Settled, Unknown};
use super::payout::{Payout, PayoutState};
use super::premium::Turn;
use super::{Booked, Booking, Cash, CashAccount, Ground};
use crate::Contradiction;
use crate::event::PayoutReported;
use crate::instruction::{PayoutReport, ReportPayout, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// The state that a report leads to, and those from which it does.
const fn way(report: &PayoutReport) -> (PayoutState, &'static [PayoutState]) {
    match report {
        PayoutReport::Accepted(_) => (Accepted, &[Instructed, Unknown]),
        PayoutReport::Rejected(_) => (Rejected, &[Instructed, Accepted, Unknown]),
        PayoutReport::Unknown(_) => (Unknown, &[Instructed, Accepted]),
        PayoutReport::Settled(_) => (Settled, &[Accepted, Unknown]),
        PayoutReport::Returned(_) => (Returned, &[Settled, Disputed]),
    }
}

fn reference(report: &PayoutReport) -> Option<&Reference> {
    match report {
        PayoutReport::Accepted(said) => said.reference.as_ref(),
        PayoutReport::Rejected(refused) => refused.reference.as_ref(),
        PayoutReport::Settled(paid) => Some(&paid.reference),
        PayoutReport::Returned(returned) => Some(&returned.reference),
        PayoutReport::Unknown(_) => None,
    }
}

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    report: &ReportPayout,
) -> Result<PayoutReported, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let payout = cash.payouts.existing(report.payout)?;
    payout.must_be(way(&report.report).1)?;
    check_reference(cash, payout, &report.report)?;
    Ok(PayoutReported { payout: report.payout, report: report.report.clone() })
}

/// The bank books each settlement and each return once; several payouts of one file may be one booking.
fn check_reference(cash: &Cash, payout: &Payout, report: &PayoutReport) -> Result<(), Refusal> {
    let Some(reference) = reference(report) else {
        return if payout.state == Unknown { Err(Refusal::BankReferenceIsRequired {}) } else { Ok(()) };
    };
    let used = cash.is_booked(reference);
    let taken = match report {
        PayoutReport::Settled(_) => used && !cash.payouts.is_of_file(reference, payout.file),
        PayoutReport::Returned(_) => used,
        _ => false,
    };
    if taken { Err(Refusal::ReferenceMustBeNew { reference: reference.clone() }) } else { Ok(()) }
}

pub(crate) fn apply(cash: &mut Cash, event: &PayoutReported, now: Timestamp) -> Result<(), Contradiction> {
    let (id, (to, from)) = (event.payout, way(&event.report));
    let payout = cash.payouts.enter(id, from, to, now)?;
    let (amount, file, parts) = (payout.amount, payout.file, payout.parts.clone());
    if let PayoutReport::Settled(_) = &event.report {
        payout.settled_at = Some(now);
    }
    match &event.report {
        PayoutReport::Accepted(_) | PayoutReport::Unknown(_) => Ok(()),
        PayoutReport::Rejected(_) => cash.take_back(id, CashAccount::Transit(id)),
        PayoutReport::Settled(paid) => {
            cash.book_settlement(&paid.reference, Booking { what: Booked::Settlement(file), amount, at: now })?;
            cash.payouts.settle_under(&paid.reference, file);
            cash.premiums.pay(&parts, Turn::Out, now.date())?;
            cash.transfer(CashAccount::Transit(id), CashAccount::Bank, amount, Ground::payout(id))
        }
        PayoutReport::Returned(returned) => {
            cash.book_under(&returned.reference, Booking { what: Booked::Return(id), amount, at: now })?;
            cash.premiums.pay(&parts, Turn::Back, now.date())?;
            cash.take_back(id, CashAccount::Bank)
        }
    }
}
