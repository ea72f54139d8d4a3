//! The bodies of events on footprints and retirements.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    FootprintRecorded {
        basis: FootprintBasis, beneficiary: OrganisationId, footprint: FootprintId, mass: Mass, method: Token, mineral: Mineral, period_from: Date,
        period_to: Date, scope: Token,
    }
    ConsentRecorded { agent: OrganisationId, beneficiary: Beneficiary, consent: ConsentId, digest: Digest, until: Date }
    Retired {
        account: AccountId, batches: Vec<BatchId>, beneficiary: Beneficiary, blocks: Vec<SerialBlock>, claim: ClaimFacts,
        #[serde(default, skip_serializing_if = "Option::is_none")] consent: Option<ConsentId>,
        /// When an auditor's finding is due, if this retirement crosses the audit threshold.
        #[serde(default, skip_serializing_if = "Option::is_none")] finding_due_at: Option<Timestamp>,
        holder: OrganisationId, mass: Mass, period_from: Date, period_to: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")] principal: Option<OrganisationId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] product: Option<ProductName>,
        purpose: Token, retirement: RetirementId,
        /// Which text renders the claim; texts are added, never edited.
        wording: Wording,
    }
    /// What the claim's text states beyond the retirement itself.
    MatchFacts {
        /// Σ retired citing the footprint, this retirement included.
        claimed: Mass,
        /// Earlier retirements citing it.
        earlier: Number,
        footprint: FootprintId, footprint_mass: Mass, footprint_scope: Token, period_from: Date, period_to: Date,
        /// min(100, floor(claimed × 100 / footprint)).
        percent: Number,
    }
    /// What had arrived of the premium behind the retired mass.
    PremiumFacts {
        /// Last day that was counted.
        date: Date,
        /// Confirmed by the producer's payees.
        reached: Money,
        /// Routed to them by the trades.
        routed: Money,
    }
    /// Takes the place of what was said; what was said stays.
    ClaimCorrected {
        #[serde(default, skip_serializing_if = "Option::is_none")] footprint: Option<FootprintFields>,
        #[serde(default, skip_serializing_if = "Option::is_none")] product: Option<ProductName>,
        #[serde(default, skip_serializing_if = "Option::is_none")] purpose: Option<Token>,
        #[serde(default, skip_serializing_if = "Option::is_none")] registration_number: Option<Reference>,
        retirement: RetirementId,
    }
    FindingPublished { auditor: OrganisationId, finding: FindingId, outcome: FindingOutcome, reason: Token, report: Digest, retirement: RetirementId }
    /// No finding came in time after the retirement that crossed the threshold.
    AuditOverdue { retirement: RetirementId }
}

/// A claim with the figures that its text needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimFacts {
    /// Supported certified production.
    Support(PlainClaim),
    /// Equals a share of a footprint.
    Match(MatchFacts),
    /// So much of the premium had arrived.
    Premium(PremiumFacts),
    /// Supports miners at entry level.
    Step(PlainClaim),
    /// No claim text.
    None(PlainClaim),
}

impl ClaimFacts {
    /// Its type as a code.
    pub fn claim_type(&self) -> ClaimType {
        match self {
            Self::Support(_) => ClaimType::Support,
            Self::Match(_) => ClaimType::Match,
            Self::Premium(_) => ClaimType::Premium,
            Self::Step(_) => ClaimType::Step,
            Self::None(_) => ClaimType::None,
        }
    }
}

codes! {
    /// Versions of the claims' texts.
    Wording { Support1 = "support/1", Match1 = "match/1", Premium1 = "premium/1", Step1 = "step/1", None1 = "none/1" }
}
