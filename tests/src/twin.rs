//! The naive twin of the register: a slow, flat model that is fed the accepted instructions and the time, and nothing
//! else. It knows neither blocks nor ladders nor indices: credits are single lots of a gram in one list, orders stand
//! in order of arrival, and every question is answered by looking at everything.
//!
//! It covers what moves credits of gold and money in USD under one programme whose certificates last one year at most.

mod acts;
mod certificates;
mod clock;
mod compare;
mod duties;
mod holds;
mod issuance;
mod matching;
mod sales;

use std::collections::BTreeMap;

use orebook_registry::instruction::*;
use orebook_registry::money::CashAccount;
use orebook_registry::values::*;
use orebook_registry::{Cause, Entry, NewEntry};

/// A lot of gold, in milligrams.
const LOT_MG: u64 = 1_000;

#[derive(Debug, Clone)]
struct Lot {
    batch: BatchId,
    gram: u64,
    account: AccountId,
    /// For whom an agent holds it.
    principal: Option<OrganisationId>,
    state: LotState,
    until: Date,
    /// Since when its days stand still.
    stopped: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LotState {
    Free,
    Offered(OrderId),
    Moving(TransferId),
    Frozen,
    Retired,
    Cancelled,
    Expired,
}

impl LotState {
    fn word(self) -> &'static str {
        match self {
            Self::Free => "available",
            Self::Offered(_) | Self::Moving(_) => "escrowed",
            Self::Frozen => "frozen",
            Self::Retired => "retired",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }
}

#[derive(Debug, Clone)]
struct Order {
    id: OrderId,
    market: MarketId,
    owner: OrganisationId,
    account: AccountId,
    key: PublicKey,
    /// The batch of an offer; a bid has none.
    batch: Option<BatchId>,
    price: i64,
    lots: u64,
    immediate: bool,
    ends: Timestamp,
    bps: i64,
    gross: i64,
    fee: i64,
}

#[derive(Debug, Clone)]
struct Moving {
    id: TransferId,
    key: PublicKey,
    from: AccountId,
    to: AccountId,
    principal: Option<OrganisationId>,
    settles: Timestamp,
}

#[derive(Debug, Clone)]
struct Proposal {
    id: ProposalId,
    act: Act,
    key: PublicKey,
    organisation: OrganisationId,
    lapses: Timestamp,
}

#[derive(Debug, Clone)]
struct Hold {
    id: HoldId,
    target: HoldTarget,
    /// The batches it covers.
    batches: Vec<BatchId>,
    reason: HoldReason,
    lapses: Option<Timestamp>,
}

#[derive(Debug, Clone)]
struct Trusted {
    organisation: OrganisationId,
    account: AccountId,
    key: PublicKey,
    works: Timestamp,
    started: bool,
}

#[derive(Debug, Clone)]
struct Member {
    id: OrganisationId,
    group: OrganisationId,
}

#[derive(Debug, Clone)]
struct Certificate {
    id: CertificateId,
    producer: OrganisationId,
    holder: OrganisationId,
    /// The holder has consented.
    linked: bool,
    maximum: u64,
    ends: Timestamp,
    state: &'static str,
    carry: u64,
    /// Approved, and cut off by the maximum.
    uncredited: u64,
    /// Sold after an issuance, less the credits cancelled for it.
    sold: i64,
    /// Sold and covered by nothing.
    short: u64,
    /// Beyond the maximum.
    over: u64,
}

#[derive(Debug, Clone)]
struct Declaration {
    id: DeclarationId,
    certificate: CertificateId,
    to: Date,
    fine: u64,
    sold: u64,
    /// What counts against the maximum: pending, or issued and sold.
    counted: u64,
    open: bool,
    lapses: Timestamp,
}

#[derive(Debug, Clone)]
struct Plan {
    id: PremiumPlanId,
    producer: OrganisationId,
    starts: Timestamp,
    started: bool,
    shares: Vec<PayeeShare>,
}

#[derive(Debug, Clone)]
struct Debt {
    id: InstalmentPlanId,
    kind: InstalmentKind,
    creditor: OrganisationId,
    producer: OrganisationId,
    rate: i64,
    left: i64,
    signed: bool,
}

/// An issuance.
#[derive(Debug, Clone)]
struct Batch {
    id: BatchId,
    certificate: CertificateId,
    producer: OrganisationId,
    /// The last day of production.
    ends: Date,
    /// Within how many months of its sale it must be used.
    months: u32,
}

#[derive(Debug, Clone)]
struct Key {
    key: PublicKey,
    organisation: OrganisationId,
    person: Person,
    purpose: KeyPurpose,
}

/// A retirement, as far as the audit duty asks.
#[derive(Debug, Clone)]
struct Retired {
    id: RetirementId,
    whom: String,
    time: Timestamp,
    lots: u64,
    /// Covered by a finding.
    settled: bool,
}

/// A finding that is owed.
#[derive(Debug, Clone)]
struct Duty {
    by: RetirementId,
    whom: String,
    member: Option<OrganisationId>,
    due: Timestamp,
    overdue: bool,
}

/// A trade as the twin foretells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foretold {
    /// The bid.
    pub bid: OrderId,
    /// The offer.
    pub offer: OrderId,
    /// Per kilogram, in minor units.
    pub price: i64,
    /// In milligrams.
    pub mass: u64,
    /// In minor units.
    pub fee: i64,
    /// Instalments withheld, then legs, in minor units.
    pub parts: Vec<i64>,
}

