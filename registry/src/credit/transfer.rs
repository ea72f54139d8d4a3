//! Transfers: between accounts of one organisation at once; inside a group after a day, and withdrawable until then.
//! Never out of a producer's hands: between groups credits move by a trade only.

use super::{BlockState, Credits, Escrow};
use crate::Contradiction;
use crate::event::{TransferNamed, Transferred};
use crate::instruction::{Role, Transfer, WithdrawTransfer};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

const WAITS_DAYS: i64 = 1;

/// A transfer on its way to another organisation of the group.
#[derive(Debug, Clone)]
pub struct PendingTransfer {
    /// From the sender's account.
    pub from: AccountId,
    /// To the receiver's.
    pub to: AccountId,
    /// The key that signed it.
    pub key: PublicKey,
    /// When it settles.
    pub settles_at: Timestamp,
}

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    transfer: &Transfer,
) -> Result<Transferred, Refusal> {
    credits.existing_account(transfer.from, asker.organisation)?;
    let receiver = credits
        .account(transfer.to)
        .ok_or(Refusal::MustExist { kind: "account", id: transfer.to.to_string() })?
        .organisation;
    let own = receiver == asker.organisation;
    let sender_produces = parties.existing(asker.organisation)?.roles.contains(&Role::Producer);
    let receiver_produces = parties.existing(receiver)?.roles.contains(&Role::Producer);
    if !own && (sender_produces || receiver_produces || !parties.same_group(receiver, asker.organisation)) {
        return Err(Refusal::TransferMustStayInGroup {});
    }
    parties.existing(receiver)?.require_open()?;
    if transfer.from == transfer.to {
        return Err(Refusal::FieldMustBe { field: "to", rule: "another account" });
    }
    credits.available_blocks(transfer.from, &transfer.blocks, now.date())?;
    Ok(Transferred {
        blocks: transfer.blocks.clone(),
        from: transfer.from,
        key: asker.key,
        settles_at: (!own).then(|| now.plus_days(WAITS_DAYS)),
        to: transfer.to,
        transfer: ids.mint(),
    })
}

pub(crate) fn decide_withdraw(
    credits: &Credits,
    asker: &Asker,
    withdraw: &WithdrawTransfer,
) -> Result<TransferNamed, Refusal> {
    let sender = |t: &PendingTransfer| credits.accounts.get(&t.from).map(|a| a.organisation);
    match credits.transfers.get(&withdraw.transfer) {
        Some(transfer) if sender(transfer) == Some(asker.organisation) => {
            Ok(TransferNamed { transfer: withdraw.transfer })
        }
        _ => Err(Refusal::TransferMustBePending {}),
    }
}

pub(crate) fn apply(credits: &mut Credits, event: &Transferred) -> Result<(), Contradiction> {
    let ranges = credits.ranges(&event.blocks)?;
    let escrow = Escrow::Transfer(event.transfer);
    credits.escrow(&ranges, event.from, escrow)?;
    let Some(settles_at) = event.settles_at else {
        return settle(credits, escrow, event.to);
    };
    let pending = PendingTransfer { from: event.from, to: event.to, key: event.key, settles_at };
    credits.transfer_deadlines.insert((settles_at, event.transfer));
    credits.transfers.insert(event.transfer, pending);
    Ok(())
}

fn settle(credits: &mut Credits, escrow: Escrow, to: AccountId) -> Result<(), Contradiction> {
    let mass = credits.escrowed_for(escrow).fold(Mass::default(), |sum, range| sum.plus(range.mass()));
    credits.deliver(escrow, mass, to, None)
}

fn close(credits: &mut Credits, id: TransferId) -> Result<PendingTransfer, Contradiction> {
    let transfer = credits.transfers.remove(&id).ok_or(Contradiction::new("a transfer that ends is pending"))?;
    credits.transfer_deadlines.remove(&(transfer.settles_at, id));
    credits.owed.remove(&id);
    Ok(transfer)
}

pub(crate) fn apply_settled(credits: &mut Credits, id: TransferId) -> Result<(), Contradiction> {
    let transfer = close(credits, id)?;
    settle(credits, Escrow::Transfer(id), transfer.to)
}

pub(crate) fn apply_withdrawn(credits: &mut Credits, id: TransferId) -> Result<(), Contradiction> {
    close(credits, id)?;
    credits.release(Escrow::Transfer(id))
}

impl Credits {
    /// Pending transfers out of an organisation's accounts are withdrawn.
    pub(crate) fn owe_withdrawals_of(&mut self, sender: OrganisationId) {
        let blocks = self.accounts_of(sender).flat_map(|(account, _)| self.holdings(account));
        let under_way = blocks.filter_map(|(_, block)| match block.state {
            BlockState::Escrowed(Escrow::Transfer(transfer)) => Some(transfer),
            _ => None,
        });
        let owed: Vec<_> = under_way.collect();
        self.owed.extend(owed);
    }
    /// Pending transfers that a revoked key signed are withdrawn.
    pub(crate) fn owe_withdrawals(&mut self, key: &PublicKey) {
        let of_key: Vec<_> = self.transfers.iter().filter(|(_, t)| t.key == *key).map(|(id, _)| *id).collect();
        self.owed.extend(of_key);
    }
}
