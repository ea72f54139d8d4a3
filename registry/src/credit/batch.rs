//! A batch, its blocks and its six figures.

use std::collections::BTreeMap;

use super::Blocks;
use crate::certificate::Class;
use crate::event::CancellationReason;
use crate::instruction::{Count, HoldReason, HoldScope, Structure};
use crate::serial::BatchSerial;
use crate::values::*;

/// What a block is set aside for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Escrow {
    /// A sell order.
    Order(OrderId),
    /// A direct deal.
    Deal(DealId),
    /// A pending transfer.
    Transfer(TransferId),
}

/// The state of a block; the last three are final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockState {
    /// Its owner may use it.
    Available,
    /// Set aside.
    Escrowed(Escrow),
    /// Covered by a hold of its batch.
    Frozen,
    /// Consumed.
    Retired(RetirementId),
    /// Taken out of the register before anybody used it.
    Cancelled(CancellationReason),
    /// Nobody used it in time.
    Expired,
}

impl BlockState {
    /// The word on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Escrowed(_) => "escrowed",
            Self::Frozen => "frozen",
            Self::Retired(_) => "retired",
            Self::Cancelled(_) => "cancelled",
            Self::Expired => "expired",
        }
    }
    /// True for the states that nothing leaves.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Retired(_) | Self::Cancelled(_) | Self::Expired)
    }
}

/// A run of milligrams in one state and account, with one last usable day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// The milligram after its last; its first is the key it stands under.
    pub to: u64,
    /// Who holds it.
    pub account: AccountId,
    /// For whom the account's owner, an agent, holds it.
    pub principal: Option<OrganisationId>,
    /// Last day on which it can be used.
    pub expires_on: Date,
    /// Since when a hold that its owner did not cause stops its days from counting.
    pub stopped_since: Option<Date>,
    /// Its state.
    pub state: BlockState,
}

impl Block {
    /// The block in a final state, in which no hold concerns it any more.
    pub(super) fn ended(&self, state: BlockState) -> Self {
        Self { state, stopped_since: None, ..*self }
    }
}

/// Milligrams of a batch by state. Their sum is what was issued.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// With their owners, free.
    pub available: Mass,
    /// Set aside for orders and transfers.
    pub escrowed: Mass,
    /// Held.
    pub frozen: Mass,
    /// Consumed.
    pub retired: Mass,
    /// Cancelled.
    pub cancelled: Mass,
    /// Expired.
    pub expired: Mass,
}

impl Figures {
    pub(super) fn of(&mut self, state: BlockState) -> &mut Mass {
        match state {
            BlockState::Available => &mut self.available,
            BlockState::Escrowed(_) => &mut self.escrowed,
            BlockState::Frozen => &mut self.frozen,
            BlockState::Retired(_) => &mut self.retired,
            BlockState::Cancelled(_) => &mut self.cancelled,
            BlockState::Expired => &mut self.expired,
        }
    }
    /// What is neither retired, cancelled nor expired.
    pub fn outstanding(&self) -> Mass {
        self.available.plus(self.escrowed).plus(self.frozen)
    }
    /// All six.
    pub fn total(&self) -> Mass {
        self.outstanding().plus(self.retired).plus(self.cancelled).plus(self.expired)
    }
}

/// A hold of a batch, as its blocks feel it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchHold {
    /// Which blocks it covers.
    pub scope: HoldScope,
    /// Why.
    pub reason: HoldReason,
}

codes! {
    /// What everybody who looks a batch up must be told, whatever became of its credits.
    BatchFlag { Fraud = "fraud" }
}

/// One issuance. What the market asks of it is frozen into it.
#[derive(Debug, Clone)]
pub struct Batch {
    /// How its blocks are printed.
    pub serial: BatchSerial,
    /// Who mined.
    pub producer: OrganisationId,
    /// Under which certificate.
    pub certificate: CertificateId,
    /// What is fungible with it.
    pub class: Class,
    /// Version of the programme whose terms it keeps.
    pub programme_version: Count,
    /// First day of production.
    pub period_from: Date,
    /// Last day of production.
    pub period_to: Date,
    /// How the producer is built.
    pub structure: Option<Structure>,
    /// Whether women lead the producer.
    pub women_led: Option<YesNo>,
    /// Mass issued.
    pub issued: Mass,
    /// Last usable day of what is never sold, as it was issued; a hold may move that of a block.
    pub unsold_until: Date,
    /// What covers its blocks; theirs alone, not the holds of accounts and organisations.
    pub holds: BTreeMap<HoldId, BatchHold>,
    /// Retirements that rest on the batch stay, with this beside them.
    pub flag: Option<BatchFlag>,
    pub(super) blocks: Blocks,
    pub(super) figures: Figures,
}

impl Batch {
    /// Its blocks by first milligram.
    pub fn blocks(&self) -> &Blocks {
        &self.blocks
    }
    /// Its six figures.
    pub fn figures(&self) -> Figures {
        self.figures
    }
    /// The block that holds a milligram, with its first.
    pub fn block_at(&self, milligram: u64) -> Option<(u64, Block)> {
        self.blocks.at(milligram)
    }
}
