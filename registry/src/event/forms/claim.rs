//! The bodies of events on footprints and retirements.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    FootprintRecorded {
        basis: FootprintBasis, beneficiary: OrganisationId, footprint: FootprintId, mass: Mass, method: Token, mineral: Mineral, period_from: Date,
        period_to: Date, scope: Token,
    }
    Retired {
        account: AccountId, batches: Vec<BatchId>, beneficiary: Beneficiary, blocks: Vec<SerialBlock>, claim: ClaimFacts, holder: OrganisationId,
        mass: Mass, period_from: Date, period_to: Date, purpose: Token, retirement: RetirementId,
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
}

/// A claim with the figures that its text needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimFacts {
    /// Supported certified production.
    Support(PlainClaim),
    /// Equals a share of a footprint.
    Match(MatchFacts),
    /// No claim text.
    None(PlainClaim),
}

impl ClaimFacts {
    /// Its type as a code.
    pub fn claim_type(&self) -> ClaimType {
        match self {
            Self::Support(_) => ClaimType::Support,
            Self::Match(_) => ClaimType::Match,
            Self::None(_) => ClaimType::None,
        }
    }
}

codes! {
    /// Versions of the claims' texts.
    Wording { Support1 = "support/1", Match1 = "match/1", None1 = "none/1" }
}
