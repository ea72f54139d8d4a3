//! What a certificate's changes do to its credits. Suspended: what is still with the producer is held until the
//! certificate is reinstated. Withdrawn: that is cancelled; after fraud, what was bought is held too, and the batch is
//! flagged for ever, for what was retired stays retired.

use super::hold::{Hold, Target};
use super::{BatchFlag, BlockState, Credits, Range};
use crate::Contradiction;
use crate::event::{CancellationReason, CreditsCancelled};
use crate::instruction::{HoldReason, HoldScope, WithdrawalCause};
use crate::values::*;

impl Credits {
    /// Holds what the producer still has of a certificate's batches.
    pub(crate) fn freeze_unsold(&mut self, certificate: CertificateId, now: Timestamp) -> Result<(), Contradiction> {
        let target = Target::Certificate(certificate, HoldScope::Unsold);
        self.lay(HoldId::of_certificate(certificate), hold(target, HoldReason::CertificateSuspended, now))
    }

    /// Frees it again.
    pub(crate) fn free_unsold(&mut self, certificate: CertificateId, now: Timestamp) -> Result<(), Contradiction> {
        self.lift(HoldId::of_certificate(certificate), now)
    }

    /// Owes the cancellation of what the producer still has, batch by batch; its offers must be owed theirs before.
    /// After fraud everything is held and flagged.
    pub(crate) fn withdraw(
        &mut self,
        certificate: CertificateId,
        cause: WithdrawalCause,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        let batches: Vec<BatchId> = self.batches_of(certificate).collect();
        if self.holds.find(HoldId::of_certificate(certificate)).is_none() {
            self.freeze_unsold(certificate, now)?;
        }
        if cause == WithdrawalCause::Fraud {
            // One hold takes the other's place: between the two nobody's days begin to count.
            let id = HoldId::of_certificate(certificate);
            self.holds.remove(id);
            let target = Target::Certificate(certificate, HoldScope::All);
            self.lay(id, hold(target, HoldReason::Fraud, now))?;
            for batch in &batches {
                self.batch_mut(*batch)?.flag = Some(BatchFlag::Fraud);
                self.owe_transfers_of(*batch, HoldScope::All);
            }
        }
        if batches.is_empty() && cause != WithdrawalCause::Fraud {
            self.lift(HoldId::of_certificate(certificate), now)?;
        }
        let owed = (CancellationReason::CertificateWithdrawn, HoldScope::Unsold);
        self.owed_cancellations.extend(batches.into_iter().map(|batch| (batch, owed)));
        Ok(())
    }

    /// Owes the cancellation of all that is left of a certificate's batches: it is refunded.
    pub(crate) fn owe_refunded(&mut self, certificate: CertificateId, now: Timestamp) -> Result<(), Contradiction> {
        let owed = (CancellationReason::Refunded, HoldScope::All);
        let batches: Vec<BatchId> = self.batches_of(certificate).collect();
        if batches.is_empty() {
            return self.lift(HoldId::of_certificate(certificate), now);
        }
        self.owed_cancellations.extend(batches.into_iter().map(|batch| (batch, owed)));
        Ok(())
    }

    /// The next cancellation that is owed.
    pub(crate) fn first_owed_cancellation(&self) -> Option<CreditsCancelled> {
        let owed = self.owed_cancellations.first_key_value();
        owed.map(|(batch, (reason, scope))| CreditsCancelled { batch: *batch, reason: *reason, scope: *scope })
    }
}

fn hold(target: Target, reason: HoldReason, since: Timestamp) -> Hold {
    Hold { target, reason, since, lapses_at: None, person: None, grievance: None }
}

/// Cancels a batch's credits in a scope. A hold ends with what it held.
pub(crate) fn apply_cancelled(
    credits: &mut Credits,
    event: &CreditsCancelled,
    now: Timestamp,
) -> Result<(), Contradiction> {
    credits.owed_cancellations.remove(&event.batch);
    let ranges = credits.live_blocks(event.batch, event.scope);
    credits.cancel(&ranges, event.reason)?;
    let certificate = credits.batch_mut(event.batch)?.certificate;
    let id = HoldId::of_certificate(certificate);
    let ends = event.reason == CancellationReason::Refunded
        || credits.holds.find(id).is_some_and(|hold| hold.reason == HoldReason::CertificateSuspended);
    let last = !credits.batches_of(certificate).any(|batch| credits.owed_cancellations.contains_key(&batch));
    if ends && last { credits.lift(id, now) } else { Ok(()) }
}

impl Credits {
    /// Cancels blocks that are available or frozen.
    pub(super) fn cancel(&mut self, ranges: &[Range], reason: CancellationReason) -> Result<(), Contradiction> {
        ranges.iter().try_for_each(|range| {
            self.change(*range, |block| {
                let free = matches!(block.state, BlockState::Available | BlockState::Frozen);
                Contradiction::unless(free, "what is cancelled is neither set aside nor ended")?;
                Ok(block.ended(BlockState::Cancelled(reason)))
            })
        })
    }
}
