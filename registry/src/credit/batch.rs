//! A batch, its blocks and its six figures.

use std::collections::BTreeMap;

use crate::certificate::Class;
use crate::instruction::{Count, Structure};
use crate::serial::BatchSerial;
use crate::values::*;

/// What a block is set aside for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Escrow {
    /// A sell order.
    Order(OrderId),
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
    /// Held: the certificate is suspended.
    Frozen,
    /// Consumed.
    Retired(RetirementId),
    /// Its metal was sold as certified.
    Cancelled,
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
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }
    /// True for the states that nothing leaves.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Retired(_) | Self::Cancelled | Self::Expired)
    }
}

/// A run of milligrams in one state, account and with one last usable day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The milligram after its last; its first is the key it stands under.
    pub to: u64,
    /// Who holds it.
    pub account: AccountId,
    /// Last day on which it can be used.
    pub expires_on: Date,
    /// Its state.
    pub state: BlockState,
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
            BlockState::Cancelled => &mut self.cancelled,
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
    /// Last usable day of what was never sold.
    pub unsold_until: Date,
    /// Since when its certificate is suspended.
    pub suspended_since: Option<Date>,
    pub(super) blocks: BTreeMap<u64, Block>,
    pub(super) figures: Figures,
}

impl Batch {
    /// Its blocks by first milligram.
    pub fn blocks(&self) -> &BTreeMap<u64, Block> {
        &self.blocks
    }
    /// Its six figures.
    pub fn figures(&self) -> Figures {
        self.figures
    }
    /// The block that holds a milligram.
    pub fn block_at(&self, milligram: u64) -> Option<(u64, &Block)> {
        let (from, block) = self.blocks.range(..=milligram).next_back()?;
        (milligram < block.to).then_some((*from, block))
    }
}
