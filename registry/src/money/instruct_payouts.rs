//! The file of an approval was handed to the bank: its digest is kept, and no other file is ever made of it.

use super::Cash;
use super::payout::PayoutState::{Approved, Instructed};
use crate::Contradiction;
use crate::event::PayoutsInstructed;
use crate::instruction::{InstructPayouts, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    instruct: &InstructPayouts,
) -> Result<PayoutsInstructed, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let file = cash.payouts.file(instruct.file);
    let file = file.ok_or(Refusal::MustExist { kind: "payout file", id: instruct.file.to_string() })?;
    if file.digest.is_some() {
        return Err(Refusal::FileMustNotBeInstructed {});
    }
    // The file is the approval's, whole: one that lost a payout is not the file that two persons approved.
    file.payouts.iter().try_for_each(|id| cash.payouts.existing(*id)?.must_be(&[Approved]))?;
    Ok(PayoutsInstructed { digest: instruct.digest, file: instruct.file })
}

pub(crate) fn apply(cash: &mut Cash, event: &PayoutsInstructed, now: Timestamp) -> Result<(), Contradiction> {
    for id in cash.payouts.hand_over(event.file, event.digest)? {
        cash.payouts.enter(id, &[Approved], Instructed, now)?;
    }
    Ok(())
}
