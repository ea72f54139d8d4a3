//! What the pages of records have in common: lines of retirements, printed serial numbers, bars.

use orebook_registry::certificate::CertificateState;
use orebook_registry::credit::Batch;
use orebook_registry::instruction::WithdrawalCause;
use orebook_registry::mineral::Mineral;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{Country, Mass, Timestamp};
use orebook_store::RetirementRow;

use super::names::{Names, capital};
use crate::api::flags::{flag_of, is_settled};

/// A retirement as a list shows it.
pub(super) struct Line {
    pub id: String,
    pub beneficiary: String,
    pub mass: String,
    pub mineral: String,
    pub countries: String,
    pub date: String,
    pub flagged: bool,
    /// How much of it a batch gave, where that is asked.
    pub of_batch: Option<String>,
}

impl Line {
    /// Of a row.
    pub(super) fn of(row: RetirementRow, names: Names<'_>) -> Self {
        let countries = row.countries.split_whitespace().filter_map(|code| code.parse::<Country>().ok());
        let retirement = row.id.parse().ok().and_then(|id| names.registry.claims.retirement(id));
        Self {
            beneficiary: row.beneficiary,
            mass: names.t.mass(mass(row.mass)),
            mineral: row.mineral.parse().map_or(row.mineral, |mineral: Mineral| names.mineral(mineral)),
            countries: countries.map(|country| names.country(country)).collect::<Vec<_>>().join(", "),
            date: names.t.day(Timestamp::from_ms(row.time).date()),
            flagged: retirement.is_some_and(|retirement| flag_of(names.registry, retirement).is_some()),
            of_batch: None,
            id: row.id,
        }
    }
}

/// Milligrams of a table.
pub(super) fn mass(mg: i64) -> Mass {
    Mass::from_mg(u64::try_from(mg).unwrap_or(0))
}

/// A serial block as it is printed, in the two parts between which a line may break.
pub(super) struct Printed {
    pub batch: String,
    pub rest: String,
}

impl Printed {
    /// Of a block.
    pub(super) fn of(block: &SerialBlock) -> Self {
        let (batch, printed) = (format!("{}-", block.batch), block.to_string());
        Self { rest: printed.strip_prefix(&batch).unwrap_or_default().to_owned(), batch }
    }

    /// Of one that is printed already.
    pub(super) fn of_text(text: &str) -> Self {
        let parsed: Result<SerialBlock, _> = text.parse();
        parsed.map_or_else(|_| Self { batch: String::new(), rest: text.to_owned() }, |block| Self::of(&block))
    }

    /// Whole, as it stands in an address.
    pub(super) fn whole(&self) -> String {
        format!("{}{}", self.batch, self.rest)
    }
}

/// A piece of a bar, in thousandths of its length.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub class: &'static str,
    pub from: u64,
    pub width: u64,
}

/// The pieces of a bar, end to end; together they are as long as it is.
pub(super) fn stretches(parts: &[(&'static str, u64)]) -> Vec<Stretch> {
    let whole: u128 = parts.iter().map(|(_, part)| u128::from(*part)).sum();
    let at = |sum: u128| u64::try_from(sum * 1000 / whole.max(1)).unwrap_or(1000);
    let mut sum = 0;
    let stretch = |(class, part): &(&'static str, u64)| {
        let from = at(sum);
        sum += u128::from(*part);
        Stretch { class, from, width: at(sum) - from }
    };
    parts.iter().map(stretch).filter(|stretch| stretch.width > 0).collect()
}

/// A part of a whole, in hundredths of a percent.
pub(super) fn share(part: Mass, whole: Mass) -> u64 {
    let points = u128::from(part.mg()) * 10_000 / u128::from(whole.mg()).max(1);
    u64::try_from(points).unwrap_or(0)
}

/// A name in the middle of a sentence: whichever way it is written, the rest keeps its own (UAX #9, isolates).
pub(super) fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

/// What the state of its certificate means for a batch; nothing while all is as it should be.
pub(super) fn standing(batch: &Batch, names: Names<'_>) -> Option<&'static str> {
    let certificate = names.registry.certificates.certificate(batch.certificate)?;
    let fraud = certificate.standings().last().is_some_and(|s| s.cause == Some(WithdrawalCause::Fraud));
    match certificate.state() {
        CertificateState::Suspended => Some(names.t.batch_note_suspended()),
        CertificateState::Withdrawn if fraud && is_settled(names.registry, batch.certificate) => {
            Some(names.t.batch_note_fraud_settled())
        }
        CertificateState::Withdrawn if fraud => Some(names.t.batch_note_fraud()),
        CertificateState::Withdrawn => Some(names.t.batch_note_withdrawn()),
        CertificateState::Expired | CertificateState::Surrendered => Some(names.t.batch_note_ended()),
        CertificateState::Applied
        | CertificateState::UnderAudit
        | CertificateState::Rejected
        | CertificateState::Certified => None,
    }
}

/// The holds of a batch, in plain words.
pub(super) fn holds(batch: &Batch, names: Names<'_>) -> Vec<String> {
    let hold = |(id, covers): (&_, &orebook_registry::credit::BatchHold)| {
        let since = names.registry.credits.holds().find(*id)?.since;
        let scope = names.t.word("hold-scope", covers.scope.word());
        let reason = names.t.word("hold-reason", covers.reason.word());
        Some(capital(&names.t.batch_held(names.t.day(since.date()), reason, scope)))
    };
    batch.holds.iter().filter_map(hold).collect()
}

/// The class of a state's mark: its word stands in it.
pub(super) fn mark(state: &str) -> &'static str {
    match state {
        "retired" => "state",
        "outstanding" | "issued" => "state plain",
        _ => "state off",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_of_a_bar_are_as_long_as_the_bar() {
        let all = stretches(&[("a", 1), ("b", 1), ("c", 1), ("none", 0)]);
        assert_eq!(all.iter().map(|one| (one.from, one.width)).collect::<Vec<_>>(), [(0, 333), (333, 333), (666, 334)]);
        let large = stretches(&[("a", u64::MAX), ("b", u64::MAX)]);
        assert_eq!(large.iter().map(|one| one.width).sum::<u64>(), 1000);
        assert_eq!(stretches(&[("a", 0)]), []);
    }
}
