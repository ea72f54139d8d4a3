//! The naive twin of the register: a slow, flat model that is fed the accepted instructions and the time, and nothing
//! else. It knows neither blocks nor ladders nor indices: credits are single lots of a gram in one list, orders stand
//! in order of arrival, and every question is answered by looking at everything.
//!
//! It covers what moves credits of gold and money in USD under one programme whose certificates last one year at most.

mod acts;
mod certificates;
mod clock;
mod compare;
mod contacts;
mod dealings;
mod deals;
mod duties;
mod frauds;
mod holds;
mod issuance;
mod matching;
mod money;
mod orders;
mod payouts;
mod premium;
mod sales;
mod things;

use std::collections::BTreeMap;

use orebook_registry::instruction::*;
use orebook_registry::money::CashAccount;
use orebook_registry::values::*;
use orebook_registry::{Cause, Entry, NewEntry};

use contacts::Contact;
use dealings::*;
use things::*;

/// A lot of gold, in milligrams.
const LOT_MG: u64 = 1_000;

/// A trade as the twin foretells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foretold {
    /// Of what.
    pub of: Bargain,
    /// Per kilogram, in minor units.
    pub price: i64,
    /// In milligrams.
    pub mass: u64,
    /// In minor units.
    pub fee: i64,
    /// Instalments withheld, then legs, in minor units.
    pub parts: Vec<i64>,
}

/// What a trade is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bargain {
    /// A bid and an offer.
    Orders(OrderId, OrderId),
    /// A deal.
    Deal(DealId),
}

/// The model.
#[derive(Debug, Clone, Default)]
pub struct Twin {
    lots: Vec<Lot>,
    money: BTreeMap<(CashAccount, Currency), i64>,
    markets: Vec<Market>,
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
    deals: Vec<Deal>,
    sold: Vec<Sold>,
    stopped: Vec<Stopped>,
    /// Certificates whose buyers were refunded.
    refunded: Vec<CertificateId>,
    arrived: Vec<Arrived>,
    details: Vec<Details>,
    contacts: Vec<Contact>,
    /// The time of the cause under way.
    now: Option<Timestamp>,
    payouts: Vec<Payout>,
    /// It only tries what was refused: an order that must fill whole may stay unfilled.
    tries: bool,
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
            self.now = Some(entry.time);
            self.pass_time(entry.time);
            if entry.cause != Cause::Clock {
                let read = Entry::parse(&entry.bytes).expect("an entry can be read");
                let raw = read.instruction.expect("an instruction's entry holds it").get();
                self.take(entry.time, entry.sequence, &serde_json::from_str(raw).expect("an instruction can be read"));
            }
            self.settle_deals(entry.time);
        }
    }

    fn take(&mut self, now: Timestamp, sequence: u64, instruction: &Instruction) {
        let method = &instruction.proof.as_ref().expect("it is signed").verification_method;
        let key = method.split('#').next().and_then(|did| did.parse().ok()).expect("a did:key");
        let asking = Asking { organisation: instruction.organisation, key, now, sequence };
        self.act(asking, &instruction.act);
        self.pass_time(now);
        self.settle_deals(now);
        self.match_orders(now);
    }

    /// Whether an order that was refused for want of others to fill it would have been filled nevertheless. What came
    /// before it has been followed.
    ///
    /// # Panics
    /// If it cannot do what was asked.
    pub fn would_fill(&self, now: Timestamp, sequence: u64, instruction: &Instruction) -> bool {
        let mut tried = self.clone();
        tried.tries = true;
        tried.take(now, sequence, instruction);
        let traded: u64 = tried.trades.iter().map(|trade| trade.mass).sum();
        match &instruction.act {
            Act::PlaceBuyOrder(place) => traded == place.mass.mg(),
            Act::PlaceSellOrder(place) => traded == place.mass.mg(),
            _ => false,
        }
    }

    /// The trades of what it followed last.
    pub fn trades(&self) -> &[Foretold] {
        &self.trades
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
