//! What a certificate keeps of each of its years.

use crate::values::Mass;

/// What counts against the maximum of one certificate year, and what was mined without credits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct YearUse {
    /// Credits issued, less those cancelled because their metal was sold as certified.
    pub issued: Mass,
    /// Undecided declarations.
    pub pending: Mass,
    /// Sold physically as certified.
    pub physical: Mass,
    /// Approved mass that the maximum cut off: no credits were issued for it. The carry is kept apart.
    pub uncredited: Mass,
    /// Credits cancelled because their metal was sold as certified.
    pub cancelled: Mass,
    /// Sold as certified and covered by nothing.
    pub short: Mass,
    /// Issued and sold beyond the maximum, where no credits were left to give way.
    pub over: Mass,
}

impl YearUse {
    /// True where sales are short or over: nothing more is declared or issued.
    pub fn is_oversold(self) -> bool {
        !self.short.is_zero() || !self.over.is_zero()
    }
    /// Issued, pending and physical: what counts against the maximum.
    pub fn total(self) -> Mass {
        self.issued.plus(self.pending).plus(self.physical)
    }
}
