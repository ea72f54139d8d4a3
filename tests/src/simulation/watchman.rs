//! A watchman beside the register: it sees the entries and nothing else, keeps flat lists of its own, and asks of each
//! entry whether whoever signed it could bring that about. It shares no rule with the register.

mod authority;
mod bank;
mod claims;
mod contacts;
mod credits;
mod deals;
mod holds;
mod issuance;
mod keys;
mod money;
mod orders;
mod payouts;
mod priority;

use orebook_registry::event::{Event, PartyEvent};
use orebook_registry::instruction::{Act, Digest, Instruction, RegisterParameters};
use orebook_registry::values::*;
use orebook_registry::{Cause, Entry, NewEntry};

/// An instruction, as its entry holds it.
#[derive(Debug, Clone)]
struct Signed {
    instruction: Instruction,
    key: PublicKey,
    identity: Digest,
    /// What it does: of an approval, what was proposed.
    act: Act,
    /// It approved a proposal.
    approves: bool,
    sequence: u64,
}

impl Signed {
    fn organisation(&self) -> OrganisationId {
        self.instruction.organisation
    }
}

/// What it has seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Watchman {
    keys: keys::Keys,
    credits: credits::Lots,
    holds: holds::Holds,
    orders: orders::Orders,
    deals: deals::Deals,
    bank: bank::Bank,
    payouts: payouts::Payouts,
    contacts: contacts::Contacts,
    parameters: RegisterParameters,
    issuance: issuance::Issuance,
    claims: claims::Claims,
    /// The instruction whose consequences are being written.
    cause: Option<Signed>,
}

impl Watchman {
    /// Looks at what was just written.
    ///
    /// # Errors
    /// What should not have come to pass.
    pub(super) fn watch(&mut self, entries: &[NewEntry]) -> Result<(), String> {
        entries.iter().try_for_each(|entry| {
            self.see(entry)
                .map_err(|found| format!("the watchman at entry {} ({}): {found}", entry.sequence, entry.kind))
        })
    }

    fn see(&mut self, entry: &NewEntry) -> Result<(), String> {
        let read = Entry::parse(&entry.bytes).map_err(|error| error.to_string())?;
        let signed = match (entry.cause, read.instruction) {
            (Cause::Instruction | Cause::Founding, Some(raw)) => {
                let instruction: Instruction = serde_json::from_str(raw.get()).map_err(|error| error.to_string())?;
                let identity = read.name().ok_or("an instruction without a name")?.identity;
                Some(self.admit(entry, instruction, identity)?)
            }
            (Cause::Continuation, _) => self.cause.take(),
            _ => None,
        };
        if entry.cause != Cause::Continuation {
            self.orders.must_be_at_rest()?;
        }
        for event in &entry.events {
            self.watch_event(event, entry, signed.as_ref())?;
        }
        authority::acts_fit_events(entry, signed.as_ref(), &self.keys)?;
        self.watch_money(entry)?;
        self.cause = signed;
        self.credits.watch_ends(entry)
    }

    fn watch_event(&mut self, event: &Event, entry: &NewEntry, signed: Option<&Signed>) -> Result<(), String> {
        self.keys.learn(event, entry, signed)?;
        self.issuance.watch(event, signed, &self.keys)?;
        self.holds.watch(event, entry.time, signed, &self.issuance)?;
        match event {
            Event::Party(PartyEvent::ParametersAdopted(e)) => self.parameters = e.parameters.clone(),
            Event::Party(event) => self.watch_contacts(event, entry.time, signed)?,
            Event::Trade(event) => {
                self.orders.watch(event, entry, signed, &self.keys, &self.issuance)?;
                self.watch_deals(event, entry.time, signed)?;
            }
            Event::Money(event) => {
                self.bank.watch(event, signed)?;
                self.watch_payouts(event, entry.time, signed)?;
            }
            _ => {}
        }
        self.claims.watch(event)?;
        self.watch_credits(event, entry.time, signed)
    }

    fn admit(&mut self, entry: &NewEntry, instruction: Instruction, identity: Digest) -> Result<Signed, String> {
        let method = instruction.proof.as_ref().map(|proof| proof.verification_method.clone()).ok_or("no proof")?;
        let key = method.split('#').next().and_then(|did| did.parse().ok()).ok_or("no did:key")?;
        let act = instruction.act.clone();
        let mut signed = Signed { instruction, key, identity, act, approves: false, sequence: entry.sequence };
        if entry.cause == Cause::Instruction {
            self.keys.admit(&mut signed)?;
            self.holds.admit(&signed)?;
        }
        Ok(signed)
    }
}

fn ensure(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

/// Area and name of an event, as one word.
fn word(event: &Event) -> &'static str {
    event.name().1
}
