//! A hold is placed by one person of the operator, takes effect at once and lapses after some days. What is open of
//! its target is cancelled: orders, transfers, proposals, additions to the trusted list that still wait.

use super::hold::{Hold, Target};
use super::{BatchHold, Credits, Escrow};
use crate::Contradiction;
use crate::event::{HoldPlaced, VoidReason};
use crate::instruction::{HoldScope, HoldTarget, PlaceHold, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    place: &PlaceHold,
) -> Result<HoldPlaced, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let owner = owner_of(parties, credits, &place.target)?;
    if !place.reason.is_operators() {
        return Err(Refusal::FieldMustBe { field: "reason", rule: "one that the operator may give" });
    }
    // Else one person could stop those who would release it.
    if owner.is_some_and(|owner| parties.has_role(owner, Role::Operator)) {
        return Err(Refusal::FieldMustBe { field: "target", rule: "not of the operator, who revokes its own keys" });
    }
    Ok(HoldPlaced {
        grievance: place.grievance,
        hold: ids.mint(),
        lapses_at: now.plus_days(i64::from(parties.parameters().hold_days.0)),
        person: asker.person.clone(),
        reason: place.reason,
        target: place.target.clone(),
    })
}

/// Whose the target is, when it exists; a batch is nobody's alone.
fn owner_of(parties: &Parties, credits: &Credits, target: &HoldTarget) -> Result<Option<OrganisationId>, Refusal> {
    let none = |kind, id: String| Refusal::MustExist { kind, id };
    match target {
        HoldTarget::Key(t) => {
            parties.key(&t.key).map(|k| Some(k.organisation)).ok_or_else(|| none("key", t.key.to_string()))
        }
        HoldTarget::Account(t) => credits
            .account(t.account)
            .map(|a| Some(a.organisation))
            .ok_or_else(|| none("account", t.account.to_string())),
        HoldTarget::Organisation(t) => parties.existing(t.organisation).map(|_| Some(t.organisation)),
        HoldTarget::Batch(t) => credits.batch(t.batch).map(|_| None).ok_or_else(|| none("batch", t.batch.to_string())),
    }
}

/// Orders and proposals are owed by the areas that keep them.
pub(crate) fn apply(credits: &mut Credits, event: &HoldPlaced, now: Timestamp) -> Result<(), Contradiction> {
    let target = Target::from(&event.target);
    let hold = Hold {
        target,
        reason: event.reason,
        since: now,
        lapses_at: Some(event.lapses_at),
        person: Some(event.person.clone()),
        grievance: event.grievance,
    };
    credits.lay(event.hold, hold)?;
    match target {
        Target::Key(key) => credits.owe_by_key(&key, VoidReason::Hold),
        Target::Account(account) => credits.transfers.owe_by_account(account, VoidReason::Hold),
        Target::Organisation(organisation) => {
            let accounts: Vec<AccountId> = credits.accounts_of(organisation).map(|(id, _)| id).collect();
            accounts.into_iter().for_each(|account| credits.transfers.owe_by_account(account, VoidReason::Hold));
            credits.trusted.owe_by_organisation(organisation);
        }
        Target::Batch(batch, scope) => credits.owe_transfers_of(batch, scope),
        Target::Certificate(..) => return Err(Contradiction::new("the operator holds no certificate")),
    }
    Ok(())
}

impl Credits {
    /// Files a hold and lays it on the blocks it covers.
    pub(super) fn lay(&mut self, id: HoldId, hold: Hold) -> Result<(), Contradiction> {
        let (target, reason, since) = (hold.target, hold.reason, hold.since);
        self.holds.insert(id, hold)?;
        let (batches, scope): (Vec<BatchId>, _) = match target {
            Target::Batch(batch, scope) => (vec![batch], scope),
            Target::Certificate(certificate, scope) => (self.batches_of(certificate).collect(), scope),
            Target::Key(_) | Target::Account(_) | Target::Organisation(_) => (Vec::new(), HoldScope::All),
        };
        for batch in batches {
            self.batch_mut(batch)?.holds.insert(id, BatchHold { scope, reason });
        }
        self.cover_anew(target, since.date())
    }

    /// Pending transfers of a batch's blocks are voided, when the hold is on more than what its producer has:
    /// out of a producer's hands nothing is transferred.
    pub(super) fn owe_transfers_of(&mut self, batch: BatchId, scope: HoldScope) {
        if scope == HoldScope::All {
            let transfers = self.escrows_of(batch).filter_map(|escrow| match escrow {
                Escrow::Transfer(transfer) => Some(transfer),
                Escrow::Order(_) | Escrow::Deal(_) => None,
            });
            let transfers: Vec<TransferId> = transfers.collect();
            self.transfers.owe(transfers, VoidReason::Hold);
        }
    }
}
