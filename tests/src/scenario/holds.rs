//! Holds, as the operator's first person signs them.

use orebook_registry::event::{CreditEvent, Event};
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};

use super::{Actor, Scenario, events, value};

impl Scenario {
    /// Places a hold.
    pub fn hold(&mut self, reason: HoldReason, target: HoldTarget) -> Result<HoldId, Refusal> {
        let entries = self.hold_with_entries(reason, target)?;
        let placed = events(&entries).find_map(|event| match event {
            Event::Credit(CreditEvent::HoldPlaced(placed)) => Some(placed.hold),
            _ => None,
        });
        Ok(placed.expect("a hold was placed"))
    }

    /// The same, answering what was written.
    pub fn hold_with_entries(&mut self, reason: HoldReason, target: HoldTarget) -> Result<Vec<NewEntry>, Refusal> {
        let operator = self.operator.clone();
        self.act(&operator, Act::PlaceHold(PlaceHold { grievance: None, reason, target }))
    }

    /// Lifts a hold.
    pub fn release(&mut self, hold: HoldId) -> Result<Vec<NewEntry>, Refusal> {
        let operator = self.operator.clone();
        self.act(&operator, Act::ReleaseHold(ReleaseHold { hold, reason: value("settled") }))
    }
}

/// All an organisation does.
pub fn organisation(actor: &Actor) -> HoldTarget {
    HoldTarget::Organisation(OrganisationTarget { organisation: actor.id })
}

/// An account.
pub fn account(account: AccountId) -> HoldTarget {
    HoldTarget::Account(AccountTarget { account })
}

/// The actor's first key.
pub fn first_key(actor: &Actor) -> HoldTarget {
    HoldTarget::Key(KeyTarget { key: actor.keys[0].secret.public() })
}

/// Blocks of a batch.
pub fn batch(batch: BatchId, scope: HoldScope) -> HoldTarget {
    HoldTarget::Batch(BatchTarget { batch, scope })
}
