//! What later entries say of a retirement: corrections, findings, the withdrawal of certificates behind it.

use orebook_registry::claim::Retirement;
use orebook_registry::claim::history::{Chapter, history};
use orebook_registry::event::{ClaimCorrected, FindingPublished};

use super::standing;
use crate::api::flags::Withdrawal;
use crate::pages::names::Names;
use crate::pages::records::isolated;

/// One entry, as it is told.
pub(super) struct Happening {
    pub date: String,
    pub sequence: u64,
    pub text: String,
    /// Of a finding: how it came out.
    pub outcome: Option<(&'static str, &'static str)>,
    /// Of a finding: the digest of its report.
    pub report: Option<String>,
}

/// All entries, oldest first.
pub(super) fn told(names: Names<'_>, retirement: &Retirement, withdrawals: &[Withdrawal]) -> Vec<Happening> {
    let t = names.t;
    let withdrawn = withdrawals.iter().map(|withdrawal| {
        let text = t.retirement_happened_withdrawn(t.day(withdrawal.event.effective), withdrawal.by(names.registry));
        let date = t.day(withdrawal.time.date());
        Happening { date, sequence: withdrawal.sequence, text, outcome: None, report: None }
    });
    let entries = history(retirement).into_iter().map(|page| {
        let (text, finding) = match page.chapter {
            Chapter::Retired => {
                (t.retirement_happened_retired(isolated(&names.organisation(retirement.record.holder))), None)
            }
            Chapter::Corrected(correction) => (t.retirement_happened_corrected(corrected(names, correction)), None),
            Chapter::Found(finding) => (found(names, finding), Some(finding)),
        };
        Happening {
            date: t.day(page.time.date()),
            sequence: page.sequence,
            text,
            outcome: finding.map(|finding| standing(names, finding.outcome)),
            report: finding.map(|finding| finding.report.to_string()),
        }
    });
    let mut all: Vec<Happening> = entries.chain(withdrawn).collect();
    all.sort_by_key(|happening| happening.sequence);
    all
}

fn found(names: Names<'_>, finding: &FindingPublished) -> String {
    let auditor = isolated(&names.organisation(finding.auditor));
    let outcome = names.t.word("finding-outcome", finding.outcome.word());
    names.t.retirement_happened_found(auditor, outcome, names.t.word("reason", finding.reason.as_str()))
}

/// The names of what was corrected.
fn corrected(names: Names<'_>, correction: &ClaimCorrected) -> String {
    let fields = [
        ("product", correction.product.is_some()),
        ("purpose", correction.purpose.is_some()),
        ("registration_number", correction.registration_number.is_some()),
        ("footprint", correction.footprint.is_some()),
    ];
    let named = fields.into_iter().filter(|(_, is)| *is).map(|(field, _)| names.t.word("field", field).to_lowercase());
    named.collect::<Vec<_>>().join(", ")
}
