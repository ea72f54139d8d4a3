//! The bodies of acts on footprints and retirements.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    RecordFootprint {
        basis: FootprintBasis,
        /// Whose footprint, when its agent records it.
        #[serde(default, skip_serializing_if = "Option::is_none")] beneficiary: Option<OrganisationId>,
        mass: Mass,
        method: Token,
        mineral: Mineral,
        period_from: Date,
        period_to: Date,
        /// What the use is counted over, as a code: `products`, `collection_2026` …
        scope: Token,
    }
    /// An agent records that an organisation, which need not be a member, consents to be named.
    RecordConsent {
        beneficiary: Beneficiary,
        /// SHA-256 of the signed consent, which stays outside the log.
        digest: Digest,
        /// Last day on which it may be used.
        until: Date,
    }
    Retire {
        account: AccountId,
        beneficiary: Beneficiary,
        blocks: Vec<SerialBlock>,
        claim: Claim,
        /// The consent by which an agent retires for who is no member.
        #[serde(default, skip_serializing_if = "Option::is_none")] consent: Option<ConsentId>,
        period_from: Date,
        period_to: Date,
        /// The member for which its agent retires.
        #[serde(default, skip_serializing_if = "Option::is_none")] principal: Option<OrganisationId>,
        /// Name of a product or campaign: the one free text.
        #[serde(default, skip_serializing_if = "Option::is_none")] product: Option<ProductName>,
        purpose: Token,
    }
    /// Up to fifty retirements of one account, all or none.
    RetireList { account: AccountId, lines: Vec<RetireLine> }
    RetireLine {
        blocks: Vec<SerialBlock>,
        claim: Claim,
        #[serde(default, skip_serializing_if = "Option::is_none")] consent: Option<ConsentId>,
        period_from: Date,
        period_to: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")] principal: Option<OrganisationId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] product: Option<ProductName>,
        purpose: Token,
    }
    CorrectRetirement {
        #[serde(default, skip_serializing_if = "Option::is_none")] footprint: Option<FootprintFields>,
        #[serde(default, skip_serializing_if = "Option::is_none")] product: Option<ProductName>,
        #[serde(default, skip_serializing_if = "Option::is_none")] purpose: Option<Token>,
        #[serde(default, skip_serializing_if = "Option::is_none")] registration_number: Option<Reference>,
        retirement: RetirementId,
    }
    /// What may be corrected of a footprint that a claim cites.
    FootprintFields { mass: Mass, method: Token, period_from: Date, period_to: Date, scope: Token }
    PublishFinding {
        outcome: FindingOutcome,
        reason: Token,
        /// SHA-256 of the auditor's report.
        report: Digest,
        retirement: RetirementId,
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
    /// So much of the premium had arrived.
    Premium(PlainClaim),
    /// Supports miners at entry level.
    Step(PlainClaim),
    /// No claim text.
    None(PlainClaim),
}

impl Claim {
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
