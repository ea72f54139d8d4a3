//! What later became known of the production behind credits: the flag of a batch, the entry that withdrew its
//! certificate, and the state that certificate is in now.

use orebook_registry::certificate::{Certificate, CertificateState};
use orebook_registry::claim::Retirement;
use orebook_registry::credit::{Batch, BatchFlag, Target};
use orebook_registry::event::{CertificateEvent, Event, Withdrawn};
use orebook_registry::instruction::{HoldScope, WithdrawalCause};
use orebook_registry::values::{BatchId, CertificateId, RetirementId, Timestamp};
use orebook_registry::{Entry, Registry};
use orebook_store::{Page, Reading};
use serde::Serialize;

use crate::problem::Problem;
use crate::view::View;

/// A flagged batch behind a retirement.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FlaggedView {
    /// The batch.
    pub batch: String,
    /// `fraud`.
    pub flag: String,
    /// Its certificate, which was withdrawn for that.
    pub certificate: String,
    /// The first day on which the withdrawal counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<String>,
}

/// The withdrawal of a certificate for fraud, as it concerns a retirement.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct WithdrawalView {
    /// The certificate.
    pub certificate: String,
    /// Name of the certifier who withdrew it.
    pub by: String,
    /// `fraud`.
    pub cause: String,
    /// Why, as a code word.
    pub reason: String,
    /// The first day on which it counts.
    pub effective: String,
    /// The batches of the retirement that rest on it.
    pub batches: Vec<String>,
}

/// The flagged batches behind a retirement.
fn flagged<'a>(
    registry: &'a Registry,
    retirement: &'a Retirement,
) -> impl Iterator<Item = (BatchId, &'a Batch, BatchFlag)> {
    let batches = retirement.record.batches.iter();
    batches.filter_map(|id| registry.credits.batch(*id).and_then(|batch| Some((*id, batch, batch.flag?))))
}

/// The flag that a retirement carries: that of its first flagged batch.
pub fn flag_of(registry: &Registry, retirement: &Retirement) -> Option<String> {
    flagged(registry, retirement).next().map(|(_, _, flag)| flag.to_string())
}

/// The flagged batches behind a retirement, each with what its certificate knows.
pub fn flagged_of(registry: &Registry, retirement: &Retirement) -> Vec<FlaggedView> {
    let view = |(id, batch, flag): (BatchId, &Batch, BatchFlag)| FlaggedView {
        batch: id.to_string(),
        flag: flag.to_string(),
        certificate: batch.certificate.to_string(),
        effective: registry
            .certificates
            .certificate(batch.certificate)
            .and_then(|c| c.standings().iter().rev().find(|standing| standing.cause == Some(WithdrawalCause::Fraud)))
            .map(|standing| standing.effective.to_string()),
    };
    flagged(registry, retirement).map(view).collect()
}

/// The entry that withdrew a certificate.
pub struct Withdrawal {
    /// The entry.
    pub sequence: u64,
    /// Its time.
    pub time: Timestamp,
    /// What it says.
    pub event: Withdrawn,
}

impl Withdrawal {
    /// As it concerns a retirement.
    pub fn view(&self, registry: &Registry, retirement: &Retirement) -> WithdrawalView {
        let Withdrawn { cause, certificate, effective, reason, .. } = &self.event;
        let of = flagged(registry, retirement).filter(|(_, batch, _)| batch.certificate == *certificate);
        WithdrawalView {
            certificate: certificate.to_string(),
            by: self.by(registry),
            cause: cause.to_string(),
            reason: reason.to_string(),
            effective: effective.to_string(),
            batches: of.map(|(id, ..)| id.to_string()).collect(),
        }
    }

    /// Name of the certifier.
    pub fn by(&self, registry: &Registry) -> String {
        let certificate = registry.certificates.certificate(self.event.certificate);
        let certifier = certificate.and_then(|c| registry.parties.organisation(c.certifier));
        certifier.map(|o| o.name.to_string()).unwrap_or_default()
    }
}

