//! An auditor: retirements whose findings are due, what is needed to judge one, and the log itself.

pub mod duties;
pub mod findings;
pub mod log;
mod origin;
pub mod retirement;
pub mod retirements;

use orebook_registry::Registry;
use orebook_registry::claim::Retirement;
use orebook_registry::claim::audit::{Duty, Tally};
use orebook_registry::instruction::{FindingOutcome, Role};
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_texts::Texts;

use super::cards::State;
use super::{Waiting, Way};
use crate::pages::names::Names;

/// Who looks.
pub const LOOKS: &[Role] = &[Role::Auditor];

/// Where retirements are looked at.
pub const RETIREMENTS: &str = "/desk/auditor/retirements";

/// Where findings are owed.
pub const DUTIES: &str = "/desk/auditor/duties";

/// Duties that the desk names; the others are counted.
const NAMED: usize = 10;

/// The pages of the desk.
pub fn ways(t: Texts) -> Vec<Way> {
    vec![
        Way { link: DUTIES, name: t.auditor_duties() },
        Way { link: RETIREMENTS, name: t.auditor_retirements() },
        Way { link: "/desk/auditor/findings", name: t.auditor_findings() },
        Way { link: "/desk/auditor/log", name: t.auditor_log() },
    ]
}

/// What waits: findings that are owed, the soonest first.
pub fn waiting(names: Names<'_>, _me: OrganisationId, _now: Timestamp) -> Vec<Waiting> {
    let owed = owed(names.registry);
    let named = owed.iter().take(NAMED).filter_map(|one| {
        let beneficiary = &names.registry.claims.retirement(one.duty.crossed_by)?.record.beneficiary;
        let text = names.t.auditor_waits_finding(beneficiary.name.to_string(), names.mineral(one.mineral));
        Some(Waiting { text, link: format!("{RETIREMENTS}/{}", one.duty.crossed_by), due: Some(one.duty.due_at) })
    });
    let others = (owed.len() > NAMED).then(|| Waiting {
        text: names.t.auditor_waits_more(owed.len() - NAMED),
        link: DUTIES.to_owned(),
        due: owed.get(NAMED).map(|one| one.duty.due_at),
    });
    named.chain(others).collect()
}

/// A finding that is owed, and for what.
struct Owed<'a> {
    mineral: Mineral,
    tally: &'a Tally,
    duty: Duty,
}

/// The findings that are owed, the soonest first.
fn owed(registry: &Registry) -> Vec<Owed<'_>> {
    let tallies = registry.claims.audits.tallies();
    let mut all: Vec<Owed<'_>> = tallies
        .filter_map(|((_, mineral), tally)| Some(Owed { mineral: *mineral, tally, duty: tally.duty()? }))
        .collect();
    all.sort_by_key(|one| (one.duty.due_at, one.duty.crossed_by));
    all
}

/// Who must be of another group than the auditor: the holder, for whom it retired, and the certifiers of the batches.
fn concerned(registry: &Registry, retirement: &Retirement) -> Vec<OrganisationId> {
    let record = &retirement.record;
    let batches = record.batches.iter().filter_map(|id| registry.credits.batch(*id));
    let certifiers =
        batches.filter_map(|batch| registry.certificates.certificate(batch.certificate)).map(|one| one.certifier);
    let mut all: Vec<_> = [record.holder].into_iter().chain(record.principal).chain(certifiers).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether an auditor is of none of their groups.
fn is_independent(registry: &Registry, retirement: &Retirement, me: OrganisationId) -> bool {
    !concerned(registry, retirement).into_iter().any(|party| registry.parties.same_group(party, me))
}

/// What the latest finding says.
fn standing(t: Texts, outcome: Option<FindingOutcome>) -> State {
    let Some(outcome) = outcome else { return State { word: t.auditor_no_finding().to_owned(), tone: " wait" } };
    let tone = match outcome {
        FindingOutcome::Confirmed => "",
        FindingOutcome::Qualified => " wait",
        FindingOutcome::Disputed => " held",
    };
    State { word: t.word("finding-outcome", outcome.word()).into_owned(), tone }
}
