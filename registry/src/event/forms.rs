//! The bodies of the events, as they stand in an entry.

use serde::{Deserialize, Serialize};

use crate::instruction::*;
use crate::mineral::Mineral;
use crate::serial::SerialBlock;
use crate::values::*;

forms! {
    /// The register begins.
    Founded { issuer: Issuer, log_key: String, name: Text, operator: OrganisationId, country: Country, origin: String, persons: Vec<KeyOfPerson>, rules: String }
    OrganisationRegistered {
        /// Its first holding account, for those who hold credits.
        #[serde(default, skip_serializing_if = "Option::is_none")] account: Option<AccountId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] code: Option<OrganisationCode>,
        country: Country,
        /// The organisation that its group is named after; its own id if it is a group of its own.
        group: OrganisationId,
        keys: Vec<KeyOfPerson>,
        name: Text,
        organisation: OrganisationId,
        #[serde(default, skip_serializing_if = "Option::is_none")] registration_number: Option<Reference>,
        roles: Vec<Role>,
        #[serde(default, skip_serializing_if = "Option::is_none")] structure: Option<Structure>,
        #[serde(default, skip_serializing_if = "Option::is_none")] women_led: Option<YesNo>,
    }
    KeyAdded { key: PublicKey, organisation: OrganisationId, person: Person, purpose: KeyPurpose }
    KeyConfirmed { key: PublicKey, organisation: OrganisationId }
    KeyRevoked { key: PublicKey, organisation: OrganisationId, reason: Token }
    NameSpent { id: InstructionId, organisation: OrganisationId }
    Proposed { act: Act, digest: Digest, key: PublicKey, lapses_at: Timestamp, organisation: OrganisationId, person: Person, proposal: ProposalId }
    ProposalEnded { proposal: ProposalId }

    Accredited { accreditation: AccreditationId, certifier: OrganisationId, from: Date, minerals: Vec<Mineral>, programme: ProgrammeCode, until: Date, verification: Verification }
    Applied {
        certificate: CertificateId, certifier: OrganisationId, country: Country, ecological: YesNo, holder: OrganisationId, level: Level,
        mineral: Mineral, producer: OrganisationId, programme: ProgrammeCode, region: Region, site: Reference,
    }
    CertificateNamed { certificate: CertificateId }
    Granted { audited_on: Date, certificate: CertificateId, effective: Date, maximum: Mass, valid_from: Date, valid_to: Date, verification: Verification }
    StateChanged { certificate: CertificateId, effective: Date, reason: Token }
    Declared {
        certificate: CertificateId,
        /// What it counts against the year's maximum until it is decided: min(fine, maximum − used).
        counted: Mass,
        declaration: DeclarationId, evidence: Vec<Digest>, fine: Mass, gross: Mass, period_from: Date, period_to: Date, ppm: Ppm, sold_physically: Mass,
    }
    DeclarationApproved { /** Kept for the certificate's next issuance: less than a lot. */ carry: Mass, declaration: DeclarationId, issued: Mass, verified: Mass }
    DeclarationEnded { declaration: DeclarationId }

    AccountOpened { account: AccountId, name: Text, organisation: OrganisationId }
    /// A batch comes into being, all of it in the producer's account.
    Issued {
        account: AccountId, batch: BatchId, block: SerialBlock, certificate: CertificateId, ecological: YesNo, expires_on: Date, level: Level,
        period_from: Date, period_to: Date, producer: OrganisationId, programme: ProgrammeCode, programme_version: Count,
        #[serde(default, skip_serializing_if = "Option::is_none")] structure: Option<Structure>,
        #[serde(default, skip_serializing_if = "Option::is_none")] women_led: Option<YesNo>,
    }
    /// Blocks move, at once (no `settles_at`) or after the waiting time.
    Transferred {
        blocks: Vec<SerialBlock>, from: AccountId, key: PublicKey,
        #[serde(default, skip_serializing_if = "Option::is_none")] settles_at: Option<Timestamp>,
        to: AccountId, transfer: TransferId,
    }
    TransferNamed { transfer: TransferId }
    /// All of the batch's available credits whose last usable day is `last_day`.
    CreditsExpired { batch: BatchId, last_day: Date }

    Deposited { amount: Money, deposit: DepositId, organisation: OrganisationId, reference: Reference }
    PremiumPlanAdopted {
        /// In force from this moment; a first plan at once.
        in_force_from: Timestamp,
        payees: Vec<PayeeShare>, plan: PremiumPlanId, producer: OrganisationId, programme: ProgrammeCode,
    }
    PremiumPlanNamed { plan: PremiumPlanId }
    InstalmentPlanOpened { creditor: OrganisationId, kind: InstalmentKind, plan: InstalmentPlanId, producer: OrganisationId, programme: ProgrammeCode, rate: Bps, total: Money }
    InstalmentPlanNamed { plan: InstalmentPlanId }

    MarketOpened {
        currency: Currency, ecological: YesNo, floor: Money, level: Level, market: MarketId, mineral: Mineral, minimum: Money,
        programme: ProgrammeCode, tick: Money,
    }
    SellOrderPlaced {
        account: AccountId, batch: BatchId, expires_at: Timestamp, key: PublicKey, market: MarketId, mass: Mass, order: OrderId,
        owner: OrganisationId, price: Money, time_in_force: TimeInForce,
    }
    BuyOrderPlaced {
        account: AccountId, expires_at: Timestamp, /** Fixed until the order ends. */ fee: Bps, key: PublicKey, market: MarketId, mass: Mass,
        order: OrderId, owner: OrganisationId, price: Money, time_in_force: TimeInForce,
    }
    OrderCancelled { order: OrderId, reason: CancelReason }
    OrderNamed { order: OrderId }
    /// Delivery versus payment, in one fact. What returns from escrow is derived, so nobody reads another's limit.
    Traded {
        buy_order: OrderId, buyer: OrganisationId, deductions: Vec<Deduction>, fee: Money, gross: Money, legs: Vec<Leg>, market: MarketId, mass: Mass,
        plan: PremiumPlanId, price: Money, sell_order: OrderId, seller: OrganisationId, trade: TradeId,
        /// Last day on which the buyer may use what it bought.
        use_until: Date,
    }
    Deduction { amount: Money, creditor: OrganisationId, plan: InstalmentPlanId }
    Leg { amount: Money, kind: PayeeKind, payee: OrganisationId }

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
    /// Why an order's rest was taken out of the book.
    CancelReason {
        Owner = "owner", Group = "group", Suspension = "suspension", KeyRevoked = "key_revoked",
        FillLimit = "fill_limit", Unfilled = "unfilled",
    }
}
codes! {
    /// Versions of the claims' texts.
    Wording { Support1 = "support/1", Match1 = "match/1", None1 = "none/1" }
}

/// A whole number from 0, as a decimal string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub u64);

impl std::str::FromStr for Number {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("whole number", "digits without a leading zero");
        let number: u64 = text.parse().map_err(|_| FORM)?;
        if number.to_string() == text { Ok(Self(number)) } else { Err(FORM) }
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

string_serde!(Number);
