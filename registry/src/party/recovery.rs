//! Recovery keys: printed, in a safe, and good for one purpose: to make and unmake keys. Whoever holds one may also take
//! back what another key would have changed of its organisation's details. A recovery key alone sells, moves and retires nothing; but it makes a key that does, so it is guarded like the organisation itself.

use super::{Asker, Proposal};
use crate::instruction::{Act, KeyPurpose};
use crate::refusal::Refusal;

/// What a recovery key signs; of proposals it approves those to add or to revoke a key.
pub const RECOVERY_KEY_SIGNS: &[&str] = &[
    "add_key",
    "approve",
    "cancel_proposal",
    "confirm_key",
    "revoke_key",
    "veto_key",
    "void",
    "withdraw_contact_details",
    "withdraw_payout_details",
];

/// Whether the asker's key is for such acts.
pub(crate) fn check(asker: &Asker, act: &Act) -> Result<(), Refusal> {
    if asker.purpose == KeyPurpose::Signing || RECOVERY_KEY_SIGNS.contains(&act.word()) {
        Ok(())
    } else {
        Err(Refusal::SigningKeyIsRequired {})
    }
}

/// Whether the asker's key is for such proposals.
pub(super) fn check_approval(asker: &Asker, proposal: &Proposal) -> Result<(), Refusal> {
    if asker.purpose == KeyPurpose::Signing || approves(&proposal.act) {
        Ok(())
    } else {
        Err(Refusal::SigningKeyIsRequired {})
    }
}

/// Whether a recovery key may approve the act.
pub(super) fn approves(act: &Act) -> bool {
    matches!(act, Act::AddKey(_) | Act::RevokeKey(_))
}
