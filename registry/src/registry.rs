//! The one state, and the dispatch of verbs to the areas that know them. Nothing is decided here.

use orebook_document::Opened;

use crate::Contradiction;
use crate::certificate::{self, Certificates};
use crate::claim::{self, Claims};
use crate::credit::{self, Credits};
use crate::entry::{self, Cause, NewEntry, Origin};
use crate::event::*;
use crate::instruction::{Act, Digest, HoldTarget, Instruction};
use crate::money::{self, Cash};
use crate::party::{self, Asker, KeyState, Name, Names, OwnKeys, Parties};
use crate::refusal::Refusal;
use crate::step;
use crate::trade::{self, Markets};
use crate::values::*;

/// What entry 0 fixed.
pub type Founding = Founded;

/// What became of an instruction that was submitted.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Accepted: its entry and its continuations.
    Accepted(Vec<NewEntry>),
    /// The same bytes were accepted before.
    Replayed(Name),
    /// Refused; the state is as it was.
    Refused(Refusal),
}

/// What an instruction would become.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// The same bytes were accepted before.
    Replayed(Name),
    /// It is refused.
    Refused(Refusal),
    /// It will write this.
    Planned(Box<Plan>),
}

/// The register.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    founding: Option<Founded>,
    own_keys: OwnKeys,
    /// Number of entries; the next one's sequence.
    size: u64,
    /// Time of the last entry.
    time: Option<Timestamp>,
    /// The cause under way: first entry, and what it has given out.
    cause: CauseState,
    /// Organisations, keys, proposals.
    pub parties: Parties,
    /// Programmes, certificates, declarations.
    pub certificates: Certificates,
    /// Accounts, batches, blocks.
    pub credits: Credits,
    /// Balances and premium plans.
    pub cash: Cash,
    /// Markets and orders.
    pub markets: Markets,
    /// Footprints and retirements.
    pub claims: Claims,
}

#[derive(Debug, Clone, Default)]
struct CauseState {
    sequence: u64,
    ordinal: u16,
    fills: u64,
    name: Option<(OrganisationId, crate::instruction::InstructionId)>,
}

impl Registry {
    /// A register before its founding.
    pub fn new() -> Self {
        Self::default()
    }
    /// Entry 0's facts.
    pub fn founding(&self) -> Option<&Founded> {
        self.founding.as_ref()
    }
    /// The log's origin, which every instruction must name.
    pub fn origin(&self) -> &str {
        self.founding.as_ref().map_or("", |f| f.origin.as_str())
    }
    /// The keys of the log and of the issuer, and from which entry on each is in force.
    pub fn own_keys(&self) -> &OwnKeys {
        &self.own_keys
    }
    /// Number of entries.
    pub fn size(&self) -> u64 {
        self.size
    }
    /// Time of the last entry.
    pub fn time(&self) -> Option<Timestamp> {
        self.time
    }
    /// The clock's reading, never below the last entry.
    pub fn not_before_last(&self, now: Timestamp) -> Timestamp {
        self.time.map_or(now, |last| last.max(now))
    }

    /// What follows from the state by itself at `now`; `None` when nothing does.
    pub fn next_step(&self, now: Timestamp) -> Result<Option<Event>, Contradiction> {
        let mut ids = IdMint::new(now, self.cause.sequence, self.cause.ordinal);
        step::next(self, &mut ids, now, self.cause.fills)
    }

    /// Makes an event true.
    pub fn apply(&mut self, event: &Event) -> Result<(), Contradiction> {
        let now = self.time.ok_or(Contradiction::new("an event is applied inside an entry"))?;
        let sequence = self.size - 1;
        self.cause.ordinal += event.ids();
        self.credits.clear_trace();
        self.cash.clear_trace();
        match event {
            Event::Party(event) => {
                self.parties.apply(event, sequence)?;
                self.apply_party_elsewhere(event, sequence, now)
            }
            Event::Certificate(event) => {
                self.certificates.apply(event, now)?;
                self.apply_certificate_elsewhere(event, now)
            }
            Event::Credit(event) => {
                self.apply_credit_elsewhere(event, now)?;
                self.credits.apply(event, now)
            }
            Event::Money(event) => {
                self.apply_money_elsewhere(event, now)?;
                self.cash.apply(event, now)
            }
            Event::Trade(event) => self.apply_trade(event, now),
            Event::Claim(event) => {
                if let ClaimEvent::Retired(retired) = event {
                    let ranges = self.credits.ranges(&retired.blocks)?;
                    self.credits.retire(&ranges, retired.account, retired.retirement)?;
                }
                self.claims.apply(event, sequence, now)?;
                self.apply_claim_elsewhere(event, now)
            }
        }
    }
}

mod decide;
mod dispatch;
mod dispatch_money;
mod dispatch_trade;
mod elsewhere;
mod involved;
mod record;
mod rules;

use decide::check_times;
pub use involved::{Involved, Part};
pub use record::{FollowError, Plan};
pub use rules::{Held, RULES, Rule};
