//! Cancellation of what the producer still has available of a batch: its metal was sold as certified.

use super::{BlockState, Credits, Range};
use crate::Contradiction;
use crate::event::CancellationReason;
use crate::values::*;

impl Credits {
    /// The certificate's batches with what their producer has available of each: oldest first, by (last day of the
    /// period, id). The days are the first of each period.
    pub(crate) fn unsold_of(&self, certificate: CertificateId) -> Vec<(BatchId, Date, Mass)> {
        let mut batches: Vec<_> = self
            .batches_of(certificate)
            .filter_map(|id| self.batches.get(&id).map(|b| (b.period_to, id, b.period_from)))
            .collect();
        batches.sort_unstable();
        let mass = |id| self.available_unsold(id).iter().fold(Mass::default(), |sum, range| sum.plus(range.mass()));
        batches.into_iter().map(|(_, id, period_from)| (id, period_from, mass(id))).collect()
    }

    /// What the producer has available of a batch, lowest first.
    fn available_unsold(&self, id: BatchId) -> Vec<Range> {
        let Some(batch) = self.batches.get(&id) else { return Vec::new() };
        let own = self.accounts_of(batch.producer).flat_map(|(account, _)| batch.blocks().of(account));
        let available = own.filter(|(_, block)| block.state == BlockState::Available);
        let mut ranges: Vec<Range> = available.map(|(from, block)| Range { batch: id, from, to: block.to }).collect();
        ranges.sort_unstable();
        ranges
    }

    /// Cancels a mass of what the producer has available of a batch, lowest first.
    pub(crate) fn cancel_unsold(&mut self, batch: BatchId, mass: Mass) -> Result<(), Contradiction> {
        let (mut left, mut parts) = (mass.mg(), Vec::new());
        for range in self.available_unsold(batch) {
            if left == 0 {
                break;
            }
            let part = Range { to: range.to.min(range.from + left), ..range };
            left -= part.mass().mg();
            parts.push(part);
        }
        Contradiction::unless(left == 0, "what is cancelled is available")?;
        self.cancel(&parts, CancellationReason::SoldPhysically)
    }
}
