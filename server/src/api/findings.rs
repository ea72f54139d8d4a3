//! What later entries say of a retirement: corrections and auditors' findings, beside the retirement itself.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::claim::Retirement;
use orebook_registry::claim::history::{Chapter, Page, history};
use orebook_registry::event::{ClaimCorrected, FindingPublished};
use orebook_registry::values::RetirementId;
use serde::Serialize;

use super::ask::{At, Look};
use super::flags::{Withdrawal, WithdrawalView, withdrawals};
use super::{List, parse};
use crate::problem::{Problem, ProblemBody};

/// One entry that speaks of a retirement.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HistoryView {
    /// The entry.
    pub sequence: String,
    /// Its time.
    pub time: String,
    /// `retired`, `corrected`, `finding` or `certificate_withdrawn`.
    pub what: String,
    /// What was corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<CorrectionView>,
    /// What was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingView>,
    /// The withdrawal, for fraud, of a certificate behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<WithdrawalView>,
}

/// What a correction changes; what is absent stays.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CorrectionView {
    /// Name of the product or campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Purpose, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// The beneficiary's registration number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_number: Option<String>,
    /// Kilograms of the footprint it cites.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footprint_mass: Option<String>,
    /// The footprint's scope, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footprint_scope: Option<String>,
    /// The footprint's period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footprint_period: Option<String>,
}

/// An auditor's finding.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FindingView {
    /// Its id.
    pub id: String,
    /// Name of the auditor.
    pub auditor: String,
    /// `confirmed`, `qualified` or `disputed`.
    pub outcome: String,
    /// Why, as a code.
    pub reason: String,
    /// SHA-256 of the report.
    pub report: String,
}

impl From<&ClaimCorrected> for CorrectionView {
    fn from(e: &ClaimCorrected) -> Self {
        Self {
            product: e.product.as_ref().map(ToString::to_string),
            purpose: e.purpose.as_ref().map(ToString::to_string),
            registration_number: e.registration_number.as_ref().map(ToString::to_string),
            footprint_mass: e.footprint.as_ref().map(|f| f.mass.to_string()),
            footprint_scope: e.footprint.as_ref().map(|f| f.scope.to_string()),
            footprint_period: e.footprint.as_ref().map(|f| format!("{} to {}", f.period_from, f.period_to)),
        }
    }
}

fn finding_view(registry: &Registry, e: &FindingPublished) -> FindingView {
    let auditor = registry.parties.organisation(e.auditor).map(|o| o.name.to_string());
    FindingView {
        id: e.finding.to_string(),
        auditor: auditor.unwrap_or_default(),
        outcome: e.outcome.to_string(),
        reason: e.reason.to_string(),
        report: e.report.to_string(),
    }
}

fn history_view(registry: &Registry, page: &Page<'_>) -> HistoryView {
    let (what, correction, finding) = match page.chapter {
        Chapter::Retired => ("retired", None, None),
        Chapter::Corrected(e) => ("corrected", Some(CorrectionView::from(e)), None),
        Chapter::Found(e) => ("finding", None, Some(finding_view(registry, e))),
    };
    HistoryView {
        sequence: page.sequence.to_string(),
        time: page.time.to_string(),
        what: what.to_owned(),
        correction,
        finding,
        withdrawal: None,
    }
}

fn withdrawal_view(registry: &Registry, retirement: &Retirement, withdrawal: &Withdrawal) -> HistoryView {
    HistoryView {
        sequence: withdrawal.sequence.to_string(),
        time: withdrawal.time.to_string(),
        what: "certificate_withdrawn".to_owned(),
        correction: None,
        finding: None,
        withdrawal: Some(withdrawal.view(registry, retirement)),
    }
}

/// All findings on a retirement, oldest first.
pub(crate) fn findings_of(registry: &Registry, retirement: &Retirement) -> Vec<FindingView> {
    retirement.findings.iter().map(|finding| finding_view(registry, &finding.what)).collect()
}

/// The history of a retirement: its own entry, corrections, findings, and what became of the certificates behind it, in
/// the order of the log.
#[utoipa::path(tag = "retirements", params(("id" = String, Path, description = "ret_…"), At), responses((status = 200, body = List<HistoryView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/retirements/{id}/history")]
pub async fn get_retirement_history(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    let seen = look.view().await?;
    let withdrawals = withdrawals(&seen, id).await?;
    let pages = seen.read(|registry| {
        let retirement = registry.claims.retirement(id)?;
        let mut pages: Vec<(u64, HistoryView)> =
            history(retirement).iter().map(|page| (page.sequence, history_view(registry, page))).collect();
        pages.extend(withdrawals.iter().map(|w| (w.sequence, withdrawal_view(registry, retirement, w))));
        pages.sort_by_key(|(sequence, _)| *sequence);
        Some(pages)
    });
    let pages = pages.ok_or_else(|| Problem::not_found("retirement", id))?;
    let items: Vec<HistoryView> = pages.into_iter().map(|(_, page)| page).collect();
    Ok(seen.json(&List { items, next: None }))
}
