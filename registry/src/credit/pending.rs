//! Transfers that wait, found by what may end them.

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::VoidReason;
use crate::values::*;

/// A transfer on its way to another organisation.
#[derive(Debug, Clone)]
pub struct PendingTransfer {
    /// From the sender's account.
    pub from: AccountId,
    /// To the receiver's.
    pub to: AccountId,
    /// The key that signed it.
    pub key: PublicKey,
    /// For whom the receiver, an agent, will hold the credits.
    pub principal: Option<OrganisationId>,
    /// When it settles.
    pub settles_at: Timestamp,
}

/// The pending ones.
#[derive(Debug, Clone, Default)]
pub(super) struct PendingTransfers {
    open: BTreeMap<TransferId, PendingTransfer>,
    deadlines: BTreeSet<(Timestamp, TransferId)>,
    by_key: BTreeSet<(PublicKey, TransferId)>,
    /// By the accounts at both ends.
    by_account: BTreeSet<(AccountId, TransferId)>,
    /// Those that must end, with the reason.
    owed: BTreeMap<TransferId, VoidReason>,
}

impl PendingTransfers {
    pub(super) fn find(&self, id: TransferId) -> Option<&PendingTransfer> {
        self.open.get(&id)
    }
    pub(super) fn iter(&self) -> impl Iterator<Item = (TransferId, &PendingTransfer)> {
        self.open.iter().map(|(id, t)| (*id, t))
    }
    pub(super) fn first_deadline(&self) -> Option<(Timestamp, TransferId)> {
        self.deadlines.first().copied()
    }
    pub(super) fn first_owed(&self) -> Option<(TransferId, VoidReason)> {
        self.owed.first_key_value().map(|(id, reason)| (*id, *reason))
    }
    /// Out of an account or into it, oldest first.
    pub(super) fn of_account(&self, account: AccountId) -> impl Iterator<Item = (TransferId, &PendingTransfer)> {
        let all = (account, TransferId::from(0))..=(account, TransferId::from(u128::MAX));
        self.by_account.range(all).filter_map(|(_, id)| Some((*id, self.open.get(id)?)))
    }

    pub(super) fn open(&mut self, id: TransferId, transfer: PendingTransfer) -> Result<(), Contradiction> {
        self.deadlines.insert((transfer.settles_at, id));
        self.by_key.insert((transfer.key, id));
        self.by_account.extend([(transfer.from, id), (transfer.to, id)]);
        Contradiction::unless(self.open.insert(id, transfer).is_none(), "a transfer is made once")
    }

    pub(super) fn close(&mut self, id: TransferId) -> Result<PendingTransfer, Contradiction> {
        let transfer = self.open.remove(&id).ok_or(Contradiction::new("a transfer that ends is pending"))?;
        self.deadlines.remove(&(transfer.settles_at, id));
        self.by_key.remove(&(transfer.key, id));
        self.by_account.remove(&(transfer.from, id));
        self.by_account.remove(&(transfer.to, id));
        self.owed.remove(&id);
        Ok(transfer)
    }

    pub(super) fn owe(&mut self, ids: Vec<TransferId>, reason: VoidReason) {
        self.owed.extend(ids.into_iter().map(|id| (id, reason)));
    }
    pub(super) fn owe_by_key(&mut self, key: &PublicKey, reason: VoidReason) {
        let all = (*key, TransferId::from(0))..=(*key, TransferId::from(u128::MAX));
        let ids = self.by_key.range(all).map(|(_, id)| *id).collect();
        self.owe(ids, reason);
    }
    pub(super) fn owe_by_account(&mut self, account: AccountId, reason: VoidReason) {
        let ids = self.of_account(account).map(|(id, _)| id).collect();
        self.owe(ids, reason);
    }
    pub(super) fn owe_out_of(&mut self, account: AccountId, reason: VoidReason) {
        let ids = self.of_account(account).filter(|(_, t)| t.from == account).map(|(id, _)| id).collect();
        self.owe(ids, reason);
    }
}
