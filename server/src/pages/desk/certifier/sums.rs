//! The arithmetic of an approval, line by line, from the weight on the scales to the credits.
//!
//! ```text
//! fine    = gross × fineness
//! room    = maximum − issued − other declarations − sold as certified − sold of this production
//! due     = verified − sold of this production + kept from before
//! issued  = min(room, due), cut to whole lots
//! ```

use orebook_registry::certificate::{Certificate, Declaration};
use orebook_registry::event::Declared;
use orebook_registry::values::Mass;
use orebook_texts::Texts;

/// A line: what it is, its figure, and whether it is a sum.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub figure: String,
    pub sum: bool,
}

impl Line {
    fn plain(label: impl Into<String>, figure: String) -> Self {
        Self { label: label.into(), figure, sum: false }
    }

    fn sum(label: impl Into<String>, figure: String) -> Self {
        Self { sum: true, ..Self::plain(label, figure) }
    }
}

/// From what was weighed to fine mass, as it was declared.
pub fn declared(t: Texts, declaration: &Declaration, event: Option<&Declared>) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(event) = event {
        let ppm = event.ppm.to_string();
        let percent = ppm.parse().map_or(String::new(), |ppm: u64| format!(" = {}", t.percent(ppm / 100)));
        lines.push(Line::plain(t.certifier_sum_gross(), t.mass(event.gross)));
        lines.push(Line::plain(t.certifier_sum_fineness(), format!("{}\u{a0}ppm{percent}", t.decimal(&ppm))));
    }
    lines.push(Line::sum(t.certifier_sum_fine(), t.mass(declaration.fine)));
    lines
}

/// What the certificate's year has room for.
pub fn room(t: Texts, certificate: &Certificate, declaration: &Declaration) -> Vec<Line> {
    let used = certificate.use_of(declaration.year);
    let pending = used.pending.less(declaration.counted);
    let taken = used.issued.plus(pending).plus(used.physical).plus(declaration.sold_physically);
    let maximum = certificate.maximum_of(declaration.year);
    vec![
        Line::plain(t.certifier_sum_maximum(), t.mass(maximum)),
        Line::plain(t.certifier_sum_issued_before(), minus(t, used.issued)),
        Line::plain(t.certifier_sum_pending(), minus(t, pending)),
        Line::plain(t.certifier_sum_sold_before(), minus(t, used.physical)),
        Line::plain(t.certifier_sum_sold(), minus(t, declaration.sold_physically)),
        Line::sum(t.certifier_sum_room(), signed(t, maximum, taken)),
    ]
}

/// What is issued for the verified mass.
pub fn issued(
    t: Texts,
    certificate: &Certificate,
    declaration: &Declaration,
    verified: Mass,
    [issued, kept]: [Mass; 2],
) -> Vec<Line> {
    let carry = certificate.carry;
    let due = verified.less(declaration.sold_physically).plus(carry);
    let cut = due.less(issued).less(kept);
    let mut lines = vec![
        Line::plain(t.certifier_sum_verified(), t.mass(verified)),
        Line::plain(t.certifier_sum_sold(), minus(t, declaration.sold_physically)),
    ];
    let some = |label: &str, mass: Mass, shown: String| (!mass.is_zero()).then(|| Line::plain(label, shown));
    lines.extend(some(t.certifier_sum_carry(), carry, t.mass(carry)));
    lines.extend(some(t.certifier_sum_cut(), cut, minus(t, cut)));
    lines.extend(some(t.certifier_sum_kept(), kept, minus(t, kept)));
    lines.push(Line::sum(t.certifier_sum_issued(), t.mass(issued)));
    lines
}

fn minus(t: Texts, mass: Mass) -> String {
    if mass.is_zero() { t.mass(mass) } else { format!("\u{2212}{}", t.mass(mass)) }
}

/// What is left, which may be less than nothing.
fn signed(t: Texts, whole: Mass, taken: Mass) -> String {
    if taken > whole { minus(t, taken.less(whole)) } else { t.mass(whole.less(taken)) }
}

#[cfg(test)]
mod tests {
    use orebook_texts::Tongue;

    use super::*;

    #[test]
    fn what_is_left_is_told_with_its_sign() {
        let t = Texts::of(Tongue::English);
        let mass = |text: &str| text.parse::<Mass>().expect("a mass");
        for (whole, taken, told) in
            [("45", "20.412", "24.588\u{a0}kg"), ("45", "45", "0\u{a0}kg"), ("45", "46.5", "\u{2212}1.5\u{a0}kg")]
        {
            assert_eq!(signed(t, mass(whole), mass(taken)), told);
        }
        assert_eq!(minus(t, mass("8")), "\u{2212}8\u{a0}kg");
        assert_eq!(minus(t, mass("0")), "0\u{a0}kg");
    }
}