/// The model.
#[derive(Debug, Clone, Default)]
pub struct Twin {
    lots: Vec<Lot>,
    money: BTreeMap<CashAccount, i64>,
    orders: Vec<Order>,
    moving: Vec<Moving>,
    proposals: Vec<Proposal>,
    members: Vec<Member>,
    accounts: Vec<(AccountId, OrganisationId)>,
    keys: Vec<Key>,
    limits: Vec<(OrganisationId, SetLimits)>,
    parameters: RegisterParameters,
    codes: Vec<(OrganisationId, OrganisationCode)>,
    programmes: Vec<DefineProgramme>,
    certificates: Vec<Certificate>,
    declarations: Vec<Declaration>,
    batches: Vec<Batch>,
    consents: Vec<(ConsentId, String)>,
    retired: Vec<Retired>,
    duties: Vec<Duty>,
    holds: Vec<Hold>,
    trusted: Vec<Trusted>,
    /// Principals with their agents.
    agents: Vec<(OrganisationId, OrganisationId)>,
    plans: Vec<Plan>,
    debts: Vec<Debt>,
    trades: Vec<Foretold>,
}

/// Who asks, when, and in which entry.
#[derive(Debug, Clone, Copy)]
struct Asking {
    organisation: OrganisationId,
    key: PublicKey,
    now: Timestamp,
    sequence: u64,
}

impl Asking {
    /// The id of the n-th thing this cause makes.
    fn id<T: From<u128>>(self, ordinal: u16) -> T {
        IdMint::new(self.now, self.sequence, ordinal).mint()
    }
}

impl Twin {
    /// Goes along with what was just accepted, looking at causes only: what follows from them it works out itself.
    ///
    /// # Panics
    /// If it cannot do what the register did.
    pub fn follow(&mut self, entries: &[NewEntry]) {
        self.trades.clear();
        for entry in entries.iter().filter(|entry| entry.cause != Cause::Continuation) {
            self.pass_time(entry.time);
            if entry.cause == Cause::Clock {
                continue;
            }
            let read = Entry::parse(&entry.bytes).expect("an entry can be read");
            let raw = read.instruction.expect("an instruction's entry holds it").get();
            let instruction: Instruction = serde_json::from_str(raw).expect("an instruction can be read");
            let method = instruction.proof.expect("it is signed").verification_method;
            let key = method.split('#').next().and_then(|did| did.parse().ok()).expect("a did:key");
            let asking =
                Asking { organisation: instruction.organisation, key, now: entry.time, sequence: entry.sequence };
            self.act(asking, &instruction.act);
            self.pass_time(asking.now);
            self.match_orders(asking.now);
        }
    }

    /// The trades of what it followed last.
    pub fn trades(&self) -> &[Foretold] {
        &self.trades
    }

    fn pay(&mut self, from: CashAccount, to: CashAccount, amount: i64) {
        assert!(amount >= 0, "{amount} from {from} to {to}");
        let left = self.money.get(&from).copied().unwrap_or(0) - amount;
        assert!(left >= 0 || from == CashAccount::Bank, "{from} would hold {left}");
        self.money.insert(from, left);
        *self.money.entry(to).or_default() += amount;
        self.money.retain(|_, minor| *minor != 0);
    }

    fn group_of(&self, id: OrganisationId) -> OrganisationId {
        self.members.iter().find(|member| member.id == id).map_or(id, |member| member.group)
    }

    fn owner_of(&self, account: AccountId) -> Option<OrganisationId> {
        self.accounts.iter().find(|(id, _)| *id == account).map(|(_, owner)| *owner)
    }

    fn programme_on(&self, day: Date) -> &DefineProgramme {
        self.programmes.iter().rfind(|p| p.effective_from <= day).expect("a programme is in force")
    }
}
