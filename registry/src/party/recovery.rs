//! Recovery keys: printed, in a safe, and good for one purpose. Whoever finds one can change the keys of its
//! organisation, which its members see and can mend, but can sell, move or retire nothing.

use super::{Asker, Proposal};
use crate::instruction::{Act, KeyPurpose};
use crate::refusal::Refusal;

/// What a recovery key signs; of proposals it approves those to add or to revoke a key.
pub const RECOVERY_KEY_SIGNS: &[&str] =
    &["add_key", "approve", "cancel_proposal", "confirm_key", "revoke_key", "veto_key", "void"];

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