/// The withdrawals for fraud of the certificates behind a retirement, in the order of the log. The state knows the day
/// from which each counts; its entry is looked up in the journal, and nothing is asked where nothing is flagged.
pub async fn withdrawals(seen: &View, retirement: RetirementId) -> Result<Vec<Withdrawal>, Problem> {
    let mut certificates: Vec<CertificateId> = seen.read(|registry| {
        let retirement = registry.claims.retirement(retirement).into_iter();
        retirement.flat_map(|r| flagged(registry, r)).map(|(_, batch, _)| batch.certificate).collect()
    });
    certificates.sort_unstable();
    certificates.dedup();
    if certificates.is_empty() {
        return Ok(Vec::new());
    }
    let found = seen.shared().tables(move |read| {
        let each = certificates.into_iter().map(|certificate| withdrawal(read, certificate));
        each.collect::<Result<Vec<_>, _>>()
    });
    let mut found: Vec<Withdrawal> = found.await?.into_iter().flatten().collect();
    found.sort_unstable_by_key(|withdrawal| withdrawal.sequence);
    Ok(found)
}

/// It ends a certificate for ever, so it is among the last entries that name it.
fn withdrawal(read: &mut Reading<'_>, certificate: CertificateId) -> Result<Option<Withdrawal>, Problem> {
    const ROWS: i64 = 50;
    let mut page = Page::newest(ROWS);
    loop {
        let rows = read.entries_naming(&certificate.to_string(), &page)?;
        for row in &rows {
            let entry = Entry::parse(&row.entry).map_err(Problem::internal)?;
            for event in entry.events {
                if let Event::Certificate(CertificateEvent::Withdrawn(event)) = event
                    && event.certificate == certificate
                {
                    return Ok(Some(Withdrawal { sequence: entry.sequence.0, time: entry.time, event }));
                }
            }
        }
        match rows.last() {
            Some(last) => page = Page::before(last.sequence, ROWS),
            None => return Ok(None),
        }
    }
}

/// Whether what was bought of a certificate that was withdrawn for fraud is held no more: released, or refunded.
pub fn is_settled(registry: &Registry, certificate: CertificateId) -> bool {
    registry.credits.holds().on(Target::Certificate(certificate, HoldScope::All)).next().is_none()
}

/// What the present state of a batch's certificate means for its credits; nothing while all is as it should be.
fn certificate_note(registry: &Registry, id: CertificateId, certificate: &Certificate) -> Option<String> {
    let fraud = certificate.standings().last().is_some_and(|s| s.cause == Some(WithdrawalCause::Fraud));
    let note = match certificate.state() {
        CertificateState::Suspended => {
            "The certificate is suspended: its producer neither declares nor sells. Bought credits stay usable."
        }
        CertificateState::Withdrawn if fraud && is_settled(registry, id) => {
            "The certificate was withdrawn for fraud: unsold credits are cancelled. That is settled: bought credits are held no more, or were cancelled and refunded. What was retired stays retired, with this flag."
        }
        CertificateState::Withdrawn if fraud => {
            "The certificate was withdrawn for fraud: unsold credits are cancelled, bought ones are held until that is settled. What was retired stays retired, with this flag."
        }
        CertificateState::Withdrawn => {
            "The certificate was withdrawn: unsold credits are cancelled. Bought credits stay usable."
        }
        CertificateState::Expired | CertificateState::Surrendered => {
            "The certificate has ended: credits that were issued stay usable until they expire."
        }
        CertificateState::Applied
        | CertificateState::UnderAudit
        | CertificateState::Rejected
        | CertificateState::Certified => return None,
    };
    Some(note.to_owned())
}

/// The state of a batch's certificate, and what it means for the batch's credits.
pub fn certificate_of(registry: &Registry, batch: &Batch) -> (String, Option<String>) {
    let certificate = registry.certificates.certificate(batch.certificate);
    certificate.map(|c| (c.state().to_string(), certificate_note(registry, batch.certificate, c))).unwrap_or_default()
}
