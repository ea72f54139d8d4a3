//! The arithmetic of an issuance, line by line, as the register reckons it:
//!
//! ```text
//! room    = maximum − used − sold elsewhere
//! due     = fine − sold elsewhere + kept from last time
//! issued  = min(room, due), cut to whole lots
//! ```
//! Nothing is decided here: it tells beforehand what would follow.

use orebook_registry::certificate::Certificate;
use orebook_registry::mineral::Mineral;
use orebook_registry::values::Mass;
use orebook_texts::Texts;

/// What an approval would come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reckoning {
    /// Of the certificate's year.
    pub maximum: Mass,
    /// Counts against it already.
    pub used: Mass,
    /// Fine mass.
    pub fine: Mass,
    /// Sold as certified elsewhere.
    pub sold: Mass,
    /// Less than a lot, kept from the issuance before.
    pub carry: Mass,
    /// What would be issued at the most.
    pub issued: Mass,
    /// Less than a lot, kept for the next one.
    pub kept: Mass,
}

impl Reckoning {
    /// Of production in a year of a certificate, where `counted` of what the year has used is of this very production.
    pub fn of(certificate: &Certificate, year: u16, counted: Mass, fine: Mass, sold: Mass) -> Self {
        let (maximum, used) = (certificate.maximum_of(year), certificate.use_of(year).total().less(counted));
        Self::reckoned(certificate.class.mineral, [maximum, used, fine, sold, certificate.carry])
    }

    fn reckoned(mineral: Mineral, [maximum, used, fine, sold, carry]: [Mass; 5]) -> Self {
        let due = fine.less(sold).plus(carry);
        let (issued, kept) = mineral.split_by_lot(due.min(maximum.less(used).less(sold)));
        Self { maximum, used, fine, sold, carry, issued, kept }
    }

    /// What the year still takes.
    pub fn room(&self) -> Mass {
        self.maximum.less(self.used)
    }

    /// What it would still take afterwards.
    pub fn room_after(&self) -> Mass {
        self.room().less(self.sold).less(self.issued)
    }

    /// Each line with what it is called; the sum last.
    pub fn lines(&self, t: Texts) -> Vec<(&'static str, String)> {
        let minus = |mass: Mass| if mass.is_zero() { t.mass(mass) } else { format!("\u{2212}{}", t.mass(mass)) };
        let mut lines = vec![
            (t.coop_sum_maximum(), t.mass(self.maximum)),
            (t.coop_sum_used(), minus(self.used)),
            (t.coop_sum_room(), t.mass(self.room())),
            (t.coop_sum_fine(), t.mass(self.fine)),
            (t.coop_sum_sold(), minus(self.sold)),
        ];
        if !self.carry.is_zero() {
            lines.push((t.coop_sum_carry(), t.mass(self.carry)));
        }
        lines.push((t.coop_sum_issued(), t.mass(self.issued)));
        if !self.kept.is_zero() {
            lines.push((t.coop_sum_kept(), t.mass(self.kept)));
        }
        lines.push((t.coop_sum_after(), t.mass(self.room_after())));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reckoned(masses: [&str; 5]) -> [String; 4] {
        let masses = masses.map(|mass| mass.parse().expect("a mass"));
        let all = Reckoning::reckoned("GLD".parse().expect("a mineral"), masses);
        [all.room(), all.issued, all.kept, all.room_after()].map(|mass| mass.to_string())
    }

    #[test]
    fn what_would_be_issued_is_reckoned_as_the_register_does() {
        for (maximum_used_fine_sold_carry, room_issued_kept_after) in [
            (["45", "0", "20.412", "8", "0"], ["45", "12.412", "0", "24.588"]),
            (["45", "20.412", "1.2345", "0", "0"], ["24.588", "1.234", "0.0005", "23.354"]),
            (["45", "20.412", "1.2345", "0", "0.0005"], ["24.588", "1.235", "0", "23.353"]),
            // The maximum cuts off; more sold than there is room for leaves nothing.
            (["45", "20.412", "30", "4", "0"], ["24.588", "20.588", "0", "0"]),
            (["45", "20.412", "26", "25", "0"], ["24.588", "0", "0", "0"]),
        ] {
            assert_eq!(reckoned(maximum_used_fine_sold_carry), room_issued_kept_after);
        }
    }
}
