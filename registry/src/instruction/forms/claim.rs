//! The bodies of acts on footprints and retirements.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    RecordFootprint {
        basis: FootprintBasis,
        mass: Mass,
        method: Token,
        mineral: Mineral,
        period_from: Date,
        period_to: Date,
        /// What the use is counted over, as a code: `products`, `collection_2026` …
        scope: Token,
    }
    Retire {
        account: AccountId,
        beneficiary: Beneficiary,
        blocks: Vec<SerialBlock>,
        claim: Claim,
        period_from: Date,
        period_to: Date,
        purpose: Token,
    }
    Beneficiary { country: Country, name: Text, #[serde(default, skip_serializing_if = "Option::is_none")] registration_number: Option<Reference> }
    /// A claim against a footprint.
    MatchClaim { footprint: FootprintId }
    /// A claim that names nothing further.
    PlainClaim {}
}

/// What a retirement says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// Supported certified production.
    Support(PlainClaim),
    /// Equals a share of the use in a footprint.
    Match(MatchClaim),
    /// No claim text.
    None(PlainClaim),
}

impl Claim {
    /// Its type as a code.
    pub fn claim_type(&self) -> ClaimType {
        match self {
            Self::Support(_) => ClaimType::Support,
            Self::Match(_) => ClaimType::Match,
            Self::None(_) => ClaimType::None,
        }
    }
}
