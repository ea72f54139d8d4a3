//! Credits: accounts, batches and the blocks they fall into. A batch owns the milligrams `[0, issued)`; its blocks
//! are disjoint and cover them exactly, each in one state.

pub(crate) mod cancel_unsold;
pub(crate) mod expire;
pub(crate) mod issue;
pub(crate) mod open_account;
pub(crate) mod transfer;

mod batch;
mod blocks;

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::CreditEvent;
use crate::instruction::Count;
use crate::refusal::Refusal;
use crate::serial::{BatchSerial, SerialBlock};
use crate::values::*;

pub use batch::{Batch, Block, BlockState, Escrow, Figures};
pub use transfer::PendingTransfer;

/// Most blocks that one instruction names.
pub(crate) const BLOCKS_MAX: usize = 200;

/// Where an organisation holds credits.
#[derive(Debug, Clone)]
pub struct Account {
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What the owner calls it.
    pub name: Text,
}

/// A range of one batch's milligrams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// The batch.
    pub batch: BatchId,
    /// First milligram.
    pub from: u64,
    /// The milligram after the last.
    pub to: u64,
}

impl Range {
    /// Its mass.
    pub fn mass(&self) -> Mass {
        Mass::from_mg(self.to - self.from)
    }
}

/// A range that an event brought into a final state.
#[derive(Debug, Clone)]
pub struct Ended {
    /// What.
    pub range: Range,
    /// Into which state.
    pub state: BlockState,
}

/// The area of credits.
#[derive(Debug, Clone, Default)]
pub struct Credits {
    accounts: BTreeMap<AccountId, Account>,
    batches: BTreeMap<BatchId, Batch>,
    by_serial: BTreeMap<BatchSerial, BatchId>,
    /// Batches of an organisation code and production year.
    numbers: BTreeMap<(OrganisationCode, u16), u16>,
    /// Blocks that have not ended, by account.
    held: BTreeSet<(AccountId, BatchId, u64)>,
    /// Blocks set aside, by what they are set aside for.
    escrowed: BTreeMap<Escrow, BTreeMap<(BatchId, u64), u64>>,
    /// Number of available blocks that end at a moment, by batch.
    expiries: BTreeMap<(Timestamp, BatchId), u64>,
    transfers: BTreeMap<TransferId, PendingTransfer>,
    transfer_deadlines: BTreeSet<(Timestamp, TransferId)>,
    owed: BTreeSet<TransferId>,
    /// What the last event brought to an end, for the tables.
    ended: Vec<Ended>,
}

impl Credits {
    /// An account.
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(&id)
    }
    /// All accounts.
    pub fn accounts(&self) -> impl Iterator<Item = (AccountId, &Account)> {
        self.accounts.iter().map(|(id, a)| (*id, a))
    }
    /// An organisation's accounts, oldest first.
    pub fn accounts_of(&self, organisation: OrganisationId) -> impl Iterator<Item = (AccountId, &Account)> {
        self.accounts().filter(move |(_, account)| account.organisation == organisation)
    }
    /// A batch.
    pub fn batch(&self, id: BatchId) -> Option<&Batch> {
        self.batches.get(&id)
    }
    /// All batches, oldest first.
    pub fn batches(&self) -> impl Iterator<Item = (BatchId, &Batch)> {
        self.batches.iter().map(|(id, b)| (*id, b))
    }
    /// The batch that a serial number names.
    pub fn batch_of_serial(&self, serial: &BatchSerial) -> Option<(BatchId, &Batch)> {
        let id = self.by_serial.get(serial)?;
        Some((*id, self.batches.get(id)?))
    }
    /// Blocks of an account that have not ended, by batch and first milligram.
    pub fn holdings(&self, account: AccountId) -> impl Iterator<Item = (Range, &Block)> {
        let first = (account, BatchId::from(0), 0);
        let of_account = self.held.range(first..).take_while(move |(a, _, _)| *a == account);
        of_account.filter_map(|(_, batch, from)| {
            let block = self.batches.get(batch)?.blocks().get(from)?;
            Some((Range { batch: *batch, from: *from, to: block.to }, block))
        })
    }
    /// Blocks set aside for an order or transfer, lowest first.
    pub fn escrowed_for(&self, escrow: Escrow) -> impl Iterator<Item = Range> {
        let blocks = self.escrowed.get(&escrow).into_iter().flatten();
        blocks.map(|((batch, from), to)| Range { batch: *batch, from: *from, to: *to })
    }
    /// Everything blocks are set aside for.
    pub fn escrows(&self) -> impl Iterator<Item = Escrow> {
        self.escrowed.keys().copied()
    }
    /// Pending transfers.
    pub fn pending_transfers(&self) -> impl Iterator<Item = (TransferId, &PendingTransfer)> {
        self.transfers.iter().map(|(id, t)| (*id, t))
    }
    /// How a block is printed.
    pub fn serial(&self, range: Range) -> Option<SerialBlock> {
        let batch = self.batches.get(&range.batch)?;
        Some(SerialBlock { batch: batch.serial.clone(), from: range.from, to: range.to })
    }
    /// What the last event brought to an end.
    pub fn last_ended(&self) -> &[Ended] {
        &self.ended
    }
    pub(crate) fn clear_trace(&mut self) {
        self.ended.clear();
    }

    pub(crate) fn existing_account(&self, id: AccountId, owner: OrganisationId) -> Result<&Account, Refusal> {
        let own = self.accounts.get(&id).filter(|account| account.organisation == owner);
        own.ok_or(Refusal::MustExist { kind: "account", id: id.to_string() })
    }

    pub(crate) fn first_expiry(&self) -> Option<(Timestamp, BatchId)> {
        self.expiries.first_key_value().map(|(key, _)| *key)
    }
    pub(crate) fn first_transfer_deadline(&self) -> Option<(Timestamp, TransferId)> {
        self.transfer_deadlines.first().copied()
    }
    pub(crate) fn first_owed(&self) -> Option<TransferId> {
        self.owed.first().copied()
    }

    pub(crate) fn apply(&mut self, event: &CreditEvent, now: Timestamp) -> Result<(), Contradiction> {
        match event {
            CreditEvent::AccountOpened(e) => self.open(e.account, e.organisation, e.name.clone()),
            CreditEvent::Issued(e) => issue::apply(self, e),
            CreditEvent::Transferred(e) => transfer::apply(self, e),
            CreditEvent::TransferSettled(e) => transfer::apply_settled(self, e.transfer),
            CreditEvent::TransferWithdrawn(e) => transfer::apply_withdrawn(self, e.transfer),
            CreditEvent::Expired(e) => expire::apply(self, e, now),
        }
    }

    pub(crate) fn open(
        &mut self,
        id: AccountId,
        organisation: OrganisationId,
        name: Text,
    ) -> Result<(), Contradiction> {
        let before = self.accounts.insert(id, Account { organisation, name });
        Contradiction::unless(before.is_none(), "an account is opened once")
    }

    pub(crate) fn programme_version_of(&self, batch: BatchId) -> Option<Count> {
        self.batches.get(&batch).map(|b| b.programme_version)
    }
}
