//! What the twin keeps, each in a flat list.

use orebook_registry::instruction::*;
use orebook_registry::values::*;

#[derive(Debug, Clone)]
pub(super) struct Lot {
    pub(super) batch: BatchId,
    pub(super) gram: u64,
    pub(super) account: AccountId,
    /// For whom an agent holds it.
    pub(super) principal: Option<OrganisationId>,
    /// By which trade, as they are counted, it was sold.
    pub(super) trade: Option<usize>,
    pub(super) state: LotState,
    pub(super) until: Date,
    /// Since when its days stand still.
    pub(super) stopped: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LotState {
    Free,
    Offered(OrderId),
    Dealt(DealId),
    Moving(TransferId),
    Frozen,
    Retired,
    Cancelled,
    Expired,
}

impl LotState {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Free => "available",
            Self::Offered(_) | Self::Dealt(_) | Self::Moving(_) => "escrowed",
            Self::Frozen => "frozen",
            Self::Retired => "retired",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) id: OrderId,
    pub(super) market: MarketId,
    pub(super) owner: OrganisationId,
    pub(super) account: AccountId,
    pub(super) key: PublicKey,
    /// The batch of an offer; a bid has none.
    pub(super) batch: Option<BatchId>,
    pub(super) price: i64,
    pub(super) lots: u64,
    pub(super) force: TimeInForce,
    pub(super) name: Option<Reference>,
    /// What a bid takes only.
    pub(super) wish: Option<Restriction>,
    pub(super) ends: Timestamp,
    pub(super) bps: i64,
    pub(super) gross: i64,
    pub(super) fee: i64,
}

#[derive(Debug, Clone)]
pub(super) struct Moving {
    pub(super) id: TransferId,
    pub(super) key: PublicKey,
    pub(super) from: AccountId,
    pub(super) to: AccountId,
    pub(super) principal: Option<OrganisationId>,
    pub(super) settles: Timestamp,
}

#[derive(Debug, Clone)]
pub(super) struct Proposal {
    pub(super) id: ProposalId,
    pub(super) act: Act,
    pub(super) key: PublicKey,
    pub(super) organisation: OrganisationId,
    pub(super) lapses: Timestamp,
}

#[derive(Debug, Clone)]
pub(super) struct Hold {
    pub(super) id: HoldId,
    pub(super) target: HoldTarget,
    /// The batches it covers.
    pub(super) batches: Vec<BatchId>,
    pub(super) reason: HoldReason,
    pub(super) lapses: Option<Timestamp>,
}

#[derive(Debug, Clone)]
pub(super) struct Trusted {
    pub(super) organisation: OrganisationId,
    pub(super) account: AccountId,
    pub(super) key: PublicKey,
    pub(super) works: Timestamp,
    pub(super) started: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) id: OrganisationId,
    pub(super) group: OrganisationId,
    pub(super) structure: Option<Structure>,
    pub(super) women_led: Option<YesNo>,
    pub(super) closed: bool,
}

impl Member {
    pub(super) fn new(id: OrganisationId, group: OrganisationId) -> Self {
        Self { id, group, structure: None, women_led: None, closed: false }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Certificate {
    pub(super) id: CertificateId,
    pub(super) producer: OrganisationId,
    pub(super) holder: OrganisationId,
    pub(super) country: Country,
    /// The holder has consented.
    pub(super) linked: bool,
    pub(super) maximum: u64,
    pub(super) ends: Timestamp,
    pub(super) state: &'static str,
    pub(super) carry: u64,
    /// Approved, and cut off by the maximum.
    pub(super) uncredited: u64,
    /// Sold after an issuance, less the credits cancelled for it.
    pub(super) sold: i64,
    /// Sold and covered by nothing.
    pub(super) short: u64,
    /// Beyond the maximum.
    pub(super) over: u64,
}

#[derive(Debug, Clone)]
pub(super) struct Declaration {
    pub(super) id: DeclarationId,
    pub(super) certificate: CertificateId,
    pub(super) to: Date,
    pub(super) fine: u64,
    pub(super) sold: u64,
    /// What counts against the maximum: pending, or issued and sold.
    pub(super) counted: u64,
    pub(super) open: bool,
    pub(super) lapses: Timestamp,
}

#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) id: PremiumPlanId,
    pub(super) producer: OrganisationId,
    pub(super) starts: Timestamp,
    pub(super) started: bool,
    pub(super) shares: Vec<PayeeShare>,
}

#[derive(Debug, Clone)]
pub(super) struct Debt {
    pub(super) id: InstalmentPlanId,
    pub(super) kind: InstalmentKind,
    pub(super) creditor: OrganisationId,
    pub(super) producer: OrganisationId,
    pub(super) rate: i64,
    pub(super) left: i64,
    pub(super) signed: bool,
}

/// An issuance.
#[derive(Debug, Clone)]
pub(super) struct Batch {
    pub(super) id: BatchId,
    pub(super) certificate: CertificateId,
    pub(super) producer: OrganisationId,
    /// The last day of production.
    pub(super) ends: Date,
    /// Within how many months of its sale it must be used.
    pub(super) months: u32,
}

#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) key: PublicKey,
    pub(super) organisation: OrganisationId,
    pub(super) person: Person,
    pub(super) purpose: KeyPurpose,
    /// Confirmed, and not revoked.
    pub(super) signs: bool,
}

/// A retirement, as far as the audit duty asks.
#[derive(Debug, Clone)]
pub(super) struct Retired {
    pub(super) id: RetirementId,
    pub(super) whom: String,
    pub(super) time: Timestamp,
    pub(super) lots: u64,
    /// Covered by a finding.
    pub(super) settled: bool,
}

/// A finding that is owed.
#[derive(Debug, Clone)]
pub(super) struct Duty {
    pub(super) by: RetirementId,
    pub(super) whom: String,
    pub(super) member: Option<OrganisationId>,
    pub(super) due: Timestamp,
    pub(super) overdue: bool,
}
