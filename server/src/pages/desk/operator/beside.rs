//! What waits for the operator beside the log: lines of the bank that are not booked, grievances that nobody has taken up, and
//! notices that did not arrive.

use orebook_registry::values::Timestamp;
use orebook_store::Reading;
use orebook_texts::Texts;

use super::{grievances, lines, notices};
use crate::app::Data;
use crate::grievance::deadline::triage_due;
use crate::pages::desk::Waiting;
use crate::problem::Problem;

/// Grievances and webhooks that are counted at the most.
const MOST: i64 = 200;

/// All of it.
pub async fn waiting_beside(shared: &Data, t: Texts) -> Result<Vec<Waiting>, Problem> {
    let read = |read: &mut Reading<'_>| {
        Ok((read.grievances_awaiting(MOST)?, read.letter_figures()?.dead, read.webhooks_failing(MOST)?.len()))
    };
    let (filed, letters, hooks) = shared.clone().into_inner().tables(read).await?;
    let unbooked = shared.clone().into_inner().blocking(lines::count).await?;
    let letters = usize::try_from(letters).unwrap_or(0);
    let due = |(kind, filed_at): &(String, i64)| {
        let filed_at = Timestamp::from_ms(*filed_at);
        shared.state(|registry| triage_due(filed_at, kind, registry.parties.parameters()))
    };
    let line =
        |count: usize, text: String, link: &str, due| (count > 0).then(|| Waiting { text, link: link.to_owned(), due });
    let all = [
        line(unbooked, t.bank_lines_waits(unbooked), lines::PATH, None),
        line(filed.len(), t.operator_waits_grievances(filed.len()), grievances::PATH, filed.iter().map(due).min()),
        line(letters, t.operator_waits_letters(letters), notices::PATH, None),
        line(hooks, t.operator_waits_hooks(hooks), notices::PATH, None),
    ];
    Ok(all.into_iter().flatten().collect())
}
