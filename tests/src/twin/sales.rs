//! Physical sales after an issuance. The certificates of a twin's histories last one year, so there is one year only.

use super::*;

impl Twin {
    /// What counts against a certificate's maximum.
    pub(super) fn used(&self, certificate: CertificateId) -> u64 {
        let counted: u64 = self.declarations.iter().filter(|d| d.certificate == certificate).map(|d| d.counted).sum();
        let sold = self.certificates.iter().find(|c| c.id == certificate).map_or(0, |c| c.sold);
        counted.checked_add_signed(sold).expect("cancelled credits were issued")
    }

    pub(super) fn sell(&mut self, sale: &RecordPhysicalSale) {
        let id = sale.certificate;
        let decided = |d: &&Declaration| d.certificate == id && !d.open;
        let kept: u64 = self.declarations.iter().filter(decided).map(|d| d.counted).sum();
        let Certificate { maximum, uncredited, short, carry, sold, .. } = *self.certificate(id);
        let mass = sale.mass.mg();
        let asked = mass + short;
        let cut_off = asked.min(uncredited);
        let carried = (asked - cut_off).min(carry);
        let needed = asked - cut_off - carried;
        let mut free = self.unsold_oldest_first(id);
        let for_metal = needed.div_ceil(LOT_MG).min(free.len() as u64);
        let used = kept.checked_add_signed(sold).expect("within what was issued") + mass - for_metal * LOT_MG;
        let beyond = used.saturating_sub(maximum);
        let for_maximum = beyond.div_ceil(LOT_MG).min(free.len() as u64 - for_metal);
        free.truncate((for_metal + for_maximum) as usize);
        for (.., lot) in &free {
            self.lots[*lot].state = LotState::Cancelled;
        }
        let cancelled = free.len() as u64 * LOT_MG;
        let certificate = self.certificate(id);
        certificate.sold += mass as i64 - cancelled as i64;
        certificate.carry -= carried;
        certificate.uncredited = uncredited - cut_off + cancelled.saturating_sub(needed);
        certificate.short = needed.saturating_sub(for_metal * LOT_MG);
        certificate.over = beyond.saturating_sub(for_maximum * LOT_MG);
        let mut room = maximum.saturating_sub(used - for_maximum * LOT_MG);
        for declaration in self.declarations.iter_mut().filter(|d| d.certificate == id && d.open) {
            declaration.counted = declaration.counted.min(room);
            room -= declaration.counted;
        }
    }

    /// The places of the producer's free lots: by the end of their period, their batch, and their gram.
    fn unsold_oldest_first(&self, certificate: CertificateId) -> Vec<(Date, BatchId, u64, usize)> {
        let place = |(place, lot): (usize, &Lot)| {
            let batch = self.batches.iter().find(|batch| batch.id == lot.batch && batch.certificate == certificate)?;
            let own = self.owner_of(lot.account) == Some(batch.producer);
            (own && lot.state == LotState::Free).then_some((batch.ends, lot.batch, lot.gram, place))
        };
        let mut found: Vec<_> = self.lots.iter().enumerate().filter_map(place).collect();
        found.sort_unstable();
        found
    }

    pub(super) fn extend(&mut self, extend: &ExtendMaximum) {
        let used = self.used(extend.certificate);
        let certificate = self.certificate(extend.certificate);
        certificate.maximum = extend.maximum.mg();
        if used <= certificate.maximum {
            (certificate.short, certificate.over) = (0, 0);
        }
    }
}
