//! Credits: accounts, batches and the blocks they fall into. A batch owns the milligrams `[0, issued)`; its blocks
//! are disjoint and cover them exactly, each in one state.

pub(crate) mod cancel_credits;
pub(crate) mod cancel_unsold;
pub(crate) mod distrust_account;
pub(crate) mod expire;
pub(crate) mod extend_hold;
pub(crate) mod hold;
pub(crate) mod issue;
pub(crate) mod open_account;
pub(crate) mod place_hold;
pub(crate) mod refuse_transfer;
pub(crate) mod release_hold;
pub(crate) mod transfer;
pub(crate) mod trust_account;
pub(crate) mod withdraw_transfer;

mod batch;
mod blocks;
mod cover;
mod follow_certificate;
mod packed;
mod pending;
mod sales;
mod trusted;

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::{CancellationReason, CreditEvent, VoidReason};
use crate::instruction::{Count, HoldScope};
use crate::mineral::Mineral;
use crate::refusal::Refusal;
use crate::serial::{BatchSerial, SerialBlock};
use crate::values::*;

pub use batch::{Batch, BatchFlag, BatchHold, Block, BlockState, Escrow, Figures};
pub use cover::Cover;
pub use hold::{Hold, Holds, Target};
pub use packed::Blocks;
pub use pending::PendingTransfer;
pub use trusted::{TrustedAccount, TrustedAccounts};

