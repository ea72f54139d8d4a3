//! Transfers: between accounts of one organisation at once; to another only inside its group, or to an agent, which
//! then holds the credits for its principal and can do no more with them than retire them for it or give them back.
//! Never out of a producer's hands: between groups credits move by a trade only.

use std::collections::BTreeSet;

use super::{Block, BlockState, Credits, Escrow, PendingTransfer};
use crate::Contradiction;
use crate::event::Transferred;
use crate::instruction::{Role, Transfer};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::serial::SerialBlock;
use crate::values::*;

/// Where a transfer goes, seen from its sender.
struct Way {
    receiver: Option<OrganisationId>,
    /// To another account of the sender's.
    own: bool,
    /// The receiver is an agent of the sender's.
    to_agent: bool,
    /// Credits may go that way.
    open: bool,
}

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    transfer: &Transfer,
) -> Result<Transferred, Refusal> {
    let sender = asker.organisation;
    let principals = credits.principals(transfer.from, &transfer.blocks);
    let way = way(parties, credits, sender, transfer.to, &principals);
    if let Some(receiver) = way.receiver.filter(|_| way.open && !way.own) {
        credits.holds.check_organisation(receiver)?;
    }
    if way.open {
        credits.holds.check_account(transfer.to)?;
    }
    credits.existing_account(transfer.from, sender)?;
    let ranges = credits.free_blocks(transfer.from, &transfer.blocks, now.date())?;
    if !way.own {
        credits.check_principal(transfer, way.receiver)?;
    }
    if !way.open {
        return Err(Refusal::TransferMustStayInGroup {});
    }
    if let Some(receiver) = way.receiver {
        parties.existing(receiver)?.require_open()?;
    }
    if transfer.from == transfer.to {
        return Err(Refusal::FieldMustBe { field: "to", rule: "another account" });
    }
    credits.check_list(&transfer.blocks, &ranges)?;
    let at_once = way.own || credits.trusted.trusts(sender, transfer.to);
    let hours = i64::from(parties.parameters().transfer_wait_hours.0);
    Ok(Transferred {
        blocks: transfer.blocks.clone(),
        from: transfer.from,
        key: asker.key,
        principal: way.to_agent.then_some(sender),
        settles_at: (!at_once).then(|| now.plus_hours(hours)),
        to: transfer.to,
        transfer: ids.mint(),
    })
}

/// An account that there is not is as far out of reach as a stranger's.
fn way(
    parties: &Parties,
    credits: &Credits,
    sender: OrganisationId,
    to: AccountId,
    principals: &BTreeSet<Option<OrganisationId>>,
) -> Way {
    let Some(receiver) = credits.owner(to) else {
        return Way { receiver: None, own: false, to_agent: false, open: false };
    };
    let own = receiver == sender;
    let produces = parties.has_role(sender, Role::Producer) || parties.has_role(receiver, Role::Producer);
    let to_agent = !own && !produces && parties.is_agent(receiver, sender);
    let back = !principals.is_empty() && principals.iter().all(|principal| *principal == Some(receiver));
    let open = own || !produces && (to_agent || back || parties.same_group(receiver, sender));
    Way { receiver: Some(receiver), own, to_agent: to_agent && !back, open }
}

impl Credits {
    /// For whom an account holds what serial blocks name: nobody but its owner, where there is no principal.
    pub fn principals(&self, account: AccountId, blocks: &[SerialBlock]) -> BTreeSet<Option<OrganisationId>> {
        let ranges = blocks.iter().filter_map(|block| {
            let (batch, _) = self.batch_of_serial(&block.batch)?;
            Some(super::Range { batch, from: block.from, to: block.to })
        });
        let pieces = ranges.flat_map(|range| self.pieces(range).map(|(_, piece)| piece));
        pieces.filter(|piece| piece.account == account).map(|piece| piece.principal).collect()
    }

    /// What an agent holds for a principal goes back to it, and nowhere else.
    fn check_principal(&self, transfer: &Transfer, receiver: Option<OrganisationId>) -> Result<(), Refusal> {
        for block in &transfer.blocks {
            let principals = self.principals(transfer.from, std::slice::from_ref(block));
            if let Some(principal) = principals.into_iter().flatten().find(|principal| Some(*principal) != receiver) {
                return Err(Refusal::BlocksMustReturnToPrincipal { block: block.to_string(), principal });
            }
        }
        Ok(())
    }
}

pub(crate) fn apply(credits: &mut Credits, event: &Transferred) -> Result<(), Contradiction> {
    let ranges = credits.ranges(&event.blocks)?;
    let escrow = Escrow::Transfer(event.transfer);
    credits.escrow(&ranges, event.from, escrow)?;
    let Some(settles_at) = event.settles_at else {
        return credits.hand_over(escrow, event.to, event.principal);
    };
    let (from, to, key, principal) = (event.from, event.to, event.key, event.principal);
    credits.transfers.open(event.transfer, PendingTransfer { from, to, key, principal, settles_at })
}

pub(crate) fn apply_settled(credits: &mut Credits, id: TransferId) -> Result<(), Contradiction> {
    let transfer = credits.transfers.close(id)?;
    credits.hand_over(Escrow::Transfer(id), transfer.to, transfer.principal)
}

/// Applies every other end: the credits are the sender's again.
pub(crate) fn apply_back(credits: &mut Credits, id: TransferId) -> Result<(), Contradiction> {
    credits.transfers.close(id)?;
    credits.release(Escrow::Transfer(id))
}

impl Credits {
    /// Moves all that is set aside for a transfer to the receiving account. What comes home is held for nobody.
    fn hand_over(
        &mut self,
        escrow: Escrow,
        to: AccountId,
        principal: Option<OrganisationId>,
    ) -> Result<(), Contradiction> {
        let receiver = self.owner(to).ok_or(Contradiction::new("a transfer goes to an account"))?;
        for range in self.escrowed_for(escrow).collect::<Vec<_>>() {
            self.check_uncovered(range.batch, to)?;
            self.change(range, |block| {
                let principal = if block.principal == Some(receiver) { None } else { principal.or(block.principal) };
                Ok(Block { account: to, principal, state: BlockState::Available, ..*block })
            })?;
        }
        Ok(())
    }
}
