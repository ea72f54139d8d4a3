//! The one state, and the dispatch of verbs to the areas that know them. Nothing is decided here.

use orebook_document::Opened;

use crate::Contradiction;
use crate::certificate::{self, Certificates};
use crate::claim::{self, Claims};
use crate::credit::{self, Credits};
use crate::entry::{self, Cause, NewEntry, Origin};
use crate::event::*;
use crate::instruction::{Act, Digest, Instruction};
use crate::money::{self, Cash};
use crate::party::{self, Asker, KeyState, Name, Names, Parties};
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
                self.apply_certificate_elsewhere(event)
            }
            Event::Credit(event) => self.credits.apply(event, now),
            Event::Money(event) => self.cash.apply(event, now),
            Event::Trade(event) => self.apply_trade(event),
            Event::Claim(event) => {
                if let ClaimEvent::Retired(retired) = event {
                    let ranges = self.credits.ranges(&retired.blocks)?;
                    self.credits.retire(&ranges, retired.account, retired.retirement)?;
                }
                self.claims.apply(event, sequence, now)
            }
        }
    }

    fn apply_party_elsewhere(
        &mut self,
        event: &PartyEvent,
        sequence: u64,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        match event {
            PartyEvent::Founded(e) => self.founding = Some(e.clone()),
            PartyEvent::OrganisationRegistered(e) => {
                if let Some(account) = e.account {
                    let name = "main".parse().map_err(|_| Contradiction::new("main is a name"))?;
                    self.credits.open(account, e.organisation, name)?;
                }
            }
            PartyEvent::KeyRevoked(e) => {
                self.markets.owe_by_key(e.organisation, &e.key);
                self.credits.owe_withdrawals(&e.key);
            }
            PartyEvent::GrievanceTriaged(e) => self.parties.grievances.triage(e, sequence, now)?,
            PartyEvent::GrievanceClosed(e) => self.parties.grievances.close(e, sequence, now)?,
            PartyEvent::NameSpent(e) => self.parties.instructions.spend(e.organisation, e.id, sequence, now),
            _ => {}
        }
        Ok(())
    }

    fn apply_certificate_elsewhere(&mut self, event: &CertificateEvent) -> Result<(), Contradiction> {
        match event {
            CertificateEvent::Suspended(e) => {
                let credits = &self.credits;
                self.markets.owe_by_batch(|batch| credits.batch(batch).is_some_and(|b| b.certificate == e.certificate));
                self.credits.freeze_unsold(e.certificate, e.effective)
            }
            CertificateEvent::Reinstated(e) => self.credits.free_unsold(e.certificate, e.effective),
            _ => Ok(()),
        }
    }

    fn apply_trade(&mut self, event: &TradeEvent) -> Result<(), Contradiction> {
        let Self { credits, cash, markets, .. } = self;
        match event {
            TradeEvent::MarketOpened(e) => trade::open_market::apply(markets, e),
            TradeEvent::SellOrderPlaced(e) => trade::place_sell_order::apply(credits, markets, e),
            TradeEvent::BuyOrderPlaced(e) => trade::place_buy_order::apply(cash, markets, e),
            TradeEvent::OrderCancelled(e) => trade::cancel_order::apply(credits, cash, markets, e.order),
            TradeEvent::OrderExpired(e) => trade::cancel_order::apply(credits, cash, markets, e.order),
            TradeEvent::Traded(e) => {
                self.cause.fills += 1;
                trade::fill::apply(credits, cash, markets, e)
            }
        }
    }
}

mod decide;
mod record;
mod rules;

use decide::check_times;
pub use record::{FollowError, Plan};
pub use rules::{Held, RULES, Rule};