use pending::PendingTransfers;
use sales::Sales;

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
    by_owner: BTreeSet<(OrganisationId, AccountId)>,
    batches: BTreeMap<BatchId, Batch>,
    by_certificate: BTreeSet<(CertificateId, BatchId)>,
    by_serial: BTreeMap<BatchSerial, BatchId>,
    /// Batches of an organisation code and production year.
    numbers: BTreeMap<(OrganisationCode, u16), u16>,
    /// Batches of which an account has blocks that have not ended.
    held: BTreeSet<(AccountId, BatchId)>,
    /// Blocks set aside, by what they are set aside for.
    escrowed: BTreeMap<Escrow, BTreeSet<(BatchId, u64)>>,
    /// What a batch's blocks are set aside for, with the number of blocks.
    escrows_of_batch: BTreeMap<(BatchId, Escrow), u64>,
    /// Blocks that expire at a moment: the available ones whose account and owner are not held.
    expiries: BTreeMap<(Timestamp, BatchId), BTreeSet<u64>>,
    transfers: PendingTransfers,
    holds: Holds,
    /// Owners and minerals of which nothing expires, because an auditor's finding is overdue.
    stopped_clocks: BTreeSet<(OrganisationId, Mineral)>,
    trusted: TrustedAccounts,
    /// Batches of a withdrawn certificate whose credits are still to be cancelled, with the reason and in which scope.
    owed_cancellations: BTreeMap<BatchId, (CancellationReason, HoldScope)>,
    sales: Sales,
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
        let all = (organisation, AccountId::from(0))..=(organisation, AccountId::from(u128::MAX));
        self.by_owner.range(all).filter_map(|(_, id)| Some((*id, self.accounts.get(id)?)))
    }
    /// A batch.
    pub fn batch(&self, id: BatchId) -> Option<&Batch> {
        self.batches.get(&id)
    }
    /// All batches, oldest first.
    pub fn batches(&self) -> impl Iterator<Item = (BatchId, &Batch)> {
        self.batches.iter().map(|(id, b)| (*id, b))
    }
    /// The batches of a certificate, oldest first.
    pub fn batches_of(&self, certificate: CertificateId) -> impl Iterator<Item = BatchId> {
        let all = (certificate, BatchId::from(0))..=(certificate, BatchId::from(u128::MAX));
        self.by_certificate.range(all).map(|(_, id)| *id)
    }
    /// The batch that a serial number names.
    pub fn batch_of_serial(&self, serial: &BatchSerial) -> Option<(BatchId, &Batch)> {
        let id = self.by_serial.get(serial)?;
        Some((*id, self.batches.get(id)?))
    }
    /// Blocks of an account that have not ended, by batch and first milligram.
    pub fn holdings(&self, account: AccountId) -> impl Iterator<Item = (Range, Block)> {
        let all = (account, BatchId::from(0))..=(account, BatchId::from(u128::MAX));
        let batches = self.held.range(all).filter_map(|(_, id)| Some((*id, self.batches.get(id)?)));
        batches.flat_map(move |(id, batch)| {
            batch.blocks().of(account).map(move |(from, block)| (Range { batch: id, from, to: block.to }, block))
        })
    }
    /// Blocks set aside for an order or transfer, lowest first.
    pub fn escrowed_for(&self, escrow: Escrow) -> impl Iterator<Item = Range> {
        self.escrowed.get(&escrow).into_iter().flatten().filter_map(|(batch, from)| {
            let block = self.batches.get(batch)?.blocks().get(*from)?;
            Some(Range { batch: *batch, from: *from, to: block.to })
        })
    }
    /// Everything blocks are set aside for.
    pub fn escrows(&self) -> impl Iterator<Item = Escrow> {
        self.escrowed.keys().copied()
    }
    /// Pending transfers.
    pub fn pending_transfers(&self) -> impl Iterator<Item = (TransferId, &PendingTransfer)> {
        self.transfers.iter()
    }
    /// A pending transfer.
    pub fn pending_transfer(&self, id: TransferId) -> Option<&PendingTransfer> {
        self.transfers.find(id)
    }
    /// Pending transfers out of an account or into it, oldest first.
    pub fn transfers_of(&self, account: AccountId) -> impl Iterator<Item = (TransferId, &PendingTransfer)> {
        self.transfers.of_account(account)
    }
    /// The holds that have not ended.
    pub fn holds(&self) -> &Holds {
        &self.holds
    }
    /// Everybody's trusted list.
    pub fn trusted(&self) -> &TrustedAccounts {
        &self.trusted
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
    /// What the last event delivered to a buyer, lowest first.
    pub fn last_delivered(&self) -> &[Range] {
        self.sales.last_delivered()
    }
    pub(crate) fn clear_trace(&mut self) {
        self.ended.clear();
        self.sales.clear_trace();
    }

    pub(crate) fn existing_account(&self, id: AccountId, owner: OrganisationId) -> Result<&Account, Refusal> {
        let own = self.accounts.get(&id).filter(|account| account.organisation == owner);
        own.ok_or(Refusal::MustExist { kind: "account", id: id.to_string() })
    }

    /// An account is asked for before the rest of an act, but nobody learns that another's is there.
    pub(crate) fn check_own_account(&self, id: AccountId, owner: OrganisationId) -> Result<(), Refusal> {
        if self.owner(id) == Some(owner) { self.holds.check_account(id) } else { Ok(()) }
    }

    /// Whoever sells, neither the organisation nor the account is held.
    pub(crate) fn check_seller(&self, seller: OrganisationId, account: AccountId) -> Result<(), Refusal> {
        self.holds.check_organisation(seller)?;
        self.holds.check_account(account)
    }

    pub(crate) fn first_expiry(&self) -> Option<(Timestamp, BatchId)> {
        self.expiries.first_key_value().map(|(key, _)| *key)
    }
    /// What expires when, by batch and first milligram.
    pub(crate) fn expiring(&self) -> impl Iterator<Item = (Timestamp, BatchId, u64)> {
        self.expiries.iter().flat_map(|((time, batch), blocks)| blocks.iter().map(|from| (*time, *batch, *from)))
    }
    pub(crate) fn first_transfer_deadline(&self) -> Option<(Timestamp, TransferId)> {
        self.transfers.first_deadline()
    }
    pub(crate) fn first_trust_deadline(&self) -> Option<(Timestamp, (OrganisationId, AccountId))> {
        self.trusted.first_deadline()
    }
    pub(crate) fn first_owed_transfer(&self) -> Option<(TransferId, VoidReason)> {
        self.transfers.first_owed()
    }
    pub(crate) fn first_owed_trust(&self) -> Option<(OrganisationId, AccountId)> {
        self.trusted.first_owed()
    }

    /// What a key has open is owed its end: pending transfers, and additions to the trusted list that wait.
    pub(crate) fn owe_by_key(&mut self, key: &PublicKey, reason: VoidReason) {
        self.transfers.owe_by_key(key, reason);
        self.trusted.owe_by_key(key);
    }

    /// The same of an organisation that is suspended; what others send it goes on.
    pub(crate) fn owe_by_suspended(&mut self, organisation: OrganisationId) {
        let accounts: Vec<AccountId> = self.accounts_of(organisation).map(|(id, _)| id).collect();
        accounts.into_iter().for_each(|account| self.transfers.owe_out_of(account, VoidReason::Suspension));
        self.trusted.owe_by_organisation(organisation);
    }

    pub(crate) fn apply(&mut self, event: &CreditEvent, now: Timestamp) -> Result<(), Contradiction> {
        match event {
            CreditEvent::AccountOpened(e) => self.open(e.account, e.organisation, e.name.clone()),
            CreditEvent::Issued(e) => issue::apply(self, e, now),
            CreditEvent::Transferred(e) => transfer::apply(self, e, now),
            CreditEvent::TransferSettled(e) => transfer::apply_settled(self, e.transfer, now),
            CreditEvent::TransferWithdrawn(e) | CreditEvent::TransferRefused(e) => {
                transfer::apply_back(self, e.transfer)
            }
            CreditEvent::TransferVoided(e) => transfer::apply_back(self, e.transfer),
            CreditEvent::AccountTrusted(e) => self.trusted.add(e),
            CreditEvent::TrustStarted(e) => self.trusted.start(e.organisation, e.account),
            CreditEvent::AccountDistrusted(e) => self.trusted.remove(e.organisation, e.account),
            CreditEvent::HoldPlaced(e) => place_hold::apply(self, e, now),
            CreditEvent::HoldExtended(e) => extend_hold::apply(self, e),
            CreditEvent::HoldReleased(e) => release_hold::apply(self, e.hold, now),
            CreditEvent::HoldLapsed(e) => release_hold::apply(self, e.hold, now),
            CreditEvent::BlocksCancelled(e) => cancel_credits::apply(self, e),
            CreditEvent::Cancelled(e) => follow_certificate::apply_cancelled(self, e, now),
            CreditEvent::Expired(e) => expire::apply(self, e, now),
        }
    }

    pub(crate) fn open(
        &mut self,
        id: AccountId,
        organisation: OrganisationId,
        name: Text,
    ) -> Result<(), Contradiction> {
        self.by_owner.insert((organisation, id));
        let before = self.accounts.insert(id, Account { organisation, name });
        Contradiction::unless(before.is_none(), "an account is opened once")
    }

    pub(crate) fn programme_version_of(&self, batch: BatchId) -> Option<Count> {
        self.batches.get(&batch).map(|b| b.programme_version)
    }
}
